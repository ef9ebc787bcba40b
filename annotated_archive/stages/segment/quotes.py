"""Pull quotes: sentences of the article that the page prints a second time to catch the eye."""

from __future__ import annotations

from collections.abc import Sequence

from ...text.quotation_marks import MARKS
from .block import Block

SHORTEST = 25  # characters: shorter sentences can occur twice by chance
LONGEST = 60  # words
LONG_WORD = 4  # letters; shorter words are in every text
# A pull quote is often shortened: so many of its longer words, at least, are in one paragraph close by.
SHARE, FEWEST_WORDS, WITHIN = 0.85, 6, 8
QUOTATION_MARKS = f"{MARKS}.,;:!?… "


def is_pull_quote(block: Block, paragraphs: Sequence[tuple[Block, frozenset[str]]]) -> bool:
    """Whether a longer paragraph has a block's words, all of them in a row or nearly all of them.

    `paragraphs` are given with their words, for a quick comparison.

    A paragraph that begins with them is no quotation's place: there the block is a lead printed again.
    """
    whole = block.closed or block.words >= FEWEST_WORDS  # a subhead's few words can stand in the text as well
    if block.words >= LONGEST or len(block.folded) < SHORTEST or not whole:
        return False
    quote = block.folded.strip(QUOTATION_MARKS)
    content = {token for token in block.tokens if len(token) >= LONG_WORD}
    for paragraph, words in paragraphs:
        if len(paragraph.folded) <= len(block.folded) + 10 or paragraph.index == block.index:
            continue
        if quote in paragraph.folded:
            return not paragraph.folded.startswith(block.folded)
        near = abs(paragraph.index - block.index) <= WITHIN
        if near and len(content) >= FEWEST_WORDS and _has(words, content):
            return True
    return False


def _has(words: frozenset[str], content: set[str]) -> bool:
    return len(content & words) >= SHARE * len(content)
