"""Where an article stood in a printed newspaper: its page, its section and the issue's number.

Comes in: a page's lines. Goes out: facts. A line with the date says them ("12. März 2016, Nr. 59, S. 5"), or
one that names a single one and nothing else ("Ressort: Politik") and stands with others of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ...model import Certainty, Found, Span
from ...text.dates import find_dates
from ...words import lexicon
from .page import Line, Page, Zone

_NUMBER = r"(?P<page>[A-Z]?\d{1,3}(?:\s?[-–]\s?\d{1,3})?)"
_said = partial(lexicon.alternatives, "statements")
_PAGE = re.compile(
    rf"\b(?:{_said('page')})\s?:?\s?{_NUMBER}(?![\w.]\d)(?!\s+(?:{_said('no_page')})\b)",
)
_ISSUE = re.compile(
    rf"\b(?:{_said('issue')})\s?:?\s?(?:(?:{_said('number')})\s?)?"
    r"(?P<issue>\d{1,5}(?:[/-]\d{1,4})?)(?![.,]?\d)"
)
_SECTION = re.compile(rf"(?:{_said('section')})\s*:\s*(?P<section>[^\W\d_][\w &/.-]{{1,40}})")
_LABEL = re.compile(rf"(?:{_said('print_label')})\b")
FIELDS = (("page", _PAGE), ("issue", _ISSUE), ("section", _SECTION))
# A line that prints a date and more than this is a sentence.
LONGEST_LINE = 120
# Lines of labels stand together.
NEAR = 2


def print_edition(page: Page) -> dict[str, Found[str]]:
    """The facts that are stated, by name of `Description`; the first of each."""
    lines = [line for line in page.zone(Zone.ABOVE, Zone.HEAD, Zone.TAIL) if not line.is_paragraph]
    found: dict[str, Found[str]] = {}
    for line in lines:
        for name, value, span, rule in _stated(line, lines):
            found.setdefault(name, Found(value, span, rule, Certainty.STATED))
    return found


def _stated(line: Line, lines: list[Line]) -> Iterator[tuple[str, str, Span, str]]:
    if not any(pattern.search(line.text) for _, pattern in FIELDS):
        return
    dated = len(line.text) <= LONGEST_LINE and any(day.is_day for day in find_dates(line.text))
    for name, pattern in FIELDS:
        match = pattern.search(line.text) if dated else pattern.fullmatch(line.text)
        if match is None or (not dated and not _in_company(line, lines, name)):
            continue
        start, end = match.span(name)
        rule = "print-line" if dated else "print-label"
        yield name, match[name].strip(), Span(line.start + start, line.start + end), rule


def _in_company(line: Line, lines: list[Line], name: str) -> bool:
    """Whether a label is meant: it has a colon, or another label or the date stands beside it."""
    if ":" in line.text and name != "page":
        return True
    return any(
        0 < abs(other.number - line.number) <= NEAR
        and len(other.text) <= LONGEST_LINE
        and (any(day.is_day for day in find_dates(other.text)) or _LABEL.match(other.text))
        and not _PAGE.fullmatch(other.text)
        for other in lines
    )
