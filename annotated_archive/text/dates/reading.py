"""How a date reads in a language: CLDR's order and names, and a word for what is not certain."""

from __future__ import annotations

from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton

from ...words import lexicon
from .edtf_value import earliest, latest, parsed, plain_day

_SIGNS = "~?%"


def display(edtf: str, language: str) -> str:
    """The date as a reader of `language` (BCP 47) expects it: `display("2016-07-15~", "de")` is
    `"um den 15. Juli 2016"`.

    Seasons, decades and whatever else is no day, month, year or interval are shown as they stand.
    """
    locale = _locale(language)
    sign = edtf[-1:] if edtf[-1:] in _SIGNS else ""
    plain = edtf.rstrip(_SIGNS)
    precision, words = _plain(plain, locale)
    if not words:
        return edtf
    if sign in ("~", "%"):
        form = _phrases("approximate", locale)["day" if precision == "day" else "other"]
        words = str(form).format(date=words)
    if sign in ("?", "%"):
        words = str(_phrases("uncertain", locale)).format(date=words)
    return words


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return Locale("en")


def _plain(edtf: str, locale: Locale) -> tuple[str, str]:
    """Precision and words of a date without sign; no words when it has none."""
    if plain_day(edtf) is not None:
        return "day", format_date(earliest(edtf), "long", locale=locale)
    value = parsed(edtf)
    kind = type(value).__name__
    if kind == "Date" and value is not None:
        if value.precision == "year":
            return "year", str(value)
        if value.precision == "month":
            return "month", format_skeleton("yMMMM", earliest(edtf), locale=locale)
    if kind == "Interval" and all(plain_day(end) for end in edtf.split("/")):
        return "interval", format_interval(earliest(edtf), latest(edtf), "yMMMd", locale=locale)
    return kind, ""


def _phrases(section: str, locale: Locale) -> Any:
    forms: dict[str, Any] = lexicon.load("dates")[section]
    return forms.get(locale.language, forms["en"])
