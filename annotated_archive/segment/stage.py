"""The stage's steps in order. Each is explained in the module that does it."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Kind, SavedText, Segment, Span
from ..problems import Problem
from .block import Block, blocks_of
from .comments import Thread, find_threads
from .cuts import cut
from .head import find_lead, find_title, read_head
from .inside import read_run
from .kicker import split_title
from .marks import Mark, marks_of
from .repeats import repeated_leads
from .run import find_run
from .teasers import find_teasers
from .tiling import tile


def segment(saved: SavedText) -> tuple[tuple[Segment, ...], tuple[Problem, ...]]:
    """What each part of a saved page is: segments that tile its text, and what the page left open."""
    blocks = blocks_of(saved.text)
    marks = marks_of(blocks)
    threads = find_threads(blocks, marks)
    discussed = frozenset(i for thread in threads for i in range(thread.header, thread.end))
    asides = find_teasers(blocks, marks)
    run = find_run(blocks, marks, asides, discussed)
    readings = {b.index: marks[b.index] or Mark(Kind.BOILERPLATE, "outside-article") for b in blocks}
    problems: list[Problem] = []
    pieces: dict[int, list[Segment]] = {}
    if run is None:
        readings = {i: Mark(Kind.BOILERPLATE, m.rule) for i, m in readings.items()}
        threads = []
    else:
        first, last = run
        title = find_title(blocks, marks, first, last)
        readings.update(read_run(blocks, marks, asides, first, last))
        readings.update(read_head(blocks, marks, title, first))
        lead = find_lead(blocks, readings, title, first, last)
        if lead is not None:
            readings[lead] = Mark(Kind.LEAD, "short-first-paragraph")
        for later, earlier in repeated_leads(blocks).items():
            _keep_once(blocks, readings, pieces, earlier, later)
        if title is not None:
            pieces[title] = _title_pieces(blocks, title)
    parts = [p for thread in threads for p in _comments(blocks, thread)]
    said = {i for thread in threads for one, two in thread.comments for i in range(one, two + 1)}
    for block in blocks:
        if block.index not in said:
            whole = _whole(block, readings[block.index])
            parts += pieces.get(block.index) or list(cut(saved.text, whole))
    return tile(saved.text, parts), tuple(problems)


def _keep_once(
    blocks: Sequence[Block],
    readings: dict[int, Mark],
    pieces: dict[int, list[Segment]],
    earlier: int,
    later: int,
) -> None:
    """Keep a lead that stands twice as the lead, and cut its words from the paragraph that repeats it."""
    running = (Kind.LEAD, Kind.BODY)
    if readings[later].kind not in running or any(readings[i].kind is Kind.BODY for i in range(earlier)):
        return
    readings[earlier] = Mark(Kind.LEAD, "lead-printed-twice")
    block, length = blocks[later], len(blocks[earlier].text)
    cut_at = Segment(Kind.BOILERPLATE, Span(block.start, block.start + length), "repeated-lead")
    rest = block.text[length:]
    start = block.end - len(rest.lstrip())
    pieces[later] = [cut_at]
    if rest.strip():
        pieces[later].append(Segment(Kind.BODY, Span(start, block.end), readings[later].rule))


def _whole(block: Block, mark: Mark) -> Segment:
    return Segment(mark.kind, Span(block.start, block.end), mark.rule)


def _comments(blocks: Sequence[Block], thread: Thread) -> list[Segment]:
    return [
        Segment(Kind.COMMENT, Span(blocks[first].start, blocks[last].end), "comment-in-thread")
        for first, last in thread.comments
    ]


def _title_pieces(blocks: Sequence[Block], title: int) -> list[Segment]:
    block = blocks[title]
    whole = Segment(Kind.TITLE, Span(block.start, block.end), "title-above-article")
    split = split_title(block, blocks)
    if split is None:
        return [whole]
    kicker_end, title_start, rule = split
    return [
        Segment(Kind.KICKER, Span(block.start, block.start + kicker_end), rule),
        Segment(Kind.TITLE, Span(block.start + title_start, block.end), whole.rule),
    ]
