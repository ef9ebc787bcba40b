"""A quotation that an article does not have → the nearest passage, and in which words the two differ."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from ..model import Span
from ..reading import Passage, Reading
from .places import comparable_text
from .quotation import comparable

# Per cent of equal characters below which two passages share small words and nothing else.
ALIKE = 60.0
# More differences than this, and reading both is easier than a list.
LISTED = 3
SHOWN = 160  # characters of a passage in a problem


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage of an article most like a quotation: its words, its place, the differences as a text."""

    passage: Passage
    span: Span
    words: str
    differences: str


def nearest(quoted: str, readings: Iterable[Reading]) -> Nearest | None:
    """The passage of the readings nearest to a quotation's words, or None if none is like them."""
    wanted = comparable(quoted)
    best: tuple[float, Reading, Passage, int, int] | None = None
    for reading in readings:
        text = comparable_text(reading)
        for passage in reading.passages:
            here = text[passage.start : passage.end]
            found = fuzz.partial_ratio_alignment(wanted, here, score_cutoff=best[0] if best else ALIKE)
            # The aligner swaps sides for a passage shorter than the quotation; then all of it is meant.
            if found is None or (best and found.score <= best[0]):
                continue
            whole = len(here) < len(wanted)
            start, end = (0, len(here)) if whole else (found.dest_start, found.dest_end)
            best = (found.score, reading, passage, passage.start + start, passage.start + end)
    if best is None:
        return None
    _, reading, passage, start, end = best
    while start > passage.start and not reading.text[start - 1].isspace():
        start -= 1
    while end < passage.end and not reading.text[end].isspace():
        end += 1
    printed = reading.as_printed(start, end)
    return Nearest(passage, reading.span(start, end), _cut(printed), differences(quoted, printed))


def differences(quoted: str, printed: str) -> str:
    """Where the words differ: `differences("er geht heim", "er kommt heim")` names "kommt" and "geht"."""
    mine, theirs = quoted.split(), printed.split()
    matcher = difflib.SequenceMatcher(
        None, [_key(w) for w in mine], [_key(w) for w in theirs], autojunk=False
    )
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    # The passage was cut out by likeness; what it has more at its edges is no difference.
    if changes and changes[0][0] == "insert" and changes[0][1] == 0:
        changes.pop(0)
    if changes and changes[-1][0] == "insert" and changes[-1][1] == len(mine):
        changes.pop()
    if not changes or len(changes) > LISTED:
        return ""
    return "; ".join(
        _difference(kind, mine[a:b], theirs[c:d], theirs[max(0, c - 1) : c]) for kind, a, b, c, d in changes
    )


def _difference(kind: str, mine: list[str], theirs: list[str], before: list[str]) -> str:
    after = f' after "{before[0]}"' if before else ""
    if kind == "insert":
        return f'the quotation leaves out "{_cut(" ".join(theirs))}"{after}'
    if kind == "delete":
        return f'the quotation has "{_cut(" ".join(mine))}"{after}, the article has not'
    return f'the article has "{_cut(" ".join(theirs))}" where the quotation has "{_cut(" ".join(mine))}"'


def _key(word: str) -> str:
    return comparable(word).strip("'")


def _cut(text: str) -> str:
    folded = re.sub(r"\s+", " ", text)
    return folded if len(folded) <= SHOWN else folded[:SHOWN].rsplit(" ", 1)[0] + " …"
