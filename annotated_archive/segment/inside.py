"""Inside the run: what each block between the article's first and last paragraph is.

Comes in: blocks, marks and the run. Goes out: readings for the run's blocks. Paragraphs are the article's, and
so is a short line above one: a subhead. Several short lines in a row are a list, verse or a table when they
have its form; else they are a box that the page put there, and only the last can be a subhead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..model import Kind
from . import forms
from .block import Block
from .marks import Mark

LONGEST_SUBHEAD = 20  # words
BULLET = re.compile(r"(?:[-–—•·*▪►»>✓→■]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONGEST_DATED_TEASER = 30  # words
TICKER_ENTRIES = 2  # one date inside an article stands between lead and text, or below a box
SPEAKER = re.compile(r"((?:[A-ZÄÖÜ][\w.’'-]*\s?){1,4}):\s")
SPEAKER_TURNS = 3  # twice the same word before a colon can be chance
SHORTEST_QUOTE = 25  # characters: shorter sentences can occur twice by chance
LONGEST_QUOTE = 60  # words
# A pull quote is often shortened: so many of its longer words, at least, are in one paragraph close by.
QUOTED_SHARE, QUOTED_WORDS, QUOTED_WITHIN = 0.85, 6, 8
LINES_OF_A_FORM = 3  # so many short lines in a row show a form: verse, table, list


def read_run(
    blocks: Sequence[Block], marks: Sequence[Mark | None], asides: frozenset[int], first: int, last: int
) -> dict[int, Mark]:
    """A reading for each block from `first` to `last`."""
    readings: dict[int, Mark] = {}
    for block in blocks[first : last + 1]:
        mark = marks[block.index]
        if mark is not None:
            readings[block.index] = mark
        elif block.index in asides:
            readings[block.index] = Mark(Kind.BOILERPLATE, "teaser-box")
    _read_dates(blocks, readings, first, last)
    run = [b for b in blocks[first : last + 1] if b.index not in readings]
    paragraphs = [b for b in run if b.prose]
    later = {b.folded for b in blocks[last + 1 :]}
    for block in run:
        if block.words < LONGEST_QUOTE and len(block.folded) >= SHORTEST_QUOTE and _said_again(block, paragraphs):
            readings[block.index] = Mark(Kind.BOILERPLATE, "pull-quote")
        elif not block.prose and block.words > 3 and block.folded in later:
            readings[block.index] = Mark(Kind.BOILERPLATE, "teaser-box")
        elif block.prose or block.sentence:
            readings[block.index] = Mark(Kind.BODY, "paragraph")
    for block in _speeches(run):
        readings.setdefault(block.index, Mark(Kind.BODY, "interview-speech"))
    for group, before, after in _groups(run, readings):
        _read_group(group, before, after, readings)
    return readings


def after_run(blocks: Sequence[Block], marks: Sequence[Mark | None], asides: frozenset[int], last: int) -> int:
    """Where the article ends, if the line directly below its last paragraph still belongs to it."""
    if last + 1 < len(blocks) and marks[last + 1] is None and last + 1 not in asides:
        block = blocks[last + 1]
        if block.sentence or (block.words >= 8 and block.running >= 0.4 * block.words):
            return last + 1
    return last


def _read_dates(blocks: Sequence[Block], readings: dict[int, Mark], first: int, last: int) -> None:
    """Dates inside the article: of a ticker's entries, or of the articles that a teaser advertises."""
    dates = [i for i in range(first + 3, last) if i in readings and readings[i].kind is Kind.DATELINE]
    for index in dates:
        below = [b for b in blocks[index + 1 : index + 4] if b.index <= last and b.index not in readings]
        if YEAR.search(blocks[index].text) and len(below) >= 2 and not below[0].sentence:
            if below[1].words <= LONGEST_DATED_TEASER and below[1].sentences <= 2 and 2 * below[1].running >= below[1].words:
                for block in (blocks[index], *below[:2]):
                    readings[block.index] = Mark(Kind.BOILERPLATE, "teaser-box")
    entries = [i for i in dates if blocks[i + 1].sentence and i + 1 not in readings]
    if len(entries) >= TICKER_ENTRIES:
        for index in entries:
            readings[index] = Mark(Kind.SUBHEAD, "ticker-time")


