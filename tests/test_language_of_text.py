"""Promise: a text's small words tell its language, or nothing is said: none is taken for its sister."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
import yaml

from annotated_archive.model import Kind, SavedText, Segment, Span
from annotated_archive.stages.describe import describe
from annotated_archive.words import lexicon

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "languages.yml").read_text("utf-8"))


def told(text: str) -> str | None:
    saved = SavedText("a.txt", "seeds/a.txt", text, "0")
    description, _ = describe(saved, (Segment(Kind.BODY, Span(0, len(text)), "test"),), None, {})
    return description.lang.value if description.lang else None


@pytest.mark.parametrize("language", CASES["told"])
def test_a_language_with_a_list_is_told(language: str) -> None:
    assert told(CASES["told"][language]) == language


@pytest.mark.parametrize("language", CASES["unknown"])
def test_of_a_language_without_a_list_nothing_is_said(language: str) -> None:
    assert told(CASES["unknown"][language]) is None


def test_every_list_has_a_text() -> None:
    assert set(CASES["told"]) == set(lexicon.sections("function_words"))


def test_no_word_stands_in_two_lists() -> None:
    lists = lexicon.sections("function_words")
    shared = {(a, b): set(lists[a]) & set(lists[b]) for a, b in combinations(lists, 2)}
    assert not {pair: words for pair, words in shared.items() if words}
