"""Where a text prints a date, in the forms of German, English and French newspapers, and which day that is.

Only complete dates are found: nothing is filled in from today. Each form is a pattern and its reader; the
calendar is Python's and the names are CLDR's. Why no library searches: decisions/0005-dates.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ...model import Span
from ...words import lexicon
from . import clock
from .issues import issues
from .names import month_number, weekday_number


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed: `span` with its weekday and time, `edtf` to the day or month, `time` in ISO 8601.

    An issue for several days has an interval: `2016-03-12/2016-03-13`.

    `weekday` is the printed weekday when it contradicts the date, else None.
    """

    span: Span
    edtf: str
    time: str | None = None
    weekday: str | None = None

    @property
    def is_day(self) -> bool:
        """Whether day, month and year are printed."""
        return len(self.edtf) >= len("2015-09-16")

    @property
    def first_day(self) -> str:
        """The day, or the first of an issue's days."""
        return self.edtf.partition("/")[0]


# Nothing may touch the day's digits from the left, except the year of another date glued to it
# ("30.01.202430. Januar 2024"); a version number (4.16.09.2015) is no date.
_DAY = r"(?:(?<![\d.,/-])|(?<=[^\W\d][.])|(?<=[.\s/](?:19|20)\d\d))(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:(?!\d|[.,/]\d|-\d(?!\d?:))|(?=\d{1,2}\.\s?[\w])|(?=\d{1,2}:\d\d))"
_WORD = r"(?P<name>[^\W\d_]{3,9})"

_LIST = lexicon.load("dates")
_ORDINAL, _OF = ("|".join(_LIST["ordinals"][part]) for part in ("behind", "of"))

# Two-digit years up to this one are of this century: newspapers' web pages are younger, print is older.
_LAST_SHORT_YEAR = 69

# What every date has: a year, a short year after day and month, or a news agency's number.
_ANY = re.compile(r"(?:19|20)\d\d|\d\.\d{1,2}\.\d\d|dpa:\d|\d{6} [A-Z]|[’']\d\d")


def _iso(match: re.Match[str]) -> date:
    return date(int(match["year"]), int(match["month"]), int(match["day"]))


def _named(match: re.Match[str]) -> date | None:
    month = month_number(match["name"])
    return date(int(match["year"]), month, int(match["day"])) if month else None


def _century(year: str) -> int:
    return int(year) + (2000 if int(year) <= _LAST_SHORT_YEAR else 1900)


def _short(match: re.Match[str]) -> date:
    return date(_century(match["year"]), int(match["month"]), int(match["day"]))


def _named_short(match: re.Match[str]) -> date | None:
    month = month_number(match["name"])
    return date(_century(match["year"]), month, int(match["day"])) if month else None


def _short_with_weekday(match: re.Match[str]) -> date | None:
    day = _short(match)
    return day if weekday_number(match["name"]) == day.weekday() else None


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], date | None]], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        # 2021-03-03, 2021/03/03, 2021.03.03
        (
            r"(?<![\d.-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)",
            _iso,
        ),
        # 16.09.2015, 16. 9. 2015
        (_DAY + r"\.\s?(?P<month>\d{1,2})\.\s?" + _YEAR, _iso),
        # 16. Sept. 2015, 16 Sept 2015, 1er mai 2021, 3rd of March, 2021
        (_DAY + rf"(?:\.|{_ORDINAL})?\s*(?:(?:{_OF})\s+)?" + _WORD + r"\.?,?\s*" + _YEAR, _named),
        # 16 Sept ’15
        (_DAY + r"\.?\s*" + _WORD + r"\.?\s*[’'](?P<year>\d\d)(?!\d)", _named_short),
        # March 3, 2021
        (r"(?<!\w)" + _WORD + rf"\.?\s+(?P<day>\d{{1,2}})(?:{_ORDINAL})?,?\s+" + _YEAR, _named),
        # 04.05.20: only with both zeros, because 4.5.20 is as well a version or a section
        (
            r"(?<![\d.,/-])(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d\d)(?![\d%]|[.,:/-]\d)",
            _short,
        ),
        # vom 3.1.11, Seite 7: the small word and what follows vouch for the short year
        (
            r"(?<=\bvom )(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d\d)(?=\s*(?:[,;/)]|$|S\.|Seite))",
            _short,
        ),
        (
            r"(?<=\bv\. )(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d\d)(?=\s*(?:[,;/)]|$|S\.|Seite))",
            _short,
        ),
        # Mi., 4.5.22: the weekday vouches for the short year
        (
            r"(?P<name>[^\W\d_]{2,10})\.?,?\s*(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d\d)(?!\d|[.,]\d)",
            _short_with_weekday,
        ),
        # dpa:230428-99-483045
        (r"\bdpa:(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)-\d+-\d+", _short),
        # 281015 Apr 23: day, hour and minute at the end of a wire message
        (
            r"(?<!\d)(?P<day>\d\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d) " + _WORD + r" (?P<year>\d\d)(?!\d)",
            _named_short,
        ),
    )
)
# 16/09/2015, 09/16/2015, 16-09-2015
_SLASHED = re.compile(r"(?<![\d.,/-])(?P<first>\d{1,2})(?P<mark>[/-])(?P<second>\d{1,2})(?P=mark)" + _YEAR)
# August 2016
_MONTH = re.compile(r"(?<!\w)" + _WORD + r"\.?\s+(?P<year>(?:19|20)\d\d)(?!\d)")
# A clock of twelve hours in a zone of North America: there the month comes first.
_AMERICAN_TIME = re.compile(r",?\s+\d{1,2}:\d\d\s?[AaPp]\.?[Mm]\.?\s\(?[ECMP][SD]?T\b")
_BEFORE = re.compile(
    rf"(?P<weekday>[^\W\d_]{{2,10}})(?P<dot>\.?),?\s*(?:(?:{'|'.join(_LIST['before_date'])})\s+)?$"
)


