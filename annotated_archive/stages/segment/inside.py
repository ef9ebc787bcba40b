"""Inside the run: what each block between the article's first and last paragraph is.

Comes in: a page with its run. Goes out: readings for the run's blocks. Paragraphs are the article's; pull
quotes, boxes and furniture are not; short lines are read by the lines around them (`short_lines.py`).
"""

from __future__ import annotations

from ...model import Kind
from .block import Block
from .ending import about_author
from .head import names_author
from .layout import Layout, of_article
from .mark import Mark
from .quotes import Paragraphs, is_pull_quote
from .short_lines import with_short_lines
from .speech import speakers, speeches
from .ticker import with_dates

LONGEST_QUESTION = 12  # words of a headline that asks
HEAD_LINES = 5  # blocks from the run's first, among which author and date can stand


@of_article
def read_run(page: Layout) -> Layout:
    """The page with a reading for each block of the run."""
    first, last = page.extent
    readings: dict[int, Mark] = {}
    for block in page.blocks[first : last + 1]:
        mark = page.marks[block.index]
        if mark is not None:
            readings[block.index] = mark
        elif block.index in page.boxes:
            readings[block.index] = Mark(Kind.BOILERPLATE, "teaser-box")
    readings = with_dates(page.blocks, readings, first, last)
    run = [b for b in page.blocks[first : last + 1] if b.index not in readings]
    paragraphs = Paragraphs(b for b in run if b.prose)
    later = {b.folded for b in page.blocks[last + 1 :]}
    for block in run:
        if is_pull_quote(block, paragraphs):
            readings[block.index] = Mark(Kind.BOILERPLATE, "pull-quote")
        elif block.index <= first + HEAD_LINES and block.text[0].islower() and about_author(block):
            readings[block.index] = Mark(Kind.BOILERPLATE, "author-note")
        elif block.index <= first + HEAD_LINES and names_author(block, page.marks):
            readings[block.index] = Mark(Kind.BYLINE, "name-beside-date")
        elif block.index in page.told:
            readings[block.index] = Mark(Kind.BODY, "paragraph")
        elif not block.prose and block.words > 3 and block.folded in later:
            # A headline inside the article that stands in a list of articles below it, too.
            readings[block.index] = Mark(Kind.BOILERPLATE, "teaser-box")
        elif block.sentence and not _is_headline(page, block):
            readings[block.index] = Mark(Kind.BODY, "paragraph")
    for block in (*speeches(run), *speakers(run)):
        readings.setdefault(block.index, Mark(Kind.BODY, "interview-speech"))
    return page.read(with_short_lines(run, readings))


def _is_headline(page: Layout, block: Block) -> bool:
    """A short question between two lines that are no sentences: one of several headlines in a row."""
    if block.words > LONGEST_QUESTION or not block.text.endswith("?"):
        return False
    beside = [
        i for i in (block.index - 1, block.index + 1) if 0 <= i < len(page.blocks) and page.marks[i] is None
    ]
    return len(beside) == 2 and not any(page.blocks[i].sentence or page.blocks[i].closed for i in beside)
