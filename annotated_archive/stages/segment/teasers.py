"""Teasers: the boxes that advertise other articles, above, inside or below this one.

Comes in: a page with its marks. Goes out: the blocks that belong to such a box. A box begins at its label
(`Mehr zum Thema`) or has the shape of one: date, headline and a short paragraph. It ends where running text
goes on without headlines between.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...model import Kind
from .block import Block
from .layout import Layout
from .mark import Mark

# What no list of teasers has inside: below it, the box is over.
ENDS_BOX = frozenset({"comment-head", "comment-form", "consent-notice", "newsletter-box", "advert"})
TWO_PARAGRAPHS, TWO_APART = 35, 60  # words of two paragraphs that are an article's, not teasers
FULL_PARAGRAPH = 30  # words; so long a paragraph above a subhead is the article's
SHORTEST_PARAGRAPH = 25  # words; a shorter one is an article's only if another follows
HEADLINES_ALONE = range(3, 8)  # so many short lines in a row are headlines without paragraphs of their own
ENDS_STATEMENT = (".", '."', ".“", ".”", ".»", ". »")
LONGEST_SUBHEAD, LONGER = 6, 2  # words of a subhead below headlines; how many more a headline has
SEPARATOR = re.compile(r"[:|/]")  # in a headline with its kicker or author
PARAGRAPHS_OF_SUBHEAD, FEWEST_SHARED = 3, 2  # paragraphs of a section, and their words that a subhead has
LONGEST_TEASER = 60  # words; longer paragraphs are articles


def find_teasers(page: Layout) -> Layout:
    """The page with its boxes: the unmarked blocks that belong to them."""
    found: set[int] = set()
    end = 0
    for block in page.blocks:
        mark = page.marks[block.index]
        opens = mark is not None and mark.rule == "related-teasers" and opens_box(block)
        if opens and block.index >= end:
            end = _end(page, block.index + 1)
            inside = {i for i in range(block.index + 1, end) if page.marks[i] is None}
            found |= inside - _subhead_above(page, end, inside) if end < len(page.blocks) else inside
    return replace(page, boxes=frozenset(found))


def opens_box(block: Block) -> bool:
    """A label alone announces what follows; `Lesen Sie auch: …` with its headline is complete."""
    _, colon, rest = block.text.partition(":")
    return not (colon and len(rest.split()) > 2)


def _end(page: Layout, start: int) -> int:
    """The first block below the box that begins at `start`: where text goes on, or a thread begins."""
    lines, dated = 0, False  # what stands above a paragraph: short lines, a date
    bare = True  # no paragraph stood in the box: its teasers are headlines only
    teased = False  # a teaser of one sentence stood in the box: others may follow, the last above the article
    for block in page.blocks[start:]:
        mark = page.marks[block.index]
        if mark is not None:
            if mark.rule in ENDS_BOX:
                return block.index
            dated = dated or mark.kind is Kind.DATELINE
        elif not block.prose:
            stated = _states(block)
            if stated and lines and not teased and _sentences_below(page, block.index) == 2:
                return block.index
            teased = teased or stated
            lines += 1
        else:
            listed = bare and not dated and lines in HEADLINES_ALONE
            if (listed and _is_full(block)) or _resumes(page, block, lines, dated):
                return block.index
            lines, dated, bare = 0, False, False
    return len(page.blocks)


def _resumes(page: Layout, block: Block, lines: int, dated: bool) -> bool:
    """Whether a paragraph below `lines` short lines is the article's and not a teaser's."""
    if block.words > LONGEST_TEASER or _goes_on(page, block.index):
        return True
    if block.sentences > 1 and block.words >= FULL_PARAGRAPH and _above_section(page, block.index):
        return True
    if dated or not _is_full(block):
        return False
    return lines == 0 or (lines <= 2 and _dense(page, block.index))


def _is_full(block: Block) -> bool:
    return block.sentences > 1 and block.words >= SHORTEST_PARAGRAPH


def _goes_on(page: Layout, index: int) -> bool:
    """Whether running text goes on below a paragraph, with no headline between."""
    below = page.blocks[index + 1 : index + 6]
    following = [b for b in below if (m := page.marks[b.index]) is None or m.kind is Kind.DATELINE][:1]
    row = _sentences_below(page, index)
    both = sum(block.words for block in page.blocks[index : index + 2])
    if row == 2 or (row == 1 and page.blocks[index].sentences > 1 and both > TWO_PARAGRAPHS):
        return True  # paragraphs in a row, however short, as English reporters write them
    if not following or not following[0].prose:
        return False
    adjacent = following[0].index == index + 1
    return page.blocks[index].words + following[0].words > (TWO_PARAGRAPHS if adjacent else TWO_APART)


def _above_section(page: Layout, index: int) -> bool:
    """Whether a subhead and two paragraphs in a row stand below: of teasers, each has a headline."""
    below = page.blocks[index + 1 : index + 4]
    if len(below) < 3 or any(page.marks[b.index] is not None for b in below):
        return False
    subhead, *section = below
    return not subhead.sentence and all(b.prose for b in section) and any(b.sentences > 1 for b in section)


def _sentences_below(page: Layout, index: int) -> int:
    """How many of the next two blocks are paragraphs of at least a sentence, counted from the first."""
    found = 0
    for block in page.blocks[index + 1 : index + 3]:
        if page.marks[block.index] is not None or not _states(block):
            break
        found += 1
    return found


def _states(block: Block) -> bool:
    return block.sentence and block.text.endswith(ENDS_STATEMENT)


def _dense(page: Layout, index: int) -> bool:
    """Whether most of the next blocks are paragraphs: an article, not a list of teasers with headlines."""
    following = [b for b in page.blocks[index + 1 : index + 12] if page.marks[b.index] is None][:6]
    return sum(b.prose and b.sentences > 1 for b in following) >= 3


def _subhead_above(page: Layout, end: int, inside: set[int]) -> set[int]:
    """A short line between a teaser's paragraph and the article's next one is the article's subhead.

    Below a teaser's headline it is one if the next paragraphs have its words.
    """
    above = end - 1
    if above not in inside or page.blocks[above].prose:
        return set()
    if above - 1 in inside and page.blocks[above - 1].prose:
        return {above}
    mark = page.marks[above - 1]
    if mark is not None and mark.kind is Kind.DATELINE:
        return set()  # the headline of a dated teaser, or of an article of which the date says it begins here
    below = {stem for block in page.blocks[end : end + PARAGRAPHS_OF_SUBHEAD] for stem in block.stems}
    shared = sum(stem in below for stem in page.blocks[above].stems)
    told = shared >= FEWEST_SHARED and 2 * shared >= len(page.blocks[above].stems)
    return {above} if told or _shorter(page.blocks[above], page.blocks[above - 1], mark) else set()


def _shorter(line: Block, above: Block, mark: Mark | None) -> bool:
    """Whether a line is short for a headline, below one of the usual length."""
    if (
        mark is not None
        or line.closed
        or SEPARATOR.search(line.text)
        or not 2 <= line.words <= LONGEST_SUBHEAD
    ):
        return False
    return above.words >= line.words + LONGER
