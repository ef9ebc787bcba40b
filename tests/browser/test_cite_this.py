"""Citing an article: with pointer, keyboard and without scripts; and what programs find in the head."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import bibtexparser
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from annotated_archive.stages.export import STYLES

from ..conftest import Built
from ..project_copy import copy_project, run, served
from ..search_index import everything
from .conftest import DESKTOP, PHONE, SUB_PATH

SITE = "https://archiv.example/my-archive/"
ARTICLE = "archive/2020/inselverkehr-faehre-nach-norderhall-bleibt-bis-zum-herbst-im-dock/"
BARE = "archive/undated/der-turmfalke-kehrt-zurueck/"
KEY = "kuestenbote2020inselverkehr"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The public edition, which knows where it is published."""
    project = copy_project(tmp_path_factory.mktemp("published") / "project")
    output = run(["mkdocs", "build", "--strict"], project, SITE_URL=SITE)
    assert output.returncode == 0, output.stderr
    with served(project / "site", SUB_PATH) as address:
        yield address


def head(page: Page) -> dict[str, list[str]]:
    """The head's `meta` elements as a program finds them, by name."""
    pairs = page.evaluate("[...document.head.querySelectorAll('meta[name]')].map(m => [m.name, m.content])")
    found: dict[str, list[str]] = {}
    for name, content in pairs:
        found.setdefault(name, []).append(content)
    return found


def test_the_head_says_what_zotero_and_search_engines_ask(page: Page, published: str):
    page.goto(published + ARTICLE)
    metas = head(page)
    assert metas["z:itemType"] == ["newspaperArticle"]
    assert metas["prism.publicationName"] == ["Küstenbote"]
    assert (
        metas["citation_title"]
        == ["Inselverkehr: Fähre nach Norderhall bleibt bis zum Herbst im Dock"]
        == metas["DC.title"]
    )
    assert metas["citation_author"] == ["Tjardsen, Wiebke"] == metas["DC.creator"]
    assert metas["citation_publication_date"] == ["2020/06/16"]
    assert metas["citation_fulltext_html_url"] == [f"{SITE}{ARTICLE}"]
    assert "citation_journal_title" not in metas
    assert page.locator("head link[rel='schema.DC']").count() == 1
    scripts = page.locator("head script[type='application/ld+json']").all_text_contents()
    (thing,) = map(json.loads, scripts)
    assert (thing["@type"], thing["datePublished"]) == ("NewsArticle", "2020-06-16")
    assert {person["name"] for person in thing["mentions"]} == {"Enna Boomgarden", "Hauke Detlefsen"}
    # Zotero takes such elements for authors where the head names none.
    assert page.locator(".byline, .vcard").count() == 0


def test_the_head_says_nothing_that_is_not_known(page: Page, published: str):
    page.goto(published + BARE)
    metas = head(page)
    assert metas["z:itemType"] == ["newspaperArticle"]
    assert not {"citation_author", "citation_publication_date"} & set(metas)
    page.goto(published)
    assert "z:itemType" not in head(page)


def test_without_scripts_references_can_be_selected_and_files_downloaded(
    browser: Browser, published: str, tmp_path: Path
):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(published + ARTICLE)
    section = page.locator("#cite")
    expect(section.get_by_text("Verfügbar unter").first).not_to_be_visible()
    section.locator("summary").first.click()
    for style in STYLES.values():
        expect(section.get_by_text(style, exact=True).first).to_be_visible()
    assert section.locator("button").count() == 0
    with page.expect_download() as waiting:
        section.get_by_role("link", name=f"{KEY}.bib").click()
    assert waiting.value.suggested_filename == f"{KEY}.bib"
    waiting.value.save_as(tmp_path / "one.bib")
    (entry,) = bibtexparser.parse_file(str(tmp_path / "one.bib")).entries
    assert (entry.key, entry["url"]) == (KEY, f"{SITE}{ARTICLE}")
    context.close()


def test_everything_can_be_copied_from_the_keyboard(context: BrowserContext, published: str):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(published + ARTICLE)
    section = page.locator("#cite")
    section.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(section.get_by_role("button", name="Kopieren: APA").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(section.locator("[role=status]").nth(1)).to_have_text("Kopiert")
    html, plain = page.evaluate(
        "navigator.clipboard.read().then(([item]) => Promise.all(['text/html', 'text/plain'].map("
        "type => item.getType(type).then(blob => blob.text()))))"
    )
    assert plain.startswith("Tjardsen, Wiebke. „Inselverkehr: Fähre")
    assert "<i>Küstenbote</i>" in html
    section.get_by_role("button", name="Kopieren: BibTeX").press("Enter")
    expect(section.locator("[role=status]").nth(12)).to_have_text("Kopiert")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert bibtexparser.parse_string(copied).entries[0].key == KEY
    assert page.get_by_role("button", name="Kopieren: Ein Absatz daraus").count() == 1


def test_where_the_clipboard_is_closed_the_text_is_left_selected(page: Page, published: str):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(published + ARTICLE)
    section = page.locator("#cite")
    section.locator("summary").first.click()
    section.get_by_role("button", name="Kopieren: RIS").click()
    assert page.evaluate("getSelection().toString()").startswith("TY  - NEWS")


def test_one_click_selects_a_whole_reference(page: Page, published: str):
    page.goto(published + ARTICLE)
    section = page.locator("#cite")
    section.locator("summary").first.click()
    reference = section.locator(".copyable").first
    reference.click(position={"x": 40, "y": 8})
    assert page.evaluate("getSelection().toString()").strip() == reference.text_content()


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_unfolded_it_is_not_wider_than_the_window(page: Page, published: str, viewport):
    page.set_viewport_size(viewport)
    page.goto(published + ARTICLE)
    page.evaluate("document.querySelectorAll('#cite, #cite details').forEach(fold => fold.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_search_does_not_find_references(public_site: Built):
    index = everything(public_site.site)
    assert "Norderhall" in index
    for words in ("Für Literaturverwaltungen", "Available at", "Ein Absatz daraus", "TJARDSEN"):
        assert words not in index


def test_the_page_of_data_leads_to_files(page: Page, published: str):
    page.goto(f"{published}archive/")
    page.locator("main a[href*='data/']").click()
    expect(page.locator("h1")).to_have_text("Daten")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="archive.csv").click()
    assert waiting.value.suggested_filename == "archive.csv"
    with page.expect_download() as waiting:
        page.get_by_role("link", name="notes-hypothesis.json").click()
    rows = json.loads(waiting.value.path().read_text("utf-8"))["rows"]
    assert rows[0]["uri"].startswith(SITE)
