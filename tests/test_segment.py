"""Segment: every part of a saved page is what it is, and no character is lost or doubled."""

import ast
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_archive.model import Kind, SavedText
from annotated_archive.stages.segment import segment
from annotated_archive.stages.segment.labels import ELLIPSIS
from annotated_archive.words.lexicon import load, sections

from .casebook import cases

PACKAGE = Path(__file__).parents[1] / "annotated_archive" / "stages" / "segment"
# Pieces of pages: random order makes pages that no site would print, and those must tile as well.
PIECES = st.sampled_from(
    [
        "Ein Satz, der lang genug ist, um ein Absatz zu sein, und der deshalb auch als einer gelten darf.",
        "Rat stoppt Bau des Hallenbads",
        "Hafen-Streit Reeder wollen bleiben und bauen",
        "Von Erika Muster",
        "16.09.2015, 17:31 Uhr",
        "3 Kommentare",
        "Anna B. sagt:",
        "Mehr zum Thema",
        "Jetzt weiterlesen",
        "Foto: Max Probe/dpa",
        "Ein Satz (Link: http://musterblatt.example/1) . Und noch einer.",
        "dpa/abc",
        "\ufeff",
        "\u00a0",
        "\t",
        "",
    ]
)


def saved(text: str) -> SavedText:
    return SavedText("case.txt", "seeds/case.txt", text, "")


def segmented(text: str) -> list[list[str]]:
    return [[str(s.kind), s.span.of(text)] for s in segment(saved(text))[0] if s.kind is not Kind.BLANK]


@pytest.mark.parametrize("case", cases("segment"))
def test_case(case):
    """Each file of tests/cases/segment/ says in its first line what it promises."""
    assert segmented(case["text"]) == case["expect"]
    assert [str(problem) for problem in segment(saved(case["text"]))[1]] == case.get("problems", [])


@pytest.mark.parametrize("case", cases("no-threads"))
def test_an_articles_own_form_is_no_thread(case):
    """What looks like comments in an article, such as a ticker's entries, is not read as comments."""
    assert [part for part in segmented(case["text"]) if part[0] == "comment"] == []


def assert_tiles(text: str) -> None:
    segments, _ = segment(saved(text))
    assert "".join(s.span.of(text) for s in segments) == text
    assert all(s.span.start < s.span.end for s in segments)
    assert all(one.span.end == two.span.start for one, two in pairwise(segments))
    assert all(s.kind is not Kind.BLANK or not any(c.isalnum() for c in s.span.of(text)) for s in segments)
    assert sum(s.kind is Kind.TITLE for s in segments) <= 1
    assert sum(s.kind is Kind.KICKER for s in segments) <= 1


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_tiled(text):
    """Any text is the text of its segments joined, in order, without gap or overlap."""
    assert_tiles(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_page_is_tiled(pieces):
    """So is any page, whatever its rules have to cut."""
    assert_tiles("\n".join(pieces))


def test_text_segments_have_no_white_space_at_their_ends():
    """White space at a line's ends is blank; only a link takes a space from inside a sentence."""
    paragraph = "Ein Absatz steht hier, und er ist lang genug für einen Artikel, meint man."
    text = f"  Rat stoppt Bau  \n\n   {paragraph}  \n"
    parts = [s.span.of(text) for s in segment(saved(text))[0] if s.kind is not Kind.BLANK]
    assert parts == [part.strip() for part in parts]


def rules_in_code() -> set[str]:
    """The rule names in the stage's modules: what is given to a Mark or as a Segment's rule."""
    found: set[str] = set()
    for path in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                wanted = {"Mark": 1, "Segment": 2}.get(node.func.id)
                if wanted is not None and len(node.args) > wanted:
                    given = node.args[wanted]
                    found.update(n.value for n in ast.walk(given) if isinstance(n, ast.Constant))
    return {rule for rule in found if isinstance(rule, str)}


def test_every_rule_is_explained():
    """Readers see the rule behind each part of a seed; in which languages, `test_languages.py` asks."""
    assert rules_in_code() | set(sections("page_furniture")) <= set(load("rules/segment"))


def test_an_ellipsis_stands_only_at_the_ends_of_a_label():
    """Inside a label it would never match; the list would look longer than it is."""
    labels = [label for labels in sections("page_furniture").values() for label in labels]
    assert [label for label in labels if ELLIPSIS in label.strip(ELLIPSIS)] == []
