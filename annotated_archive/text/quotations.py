"""Text → quotations: the outermost pairs of double quotation marks, each with everything nested in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ..model import Span
from .quotation_marks import CLOSED_BY, DOUBLE, SINGLE

_MARK = re.compile(f"[{DOUBLE}]")
_EITHER_SIDE = '“”"'  # marks whose side only their neighbours tell
MOST_MARKS = 100  # inside a quotation in which straight marks are left open; no person writes so many
_BEFORE_OPENING = frozenset("([{–—-/…:‚‘'„«»")


def quotations(text: str) -> list[Span]:
    """The quotations with their marks, in order; a mark without its partner quotes nothing."""
    marks = [match.start() for match in _MARK.finditer(text)]
    found: list[Span] = []
    partners: dict[int, int | None] = {}
    i = 0
    while i < len(marks):
        last = _closing(text, marks, i, partners) if _can_open(text, marks[i]) else None
        if last is None:
            i += 1
        else:
            found.append(Span(marks[i], marks[last] + 1))
            i = last + 1
    return found


def opening_of(text: str) -> int | None:
    """Where the mark was opened with which a text ends, double or single; None if nowhere.

    That it closes is known, so spaces may stand beside it, as in “ this ”, and any double mark may open it,
    as in »this» and “this“.
    """
    found = quotations(text)
    if found and found[-1].end == len(text):
        return found[-1].start
    mark = text[-1:]
    openers = DOUBLE if mark in DOUBLE else [m for m in SINGLE if mark in CLOSED_BY[m] and m != mark]
    for at in range(len(text) - 2, -1, -1):
        # Behind a word or a number a mark closes, or is an apostrophe or an inch.
        if text[at] not in openers or text[at - 1 : at].isalnum():
            continue
        around = bisect_right(found, at, key=lambda span: span.start) - 1
        if around < 0 or at >= found[around].end:
            return at
    return None


def _closing(text: str, marks: Sequence[int], first: int, partners: dict[int, int | None]) -> int | None:
    """The index of the mark that closes the mark at index `first`.

    `partners` remembers what is learnt on the way of marks of the same kind inside, so that a text full of
    marks that nobody closes is walked once.
    """
    if first in partners:
        return partners[first]
    opening = text[marks[first]]
    closers, within = CLOSED_BY[opening], False
    opened = [first]  # those still open, with -1 for one whose inside would be read otherwise by itself
    for i in range(first + 1, len(marks)):
        mark = text[marks[i]]
        if mark == '"' != opening and (_can_close if within else _can_open)(text, marks[i]):
            within = not within  # straight marks inside others pair among themselves
        elif mark in closers and _can_close(text, marks[i]):
            partner = opened.pop()
            if not opened:
                return i
            if partner >= 0:
                partners[partner] = i
        elif mark == opening:
            if mark in _EITHER_SIDE:
                return None  # the first has no partner, or they nest without telling how
            opened.append(-1 if within else i)
        if i - first > MOST_MARKS and within:
            return None
    partners |= dict.fromkeys((mark for mark in opened if mark >= 0), None)
    return None


def _can_open(text: str, i: int) -> bool:
    if text[i] not in _EITHER_SIDE:
        return True
    free = i == 0 or text[i - 1].isspace() or text[i - 1] in _BEFORE_OPENING
    return free and i + 1 < len(text) and not text[i + 1].isspace()


def _can_close(text: str, i: int) -> bool:
    if text[i] not in _EITHER_SIDE:
        return True
    after = text[i + 1 : i + 2]
    return not text[i - 1].isspace() and not after.isalnum()
