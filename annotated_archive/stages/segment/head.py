"""The head of the article: what stands between its title and its first paragraph.

Comes in: blocks, marks and the run. Goes out: readings for the head's blocks.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...kinds import EVIDENCE, PARAGRAPHS, Kind
from . import forms
from .block import Block
from .ending import about_author
from .marks import Mark

LONGEST_LEAD = 90  # words
SAME_WORDS = 0.6  # share of longer words that a second print of the title has
SHORT_LEAD = 0.7  # a lead is at most this long, compared with the paragraphs below it


def read_head(
    blocks: Sequence[Block], marks: Sequence[Mark | None], boxes: frozenset[int], title: int, first: int
) -> dict[int, Mark]:
    """Readings for the blocks between the title and the run's first block."""
    readings: dict[int, Mark] = {}
    opened = False  # a box that begins above the title ends there
    for block in blocks[title + 1 : first]:
        mark = marks[block.index]
        if mark is not None:
            readings[block.index] = mark
            opened = opened or mark.rule == "related-teasers"
        elif block.index in boxes and opened:
            readings[block.index] = Mark(Kind.BOILERPLATE, "teaser-box")
        elif about_author(block):
            readings[block.index] = Mark(Kind.BOILERPLATE, "author-note")
        elif says_again(block, blocks[title]):
            readings[block.index] = Mark(Kind.BOILERPLATE, "repeated-title")
        elif block.prose or (block.words >= 8 and (block.sentence or block.running >= 0.3 * block.words)):
            above = [m for m in readings.values() if m.kind in PARAGRAPHS]
            lead = not above and block.words <= LONGEST_LEAD
            readings[block.index] = (
                Mark(Kind.LEAD, "lead-below-title") if lead else Mark(Kind.BODY, "paragraph")
            )
        elif names_author(block, marks):
            readings[block.index] = Mark(Kind.BYLINE, "name-beside-date")
        else:
            readings[block.index] = Mark(Kind.BOILERPLATE, "above-article")
    return readings


def names_author(block: Block, marks: Sequence[Mark | None]) -> bool:
    """Whether a line is a name alone, next to a date or below the beginning of a byline."""
    if block.words < 2 or not forms.is_name(block):
        return False
    above = marks[block.index - 1] if block.index else None
    below = marks[block.index + 1] if block.index + 1 < len(marks) else None
    authored = above is not None and above.kind is Kind.BYLINE
    return authored or any(m is not None and m.kind is Kind.DATELINE for m in (above, below))


def read_title(
    blocks: Sequence[Block], marks: Sequence[Mark | None], title: int, last: int
) -> dict[int, Mark]:
    """Readings for the title, its other prints above and inside the article, and a kicker on its own line."""
    readings = {
        block.index: Mark(Kind.BOILERPLATE, "repeated-title")
        for block in blocks[: last + 1]
        if block.tokens == blocks[title].tokens
    }
    readings[title] = Mark(Kind.TITLE, "title-above-article")
    return readings


def says_again(block: Block, title: Block) -> bool:
    """Whether a line is the title in other punctuation or nearly the same words."""
    if block.tokens == title.tokens:
        return True
    if block.prose or min(block.words, title.words) < 5:
        return False
    one, two = (set(b.stems) for b in (block, title))
    return len(one & two) >= SAME_WORDS * max(len(one), len(two), 1)


def find_lead(
    blocks: Sequence[Block], readings: dict[int, Mark], title: int | None, first: int, last: int
) -> int | None:
    """The run's first paragraph, when its form says that it sums up the rest."""
    if title is None or any(m.kind is Kind.LEAD for m in readings.values()):
        return None
    body = [
        b
        for b in blocks[first : last + 1]
        if readings[b.index].kind is Kind.BODY and (b.prose or b.sentences > 1)
    ]
    if len(body) < 2 or body[0].index != first or body[0].words > LONGEST_LEAD:
        return None
    between = [readings[i].kind for i in range(first + 1, body[1].index)]
    if any(kind in EVIDENCE or kind is Kind.CAPTION for kind in between):
        return first
    following = sorted(len(b.text) for b in body[1:5])
    median = following[len(following) // 2]
    return first if len(body[0].text) <= SHORT_LEAD * median and Kind.SUBHEAD not in between else None
