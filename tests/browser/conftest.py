"""A real Chromium, and a built site served below a sub-path as GitHub Pages does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from ..conftest import Built, shared_folder
from ..project_copy import ROOT, copy_project, run, served
from .chromium import NoChromium, chromium

SUB_PATH = "/my-archive/"
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
SEARCHED = ROOT / "tests" / "searched"
# The five articles of this repository; an archive of others has no need of their table.
THE_FIVE = "contramagazin2016syrien"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; a test without it is a failure, never skipped."""
    try:
        path = chromium()
    except NoChromium as error:
        pytest.fail(str(error), pytrace=False)
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, which is who tests run as in containers.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(local_site: Built) -> Iterator[str]:
    """Where the local edition of the invented archive is served."""
    with served(local_site.site, SUB_PATH) as address:
        yield address


def leave(page: Page) -> None:
    """Come to rest before a context or a server closes: closing amid a redirect ends Playwright's driver."""
    page.goto("about:blank")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile with a desktop's window."""
    context = browser.new_context(viewport=DESKTOP)
    yield context
    for page in context.pages:
        leave(page)
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page that fails the test on any error in the console."""
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
    return page


def built(project: Path, archive: Path) -> Path:
    if project.exists():
        return project / "site"
    copy_project(project, archive)
    output = run(["mkdocs", "build", "--strict"], project)
    assert output.returncode == 0, output.stderr
    return project / "site"


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The invented articles in three languages, and the live archive if it is the one of the table."""
    folder = shared_folder(tmp_path_factory) / "search"
    with FileLock(f"{folder}.lock"):
        return _sites(folder)


def _sites(folder: Path) -> dict[str, Path]:
    """As `sites`; whoever comes first builds them."""
    sites = {"searched": built(folder / "searched", SEARCHED)}
    if THE_FIVE in (ROOT / "curation" / "permalinks.yml").read_text("utf-8"):
        live = folder / "live"
        for name in ("seeds", "curation", "docs"):
            (live / name).mkdir(parents=True, exist_ok=True)
            run(["python", "-c", COPY, str(ROOT / name), str(live / name)], ROOT)
        sites["seeds"] = built(folder / "seeds", live)
    return sites


COPY = """
import shutil, sys
shutil.copytree(sys.argv[1], sys.argv[2], ignore=shutil.ignore_patterns("archive"), dirs_exist_ok=True)
"""


@pytest.fixture(scope="session")
def search_address(sites: dict[str, Path]) -> Iterator[str]:
    with served(sites["searched"], SUB_PATH) as address:
        yield address
