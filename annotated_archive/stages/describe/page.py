"""The page as lines, each with its kind and its place: above, in the head, in the tail, or elsewhere.

Rules look for facts where newspapers print them. The head is whatever stands between the title and the third
paragraph without being text; the tail is what follows the last paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from ...kinds import HEADINGS, PARAGRAPHS, Kind
from ...model import SavedText, Segment, Span

# How many lines above the title and below the text may still speak of this article. Further away, pages
# print the day's date and the teasers of other articles.
LINES_ABOVE = 10
LINES_BELOW = 12
# Between a title and its repetition stand a byline, a picture and buttons.
LINES_BETWEEN_TITLES = 12
# A line of text shorter than this may be a name or a date that was taken for text.
SHORTEST_PARAGRAPH = 60
# After this share of an article, it may speak of its own author.
SHARE_BEFORE_AUTHOR = 0.7
# Longer lines with a copyright sign are terms of use.
LONGEST_CLAIM = 160
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


class Line(NamedTuple):
    """A line of a segment without white space at its ends. `distance` counts lines from the title or
    text, `number` from the top."""

    text: str
    start: int
    kind: Kind
    rule: str
    is_paragraph: bool  # running text beyond doubt
    zone: Zone
    distance: int
    number: int

    @property
    def span(self) -> Span:
        """Where the line stands in the saved text."""
        return Span(self.start, self.start + len(self.text))


Unplaced = tuple[str, int, Kind, str, bool]  # a Line's first fields


class Page:
    """The lines of a page and its text, for the rules to look at."""

    def __init__(self, saved: SavedText, segments: Sequence[Segment]) -> None:
        self.saved = saved
        self.segments = segments
        self.lines = tuple(_placed(_lines(saved.text, segments)))

    def zone(self, *zones: Zone) -> list[Line]:
        """The lines of these zones, in order."""
        return [line for line in self.lines if line.zone in zones]

    def first(self, kind: Kind) -> Segment | None:
        """The first segment of a kind."""
        return next((segment for segment in self.segments if segment.kind is kind), None)

    @cached_property
    def claims(self) -> list[Line]:
        """Lines outside the comments that claim rights, in order."""
        return [
            line
            for line in self.lines
            if ("©" in line.text or "opyright" in line.text or "(c) " in line.text)
            and line.zone is not Zone.COMMENTS
            and len(line.text) <= LONGEST_CLAIM
        ]

    @cached_property
    def paragraphs(self) -> list[Segment]:
        """Lead and body segments, in order."""
        return [segment for segment in self.segments if segment.kind in PARAGRAPHS]

    @cached_property
    def _portrait(self) -> str:
        """The text but for its end, where the author is introduced."""
        text = self.saved.text
        running = [s for s in self.paragraphs if s.span.end - s.span.start >= SHORTEST_PARAGRAPH]
        told = running[: max(1, round(SHARE_BEFORE_AUTHOR * len(running)))]
        return "\n".join(segment.span.of(text) for segment in told)

    def speaks_of(self, name: str) -> bool:
        """Whether title or text name this person; a paragraph that opens with the name introduces one."""
        text = self.saved.text
        titles = (s.span.of(text) for s in self.segments if s.kind in HEADINGS)
        return (
            any(name in title for title in titles)
            or re.search(rf"(?<!^){re.escape(name)}", self._portrait, re.MULTILINE) is not None
        )


def _lines(text: str, segments: Sequence[Segment]) -> list[Unplaced]:
    """The lines of each segment that is not blank, not yet placed."""
    lines: list[Unplaced] = []
    for segment in segments:
        kind, rule, start = segment.kind, segment.rule, segment.span.start
        if kind is Kind.BLANK:
            continue
        running = kind in PARAGRAPHS
        for raw in text[start : segment.span.end].split("\n"):
            bare = raw.strip()
            if bare:
                is_paragraph = running and len(bare) >= SHORTEST_PARAGRAPH
                indent = 0 if bare is raw else raw.index(bare)
                lines.append((bare, start + indent, kind, rule, is_paragraph))
            start += len(raw) + 1
    return lines


def _placed(lines: list[Unplaced]) -> Iterator[Line]:
    """The lines with their zone and distance."""
    paragraphs = [i for i, (*_, is_paragraph) in enumerate(lines) if is_paragraph]
    kinds = [kind for _, _, kind, _, _ in lines]
    title = max((i for i, kind in enumerate(kinds) if kind is Kind.TITLE), default=None)
    if not paragraphs:
        paragraphs = [len(lines)] if title is None else [title]
    start = paragraphs[0] if title is None else min(_first_print(lines, title), paragraphs[0])
    head = [i for i in paragraphs if i >= start][: PARAGRAPHS_OF_HEAD + 1]
    head_end = head[-1] if len(head) > PARAGRAPHS_OF_HEAD else paragraphs[-1] + 1
    comments = kinds.index(Kind.COMMENT) if Kind.COMMENT in kinds else 0
    last = paragraphs[-1]
    is_paragraph = set(paragraphs)
    for i, line in enumerate(lines):
        if kinds[i] is Kind.COMMENT:
            zone, distance = Zone.COMMENTS, i - comments
        elif i < start:
            zone, distance = (Zone.ABOVE if start - i <= LINES_ABOVE else Zone.FAR), start - i
        elif i < head_end and i not in is_paragraph:
            zone, distance = Zone.HEAD, i - start
        elif i <= last:
            zone, distance = Zone.TEXT, i - start
        else:
            zone, distance = (Zone.TAIL if i - last <= LINES_BELOW else Zone.FAR), i - last
        yield Line(*line, zone, distance, i)


def _first_print(lines: list[Unplaced], title: int) -> int:
    """Where the title stands first, if the page prints it again shortly above: the head begins there."""
    words, first = lines[title][0].casefold(), title
    for i in range(title - 1, max(-1, title - 3 * LINES_ABOVE), -1):
        if first - i > LINES_BETWEEN_TITLES:
            break
        if lines[i][0].casefold() == words:
            first = i
    return first
