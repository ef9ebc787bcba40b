"""Marks: what single lines declare themselves to be, before their place on the page is known.

Comes in: blocks. Goes out: for each block a `Mark` or None. A mark is a first reading: the modules that see
the whole page may overrule it, for example where a dateline belongs to a teaser.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..model import Kind
from . import forms
from .block import REMEMBERED_LINES, Block, block_of
from .labels import page_furniture

# A label that begins a line or stands in one proves little when the line is a long paragraph: there it is
# what the article says. Walls and boxes, on the other hand, are whole sentences.
LONGEST_LABELLED = {
    "related-teasers": 25,
    "comment-head": 10,
    "comment-control": 6,
    "navigation": 12,
    "topic-list": 30,
    "video-box": 12,
    "share-box": 16,
    "advert": 30,
    "login-box": 30,
    "rights-notice": 30,
}
LONGEST_CAPTION = 26  # words of a line above a credit; a longer paragraph is text, unless it stands twice
NOTICE_REPEATS = 3  # a paragraph printed so often is a notice, not a lead printed again
FIRST_PICTURE_WITHIN = 12  # blocks between the first paragraph and its picture
LONGEST_SENTENCES = 60  # words, for the boxes that speak in sentences


@dataclass(frozen=True, slots=True)
class Mark:
    """What a block says it is, and the rule that read it so."""

    kind: Kind
    rule: str


def marks_of(blocks: Sequence[Block]) -> list[Mark | None]:
    """A mark or None for each block."""
    repeats = Counter(block.folded for block in blocks)
    marks = [_declared(block.text) for block in blocks]
    for block, mark in zip(blocks, marks, strict=True):
        if mark is None:
            continue
        if mark.rule == "agency-signature" and _credits_picture(blocks, marks, block.index, repeats):
            mark = marks[block.index] = Mark(Kind.CREDIT, "photo-credit")
        if mark.rule == "photo-credit":
            _caption_above(blocks, marks, block.index, repeats)
    captions = {b.folded for b, m in zip(blocks, marks, strict=True) if m and m.kind is Kind.CAPTION}
    first_print: dict[str, int] = {}
    for block in blocks:
        if marks[block.index] is None and block.prose:
            if first_print.setdefault(block.folded, block.index) != block.index:
                marks[block.index] = Mark(Kind.BOILERPLATE, "repeated-paragraph")
                if repeats[block.folded] >= NOTICE_REPEATS:
                    marks[first_print[block.folded]] = Mark(Kind.BOILERPLATE, "repeated-paragraph")
        if marks[block.index] is None and block.folded in captions and block.words > 3:
            marks[block.index] = Mark(Kind.CAPTION, "repeated-caption")
    return marks


@lru_cache(maxsize=REMEMBERED_LINES)
def _declared(text: str) -> Mark | None:
    return _mark(block_of(text))


def _mark(block: Block) -> Mark | None:
    labelled = page_furniture().rule(block)
    if labelled == "photo-credit":
        if block.words <= forms.LONGEST_CREDIT // 2 and not block.closed:
            return Mark(Kind.CREDIT, labelled)
    elif labelled and block.words <= LONGEST_LABELLED.get(labelled, LONGEST_SENTENCES):
        return Mark(Kind.BOILERPLATE, labelled)
    if block.words > LONGEST_SENTENCES:
        return None
    if forms.is_address(block):
        return Mark(Kind.LINK, "address-line")
    if forms.is_dateline(block):
        return Mark(Kind.DATELINE, "date-line")
    if forms.is_signature(block):
        return Mark(Kind.CREDIT, "agency-signature")
    if forms.is_source(block):
        return Mark(Kind.CREDIT, "source-line")
    if forms.is_credit(block):
        return Mark(Kind.CREDIT, "photo-credit")
    if forms.is_byline(block):
        return Mark(Kind.BYLINE, "byline")
    if forms.caption_credit(block) is not None:
        return Mark(Kind.CAPTION, "caption-with-credit")
    if forms.is_caption(block):
        return Mark(Kind.CAPTION, "caption-by-its-form")
    if not any(character.isalnum() for character in block.text):
        return Mark(Kind.BOILERPLATE, "ornament")
    return None


def _credits_picture(
    blocks: Sequence[Block], marks: Sequence[Mark | None], index: int, repeats: Counter[str]
) -> bool:
    """An agency's name alone credits a picture where the line above is no sentence or stands twice."""
    if not index or blocks[index].words > 1 or "/" in blocks[index].text or marks[index - 1] is not None:
        return False
    above = blocks[index - 1]
    return repeats[above.folded] > 1 or (not above.closed and above.words > 5)


def _caption_above(
    blocks: Sequence[Block], marks: list[Mark | None], credit: int, repeats: Counter[str]
) -> None:
    """A short paragraph directly above a picture's credit is the picture's caption."""
    above = credit - 1
    if above < 0 or marks[above] is not None:
        return
    block = blocks[above]
    short = block.words <= (LONGEST_CAPTION if repeats[block.folded] == 1 else 2 * LONGEST_CAPTION)
    # Three words and no full stop can as well be the headline above a picture.
    # A line that is no sentence is a caption only below the article's first paragraph; above, it is a title.
    sure = block.closed or any(other.prose for other in blocks[max(0, above - FIRST_PICTURE_WITHIN) : above])
    if short and sure and (block.closed or repeats[block.folded] > 1 or block.words > 9):
        marks[above] = Mark(Kind.CAPTION, "caption-above-credit")
