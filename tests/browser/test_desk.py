"""The curator's desk in a real Chromium: by keys alone, by mouse, as a page that collects, on a phone."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from annotated_archive.commands.desk import DeskServer
from annotated_archive.pipeline import gather
from annotated_archive.project import Project

from ..desks import desk_project, opened
from ..project_copy import ROOT
from .conftest import DESKTOP, PHONE, leave
from .test_reading import ARTICLE, contrast

DESK = "archive/desk/"
LOOKS = (ROOT / "annotated_archive/renderer/theme/assets/paper.css").read_text("utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return desk_project(tmp_path / "archive")


@pytest.fixture
def served(project: Project, page: Page) -> Iterator[DeskServer]:
    with opened(project, LOOKS) as server:
        page.goto(server.address)
        expect(page.locator("#desk-question h2")).to_be_visible()
        yield server
        leave(page)


def title_of(project: Project, seed: str) -> str:
    [found] = [a for a in gather(project).archive.articles if a.saved.key == seed]
    assert found.description.title is not None
    return found.description.title.value


def go_to(page: Page, words: str) -> None:
    """Choose an article in the list, by words of its line."""
    value = page.locator("#desk-articles option", has_text=words).first.get_attribute("value")
    page.locator("#desk-articles").select_option(value)
    expect(page.locator("#desk-question h2")).to_be_visible()  # that of the article left has gone at once


def test_titles_are_chosen_by_keys_alone(project: Project, served: DeskServer, page: Page) -> None:
    expect(page.locator("#desk-count")).to_have_text(re.compile(r"Frage 1 von \d+"))
    go_to(page, "doubt")
    page.locator("#desk-articles").blur()
    expect(page.locator("#desk-question h2")).to_have_text("Titel")
    expect(page.locator("#desk-lines .asked")).not_to_have_count(0)
    choice = page.locator(".desk-choice", has_text="Neue Brücke verbindet die Ufer")
    number = choice.locator("kbd").inner_text()
    page.keyboard.press(number)
    expect(page.locator("#desk-said")).to_have_text("Geschrieben: curation/articles/doubt.yml.")
    expect(page.locator("[data-field=title]")).to_contain_text("von Hand")
    assert title_of(project, "doubt") == "Neue Brücke verbindet die Ufer"
    page.keyboard.press("u")
    expect(page.locator("#desk-said")).to_contain_text("Zurückgenommen")
    assert not (project.curation / "articles/doubt.yml").exists()


def test_enter_confirms_and_asks_the_next(project: Project, served: DeskServer, page: Page) -> None:
    go_to(page, "Neue Brücke verbindet")
    page.locator("#desk-articles").blur()
    expect(page.locator("#desk-question h2")).to_have_text("Titel")
    page.keyboard.press("Enter")
    expect(page.locator("#desk-said")).to_have_text("Geschrieben: curation/articles/likely.yml.")
    expect(page.locator("#desk-question h2")).not_to_have_text("Titel")
    assert title_of(project, "likely") == "Neue Brücke verbindet die Ufer"
    # Nothing was found here: what is not there cannot be confirmed by mistake.
    page.keyboard.press("a")
    expect(page.locator("#desk-said")).to_contain_text("nichts gefunden, das sich bestätigen ließe")


def test_forth_and_back_by_keys(served: DeskServer, page: Page) -> None:
    count = page.locator("#desk-count")
    for key, number in (("n", 2), ("j", 3), ("n", 4), ("p", 3), ("k", 2), ("p", 1), ("p", 1)):
        page.keyboard.press(key)
        expect(count).to_have_text(re.compile(rf"Frage {number} von \d+"))
    expect(page.locator("#desk-keys")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.locator("#desk-keys")).to_be_visible()
    expect(page.locator("#desk-keys")).to_contain_text("a oder Eingabe: bestätigen")
    page.keyboard.press("?")
    expect(page.locator("#desk-keys")).to_be_hidden()


def test_a_date_is_typed_and_a_wrong_one_refused(project: Project, served: DeskServer, page: Page) -> None:
    go_to(page, "Neue Brücke verbindet")
    page.locator("[data-field=date] .desk-change").click()
    for typed in ("neulich nachts", "2001-06-05"):
        page.locator("[data-field=date] input").first.fill(typed)
        page.keyboard.press("Enter")
        if typed.startswith("neu"):
            expect(page.locator("#desk-said.wrong")).to_contain_text("„neulich nachts“ geht hier nicht")
            page.locator("[data-field=date] .desk-change").click()
    expect(page.locator("#desk-said")).to_have_text("Geschrieben: curation/articles/likely.yml.")
    expect(page.locator("[data-field=date] .desk-value")).to_have_text("5. Juni 2001")


def test_a_line_is_given_its_kind(project: Project, served: DeskServer, page: Page) -> None:
    go_to(page, "Neue Brücke in Sandhaven")
    line = page.locator("#desk-lines li", has_text="Viele Menschen kamen")
    line.locator("select").select_option("caption")
    expect(page.locator("#desk-said")).to_contain_text("Geschrieben")
    expect(page.locator("#desk-lines li", has_text="Viele Menschen").locator("select")).to_have_value(
        "caption"
    )
    written = yaml.safe_load((project.curation / "articles/bruecke.yml").read_text("utf-8"))
    assert written["lines"] == {7: "caption"}


def test_a_change_by_somebody_else_is_told(project: Project, served: DeskServer, page: Page) -> None:
    go_to(page, "Neue Brücke verbindet")
    (project.curation / "articles/likely.yml").write_text("rights: frei\nbecause: {rights: x}\n", "utf-8")
    page.locator(".desk-choice").first.click()
    expect(page.locator("#desk-said.wrong")).to_contain_text("hat inzwischen jemand anderes geändert")
    expect(page.locator("[data-field=rights]")).to_contain_text("frei")
    page.locator(".desk-choice").first.click()
    expect(page.locator("#desk-said")).to_contain_text("Geschrieben")


def test_without_its_server_the_desk_says_so(project: Project, page: Page) -> None:
    with opened(project, LOOKS) as server:
        page.goto(server.address)
        expect(page.locator("#desk-question h2")).to_be_visible()
        go_to(page, "Neue Brücke verbindet")
        expect(page.locator("#desk-file")).to_have_text("likely.txt")
        page.locator("#desk-articles").blur()
    page.keyboard.press("Enter")
    expect(page.locator("#desk-said.wrong")).to_contain_text("Das Programm antwortet nicht")


def test_all_is_decided_in_minutes(project: Project, served: DeskServer, page: Page) -> None:
    """One key a question, and typing where nothing was found: the desk itself is never waited for."""
    started, answers = time.monotonic(), 0
    heading, said = page.locator("#desk-question h2"), page.locator("#desk-said")
    while heading.count() and (asked := heading.inner_text()) != "Person":
        said.evaluate("element => element.textContent = ''")
        page.keyboard.press("1")
        field = page.locator(".desk-typing:visible input").first
        if field.is_visible():
            field.fill({"Datum": "2001-06"}.get(asked, "Küstenbote"))
            page.keyboard.press("Enter")
        expect(said).to_contain_text("Geschrieben")
        answers += 1
    assert answers > 5
    assert (time.monotonic() - started) / answers < 3
    assert [p for p in gather(project).problems if p.file.startswith("curation/")] == []


# As a page of the local edition


@pytest.fixture
def static(context: BrowserContext, page: Page, address: str) -> Page:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + DESK)
    expect(page.locator("#desk-question h2")).to_be_visible()
    return page


def test_the_page_collects_what_to_paste(static: Page) -> None:
    go_to(static, "Turmfalke")
    static.locator("#desk-articles").blur()
    expect(static.locator("#desk-question h2")).to_have_text("Titel")
    static.keyboard.press("a")
    go_to(static, "Turmfalke")
    line = static.locator("#desk-lines li", has_text="Einsendungen nimmt")
    line.locator("select").select_option("caption")
    static.locator("[data-field=authors] .desk-change").click()
    static.locator("[data-field=authors] input").first.fill("Mira Tilsen; Jonte: Mustrow")
    static.keyboard.press("Enter")
    static.locator(".desk-snippet button").click()
    expect(static.locator(".desk-snippet button")).to_have_text("Kopiert")
    copied = str(static.evaluate("navigator.clipboard.readText()"))
    assert copied.startswith("# curation/articles/ohne-datum.yml\n")
    written = yaml.safe_load(copied)
    assert written["lines"] == {1: "title", 7: "caption"}
    assert written["authors"] == ["Mira Tilsen", "Jonte: Mustrow"]
    assert written["because"] == {"authors": "In der gespeicherten Datei nachgesehen."}
    assert re.fullmatch("[0-9a-f]{12}", written["sha256"])
    static.keyboard.press("u")
    expect(static.locator(".desk-snippet")).not_to_contain_text("authors")


def test_the_page_collects_an_outlet_and_people(static: Page) -> None:
    go_to(static, "Das ganze Archiv")
    static.locator("#desk-articles").blur()
    expect(static.locator("#desk-question h2")).to_have_text("Person")
    static.keyboard.press("a")
    static.keyboard.press("3")
    static.locator(".desk-typing:visible input").first.fill("Enna M. Harmsen")
    static.keyboard.press("Enter")
    text = static.locator(".desk-snippet pre").inner_text()
    assert text.startswith("# curation/people.yml\n")
    entries = yaml.safe_load(text)
    assert [entry["id"] for entry in entries] == ["anselm-quirrenbach", "enna-harmsen"]
    assert entries[1]["name"] == "Enna M. Harmsen"
    assert "Enna Harmsen" in entries[1]["also"]


def test_each_fact_of_an_article_leads_to_the_desk(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    fact = page.locator("li", has=page.locator("strong", has_text="Datum"))
    fact.get_by_role("link", name="berichtigen").click()
    expect(page).to_have_url(re.compile(r"/archive/desk/\?article=2020/inselverkehr[^&]*&field=date$"))
    field = page.locator("[data-field=date] input").first
    expect(field).to_be_focused()
    expect(field).to_have_value("2020-06-16")
    expect(page.locator("#desk-file")).to_have_text("faehre-bleibt.txt")
    page.goto(address + ARTICLE)
    assert page.get_by_role("link", name="berichtigen").count() >= 5


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_is_legible_everywhere(
    browser: Browser, project: Project, address: str, viewport: dict[str, int], scheme: str
) -> None:
    context = browser.new_context(viewport=viewport, color_scheme=scheme)
    page = context.new_page()
    with opened(project, LOOKS) as server:
        for place in (server.address, address + DESK):
            page.goto(place)
            expect(page.locator("#desk-question h2")).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place
            for part in (".desk-finding", ".desk-choice .desk-value", ".desk-text", ".desk-note"):
                ink, paper = page.locator(part).first.evaluate(
                    "e => [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor]"
                )
                assert contrast(ink, paper) >= 4.5, (place, part)
            box = page.locator(".desk-choice").first.bounding_box()
            assert box is not None
            assert box["height"] >= (36 if viewport is PHONE else 24)
            source, side = (page.locator(part).bounding_box() for part in (".desk-source", ".desk-side"))
            assert source is not None
            assert side is not None
            if viewport is DESKTOP:
                assert source["x"] + source["width"] <= side["x"]
            else:
                assert side["y"] + side["height"] <= source["y"]
        leave(page)
    context.close()
