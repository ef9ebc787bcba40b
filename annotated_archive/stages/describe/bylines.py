"""Authors: bylines with a label (`Von Erika Muster`), and names that stand where only an author's stands.

Comes in: the page's lines. Goes out: authors and agencies in the order of print, each with its evidence.
A name without label counts only when it begins with a known first name and the article itself does not
speak of that person: it may be the one who is portrayed, not the one who writes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...kinds import EVIDENCE, Kind
from ...model import BY_HAND, Certainty, Found, Span
from ...text.dates import find_dates
from ...words import lexicon
from . import byline_form as form
from . import names
from .credits import Credits
from .page import Line, Page, Zone
from .signatures import signatures

# `Von unserem Korrespondenten Max Muster`
_OURS = re.compile(
    rf"(?:{lexicon.alternatives('bylines', 'ours')})\s+"
    rf"(?:[\w-]*(?:{lexicon.alternatives('bylines', 'staff')})\w*)\s+",
    re.IGNORECASE,
)
LONGEST_BYLINE = 160
# A name alone stands at most so far below the title, or directly above it or below the text.
LINES_OF_LONE_NAME = 6
# How far below the text a byline may stand: further down stand the teasers' authors.
LINES_OF_LAST_BYLINE = 4
# How far from the date of publication a byline may stand, wherever that is.
LINES_FROM_DATE = 3
_ZONES = frozenset({Zone.ABOVE, Zone.HEAD, Zone.TAIL})


def credits(page: Page, day: Span | None) -> tuple[tuple[Found[str], ...], tuple[Found[str], ...]]:
    """Authors and agencies of the text; `day` is where its date of publication stands."""
    near, head, tail = _places(page, day)
    found = Credits()
    _by_hand(page, found)
    for rule, places in (
        (_labelled, (near, head, tail)),
        (_beside_date, (near, [x for x in head if x.zone is Zone.HEAD])),
        (_alone, (head, tail)),
    ):
        for place in places:
            if not found.authors:
                rule(page, place, found)
    signed = signatures(page)
    # An editor's code says nothing new where the author signs in full.
    authors = found.authors or signed.authors
    return tuple(authors.values()), tuple({**found.agencies, **signed.agencies}.values())


def _by_hand(page: Page, found: Credits) -> None:
    """The lines that a person called bylines, wherever they stand: their names count as they are printed."""
    decided = {s.span: s.because for s in page.segments if s.rule == BY_HAND and s.kind is Kind.BYLINE}
    for span, because in decided.items():
        text = span.of(page.saved.text)
        label = form.label().match(text)
        at = label.end() if label and label.end() < len(text) else 0
        named = Credits()
        _names(text[at:], span.start + at, named)
        if not len(named):
            words = text[at:].strip()
            named.author(words, span, BY_HAND, Certainty.CURATED)
        for name, author in named.authors.items():
            found.authors.setdefault(name, replace(author, certainty=Certainty.CURATED, because=because))
        for name, agency in named.agencies.items():
            found.agencies.setdefault(name, replace(agency, certainty=Certainty.CURATED, because=because))


def _places(page: Page, day: Span | None) -> tuple[list[Line], list[Line], list[Line]]:
    """What can be a byline near the date, in the head and in the tail; words about a picture are cut."""
    dated = next((x.number for x in page.lines if day and x.start <= day.start < x.start + len(x.text)), None)
    near, head, tail = [], [], []
    for line in page.lines:
        is_near = dated is not None and abs(line.number - dated) <= LINES_FROM_DATE
        if not (is_near or line.zone in _ZONES) or not _may_speak(line):
            continue
        if not (words := names.before_media(line.text)):
            continue
        line = line._replace(text=words)
        if is_near:
            near.append(line)
        if line.zone in (Zone.HEAD, Zone.ABOVE):
            head.append(line)
        elif line.zone is Zone.TAIL and line.distance <= LINES_OF_LAST_BYLINE:
            tail.append(line)
    return near, head, tail


def _may_speak(line: Line) -> bool:
    """Whether a line can be a byline."""
    return (
        line.zone is not Zone.COMMENTS
        and len(line.text) <= LONGEST_BYLINE
        and not line.is_paragraph
        and line.kind not in (Kind.TITLE, Kind.LINK)
        and (line.rule != BY_HAND or line.kind in EVIDENCE)  # a person said what else it is
    )


def _labelled(_: Page, lines: list[Line], found: Credits) -> None:
    """Bylines with a label: in the line, or in the lines below a label that stands alone."""
    for i, line in enumerate(lines):
        match = form.label().match(line.text)
        if match is None:
            continue
        if match.end() < len(line.text):
            words = line.text[match.end() :] + _wrapped(line, lines[i + 1 : i + 2])
            _names(words, line.start + match.end(), found, weak=bool(match["weak"]))
        else:
            _names_below(lines[i + 1 :], found)
        if found.authors:
            return


def _wrapped(line: Line, below: list[Line]) -> str:
    """The line below, if this one's list of names goes on there: `Von Erika Muster, Max` / `Beispiel`."""
    if not below or below[0].start != line.start + len(line.text) + 1 or below[0].is_paragraph:
        return ""
    *before, (_, last) = form.parts(line.text)
    open_list = bool(before) and (not last.strip() or (" " not in last and names.has_first_name(last)))
    return f" {below[0].text}" if open_list and below[0].text[:1].isupper() else ""


def _names_below(lines: list[Line], found: Credits) -> None:
    for line in lines:
        known = len(found)
        if line.kind is not Kind.CAPTION:
            _names(line.text, line.start, found)
        if len(found) == known and not form.joins_names(line.text):
            return


