"""What the labelled lines of a database's export say: they are facts as they stand.

Comes in: the hints of a saved text whose source is a field. Goes out: found values by field of `Description`.
Where a file has such lines, no rule looks for the same facts in the text beside them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from babel import Locale

from ...kinds import READABLE, Kind
from ...knowledge.outlets import Directory
from ...model import Certainty, Found, Hint, SavedText, Segment
from ...problems import Problem
from .bylines import names_of
from .credits import Credits

RULE = "export-label"
PLAIN = ("date", "time", "rights", "section", "page", "edition", "words", "accession")
# A file that names this many words and holds less than this share of them lost a part of its text.
FEWEST_WORDS, LEAST_SHARE = 100, 0.5
_PLACE = re.compile(r"\s*[(,–-]\s*[^()]*\)?$")  # `Der Anzeiger (Musterstadt)`
_TEXT = READABLE | {Kind.CAPTION}  # what a database counts as an article's words


def fields(saved: SavedText) -> dict[str, list[Hint]]:
    """The labelled lines' hints by field; empty where the file is no export."""
    found: dict[str, list[Hint]] = {}
    for hint in saved.hints:
        if hint.source == "field":
            found.setdefault(hint.field, []).append(hint)
    return found


def stated(told: Mapping[str, list[Hint]], known: Directory, on: date | None) -> dict[str, Any]:
    """The facts of an export, by field of `Description`; what it does not say is None or not there."""
    facts: dict[str, Any] = {"date": None, "time": None, "url": None, "rights": None, "outlet": None}
    for field in PLAIN:
        if field in told:
            facts[field] = _found(told[field][0])
    if "url" in told and (address := re.search(r"https?://\S+", told["url"][0].value)):
        facts["url"] = _found(told["url"][0], address[0].rstrip(".,;>)"))
    if "outlet" in told:
        facts["outlet"] = _found(told["outlet"][0], _outlet(told["outlet"][0].value, known, on))
    if "authors" in told:
        credits = Credits()
        for hint in told["authors"]:
            if hint.span is not None:
                names_of(hint.value, hint.span, credits)
        facts["authors"] = tuple(credits.authors.values())
        facts["agencies"] = tuple(credits.agencies.values())
    return facts


def _found(hint: Hint, value: str | None = None) -> Found[str]:
    return Found(value if value is not None else hint.value, hint.span, RULE, Certainty.STATED)


def _outlet(name: str, known: Directory, on: date | None) -> str:
    """The outlet's id, or its name as printed."""
    for form in (name, _PLACE.sub("", name)):
        if found := known.named(form, on):
            return found.id
    return name


def language_of(told: Mapping[str, list[Hint]]) -> Found[str] | None:
    """The language that the export names, for a text too short to tell it."""
    for hint in told.get("lang", ()):
        word = re.split(r"[;,(/-]", hint.value.casefold())[0].strip()
        if tag := _tags().get(word):
            return _found(hint, tag)
    return None


@cache
def _tags() -> dict[str, str]:
    return {
        str(name).casefold(): str(tag)
        for locale in ("en", "de", "fr", "es", "it", "nl")
        for tag, name in Locale(locale).languages.items()
        if len(str(tag)) == 2
    }


def too_short(saved: SavedText, segments: tuple[Segment, ...], words: Found[str] | None) -> list[Problem]:
    """The problem of a text with far fewer words than its file says."""
    if words is None or not words.value.isdigit() or int(words.value) < FEWEST_WORDS:
        return []
    text = " ".join(segment.span.of(saved.text) for segment in segments if segment.kind in _TEXT)
    count = len(text.split())
    if count >= LEAST_SHARE * int(words.value) or not re.search(r"[A-Za-zА-я]{3}", text):
        return []
    line = saved.line_of(words.span.start) if words.span else None
    finding = f"The file says that this article has {words.value} words, but {count} are here."
    remedy = "Export it again, or leave it if the file's number counts something else."
    return [Problem(saved.file, line, "S003", finding, remedy)]
