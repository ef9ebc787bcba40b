"""Signs of a title: what a line's form, words, place and other prints say for or against its being one.

Comes in: a page's blocks, marks and run. Goes out: the points of each candidate. The weights are those of a
logistic model, fitted on annotated pages of many outlets, checked on outlets that it had not seen, and
rounded; signs that did not help with unseen outlets were left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log1p

from ..model import Kind
from . import forms
from .block import Block
from .marks import Mark
from .words import entries

STEM = 6  # letters of a word that are compared: endings and compounds do not matter
LONG_WORD = 4  # letters; shorter words are in every text
LONG_SENTENCE = 9  # words; so long a line with a full stop is a lead or a caption
SAME_WORDS = 0.6  # share of its longer words that an earlier print in other words has in common
LONGEST_KICKER = 5  # words of a line of its own above the title
SHORT_LINE = 3  # words; menus are made of such lines
MENU_PRINTS = 3  # menus are printed so often, for large and small screens and at the foot
# Breadcrumbs end in the title: `Startseite » Lokales » Title`. They have hardly more words than it.
CRUMB = re.compile(r"[|»›>·•/]|[:–—-](?=\s)|^(?:home|startseite|accueil)(?=\s)")
LONGEST_CRUMB = 25  # words besides the title
SEPARATORS = re.compile(r"[|»›·•]")

ONE_WORD, SOME_WORDS, MANY_WORDS, TOO_MANY_WORDS = -1.4, 1.4, 2.0, -0.5  # 1, 4 to 6, 7 to 16, more
ONLY_SMALL_WORDS = -1.1
SHARE_IN_ARTICLE = 2.1  # of its longer words, how many the article has
FREQUENCY_IN_ARTICLE = 0.6  # how often, on a logarithmic scale
SHARE_IN_NEXT_PARAGRAPH = 0.5
PRINTED_ABOVE, PART_OF_LINE_ABOVE, PRINTED_BELOW, PRINTED_LIKE_A_MENU = 0.7, 0.9, 0.5, -0.7
LAST_OF_BREADCRUMBS = 1.8
DATE_DIRECTLY_BELOW, DATE_OR_AUTHOR_NEAR, DATE_ABOVE = 0.8, 1.4, 0.9
AUTHOR_DIRECTLY_BELOW, AUTHOR_ABOVE = -1.1, -2.2  # a name above a name, a subtitle below the author
PARAGRAPH_NEAR, SENTENCE_DIRECTLY_BELOW = 0.7, 1.1
NEXT_TO_ARTICLE, ALONE_ABOVE_ARTICLE, FIRST_OF_ARTICLE, INSIDE_ARTICLE = -0.9, 1.1, -2.2, -3.9
SHORT_LINES_BETWEEN, BOXES_BETWEEN = -0.5, -0.5  # it and the article, on a logarithmic scale
BELOW_OTHERS_LIKE_IT = -1.0  # below lines that would do as well, on a logarithmic scale
INTRODUCES, ABOVE_SHORTER_LINE = -1.0, -1.1
COLON_INSIDE = 0.4
ENDS_LIKE_A_SENTENCE, ENDS_LONG_SENTENCE = -1.5, -1.0
SEPARATORS_INSIDE, BEGINS_SMALL, LISTS_NAMES, SPEAKS_OF_PAGE = -1.5, -0.9, -2.5, -0.8
SHORT_PARAGRAPH = 1.3


def stems(block: Block) -> list[str]:
    """The beginnings of a block's longer words."""
    return [token[:STEM] for token in block.tokens if len(token) >= LONG_WORD]