def names_of(text: str, span: Span, found: Credits) -> None:
    """The names of a byline that a database gives: `Muster, Erika; Muster, Max`, `By Jane Sample`."""
    label = form.label().match(text)
    at = label.end() if label else 0
    for piece in re.finditer(r"[^;/]+", text[at:]):
        bare = piece[0].strip()
        start = span.start + at + piece.start() + piece[0].index(bare) if bare else span.start
        where = Span(min(start, span.end), min(start + len(bare), span.end))
        if (name := names.inverted(bare, certain=False)) is not None:
            found.author(name, where, "byline-inverted", Certainty.STATED)
        elif bare:
            _names(bare, where.start, found)


def _names(text: str, start: int, found: Credits, weak: bool = False) -> None:
    """The names behind a label: `Erika Muster und Max Muster, Kairo`."""
    dates = find_dates(text)
    text = text[: dates[0].span.start] if dates else text
    if (ours := _OURS.match(text)) is not None:
        text, start = text[ours.end() :], start + ours.end()
    if (name := names.inverted(text.strip(), certain=True)) is not None:
        found.author(name, Span(start, start + len(text.rstrip())), "byline-inverted", Certainty.STATED)
        return
    for at, part in form.parts(text):
        bare = form.labelled_name(part)
        if not bare:
            continue
        span = Span(start + at, start + at + len(part.rstrip()))
        bare, agency = names.split_agency(bare) if names.agency(bare) is None else ("", names.agency(bare))
        if agency is not None:
            found.agency(agency, span, "byline")
        if not bare:
            continue
        if (name := names.department(bare)) is not None:
            found.author(name, span, "byline-department", Certainty.STATED)
        elif (name := names.person(bare)) is not None and (not weak or names.has_first_name(name)):
            found.author(name, span, "byline", Certainty.STATED)
        elif not found.authors and _is_single(single := form.single_name(part), bool(dates)):
            found.author(single, span, "byline-single-name", Certainty.STATED)
        elif not found.authors:
            return


def _is_single(name: str, is_dated: bool) -> bool:
    """A name of one word counts beside a date, or when it is a first name."""
    return names.is_single(name) and (is_dated or names.has_first_name(name))


def _beside_date(page: Page, lines: list[Line], found: Credits) -> None:
    """A name that shares its line with the date, or stands in the line above or below it."""
    for i, line in enumerate(lines):
        dates = [printed for printed in find_dates(line.text) if printed.is_day]
        if not dates:
            continue
        at = 0
        for end, following in [(d.span.start, d.span.end) for d in dates] + [(len(line.text), 0)]:
            _beside(page, line.text[at:end], line.start + at, found)
            at = following
        for near in (i - 1, i + 1):
            if not found.authors and 0 <= near < len(lines) and _is_names(lines[near], True):
                _unlabelled(page, lines[near].text, lines[near].start, "byline-beside-date", found)
                _further(page, lines[near + near - i :: near - i], "byline-beside-date", found)
        if found.authors:
            return


def _further(page: Page, lines: list[Line], rule: str, found: Credits) -> None:
    """More authors, each on a line of their own, next to one that was found; `und` may stand between."""
    for line in lines if found.authors else ():
        if not form.joins_names(line.text) and not _is_names(line, False):
            break
        _unlabelled(page, line.text, line.start, rule, found)
    found.sort()


def _beside(page: Page, text: str, start: int, found: Credits) -> None:
    label = form.label_beside_date().match(text)
    if label is None:
        _unlabelled(page, text, start, "byline-in-dateline", found)
        return
    rest = text[label.end() :]
    first = form.first_part(rest)
    _names(first, start + label.end(), found)
    single = form.single_name(first)
    if not found.authors and names.is_single(single):
        span = Span(start + label.end(), start + label.end() + len(first.rstrip()))
        found.author(single, span, "byline-single-name", Certainty.STATED)


def _unlabelled(page: Page, text: str, start: int, rule: str, found: Credits) -> None:
    for at, part in form.parts(text):
        bare = form.bare_name(part)
        span = Span(start + at, start + at + len(part.rstrip()))
        if (agency := names.agency(bare)) is not None:
            found.agency(agency, span, rule)
        elif (name := names.person(bare)) is not None and names.has_first_name(name):
            if not page.speaks_of(names.without_title(name)):
                found.author(name, span, rule, Certainty.INFERRED)
        elif found.authors:
            return


def _is_names(line: Line, with_agencies: bool) -> bool:
    """Whether a line is nothing but names of people and their functions, and agencies perhaps."""
    if line.kind is Kind.CAPTION or form.label().match(line.text):
        return False
    parts = [form.bare_name(part) for _, part in form.parts(line.text)]
    return all(names.is_credit(part) and (with_agencies or not names.agency(part)) for part in parts)


def _alone(page: Page, lines: list[Line], found: Credits) -> None:
    """A line of names: below the title, directly above it, or directly below the text."""
    for i, line in enumerate(lines):
        if line.distance > _reach(line):
            continue
        if (name := names.department(line.text)) is not None and line.zone is Zone.HEAD:
            found.author(name, line.span, "byline-department", Certainty.INFERRED)
        elif _is_names(line, False):  # without a date beside it, an agency is a picture's
            _unlabelled(page, line.text, line.start, "byline-name-alone", found)
            _further(page, lines[i + 1 :], "byline-name-alone", found)
        if found.authors:
            return


def _reach(line: Line) -> int:
    if line.zone is Zone.HEAD:
        return LINES_OF_LONE_NAME
    return LINES_OF_LAST_BYLINE if line.text.startswith(("–", "—", "- ")) else 1
