"""A work of `references.json` → what of it can be used, and what cannot.

Comes in: an item as JSON gives it, whatever is in it. Goes out: the item with the values that CSL-JSON allows
under its keys, and the keys of what was left out. Keys that CSL does not know are somebody's own and stay.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

NAMES = frozenset(
    [
        "author",
        "chair",
        "collection-editor",
        "compiler",
        "composer",
        "container-author",
        "contributor",
        "curator",
        "director",
        "editor",
        "editorial-director",
        "editor-translator",
        "executive-producer",
        "guest",
        "host",
        "illustrator",
        "interviewer",
        "narrator",
        "organizer",
        "original-author",
        "performer",
        "producer",
        "recipient",
        "reviewed-author",
        "script-writer",
        "series-creator",
        "translator",
    ]
)
DATES = frozenset({"accessed", "available-date", "event-date", "issued", "original-date", "submitted"})
# Those that are printed or matched; each is a text or a number.
TEXTS = frozenset(
    [
        "id",
        "citation-key",
        "citation-label",
        "type",
        "language",
        "title",
        "title-short",
        "container-title",
        "container-title-short",
        "collection-title",
        "collection-number",
        "publisher",
        "publisher-place",
        "original-publisher",
        "section",
        "volume",
        "issue",
        "page",
        "page-first",
        "number",
        "number-of-pages",
        "number-of-volumes",
        "edition",
        "version",
        "genre",
        "medium",
        "note",
        "abstract",
        "archive",
        "archive_location",
        "archive-place",
        "call-number",
        "event",
        "event-title",
        "event-place",
        "DOI",
        "ISBN",
        "ISSN",
        "PMID",
        "PMCID",
        "URL",
    ]
)
MOST_BITS = 10_000  # of a number: some 3,000 digits; Python prints no longer ones than 4,300
MOST_TEXTS = 100_000  # characters of one value; longer ones are no title
LATEST_YEAR = 9999


def usable(work: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The work with what can be used, and the keys of what cannot, in order: `{"author": "x"}` loses it."""
    kept: dict[str, Any] = {}
    wrong: list[str] = []
    for key, value in work.items():
        if value is None or not _is_text(key):
            continue
        now, whole = _kept(key, value)
        if not whole:
            wrong.append(key)
        if now is not None:
            kept[key] = now
    return kept, tuple(wrong)


def _kept(key: str, value: Any) -> tuple[Any, bool]:
    """What of a value can be used, and whether that is all of it."""
    if key in NAMES:
        if not isinstance(value, list):
            return None, False
        names = [name for name in value if _is_name(name)]
        return names or None, len(names) == len(value)
    if key in DATES:
        fits = isinstance(value, dict) and _is_date(value)
        return (value if fits else None), fits
    if key in TEXTS:
        fits = _is_plain(value)
        return (value if fits else None), fits
    fits = not isinstance(value, str) or _is_text(value)
    return (value if fits else None), fits


def _is_text(value: Any) -> bool:
    if not isinstance(value, str) or len(value) > MOST_TEXTS:
        return False
    try:
        value.encode("utf-8")  # JSON can write halves of characters, which no file holds
    except UnicodeEncodeError:
        return False
    return True


def _is_plain(value: Any) -> bool:
    """Whether it is a text or a number; a truth value is neither."""
    if isinstance(value, bool):
        return False
    if isinstance(value, int):
        return value.bit_length() < MOST_BITS
    return math.isfinite(value) if isinstance(value, float) else _is_text(value)


def _is_name(value: Any) -> bool:
    """Whether it is a mapping of texts with a name in it."""
    if not isinstance(value, dict):
        return False
    named = any(isinstance(value.get(part), str) for part in ("family", "given", "literal"))
    return named and all(_is_text(part) for part in value.values() if not isinstance(part, bool | int))


def _is_date(value: dict[str, Any]) -> bool:
    parts = value.get("date-parts")
    others = (part for key, part in value.items() if key != "date-parts")
    if not all(_is_plain(part) or isinstance(part, bool) for part in others if part is not None):
        return False
    if parts is None:
        return True
    if not isinstance(parts, list) or not 1 <= len(parts) <= 2:
        return False
    return all(isinstance(day, list) and 1 <= len(day) <= 3 and all(map(_is_number, day)) for day in parts)


def _is_number(part: Any) -> bool:
    """Whether it is a whole number of a year, month, day or season; Zotero writes some as texts."""
    if isinstance(part, str):
        text = part.strip().removeprefix("-")
        return text.isascii() and text.isdecimal() and len(text) <= len(str(LATEST_YEAR))
    return isinstance(part, int) and not isinstance(part, bool) and -LATEST_YEAR <= part <= LATEST_YEAR
