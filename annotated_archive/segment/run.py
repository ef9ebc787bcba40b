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
    "comment-head": -25.0,
    "comment-form": -120.0,
    "rights-notice": -60.0,
    "related-teasers": -35.0,
    "login-box": -20.0,
    # These stand inside articles as often as below them.
    "cookie-wall": -3.0,
    "advert": -4.0,
}
ENDS_ARTICLE = frozenset({"comment-head", "comment-form", "rights-notice"})
LOOK_AHEAD = 12  # blocks below the run
SAME_WORDS = 0.5  # share of a paragraph's longer words that the article has
STEM, LONG_WORD = 6, 4  # letters: what of a word is compared, and which words are
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


def extend_run(
    blocks: Sequence[Block], marks: Sequence[Mark | None], closed: frozenset[int], first: int, last: int
) -> int:
    """The last paragraph below the run that speaks of the same things as the article, or the run's own end.

    A box above an article's last paragraph can weigh more than the paragraph. `closed` are blocks of boxes
    and threads.
    """
    said = {t[:STEM] for b in blocks[first : last + 1] for t in b.tokens if len(t) >= LONG_WORD}
    for block in blocks[last + 1 : last + 1 + LOOK_AHEAD]:
        mark = marks[block.index]
        if mark is not None and mark.rule in ENDS_ARTICLE:
            break
        if mark is not None or block.index in closed or not block.prose or block.words < 25:
            continue
        stems = [t[:STEM] for t in block.tokens if len(t) >= LONG_WORD]
        if sum(stem in said for stem in stems) >= SAME_WORDS * len(stems):
            return extend_run(blocks, marks, closed, first, block.index)
    return last


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
