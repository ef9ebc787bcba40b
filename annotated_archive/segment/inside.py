"""Inside the run: what each block between the article's first and last paragraph is.

Comes in: blocks, marks and the run. Goes out: readings for the run's blocks. Paragraphs, subheads, lists and
verse are the article's; boxes with teasers, pull quotes and furniture are not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Kind
from . import forms
from .block import Block
from .marks import Mark

LONGEST_SUBHEAD = 18  # words
BULLET = re.compile(r"(?:[-–—•·*▪►»>✓→]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")
SHORTEST_QUOTE = 25  # characters: shorter sentences can occur twice by chance


def read_run(
    blocks: Sequence[Block], marks: Sequence[Mark | None], asides: frozenset[int], first: int, last: int
) -> dict[int, Mark]:
    """A reading for each block from `first` to `last`."""
    readings: dict[int, Mark] = {}
    run = [b for b in blocks[first : last + 1] if marks[b.index] is None and b.index not in asides]
    paragraphs = [b.folded for b in run if b.prose]
    for place, block in enumerate(run):
        after = run[place + 1] if place + 1 < len(run) else None
        before = run[place - 1] if place else None
        readings[block.index] = _read(block, before, after, paragraphs)
    for block in blocks[first : last + 1]:
        mark = marks[block.index]
        if mark is not None:
            readings[block.index] = mark
        elif block.index in asides:
            readings[block.index] = Mark(Kind.BOILERPLATE, "teaser-box")
    _name_quoted(run, readings)
    return readings


def _read(block: Block, before: Block | None, after: Block | None, paragraphs: Sequence[str]) -> Mark:
    if block.words < 45 and len(block.folded) >= SHORTEST_QUOTE and _said_again(block, paragraphs):
        return Mark(Kind.BOILERPLATE, "pull-quote")
    if block.prose or block.sentence:
        return Mark(Kind.BODY, "paragraph")
    if BULLET.match(block.text) or (before is not None and before.text.endswith(":")):
        return Mark(Kind.BODY, "list-item")
    if block.words <= LONGEST_SUBHEAD and after is not None and (after.prose or after.sentence):
        return Mark(Kind.SUBHEAD, "subhead-above-paragraph")
    return Mark(Kind.BODY, "short-line")


def _said_again(block: Block, paragraphs: Sequence[str]) -> bool:
    quote = block.folded.strip("\"“”„»«›‹'‘’.,;:!?… ")
    return any(
        quote in paragraph and len(paragraph) > len(block.folded) + 10 and not paragraph.startswith(block.folded)
        for paragraph in paragraphs
    )


def _name_quoted(run: Sequence[Block], readings: dict[int, Mark]) -> None:
    """The line below a pull quote says whose words they are."""
    for one, two in zip(run, run[1:], strict=False):
        if readings[one.index].rule == "pull-quote" and not two.sentence and two.words <= 12:
            readings[two.index] = Mark(Kind.BOILERPLATE, "pull-quote")
