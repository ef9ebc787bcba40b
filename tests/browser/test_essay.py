"""An essay that cites: previews by mouse and keyboard, verdicts, the list, and the way there and back."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from .conftest import DESKTOP, PHONE
from .test_reading import ARTICLE

ESSAY = "essays/faehre/"


def test_hovering_over_a_citation_shows_what_is_cited(page: Page, address: str):
    page.goto(address + ESSAY)
    preview = page.locator("#cite-2-1")
    expect(preview).not_to_be_visible()
    page.get_by_role("link", name="Küstenbote 2020, ¶ 2").first.hover()
    expect(preview).to_be_visible()
    expect(preview).to_contain_text("Inselverkehr: Fähre nach Norderhall")
    expect(preview).to_contain_text("16. Juni 2020")
    expect(preview.locator("mark")).to_have_text(
        "Wir haben einen Riss im Rumpf gefunden, den niemand erwartet hat"
    )
    place = preview.bounding_box()
    preview.hover()  # it stays while somebody reads it
    expect(preview).to_be_visible()
    assert preview.bounding_box() == place
    page.mouse.move(0, 0)
    expect(preview).not_to_be_visible()


def test_focus_shows_it_too_and_nothing_leaves_the_window(page: Page, address: str):
    for viewport in (DESKTOP, PHONE):
        page.set_viewport_size(viewport)
        page.goto(address + ESSAY)
        page.keyboard.press("Tab")
        for link in page.locator("a.cited").all():
            link.focus()
            described = link.get_attribute("aria-describedby")
            if described is None:
                continue
            preview = page.locator(f"#{described}")
            expect(preview).to_be_visible()
            box = preview.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= viewport["width"], described
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_a_verified_quotation_says_so_and_leads_to_its_paragraph(page: Page, address: str):
    page.goto(address + ESSAY)
    page.get_by_role("link", name="Zitat geprüft").nth(1).click()
    expect(page).to_have_url(re.compile("^" + re.escape(address + ARTICLE) + "#p-"))
    expect(page.locator("p:target")).to_contain_text("Wir haben einen Riss im Rumpf gefunden")


def test_an_article_leads_to_the_passage_that_cites_it(page: Page, address: str):
    page.goto(address + ARTICLE)
    page.get_by_label("Dieser Absatz wird zitiert").first.click()
    expect(page).to_have_url(re.compile("#cited-"))
    page.locator("a[id^=cited-]").first.click()
    expect(page).to_have_url(re.compile("^" + re.escape(address + ESSAY) + "#cite-"))
    expect(page.locator(".citation:target")).to_have_count(1)


def test_references_are_listed_with_links(page: Page, address: str):
    page.goto(address + ESSAY)
    listed = page.locator("#references + ul > li")
    assert listed.count() == 5
    expect(listed.first).to_contain_text("Brinkmann, Okka. 1998. Falken über *Sandhaven*. Verlag am Deich.")
    page.get_by_role("link", name="Brinkmann 1998, S. 12").click()
    expect(page.locator("#reference-1:target")).to_be_visible()


def test_without_scripts_an_essay_is_complete(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False, viewport=DESKTOP)
    page = context.new_page()
    page.goto(address + ESSAY)
    page.get_by_role("link", name="Küstenbote 2020, ¶ 3").first.hover()
    expect(page.locator("#cite-1-1")).to_be_visible()
    expect(page.locator("#references + ul > li").first).to_be_visible()
    context.close()


def test_a_copied_sentence_is_clean(page: Page, address: str):
    page.goto(address + ESSAY)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('main article p'))")
    text = page.evaluate("getSelection().toString()").replace("\u00a0", " ")
    assert "retten“ (Küstenbote 2020, ¶ 3) und meint" in " ".join(text.split())
