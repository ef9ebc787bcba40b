"""People in a real browser: who is behind a name, a person's page, the index, old addresses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from ..conftest import Built
from ..project_copy import copy_project, run, served
from ..search_index import fragments
from .conftest import DESKTOP, PHONE, leave

ARTICLE = "archive/2020/inselverkehr-faehre-nach-norderhall-bleibt-bis-zum-herbst-im-dock/"
PEOPLE = "archive/people/"
PERSON = "archive/people/hauke-detlefsen/"

# The box that introduces a person is made by the style sheet; this reads it.
BOX = """link => {
  const box = getComputedStyle(link, "::after")
  return box.content === "none" ? null : { text: box.content, position: box.position }
}"""


def names(page: Page) -> list[str]:
    """The names that the index shows."""
    return page.locator(".letter + ul > li:visible > a").all_inner_texts()


@pytest.mark.parametrize("by", ["pointer", "keyboard"])
def test_a_name_says_who_it_is(page: Page, address: str, by: str):
    page.goto(address + ARTICLE)
    link = page.locator("a.person[data-who^='Hauke Detlefsen']").first
    text = link.inner_text()
    assert link.evaluate(BOX) is None
    if by == "pointer":
        link.hover()
    else:
        page.keyboard.press("Tab")
        link.focus()
    box = link.evaluate(BOX)
    assert "Hauke Detlefsen, Bürgermeister von Norderhall · geprüft · 1 Artikel" in box["text"]
    assert box["position"] == "absolute"
    assert link.inner_text() == text, "the text of the article stays as it is"
    assert link.get_attribute("title") is None, "the browser would show a second box"
    if by == "keyboard":
        page.keyboard.press("Tab")
        assert link.evaluate(BOX) is None


def test_a_screen_reader_hears_who_it_is(page: Page, address: str):
    page.goto(address + ARTICLE)
    page.keyboard.press("Tab")
    link = page.locator("a.person[data-who^='Hauke Detlefsen']").first
    link.focus()
    expect(link).to_have_accessible_name(
        f"{link.inner_text()} Hauke Detlefsen, Bürgermeister von Norderhall · geprüft · 1 Artikel"
    )


@pytest.mark.parametrize(
    "viewport", [DESKTOP, PHONE, {"width": 320, "height": 600}], ids=["desktop", "phone", "small"]
)
@pytest.mark.parametrize("anchored", [True, False])
def test_no_introduction_leaves_the_window(page: Page, address: str, viewport, anchored: bool):
    page.set_viewport_size(viewport)
    page.goto(address + ARTICLE)
    if not anchored:  # as in a browser without CSS anchor positioning
        page.evaluate(
            "for (const sheet of document.styleSheets) for (let i = sheet.cssRules.length - 1; i >= 0; i--)"
            " if (sheet.cssRules[i].conditionText?.includes('position-area')) sheet.deleteRule(i)"
        )
    link = page.locator("p > a.person").first
    before = link.evaluate_handle(
        """link => {
          link.dataset.who = "Sehr lange Vorstellung einer Person mit vielen Ämtern, ".repeat(3)
          const before = document.createElement("span")
          before.style.display = "inline-block"
          link.before(before)
          return before
        }"""
    )
    room = link.evaluate("link => link.closest('p').clientWidth")
    for indent in range(0, room, 40):
        before.evaluate("(span, width) => (span.style.width = `${width}px`)", indent)
        page.mouse.move(0, 0)
        link.hover()
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        width = link.evaluate("link => parseFloat(getComputedStyle(link, '::after').width)")
        assert width >= 200, "a box that the end of the line squeezes is hard to read"


def test_a_mention_leads_to_its_paragraph(page: Page, address: str):
    page.goto(address + PERSON)
    line = page.locator("#articles + ul li li").first
    marked = line.locator("mark").inner_text()
    line.get_by_role("link", name="¶").click()
    expect(page).to_have_url(re.compile("#p-"))
    anchor = page.url.partition("#")[2]
    assert marked in page.locator(f"[id='{anchor}']").inner_text()


def test_what_a_person_said_is_shown_with_the_rule(page: Page, address: str):
    page.goto(address + "archive/people/enna-boomgarden/")
    said = page.locator("#sayings ~ ul").first.locator("li li").first
    rule = said.locator("details")
    expect(said).to_contain_text("nach Regel")
    rule.locator("summary").focus()
    page.keyboard.press("Enter")
    assert rule.evaluate("e => e.open")


def test_the_index_is_filtered_from_the_keyboard(page: Page, address: str):
    page.goto(address + PEOPLE)
    everybody = names(page)
    assert len(everybody) > 3
    field = page.get_by_label("Nach Namen oder Amt filtern")
    field.fill("DÉTLEF hau")
    assert names(page) == ["Hauke Detlefsen"]
    expect(page.locator("output")).to_have_text(f"1 von {len(everybody)}")
    expect(page.locator(".letters")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="Hauke Detlefsen")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    assert names(page) == everybody
    field.fill("nobody of this name")
    assert names(page) == []
    field.fill("detlefsen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/hauke-detlefsen/")
    page.go_back()
    page.wait_for_function("document.querySelector('output').textContent !== ''")
    shown = names(page)
    assert shown == (["Hauke Detlefsen"] if field.input_value() else everybody), "field and list agree"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("buergermeister", ["Hauke Detlefsen"]),
        ("Bürgermeister Hauke", ["Hauke Detlefsen"]),
        ("sprecherin reederei", ["Enna Boomgarden"]),
        ("Boomgarten", []),
        ("kvirenbach", []),
        ("Quirenbach", ["Anselm Quirrenbach"]),
        ("Theodora Visselink", ["Theodora Wisselink"]),
        ("ferncomb", ["Odalys Ferncombe"]),
        ("PENHALLOU", []),
    ],
)
def test_the_filter_knows_spellings_and_roles(page: Page, address: str, typed: str, found: list[str]):
    page.goto(address + PEOPLE)
    page.get_by_label("Nach Namen oder Amt filtern").fill(typed)
    assert names(page) == found


def test_without_scripts_the_index_is_whole_and_has_no_filter(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + PEOPLE)
    expect(page.locator(".filter")).to_be_hidden()
    page.locator(".letters a", has_text="D").click()
    expect(page).to_have_url(re.compile("#letter-d$"))
    expect(page.get_by_role("link", name="Hauke Detlefsen")).to_be_in_viewport()
    context.close()


def test_the_search_knows_people_by_their_names_and_spellings_only(local_site: Built):
    page = fragments(local_site.site)[PERSON]
    assert page["content"].startswith("Bürgermeister von Norderhall. Hauke Detlefsen.")
    assert "Detlefsen (1), Hauke Detlefsen (1)" in page["content"]
    assert "Saison" not in page["content"], "what they said is found in the article"


@pytest.mark.parametrize("path", [PERSON, PEOPLE])
def test_the_filter_and_the_data_are_no_text_of_the_page(page: Page, address: str, path: str):
    page.goto(address + path)
    text = page.locator("main").inner_text()
    assert "schema.org" not in text
    assert "{n}" not in text


def test_an_old_address_keeps_the_anchor_and_is_neither_searched_nor_indexed(
    tmp_path: Path, page: Page, local_site: Built
):
    project = copy_project(tmp_path / "project")
    permalinks = local_site.project / "curation" / "permalinks.yml"
    entries = yaml.safe_load(permalinks.read_text("utf-8"))
    entry = next(e for e in entries if e["seed"] == "faehre-bleibt")
    entry["formerly"] = ["1999/die-alte-adresse"]
    anchor = next(iter(entry["passages"]))
    (project / "curation" / "permalinks.yml").write_text(yaml.safe_dump(entries, allow_unicode=True), "utf-8")
    output = run(["mkdocs", "build", "--strict"], project)
    assert output.returncode == 0, output.stderr
    old = (project / "site/archive/1999/die-alte-adresse/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in old
    assert "archive/1999/die-alte-adresse/" not in fragments(project / "site")
    with served(project / "site", "/my-archive/") as address:
        page.goto(f"{address}archive/1999/die-alte-adresse/#{anchor}")
        expect(page).to_have_url(f"{address}{ARTICLE}#{anchor}")
        expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
        page.wait_for_load_state()
        assert page.evaluate("history.length") <= 2, "the way back does not lead into the redirect"
        leave(page)
