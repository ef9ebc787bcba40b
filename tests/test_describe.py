"""Describe: what is known of an article, told from invented pages of a few lines."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_archive.model import CuratedArticle, Found, Kind, Outlet, SavedText, Segment, Span
from annotated_archive.stages.describe import describe
from annotated_archive.words import lexicon

from .casebook import cases

EVIDENCE = ("rule", "certainty", "because")


def page(lines: list[list[str]]) -> tuple[SavedText, tuple[Segment, ...]]:
    """A saved text of these segments, each on lines of its own."""
    segments, text = [], ""
    for kind, words, *rule in lines:
        if text:
            segments.append(Segment(Kind.BLANK, Span(len(text), len(text) + 1), "line-end"))
            text += "\n"
        segments.append(Segment(Kind(kind), Span(len(text), len(text) + len(words)), (rule or ["case"])[0]))
        text += words
    return SavedText("case.txt", "seeds/case.txt", text, "0" * 64), tuple(segments)


def curated_article(case: dict[str, Any]) -> CuratedArticle | None:
    if "curated" not in case:
        return None
    given = case["curated"]
    fields = {key: tuple(v) if isinstance(v, list) else v for key, v in given["fields"].items()}
    because, lines = given.get("because", {}), given.get("lines", {})
    return CuratedArticle("case", "curation/articles/case.yml", fields, because, lines=lines)


def plain(field: Found[Any] | tuple[Found[Any], ...] | None) -> Any:
    """A field's value, or its values."""
    if isinstance(field, tuple):
        return [found.value for found in field]
    return None if field is None else field.value


def first(field: Found[Any] | tuple[Found[Any], ...] | None) -> Found[Any]:
    found = field[0] if isinstance(field, tuple) else field
    assert found is not None
    return found


@pytest.mark.parametrize("case", cases("describe"))
def test_case(case: dict[str, Any]) -> None:
    """`expect` names fields with their values, and their evidence; `problems` are the full texts."""
    saved, segments = page(case["segments"])
    outlets = {
        key: Outlet(key, given["name"], tuple(given.get("names", ())), tuple(given.get("hosts", ())))
        for key, given in case.get("outlets", {}).items()
    }
    description, problems = describe(saved, segments, curated_article(case), outlets)
    expect = dict(case["expect"])
    for what in EVIDENCE:
        for field, value in expect.pop(what, {}).items():
            assert getattr(first(getattr(description, field)), what) == value, field
    for field, has_span in expect.pop("spans", {}).items():
        assert (first(getattr(description, field)).span is not None) == has_span, field
    assert {field: plain(getattr(description, field)) for field in expect} == expect
    assert [str(problem) for problem in problems] == case.get("problems", [])


WORDS = ["Von", "Erika", "Muster", "16.09.2015", "dpa", "/", "(emu)", "©", "Stand:", "7 Kommentare"]


@given(
    st.lists(
        st.tuples(st.sampled_from(list(Kind)), st.lists(st.sampled_from(WORDS), min_size=1)), max_size=12
    )
)
def test_whatever_the_segments_evidence_lies_in_the_text(lines: list[tuple[Kind, list[str]]]) -> None:
    """Nothing raises, every span lies in the text, and every rule is explained to readers."""
    saved, segments = page([[kind.value, " ".join(words)] for kind, words in lines])
    description, _ = describe(saved, segments)
    explained = {*lexicon.load("rules/describe"), "case"}
    for name in description.__slots__:
        field = getattr(description, name)
        for found in field if isinstance(field, tuple) else (field,) if field else ():
            assert found.span is None or 0 <= found.span.start < found.span.end <= len(saved.text)
            assert found.rule in explained


@pytest.mark.parametrize("section", ["labels", "weak_labels", "genres", "functions", "departments", "media"])
def test_word_lists_of_bylines_load(section: str) -> None:
    assert lexicon.sections("bylines")[section]


def test_a_function_word_tells_one_language() -> None:
    """A word in two languages' lists would count for both and decide nothing."""
    lists = lexicon.sections("function_words")
    seen: dict[str, str] = {}
    for language, words in lists.items():
        for word in words:
            assert word not in seen, f"{word} is in {seen.get(word)} and {language}"
            seen[word] = language
