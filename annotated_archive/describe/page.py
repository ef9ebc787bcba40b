"""The page as lines, each with its kind and its place: above, in the article's head, in its tail, or elsewhere.

Rules look for facts where newspapers print them. The head is whatever stands between the title and the third
paragraph without being text; the tail is what follows the last paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from ..model import Kind, SavedText, Segment, Span

RUNNING = frozenset({Kind.LEAD, Kind.BODY})
# How many lines above the title and below the text may still speak of this article. Further away, pages
# print the day's date and the teasers of other articles.
LINES_ABOVE = 6
LINES_BELOW = 12
# A byline or a date may stand below the lead, which is one or two paragraphs.
PARAGRAPHS_OF_HEAD = 2


class Zone(StrEnum):
    """Where a line stands to the article's text."""

    FAR = "far"
    ABOVE = "above"
    HEAD = "head"
    TEXT = "text"
    TAIL = "tail"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a segment without white space at its ends. `distance` counts lines from the title or text."""

    text: str
    span: Span
    kind: Kind
    rule: str
    zone: Zone = Zone.FAR
    distance: int = 0


class Page:
    """The lines of a page and its text, for the rules to look at."""

    def __init__(self, saved: SavedText, segments: Sequence[Segment]) -> None:
        self.saved = saved
        self.segments = segments
        self.lines = _placed(list(_lines(saved.text, segments)))

    def zone(self, *zones: Zone) -> list[Line]:
        """The lines of these zones, in order."""
        return [line for line in self.lines if line.zone in zones]

    def first(self, kind: Kind) -> Segment | None:
        """The first segment of a kind."""
        return next((segment for segment in self.segments if segment.kind is kind), None)

    @cached_property
    def paragraphs(self) -> list[Segment]:
        """Lead and body segments, in order."""
        return [segment for segment in self.segments if segment.kind in RUNNING]


def _lines(text: str, segments: Sequence[Segment]) -> Iterable[Line]:
    for segment in segments:
        if segment.kind is Kind.BLANK:
            continue
        start = segment.span.start
        for raw in segment.span.of(text).split("\n"):
            bare = raw.strip()
            if bare:
                begin = start + raw.index(bare)
                yield Line(bare, Span(begin, begin + len(bare)), segment.kind, segment.rule)
            start += len(raw) + 1


def _placed(lines: list[Line]) -> list[Line]:
    running = [i for i, line in enumerate(lines) if line.kind in RUNNING]
    comments = next((i for i, line in enumerate(lines) if line.kind is Kind.COMMENT), len(lines))
    title = max((i for i, line in enumerate(lines) if line.kind is Kind.TITLE), default=None)
    if not running:
        running = [len(lines)] if title is None else [title]
    start = running[0] if title is None else min(title, running[0])
    leads = [i for i in running if i >= start][:PARAGRAPHS_OF_HEAD]
    head_end = next((i for i in running if i > leads[-1]), leads[-1] + 1)
    placed = []
    for i, line in enumerate(lines):
        if line.kind is Kind.COMMENT:
            zone, distance = Zone.COMMENTS, i - comments
        elif line.kind in RUNNING:
            zone, distance = Zone.TEXT, 0
        elif i < start:
            zone, distance = (Zone.ABOVE if start - i <= LINES_ABOVE else Zone.FAR), start - i
        elif i < head_end:
            zone, distance = Zone.HEAD, i - start
        elif i < running[-1]:
            zone, distance = Zone.TEXT, 0
        else:
            distance = i - running[-1]
            zone = Zone.TAIL if distance <= LINES_BELOW else Zone.FAR
        placed.append(replace(line, zone=zone, distance=distance))
    return placed
