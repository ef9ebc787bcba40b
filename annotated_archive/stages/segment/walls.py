"""Walls: notices that stop a reader who has not paid or consented, and whether the text breaks off there.

Comes in: a page with its run. Goes out: readings of the wall's blocks, and the problem to report. A wall
below which the article goes on stopped nobody who saved the page: it is a notice like others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...kinds import Kind
from ...problems import Problem
from ...text.shortened import shortened
from .block import Block
from .layout import Layout
from .mark import Mark

WALLS = {"paywall": "subscription-notice", "cookie-wall": "consent-notice"}
COMMENTS = frozenset({"comment-head", "comment-form"})  # below, a reader may speak of walls
WITHIN = 6  # blocks below the last paragraph; farther down a wall belongs to a teaser
QUOTED = 80  # characters of the wall that a problem repeats
UNFINISHED = ("…", "...", "[…]", "[...]")


def read_walls(page: Layout) -> Layout:
    """The page with its walls read, and the problem of a text that breaks off, or of there being none."""
    last = page.run[1] if page.run is not None else None
    readings: dict[int, Mark] = {}
    stopped: Block | None = None
    commented = False
    for block in page.blocks:
        mark = page.marks[block.index]
        if mark is None:
            continue
        commented = commented or (last is not None and block.index > last and mark.rule in COMMENTS)
        rule = WALLS.get(mark.rule) if commented else _rule(page.blocks, block, mark.rule, last)
        if rule is None:
            continue
        readings[block.index] = Mark(Kind.BOILERPLATE, rule)
        if rule in WALLS and stopped is None:
            stopped = block
    return replace(page.read(readings), problems=tuple(_problems(page, stopped)))


def _problems(page: Layout, wall: Block | None) -> Iterator[Problem]:
    saved = page.saved
    if page.run is None and saved.text.strip():
        finding = "No article text was found: nothing on this page reads like paragraphs of an article."
        remedy = "Save the page again with its text, or take the file out of the archive."
        yield Problem(saved.file, None, "S001", finding, remedy)
    elif page.run is not None and wall is not None:
        finding = f'The text breaks off at a wall: "{shortened(wall.text, QUOTED)}".'
        remedy = "Save the whole article, or leave it: its page is marked as incomplete."
        yield Problem(saved.file, saved.line_of(wall.start), "S002", finding, remedy)


def _rule(blocks: Sequence[Block], block: Block, rule: str, last: int | None) -> str | None:
    """The rule of a wall or notice in its place; None for other marks."""
    if rule in WALLS:
        stops = last is None or last < block.index <= last + WITHIN
        return rule if stops else WALLS[rule]
    broken = last is not None and last < block.index <= last + WITHIN and breaks_off(blocks[last])
    for wall, notice in WALLS.items():
        if rule == notice and broken:
            return wall
    return None


def breaks_off(block: Block) -> bool:
    """Whether a paragraph ends before its sentence does."""
    return block.words >= 8 and (block.text.endswith(UNFINISHED) or not block.closed)
