"""The stage's steps in order. Each is explained in the module that does it."""

from __future__ import annotations

from collections.abc import Sequence

from ...kinds import PARAGRAPHS, Kind
from ...model import SavedText, Segment
from ...problems import Problem
from .block import Block, blocks_of
from .comments import Thread, find_threads
from .cuts import cut_repeated_lead, cut_title
from .enclosed import read_enclosed
from .ending import end_article
from .extend import extend_run
from .head import find_lead, read_head, read_title
from .inside import read_run
from .kicker import kicker_above
from .layout import by_layout
from .marks import Mark, declared_marks
from .parts import Pieces, parts_of
from .pictures import read_pictures
from .place import read_outside
from .recipes import read_ingredients
from .repeats import repeated_leads
from .run import find_run
from .summaries import read_portraits, read_summaries
from .teasers import find_teasers
from .tiling import tile
from .title import find_title
from .walls import no_article, read_walls

Readings = dict[int, Mark]


def segment(saved: SavedText) -> tuple[tuple[Segment, ...], tuple[Problem, ...]]:
    """What each part of a saved page is: segments that tile its text, and what the page left open.

    Problems: S001 for a page without an article, S002 for a text that breaks off at a wall.
    """
    return by_layout(saved, _by_rules) if saved.layout else _by_rules(saved)


def _by_rules(saved: SavedText) -> tuple[tuple[Segment, ...], tuple[Problem, ...]]:
    blocks = blocks_of(saved.text)
    marks, boxes, threads, run = find_article(blocks)
    pieces: Pieces = {}
    if run is None:
        threads = []
        readings = read_outside(blocks, marks, None, None)
        walls, problems = read_walls(saved, blocks, marks, None)
        problems = [no_article(saved)] if saved.text.strip() else []
    else:
        first, last = run
        line = find_title(blocks, marks, first, last)
        title = None if line is None else line.block
        if title is not None and title > first:
            first = title + 1  # what stands above the title is no part of the article
        readings = read_outside(blocks, marks, first if title is None else min(title, first), last)
        readings.update(read_article(blocks, marks, boxes, title, (first, last)))
        if line is not None and not line.likely:
            readings[line.block] = Mark(Kind.BOILERPLATE, "uncertain-title")
            title = None
        elif line is not None and not (line.certain or line.alone):
            readings[line.block] = Mark(Kind.TITLE, "likely-title")
        pieces = _pieces(blocks, readings, title)
        whole = title is not None and all(piece.kind is not Kind.KICKER for piece in pieces[title])
        if title is not None and whole and kicker_above(blocks, marks, title, last):
            readings[title - 1] = Mark(Kind.KICKER, "kicker-above-title")
        walls, problems = read_walls(saved, blocks, marks, last)
    readings.update(walls)
    return tile(saved.text, parts_of(saved.text, blocks, readings, threads, pieces)), tuple(problems)


def find_article(
    blocks: Sequence[Block],
) -> tuple[list[Mark | None], frozenset[int], list[Thread], tuple[int, int] | None]:
    """Marks, teaser boxes and threads of a page, and the article's first and last block, if it has one."""
    marks = list(declared_marks(blocks))
    for read in (read_pictures, read_ingredients, read_summaries, read_portraits, read_enclosed):
        read(blocks, marks)
    threads = find_threads(blocks, marks)
    boxes = find_teasers(blocks, marks)
    discussed = frozenset(i for thread in threads for i in range(thread.header, thread.end))
    run = find_run(blocks, marks, boxes, discussed)
    if run is not None:
        run, boxes = extend_run(blocks, marks, boxes, discussed, run)
    return marks, boxes, threads, run


def read_article(
    blocks: Sequence[Block],
    marks: Sequence[Mark | None],
    boxes: frozenset[int],
    title: int | None,
    run: tuple[int, int],
) -> Readings:
    """Readings for the blocks from the title to the article's end."""
    first, last = run
    readings = read_run(blocks, marks, boxes, first, last)
    end_article(blocks, readings, first, last)
    if title is not None:
        readings.update(read_head(blocks, marks, boxes, title, first))
        readings.update(read_title(blocks, marks, title, last))
    lead = find_lead(blocks, readings, title, first, last)
    if lead is not None:
        readings[lead] = Mark(Kind.LEAD, "short-first-paragraph")
    return readings


def _pieces(blocks: Sequence[Block], readings: Readings, title: int | None) -> Pieces:
    """The blocks that fall into several segments."""
    pieces: Pieces = {}
    if title is not None:
        pieces[title] = cut_title(blocks[title], blocks, readings[title].rule)
    for later, earlier in repeated_leads(blocks).items():
        repeated = {readings[later].kind, readings[earlier].kind} <= PARAGRAPHS
        if repeated and not any(readings[i].kind is Kind.BODY for i in range(earlier)):
            readings[earlier] = Mark(Kind.LEAD, "lead-printed-twice")
            pieces[later] = cut_repeated_lead(blocks[later], blocks[earlier], readings[later].rule)
    return pieces
