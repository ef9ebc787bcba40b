"""EDTF as a value: is it valid, is it a day, which days can it mean.

The grammar is the library `edtf`'s. It needs about 4 ms a value, so plain days, which are nearly all of an
archive's dates, are read by Python itself and the others once.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any

# A day of level 0 or 1; the sign says approximate, uncertain or both.
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)([~?%]?)")


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
def parsed(edtf: str) -> Any | None:
    """The library's object for this date, or None when it is not EDTF."""
    # Loading the grammar takes a tenth of a second, and most archives have only plain days.
    from edtf import EDTFParseException, parse_edtf

    try:
        return parse_edtf(edtf)
    except EDTFParseException:
        return None


def valid(edtf: str) -> bool:
    """Whether this is EDTF: `valid("2016-07-15~")`, but not `valid("15.7.2016")` or `valid("2016-02-30")`."""
    return plain_day(edtf) is not None or parsed(edtf) is not None


def is_day(edtf: str) -> bool:
    """Whether the date is known to the day and neither approximate nor uncertain."""
    known = plain_day(edtf)
    return known is not None and not known[1]


def earliest(edtf: str) -> date:
    """The first day that this valid date can mean: `earliest("2016-08") == date(2016, 8, 1)`."""
    return _bound(edtf, "lower_strict", date.min)


def latest(edtf: str) -> date:
    """The last day that this valid date can mean: `latest("2016-08") == date(2016, 8, 31)`."""
    return _bound(edtf, "upper_strict", date.max)


def _bound(edtf: str, method: str, otherwise: date) -> date:
    """A bound of the date; `otherwise` for an open end or a year that Python's calendar does not have."""
    known = plain_day(edtf)
    if known is not None:
        return known[0]
    value = parsed(edtf)
    if value is None:
        raise ValueError(f"{edtf!r} is not EDTF")
    try:
        return date(*getattr(value, method)()[:3])
    except (TypeError, ValueError):  # an open end is infinity, and the year may be 0
        return otherwise
