"""Notes on an article's page, and copying a selected passage: by mouse and keyboard, without scripts."""

from __future__ import annotations

import re

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from annotated_archive.essays import EssayPage
from annotated_archive.model import Article, Note
from annotated_archive.pipeline import gather
from annotated_archive.project import load_project
from annotated_archive.stages.anchor import anchor, describe_span
from annotated_archive.stages.resolve import resolve

from ..conftest import Built
from .conftest import DESKTOP, PHONE
from .test_reading import ARTICLE, contrast

NOTES = "archive/notes/"
# A phrase of the page is selected as a reader would drag over it: by its characters, wherever elements end.
SELECT = """([phrase, nth]) => {
  const UNITS = "h1:not(:has(> .headline)), h1 > :is(.kicker, .headline), .kind-article > [id^='p-']"
  const walker = document.createTreeWalker(document.querySelector(".kind-article"), NodeFilter.SHOW_TEXT)
  const nodes = []
  let text = ""
  while (walker.nextNode()) {
    const unit = walker.currentNode.parentElement.closest(UNITS)
    if (!unit || walker.currentNode.parentElement.closest(".para")) continue
    if (nodes.length && nodes.at(-1).unit !== unit && !/^\\s/.test(walker.currentNode.data)) text += " "
    nodes.push({ node: walker.currentNode, at: text.length, unit })
    text += walker.currentNode.data
  }
  let start = -1
  for (let i = 0; i <= nth; i++) start = text.indexOf(phrase, start + 1)
  const place = offset => nodes.findLast(n => n.at <= offset)
  const [from, to] = [place(start), place(start + phrase.length - 1)]
  const range = document.createRange()
  range.setStart(from.node, start - from.at)
  range.setEnd(to.node, start + phrase.length - to.at)
  getSelection().removeAllRanges()
  getSelection().addRange(range)
}"""


def test_a_note_stands_beside_its_paragraph_on_a_wide_window(page: Page, address: str):
    page.goto(address + ARTICLE)
    note = page.get_by_text("Zwei Stimmen, zwei Sichtweisen")
    expect(note).to_be_visible()
    beside, paragraph = (
        note.bounding_box(),
        page.locator("p[id^=p-]", has_text="Detlefsen rechnet").bounding_box(),
    )
    assert beside is not None
    assert paragraph is not None
    assert beside["x"] >= paragraph["x"] + paragraph["width"]
    assert abs(beside["y"] - paragraph["y"]) < 200


def test_notes_never_cover_one_another(page: Page, address: str):
    for width in (1280, 1600, 1000, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address + ARTICLE)
        boxes = [n.bounding_box() for n in page.locator("details.margin-note, p[id^=p-], #facts + ul").all()]
        found = [box for box in boxes if box]
        assert len(found) > 6
        for i, one in enumerate(found):
            for other in found[i + 1 :]:
                apart_x = (
                    one["x"] + one["width"] <= other["x"] + 1 or other["x"] + other["width"] <= one["x"] + 1
                )
                apart_y = (
                    one["y"] + one["height"] <= other["y"] + 1 or other["y"] + other["height"] <= one["y"] + 1
                )
                assert apart_x or apart_y, (width, one, other)


def test_a_note_folds_below_its_paragraph_on_a_phone(page: Page, address: str):
    page.set_viewport_size(PHONE)
    page.goto(address + ARTICLE)
    note = page.get_by_text("Zwei Stimmen, zwei Sichtweisen")
    expect(note).not_to_be_visible()
    page.locator("details.margin-note > summary", has_text="Riss im Rumpf").focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()


def test_numbers_lead_to_the_notes_and_back_from_the_keyboard(page: Page, address: str):
    page.set_viewport_size(PHONE)
    page.goto(address + ARTICLE)
    number = page.get_by_label("Notiz 2", exact=True)
    number.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Zwei Stimmen, zwei Sichtweisen")).to_be_visible()
    back = page.get_by_label("Notiz 2: zur Stelle im Text")
    back.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"#{number.get_attribute('id')}$"))


def test_on_paper_notes_are_numbered_at_the_end(page: Page, address: str):
    page.set_viewport_size({"width": 794, "height": 1100})
    page.goto(address + ARTICLE)
    page.emulate_media(media="print")
    texts = page.locator("p[id^=p-]").last.bounding_box()
    heading = page.locator("#notes").bounding_box()
    assert texts is not None
    assert heading is not None
    assert heading["y"] > texts["y"]
    for number, words in (("1", "nur die Jahreszeit"), ("2", "Zwei Stimmen"), ("3", "Der Name steht hier")):
        note = page.locator("li", has_text=words)
        expect(page.get_by_text(words)).to_be_visible()
        box = note.bounding_box()
        assert box is not None
        assert box["y"] > heading["y"]
        assert note.inner_text().startswith(number)


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_without_scripts_notes_can_be_read(browser: Browser, address: str, viewport):
    context = browser.new_context(java_script_enabled=False, viewport=viewport)
    page = context.new_page()
    page.goto(address + ARTICLE)
    note = page.get_by_text("Zwei Stimmen, zwei Sichtweisen")
    if viewport is PHONE:
        page.locator("details.margin-note > summary", has_text="Riss im Rumpf").click()
    expect(note).to_be_visible()
    expect(page.get_by_role("toolbar", name="Markierte Stelle kopieren")).not_to_be_visible()
    context.close()


def test_marks_are_legible_in_both_schemes(browser: Browser, address: str):
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, viewport=DESKTOP)
        page = context.new_page()
        page.goto(address + ARTICLE)
        ink, mark = page.locator("mark.several").first.evaluate(
            "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
        )
        assert contrast(ink, mark) >= 7, scheme
        context.close()


