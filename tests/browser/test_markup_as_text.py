"""Markup in what an archive is made of is text to its readers: on every page, and in what a search shows.

The markup is harmless: if it were not escaped, an element with `data-ran` would stand in the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page, expect

from ..conftest import BUILD_LOCAL
from ..project_copy import copy_project, run, served
from .conftest import DESKTOP, PHONE
from .test_notes import SELECT

ELEMENT = "<b data-ran>fett</b>"
REFERENCE = "&lt;i data-ran&gt;"
SEED = f"""\
Hafenblick {ELEMENT}

Ein Kran zieht um {ELEMENT} {REFERENCE}

Von Ilse {ELEMENT} Brandstaken

04.03.2021

Der Kran steht nun am Nordkai. Das sagte die Kranführerin Jonna Uferlos am Montag. {ELEMENT} {{{{ 7*7 }}}}

"Er ist sehr {ELEMENT} hoch", sagte Jonna Uferlos dem Blatt. Die Werft hat ihn selbst versetzt.
"""
CURATED = {
    "title": f"Kranumzug {ELEMENT} {REFERENCE}",
    "kicker": f"Hafenblick {ELEMENT}",
    "outlet": "kaiblatt",
    "authors": [f"Ilse {ELEMENT} Brandstaken"],
    "because": dict.fromkeys(("title", "kicker", "outlet", "authors"), f"So {ELEMENT}."),
    "notes": [{"quote": "am Nordkai", "note": f"Seit {ELEMENT} März.", "tags": [f"Kai {ELEMENT}"]}],
}
OUTLET = {"id": "kaiblatt", "name": f"Kaiblatt {ELEMENT}"}
PERSON = {
    "id": "jonna-uferlos",
    "name": f"Jonna {ELEMENT} Uferlos",
    "also": ["Jonna Uferlos"],
    "role": f"Kranführerin {ELEMENT}",
}
ESSAY = {"title": f"Kranbuch {ELEMENT}", "tags": [f"Stapellauf {ELEMENT}"], "description": ELEMENT}
# What a reader looks for, and what the hit shows of it.
SEARCHES = {
    "title": ("Kranumzug", f"Kranumzug {ELEMENT} {REFERENCE}"),
    "kicker": ("Hafenblick", f"Hafenblick {ELEMENT}"),
    "text": ("Nordkai", f"Kranumzug {ELEMENT} {REFERENCE}"),
    "outlet": ("Kaiblatt", f"Kaiblatt {ELEMENT}"),
    "person": ("Uferlos", f"Jonna {ELEMENT} Uferlos"),
    "role": ("Kranführerin", f"Kranführerin {ELEMENT}"),
    "essay": ("Kranbuch", f"Kranbuch {ELEMENT}"),
    "tag of an essay": ("Stapellauf", f"Stapellauf {ELEMENT}"),
    "essay named after its file": ("Kaimauer", "Kaimauer <b data ran>"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented archive with one more article and two essays, all full of markup."""
    project = copy_project(tmp_path_factory.mktemp("markup") / "project")
    (project / "seeds" / f"kran {ELEMENT.replace('/', '')}.txt").write_text(SEED, encoding="utf-8")
    curation = project / "curation"
    curated = curation / "articles" / f"kran {ELEMENT.replace('/', '')}.yml"
    curated.write_text(yaml.safe_dump(CURATED, allow_unicode=True), encoding="utf-8")
    for file, entry in (("outlets.yml", OUTLET), ("people.yml", PERSON)):
        with (curation / file).open("a", encoding="utf-8") as end:
            end.write(yaml.safe_dump([entry], allow_unicode=True))
    essays = project / "docs" / "essays"
    head = yaml.safe_dump(ESSAY, allow_unicode=True)
    (essays / "kranbuch.md").write_text(f"---\n{head}---\n\nEin Text ohne Überschrift.\n", encoding="utf-8")
    (essays / "Kaimauer-<b-data-ran>.md").write_text("Sie bröckelt.\n", encoding="utf-8")
    config = project / "mkdocs.yml"
    index = "  - Essays: essays/index.md\n"
    more = '  - essays/kranbuch.md\n  - "essays/Kaimauer-<b-data-ran>.md"\n'
    config.write_text(config.read_text("utf-8").replace(index, index + more), encoding="utf-8")
    output = run(["python", "-c", BUILD_LOCAL], project)
    assert output.returncode == 0, output.stderr
    return project / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site, "/my-archive/") as address:
        yield address


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("place", SEARCHES)
def test_a_search_shows_markup_as_text(page: Page, address: str, place: str, viewport):
    word, shown = SEARCHES[place]
    page.set_viewport_size(viewport)
    page.goto(address + "about/")
    if viewport is PHONE:
        page.locator(".md-header .search-form input").click()
    else:
        page.keyboard.press("/")
    page.keyboard.type(word, delay=20)
    expect(page.locator(".search-drop")).to_contain_text(shown, timeout=15_000)
    assert elements_made(page) == []


def test_no_page_makes_an_element_of_markup(context: BrowserContext, site: Path, address: str):
    page = context.new_page()
    made = {}
    for file in sorted(site.rglob("index.html")):
        place = file.parent.relative_to(site).as_posix()
        page.goto(address + quote(f"{place}/" if place != "." else ""))
        made[place] = elements_made(page)
    assert len(made) > 15
    assert {place: found for place, found in made.items() if found} == {}


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("archive/2021/*/index.html", f"Kranumzug {ELEMENT} {REFERENCE} – Pressearchiv"),
        ("archive/outlets/kaiblatt/index.html", f"Kaiblatt {ELEMENT} – Pressearchiv"),
        ("archive/people/jonna-uferlos/index.html", f"Jonna {ELEMENT} Uferlos – Pressearchiv"),
        ("essays/kranbuch/index.html", f"Kranbuch {ELEMENT} – Pressearchiv"),
    ],
)
def test_the_title_of_a_window_is_the_title_letter_by_letter(
    page: Page, site: Path, address: str, file: str, title: str
):
    found = [made for made in site.glob(file) if "data-ran" in made.read_text("utf-8")]
    pages = [made for made in found if re.search("<title>(Kran|Kai|Jonna)", made.read_text("utf-8"))]
    page.goto(address + quote(pages[0].parent.relative_to(site).as_posix()) + "/")
    assert page.title() == title


def elements_made(page: Page) -> list[str]:
    """The elements that markup became."""
    return page.evaluate("[...document.querySelectorAll('[data-ran]')].map(e => e.parentElement.outerHTML)")


@pytest.mark.parametrize("phrase", ["Hafenblick", "Kranumzug"])
def test_kicker_and_title_are_two_texts_to_who_copies(
    context: BrowserContext, site: Path, address: str, phrase: str
):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    article = next(made for made in site.glob("archive/2021/kranumzug*/index.html"))
    page.goto(address + quote(article.parent.relative_to(site).as_posix()) + "/")
    page.evaluate(SELECT, [phrase, 0])
    page.locator("#selection [data-copy=note]").click()
    expect(page.locator("#selection [role=status]")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert yaml.safe_load(copied)["notes"][0]["quote"] == phrase
    assert " · " not in copied
