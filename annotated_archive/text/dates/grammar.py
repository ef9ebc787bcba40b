"""EDTF (ISO 8601-2, levels 0 to 2) → points, intervals and sets of them, checked against the calendar.

Comes in: a text. Goes out: what it says, or None where it is no EDTF, names a day that no calendar has, or
ends before it begins. How a value reads, and where it is filed, is left to others.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_SIGN = "[?~%]"
_DATE = re.compile(
    rf"(?P<before_year>{_SIGN})?(?P<year>-?[0-9X]{{4}})(?P<after_year>{_SIGN})?"
    rf"(?:-(?P<before_month>{_SIGN})?(?P<month>[0-9X]{{2}})(?P<after_month>{_SIGN})?"
    rf"(?:-(?P<before_day>{_SIGN})?(?P<day>[0-9X]{{2}})(?P<after_day>{_SIGN})?)?)?"
)
_PARTS = ("year", "month", "day")
# Years of more than four digits, and years of which only the first digits count: Y170000002, Y17E7, 1950S2.
_LONG_YEAR = re.compile(
    rf"(?:Y(?P<long>-?[1-9][0-9]{{4,}})|Y(?P<base>-?[1-9][0-9]*)E(?P<power>[1-9][0-9]?)"
    rf"|(?P<short>-?[0-9]{{4}})(?=S))(?:S(?P<significant>[1-9][0-9]*))?(?P<sign>{_SIGN})?"
)
_TIME = re.compile(r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](Z|[+-]([01][0-9]|2[0-3])(:[0-5][0-9])?)?")

# What stands in a month's place and is none: the first and last month of each.
# 21 to 24 are seasons wherever one is, 25 to 32 of the northern and the southern half of the world. A winter
# that begins with its year's December ends with it, as the year is what is said.
SEASONS = {
    **dict.fromkeys((21, 25, 31), (3, 5)),
    **dict.fromkeys((22, 26, 32), (6, 8)),
    **dict.fromkeys((23, 27, 29), (9, 11)),
    **dict.fromkeys((24, 28, 30), (12, 12)),
}
THIRDS_AND_QUARTERS = {
    **{33 + n: (3 * n + 1, 3 * n + 3) for n in range(4)},
    **{37 + n: (4 * n + 1, 4 * n + 4) for n in range(3)},
    **{40 + n: (6 * n + 1, 6 * n + 6) for n in range(2)},
}
PARTS_OF_A_YEAR = SEASONS | THIRDS_AND_QUARTERS


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, part of a year or year. `year`, `month` and `day` are digits, `X` where one is not known.

    `sign` is "", "~", "?" or "%", whatever part of the date it is at; `whole` says that it is of all of it.
    `first` and `last` are the days that it can mean, None where Python's calendar (years 1 to 9999) has none.
    """

    year: str
    month: str = ""
    day: str = ""
    sign: str = ""
    whole: bool = True
    first: date | None = None
    last: date | None = None

    @property
    def part_of_year(self) -> int | None:
        """The number of a season, quarter, third or half of a year; None for anything else."""
        return int(self.month) if self.month.isdigit() and int(self.month) > 12 else None

    @property
    def precision(self) -> str:
        """`"day"`, `"month"`, `"part"` (of a year), `"year"`; `"digits"` where some of one are unknown."""
        if "X" in self.year or self.year.startswith(("Y", "S", "-")):
            return "digits"
        if self.part_of_year:
            return "part"
        if self.month in ("", "XX"):
            return "year" if self.day in ("", "XX") else "digits"
        if self.day in ("", "XX"):
            return "digits" if "X" in self.month else "month"
        return "digits" if "X" in self.month + self.day else "day"


@dataclass(frozen=True, slots=True)
class Interval:
    """From `start` to `end`; None where it is open or not known."""

    start: Point | None
    end: Point | None


@dataclass(frozen=True, slots=True)
class Several:
    """Dates of which one is meant, or all (`every`)."""

    members: tuple[Point | Interval, ...]
    every: bool


Value = Point | Interval | Several


def read(edtf: str) -> Value | None:
    """What the text says: `read("2015-02-29")` and `read("2016/2015")` are None."""
    if edtf[:1] in ("[", "{"):
        return _several(edtf)
    start, slash, end = edtf.partition("/")
    return _interval(start, end, ("", "..")) if slash else _point(edtf) or _timed(edtf)


def days_of(value: Value) -> Iterator[Point]:
    """Every point that a value names, in order."""
    if isinstance(value, Point):
        yield value
    elif isinstance(value, Interval):
        yield from (end for end in (value.start, value.end) if end is not None)
    else:
        for member in value.members:
            yield from days_of(member)


