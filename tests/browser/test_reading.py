"""What a reader does: read, follow, fold open, search; with the keyboard, on a phone, and without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import DESKTOP, PHONE

ARTICLE = "archive/2020/inselverkehr-faehre-nach-norderhall-bleibt-bis-zum-herbst-im-dock/"
PAGES = {
    "start": "",
    "about": "about/",
    "articles": "archive/",
    "article": ARTICLE,
    "english article": "archive/2021/swing-bridge-at-millbeck-to-close-for-six-weeks/",
    "year": "archive/2021/",
    "people": "archive/people/",
    "person": "archive/people/hauke-detlefsen/",
    "outlets": "archive/outlets/",
    "outlet": "archive/outlets/kuestenbote/",
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_no_page_is_wider_than_its_window(page: Page, address: str, name: str, viewport):
    page.set_viewport_size(viewport)
    page.goto(address + PAGES[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    assert page.locator("main h1").count() == 1


def test_article_person_outlet_and_year_are_linked_both_ways(page: Page, address: str):
    for target in ("archive/people/hauke-detlefsen/", "archive/outlets/kuestenbote/", "archive/2020/"):
        page.goto(address + ARTICLE)
        assert address + target in links(page)
        page.goto(address + target)
        assert address + ARTICLE in links(page)


def links(page: Page) -> set[str]:
    """Where the links of a page's content lead, without anchors."""
    found = page.evaluate("[...document.querySelectorAll('main a[href]')].map(a => a.href.split('#')[0])")
    return set(found)


def test_a_paragraph_number_is_a_link_to_its_paragraph(page: Page, address: str):
    page.goto(address + ARTICLE)
    page.get_by_role("link", name="¶").nth(1).click()
    expect(page).to_have_url(re.compile("#p-"))
    anchor = page.url.partition("#")[2]
    assert anchor.startswith("p-")
    assert "Möwe" in page.locator(f"#{anchor}").inner_text()


def test_comments_are_folded_until_opened_from_the_keyboard(page: Page, address: str):
    page.goto(address + ARTICLE)
    comment = page.get_by_text("Der Dampfer ist doch viel schöner!").first
    expect(comment).not_to_be_visible()
    page.locator("details:has-text('Strandläufer') > summary").first.focus()
    page.keyboard.press("Enter")
    expect(comment).to_be_visible()


def test_the_seed_is_shown_with_its_rules_and_checksum(page: Page, address: str, local_site):
    page.goto(address + ARTICLE)
    seed = page.locator("details:has-text('Impressum')").first
    seed.locator("summary").first.click()
    text = seed.inner_text()
    for line in (local_site.project / "seeds" / "faehre-bleibt.txt").read_text("utf-8").split("\n"):
        assert " ".join(line.split()) in " ".join(text.split())
    assert "subhead-above-paragraph" in text


def test_without_scripts_everything_is_there_to_read(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + ARTICLE)
    expect(page.get_by_text("Wir haben einen Riss im Rumpf gefunden").first).to_be_visible()
    page.locator("details:has-text('Strandläufer') > summary").first.click()
    expect(page.get_by_text("Der Dampfer ist doch viel schöner!").first).to_be_visible()
    context.close()


def test_search_finds_an_article_by_a_word_of_its_text(page: Page, address: str):
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("Turmfalken", delay=30)
    result = page.locator(".search-drop .search-result").first
    expect(result).to_contain_text("Der Turmfalke kehrt zurück", timeout=15_000)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/der-turmfalke-kehrt-zurueck/"))


def test_what_is_markup_elsewhere_is_text_here(page: Page, address: str):
    page.goto(address + "archive/undated/der-turmfalke-kehrt-zurueck/")
    expect(
        page.get_by_text("# 1. Preis für das schönste Bild: <b>50 Euro</b> & ein Fernglas.").first
    ).to_be_visible()


def test_a_text_in_another_language_says_so(page: Page, address: str):
    page.goto(address + PAGES["english article"])
    assert page.locator("html").get_attribute("lang") == "de"
    text = page.get_by_text("The swing bridge at Millbeck will close").last
    assert text.evaluate("e => e.closest('[lang]').lang") == "en"


def test_light_and_dark_are_both_legible(browser: Browser, address: str):
    seen = set()
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address + ARTICLE)
        colours = page.evaluate(
            "(() => { const p = document.querySelector('main p[id]'); const s = getComputedStyle(p);"
            " return [s.color, getComputedStyle(document.body).backgroundColor] })()"
        )
        assert contrast(*colours) >= 7
        seen.add(colours[1])
        context.close()
    assert len(seen) == 2


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two CSS colours as WCAG 2.2 defines it."""

    def luminance(colour: str) -> float:
        channels = [float(c) / 255 for c in colour[colour.index("(") + 1 : -1].split(",")[:3]]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)