def _speeches(run: Sequence[Block]) -> list[Block]:
    """The lines that begin with a speaker's name and a colon, where a speaker speaks several times."""
    spoken = [(block, found[1]) for block in run if (found := SPEAKER.match(block.text)) is not None]
    turns = Counter(speaker for _, speaker in spoken)
    return [block for block, speaker in spoken if turns[speaker] >= SPEAKER_TURNS]


def _groups(
    run: Sequence[Block], readings: dict[int, Mark]
) -> Iterator[tuple[list[Block], Block | None, Block | None]]:
    """Short lines in a row, with the block above and below them."""
    group: list[Block] = []
    before: Block | None = None
    for block in run:
        if block.index in readings:
            if group:
                yield group, before, block
                group = []
            before = block
        else:
            group.append(block)
    if group:
        yield group, before, None


def _read_group(group: list[Block], before: Block | None, after: Block | None, readings: dict[int, Mark]) -> None:
    if before is not None and readings[before.index].rule == "pull-quote" and before.index + 1 == group[0].index:
        if group[0].words <= 12:
            readings[group[0].index] = Mark(Kind.BOILERPLATE, "pull-quote")
            group = group[1:]
    if not group:
        return
    announced = before is not None and before.text.rstrip().endswith(":") and before.index + 1 == group[0].index
    form = _form(group, announced)
    if form is not None:
        for block in group:
            readings[block.index] = Mark(Kind.BODY, form)
        return
    *others, nearest = group
    for block in others:
        readings[block.index] = Mark(Kind.BOILERPLATE, "lines-in-a-box")
    if after is not None and nearest.words <= LONGEST_SUBHEAD and not forms.is_name(nearest):
        readings[nearest.index] = Mark(Kind.SUBHEAD, "subhead-above-paragraph")
    elif nearest.words <= LONGEST_SUBHEAD:
        readings[nearest.index] = Mark(Kind.BOILERPLATE, "lines-in-a-box")
    else:
        readings[nearest.index] = Mark(Kind.BODY, "short-line")


def _form(group: Sequence[Block], announced: bool) -> str | None:
    """The form of short lines in a row that belong to the article, or None."""
    bullets = sum(BULLET.match(block.text) is not None for block in group)
    if announced or 2 * bullets > len(group):
        return "list-item"
    if len(group) < LINES_OF_A_FORM:
        return None
    # Verse runs on over its lines: they end in a comma or begin small. Headlines in a row do neither.
    if sum(block.text.endswith(",") or block.text[0].islower() for block in group) >= 0.3 * len(group):
        return "short-line"
    figures = sum(sum(token == "#" for token in block.tokens) * 3 >= len(block.tokens) for block in group)
    if figures > 0.6 * len(group):
        return "short-line"
    if sum("\t" in block.text for block in group) > 0.6 * len(group):
        return "short-line"
    return None


def _said_again(block: Block, paragraphs: Sequence[Block]) -> bool:
    """Whether a longer paragraph has these words, all of them in a row or nearly all of them."""
    quote = block.folded.strip("\"“”„»«›‹'‘’.,;:!?… ")
    content = {token for token in block.tokens if len(token) >= 4}
    for paragraph in paragraphs:
        if len(paragraph.folded) <= len(block.folded) + 10 or paragraph.index == block.index:
            continue
        if quote in paragraph.folded:
            return not paragraph.folded.startswith(block.folded)
        if len(content) >= QUOTED_WORDS and abs(paragraph.index - block.index) <= QUOTED_WITHIN:
            if len(content.intersection(paragraph.tokens)) >= QUOTED_SHARE * len(content):
                return True
    return False
