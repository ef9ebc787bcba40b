"""Signs of a title: what a line's form, words, place and other prints say for or against its being one.

Comes in: a page's blocks, marks and run. Goes out: the signs of each candidate with their strengths, which
`title_weights.py` weighs. Most are there (1) or not; shares go from 0 to 1; counts are logarithms.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log1p

from ...model import Kind
from ...text.quotation_marks import OPENING as OPENING_MARKS
from . import forms
from .block import Block
from .mark import Mark
from .words import alternatives, entries

LONG_SENTENCE = 9  # words; so long a line with a full stop is a lead or a caption
SAME_WORDS = 0.6  # share of its longer words that an earlier print in other words has in common
LONGEST_KICKER = 5  # words of a line of its own above the title
SHORT_LINE = 3  # words; menus are made of such lines
MENU_PRINTS = 3  # menus are printed so often, for large and small screens and at the foot
# Breadcrumbs end in the title: `Startseite » Lokales » Title`. They have hardly more words than it.
CRUMB = re.compile(rf"[|»›>·•/]|[:–—-](?=\s)|^(?:{alternatives('crumbs')})(?=\s)")
LONGEST_CRUMB = 25  # words besides the title
OPENING = f"{OPENING_MARKS}¿¡…#(["
SEPARATORS = re.compile(r"[|»›·•]|\+\+\+")


class TitleSigns:
    """The signs of one page's candidates."""

    def __init__(
        self, blocks: Sequence[Block], marks: Sequence[Mark | None], first: int, last: int, below: int
    ) -> None:
        """`first` and `last` are the run's blocks, `below` the last candidate's."""
        self.blocks, self.marks, self.first = blocks, marks, first
        self.said = Counter([stem for block in blocks[first : last + 1] for stem in block.stems])
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

    def of(self, block: Block) -> dict[str, float]:
        """The signs of a candidate, with their strengths; to be asked from the top of the page down."""
        own = block.stems
        words = block.words
        signs = {
            "one-word" if words == 1 else "few-words" if words <= SHORT_LINE else "some-words" if words <= 6
            else "many-words" if words <= 16 else "too-many-words": 1.0,
            "below-others-like-it": log1p(self.others),
        }  # fmt: skip
        share = 0.0
        if own:
            itself = block.index >= self.first  # then the article has each of its words at least once
            share = sum(self.said[stem] > itself for stem in own) / len(own)
            signs["share-in-article"] = share
            signs["frequency-in-article"] = sum(
                log1p(max(0, self.said[stem] - itself)) for stem in own
            ) / len(own)
            if near := self._next_paragraph(block.index):
                signs["share-in-next-paragraph"] = sum(stem in near for stem in own) / len(own)
        else:
            signs["only-small-words"] = 1.0
        menu = self.prints[block.folded] >= MENU_PRINTS
        if share >= 0.6 and words >= SHORT_LINE and not menu and not block.text.endswith((".", ":")):
            self.others += 1
        return (
            signs
            | self._of_prints(block)
            | self._of_neighbours(block)
            | self._of_place(block)
            | _of_form(block)
        )

    def _next_paragraph(self, at: int) -> set[str]:
        """What the next paragraph says, if it is near."""
        for index in range(at + 1, min(at + 8, len(self.blocks))):
            if self.blocks[index].prose:
                if index not in self.paragraphs:
                    self.paragraphs[index] = set(self.blocks[index].stems)
                return self.paragraphs[index]
        return set()

    def _of_prints(self, block: Block) -> dict[str, float]:
        folded, at = block.folded, block.index
        signs: dict[str, float] = {}
        if self.prints[folded] >= MENU_PRINTS:
            signs["printed-like-a-menu"] = 1.0
        if block.words > 1:
            if self.first_print[folded] >= at and 0 <= self.lines.find(folded) < self.offsets[at]:
                signs["part-of-line-above"] = 1.0
            if self.last_print[folded] > at:
                signs["printed-below"] = 1.0
        line, words = self.crumbs.get(folded, (at, 0))
        if line < at and words <= block.words + LONGEST_CRUMB:
            signs["last-of-breadcrumbs"] = 1.0
        return signs

    def _of_neighbours(self, block: Block) -> dict[str, float]:
        at = block.index
        signs: dict[str, float] = {}
        marks, below = self.marks, self.blocks[at + 1 : at + 3]
        kinds = [self._says_who_or_when(index) for index in range(at + 1, min(at + 4, len(marks)))]
        if Kind.DATELINE in kinds or Kind.BYLINE in kinds:
            signs["date-or-author-near"] = 1.0
            if kinds and kinds[0] is Kind.DATELINE:
                signs["date-directly-below"] = 1.0
            if kinds and kinds[0] is Kind.BYLINE:
                signs["author-directly-below"] = 1.0
        if any(mark is not None and mark.rule == "share-box" for mark in marks[at + 1 : at + 4]):
            signs["share-box-near"] = 1.0
        above = marks[at - 1] if at else None
        if above is not None:
            if above.kind is Kind.DATELINE:
                signs["date-above"] = 1.0
            if above.kind is Kind.BYLINE:
                signs["author-above"] = 1.0
        if any(b.prose for b in below):
            signs["paragraph-near"] = 1.0
        if below and below[0].sentence:
            signs["sentence-directly-below"] = 1.0
        plain = at + 1 < self.first and marks[at + 1] is None and not below[0].prose
        if plain and introduces(block, below[0], self.prints):
            signs["introduces"] = 1.0
        if block.words >= 5 and at and self.blocks[at - 1].words <= SHORT_LINE:
            signs["below-short-line"] = 1.0
        if plain and 1 < block.words < below[0].words and self.prints[below[0].folded] < MENU_PRINTS:
            signs["shorter-than-below"] = 1.0
        if at and 2 <= block.words <= 4 and self.blocks[at - 1].words >= 5 and not self.blocks[at - 1].prose:
            signs["few-words-below-many"] = 1.0
        return signs

    def _says_who_or_when(self, index: int) -> Kind | None:
        mark = self.marks[index]
        if mark is not None:
            return mark.kind
        return Kind.BYLINE if forms.names_people(self.blocks[index]) else None

    def _of_place(self, block: Block) -> dict[str, float]:
        at, first = block.index, self.first
        if at > first:
            return {"inside-article": 1.0}
        if at == first:
            return {"first-of-article": 1.0}
        lines = self.lines_above[first] - self.lines_above[at + 1]
        signs = {"short-lines-between": log1p(lines)}
        if at + 1 == first:
            signs["next-to-article" if at else "alone-above-article"] = 1.0
        return signs