def test_the_index_of_notes_leads_to_a_note(page: Page, address: str):
    page.goto(address + ARTICLE)
    page.get_by_role("link", name="Stimmen").first.click()
    expect(page).to_have_url(address + NOTES + "#tag-stimmen")
    page.get_by_role("link", name="bis zum Herbst im Dock", exact=True).first.click()
    expect(page).to_have_url(re.compile("/archive/2020/inselverkehr"))
    expect(page.locator("details.margin-note:target")).to_have_count(1)


@pytest.fixture
def clipboard(context: BrowserContext, page: Page, address: str) -> Page:
    """The article, in a browser whose clipboard the test may read."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + ARTICLE)
    return page


@pytest.fixture(scope="session")
def ferry(local_site: Built) -> Article:
    """The article of the page."""
    archive = gather(load_project(local_site.project / "mkdocs.yml")).archive
    return next(a for a in archive.articles if a.saved.name == "faehre-bleibt.txt")


def copied(page: Page, kind: str, phrase: str, nth: int = 0) -> str:
    page.evaluate(SELECT, [phrase, nth])
    page.get_by_role("button", name=kind, exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Kopiert")).to_be_visible()
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(
    ("phrase", "nth"),
    [
        ("Riss im Rumpf", 0),
        ("Detlefsen", 1),  # several times: context is needed
        ("Möwe", 1),
        ("die", 0),
        ('"Möwe"', 0),
        ("bis zum Herbst", 0),  # of the title
        ("Ersatzschiff kommt", 0),  # of a subhead
        ("12,50 Euro [hin und zurück]", 0),
        (
            "sagte Boomgarden. Bürgermeister Hauke Detlefsen kritisierte",
            0,
        ),  # two paragraphs, a link, two notes
    ],
)
def test_a_copied_note_is_anchored_where_it_was_selected(
    clipboard: Page, ferry: Article, phrase: str, nth: int
):
    [written] = yaml.safe_load(copied(clipboard, "Notiz", phrase, nth))["notes"]
    note = Note(written["quote"], written["note"], written.get("prefix", ""), written.get("suffix", ""))
    [anchored], problems = anchor([note], ferry.saved, ferry.segments)
    assert problems == ()
    assert anchored.method == "exact"
    assert " ".join(anchored.span.of(ferry.saved.text).split()) == phrase
    expected = describe_span(anchored.span, ferry.saved, ferry.segments)
    assert (note.quote, note.prefix, note.suffix) == expected


def test_half_words_are_completed(clipboard: Page):
    assert 'quote: "Riss im Rumpf"' in copied(clipboard, "Notiz", "iss im Rum")


def test_a_copied_citation_is_a_verified_quotation(clipboard: Page, ferry: Article):
    for phrase in ("Es fasst 40 Wagen", "nur Fußgänger", "bis zum Herbst im Dock", "[hin und zurück]"):
        phrase = "*nur* Fußgänger" if phrase.startswith("nur") else phrase
        text = copied(clipboard, "Zitat", phrase)
        page = EssayPage("docs/a.md", "a.md", text)
        [citation], problems = resolve([page], [ferry])
        assert problems == (), text
        assert citation.verified
    assert copied(clipboard, "Zitat", "Es fasst 40 Wagen") == (
        "> Es fasst 40 Wagen [@kuestenbote2020inselverkehr, ¶ 4]\n"
    )


def test_a_copied_link_leads_to_the_passage(clipboard: Page, address: str):
    link = copied(clipboard, "Link", "Es fasst 40 Wagen")
    assert link.startswith(address + ARTICLE + "#p-")
    clipboard.goto(link)
    expect(clipboard.locator("p:target")).to_contain_text("Es fasst 40 Wagen")


def test_copying_works_from_the_keyboard(clipboard: Page):
    clipboard.evaluate(SELECT, ["Ein Ersatzschiff", 0])
    toolbar = clipboard.get_by_role("toolbar", name="Markierte Stelle kopieren")
    clipboard.keyboard.press("Shift+Control+ArrowRight")
    expect(toolbar).to_be_visible()
    clipboard.keyboard.press("Alt+k")
    expect(clipboard.get_by_role("button", name="Zitat", exact=True)).to_be_focused()
    clipboard.keyboard.press("ArrowRight")
    clipboard.keyboard.press("Enter")
    expect(clipboard.get_by_role("status").filter(has_text="Kopiert")).to_be_visible()
    assert "Ein Ersatzschiff könnte" in clipboard.evaluate("navigator.clipboard.readText()")
    clipboard.keyboard.press("Escape")
    expect(toolbar).not_to_be_visible()


def test_numbers_are_not_copied_by_the_browser_either(clipboard: Page):
    clipboard.evaluate("getSelection().selectAllChildren(document.querySelector('.kind-article'))")
    clipboard.keyboard.press("Control+c")
    text = clipboard.evaluate("navigator.clipboard.readText()")
    assert "kritisierte die Reederei. Detlefsen rechnet mit" in text


def test_on_a_phone_the_buttons_are_at_the_foot(browser: Browser, address: str):
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address + ARTICLE)
    page.evaluate(SELECT, ["Riss im Rumpf", 0])
    toolbar = page.locator("#selection")
    expect(toolbar).to_be_visible()
    box = toolbar.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] == pytest.approx(PHONE["height"], abs=2)
    page.get_by_role("button", name="Link", exact=True).tap()
    expect(page.get_by_role("status").filter(has_text="Kopi")).to_be_visible()
    context.close()
