"""EDTF as a value: is it valid, is it a day, which days can it mean, and where is it filed.

Plain days, nearly all of an archive's dates, are read by Python itself; `grammar.py` reads the others, each
once.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from .grammar import Interval, Several, Value, days_of, read

# A day of level 0 or 1; the sign says approximate, uncertain or both.
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})([~?%]?)")

_LOOKS_LIKE_ONE = re.compile(r"(?<![0-9-])[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9-])")


def plain_day(edtf: str) -> tuple[date, str] | None:
    """The day and its sign (`""`, `"~"`, `"?"`, `"%"`) of a date known to the day, else None."""
    match = _DAY.fullmatch(edtf)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1]), match[2]
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def parsed(edtf: str) -> Value | None:
    """What this date says, or None when it is not EDTF or names no day of the calendar."""
    return read(edtf)


def valid(edtf: str) -> bool:
    """Whether this is a date in EDTF: "2016-07-15~" is, "15.7.2016", "2015-02-29" and "2016/2015" are not."""
    return plain_day(edtf) is not None or parsed(edtf) is not None


def flaw(edtf: str) -> str | None:
    """Why a text that looks like EDTF is no date, in words: `"the calendar has no 2015-02-29"`. Else None."""
    start, slash, end = edtf.partition("/")
    if slash and valid(f"{end}/{start}"):
        return "it ends before it begins"
    impossible = next((day for day in _LOOKS_LIKE_ONE.findall(edtf) if not valid(day)), None)
    return f"the calendar has no {impossible}" if impossible else None


def is_day(edtf: str) -> bool:
    """Whether the date is known to the day and neither approximate nor uncertain."""
    known = plain_day(edtf)
    return known is not None and not known[1]


def earliest(edtf: str) -> date:
    """The first day that this valid date can mean: `earliest("2016-08") == date(2016, 8, 1)`."""
    return _bound(edtf, 0) or date.min


def latest(edtf: str) -> date:
    """The last day that this valid date can mean: `latest("2016-08") == date(2016, 8, 31)`."""
    return _bound(edtf, 1) or date.max


def filed(edtf: str) -> date | None:
    """The day that a date is filed under: the first it can mean, or its last if nobody knows the first.

    None where no year is said ("XXXX-12") or the calendar does not have it ("Y170000002", "-0044").
    """
    value = parsed(edtf)
    if value is None:
        raise ValueError(f"{edtf!r} is not EDTF")
    points = list(days_of(value))
    if any(point.first is None or point.last is None or point.year.startswith("XX") for point in points):
        return None
    return _bound(edtf, 0) or _bound(edtf, 1)


def _bound(edtf: str, side: int) -> date | None:
    """A bound of the date; None for an open end or a year that Python's calendar does not have."""
    known = plain_day(edtf)
    if known is not None:
        return known[0]
    value = parsed(edtf)
    if value is None:
        raise ValueError(f"{edtf!r} is not EDTF")
    return _first(value) if side == 0 else _last(value)


def _first(value: Value) -> date | None:
    if isinstance(value, Several):
        bounds = [_first(member) for member in value.members]
        return None if None in bounds else min(bound for bound in bounds if bound)
    point = value.start if isinstance(value, Interval) else value
    return point.first if point else None


def _last(value: Value) -> date | None:
    if isinstance(value, Several):
        bounds = [_last(member) for member in value.members]
        return None if None in bounds else max(bound for bound in bounds if bound)
    point = value.end if isinstance(value, Interval) else value
    return point.last if point else None