def introduces(upper: Block, lower: Block, prints: Counter[str]) -> bool:
    """Whether the upper of two lines is the lower one's kicker or an earlier print of it."""
    if lower.words == 1 or forms.dated(lower.text) or lower.text.endswith("."):
        return False
    beginnings = set(upper.stems)
    common = len(beginnings.intersection(lower.stems))
    if min(upper.words, lower.words) >= 6 and common >= SAME_WORDS * len(beginnings):
        return True
    if prints[lower.folded] > 1:
        return upper.words <= LONGEST_KICKER + 1
    return upper.words < LONGEST_KICKER < lower.words and upper.words * 2 <= lower.words


def _of_form(block: Block) -> dict[str, float]:
    text = block.text
    signs: dict[str, float] = {}
    if ":" in text[:-1]:
        signs["colon-inside"] = 1.0
    if text.endswith((".", ";", ":")):
        signs["ends-like-a-sentence"] = 1.0
        if text[-1] == "." and block.words >= LONG_SENTENCE:
            signs["ends-long-sentence"] = 1.0
    if text.endswith("?"):
        signs["asks"] = 1.0
    if text.endswith((")", "]")):
        signs["ends-in-brackets"] = 1.0
    if not text[0].isalnum() and text[0] not in OPENING:
        signs["begins-with-sign"] = 1.0
    if SEPARATORS.search(text):
        signs["separators-inside"] = 1.0
    if text[0].islower():
        signs["begins-small"] = 1.0
    if text.isupper():
        signs["capitals-only"] = 1.0
    if text.count(",") >= 2 and block.running <= 0.2 * block.words:
        signs["lists-names"] = 1.0
    if forms.names_people(block):
        signs["names-people"] = 1.0
    if said := sum(token in entries("page-words") for token in block.tokens):
        signs["speaks-of-page"] = min(1.0, SHORT_LINE * said / block.words)
    return signs
