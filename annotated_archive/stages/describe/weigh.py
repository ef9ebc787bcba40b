"""A web page's own metadata, weighed against what its text says.

Comes in: what the rules found in the text, and the page's hints. Goes out: the description, and a problem
where text and metadata name different days. The weights are measured: a title from the text is right most
often where the metadata knows most of its words; a day from the metadata is right more often than one from
the text, and where the two differ, neither is used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from ...knowledge.outlets import fold_name, host_of
from ...model import Certainty, Description, Found, Hint, SavedText
from ...problems import Problem
from ...text.paragraphs import fold
from ...words import lexicon
from . import names
from .page import Page

SOFT_HYPHEN = "\u00ad"
AGREES = 0.6  # share of a title's words that the metadata must know
_STROKE = re.compile(r"\s+[|•·–—-]\s+")
_WORD = re.compile(r"\w+")
_DAY = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
# Whose address it is: what the page was saved from is surest; what pages call their canonical address may be
# the outlet's front page.
ADDRESSES = ("read-later", "saved-by-singlefile", "saved-by-browser", "canonical", "json-ld", "og")
DAYS = ("json-ld", "og", "microdata", "read-later")
TITLES = ("og", "json-ld", "html-title", "read-later")


def weigh(page: Page, found: Description) -> tuple[Description, tuple[Problem, ...]]:
    """The description with the metadata's facts where they count for more than the text's."""
    saved = page.saved
    hints = [hint for hint in saved.hints if hint.source != "field"]
    if not hints:
        return found, ()
    changes: dict[str, Any] = {"title": _title(found.title, hints)}
    problems: list[Problem] = []
    told = _day(hints, saved, found)
    if told is not None:
        if found.date is None or _among(told.value, found.date.value):
            # Two who say the same leave no doubt.
            changes["date"] = (
                replace(found.date, certainty=Certainty.STATED, chance=None) if found.date else told
            )
        else:
            changes["date"] = changes["time"] = None
            problems.append(_contradiction(saved, found.date, told))
    if not found.authors:
        changes["authors"] = _authors(hints)
    return replace(found, **changes), tuple(problems)


def address(hints: Sequence[Hint]) -> Found[str] | None:
    """The page's own address by the surest of its hints."""
    for source in ADDRESSES:
        for hint in hints:
            if hint.field == "url" and hint.source == source and re.match(r"https?://[^/]+/.", hint.value):
                return Found(hint.value, None, f"address-{source}", Certainty.STATED)
    return None


def _among(day: str, printed: str) -> bool:
    """Whether the day is the printed one, or one of an issue's days."""
    first, _, last = printed.partition("/")
    return first <= day <= last if last else day == printed


def _told(hints: Sequence[Hint], field: str, sources: Sequence[str]) -> list[Hint]:
    return [hint for source in sources for hint in hints if (hint.field, hint.source) == (field, source)]


def _title(ours: Found[str] | None, hints: Sequence[Hint]) -> Found[str] | None:
    told = _told(hints, "title", TITLES)
    if ours is None and (largest := _told(hints, "title", ("largest-type",))):
        return Found(fold(largest[0].value), largest[0].span, "title-largest-type", Certainty.STATED)
    if not told:
        return ours
    if ours is not None and any(_agrees(ours.value, hint.value) for hint in told):
        return ours
    for heading in _told(hints, "title", ("h1",)):
        if any(_agrees(heading.value, hint.value) for hint in told):
            return Found(
                fold(heading.value.replace(SOFT_HYPHEN, "")), heading.span, "title-heading", Certainty.STATED
            )
    stated = next((hint for hint in told if hint.source in ("og", "json-ld")), None)
    if stated is None:
        return ours
    return Found(_without_outlet(stated.value), None, f"title-{stated.source}", Certainty.STATED)


def _agrees(one: str, other: str) -> bool:
    words = _words(one)
    known = set(_words(other))
    behind = set(_words(_STROKE.split(other)[-1])) if _STROKE.search(other) else set()
    if words and behind.issuperset(words):
        return False  # the outlet's name behind the title, which may head the page as well
    return bool(words) and sum(word in known for word in words) >= AGREES * len(words)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace(SOFT_HYPHEN, "").casefold())


def _without_outlet(title: str) -> str:
    """A title without the outlet behind a stroke: `A bridge is repaired | The Tidings`."""
    cut = re.split(r"\s+[|•·]\s+", title)
    return fold(cut[0] if len(cut) > 1 and len(cut[0].split()) >= 3 else title)


def _day(hints: Sequence[Hint], saved: SavedText, found: Description) -> Found[str] | None:
    """The day of publication in the outlet's own zone."""
    for hint in _told(hints, "date", DAYS):
        if day := day_in_zone(hint.value, _zone(hints, found)):
            return Found(day, None, f"date-{hint.source}", Certainty.STATED)
    return None


def day_in_zone(moment: str, zone: str | None) -> str | None:
    """The day of a moment: `day_in_zone("2019-03-11T23:30:00Z", "Europe/Berlin") == "2019-03-12"`."""
    match = _DAY.match(moment.strip())
    if match is None:
        return None
    try:
        instant = datetime.fromisoformat(moment.strip().replace(" ", "T", 1))
    except ValueError:
        return _valid(match[0])
    if zone and instant.utcoffset() == timedelta(0) and len(moment.strip()) > len("2019-03-12"):
        return f"{instant.astimezone(ZoneInfo(zone)):%Y-%m-%d}"
    return f"{instant:%Y-%m-%d}"


def _valid(day: str) -> str | None:
    try:
        return f"{datetime.fromisoformat(day):%Y-%m-%d}"
    except ValueError:
        return None


def _zone(hints: Sequence[Hint], found: Description) -> str | None:
    """The zone of the outlet's country, by the ending of its address or else by the page's language."""
    zones = lexicon.load("zones")
    url = found.url or address(hints)
    ending = host_of(url.value).rpartition(".")[2] if url else ""
    if ending in zones["countries"]:
        return str(zones["countries"][ending])
    lang = found.lang.value if found.lang else None
    return zones["languages"].get(lang) if lang else None


def _contradiction(saved: SavedText, ours: Found[str], told: Found[str]) -> Problem:
    line = saved.line_of(ours.span.start) if ours.span else None
    finding = f"The page prints {ours.value} as its day, and its metadata says {told.value}."
    remedy = f'Give the right day as "date" in curation/articles/{saved.key}.yml.'
    return Problem(saved.file, line, "D006", finding, remedy)


_BETWEEN = re.compile(rf"\s*(?:[,;/|]|\b(?:{lexicon.alternatives('bylines', 'between')})\b)\s*")


def _authors(hints: Sequence[Hint]) -> tuple[Found[str], ...]:
    """The people whom the metadata names and who are not the outlet."""
    publishers = {fold_name(hint.value) for hint in hints if hint.field == "publisher"}
    found: dict[str, Found[str]] = {}
    for hint in _told(hints, "authors", ("json-ld", "read-later")):
        if fold_name(hint.value) in publishers:
            continue
        for part in _BETWEEN.split(hint.value):
            name = names.person(part)
            if name is not None and names.agency(name) is None:
                found.setdefault(name, Found(name, None, f"author-{hint.source}", Certainty.STATED))
    return tuple(found.values())
