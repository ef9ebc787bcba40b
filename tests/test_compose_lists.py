"""Promises of the pages that list: order, what a person's page tells, and growth."""

from __future__ import annotations

import re

from annotated_archive.model import Certainty, Found
from annotated_archive.words.languages import interface

from .compose_samples import article, pages


def test_lists_are_newest_first_with_undated_articles_last() -> None:
    days = ["2020-01-02", None, "2021-05-06", "2021-05-05"]
    made = pages(*(article(f"{(day or 'undated')[:4]}/n{i}", day) for i, day in enumerate(days)))
    order = re.findall(r"\(archive/[^)]*/(n\d)\.md\)", made["_newest.md"])
    assert order == ["n2", "n3", "n0", "n1"]
    assert re.findall(r"^## \[(.*?)\]", made["index.md"], re.M) == ["2021", "2020", "Ohne Datum"]
    assert re.findall(r"^- \[(.*?)\]", made["people/index.md"], re.M) == ["Ben Beispiel", "Ada Exempel"]


def test_a_person_page_says_what_is_known_and_where_the_person_is_named() -> None:
    made = pages(article("2021/a"))
    ada, ben = made["people/ada-example.md"], made["people/ben-beispiel.md"]
    assert '# <span class="kicker">Brückenwärterin</span>' in ada
    assert "Ada Exempel (1), Exempel (1)" in ada
    assert "**Auch genannt** A. Exempel\n" in ada
    assert "[Q1](https://www.wikidata.org/wiki/Q1)" in ada
    assert "2 Nennungen*" in ada
    assert re.search(r"- \[¶ 1\]\(\.\./2021/a\.md#p-\w+\) <mark>Ada Exempel</mark>", ada)
    assert "[Ben Beispiel](ben-beispiel.md) 1 gemeinsamer Artikel" in ada
    assert interface("de")("person.unverified.note") in ben
    assert interface("de")("person.unverified.note") not in ada


def test_an_outlet_that_nobody_described_has_a_page_of_its_own() -> None:
    made = pages(article("2021/a", outlet=Found("index", None, "r", Certainty.STATED)), article("2021/b"))
    others = [path for path in made if re.fullmatch(r"outlets/index-\w{6}\.md", path)]
    assert len(others) == 1
    assert '<span class="headline">index</span>' in made[others[0]]


def test_no_list_grows_with_the_square_of_the_archive() -> None:
    def largest(count: int) -> int:
        made = pages(*(article(f"2021/n{i}") for i in range(count)))
        return max(len(text) for text in made.values())

    assert largest(80) < 2.2 * largest(40)


def test_an_empty_archive_has_its_index_pages() -> None:
    made = pages()
    lists = {"index.md", "people/index.md", "outlets/index.md", "notes/index.md"}
    assert lists | {"_figures.md", "_newest.md", ".search.json"} == set(made)
    assert interface("de")("empty") in made["_newest.md"]
