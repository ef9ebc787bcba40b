"""An article → the parts of it that may name somebody, and where in such a part a passage stands.

Comes in: the saved text, its segments and paragraphs. Goes out: headline and paragraphs, found by any span of
the saved text without a look at the others: an article may name thousands of people.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ...model import Kind, Segment, Span
from ...text.line_ends import unbroken
from ...text.paragraphs import Paragraph, fold
from .highlights import position

TITLE = "title"  # the anchor of a headline


@dataclass(frozen=True)
class Part:
    """A headline or paragraph: its folded text, its kept parts, its anchor, and its number if it has one."""

    text: str
    spans: tuple[Span, ...]
    target: str
    number: int | None
    saved: str  # the whole saved text

    def place(self, span: Span) -> tuple[int, int] | None:
        """Where a span of the saved text that lies in this part starts and ends in the folded text."""
        whole = self.spans[0]
        if len(self.spans) > 1 or span.start < whole.start or span.end > whole.end or self._folded is None:
            return position(self.spans, self.saved, span)
        inner = span.of(self.saved)
        start = span.start - whole.start + len(inner) - len(inner.lstrip())
        end = span.end - whole.start - len(inner) + len(inner.rstrip())
        return (self._folded[start], self._folded[end]) if start < end else None

    @cached_property
    def _folded(self) -> tuple[int, ...] | None:
        """Where each character comes to stand in the folded text; None if joined words make that another."""
        raw = self.spans[0].of(self.saved)
        if unbroken(raw) != raw:
            return None
        offsets = [0]
        space = True  # none stands at the start
        for character in raw:
            now = character.isspace()
            offsets.append(offsets[-1] + (not (now and space)))
            space = now
        return tuple(offsets)


class Parts:
    """The parts of one article in the order of the text."""

    def __init__(self, text: str, segments: Sequence[Segment], paragraphs: Sequence[Paragraph]) -> None:
        titles = (
            Part(fold(segment.span.of(text)), (segment.span,), TITLE, None, text)
            for segment in segments
            if segment.kind is Kind.TITLE
        )
        read = (Part(p.text, p.spans, p.id, p.number, text) for p in paragraphs)
        self._parts = sorted((*titles, *read), key=lambda part: part.spans[0])
        self._starts = [part.spans[0].start for part in self._parts]

    def find(self, span: Span) -> tuple[Part, int, int] | None:
        """The part that holds a span of the saved text, and where in its text that starts and ends."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or span.end > self._parts[at].spans[-1].end:
            return None
        place = self._parts[at].place(span)
        return (self._parts[at], *place) if place else None