def find_dates(text: str, language: str | None = None) -> tuple[PrintedDate, ...]:
    """All complete dates and months that the text prints, in order.

    `find_dates("Dienstag, 14. Oktober 2014")` finds `2014-10-14`. `language` (BCP 47) settles what
    `05/08/2019` means where no other date of the text does; without it, and in English, that is nothing.
    """
    if not _ANY.search(text):
        return ()
    found: dict[Span, PrintedDate] = {}
    for start, end, first, last, weekday in issues(text):
        _add(found, PrintedDate(Span(start, end), f"{first}/{last}", None, weekday))
    for pattern, reader in _FORMS:
        for match in pattern.finditer(text):
            day = _calendar(reader, match)
            if day is not None:
                _add(found, _printed(text, match, day))
    for match, day in _slashed(text, language):
        _add(found, _printed(text, match, day))
    for match in _MONTH.finditer(text):
        month = month_number(match["name"])
        if month:
            _add(found, PrintedDate(Span(*match.span()), f"{match['year']}-{month:02}"))
    return tuple(found[span] for span in sorted(found))


def _calendar(reader: Callable[[re.Match[str]], date | None], match: re.Match[str]) -> date | None:
    try:
        return reader(match)
    except ValueError:  # the calendar has no such day
        return None


def _add(found: dict[Span, PrintedDate], new: PrintedDate) -> None:
    """Keep a date unless an earlier form took its characters."""
    if all(new.span.end <= span.start or new.span.start >= span.end for span in found):
        found[new.span] = new


def _printed(text: str, match: re.Match[str], day: date) -> PrintedDate:
    """The date with the weekday before it and the time beside it."""
    start, end = match.span()
    contradiction = None
    before = _BEFORE.search(text, max(0, start - 16), start)
    if before and (number := _weekday(before)) is not None:
        contradiction = None if number == day.weekday() else before["weekday"]
        start = before.start()
    groups = match.groupdict()
    if groups.get("hour"):
        time: str | None = f"{match['hour']}:{match['minute']}"
    else:
        time, start, end = clock.beside(text, start, end)
    return PrintedDate(Span(start, end), day.isoformat(), time, contradiction)


def _weekday(before: re.Match[str]) -> int | None:
    """The weekday's number; short forms such as "so" are words too, unless written like a name."""
    word = before["weekday"]
    if len(word) <= 3 and not (word[0].isupper() or before["dot"]):
        return None
    return weekday_number(word)


def _slashed(text: str, language: str | None) -> list[tuple[re.Match[str], date]]:
    """Dates whose order only another date or the language tells: 16/09/2015 is clear, 05/08/2019 is not."""
    matches = list(_SLASHED.finditer(text))
    if not matches:
        return []
    day_first = any(_opens(match) for match in matches)
    american = any(_AMERICAN_TIME.match(text, match.end()) for match in matches)
    month_first = american or any(int(match["second"]) > 12 for match in matches)
    if day_first == month_first:
        if day_first or language is None or language.startswith("en"):
            return [pair for match in matches if _is_clear(match) for pair in _ordered(match, _opens(match))]
        day_first = True
    return [pair for match in matches for pair in _ordered(match, day_first)]


def _opens(match: re.Match[str]) -> bool:
    """Whether the first number can only be the day."""
    return int(match["first"]) > 12


def _is_clear(match: re.Match[str]) -> bool:
    """Whether there is one way to read it: 31/03/2021, 03/31/2021, 03/03/2021."""
    return _opens(match) or int(match["second"]) > 12 or match["first"] == match["second"]


def _ordered(match: re.Match[str], day_first: bool) -> list[tuple[re.Match[str], date]]:
    first, second = int(match["first"]), int(match["second"])
    day, month = (first, second) if day_first else (second, first)
    try:
        return [(match, date(int(match["year"]), month, day))]
    except ValueError:
        return []
