"""Plain articles pasted one below the other: where the head of another article follows running text.

Comes in: a text's lines. Goes out: where articles begin. A head is a title with the day below it, beside
the author or the outlet, and paragraphs below that; what comes before it is a paragraph. Teasers have one
paragraph, if any; comments have neither author nor outlet; parts by several authors have no day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.quotation_marks import CLOSING
from ..words.lexicon import alternatives
from .days import is_day_line
from .part import Line

LONGEST_TITLE, SHORTEST_TITLE = 16, 2  # words
LONGEST_BYLINE = 8  # words
BELOW = 3  # lines between a title and its text
FEWEST_WORDS = 12  # of a paragraph
PARAGRAPHS = 2  # in a row, above a head and below it
_ENDS = re.compile(rf"[.!?…][{CLOSING})\]]*$")
_BYLINE = re.compile(rf"(?:{alternatives('bylines', 'by_beside_date')})\s+[^\W\d_a-zß-ÿ][^\d.:!?]*$")
_CLOCK = re.compile(r"\d[:.]\d\d\s*(?:Uhr|h\b)|\d:\d\d")
_OUTLET = re.compile(r"[^\W\d_][^\d,|]+[,|]\s*(?:[^\W\d_]+,?\s+)?\d")
_RULE = re.compile(r"\W+$")


def by_heads(lines: Sequence[Line]) -> list[int]:
    """The beginning of the text, and each head that follows paragraphs; nothing if there is no such head."""
    told = [line for line in lines if not _RULE.match(line.text)]
    heads = [i for i in range(PARAGRAPHS, len(told)) if _is_head(told, i)]
    return [told[0].start, *(told[i].start for i in heads)] if heads else []


def _is_head(lines: Sequence[Line], i: int) -> bool:
    title = lines[i].text
    if not SHORTEST_TITLE <= len(title.split()) <= LONGEST_TITLE or _ENDS.search(title) or _is_small(title):
        return False
    if not all(_is_paragraph(line) for line in lines[i - PARAGRAPHS : i]):
        return False
    small = []
    for line in lines[i + 1 : i + 1 + BELOW]:
        if not _is_small(line.text):
            break
        small.append(line.text)
    text = lines[i + 1 + len(small) : i + 1 + len(small) + PARAGRAPHS]
    dated = any(map(is_day_line, small)) and any(not _is_bare_day(line) for line in small)
    return dated and len(text) == PARAGRAPHS and all(map(_is_paragraph, text))


def _is_small(line: str) -> bool:
    """Whether a line names the author, or the outlet and its day, and no hour, as comments do."""
    if _CLOCK.search(line):
        return False
    if len(line.split()) <= LONGEST_BYLINE and _BYLINE.match(line):
        return True
    return is_day_line(line)


def _is_bare_day(line: str) -> bool:
    """Whether a line is a day and names nobody."""
    return is_day_line(line) and _OUTLET.match(line) is None and _BYLINE.match(line) is None


def _is_paragraph(line: Line) -> bool:
    return len(line.text.split()) >= FEWEST_WORDS and _ENDS.search(line.text) is not None
