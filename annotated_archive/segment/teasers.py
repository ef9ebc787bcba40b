"""Teasers: the boxes that advertise other articles, above, inside or below this one.

Comes in: blocks and marks. Goes out: the blocks that belong to such a box. A box begins at its label (`Mehr
zum Thema`) or has the shape of one: date, headline and a short paragraph. It ends where running text goes on
without headlines between.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Kind
from .block import Block
from .marks import Mark

# What no list of teasers has inside: below it, the box is over.
ENDS_BOX = frozenset({"comment-head", "comment-form", "consent-notice", "newsletter-box", "advert"})
TWO_PARAGRAPHS, TWO_APART = 35, 60  # words of two paragraphs that are an article's, not teasers
LONGEST_TEASER = 60  # words; longer paragraphs are articles


def find_teasers(blocks: Sequence[Block], marks: Sequence[Mark | None]) -> frozenset[int]:
    """The unmarked blocks that belong to boxes."""
    found: set[int] = set()
    for block in blocks:
        mark = marks[block.index]
        if mark is not None and mark.rule == "related-teasers" and opens_box(block):
            found.update(_box(blocks, marks, block.index + 1))
    return frozenset(found)


def opens_box(block: Block) -> bool:
    """A label alone announces what follows; `Lesen Sie auch: …` with its headline is complete."""
    _, colon, rest = block.text.partition(":")
    return not (colon and len(rest.split()) > 2)


def _box(blocks: Sequence[Block], marks: Sequence[Mark | None], start: int) -> set[int]:
    inside: set[int] = set()
    index = start
    headline = dated = False
    lines = 0
    while index < len(blocks):
        block, mark = blocks[index], marks[index]
        if mark is not None:
            if mark.rule in ENDS_BOX:
                break
            dated = dated or mark.kind is Kind.DATELINE
            headline = headline or dated
        elif block.prose:
            if not headline and block.sentences > 1 and block.words > 25:
                break
            if block.words > LONGEST_TEASER or _goes_on(blocks, marks, index):
                break
            if (
                lines <= 2
                and not dated
                and block.sentences > 1
                and block.words > 25
                and _dense(blocks, marks, index)
            ):
                break
            inside.add(index)
            headline = dated = False
            lines = 0
        else:
            inside.add(index)
            headline = True
            lines += 1
        index += 1
    else:
        return inside
    return inside - _subhead_above(blocks, marks, index, inside)


def _goes_on(blocks: Sequence[Block], marks: Sequence[Mark | None], index: int) -> bool:
    """Whether running text goes on below a paragraph, with no headline between."""
    below = blocks[index + 1 : index + 6]
    following = [b for b in below if (m := marks[b.index]) is None or m.kind is Kind.DATELINE][:1]
    if not following or not following[0].prose:
        return False
    adjacent = following[0].index == index + 1
    return blocks[index].words + following[0].words > (TWO_PARAGRAPHS if adjacent else TWO_APART)


def _dense(blocks: Sequence[Block], marks: Sequence[Mark | None], index: int) -> bool:
    """Whether most of the next blocks are paragraphs: an article, not a list of teasers with headlines."""
    following = [b for b in blocks[index + 1 : index + 12] if marks[b.index] is None][:6]
    return sum(b.prose and b.sentences > 1 for b in following) >= 3


def _subhead_above(
    blocks: Sequence[Block], marks: Sequence[Mark | None], index: int, inside: set[int]
) -> set[int]:
    """A short line between a teaser's paragraph and the article's next one is the article's subhead."""
    above = index - 1
    if above in inside and not blocks[above].prose and above - 1 in inside and blocks[above - 1].prose:
        return {above}
    return set()
