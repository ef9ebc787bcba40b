"""The day that a line of an export names, in whatever language the database's interface was."""

from __future__ import annotations

import re
from functools import lru_cache

from ..text.dates import find_dates

# Words that may stand beside the day in its line: weekday, time, zone, and the edition's name.
LONGEST_BESIDE = 45
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)|\d{4}年")
# The languages of the databases' interfaces beyond German, English and French.
LANGUAGES = ["es", "it", "pt", "nl", "ru", "pl", "sv", "da", "zh", "ja"]


@lru_cache(maxsize=4096)
def day_of(text: str) -> tuple[str, str | None] | None:
    """The day (or month) in EDTF and the time: `day_of("14 März 2019") == ("2019-03-14", None)`."""
    found = find_dates(text, "de" if "." in text else None)
    days = [printed for printed in found if printed.is_day] or list(found)
    if days:
        return days[0].edtf, days[0].time
    if not _YEAR.search(text) or len(text) > 2 * LONGEST_BESIDE:
        return None
    return _in_other_languages(text)


def is_day_line(text: str) -> bool:
    """Whether a line is a day and little besides."""
    found = find_dates(text)
    if found:
        beside = len(text) - (found[0].span.end - found[0].span.start)
        return beside <= LONGEST_BESIDE
    return len(text) <= LONGEST_BESIDE and day_of(text) is not None


def _in_other_languages(text: str) -> tuple[str, str | None] | None:
    from dateparser import parse

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    moment = parse(text, languages=LANGUAGES, settings=settings)
    return (f"{moment:%Y-%m-%d}", None) if moment else None
