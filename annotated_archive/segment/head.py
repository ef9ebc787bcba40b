"""The head of the article: title, kicker and lead, found above the run.

Comes in: blocks, marks and the run. Goes out: readings for the head's blocks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Kind
from . import forms
from .block import TOKEN, Block
from .marks import Mark

FARTHEST = 30  # blocks between title and article: more is another part of the page
LONGEST_TITLE = 320  # characters
LONGEST_LEAD = 90  # words
SHORT_LEAD = 0.7  # a lead is at most this long, compared with the paragraphs below it
STEM = 6  # letters of a word that are compared: endings and compounds do not matter


def find_title(blocks: Sequence[Block], marks: Sequence[Mark | None], first: int, last: int) -> int | None:
    """The block that is the title of the article from `first` to `last`, or None."""
    said = {t[:STEM] for b in blocks[first : last + 1] for t in b.tokens if len(t) >= 4}
    best, best_score = None, 1.5
    for block in reversed(blocks[max(0, first - FARTHEST) : first]):
        score = _title_score(block, blocks, marks, first, said)
        if score > best_score:
            best, best_score = block.index, score
    return best


def _title_score(
    block: Block, blocks: Sequence[Block], marks: Sequence[Mark | None], first: int, said: set[str]
) -> float:
    if marks[block.index] is not None or len(block.text) > LONGEST_TITLE or len(block.text) < 4:
        return 0.0
    if block.prose or (block.closed and block.text[-1] in ".:;" and block.words > 6):
        return 0.0
    content = [t for t in block.tokens if len(t) >= 4]
    share = sum(t[:STEM] in said for t in content) / len(content) if content else 0.0
    score = 3.0 * share + (1.0 if block.words >= 4 else 0.0 if block.words > 1 else -1.0)
    score -= 0.1 * (first - block.index)
    if _printed_before(block, blocks):
        score += 1.5
    return score


def _printed_before(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether an earlier line is this title or has it inside, as a page's own title does."""
    return block.words >= 3 and any(
        block.folded in other.folded for other in blocks[: block.index] if other.words < block.words + 12
    )


def read_head(
    blocks: Sequence[Block], marks: Sequence[Mark | None], title: int | None, first: int
) -> dict[int, Mark]:
    """Readings for the blocks from the title up to the run's first block."""
    readings: dict[int, Mark] = {}
    if title is None:
        return readings
    readings[title] = Mark(Kind.TITLE, "title-above-article")
    for block in blocks[:title]:
        if block.folded == blocks[title].folded:
            readings[block.index] = Mark(Kind.BOILERPLATE, "repeated-title")
    for block in blocks[title + 1 : first]:
        mark = marks[block.index]
        if mark is not None:
            readings[block.index] = mark
        elif block.folded == blocks[title].folded:
            readings[block.index] = Mark(Kind.BOILERPLATE, "repeated-title")
        elif block.prose or (block.sentence and block.words >= 8):
            readings[block.index] = Mark(Kind.LEAD, "lead-below-title")
        elif forms.is_name(block) and _below_byline(block, marks):
            readings[block.index] = Mark(Kind.BYLINE, "name-below-byline")
        else:
            readings[block.index] = Mark(Kind.BOILERPLATE, "above-article")
    return readings


def _below_byline(block: Block, marks: Sequence[Mark | None]) -> bool:
    above = marks[block.index - 1] if block.index else None
    return above is not None and above.kind is Kind.BYLINE


def find_lead(
    blocks: Sequence[Block], readings: dict[int, Mark], title: int | None, first: int, last: int
) -> int | None:
    """The run's first paragraph, when its form says that it sums up the rest."""
    if title is None or any(m.kind is Kind.LEAD for m in readings.values()):
        return None
    body = [b for b in blocks[first : last + 1] if readings[b.index].kind is Kind.BODY and b.prose]
    if len(body) < 2 or body[0].index != first or body[0].words > LONGEST_LEAD:
        return None
    between = [readings[i].kind for i in range(first + 1, body[1].index)]
    if any(k in (Kind.BYLINE, Kind.CAPTION, Kind.CREDIT, Kind.DATELINE) for k in between):
        return first
    following = sorted(len(b.text) for b in body[1:5])
    median = following[len(following) // 2]
    return first if len(body[0].text) <= SHORT_LEAD * median and Kind.SUBHEAD not in between else None
