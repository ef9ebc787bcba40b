"""An EDTF date → a CSL date, and back from an item to its EDTF.

CSL knows days, months, years, seasons, ranges of them and one word for doubt, `circa`. What EDTF says besides
becomes the range of the days that it can mean; where one of its ends is not known, the other one. Both count
as doubtful. The exact date is in the item's note.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from ...text.dates import Interval, Point, Several, Value, days_of, earliest, latest, parsed, season_number

# The line of an item's note that has its exact date.
EDTF = "EDTF: "
Parts = list[int]


def csl_date(edtf: str) -> dict[str, Any]:
    """A CSL date: `csl_date("2016-07~")` is `{"date-parts": [[2016, 7]], "circa": True}`.

    Empty where no year is known ("XXXX-12"); a `literal` where it is no EDTF.
    """
    value = parsed(edtf)
    if value is None:
        return {"literal": edtf}
    made = _point(value) if isinstance(value, Point) else _range(value, edtf)
    return made if made.get("date-parts") else {}


def edtf_of(item: Mapping[str, Any]) -> str:
    """The date of an item in EDTF: as its note has it, else from its numbers; empty when there is none."""
    for line in str(item.get("note", "")).splitlines():
        if line.startswith(EDTF):
            return line.removeprefix(EDTF)
    issued = item.get("issued") or {}
    sign = "~" if issued.get("circa") else ""
    # Citation processors write an open end as zeros.
    ends = [
        "-".join((_edtf_year(end[0]), *(f"{n:02d}" for n in end[1:]))) if end[0] else ".."
        for end in issued.get("date-parts", ())
    ]
    if "season" in issued and len(ends) == 1:
        ends = [f"{ends[0][:4]}-{20 + int(issued['season'])}"]
    return "/".join(end if end == ".." else end + sign for end in ends)


def _edtf_year(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"-{-year - 1:04d}" if year < -1 else "0000"


def _point(point: Point) -> dict[str, Any]:
    circa = {"circa": True} if point.sign else {}
    first, last = point.first, point.last
    if point.year.startswith("XX"):
        return {}
    if first is None or last is None:
        # Beyond the calendar, a year is all that is told, if all its digits are known.
        known = re.fullmatch(r"Y?(-?\d+)", point.year)
        return {"date-parts": [[_year(known[1])]], **circa} if known else {}
    match point.precision:
        case "part" if (season := season_number(point.part_of_year or 0)) is not None:
            return {"date-parts": [[first.year]], "season": season, **circa}
        case "part":
            return {"date-parts": [[first.year, first.month], [last.year, last.month]], **circa}
        case "digits":
            return {"date-parts": _span(first, last), "circa": True}
    return {"date-parts": [_parts(point)], **circa}


def _parts(point: Point) -> Parts:
    numbers = (point.year, point.month, point.day)
    year, *rest = [number for number in numbers if number not in ("", "XX")]
    return [_year(year), *map(int, rest)]


def _year(edtf: str) -> int:
    """EDTF has a year 0, which is 1 BC; CSL counts years before Christ from -1."""
    return int(edtf) if int(edtf) > 0 else int(edtf) - 1


def _range(value: Value, edtf: str) -> dict[str, Any]:
    start, end = earliest(edtf), latest(edtf)
    known = [day for day, edge in ((start, date.min), (end, date.max)) if day != edge]
    if len(known) < 2:
        point = next(days_of(value))
        made = _point(point)
        return {**made, "date-parts": made["date-parts"][:1], "circa": True} if made else {}
    points = list(days_of(value))
    doubtful = any(point.sign or point.precision == "digits" for point in points)
    circa = {"circa": True} if doubtful or (isinstance(value, Several) and not value.every) else {}
    if isinstance(value, Interval) and not {p.precision for p in points} & {"part", "digits"}:
        # Whoever reads ranges wants both ends to be known equally well.
        least = min(len(_parts(point)) for point in points)
        ends = [_parts(point)[:least] for point in points]
        return {"date-parts": ends[:1] if ends[0] == ends[-1] else ends, **circa}
    return {"date-parts": _span(start, end), **circa}


def _span(first: date, last: date) -> list[Parts]:
    """The range between two days in the largest units that have no more in them."""
    day_after = last + timedelta(days=1) if last < date.max else last
    if first.year != last.year:
        ends = [[first.year], [last.year]]
    elif first.day == 1 and day_after.day == 1:
        ends = [[first.year, first.month], [last.year, last.month]]
        if (first.month, last.month) == (1, 12):
            ends = [[first.year]]
    else:
        ends = [[day.year, day.month, day.day] for day in (first, last)]
    return ends[:1] if ends[0] == ends[-1] else ends
