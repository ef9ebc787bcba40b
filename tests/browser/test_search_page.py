"""The search on screens of all sizes, on paper, without scripts and to a screen reader."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .conftest import DESKTOP, PHONE


def results(page: Page) -> Locator:
    return page.locator(".search-page .search-result")


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_passage_of_two_lines_shows_what_was_found(page: Page, search_address: str, viewport):
    page.set_viewport_size(viewport)
    page.goto(f"{search_address}about/")
    page.locator(".md-header .search-form input").click()
    page.keyboard.type("Präsidentenjacht")
    passage = page.locator(".md-header .search-passage").first
    expect(passage.locator("mark")).to_have_text("Präsidentenjacht", timeout=15_000)
    box, mark = passage.bounding_box(), passage.locator("mark").bounding_box()
    assert mark["y"] + mark["height"] <= box["y"] + box["height"] + 1


def test_the_two_fields_of_the_page_have_names_of_their_own(page: Page, search_address: str):
    page.goto(f"{search_address}search/")
    names = [form.get_attribute("aria-label") for form in page.get_by_role("search").all()]
    assert sorted(names) == ["Im Archiv suchen", "Suche"]


def test_a_printed_search_has_results_and_no_tools(page: Page, search_address: str):
    page.goto(f"{search_address}search/?q=Hafen")
    expect(results(page)).not_to_have_count(0)
    page.emulate_media(media="print")
    for name in ("form", "hint", "filters", "order"):
        expect(page.locator(f".search-page .search-{name}")).to_be_hidden()
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize(
    "viewport", [DESKTOP, PHONE, {"width": 320, "height": 600}], ids=["desktop", "phone", "small"]
)
@pytest.mark.parametrize(
    "path", ["", "search/?q=Worobjow&year=2015", "archive/2015/miliz-sperrt-die-strasse-nach-millbeck/"]
)
def test_no_field_and_no_result_is_wider_than_the_window(
    page: Page, search_address: str, viewport, path: str
):
    page.set_viewport_size(viewport)
    page.goto(search_address + path)
    if not path.startswith("search"):
        page.locator(".md-header .search-form input").click()
        page.keyboard.type("Gespräche")
        expect(page.locator(".md-header .search-result").first).to_be_visible(timeout=15_000)
        box = page.locator(".md-header .search-drop").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= viewport["width"]
    else:
        expect(results(page).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_without_scripts_the_page_leads_to_the_indexes(browser: Browser, search_address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(search_address)
    page.locator("#search-start").fill("Lotsen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Lotsen")
    expect(page.locator("noscript > p")).to_be_visible()
    expect(page.locator("noscript > p")).to_contain_text("Die Suche braucht JavaScript")
    page.locator("noscript a", has_text="Personen").click()
    expect(page.locator("h1")).to_have_text("Personen")
    context.close()
