"""A date told from the day of saving: "vor 3 Stunden", "gestern, 17:31 Uhr", "2 hours ago".

Only with the day on which a person saved the page is this a date. The library `dateparser` knows the phrases
of every language; it is loaded here alone, because it takes a tenth of a second and this is rare.
"""

from __future__ import annotations

import re
from datetime import datetime
from itertools import starmap
from typing import Any

from ...model import Certainty, Found, Span
from ...words import lexicon
from .page import Page, Zone

LONGEST_LINE = 80


def _told(language: str, words: dict[str, Any]) -> str:
    """A number of units and the words around it; only where the unit ends the phrase, a word ends there."""
    unit = rf"(?P<{language}>{'|'.join(words['units'])})"
    return rf"{words['before']} \w+ {unit}\b" if "before" in words else rf"\w+ {unit} {words['after']}"


_DATES = lexicon.load("dates")
_AGO = _DATES["ago"]
_PHRASE = re.compile(
    rf"\b(?:{'|'.join(starmap(_told, _AGO.items()))}|{'|'.join(_DATES['near_days'])})", re.IGNORECASE
)
_DAYS = tuple(_DATES["whole_days"])
_NOON = 12


def told_from(page: Page, saved: str, language: str | None) -> Found[str] | None:
    """The day that the head's first such phrase means; `saved` is ISO 8601, with or without time.

    Raises ValueError when `saved` is not. Minutes and hours before a day without time are approximate: they
    may reach into the day before.
    """
    moment = datetime.fromisoformat(saved)
    has_time = "T" in saved or " " in saved
    base = moment if has_time else moment.replace(hour=_NOON)
    for line in page.zone(Zone.HEAD, Zone.ABOVE):
        match = _PHRASE.search(line.text) if len(line.text) <= LONGEST_LINE else None
        if match is None:
            continue
        day = _day(match[0], base, language)
        if day is None:
            continue
        unit = next((group for group in match.groups() if group), "")
        exact = has_time or not unit or unit.casefold().startswith(_DAYS)
        start = line.start + match.start()
        span = Span(start, start + len(match[0]))
        return Found(day if exact else day + "~", span, "date-from-saving", Certainty.INFERRED)
    return None


def _day(phrase: str, base: datetime, language: str | None) -> str | None:
    from dateparser import parse

    for short, unit in _DATES["short_units"].items():
        phrase = phrase.replace(short, unit)
    found: datetime | None = parse(
        phrase,
        languages=[language] if language in _AGO else list(_AGO),
        settings={"RELATIVE_BASE": base, "PARSERS": ["relative-time"]},
    )
    return found.date().isoformat() if found else None
