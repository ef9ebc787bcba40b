"""Entries of a live blog: their headlines repeat inside the article, the page's own stands above them all.

Comes in: blocks, marks and the run. Goes out: the lines that are entries' headlines, and so no titles of the
page. An entry is a time, a headline and a text. An article below its own date looks like one entry, and
dated teasers below it like others. So two entries inside the article are needed, and a line above them that
can be the page's headline. Where that says what the page is, `live.py` has marked the entries before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...kinds import Kind
from .block import Block
from .mark import Mark

FEWEST = 2
LINES_ABOVE = 6  # blocks above the first entry's time, among which the page's headline stands
SHORTEST_HEADLINE = 2  # words
_CLOCK = re.compile(r"(?<![\d.:])\d{1,2}[:.h]\d{2}(?![\d.:])")
Marks = Sequence[Mark | None]


def headlines_of_entries(blocks: Sequence[Block], marks: Marks, first: int, last: int) -> frozenset[int]:
    """The blocks that are headlines of a live blog's entries; none where the page is no live blog."""
    inside = range(max(0, first - 2), min(last - 1, len(blocks) - 2))
    times = [i for i in inside if _opens_entry(i, blocks, marks)]
    headed = _heads(blocks, marks, times[:1])
    return frozenset(i + 1 for i in times) if headed and len(times) >= FEWEST else frozenset()


def _heads(blocks: Sequence[Block], marks: Marks, times: Sequence[int]) -> list[Block]:
    """The lines above the first of these times that can be the page's headline."""
    above = [block for i in times for block in blocks[max(0, i - LINES_ABOVE) : i]]
    return [b for b in above if marks[b.index] is None and b.words >= SHORTEST_HEADLINE]


def _opens_entry(index: int, blocks: Sequence[Block], marks: Marks) -> bool:
    """Whether a time of day stands above a headline and its text."""
    mark, headline, text = marks[index], blocks[index + 1], blocks[index + 2]
    return (
        mark is not None
        and mark.kind is Kind.DATELINE
        and _CLOCK.search(blocks[index].text) is not None
        and marks[index + 1] is None
        and not headline.sentence
        and headline.words >= SHORTEST_HEADLINE
        and marks[index + 2] is None
        and text.sentence
    )
