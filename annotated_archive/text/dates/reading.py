"""How a date reads in a language: CLDR's order and names, and words for what is uncertain or not one day."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list

from ...words import lexicon
from .edtf_value import parsed, plain_day
from .grammar import SEASONS, Interval, Point, Several, Value

# The seasons of EDTF as the lexicon numbers them: spring is 1. By the month in which one begins in the north.
_SPRINGS, _SUMMERS, _AUTUMNS, _WINTERS = {21, 25, 29}, {22, 26, 30}, {23, 27, 31}, {24, 28, 32}
_QUARTERS = range(33, 37)
# Before the name of a month, or before the end of a range of days.
_FIRST_DAY = re.compile(r"(?<![\w.,–-])1(?=[ \u00a0][^\W\d]|–\d{1,2}[ \u00a0][^\W\d])")
# How CLDR calls the forms of an interval.
_SKELETONS = {"day": "yMMMd", "month": "yMMMM", "year": "y"}


def display(edtf: str, language: str) -> str:
    """The date as a reader of `language` (BCP 47) expects it: `display("2016-07-15~", "de")` is
    `"um den 15. Juli 2016"`. What is not EDTF is shown as it stands.
    """
    locale = _locale(language)
    if (known := plain_day(edtf)) is not None:
        return first_day(
            _signed(format_date(known[0], "long", locale=locale), known[1], "day", locale), language
        )
    value = parsed(edtf)
    return edtf if value is None else first_day(_words(value, locale), language)


def first_day(printed: str, language: str) -> str:
    """Dates as printed, with the first of a month as the language writes it: "1er juillet 2016"."""
    form = lexicon.load("dates")["first_day"].get(_locale(language).language)
    return _FIRST_DAY.sub(form, printed) if form else printed


def season_number(part_of_year: int) -> int | None:
    """1 to 4 for what EDTF writes in a month's place: `season_number(21) == 1`; None for a quarter."""
    if part_of_year not in SEASONS:
        return None
    numbered = enumerate((_SPRINGS, _SUMMERS, _AUTUMNS, _WINTERS), start=1)
    return next(number for number, which in numbered if part_of_year in which)


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return Locale("en")


def _words(value: Value, locale: Locale) -> str:
    if isinstance(value, Point):
        words = _plain(value, locale) if value.sign not in ("~", "%") else _in_phrase(value, locale)
        return _signed(words, value.sign, value.precision, locale)
    if isinstance(value, Several):
        members = [_words(member, locale) for member in value.members]
        return str(format_list(members, "standard" if value.every else "or", locale=locale))
    return _interval(value, locale)


def _interval(value: Interval, locale: Locale) -> str:
    start, end = value.start, value.end
    if start is None or end is None:
        known = start or end
        if known is None:
            return ""
        phrase = _form("since" if start else "until", "" if known.sign else known.precision, locale)
        return phrase.format(date=_words(known, locale) if known.sign else _in_phrase(known, locale))
    kinds = {start.precision, end.precision}
    if not start.sign and not end.sign and len(kinds) == 1 and (kind := kinds.pop()) in _SKELETONS:
        if kind == "year":
            return f"{int(start.year)}–{int(end.year)}"
        if start.first and end.last:
            last = end.last if kind == "day" else end.last.replace(day=1)
            return str(format_interval(start.first, last, _SKELETONS[kind], locale=locale))
    phrase = str(_phrases("to", locale))
    return phrase.format(first=_words(start, locale), last=_words(end, locale))


def _plain(point: Point, locale: Locale) -> str:
    """The words of a date without its sign."""
    match point.precision:
        case "day" if point.first:
            return str(format_date(point.first, "long", locale=locale))
        case "month" if point.first:
            return str(format_skeleton("yMMMM", point.first, locale=locale))
        case "part" if point.first and point.last:
            return _part_of_year(point, point.first, point.last, locale)
        case "year":
            return str(int(point.year))
    return _incomplete(point, locale)


def _in_phrase(point: Point, locale: Locale) -> str:
    """The same behind a word such as "until", where some languages want an article before a season."""
    seasons = lexicon.load("dates")["seasons_in_phrases"].get(locale.language)
    season = season_number(point.part_of_year or 0)
    if seasons and season and point.precision == "part" and point.first:
        return f"{seasons[season]} {point.first.year}"
    return _plain(point, locale)


def _part_of_year(point: Point, first: date, last: date, locale: Locale) -> str:
    number = point.part_of_year or 0
    if (season := season_number(number)) is not None:
        return f"{_phrases('seasons', locale)[season]} {first.year}"
    if number in _QUARTERS:
        return str(format_skeleton("yQQQQ", first, locale=locale))
    return str(format_interval(first, last.replace(day=1), "yMMMM", locale=locale))


def _incomplete(point: Point, locale: Locale) -> str:
    """A date of which some digits are not known, or a year that the calendar does not have."""
    if point.year.startswith("S"):
        return _form("approximate", "year", locale).format(date=point.year[1:])
    if point.year.startswith("XX"):
        return str(_phrases("unknown_year", locale))
    if point.first is None or point.last is None:
        return "-".join(part for part in (point.year.removeprefix("Y"), point.month, point.day) if part)
    if point.year[:3].isdigit() and point.year.endswith("X") and point.month in ("", "XX"):
        return str(_phrases("decade", locale)).format(year=f"{point.year[:3]}0")
    between = _phrases("between", locale)
    if point.year.isdigit():
        ends = (str(format_date(day, "long", locale=locale)) for day in (point.first, point.last))
        return str(between["day"]).format(first=next(ends), last=next(ends))
    return str(between["other"]).format(first=point.first.year, last=point.last.year)


def _signed(words: str, sign: str, precision: str, locale: Locale) -> str:
    if sign in ("~", "%"):
        words = _form("approximate", precision, locale).format(date=words)
    if sign in ("?", "%"):
        words = str(_phrases("uncertain", locale)).format(date=words)
    return words


def _form(section: str, precision: str, locale: Locale) -> str:
    forms = _phrases(section, locale)
    return str(forms.get(precision, forms["other"]))


def _phrases(section: str, locale: Locale) -> Any:
    forms: dict[str, Any] = lexicon.load("dates")[section]
    return forms.get(locale.language, forms["en"])
