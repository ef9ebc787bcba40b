"""What a file's format settles: parts of its text whose kind is known before any rule looks.

Comes in: a saved text with a layout. Goes out: segments. In a region of running text the paragraphs are told
from subheads, captions and bylines by their own words; what the layout leaves open, the rules read alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ...kinds import EVIDENCE, PARAGRAPHS, Kind
from ...model import SavedText, Segment, Span
from ...problems import Problem
from .block import Block, blocks_of
from .mark import Mark
from .marks import declared_marks
from .tiling import tile

TEXT = "export-text"
LONGEST_SUBHEAD = 12  # words
LAST_LINES = 2  # blocks at a text's end that may sign it
# What a line of running text may declare itself to be; a page's furniture does not occur in an export.
BELIEVED = EVIDENCE | {Kind.CAPTION}

Segmented = tuple[tuple[Segment, ...], tuple[Problem, ...]]


def by_regions(saved: SavedText, read: Callable[[SavedText], Segmented]) -> Segmented:
    """The segments of a text with a layout; `read` segments what the layout leaves open."""
    parts = [part for region in saved.layout for part in _parts(saved.text, region)]
    problems: tuple[Problem, ...] = ()
    if not any(part.kind in PARAGRAPHS for part in parts):
        opened, problems = read_open(saved, read)
        parts += opened
    return tile(saved.text, parts), problems


def _parts(text: str, region: Segment) -> Iterator[Segment]:
    if region.rule != TEXT:
        yield region
        return
    start = region.span.start
    blocks = blocks_of(region.span.of(text))
    for block, mark in zip(blocks, _marks(blocks), strict=True):
        yield Segment(mark.kind, Span(start + block.start, start + block.end), mark.rule)


def _marks(blocks: Sequence[Block]) -> Iterator[Mark]:
    """A mark for each block of running text."""
    last = len(blocks) - 1
    prose = [block.prose or block.sentence for block in blocks]
    for block, mark in zip(blocks, declared_marks(blocks), strict=True):
        i = block.index
        at_edge = i == 0 or i > last - LAST_LINES or (mark is not None and mark.kind is Kind.CAPTION)
        edged = mark is not None and mark.kind in BELIEVED and at_edge and not block.prose
        if mark is not None and (edged or mark.kind is Kind.CORRECTION):
            yield mark
        elif (
            i < last
            and any(prose[:i]) | (i == 0)
            and any(prose[i + 1 : i + 2])
            and block.words <= LONGEST_SUBHEAD
            and not block.closed
        ):
            yield Mark(Kind.SUBHEAD, "short-line-in-text")
        else:
            yield Mark(Kind.BODY, "paragraph")


def read_open(
    saved: SavedText, read: Callable[[SavedText], Segmented]
) -> tuple[list[Segment], tuple[Problem, ...]]:
    """What `read` finds in the text without the layout's parts, in its order, in the whole text's offsets."""
    gaps: list[Span] = []
    at = 0
    for region in sorted(saved.layout, key=lambda segment: segment.span):
        if region.span.start > at:
            gaps.append(Span(at, region.span.start))
        at = max(at, region.span.end)
    if at < len(saved.text):
        gaps.append(Span(at, len(saved.text)))
    rest, homes, ends = "", [], 0
    for gap in gaps:
        rest += gap.of(saved.text)
        homes.append((ends, gap))
        ends = len(rest)
        if not rest.endswith("\n"):
            rest += "\n"  # words on the two sides of a removed part are no neighbours
            ends += 1
    alone = replace(saved, text=rest, layout=(), lines=tuple(_lines(saved, homes, rest)))
    segments, problems = read(alone)
    found = [piece for segment in segments for piece in _home(segment, homes)]
    return [piece for piece in found if piece.kind is not Kind.BLANK], problems


def _lines(saved: SavedText, homes: Sequence[tuple[int, Span]], rest: str) -> Iterator[int]:
    """The line of the file for each line of the rest."""
    at, which = 0, 0
    for line in rest.split("\n"):
        while which + 1 < len(homes) and homes[which + 1][0] <= at:
            which += 1
        begin, gap = homes[which] if homes else (0, Span(0, 0))
        yield saved.line_of(min(gap.start + at - begin, len(saved.text)))
        at += len(line) + 1


def _home(segment: Segment, homes: Sequence[tuple[int, Span]]) -> Iterator[Segment]:
    """The pieces of a segment of the rest, each within the gap that it came from."""
    for begin, gap in homes:
        start = max(segment.span.start - begin, 0) + gap.start
        end = min(segment.span.end - begin + gap.start, gap.end)
        if gap.start <= start < end:
            yield Segment(segment.kind, Span(start, end), segment.rule)
