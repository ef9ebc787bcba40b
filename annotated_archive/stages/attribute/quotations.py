"""Paragraph → quotations: the outermost pairs of quotation marks, each with everything nested in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import Span

_MARK = re.compile(r"[„“”\"«»]")
# What may close a mark. Every country closes with another's opening mark, and typists mix in straight ones.
_CLOSERS = {"„": '“”"', "“": '”"', "”": "”", '"': '"', "«": "»", "»": "«"}
_STRAIGHT = '“”"'  # marks whose side only their neighbours tell
_BEFORE_OPENING = frozenset("([{–—-/…:‚‘'„«»")


def quotations(text: str) -> list[Span]:
    """The quotations with their marks, in order; a mark without its partner quotes nothing."""
    marks = [match.start() for match in _MARK.finditer(text)]
    found: list[Span] = []
    i = 0
    while i < len(marks):
        last = _closing(text, marks, i) if _can_open(text, marks[i]) else None
        if last is None:
            i += 1
        else:
            found.append(Span(marks[i], marks[last] + 1))
            i = last + 1
    return found


def _closing(text: str, marks: Sequence[int], first: int) -> int | None:
    """The index of the mark that closes the mark at index `first`."""
    opening = text[marks[first]]
    closers, depth = _CLOSERS[opening], 0
    for i in range(first + 1, len(marks)):
        mark = text[marks[i]]
        if mark in closers and _can_close(text, marks[i]):
            if not depth:
                return i
            depth -= 1
        elif mark == opening:
            if mark in _STRAIGHT:
                return None  # the first has no partner, or they nest without telling how
            depth += 1
    return None


def _can_open(text: str, i: int) -> bool:
    if text[i] not in _STRAIGHT:
        return True
    free = i == 0 or text[i - 1].isspace() or text[i - 1] in _BEFORE_OPENING
    return free and i + 1 < len(text) and not text[i + 1].isspace()


def _can_close(text: str, i: int) -> bool:
    if text[i] not in _STRAIGHT:
        return True
    after = text[i + 1 : i + 2]
    return not text[i - 1].isspace() and not after.isalnum()
