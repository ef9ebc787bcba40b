"""The stage's steps in order. Each is explained in the module that does it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Kind, SavedText, Segment, Span
from ..problems import Problem
from .block import Block, blocks_of
from .comments import Thread, find_threads
from .cuts import RUNNING, cut
from .ending import end_article
from .head import find_lead, read_head
from .inside import after_run, read_run
from .kicker import split_title
from .marks import Mark, marks_of
from .repeats import repeated_leads
from .run import extend_run, find_run
from .teasers import find_teasers
from .tiling import tile
from .title import find_title


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
        first = run[0]
        last = extend_run(blocks, marks, asides | discussed, first, run[1])
        last = after_run(blocks, marks, asides, last)
        title = find_title(blocks, marks, first, last)
        readings.update(read_run(blocks, marks, asides, first, last))
        end_article(blocks, readings, first, last)
        readings.update(read_head(blocks, marks, title, first))
        lead = find_lead(blocks, readings, title, first, last)
        if lead is not None:
            readings[lead] = Mark(Kind.LEAD, "short-first-paragraph")
        for later, earlier in repeated_leads(blocks).items():
            _keep_once(blocks, readings, pieces, earlier, later)
        if title is not None:
            for index in range(max(first, title + 1), last + 1):
                if blocks[index].tokens == blocks[title].tokens:
                    readings[index] = Mark(Kind.BOILERPLATE, "repeated-title")
            pieces[title] = _title_pieces(blocks, title)
    parts = [p for thread in threads for p in _comments(blocks, thread)]
    said = {i for thread in threads for one, two in thread.comments for i in range(one, two + 1)}
    for group in _grouped(blocks, readings, said, pieces):
        whole = Segment(readings[group[0].index].kind, Span(group[0].start, group[-1].end), readings[group[0].index].rule)
        parts += pieces.get(group[0].index) or (cut(saved.text, whole) if whole.kind in RUNNING else (whole,))
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


def _grouped(
    blocks: Sequence[Block], readings: dict[int, Mark], said: set[int], pieces: dict[int, list[Segment]]
) -> Iterator[list[Block]]:
    """The blocks outside comments; boilerplate of one rule in a row together."""
    group: list[Block] = []
    for block in blocks:
        mark = readings[block.index]
        joins = (
            group
            and mark.kind is Kind.BOILERPLATE
            and readings[group[-1].index] == mark
            and group[-1].index + 1 == block.index
            and block.index not in pieces
            and group[-1].index not in pieces
            and block.index not in said
        )
        if not joins:
            if group:
                yield group
            group = []
        if block.index not in said:
            group.append(block)
    if group:
        yield group


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
