"""Promise: the program knows quotation marks from one table, and pairs them in one way, whoever set them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_archive.text import quotation_marks as marks
from annotated_archive.text.pandoc_citations import find_citations
from annotated_archive.text.quotations import opening_of, quotations

from .project_copy import ROOT

PACKAGE = ROOT / "annotated_archive"
MOST = 2
# Forms in which a mark stands for more than a mark, and pairs that a language prints.
EXCEPTIONS = {
    "stages/export/typography.py": "what a language sets for straight marks",
    "stages/segment/kicker.py": "a mark between two words that were glued together",
    "stages/segment/teasers.py": "how a teaser's sentence ends",
    "text/quotation_marks.py": "the table",
    "text/quotations.py": "the marks whose side their neighbours tell, and what stands before them",
}


def test_the_sets_follow_from_the_table() -> None:
    assert set(marks.MARKS) == set(marks.CLOSED_BY) | set("".join(marks.CLOSED_BY.values()))
    assert not set(marks.SINGLE) & set(marks.DOUBLE)
    assert set(marks.OPENING) == set(marks.CLOSED_BY)
    assert set(marks.CLOSING) == set("“”\"«»‘’'‹›")
    assert set(marks.OPENING_DOUBLE) | set(marks.CLOSING_DOUBLE) == set(marks.DOUBLE)
    assert set(marks.SINGLE_FOR.values()) <= set(marks.SINGLE)
    assert all(len(each) == len(set(each)) for each in (marks.MARKS, marks.OPENING, marks.CLOSING))
    for opening, closing in marks.CLOSED_BY.items():
        assert {mark in marks.SINGLE for mark in closing} == {opening in marks.SINGLE}


@pytest.mark.parametrize("characters", [marks.MARKS, marks.LIKE_DOUBLE, marks.LIKE_SINGLE, marks.APOSTROPHES])
def test_each_may_stand_in_a_set_of_a_regular_expression(characters: str) -> None:
    pattern = re.compile(f"[{characters}]", re.VERBOSE)
    assert [chr(n) for n in range(0x10000) if pattern.match(chr(n))] == sorted(characters)


def of_marks(source: str) -> list[str]:
    """The strings of a module, without its docstrings, that list quotation marks."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]
    lists = [
        "".join(n.value for n in node.elts if isinstance(n, ast.Constant) and isinstance(n.value, str))
        for node in ast.walk(tree)
        if isinstance(node, ast.Tuple | ast.List | ast.Set)
    ]
    return [text for text in (*strings, *lists) if len(set(text) & set(marks.TYPOGRAPHIC)) > MOST]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_no_other_module_lists_them(path: Path) -> None:
    found = of_marks(path.read_text("utf-8"))
    if path.relative_to(PACKAGE).as_posix() in EXCEPTIONS:
        assert found, "no exception any more"
    else:
        assert not found, "take them from text/quotation_marks.py"


def test_the_search_finds_lists() -> None:
    assert of_marks('A = re.compile(r"[„“»]")\nB = ("„", "“", "«")\n"""„“»«"""\nC = "„Ja“"') == [
        "[„“»]",
        "„“«",
    ]


# A paragraph with a citation, and the quotation before it; None where nothing is quoted.
CITED = {
    "„Ja“ [@k]": "Ja",
    "“Yes” [@k]": "Yes",
    '"Ja" [@k]': "Ja",
    "«Oui» [@k]": "Oui",
    "« Oui » [@k]": "Oui",
    "»Ja« [@k]": "Ja",
    "»Hyvä» [@k]": "Hyvä",
    "”Bra”, sa hon. ”Nej” [@k]": "Nej",
    "‚Ja‘ [@k]": "Ja",
    "‚Ja’ [@k]": "Ja",
    "‘Yes’ [@k]": "Yes",
    "‘the boys’ school’ [@k]": "the boys’ school",
    "‘it’s done’ [@k]": "it’s done",
    "›Ja‹ [@k]": "Ja",
    "‹Oui› [@k]": "Oui",
    '„Ja" [@k]': "Ja",
    '"Ja“ [@k]': "Ja",
    "“Ja“ [@k]": "Ja",
    "„Ja” [@k]": "Ja",
    "“ mot ” [@k]": "mot",
    '" mot " [@k]': "mot",
    '"Ja "[@k]': "Ja",
    "„Er sagte: »Nein«“ [@k]": "Er sagte: »Nein«",
    "„Er sagte ‚Nein‘“ [@k]": "Er sagte ‚Nein‘",
    "“It was ‘fine’.” [@k]": "It was ‘fine’.",
    "“Er sagte „nein“ und ging” [@k]": "Er sagte „nein“ und ging",
    '"A "b" c" [@k]': 'A "b" c',
    '"A “b” c" [@k]': "A “b” c",
    '“A "b" c” [@k]': 'A "b" c',
    "„A „b“ c“ [@k]": "A „b“ c",
    "«A «b» c» [@k]": "A «b» c",
    "„Offen. „Ja“ [@k]": "Ja",
    "„Ja“, sagte sie, „nein“ [@k]": "nein",
    '"Ja" und "nein" [@k]': "nein",
    "« A » et « B » [@k]": "B",
    "»A« und »B« [@k]": "B",
    '*"Ja"* [@k]': "Ja",
    '"**Ja**" [@k]': "Ja",
    '"`code` ist" [@k]': "code ist",
    '`a`"Ja" [@k]': "Ja",
    'Er sagte:"Ja" [@k]': "Ja",
    'Das 5" Rohr: "Ja" [@k]': "Ja",
    'Das 5" Rohr und 3" [@k]': None,
    "Wort“ [@k]": None,
    "it’s fun’ [@k]": None,
    'a"b"c [@k]': None,
}


@pytest.mark.parametrize("markdown", CITED)
def test_a_citation_has_the_quotation_before_it(markdown: str) -> None:
    (citation,) = find_citations(markdown)
    assert (citation.quotation.text if citation.quotation else None) == CITED[markdown]


@given(st.text(alphabet="ab ,." + marks.DOUBLE, max_size=30))
def test_what_closes_a_quotation_was_opened_where_it_begins(text: str) -> None:
    for span in quotations(text):
        opening = opening_of(text[: span.end])
        assert opening is not None
        assert span.start <= opening < span.end


@given(st.text(alphabet="ab ,." + marks.MARKS, max_size=30))
def test_an_opening_mark_stands_before_the_closing_one(text: str) -> None:
    opening = opening_of(text)
    assert opening is None or (text[opening] in marks.MARKS and opening < len(text) - 1)
