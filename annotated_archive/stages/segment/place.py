"""Place: what marks mean outside the article.

Comes in: a page with its run and title. Goes out: a first reading for every block. Close above the title and
below the last paragraph, a date, a credit or an author is the article's; farther away it belongs to a teaser
or to the page.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...model import Kind
from .layout import Layout
from .mark import Mark

OUTSIDE = Mark(Kind.BOILERPLATE, "outside-article")
NEAR = 8  # blocks above the title and below the last paragraph
# `© Outlet 2015` credits no picture: rights to the page are claimed with a year.
RIGHTS = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def read_outside(page: Layout) -> Layout:
    """The page with a reading for each block, as if none belonged to the article."""
    readings: list[Mark] = []
    for block in page.blocks:
        mark = page.marks[block.index]
        if mark is None or mark.kind is Kind.BODY:
            mark = OUTSIDE
        elif mark.kind is Kind.CREDIT and RIGHTS.search(block.text) and YEAR.search(block.text):
            mark = Mark(Kind.BOILERPLATE, "rights-notice")
        elif mark.kind is not Kind.BOILERPLATE and not _near(block.index, page):
            mark = Mark(Kind.BOILERPLATE, mark.rule)
        readings.append(mark)
    return replace(page, readings=tuple(readings))


def _near(index: int, page: Layout) -> bool:
    if page.run is None:
        return False
    first, last = page.run
    above = first if page.title is None else min(page.title.block, first)
    return above - NEAR <= index <= last + NEAR
