"""A live blog: its entries, each a time, a headline and a text, are the article, however short they are.

Comes in: a page with its marks. Goes out: marks for the entries' times and headlines, and the blocks that
are their texts, where a line above the first says that the page is a live blog. What an entry says is seldom
a paragraph; without this the run would end between two of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...kinds import Kind
from .block import Block
from .layout import Layout
from .mark import Mark
from .words import alternatives, entries

FEWEST = 2  # entries; an article below its own date and time looks like one
LINES_ABOVE = 6  # blocks above the first entry's time, among which the page's headline stands
LONGEST_HEADLINE = 20  # words
SHORTEST_TEXT = 3  # words of `Streik beendet worden.`
SHORTEST_HEADLINE = 2
TIME = Mark(Kind.SUBHEAD, "ticker-time")
HEADLINE = Mark(Kind.SUBHEAD, "subhead-above-paragraph")
_TIME = rf"\[?\d{{1,2}}[:.h]\d{{2}}\]?(?:\s?(?:{alternatives('clock-words')}|h|[ap]\.?m\.?))?"
_CLOCK = re.compile(rf"(?<![\d.:]){_TIME}(?![\d.:])", re.IGNORECASE)
_ALONE = re.compile(rf"\W*{_TIME}\W*", re.IGNORECASE)
# `+++ 22:58 Uhr: Ferkelmarkt abgesagt +++`, `18.30 – Ferkelmarkt abgesagt`
_WITH_HEADLINE = re.compile(rf"\W*{_TIME}\s*[:|–—-]\s+\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry by its blocks: its time, its headline (the same block where one line has both), its texts."""

    time: int
    headline: int | None
    texts: range


def read_live(page: Layout) -> Layout:
    """The page with marks for its entries' times and headlines, and the blocks of their texts."""
    found = entries_of(page.blocks, page.marks, page.discussed | page.boxes)
    marks = list(page.marks)
    for entry in found:
        marks[entry.time] = TIME
        if entry.headline is not None:
            marks[entry.headline] = HEADLINE
    told = frozenset(i for entry in found for i in entry.texts)
    return replace(page, marks=tuple(marks), told=told)


def entries_of(
    blocks: Sequence[Block], marks: Sequence[Mark | None], others: frozenset[int]
) -> tuple[Entry, ...]:
    """The entries of a live blog in order; none where the page is none. `others` are no part of it."""
    found: list[Entry] = []
    index = 0
    while index < len(blocks) - 1:
        entry = None if index in others else _entry(blocks, marks, index)
        if entry is not None and (found or _is_live(blocks, marks, index)):
            found.append(entry)
            index = entry.texts.stop
        else:
            index += 1
    return tuple(found) if len(found) >= FEWEST else ()


def _is_live(blocks: Sequence[Block], marks: Sequence[Mark | None], index: int) -> bool:
    live = entries("live-blogs")
    heads = [b for b in blocks[max(0, index - LINES_ABOVE) : index] if marks[b.index] is None]
    return any(head.words >= SHORTEST_HEADLINE and not live.isdisjoint(head.tokens) for head in heads)


def _entry(blocks: Sequence[Block], marks: Sequence[Mark | None], index: int) -> Entry | None:
    """The entry that begins at a block, if one does."""
    block, mark = blocks[index], marks[index]
    if mark is None and _WITH_HEADLINE.match(block.text) and (not _is_text(block) or _asks(block, blocks)):
        texts = _texts(blocks, marks, index + 1)
        return Entry(index, index, texts) if texts else None
    alone = (mark is None or mark.kind is Kind.DATELINE) and _ALONE.fullmatch(block.text) is not None
    dated = mark is not None and mark.kind is Kind.DATELINE and _CLOCK.search(block.text) is not None
    if not (alone or dated):
        return None
    below = blocks[index + 1]
    headed = marks[below.index] is None and SHORTEST_HEADLINE <= below.words <= LONGEST_HEADLINE
    headed = headed and (not _is_text(below) or _asks(below, blocks))
    headed = headed and not _has_both(below, blocks)
    texts = _texts(blocks, marks, index + 1 + headed)
    # Above a text, a day is rather the article's; a time alone is an entry's.
    return Entry(index, below.index if headed else None, texts) if texts and (headed or alone) else None


def _texts(blocks: Sequence[Block], marks: Sequence[Mark | None], start: int) -> range:
    end = start
    while (
        end < len(blocks)
        and marks[end] is None
        and _is_text(blocks[end])
        and not _has_both(blocks[end], blocks)
    ):
        end += 1
    return range(start, end)


def _has_both(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether an entry's time and headline stand on one line."""
    return _WITH_HEADLINE.match(block.text) is not None and (not _is_text(block) or _asks(block, blocks))


def _asks(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether a question is the headline of what stands below it."""
    return block.text.endswith("?") and block.index + 1 < len(blocks) and _is_text(blocks[block.index + 1])


def _is_text(block: Block) -> bool:
    return block.sentence or (
        block.words >= SHORTEST_TEXT and block.text.endswith((".", "!", "…")) and block.running > 0
    )
