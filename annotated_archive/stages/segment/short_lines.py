"""Short lines inside the article: subheads, lists, verse, tables, and boxes that the page put there.

Comes in: the run's blocks and the readings so far. Goes out: readings for the lines that are no sentence. One
line above a paragraph is its subhead. Several in a row are the article's when they have the form of a list,
verse or a table; else they are a box, and only the last of them can be a subhead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ...model import Kind
from ...words.lexicon import sections
from . import forms
from .block import Block
from .enclosed import BOXES
from .mark import Mark

LONGEST_SUBHEAD = 20  # words
PORTRAITS = 3  # so many people's names on lines of their own head the sections; fewer can be the authors
LONGEST_SPEAKER = 12  # words of the line below a pull quote that says whose words it has
LINES_OF_A_FORM = 3  # so many short lines in a row show a form: verse or a table
LONGEST_FUNCTION = 3  # words of what an author is
BULLET = re.compile(r"(?:[-–—•·*▪►»>✓→■]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")
# `Erika Muster, Sprecherin des Vereins` below a quotation.
SPEAKER = re.compile(
    rf"{forms.TITLES}{forms.CAPITALISED} {forms.CAPITALISED}, (?=\S+(?: \S+){{0,7}}$)[^:?!]+$"
)
RUN_ON = 0.3  # share of lines that end in a comma or begin small, in verse
FIGURES = 0.6  # share of lines with figures, tabs or a name and its value, in a table
LONGEST_FACT = 6  # words of `Eintritt: 3 Euro`; headlines with a colon are longer
LONGEST_NAME = 2  # words before the colon of a longer one: `Battery: 7.2 MWh, recharged underway`

Group = tuple[list[Block], Block | None, Block | None]  # the lines, and the blocks above and below them


def with_short_lines(run: Sequence[Block], readings: Mapping[int, Mark]) -> dict[int, Mark]:
    """The readings, with one for each block of the run that had none."""
    found = dict(readings)
    counted = {number for b in run if (number := b.text.rstrip(".)")).isdecimal()}
    portraits = len({b.folded for b in run if forms.names_people(b)}) >= PORTRAITS
    for lines, before, after in _groups(run, readings):
        if before is not None and _has_speaker(lines, before, readings):
            speaker, *lines = lines
            found[speaker.index] = readings[before.index]
        if not lines:
            continue
        form = _form(lines, before)
        for line in lines:
            found[line.index] = Mark(Kind.BODY, form) if form else Mark(Kind.BOILERPLATE, "lines-in-a-box")
        if form is None:
            below = found.get(lines[-1].index + 1)
            head = (below is not None and below.rule in BOXES) or _counts(lines[-1].text, counted)
            found[lines[-1].index] = _nearest(lines[-1], None if head else after, portraits)
    return found


def _counts(line: str, numbers: set[str]) -> bool:
    """Whether figures head no section: a time, or a number with neither the one before nor the one after."""
    number = line.rstrip(".)")
    if number.isdecimal():
        return not {str(int(number) - 1), str(int(number) + 1)} & numbers
    return not any(map(str.isalpha, line))


def _groups(run: Sequence[Block], readings: Mapping[int, Mark]) -> Iterator[Group]:
    lines: list[Block] = []
    before: Block | None = None
    for block in run:
        if block.index not in readings:
            lines.append(block)
            continue
        if lines:
            yield lines, before, block
            lines = []
        before = block
    if lines:
        yield lines, before, None


def _has_speaker(lines: Sequence[Block], before: Block, readings: Mapping[int, Mark]) -> bool:
    """Whether the first line is the name directly below a pull quote, which is read with the quote."""
    if before.index + 1 != lines[0].index or lines[0].words > LONGEST_SPEAKER:
        return False
    return readings[before.index].rule == "pull-quote"


def _nearest(line: Block, after: Block | None, portraits: bool) -> Mark:
    """The reading of the line directly above a paragraph. With `portraits`, several are names of people."""
    if line.words > LONGEST_SUBHEAD:
        return Mark(Kind.BODY, "short-line")
    if SPEAKER.match(line.text):
        return Mark(Kind.BODY, "quote-speaker")
    name = forms.is_name(line) if line.words == 1 else forms.names_people(line) and not portraits
    if after is None or name or _is_function(line):
        return Mark(Kind.BOILERPLATE, "lines-in-a-box")
    return Mark(Kind.SUBHEAD, "subhead-above-paragraph")


def _is_function(line: Block) -> bool:
    """What an author is, below the name: `Senior Writer`, `Redaktor Wirtschaft`."""
    roles = sections("author_notes")["roles"]
    return line.words <= LONGEST_FUNCTION and line.running == 0 and any(t in roles for t in line.tokens)


def _form(lines: Sequence[Block], before: Block | None) -> str | None:
    """The form of short lines that belong to the article, or None."""
    announced = before is not None and before.text.endswith(":") and before.index + 1 == lines[0].index
    bullets = sum(BULLET.match(line.text) is not None for line in lines)
    if announced or 2 * bullets > len(lines):
        return "list-item"
    facts = sum(_states_fact(line) for line in lines)
    if len(lines) > 1 and facts >= FIGURES * len(lines):
        return "short-line"
    if len(lines) < LINES_OF_A_FORM:
        return None
    # Verse runs on over its lines. Headlines in a row neither end in a comma nor begin small.
    run_on = sum(line.text.endswith(",") or line.text[0].islower() for line in lines)
    rows = sum("\t" in line.text or 3 * line.tokens.count("#") >= len(line.tokens) for line in lines)
    return "short-line" if run_on >= RUN_ON * len(lines) or rows > FIGURES * len(lines) else None


def _states_fact(line: Block) -> bool:
    """`Eintritt: 3 Euro`; longer ones have a figure."""
    name, colon, _ = line.text.partition(":")
    if not colon:
        return False
    return line.words <= LONGEST_FACT or (len(name.split()) <= LONGEST_NAME and "#" in line.tokens)