class TitleSigns:
    """The signs of one page; `points` weighs them for one candidate."""

    def __init__(
        self, blocks: Sequence[Block], marks: Sequence[Mark | None], first: int, last: int, below: int
    ) -> None:
        """`first` and `last` are the run's blocks, `below` the last candidate's."""
        self.blocks, self.marks, self.first = blocks, marks, first
        self.said = Counter([stem for block in blocks[first : last + 1] for stem in stems(block)])
        self.prints = Counter([block.folded for block in blocks])
        self.first_print: dict[str, int] = {}
        self.last_print: dict[str, int] = {}
        for block in blocks:
            self.first_print.setdefault(block.folded, block.index)
            self.last_print[block.folded] = block.index
        short = ["" if block.prose else block.folded for block in blocks[: below + 1]]
        self.lines = "\n".join(short)
        self.offsets = list(accumulate((len(line) + 1 for line in short), initial=0))
        self.crumbs = self._crumbs(below)
        between = [(b.words, marks[b.index]) for b in blocks[: first + 1]]
        lines = [mark is None and words <= SHORT_LINE for words, mark in between]
        self.lines_above = list(accumulate(lines, initial=0))
        dated = (Kind.DATELINE, Kind.BYLINE)
        boxes = [mark is not None and mark.kind not in dated for _, mark in between]
        self.boxes_above = list(accumulate(boxes, initial=0))
        self.paragraphs: dict[int, set[str]] = {}
        self.others = 0  # candidates above that would do as well

    def _crumbs(self, below: int) -> dict[str, tuple[int, int]]:
        """What follows a separator in a line: the text, with the first such line and that line's words."""
        crumbs: dict[str, tuple[int, int]] = {}
        for block in self.blocks[: below + 1]:
            if block.prose:
                continue
            for found in CRUMB.finditer(block.folded):
                crumbs.setdefault(block.folded[found.end() :].strip(), (block.index, block.words))
        return crumbs

    def points(self, block: Block) -> float:
        """The points of a candidate; to be asked from the top of the page down."""
        own = stems(block)
        words = block.words
        points = (
            ONE_WORD if words == 1 else 0.0 if words <= SHORT_LINE else SOME_WORDS if words <= 6
            else MANY_WORDS if words <= 16 else TOO_MANY_WORDS
        )  # fmt: skip
        share = 0.0
        if own:
            itself = block.index >= self.first  # then the article has each of its words at least once
            share = sum(self.said[stem] > itself for stem in own) / len(own)
            frequency = sum(log1p(max(0, self.said[stem] - itself)) for stem in own) / len(own)
            points += SHARE_IN_ARTICLE * share + FREQUENCY_IN_ARTICLE * frequency
            near = self._next_paragraph(block.index)
            if near:
                points += SHARE_IN_NEXT_PARAGRAPH * sum(stem in near for stem in own) / len(own)
        else:
            points += ONLY_SMALL_WORDS
        points += BELOW_OTHERS_LIKE_IT * log1p(self.others)
        menu = self.prints[block.folded] >= MENU_PRINTS
        if share >= 0.6 and words >= SHORT_LINE and not menu and not block.text.endswith((".", ":")):
            self.others += 1
        points += self._of_prints(block) + self._of_neighbours(block)
        return points + self._of_place(block) + _of_form(block)

    def _next_paragraph(self, at: int) -> set[str]:
        """What the next paragraph says, if it is near."""
        for index in range(at + 1, min(at + 8, len(self.blocks))):
            if self.blocks[index].prose:
                if index not in self.paragraphs:
                    self.paragraphs[index] = set(stems(self.blocks[index]))
                return self.paragraphs[index]
        return set()

    def _of_prints(self, block: Block) -> float:
        folded, at, points = block.folded, block.index, 0.0
        if self.prints[folded] >= MENU_PRINTS:
            points += PRINTED_LIKE_A_MENU
        if block.words > 1:
            if self.first_print[folded] < at:
                points += PRINTED_ABOVE
            elif 0 <= self.lines.find(folded) < self.offsets[at]:
                points += PART_OF_LINE_ABOVE
            if self.last_print[folded] > at:
                points += PRINTED_BELOW
        line, words = self.crumbs.get(folded, (at, 0))
        if line < at and words <= block.words + LONGEST_CRUMB:
            points += LAST_OF_BREADCRUMBS
        return points

    def _of_neighbours(self, block: Block) -> float:
        at, points = block.index, 0.0
        marks, below = self.marks, self.blocks[block.index + 1 : block.index + 3]
        kinds = [None if mark is None else mark.kind for mark in marks[at + 1 : at + 4]]
        if Kind.DATELINE in kinds or Kind.BYLINE in kinds:
            points += DATE_OR_AUTHOR_NEAR
            points += DATE_DIRECTLY_BELOW if kinds[0] is Kind.DATELINE else 0.0
            points += AUTHOR_DIRECTLY_BELOW if kinds[0] is Kind.BYLINE else 0.0
        above = marks[at - 1] if at else None
        if above is not None:
            points += DATE_ABOVE if above.kind is Kind.DATELINE else 0.0
            points += AUTHOR_ABOVE if above.kind is Kind.BYLINE else 0.0
        if any(b.prose for b in below):
            points += PARAGRAPH_NEAR
        if below and below[0].sentence:
            points += SENTENCE_DIRECTLY_BELOW
        if at + 1 < self.first and marks[at + 1] is None and not below[0].prose:
            if introduces(block, below[0], self.prints):
                points += INTRODUCES
            points += ABOVE_SHORTER_LINE if 4 <= below[0].words < block.words else 0.0
        return points

    def _of_place(self, block: Block) -> float:
        at, first = block.index, self.first
        if at > first:
            return INSIDE_ARTICLE
        if at == first:
            return FIRST_OF_ARTICLE
        beside = 0.0 if at + 1 < first else NEXT_TO_ARTICLE if at else ALONE_ABOVE_ARTICLE
        lines = self.lines_above[first] - self.lines_above[at + 1]
        boxes = self.boxes_above[first] - self.boxes_above[at + 1]
        return beside + SHORT_LINES_BETWEEN * log1p(lines) + BOXES_BETWEEN * log1p(boxes)


def introduces(upper: Block, lower: Block, prints: Counter[str]) -> bool:
    """Whether the upper of two lines is the lower one's kicker or an earlier print of it."""
    if forms.dated(lower.text) or lower.text.endswith("."):
        return False
    beginnings = set(stems(upper))
    common = len(beginnings & {token[:STEM] for token in lower.tokens})
    if min(upper.words, lower.words) >= 6 and common >= SAME_WORDS * len(beginnings):
        return True
    if prints[lower.folded] > 1:
        return upper.words <= LONGEST_KICKER + 1
    return upper.words < LONGEST_KICKER < lower.words and upper.words * 2 <= lower.words


def _of_form(block: Block) -> float:
    text, points = block.text, 0.0
    if ":" in text[:-1]:
        points += COLON_INSIDE
    if text.endswith((".", ";", ":")):
        points += ENDS_LIKE_A_SENTENCE
        points += ENDS_LONG_SENTENCE if text[-1] == "." and block.words >= LONG_SENTENCE else 0.0
    if SEPARATORS.search(text):
        points += SEPARATORS_INSIDE
    if text[0].islower():
        points += BEGINS_SMALL
    if text.count(",") >= 2 and block.running <= 0.2 * block.words:
        points += LISTS_NAMES
    if not entries("page-words").isdisjoint(block.tokens):
        points += SPEAKS_OF_PAGE
    if block.prose:
        points += SHORT_PARAGRAPH
    return points
