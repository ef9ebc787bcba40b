"""Names of months and weekdays as German, English and French newspapers print them: CLDR's and a few more."""

from __future__ import annotations

from functools import cache
from typing import Literal

from babel.dates import get_day_names, get_month_names

from ...words import lexicon

# Austria's January differs; Switzerland and Luxembourg print Germany's.
_LOCALES = ("de", "de_AT", "en", "en_GB", "fr")
_WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")
_CONTEXTS: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")


def _key(word: str) -> str:
    return word.casefold().rstrip(".")


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in _LOCALES:
        for width in _WIDTHS:
            for context in _CONTEXTS:
                for number, name in get_month_names(width, context, locale).items():
                    names[_key(name)] = number
    for number, others in lexicon.load("dates")["months"].items():
        names.update({_key(name): number for name in others})
    return names


@cache
def _weekdays() -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in _LOCALES:
        for width in _WIDTHS:
            for context in _CONTEXTS:
                for number, name in get_day_names(width, context, locale).items():
                    names[_key(name)] = number
    for number, others in lexicon.load("dates")["weekdays"].items():
        names.update({_key(name): number for name in others})
    return names


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or short form: `month_number("Sept.") == 9`."""
    return _months().get(_key(word))


def weekday_number(word: str) -> int | None:
    """0 for Monday to 6 for Sunday: `weekday_number("Dienstag") == 1`, `weekday_number("Di.") == 1`."""
    return _weekdays().get(_key(word))
