"""Dates inside an article: the times of a live ticker's entries, and the dates of teasers without a label.

Comes in: blocks and the readings so far. Goes out: the readings with those of dates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...model import Kind
from .block import Block
from .mark import Mark

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONGEST_TEASER = 30  # words of a dated teaser's text
TICKER_ENTRIES = 2  # one date inside an article stands between lead and text, or below a box


def with_dates(
    blocks: Sequence[Block], readings: Mapping[int, Mark], first: int, last: int
) -> dict[int, Mark]:
    """The readings, with those of dates between the blocks `first` and `last`, and of teasers below them."""
    found = dict(readings)
    for index in _dates(found, first + 2, last):
        teaser = [b for b in blocks[index + 1 : index + 3] if b.index <= last and b.index not in found]
        if YEAR.search(blocks[index].text) and _is_teaser(teaser):
            for block in (blocks[index], *teaser):
                found[block.index] = Mark(Kind.BOILERPLATE, "teaser-box")
    entries = [i for i in _dates(found, first + 1, last) if blocks[i + 1].sentence and i + 1 not in found]
    if len(entries) >= TICKER_ENTRIES:
        for index in entries:
            found[index] = Mark(Kind.SUBHEAD, "ticker-time")
    return found


def _dates(readings: Mapping[int, Mark], start: int, end: int) -> list[int]:
    return [i for i in range(start, end) if i in readings and readings[i].kind is Kind.DATELINE]


def _is_teaser(lines: Sequence[Block]) -> bool:
    """A headline and a short text below it."""
    if len(lines) < 2 or lines[0].sentence:
        return False
    text = lines[1]
    return text.words <= LONGEST_TEASER and text.sentences <= 2 and 2 * text.running >= text.words