def _several(edtf: str) -> Several | None:
    every = edtf.startswith("{")
    if not edtf.endswith("}" if every else "]"):
        return None
    members: list[Point | Interval] = []
    written = edtf[1:-1].split(",")
    for number, text in enumerate(written):
        start, dots, end = text.partition("..")
        member = _interval(start, end, ("",)) if dots else _point(text)
        if member is None:
            return None
        # Only the first may have no beginning, and only the last no end.
        if isinstance(member, Interval) and (
            (member.start is None and number > 0) or (member.end is None and number < len(written) - 1)
        ):
            return None
        members.append(member)
    return Several(tuple(members), every)


def _interval(start: str, end: str, unknown: tuple[str, ...]) -> Interval | None:
    first = None if start in unknown else _point(start)
    last = None if end in unknown else _point(end)
    if first is None and (start not in unknown or last is None):
        return None
    if last is None and end not in unknown:
        return None
    backwards = first and last and first.first and last.last and first.first > last.last
    return None if backwards else Interval(first, last)


def _timed(edtf: str) -> Point | None:
    """A moment, as its day."""
    day, _, time = edtf.partition("T")
    point = _point(day)
    is_day = point is not None and point.precision == "day" and not point.sign
    return point if is_day and _TIME.fullmatch(f"T{time}") else None


def _point(text: str) -> Point | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return _long_year(text)
    groups = match.groupdict()
    if any(groups[f"before_{part}"] and groups[f"after_{part}"] for part in _PARTS):
        return None
    if match["year"] == "-0000":
        return None
    signs = {part: groups[f"before_{part}"] or groups[f"after_{part}"] for part in _PARTS}
    last_part = max(i for i, part in enumerate(_PARTS) if groups[part])
    others = [f"{side}_{part}" for side in ("before", "after") for part in _PARTS]
    others.remove(f"after_{_PARTS[last_part]}")
    whole = not any(groups[other] for other in others) or (last_part == 0 and bool(groups["before_year"]))
    year, month, day = match["year"], match["month"] or "", match["day"] or ""
    bounds = _bounds(year, month, day)
    if bounds is None:
        return None
    return Point(year, month, day, _together(set(filter(None, signs.values()))), whole, *bounds)


def _together(signs: set[str]) -> str:
    return "%" if "%" in signs or len(signs) > 1 else next(iter(signs), "")


def _long_year(text: str) -> Point | None:
    match = _LONG_YEAR.fullmatch(text)
    if match is None:
        return None
    digits = match["long"] or match["short"]
    number = int(digits) if digits else int(match["base"]) * 10 ** int(match["power"])
    if match["significant"] is None:
        return Point(f"Y{number}", sign=match["sign"] or "")
    unknown = 10 ** (len(str(abs(number))) - int(match["significant"]))
    if unknown < 1:
        return None
    first = number // unknown * unknown
    last = first + unknown - 1
    within = first >= 1 and last <= 9999
    bounds = (date(first, 1, 1), date(last, 12, 31)) if within else (None, None)
    return Point(f"S{number}", "", "", match["sign"] or "", True, *bounds)


def _bounds(year: str, month: str, day: str) -> tuple[date | None, date | None] | None:
    """The first and the last day; None where there is no such day, and two times None beyond the calendar."""
    if month.isdigit() and int(month) in PARTS_OF_A_YEAR:
        if day:
            return None
        first_month, last_month = PARTS_OF_A_YEAR[int(month)]
        starts, ends = _days(year, f"{first_month:02}", ""), _days(year, f"{last_month:02}", "")
        return None if starts is None or ends is None else (starts[0], ends[1])
    return _days(year, month, day)


def _days(year: str, month: str, day: str) -> tuple[date | None, date | None] | None:
    days = _matching(year, month or "XX", day or "XX")
    first = next(days, None)
    if first is None:
        return None
    last = next(_matching(year, month or "XX", day or "XX", backwards=True))
    return _in_calendar(*first), _in_calendar(*last)


def _matching(year: str, month: str, day: str, backwards: bool = False) -> Iterator[tuple[int, int, int]]:
    """The days of the calendar that fit these digits, in order or backwards."""
    step = -1 if backwards else 1
    sign = -1 if year.startswith("-") else 1
    for y in _numbers(year.lstrip("-"), 0, 9999)[::step]:
        for m in _numbers(month, 1, 12)[::step]:
            # The calendar repeats itself after 400 years, so those before the year 1 have their days too.
            length = calendar.monthrange(2000 + sign * y % 400, m)[1]
            for d in _numbers(day, 1, length)[::step]:
                yield sign * y, m, d


def _numbers(pattern: str, least: int, most: int) -> list[int] | range:
    if "X" not in pattern:
        return [int(pattern)] if least <= int(pattern) <= most else []
    if set(pattern) == {"X"}:
        return range(least, most + 1)
    fits = re.compile(pattern.replace("X", "[0-9]"))
    return [n for n in range(least, most + 1) if fits.fullmatch(str(n).zfill(len(pattern)))]


def _in_calendar(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= year <= 9999 else None
