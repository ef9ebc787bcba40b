"""Dates inside an article: the times of a live ticker's entries, and the dates of teasers without a label.

Comes in: blocks and the readings so far. Goes out: changed readings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import Kind
from .block import Block
from .marks import Mark

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONGEST_TEASER = 30  # words of a dated teaser's text
TICKER_ENTRIES = 2  # one date inside an article stands between lead and text, or below a box


def read_dates(blocks: Sequence[Block], readings: dict[int, Mark], first: int, last: int) -> None:
    """Read the dates between the blocks `first` and `last`, and the teasers below them."""
    for index in _dates(readings, first + 2, last):
        teaser = [b for b in blocks[index + 1 : index + 3] if b.index <= last and b.index not in readings]
        if YEAR.search(blocks[index].text) and _is_teaser(teaser):
            for block in (blocks[index], *teaser):
                readings[block.index] = Mark(Kind.BOILERPLATE, "teaser-box")
    entries = [
        i for i in _dates(readings, first + 1, last) if blocks[i + 1].sentence and i + 1 not in readings
    ]
    if len(entries) >= TICKER_ENTRIES:
        for index in entries:
            readings[index] = Mark(Kind.SUBHEAD, "ticker-time")


def _dates(readings: dict[int, Mark], start: int, end: int) -> list[int]:
    return [i for i in range(start, end) if i in readings and readings[i].kind is Kind.DATELINE]


def _is_teaser(lines: Sequence[Block]) -> bool:
    """A headline and a short text below it."""
    if len(lines) < 2 or lines[0].sentence:
        return False
    text = lines[1]
    return text.words <= LONGEST_TEASER and text.sentences <= 2 and 2 * text.running >= text.words
