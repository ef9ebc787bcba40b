"""Parts: readings of whole blocks, made into segments of the text.

Comes in: a page with its readings, threads, and the pieces of blocks that are cut. Goes out: segments in no
particular order; the tiling orders them and fills the gaps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import Kind, Segment, Span
from .block import Block
from .cuts import cut_links
from .layout import Layout
from .mark import Mark


def as_parts(page: Layout) -> Layout:
    """The page with a segment for each reading, each piece and each comment."""
    return replace(page, parts=tuple(_parts(page)))


def _parts(page: Layout) -> Iterator[Segment]:
    """The segments; boilerplate of one rule in a row is one."""
    text, blocks, readings, pieces = page.saved.text, page.blocks, page.readings, page.pieces
    comments = [comment for thread in page.threads for comment in thread.comments]
    for first, last in comments:
        yield Segment(Kind.COMMENT, Span(blocks[first].start, blocks[last].end), "comment-in-thread")
    apart = {index for first, last in comments for index in range(first, last + 1)}
    group: list[Block] = []
    for block in blocks:
        if block.index in apart or block.index in pieces:
            yield from _whole(text, group, readings)
            group = []
            yield from pieces.get(block.index, ()) if block.index not in apart else ()
        elif group and _same(readings[group[-1].index], readings[block.index]):
            group.append(block)
        else:
            yield from _whole(text, group, readings)
            group = [block]
    yield from _whole(text, group, readings)


def _same(one: Mark, two: Mark) -> bool:
    return one.kind is Kind.BOILERPLATE and (one is two or one == two)


def _whole(text: str, group: Sequence[Block], readings: Sequence[Mark]) -> Iterator[Segment]:
    if group:
        mark = readings[group[0].index]
        yield from cut_links(text, Segment(mark.kind, Span(group[0].start, group[-1].end), mark.rule))
