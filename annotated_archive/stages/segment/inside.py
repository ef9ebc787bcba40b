"""Inside the run: what each block between the article's first and last paragraph is.

Comes in: blocks, marks and the run. Goes out: readings for the run's blocks. Paragraphs are the article's;
pull quotes, boxes and furniture are not; short lines are read by the lines around them (`short_lines.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Kind
from .block import Block
from .ending import about_author
from .head import names_author
from .marks import Mark
from .quotes import is_pull_quote
from .short_lines import read_short_lines
from .speech import speakers, speeches
from .ticker import read_dates

LONGEST_QUESTION = 12  # words of a headline that asks
HEAD_LINES = 5  # blocks from the run's first, among which author and date can stand


def read_run(
    blocks: Sequence[Block], marks: Sequence[Mark | None], boxes: frozenset[int], first: int, last: int
) -> dict[int, Mark]:
    """A reading for each block from `first` to `last`."""
    readings: dict[int, Mark] = {}
    for block in blocks[first : last + 1]:
        mark = marks[block.index]
        if mark is not None:
            readings[block.index] = mark
        elif block.index in boxes:
            readings[block.index] = Mark(Kind.BOILERPLATE, "teaser-box")
    read_dates(blocks, readings, first, last)
    run = [b for b in blocks[first : last + 1] if b.index not in readings]
    paragraphs = [(b, frozenset(b.tokens)) for b in run if b.prose]
    later = {b.folded for b in blocks[last + 1 :]}
    for block in run:
        if is_pull_quote(block, paragraphs):
            readings[block.index] = Mark(Kind.BOILERPLATE, "pull-quote")
        elif block.index <= first + HEAD_LINES and block.text[0].islower() and about_author(block):
            readings[block.index] = Mark(Kind.BOILERPLATE, "author-note")
        elif block.index <= first + HEAD_LINES and names_author(block, marks):
            readings[block.index] = Mark(Kind.BYLINE, "name-beside-date")
        elif not block.prose and block.words > 3 and block.folded in later:
            # A headline inside the article that stands in a list of articles below it, too.
            readings[block.index] = Mark(Kind.BOILERPLATE, "teaser-box")
        elif block.sentence and not _is_headline(blocks, marks, block):
            readings[block.index] = Mark(Kind.BODY, "paragraph")
    for block in (*speeches(run), *speakers(run)):
        readings.setdefault(block.index, Mark(Kind.BODY, "interview-speech"))
    read_short_lines(run, readings)
    return readings


def _is_headline(blocks: Sequence[Block], marks: Sequence[Mark | None], block: Block) -> bool:
    """A short question between two lines that are no sentences: one of several headlines in a row."""
    if block.words > LONGEST_QUESTION or not block.text.endswith("?"):
        return False
    beside = [i for i in (block.index - 1, block.index + 1) if 0 <= i < len(blocks) and marks[i] is None]
    return len(beside) == 2 and not any(blocks[i].sentence or blocks[i].closed for i in beside)
