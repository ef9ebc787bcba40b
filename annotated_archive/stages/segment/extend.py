"""Beyond the run: the article's paragraphs that a box cut off from it.

Comes in: a page with its run. Goes out: the article's first and last block, and the boxes without the
paragraphs that turned out to be the article's. A box next to an article's first or last paragraph can weigh
more than the paragraph. Then the paragraph is known by its words, or by its form: teasers have a headline
each, few sentences, and no agency signs them.
"""

from __future__ import annotations

from dataclasses import replace

from .block import Block
from .ending import SIGNATURES
from .layout import Layout, of_article
from .teasers import opens_box

ENDS_ARTICLE = frozenset({"comment-head", "comment-form", "rights-notice"})
LOOK_BACK, LOOK_AHEAD = 25, 12  # blocks above the first and below the last paragraph
SHORTEST_LATE_PARAGRAPH = 25  # words; shorter ones below a box are teasers
# Share of a paragraph's longer words that the article has. A teaser on its subject has many of them, too.
SAME_WORDS, SAME_IN_BOX = 0.5, 0.7
TOGETHER = 40  # words of paragraphs in a row that are the article's
SENTENCES_OF_ONE = 3  # of a single paragraph, signed or below a box that has ended
SHORTEST_UNENDED = 8  # words; so long a line without a full stop can be a paragraph's


@of_article
def extend_run(page: Layout) -> Layout:
    """The page with all of its article's paragraphs in the run, and the boxes less those."""
    (first, last), boxes, discussed = page.extent, page.boxes, page.discussed
    blocks, marks = page.blocks, page.marks
    said = {stem for block in blocks[first : last + 1] for stem in block.stems}
    for index in range(first - 1, max(0, first - LOOK_BACK) - 1, -1):
        if index in discussed:
            break
        if marks[index] is None and index not in boxes and _same_subject(blocks[index], said, SAME_WORDS):
            first = index
            said.update(blocks[index].stems)
    found: set[int] = set()
    index = next_one = last + 1  # `next_one`: the block below the last, but for headlines in passing
    teased = False  # a box of teasers began below the last paragraph
    while index < min(len(blocks), last + 1 + LOOK_AHEAD) and index not in discussed:
        block, mark = blocks[index], marks[index]
        if mark is None:
            row = _row_of_paragraphs(page, index)
            free = index not in boxes
            if row:
                found.update(range(index, index + row))
                last = index = index + row - 1
            elif (
                _same_subject(block, said, SAME_WORDS if free else SAME_IN_BOX)
                or (free and index == next_one and (block.sentence or _unended(block)))
                or (free and teased and _is_full(block))
            ):
                found.add(index)
                last = index
            if last == index:
                said.update(block.stems)
                next_one, teased = index + 1, False
        elif mark.rule in ENDS_ARTICLE:
            break
        elif mark.rule == "related-teasers":
            teased = teased or opens_box(block)
            next_one += index == next_one and not opens_box(block)
        index += 1
    return replace(page, run=(first, last), boxes=boxes - found)


def _row_of_paragraphs(page: Layout, index: int) -> int:
    """How many paragraphs of several sentences stand here in a row, if they are an article's; else 0."""
    blocks, marks, end = page.blocks, page.marks, index
    while end < len(blocks) and marks[end] is None and blocks[end].sentences > 1 and blocks[end].sentence:
        end += 1
    row = blocks[index:end]
    if len(row) > 1:
        return len(row) if sum(block.words for block in row) >= TOGETHER else 0
    mark = marks[end] if end < len(blocks) else None
    signed = mark is not None and mark.rule in SIGNATURES
    return 1 if row and signed and _is_full(row[0]) else 0


def _is_full(block: Block) -> bool:
    return block.sentences >= SENTENCES_OF_ONE and block.words >= SHORTEST_LATE_PARAGRAPH


def _same_subject(block: Block, said: set[str], share: float) -> bool:
    if not block.prose or block.words < SHORTEST_LATE_PARAGRAPH:
        return False
    return sum(stem in said for stem in block.stems) >= share * len(block.stems)


def _unended(block: Block) -> bool:
    return block.words >= SHORTEST_UNENDED and block.running >= 0.4 * block.words
