"""The head of the article: its title, its lead, and what stands between its title and its first paragraph.

Comes in: a page with its run. Goes out: its title, and readings for the head's blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...kinds import EVIDENCE, PARAGRAPHS, Kind
from . import forms
from .block import Block
from .ending import about_author
from .layout import Layout, of_article
from .mark import Mark
from .title import find_title

LONGEST_LEAD = 90  # words
SAME_WORDS = 0.6  # share of longer words that a second print of the title has
SHORT_LEAD = 0.7  # a lead is at most this long, compared with the paragraphs below it


@of_article
def choose_title(page: Layout) -> Layout:
    """The page with the line most like a title. Below it the article begins, if it stands in the run."""
    first, last = page.extent
    line = find_title(page.blocks, page.marks, first, last)
    if line is not None and line.block > first:
        first = line.block + 1  # what stands above the title is no part of the article
    return replace(page, title=line, run=(first, last))


@of_article
def read_head(page: Layout) -> Layout:
    """The page with readings for the blocks between the title and the run's first block."""
    if page.title is None:
        return page
    title, (first, _) = page.title.block, page.extent
    readings: dict[int, Mark] = {}
    opened = False  # a box that begins above the title ends there
    for block in page.blocks[title + 1 : first]:
        mark = page.marks[block.index]
        if mark is not None:
            readings[block.index] = mark
            opened = opened or mark.rule == "related-teasers"
        elif block.index in page.boxes and opened:
            readings[block.index] = Mark(Kind.BOILERPLATE, "teaser-box")
        elif about_author(block):
            readings[block.index] = Mark(Kind.BOILERPLATE, "author-note")
        elif says_again(block, page.blocks[title]):
            readings[block.index] = Mark(Kind.BOILERPLATE, "repeated-title")
        elif block.prose or (block.words >= 8 and (block.sentence or block.running >= 0.3 * block.words)):
            above = [m for m in readings.values() if m.kind in PARAGRAPHS]
            lead = not above and block.words <= LONGEST_LEAD
            readings[block.index] = (
                Mark(Kind.LEAD, "lead-below-title") if lead else Mark(Kind.BODY, "paragraph")
            )
        elif names_author(block, page.marks):
            readings[block.index] = Mark(Kind.BYLINE, "name-beside-date")
        else:
            readings[block.index] = Mark(Kind.BOILERPLATE, "above-article")
    return page.read(readings)


def names_author(block: Block, marks: Sequence[Mark | None]) -> bool:
    """Whether a line is a name alone, next to a date or below the beginning of a byline."""
    if block.words < 2 or not forms.is_name(block):
        return False
    above = marks[block.index - 1] if block.index else None
    below = marks[block.index + 1] if block.index + 1 < len(marks) else None
    authored = above is not None and above.kind is Kind.BYLINE
    return authored or any(m is not None and m.kind is Kind.DATELINE for m in (above, below))


@of_article
def read_title(page: Layout) -> Layout:
    """The page with readings for the title and its other prints above and inside the article."""
    line, (_, last) = page.title, page.extent
    if line is None:
        return page
    title = page.blocks[line.block]
    again = Mark(Kind.BOILERPLATE, "repeated-title")
    prints = {block.index: again for block in page.blocks[: last + 1] if block.tokens == title.tokens}
    return page.read({**prints, line.block: Mark(Kind.TITLE, "title-above-article")})


@of_article
def doubt_title(page: Layout) -> Layout:
    """The page with a title that is not certain called likely, or none where it is not even that."""
    line = page.title
    if line is None or (line.likely and (line.certain or line.alone)):
        return page
    doubtful = Mark(Kind.TITLE, "likely-title") if line.likely else Mark(Kind.BOILERPLATE, "uncertain-title")
    return page.read({line.block: doubtful})


def says_again(block: Block, title: Block) -> bool:
    """Whether a line is the title in other punctuation or nearly the same words."""
    if block.tokens == title.tokens:
        return True
    if block.prose or min(block.words, title.words) < 5:
        return False
    one, two = (set(b.stems) for b in (block, title))
    return len(one & two) >= SAME_WORDS * max(len(one), len(two), 1)


@of_article
def read_lead(page: Layout) -> Layout:
    """The page with the run's first paragraph as its lead, when its form says that it sums up the rest."""
    first, _ = page.extent
    return page.read({first: Mark(Kind.LEAD, "short-first-paragraph")}) if _sums_up(page) else page


def _sums_up(page: Layout) -> bool:
    first, last = page.extent
    if page.title is None or any(mark.kind is Kind.LEAD for mark in page.readings):
        return False
    body = [
        b
        for b in page.blocks[first : last + 1]
        if page.readings[b.index].kind is Kind.BODY and (b.prose or b.sentences > 1)
    ]
    if len(body) < 2 or body[0].index != first or body[0].words > LONGEST_LEAD:
        return False
    between = [page.readings[i].kind for i in range(first + 1, body[1].index)]
    if any(kind in EVIDENCE or kind is Kind.CAPTION for kind in between):
        return True
    following = sorted(len(b.text) for b in body[1:5])
    median = following[len(following) // 2]
    return len(body[0].text) <= SHORT_LEAD * median and Kind.SUBHEAD not in between
