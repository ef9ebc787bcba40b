"""Days of an issue that counts for several: "Samstag/Sonntag, 12./13. März 2016", "March 12-13, 2016".

Only days that follow one another are one issue's, at most four (Easter). A stroke between them says so; a
dash may as well stand in the days of an event, so there it must be a Saturday and its Sunday, or weekdays
must be printed with them. The value is an interval of EDTF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ...words import lexicon
from .names import month_number, weekday_number

MOST_DAYS = 4
_LIST = lexicon.load("dates")
_AND = "|".join(_LIST["issue_of_days"])
_ORDINAL = "|".join(_LIST["ordinals"]["behind"])
_STROKE = rf"\s*(?P<mark>[/–-]|\b(?:{_AND})\b)\s*"
_D1, _D2 = rf"(?P<d1>\d{{1,2}})(?:\.|{_ORDINAL})?", rf"(?P<d2>\d{{1,2}})(?:\.|{_ORDINAL})?"
_BETWEEN = r"(?:\s*[/–-]\s*\d{1,2}\.?){0,2}"  # the days between the first and the last
_WEEKDAY = r"(?:(?P<w2>[^\W\d_]{2,10})\.?,?\s*)?"
_M1, _M2 = r"(?P<m1>[^\W\d_]{3,9})\.?", r"(?P<m2>[^\W\d_]{3,9})\.?"
_YEAR, _SHORT = r"(?P<year>(?:19|20)\d\d)(?!\d)", r"(?P<year>(?:19|20)?\d\d)(?!\d|[.,]\d)"
_START = r"(?<![\d./,])"
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        # 30. April/1. Mai 2016, 31. Dezember 2015/1. Januar 2016
        rf"{_START}{_D1}\s*{_M1}(?:\s+(?P<y1>(?:19|20)\d\d))?{_STROKE}{_WEEKDAY}{_D2}\s*{_M2},?\s*{_YEAR}",
        # 12./13. März 2016, 12/13 March 2016, samedi 12 et dimanche 13 mars 2016
        rf"{_START}{_D1}{_BETWEEN}{_STROKE}{_WEEKDAY}{_D2}\s*{_M2},?\s*{_YEAR}",
        # 30.4./1.5.2016
        rf"{_START}{_D1}(?P<n1>\d{{1,2}})\.{_STROKE}{_D2}(?P<n2>\d{{1,2}})\.\s?{_SHORT}",
        # 12./13.03.2016, 12./13.3.16
        rf"{_START}(?P<d1>\d{{1,2}})\.(?:\s*/\s*\d{{1,2}}\.){{0,2}}\s*(?P<mark>[/–-])\s*"
        rf"(?P<d2>\d{{1,2}})\.\s?(?P<n2>\d{{1,2}})\.\s?{_SHORT}",
        # April 30/May 1, 2016
        rf"(?<!\w){_M1}\s+(?P<d1>\d{{1,2}}){_STROKE}{_WEEKDAY}{_M2}\s+(?P<d2>\d{{1,2}}),?\s+{_YEAR}",
        # March 12-13, 2016
        rf"(?<!\w){_M2}\s+(?P<d1>\d{{1,2}}){_STROKE}(?P<d2>\d{{1,2}}),?\s+{_YEAR}",
    )
)
# "Samstag/Sonntag, ", "Sa./So., ", "samedi " before the days
_BEFORE = re.compile(
    rf"(?P<w1>[^\W\d_]{{2,10}})\.?(?:\s*(?:[/–-]|\b(?:{_AND})\b)\s*(?P<w2>[^\W\d_]{{2,10}})\.?)*,?\s*(?:\w{{3}}\s)?$"
)
_LAST_SHORT_YEAR = 69


def issues(text: str) -> Iterator[tuple[int, int, date, date, str | None]]:
    """Start, end, first and last day of each; and the printed weekday where it contradicts the first day."""
    taken: list[tuple[int, int]] = []
    for pattern in _FORMS:
        for match in pattern.finditer(text):
            if any(match.start() < end and match.end() > start for start, end in taken):
                continue
            days = _days(match)
            if days is None:
                continue
            start, weekday = _weekday_before(text, match.start())
            printed = weekday is not None or (match.groupdict().get("w2") is not None)
            if not _is_issue(match["mark"], *days, printed):
                continue
            wrong = weekday if weekday is not None and weekday_number(weekday) != days[0].weekday() else None
            taken.append((start, match.end()))
            yield start, match.end(), *days, wrong


def _is_issue(mark: str, first: date, last: date, weekdays: bool) -> bool:
    if not timedelta(0) < last - first < timedelta(MOST_DAYS):
        return False
    weekend = first.weekday() == 5 and last - first == timedelta(1)
    return mark == "/" or (weekend if mark in "-–" and not weekdays else weekdays)


def _days(match: re.Match[str]) -> tuple[date, date] | None:
    groups = match.groupdict()
    if groups.get("w2") and weekday_number(groups["w2"]) is None:
        return None
    year = int(groups["year"])
    if year < 100:
        year += 2000 if year <= _LAST_SHORT_YEAR else 1900
    last_month = int(groups["n2"]) if groups.get("n2") else month_number(groups["m2"])
    first_month = int(groups["n1"]) if groups.get("n1") else last_month
    if groups.get("m1"):
        first_month = month_number(groups["m1"])
    if first_month is None or last_month is None:
        return None
    first_year = int(groups.get("y1") or year - (first_month > last_month))
    try:
        return date(first_year, first_month, int(groups["d1"])), date(year, last_month, int(groups["d2"]))
    except ValueError:  # the calendar has no such day
        return None


def _weekday_before(text: str, start: int) -> tuple[int, str | None]:
    """Where the weekdays before the days begin, and the first of them."""
    before = _BEFORE.search(text, max(0, start - 40), start)
    if before is None or weekday_number(before["w1"]) is None:
        return start, None
    if before["w2"] and weekday_number(before["w2"]) is None:
        return start, None
    word = before["w1"]
    return (before.start(), word) if len(word) > 3 or word[0].isupper() else (start, None)
