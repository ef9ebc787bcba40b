"""Readers' queries in a real browser: the pages that must come, and what readers can do with them.

The table of queries is asked on one page, all at once; each row is a test of its own.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from ..project_copy import ROOT, served
from .conftest import SUB_PATH, leave

QUERIES = yaml.safe_load((ROOT / "tests" / "cases" / "search" / "queries.yml").read_text("utf-8"))
FIRST = 5  # results that a reader looks at

ASK = """async ({ queries, first }) => {
  const root = new URL("../", location.href)
  const { search, named } = await import(new URL("assets/search/engine.js", root))
  const { nearest } = await import(new URL("assets/search/nearest.js", root))
  const answers = {}
  for (const query of queries) {
    const found = await search(query)
    const pages = (await found.next(first)).map((hit) => hit.data.url)
    const { number } = await found.count()
    const missing = found.lacking ?? found.query.words.map((word) => word.text)
    const alone = number ? [] : missing.filter((word) => !/\\s/.test(word))
    const offers = (await Promise.all(alone.map(nearest))).flat()
    answers[query] = { pages, number, offers, named: (await named(query)).map((data) => data.url) }
  }
  return answers
}"""


@pytest.fixture(scope="module")
def answers(sites: dict[str, Path], browser: Browser) -> dict[tuple[str, str], dict[str, Any]]:
    """What each query of the table finds, all asked on one page of each archive."""
    found = {}
    for name, site in sites.items():
        with served(site, SUB_PATH) as address:
            page = browser.new_page()
            page.goto(f"{address}search/")
            queries = [row["ask"] for row in QUERIES[name]]
            told = page.evaluate(ASK, {"queries": queries, "first": FIRST})
            found |= {(name, query): answer for query, answer in told.items()}
            leave(page)
            page.close()
    return found


def last(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


@pytest.mark.parametrize(
    ("archive", "row"),
    [
        pytest.param(archive, row, id=f"{archive}: {row['ask']}")
        for archive, rows in QUERIES.items()
        for row in rows
    ],
)
def test_a_query_finds_what_it_must(answers, archive: str, row: dict[str, Any]):
    if (archive, row["ask"]) not in answers:
        pytest.skip("this archive is not the one of the table")
    answer = answers[archive, row["ask"]]
    pages = [last(page) for page in answer["pages"]]
    first = row.get("first", [])
    assert [page for page, name in zip(pages, first, strict=False) if page.startswith(name)] == pages[
        : len(first)
    ]
    assert len(pages) >= len(first)
    for name in row.get("among", []):
        assert [page for page in pages if page.startswith(name)], (name, pages)
    for name in row.get("never", []):
        assert not [page for page in pages if page.startswith(name)], (name, pages)
    if row.get("only"):
        others = [page for page in answer["pages"] if "/people/" not in page and "/outlets/" not in page]
        assert len(others) == len(first), pages
    if row.get("none"):
        assert answer["number"] == 0, pages
    assert set(row.get("named", [])) <= {last(page) for page in answer["named"]}
    assert set(row.get("offers", [])) <= set(answer["offers"])


def results(page: Page) -> Any:
    return page.locator(".search-page .search-result")


def test_the_table_has_sixty_queries_and_the_live_archive_thirty_five():
    assert len(QUERIES["seeds"]) >= 35
    assert sum(map(len, QUERIES.values())) >= 60


def test_a_result_says_what_it_is_and_leads_to_its_paragraph(page: Page, search_address: str):
    page.goto(f"{search_address}search/?q=Fischereigrenze")
    first = results(page).first
    expect(first.locator(".search-imprint")).to_have_text("Artikel · Küstenbote · 16. September 2015")
    expect(first.locator(".search-title mark")).to_have_text("Fischereigrenze")
    passage = first.locator(".search-passage", has_text="Sieg der kleinen Boote")
    expect(passage.locator("mark").first).to_have_text("Fischereigrenze")
    passage.click()
    page.wait_for_url(re.compile(r"/worobjow-und-[^?]*#p-"))
    assert "?" not in page.url, "what a reader copies is the address of the passage"
    anchor = page.url.partition("#")[2]
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    expect(page.locator(f"[id='{anchor}'] mark.found")).to_have_text("Fischereigrenze")


def test_words_are_marked_as_they_are_printed(page: Page, search_address: str):
    """With ligatures and soft hyphens."""
    page.goto(f"{search_address}search/?q=offiziell Krankenhaus")
    results(page).first.locator(".search-passage").first.click()
    page.wait_for_url(re.compile(r"/archive/2016/[^?]*#"))
    expect(page.locator("mark.found").first).to_be_visible()
    assert {"oﬃziell", "Kran\u00adken\u00adhaus"} <= set(page.locator("mark.found").all_inner_texts())


def test_a_word_is_marked_whole_where_a_part_of_it_is_a_link(page: Page, search_address: str):
    article = f"{search_address}archive/2015/worobjow-und-sastrow-beenden-den-streit-um-die-fischereigrenze/"
    page.route(re.compile("/worobjow-und-"), lambda route: route.fulfill(body=linked(route.fetch().text())))
    page.goto(f"{article}?h=Worobjows")
    expect(page.locator("mark.found")).to_have_count(2)
    assert page.locator("mark.found").all_inner_texts() == ["Worobjow", "s"]


def linked(html: str) -> str:
    """The page with a genitive whose name is a link, as the build sets it."""
    return re.sub(r"(Worobjow</a>) und", r"\1s Partei und", html)


def test_a_passage_without_an_id_is_in_view_too(page: Page, search_address: str):
    page.goto(f"{search_address}search/?q=Boje")
    results(page).first.locator(".search-passage").click()
    page.wait_for_url(re.compile(r"/essays/grenze/$"))
    expect(page.locator("mark.found")).to_have_text("Boje")
    expect(page.locator("mark.found")).to_be_in_viewport()


def test_a_note_is_called_one(page: Page, search_address: str):
    page.goto(f"{search_address}search/?q=Hafenreform")
    expect(results(page).first.locator(".search-imprint")).to_contain_text("um Februar 2017 (von Hand)")
    expect(results(page).first.locator(".search-where")).to_have_text("in einer Notiz")
    results(page).first.locator(".search-passage").click()
    page.wait_for_url(re.compile("#note-"))
    expect(page.locator(".note-text mark.found")).to_be_visible()


def test_a_search_can_be_shared_and_taken_back(page: Page, search_address: str):
    page.goto(f"{search_address}search/?q=Hafen")
    expect(results(page)).not_to_have_count(0)
    before = results(page).count()
    page.locator(".search-filters summary").click()
    page.locator("#search-year").select_option("2016")
    page.wait_for_url("**/search/?q=Hafen&year=2016")
    expect(page.locator("#search-year")).to_have_value("2016")
    page.wait_for_function(
        "n => document.querySelectorAll('.search-page .search-result').length < n", arg=before
    )
    assert all("2016" in text for text in page.locator(".search-page .search-imprint").all_inner_texts())
    page.locator("#search-sort").select_option("oldest")
    page.wait_for_url("**/search/?q=Hafen&year=2016&sort=oldest")
    expect(results(page).first).to_contain_text("Krankenhaus")
    page.reload()
    expect(results(page).first).to_contain_text("Krankenhaus")
    page.go_back()
    page.go_back()
    expect(results(page)).to_have_count(before)
    assert page.url.endswith("/search/?q=Hafen")


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_the_order_of_dates_holds_over_all_languages(page: Page, search_address: str, sort: str):
    page.goto(f"{search_address}search/?kind=article&sort={sort}")
    expect(results(page)).to_have_count(8)
    titles = page.locator(".search-page .search-title").all_inner_texts()
    order = ["Ein Turm", "Worobjow", "Miliz", "Krankenhaus", "Vorobyov", "L’hôpital", "Sastrow", "Streik"]
    expected = order if sort == "oldest" else order[::-1]
    assert [title[:5] for title in titles] == [title[:5] for title in expected]


def test_filters_count_and_are_named(page: Page, search_address: str):
    page.goto(f"{search_address}search/?q=Hafen")
    expect(results(page)).not_to_have_count(0)
    page.locator(".search-filters summary").click()
    expect(page.locator("#search-kind option[value=article]")).to_have_text(re.compile(r"^Artikel \(\d\)$"))
    expect(page.locator("#search-language option[value=fr]")).to_have_count(0)
    assert page.locator("#search-outlet option").all_inner_texts()[0] == "alle"


def test_nothing_found_offers_the_nearest_spelling(page: Page, search_address: str):
    page.goto(f"{search_address}search/?q=Fischereigranze")
    expect(page.locator(".search-status").last).to_have_text("Nichts gefunden für „Fischereigranze“.")
    expect(page.locator(".search-indexes a").first).to_be_visible()
    page.locator(".search-nearest a").first.click()
    expect(results(page).first).to_contain_text("Worobjow")


def test_the_field_of_every_page_works_from_the_keyboard(page: Page, search_address: str):
    page.goto(f"{search_address}about/")
    page.keyboard.press("/")
    expect(page.locator("#search-field")).to_be_focused()
    page.keyboard.type("Lotsen")
    drop = page.locator(".md-header .search-drop")
    expect(drop.locator(".search-result").first).to_contain_text("Streik der Lotsen", timeout=15_000)
    expect(page.locator(".md-header").get_by_role("status")).to_have_text("1 Treffer für „Lotsen“")
    page.keyboard.press("ArrowDown")
    expect(drop.locator(".search-title").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-field")).to_be_focused()
    page.keyboard.press("Escape")
    expect(drop).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Lotsen")
    expect(results(page).first).to_contain_text("Streik der Lotsen")
    expect(page.locator("#search-main")).to_be_focused()


def test_a_search_asks_nobody_else_and_loads_little(context: BrowserContext, search_address: str):
    page = context.new_page()
    loaded: list[str] = []
    page.on("response", lambda r: loaded.append(r.url) if r.ok else None)
    page.goto(f"{search_address}search/?q=Hafen")
    expect(results(page)).not_to_have_count(0)
    assert all(url.startswith((search_address, "data:")) for url in loaded)
    pagefind = [url for url in loaded if "/pagefind/" in url]
    assert not [url for url in pagefind if "-ui" in url or "worker" in url or "highlight" in url]
    assert len([url for url in pagefind if "/pagefind.js" in url]) == 1, "once for all three languages"


def test_where_there_is_no_index_the_page_says_so(page: Page, search_address: str):
    page.route("**/pagefind/search.json", lambda route: route.fulfill(status=404))
    page.goto(f"{search_address}search/?q=Hafen")
    expect(page.locator(".search-status").last).to_contain_text("Die Suche ist noch nicht da")
    expect(page.locator(".search-indexes a").first).to_be_visible()
