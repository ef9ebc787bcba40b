"""The run: which stretch of the page is the article.

Comes in: blocks and their marks. Goes out: the first and last block of the densest stretch of running text.
Every block gets a weight: paragraphs count for the article, labels and menus against it; the stretch with the
greatest sum wins (Kadane's algorithm). Boxes inside an article cost less than its next paragraphs bring, so
the run bridges them; what stands around an article costs more than the odd teaser sentence brings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model import Kind
from .block import Block
from .layout import Layout
from .mark import Mark
from .short_lines import BULLET
from .speech import speeches
from .teasers import opens_box
from .words import legal_words

# A paragraph weighs its words, up to this many: one long legal notice must not outweigh an article.
HEAVIEST = 80
# A single sentence weighs less than its words: teasers are single sentences, paragraphs rarely.
SENTENCE_SHARE = 0.5
# English reporters write paragraphs of one sentence. So many in a row are no teasers: those have headlines.
SENTENCES_IN_A_ROW, SENTENCE_SHARE_OF_SHORT_PARAGRAPHS = 3, 0.9
SHORT_LINE = -4.0  # subheads and list items pass, menus of twenty lines do not
LABEL = -8.0
LEGAL_TEXT = 3.0  # of a paragraph on cookies and consent: the article only of a page that has nothing else
INGREDIENT = 3.0  # a line of a recipe's list
LIVE_LINE = 1.0  # the time or headline of a live blog's entry
BOX_GOES_ON = -2.0
SHORTEST_SPEECH = 4  # words that a speech of an interview, or what an entry says, counts at least
# Labels after which an article rarely goes on.
BARRIERS = {
    "comment-head": -25.0,
    "comment-form": -120.0,
    "rights-notice": -60.0,
    "wire-notes": -60.0,
    "related-teasers": -35.0,
    "login-box": -20.0,
    # These stand inside articles as often as below them.
    "cookie-wall": -2.0,
    "consent-notice": -2.0,
    "advert": -4.0,
}
NEUTRAL = frozenset(
    {
        "photo-credit",
        "caption-with-credit",
        "caption-above-credit",
        "repeated-caption",
        "caption-by-its-form",
        "picture-described",
    }
)


def find_run(page: Layout) -> Layout:
    """The page with the extent of its article. Where there is none, nothing is a comment on it either."""
    run = _heaviest(page)
    return replace(page, run=run, threads=page.threads if run is not None else ())


def _heaviest(page: Layout) -> tuple[int, int] | None:
    """First and last block of the stretch that weighs most; None where nothing speaks for one."""
    best, best_sum = None, 0.0
    spoken = page.told.union(block.index for block in speeches(page.blocks))
    discussed = page.discussed
    share = _sentence_share(page)
    start, total = 0, 0.0
    for block in page.blocks:
        if total <= 0:
            start, total = block.index, 0.0
        if block.index in discussed:
            total = 0.0  # no article goes on below its comments: the run begins or ends here
            continue
        weight = _weight(
            block, page.marks[block.index], block.index in page.boxes, block.index in spoken, share
        )
        total += max(weight / 3, BOX_GOES_ON) if _continues_box(page.marks, block.index) else weight
        if total > best_sum:
            best, best_sum = (start, block.index), total
    return best


def _continues_box(marks: Sequence[Mark | None], index: int) -> bool:
    """Whether a label follows another of the same box; a box costs the run once, however long it is."""
    mark = marks[index]
    if mark is None or not index or mark.kind is Kind.BODY:
        return False
    return marks[index - 1] == mark


def _sentence_share(page: Layout) -> float:
    """What a single sentence counts on this page: more where several in a row show an article's style."""
    row = long = 0
    for block in page.blocks:
        stated = block.sentence and block.sentences == 1 and page.marks[block.index] is None
        row = row + 1 if stated else 0
        long = (long if row else 0) + (stated and block.prose)
        if long >= SENTENCES_IN_A_ROW or (row > SENTENCES_IN_A_ROW and long > 1):
            return SENTENCE_SHARE_OF_SHORT_PARAGRAPHS
    return SENTENCE_SHARE


def _weight(block: Block, mark: Mark | None, boxed: bool, spoken: bool, share: float) -> float:
    if mark is not None:
        if mark.rule == "related-teasers" and not opens_box(block):
            return LABEL
        if mark.rule == "ingredients":
            return INGREDIENT
        if mark.kind is Kind.SUBHEAD:
            return LIVE_LINE
        return 0.0 if mark.rule in NEUTRAL else BARRIERS.get(mark.rule, LABEL)
    if boxed:
        return SHORT_LINE
    spoken = spoken or (block.sentence and BULLET.match(block.text) is not None)
    if spoken:
        return float(max(block.words, SHORTEST_SPEECH))
    if block.prose and sum(t.startswith(legal_words()) for t in block.tokens) >= 2:
        return LEGAL_TEXT
    if block.prose:
        return float(min(block.words, HEAVIEST)) * (1.0 if block.sentences > 1 else share)
    if block.sentence:
        return block.words * share
    return SHORT_LINE
