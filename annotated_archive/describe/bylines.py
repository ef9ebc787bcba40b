"""Authors: bylines with a label (`Von Erika Muster`), and names that stand where only an author's stands.

Comes in: the page's lines. Goes out: authors and agencies in the order of print, each with its evidence.
A name without label counts only when it begins with a known first name and the article itself does not
speak of that person: it may be the one who is portrayed, not the one who writes.
"""

from __future__ import annotations

import re
from functools import cache

from .. import lexicon
from ..dates import find_dates
from ..model import Certainty, Found, Kind, Span
from . import names
from .credits import Credits
from .page import Line, Page, Zone
from .signatures import signatures

LONGEST_BYLINE = 160
# A name alone stands at most so far below the title, and directly above it or below the text.
LINES_OF_LONE_NAME = 6
# How far below the text a byline may stand: further down stand the teasers' authors.
LINES_OF_LAST_BYLINE = 4
_SEPARATOR = re.compile(r"\s*(?:[,;|•·/&+]|\s[–—-]\s|\b(?:und|and|et|mit|with|avec|sowie)\b)\s*")
# What may follow a name in its line: a place or time, a parenthesis, a note.
_REST = re.compile(
    r"\s+(?:am|on|On|le|um|in|im|aus|für|at|Stand|Uhr|Lesezeit|Lesedauer|Erstellt|Veröffentlicht)(?:\s.*|$)"
    r"|\s*[(\[].*$|[:@].*$"
)
_EDGE = " \t–—-|•·/*,"


@cache
def _label() -> re.Pattern[str]:
    lists = lexicon.sections("bylines")
    genres = "|".join(map(re.escape, lists["genres"]))
    labels = "|".join(map(re.escape, sorted(lists["labels"], key=len, reverse=True)))
    return re.compile(
        rf"(?:[^\W\d_]{{3,6}}\s+)?(?:{genres})\s+(?:von|by)[:\s]+"
        rf"|(?:{labels})(?:\s*[:/|]\s*|\s+(?=[^\W\d_])|$)",
        re.IGNORECASE,
    )


@cache
def _inner_label() -> re.Pattern[str]:
    """A label beside a date within a line; the name may be glued to it: "Veröffentlicht vonErika Muster"."""
    return re.compile(r"(?:^|(?<=[\s,|·•]))(?:[Vv]on|[Vv]om|[Bb]y|[Pp]ar)(?:\s+(?=\w)|(?=[A-ZÄÖÜ]))")


def credits(page: Page) -> tuple[tuple[Found[str], ...], tuple[Found[str], ...]]:
    """Authors and agencies of the text."""
    found = Credits()
    head = [line for line in page.zone(Zone.HEAD, Zone.ABOVE) if _may_speak(line)]
    tail = [
        line
        for line in page.zone(Zone.TAIL)
        if _may_speak(line) and line.distance <= LINES_OF_LAST_BYLINE
    ]
    for rule in (_labelled, _beside_date, _alone):
        for lines in (head, tail):
            if not found.authors:
                rule(page, lines, found)
    signed = signatures(page)
    # An editor's code says nothing new where the author signs in full.
    authors = found.authors or signed.authors
    return tuple(authors.values()), tuple({**found.agencies, **signed.agencies}.values())


def _may_speak(line: Line) -> bool:
    return line.kind not in (Kind.TITLE, Kind.LINK) and len(line.text) <= LONGEST_BYLINE


def _labelled(_: Page, lines: list[Line], found: Credits) -> None:
    """Bylines with a label: in the line, or in the lines below a label that stands alone."""
    for i, line in enumerate(lines):
        match = _label().match(line.text)
        if match is None:
            continue
        if match.end() < len(line.text):
            _names(line.text[match.end() :], line.span.start + match.end(), found)
        else:
            for below in lines[i + 1 :]:
                known = len(found)
                if below.kind is not Kind.CAPTION:
                    _names(below.text, below.span.start, found)
                if len(found) == known:
                    break
        if found.authors:
            return


def _names(text: str, start: int, found: Credits) -> None:
    """The names behind a label: `Erika Muster und Max Muster, Kairo`."""
    dates = find_dates(text)
    text = text[: dates[0].span.start] if dates else text
    parts = _parts(text)
    for at, part in parts:
        bare = _REST.sub("", part).strip(_EDGE)
        if not bare:
            continue
        span = Span(start + at, start + at + len(part.rstrip()))
        if (name := names.agency(bare)) is not None:
            found.agency(name, span, "byline")
        elif (name := names.department(bare)) is not None:
            found.author(name, span, "byline-department", Certainty.STATED)
        elif (name := names.person(bare)) is not None:
            found.author(name, span, "byline", Certainty.STATED)
        elif names.is_single(bare) and not found.authors and (dates or names.has_first_name(bare)):
            found.author(bare, span, "byline-single-name", Certainty.STATED)
        elif not found.authors:
            return


def _parts(text: str) -> list[tuple[int, str]]:
    """The text between separators, each with its offset."""
    parts, at = [], 0
    for match in _SEPARATOR.finditer(text):
        parts.append((at, text[at : match.start()]))
        at = match.end()
    return [*parts, (at, text[at:])]


def _beside_date(page: Page, lines: list[Line], found: Credits) -> None:
    """A name that shares its line with the date, or stands in the line above or below it."""
    for i, line in enumerate(lines):
        dates = [printed for printed in find_dates(line.text) if printed.is_day]
        if not dates:
            continue
        at = 0
        for end, following in [(d.span.start, d.span.end) for d in dates] + [(len(line.text), 0)]:
            _beside(page, line.text[at:end], line.span.start + at, found)
            at = following
        for near in (i - 1, i + 1):
            if not found.authors and 0 <= near < len(lines) and lines[near].kind is not Kind.CAPTION:
                _unlabelled(page, lines[near].text, lines[near].span.start, "byline-beside-date", found)
        if found.authors:
            return


def _beside(page: Page, text: str, start: int, found: Credits) -> None:
    label = _inner_label().search(text)
    if label:
        _names(_first_part(text[label.end() :]), start + label.end(), found)
        single = _REST.sub("", text[label.end() :]).strip(_EDGE)
        if not found.authors and names.is_single(single):
            span = Span(start + label.end(), start + len(text.rstrip()))
            found.author(single, span, "byline-single-name", Certainty.STATED)
    else:
        _unlabelled(page, text, start, "byline-in-dateline", found)


def _first_part(text: str) -> str:
    return re.split(r"[/|•·]|\s[–—-]\s", text, maxsplit=1)[0]


def _unlabelled(page: Page, text: str, start: int, rule: str, found: Credits) -> None:
    for at, part in _parts(text):
        bare = _REST.sub("", part).strip(_EDGE)
        span = Span(start + at, start + at + len(part.rstrip()))
        if (agency := names.agency(bare)) is not None:
            found.agency(agency, span, rule)
        elif (name := names.person(bare)) is not None and names.has_first_name(name):
            if not page.speaks_of(name):
                found.author(name, span, rule, Certainty.INFERRED)


def _alone(page: Page, lines: list[Line], found: Credits) -> None:
    """A line that is only a name: below the title, directly above it, or directly below the text."""
    for line in lines:
        if line.kind is Kind.CAPTION or line.distance > _reach(line.zone):
            continue
        if len(_parts(line.text)) == 1:
            _unlabelled(page, line.text, line.span.start, "byline-name-alone", found)
        if found.authors:
            return


def _reach(zone: Zone) -> int:
    return LINES_OF_LONE_NAME if zone is Zone.HEAD else 1
