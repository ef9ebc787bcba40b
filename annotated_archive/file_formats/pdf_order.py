"""Printed lines of a page → the same lines in the order in which people read them.

Comes in: lines as the file draws them. Most programs draw column after column, and then nothing is changed.
Others draw row by row across the columns, or a headline last: then the page is cut, first at what spans it,
then between its columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ..text.quotation_marks import DOUBLE
from .pdf_lines import Line

ROWS = 3  # lines beside one another, drawn one after the other: fewer can be a table's head
SHORTEST_PROSE = 16  # characters of a column's usual line; a table's cells are shorter
FEWEST_LINES = 3  # of a column
GUTTER = 0.6  # sizes of type: the least room between columns
SHRUNK = 0.88  # of a line's estimated width: what it surely covers


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """The lines as read; all run in one direction."""
    whole = with_initials(lines)
    return whole if _is_plausible(whole) else _cut(whole)


def with_initials(lines: Sequence[Line]) -> list[Line]:
    """Lines with the large first letter that is drawn apart from its word."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        initial = last is not None and len(last.text.strip(DOUBLE)) == 1 and last.text[-1].isalpha()
        if last is not None and initial and last.size > 1.7 * line.size and line.text[0].islower():
            found[-1] = replace(line, text=last.text + line.text)
        else:
            found.append(line)
    return found


def _is_plausible(lines: Sequence[Line]) -> bool:
    """Whether people can have read the lines in the order in which they are drawn."""
    beside = 0
    for one, two in pairwise(lines):
        size = max(one.size, two.size)
        if abs(one.y - two.y) < 0.5 * size and two.x > one.x:
            beside += min(len(one.text), len(two.text)) >= SHORTEST_PROSE
        elif two.y > one.y + 1.5 * size and two.x < _sure_end(one):
            return False  # upwards, and not into the next column
    return beside < ROWS


def _sure_end(line: Line) -> float:
    return line.x + SHRUNK * (line.end - line.x)


def _cut(lines: Sequence[Line]) -> list[Line]:
    """The lines of a part of the page, cut between columns as far as it goes."""
    ordered = sorted(lines, key=lambda line: (-line.y, line.x))
    if len(ordered) < 2 * FEWEST_LINES:
        return ordered
    if (at := _gutter(ordered)) is not None:
        left = [line for line in ordered if line.x < at]
        return [*_cut(left), *_cut([line for line in ordered if line.x >= at])]
    # What spans the columns stands above them, and sometimes below.
    for below in range(len(ordered)):
        for above in range(1, len(ordered) - 2 * FEWEST_LINES - below):
            if below > FEWEST_LINES:
                return ordered
            middle = ordered[above : len(ordered) - below]
            if _stands_apart(ordered, above) and _gutter(middle) is not None:
                return [
                    *_cut(ordered[:above]),
                    *_cut(middle),
                    *ordered[len(ordered) - below :],
                ]
    return ordered


def _stands_apart(ordered: Sequence[Line], at: int) -> bool:
    """Whether a cut can be made above a line: not between two that stand beside one another."""
    return ordered[at - 1].y - ordered[at].y > 0.5 * ordered[at].size


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the first column but one begins, if a gap runs through all lines."""
    starts = sorted({round(line.x, 1) for line in lines})
    for start in starts[1:]:
        left = [line for line in lines if line.x < start - 0.05]
        right = [line for line in lines if line.x >= start - 0.05]
        if min(len(left), len(right)) < FEWEST_LINES:
            continue
        room = GUTTER * median(line.size for line in lines)
        if max(_sure_end(line) for line in left) + room > start:
            continue
        if all(median(len(line.text) for line in side) >= SHORTEST_PROSE for side in (left, right)):
            return start - 0.05
    return None
