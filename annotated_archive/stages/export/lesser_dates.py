"""An EDTF date → what a format can take of it that knows only a part of EDTF.

biblatex reads most of it, RIS has fields for day, month and year and one for remarks, and Zotero reads a
plain date in a page's head. What each of them does with the rest: decisions/0021-dates-in-other-tools.md.
"""

from __future__ import annotations

import re

from ...text.dates import Interval, Point, Several, earliest, filed, latest, parsed, season_number

# Of what is no day, month, season or year, biblatex prints decades, centuries and years beyond the calendar.
_BIBLATEX = re.compile(r"\d\dXX|\d{3}X|-\d{4}(?:-\d\d){0,2}[~?%]?|Y-?\d+")
_OPEN = ("", "..")
# What stands before the first part that is not certain.
_BEFORE_A_SIGN = re.compile(r"(\d{4}(?:-\d\d)?)-[?~%]")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
# By whether the beginning and the end are unknown.
_ONE_END = {(False, True): "from", (True, False): "until"}
_DOUBT = {"~": "circa", "?": "uncertain", "%": "circa, uncertain"}


def year_of(edtf: str) -> str:
    """The year of the first day that a date can mean, in four digits; empty where nobody knows it."""
    day = filed(edtf) if parsed(edtf) else None
    return f"{day.year:04d}" if day else ""


def month_of(edtf: str) -> str:
    """BibTeX's own word for the month, if the date begins with one: `month_of("2016-07-15~") == "jul"`."""
    point = _begins_with(edtf)
    known = point is not None and point.first is not None and point.precision in ("day", "month")
    return MONTHS[int(point.month) - 1] if point and known else ""


def has_no_beginning(edtf: str) -> bool:
    """Whether an interval says only when it ends; biblatex prints that as if it were the day itself."""
    value = parsed(edtf)
    return isinstance(value, Interval) and value.start is None


def biblatex_date(edtf: str) -> str:
    """The date as biblatex and Biber read it; else the year of its first day."""
    point = parsed(edtf)
    if isinstance(point, Point) and point.first and point.last and _is_quarter_or_half(point):
        return "/".join(f"{str(day)[:7]}{point.sign}" for day in (point.first, point.last))
    ends = [_biblatex_end(end) for end in edtf.split("/")]
    if parsed(edtf) is None or None in ends or has_no_beginning(edtf):
        return year_of(edtf)
    return "/".join(end for end in ends if end is not None)


def _is_quarter_or_half(point: Point) -> bool:
    return point.precision == "part" and season_number(point.part_of_year or 0) is None


def _biblatex_end(edtf: str) -> str | None:
    if edtf in _OPEN:
        return edtf
    point = parsed(edtf)
    if not isinstance(point, Point) or not point.whole:
        return None
    if point.precision in ("day", "month", "year"):
        return f"{plain_date(edtf)}{point.sign}"
    if point.precision == "part" and (season := season_number(point.part_of_year or 0)):
        return f"{point.year}-{20 + season}{point.sign}"
    return edtf if _BIBLATEX.fullmatch(edtf) else None


def ris_date(edtf: str) -> str:
    """`YYYY/MM/DD/other`: what is unknown stays empty; a season or doubt stands in the place for remarks."""
    point = _begins_with(edtf)
    if point is None or point.precision == "digits":
        known = [*plain_date(edtf).split("-"), "", ""] if plain_date(edtf) else [year_of(edtf), "", ""]
        return f"{'/'.join(known[:3])}/" if known[0] else ""
    season = season_number(point.part_of_year or 0) if point.precision == "part" else None
    month = point.month if point.precision in ("day", "month") else ""
    day = point.day if point.precision == "day" else ""
    value = parsed(edtf)
    end = _ONE_END.get((value.start is None, value.end is None)) if isinstance(value, Interval) else None
    remarks = (end, _DOUBT.get(point.sign), _SEASONS[season - 1] if season else None)
    return f"{year_of(edtf)}/{month}/{day}/{' '.join(filter(None, remarks))}"


def plain_date(edtf: str) -> str:
    """The part of a date that is known to be so: `2016-07` of "2016-07-XX", `2016` of "2016-21".

    A range that has no such part gives the year in which it begins. Empty where no year is known.
    """
    value = parsed(edtf)
    if isinstance(value, Point) and value.precision in ("day", "month") and value.first:
        if value.whole:
            return str(value.first)[: 10 if value.precision == "day" else 7]
        certain = _BEFORE_A_SIGN.match(edtf)
        return certain[1] if certain else value.year
    if value is None or not year_of(edtf):
        return ""
    if isinstance(value, Point) and value.precision == "part":
        return value.year
    first, last = str(earliest(edtf)).split("-"), str(latest(edtf)).split("-")
    same = [
        a
        for a, b, number in zip(first, last, range(3), strict=True)
        if first[: number + 1] == last[: number + 1]
    ]
    begins = isinstance(value, Interval) or (isinstance(value, Several) and value.every)
    return "-".join(same) or (year_of(edtf) if begins else "")


def known_date(edtf: str) -> str:
    """A day with its sign, as both versions of EDTF write it; of anything else, the part known to be so."""
    value = parsed(edtf)
    is_day = isinstance(value, Point) and value.precision == "day" and value.whole
    return f"{plain_date(edtf)}{value.sign}" if isinstance(value, Point) and is_day else plain_date(edtf)


def _begins_with(edtf: str) -> Point | None:
    """The point itself, or the one that an interval begins with; of one with an open beginning, its end."""
    value = parsed(edtf)
    if isinstance(value, Interval):
        return value.start or value.end
    return value if isinstance(value, Point) else None
