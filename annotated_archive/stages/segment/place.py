"""Place: what marks mean outside the article.

Comes in: blocks, marks and the article's extent. Goes out: a first reading for every block. Close above the
title and below the last paragraph, a date, a credit or an author is the article's; farther away it belongs
to a teaser or to the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import Kind
from .block import Block
from .marks import Mark

OUTSIDE = Mark(Kind.BOILERPLATE, "outside-article")
NEAR = 8  # blocks above the title and below the last paragraph
# `© Outlet 2015` credits no picture: rights to the page are claimed with a year.
RIGHTS = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def read_outside(
    blocks: Sequence[Block], marks: Sequence[Mark | None], first: int | None, last: int | None
) -> dict[int, Mark]:
    """A reading for each block, as if none belonged to the article from block `first` to `last`."""
    readings: dict[int, Mark] = {}
    for block in blocks:
        mark = marks[block.index]
        if mark is None or mark.kind is Kind.BODY:
            mark = OUTSIDE
        elif mark.kind is Kind.CREDIT and RIGHTS.search(block.text) and YEAR.search(block.text):
            mark = Mark(Kind.BOILERPLATE, "rights-notice")
        elif mark.kind is not Kind.BOILERPLATE and not _near(block.index, first, last):
            mark = Mark(Kind.BOILERPLATE, mark.rule)
        readings[block.index] = mark
    return readings


def _near(index: int, first: int | None, last: int | None) -> bool:
    return first is not None and last is not None and first - NEAR <= index <= last + NEAR
