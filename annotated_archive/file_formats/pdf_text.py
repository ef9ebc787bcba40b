"""Printed lines in reading order → paragraphs, each one line of text, and what size its type has.

A paragraph ends where the type changes, where room is left above, where a first line is indented, and where
a line ends although the next word had room in it. It may go on in the next column or on the next page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ..text.line_ends import MARKS, unbroken
from ..text.quotation_marks import CLOSING_DOUBLE
from .pdf_lines import Line, width

OTHER_SIZE = 0.08  # share by which the type of another paragraph differs
LEADING = 1.3  # times the usual distance of lines: more is room between paragraphs
INDENT = (0.6, 5.0)  # sizes of type
ROOM = 0.22  # share of the column's width that must be free beyond the next word: ends are estimated
SENTENCE_ENDS = (".", "!", "?", ":", "…", *CLOSING_DOUBLE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together, the size of their type, and the page where they begin, counted from 1."""

    text: str
    size: float
    page: int
    bold: bool = False


def body_size(lines: Sequence[Line]) -> float:
    """The size in which most of the text is set."""
    sizes = Counter[float]()
    for line in lines:
        sizes[round(2 * line.size) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of all pages."""
    found: list[tuple[list[Line], int]] = []
    home: Sequence[Line] = ()  # the page of the last line
    for number, lines in enumerate(pages, start=1):
        leading = _leading(lines)
        for i, line in enumerate(lines):
            before = found[-1][0] if found else []
            last = before[-1] if before else None
            if last is None or not _of_one_kind(before, line):
                joined = False
            elif i == 0 or last.y - line.y < -0.5 * line.size or line.x > last.end:
                joined = _crosses(last, line, home, lines)
            else:
                joined = _goes_on(before, line, leading, lines)
            if joined:
                before.append(line)
            else:
                found.append(([line], number))
            home = lines
    return [_paragraph(lines, page) for lines, page in found]


def _paragraph(lines: Sequence[Line], page: int) -> Paragraph:
    text = unbroken("\n".join(line.text for line in lines))
    return Paragraph(
        " ".join(text.split()), max(line.size for line in lines), page, all(line.bold for line in lines)
    )


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next, in sizes of type."""
    steps = [
        (one.y - two.y) / two.size
        for one, two in pairwise(lines)
        if abs(one.size - two.size) < OTHER_SIZE * two.size and 0.8 < (one.y - two.y) / two.size < 2.5
    ]
    return median(steps) if steps else 1.2


def _column(line: Line, lines: Sequence[Line]) -> tuple[float, float]:
    """About where the column of a line begins and ends."""
    near = [
        other
        for other in lines
        if abs(other.x - line.x) < INDENT[1] * line.size
        and abs(other.size - line.size) < OTHER_SIZE * line.size
    ]
    ends = sorted(other.end for other in near)
    return min(other.x for other in near), ends[len(ends) * 3 // 4]


def _of_one_kind(paragraph: Sequence[Line], line: Line) -> bool:
    last = paragraph[-1]
    if abs(last.size - line.size) > OTHER_SIZE * last.size:
        return False
    return last.bold == line.bold or (len(paragraph) > 1 and _is_broken(last, line))


def _is_broken(last: Line, line: Line) -> bool:
    """Whether a word or a sentence surely goes on."""
    return last.text[-1] in MARKS or line.text[0].islower()


def _room(last: Line, line: Line, right: float) -> float:
    """How much room was left behind a line, had the next word been set there."""
    return right - last.end - line.size * width(line.text.split()[0] + " ")


def _crosses(last: Line, line: Line, home: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether a paragraph goes on in the next column, or on the next page."""
    if _is_broken(last, line) or not last.text.endswith(SENTENCE_ENDS):
        return True
    indented = line.x - _column(line, lines)[0] > INDENT[0] * line.size
    return not indented and _room(last, line, _column(last, home)[1]) < 0


def _goes_on(paragraph: Sequence[Line], line: Line, leading: float, lines: Sequence[Line]) -> bool:
    """Whether a line goes on with the paragraph above it."""
    last = paragraph[-1]
    if last.y - line.y > LEADING * leading * line.size:
        return False
    if last.text[-1] in MARKS:
        return True
    first_line = len(paragraph) == 1 or abs(paragraph[-2].x - last.x) < INDENT[0] * line.size
    if first_line and INDENT[0] * line.size < line.x - last.x < INDENT[1] * line.size:
        return False
    left, right = _column(line, lines)
    return _room(last, line, right) < ROOM * (right - left) or line.text[0].islower()
