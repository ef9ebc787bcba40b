"""The run: which stretch of the page is the article.

Comes in: blocks and their marks. Goes out: the first and last block of the densest stretch of running text.
Every block gets a weight: paragraphs count for the article, labels and menus against it; the stretch with the
greatest sum wins (Kadane's algorithm). Boxes inside an article cost less than its next paragraphs bring, so
the run bridges them; what stands around an article costs more than the odd teaser sentence brings.
"""

from __future__ import annotations

from collections.abc import Sequence

from .block import Block
from .marks import Mark

# A paragraph weighs its words, up to this many: one long legal notice must not outweigh an article.
HEAVIEST = 80
# A single sentence weighs less than its words: teasers are single sentences, paragraphs rarely.
SENTENCE_SHARE = 0.5
SHORT_LINE = -5.0  # subheads and list items pass, menus of twenty lines do not
LABEL = -8.0
# Labels after which an article rarely goes on.
BARRIERS = {
    "comment-head": -120.0,
    "comment-form": -120.0,
    "rights-notice": -60.0,
    "related-teasers": -35.0,
    "login-box": -20.0,
}
NEUTRAL = frozenset({"photo-credit", "caption-with-credit", "caption-above-credit", "repeated-caption", "caption-by-its-form"})


def find_run(
    blocks: Sequence[Block], marks: Sequence[Mark | None], asides: frozenset[int], discussed: frozenset[int]
) -> tuple[int, int] | None:
    """First and last block of the article, or None for a page without one."""
    best, best_sum = None, 0.0
    start, total = 0, 0.0
    for block in blocks:
        if total <= 0:
            start, total = block.index, 0.0
        if block.index in discussed:
            total = 0.0  # no article goes on below its comments: the run begins or ends here
            continue
        total += _weight(block, marks[block.index], block.index in asides)
        if total > best_sum:
            best, best_sum = (start, block.index), total
    return best


def _weight(block: Block, mark: Mark | None, aside: bool) -> float:
    if mark is not None:
        return 0.0 if mark.rule in NEUTRAL else BARRIERS.get(mark.rule, LABEL)
    if aside:
        return SHORT_LINE
    if block.prose:
        return float(min(block.words, HEAVIEST)) * (1.0 if block.sentences > 1 else SENTENCE_SHARE)
    if block.sentence:
        return block.words * SENTENCE_SHARE
    return SHORT_LINE
