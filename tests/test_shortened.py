"""What a message has no room for is cut after a word, and the ellipsis says so."""

import re
from pathlib import Path

import pytest

import annotated_archive
from annotated_archive.text.shortened import shortened

PACKAGE = Path(annotated_archive.__file__).parent
# `text[:LONGEST].rsplit(" ", 1)`: the same, written down once more. Lists of a page cut in other ways.
CUT_BY_HAND = re.compile(r"\[:\s*\w+\]\.rsplit\(")


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [
        ("Die Brücke steht.", 17, "Die Brücke steht."),
        ("Die Brücke steht.", 16, "Die Brücke …"),
        ("Die Brücke steht.", 11, "Die Brücke …"),
        ("Die Brücke steht.", 10, "Die …"),
        ("Die Brücke steht.", 1, "D …"),
        ("Donaudampfschiff", 5, "Donau …"),
        ("one two", 5, "one …"),
        ("", 5, ""),
        ("a\nb c", 4, "a\nb …"),
    ],
)
def test_cut_after_a_word(text, longest, short):
    assert shortened(text, longest) == short


def test_nobody_cuts_by_hand():
    by_hand = {
        p.relative_to(PACKAGE).as_posix()
        for p in PACKAGE.rglob("*.py")
        if CUT_BY_HAND.search(p.read_text("utf-8"))
    }
    assert by_hand == {"text/shortened.py"}
