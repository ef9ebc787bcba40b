"""Addresses last: an article is corrected, renamed and cut otherwise, and every old link arrives."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from playwright.sync_api import Page, expect

from ..conftest import Built
from ..project_copy import run, served
from .conftest import leave

SEED = "seeds/ohne-datum.txt"
OLD_PAGE = "archive/undated/der-turmfalke-kehrt-zurueck/"
NEW_PATH = "2019/falken-auf-dem-turm"


def build(project: Path) -> None:
    output = run(["mkdocs", "build"], project)
    assert output.returncode == 0, output.stderr


def test_every_old_link_still_arrives(public_site: Built, tmp_path: Path, page: Page):
    project = public_site.copied(tmp_path / "project")
    before = (project / "site" / OLD_PAGE / "index.html").read_text("utf-8")
    paragraphs = dict(re.findall(r'<p[^>]* id="(p-[0-9a-f]+)"[^>]*>(.*?)</p>', before, re.DOTALL))
    assert len(paragraphs) == 3

    # Corrected: a person gives title and date. Renamed: the seed's file, and the page's address. Cut
    # otherwise: an id from a time when the rules let the second paragraph begin a sentence later.
    (project / SEED).rename(project / "seeds" / "falken.txt")
    curated = project / "curation" / "articles"
    (curated / "ohne-datum.yml").unlink()
    (curated / "falken.yml").write_text(
        "title: Falken auf dem Turm\ndate: 2019-05~\nbecause: {title: Im Heft., date: Im Heft.}\n", "utf-8"
    )
    permalinks = project / "curation" / "permalinks.yml"
    entries = yaml.safe_load(permalinks.read_text("utf-8"))
    entry = next(e for e in entries if e["seed"] == "ohne-datum")
    entry["formerly"], entry["path"] = [entry["path"]], NEW_PATH
    text = (project / "seeds" / "falken.txt").read_text("utf-8")
    entry["passages"]["p-0f0f0f"] = text.index("Harmsen sagt")
    permalinks.write_text(yaml.safe_dump(entries, allow_unicode=True), "utf-8")
    build(project)

    with served(project / "site", "/my-archive/") as address:
        for identifier in [*paragraphs, "p-0f0f0f"]:
            page.goto(f"{address}{OLD_PAGE}#{identifier}")
            expect(page).to_have_url(f"{address}archive/{NEW_PATH}/#{identifier}")
            page.wait_for_load_state()
            expect(page.locator("h1")).to_have_text("Falken auf dem Turm")
            assert page.locator(f"#{identifier}").count() == 1, identifier
        old = page.locator("#p-0f0f0f")
        assert "Nisthilfe" in old.evaluate("e => e.closest('p').textContent")
        leave(page)


def test_a_described_person_is_found_at_the_old_address(public_site: Built, tmp_path: Path, page: Page):
    project = public_site.copied(tmp_path / "project")
    assert (project / "site/archive/people/enna-harmsen/index.html").exists()
    people = project / "curation" / "people.yml"
    people.write_text(people.read_text("utf-8") + "- {id: harmsen-vogelkunde, name: Enna Harmsen}\n", "utf-8")
    build(project)
    with served(project / "site", "/my-archive/") as address:
        page.goto(f"{address}archive/people/enna-harmsen/#articles")
        expect(page).to_have_url(f"{address}archive/people/harmsen-vogelkunde/#articles")
        page.wait_for_load_state()
        leave(page)
