"""A quotation that an article does not have → the nearest passage, and in which words the two differ."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from ...model import Span
from ...text.quotation_marks import MARKS
from ...text.reader_text import Passage, ReaderText
from ...text.shortened import shortened
from .quotation import with_one_mark
from .quoted_places import text_with_one_mark

# Per cent of equal characters below which two passages share small words and nothing else.
ALIKE = 60.0
# More differences than this, and reading both is easier than a list.
LISTED = 3
# Words added on both sides of the most alike part, which is as long as the quotation: where the quotation
# leaves words out, the article has more.
WIDER = 3
SHOWN = 160  # characters of a passage in a problem

_WORD = re.compile(r"\S+")
_PUNCTUATION = ".,;:…-"
# What a quotation inside the passage or a bracket has around it: the essay need not repeat it.
_ENCLOSING = MARKS + "()"
_QUOTES = re.compile(f"[{re.escape(_ENCLOSING)}]")
_PARTS = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL)
Change = tuple[str, int, int, int, int]  # as difflib names them: kind, mine from and to, theirs from and to


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage of an article most like a quotation.

    `score` is per cent of equal characters, `words` the article's, `differences` a text.
    """

    score: float
    passage: Passage
    span: Span
    words: str
    differences: str


def nearest(quoted: str, readings: Iterable[ReaderText]) -> Nearest | None:
    """The passage of the readings nearest to a quotation's words, or None if none is like them."""
    wanted = with_one_mark(quoted)
    best: tuple[float, ReaderText, Passage, int, int] | None = None
    for reading in readings:
        text = text_with_one_mark(reading)
        for passage in reading.passages:
            here = text[passage.start : passage.end]
            if (found := _most_alike(wanted, here)) is None:
                continue
            score, start, end = found
            if best is None or score > best[0]:
                best = (score, reading, passage, passage.start + start, passage.start + end)
    if best is None:
        return None
    score, reading, passage, start, end = best
    before = [match.start() for match in _WORD.finditer(reading.text, passage.start, start)]
    after = [match.end() for match in _WORD.finditer(reading.text, end, passage.end)]
    start = before[-WIDER:][0] if before else passage.start
    end = after[:WIDER][-1] if after else passage.end
    words, named = differences(quoted, reading.as_printed(start, end))
    return Nearest(score, passage, reading.span(start, end), shortened(words, SHOWN), named)


def _most_alike(wanted: str, here: str) -> tuple[float, int, int] | None:
    """The score of the part of a passage most like what is wanted, and where it is; None if none is alike."""
    if len(here) <= len(wanted):
        score = fuzz.ratio(wanted, here, score_cutoff=ALIKE)
        return (score, 0, len(here)) if score else None
    found = fuzz.partial_ratio_alignment(wanted, here, score_cutoff=ALIKE)
    return (found.score, found.dest_start, found.dest_end) if found else None


def differences(quoted: str, printed: str) -> tuple[str, str]:
    """The printed words that the quoted ones stand for, and where the two differ, in words.

    `differences("er geht heim", "als er kommt heim")` gives "er kommt heim" and names "kommt" and "geht".
    """
    mine, theirs = quoted.split(), printed.split()
    words, changes = _changes(mine, theirs, _core)
    shown = _bare
    if not changes:  # then a comma is the difference
        words, changes = _changes(mine, theirs, _without_marks)
        shown = _without_quotes
    if len(changes) > LISTED:
        return words, ""
    mine, theirs = list(map(shown, mine)), list(map(shown, theirs))
    return words, "; ".join(
        _difference(kind, mine[a:b], theirs[c:d], theirs[max(0, c - 1) : c]) for kind, a, b, c, d in changes
    )


def _changes(mine: list[str], theirs: list[str], key: Callable[[str], str]) -> tuple[str, list[Change]]:
    """The printed words that are meant, and where their keys differ from those of the quotation."""
    # A quotation may end before the article's comma.
    last = key(mine[-1]).rstrip(_PUNCTUATION)
    my_keys = [*(key(word) for word in mine[:-1]), last]
    their_keys = [last if k.rstrip(_PUNCTUATION) == last else k for k in map(key, theirs)]
    changes = difflib.SequenceMatcher(None, my_keys, their_keys, autojunk=False).get_opcodes()
    first, end = 0, len(theirs)
    # What the passage has more at its edges is no difference.
    if changes[0][0] == "insert":
        first = changes.pop(0)[4]
    if changes[-1][0] == "insert":
        end = changes.pop()[3]
    if changes[0][0] == "replace":
        kind, a, b, c, d = changes[0]
        first = max(c, d - b)
        changes[0] = (kind, a, b, first, d)
    if changes[-1][0] == "replace":
        kind, a, b, c, d = changes[-1]
        end = min(d, c + b - a)
        changes[-1] = (kind, a, b, c, end)
    return " ".join(theirs[first:end]), [change for change in changes if change[0] != "equal"]


def _difference(kind: str, mine: list[str], theirs: list[str], before: list[str]) -> str:
    after = f' after "{before[0]}"' if before else ""
    had, has = (shortened(" ".join(words), SHOWN) for words in (mine, theirs))
    if kind == "insert":
        return f'the quotation leaves out "{has}"{after}'
    if kind == "delete":
        return f'the quotation has "{had}"{after}, the article has not'
    return f'the article has "{has}" where the quotation has "{had}"'


def _core(word: str) -> str:
    """A word without the marks around it, by which the two are compared first."""
    return with_one_mark(word).strip(_PUNCTUATION + _ENCLOSING)


def _without_marks(word: str) -> str:
    """A word with its punctuation, but without quotation marks and brackets around it."""
    return _without_quotes(with_one_mark(word))


def _without_quotes(word: str) -> str:
    found = _PARTS.fullmatch(word)
    if not found:
        return word
    before, core, after = found.groups()
    return _QUOTES.sub("", before) + core + _QUOTES.sub("", after)


def _bare(word: str) -> str:
    return word.strip(_PUNCTUATION + _ENCLOSING) or word
