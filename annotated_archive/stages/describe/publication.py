"""The day of publication: told from the dates of updates, events, pictures, comments and copyright.

Comes in: the page's lines. Goes out: one date with its evidence, or none. None is better than a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from ...model import BY_HAND, Certainty, Found, Span
from ...text.dates import find_dates, weekday_number
from ...text.quotation_marks import OPENING_DOUBLE
from ...words import lexicon
from .dated_lines import LONGEST_LINE, Candidate, Meaning, candidates
from .doubts import signs_of_date, weighed
from .page import PARAGRAPHS_OF_HEAD, Line, Page, Zone

# Teasers follow each other in this many lines. A date that stands there thrice is no article's own.
LINES_OF_LIST = 12
MOST_REPEATED = 1
# So many characters of a paragraph can be its dateline.
LONGEST_OPENING = 80
_AFTER_DATELINE = tuple(f".–—-):|/{OPENING_DOUBLE}")


@dataclass(frozen=True, slots=True)
class Publication:
    """The day, the time if printed beside it, and the printed weekday if it contradicts the day."""

    date: Found[str] | None = None
    time: Found[str] | None = None
    contradiction: tuple[Span, str] | None = None


def publication(page: Page, language: str | None) -> Publication:
    """The day of publication, as certain as it is; none where it would rather be wrong than right."""
    found = candidates(page, language)
    published = first_found(page, language, found)
    if published.date is None:
        return published
    day = weighed(published.date, "date", signs_of_date(published.date, page, found))
    if day is None:
        return Publication()
    time = published.time
    if time is not None:
        time = replace(time, certainty=day.certainty, chance=day.chance)
    return replace(published, date=day, time=time)


def first_found(page: Page, language: str | None, found: list[Candidate]) -> Publication:
    """The day of publication by the first rule that finds one among the page's dates."""
    return (
        _by_hand(page, found)
        or _by_rules(_RULES, found)
        or _from_dateline(page, language)
        or _from_comments(page)
        or _by_rules(_LAST_RULES, found)
        or Publication()
    )


def _by_hand(page: Page, found: list[Candidate]) -> Publication | None:
    """The day on a line that a person called the dateline, wherever it stands."""
    decided = [c for c in found if c.line.rule == BY_HAND]
    if not decided:
        return None
    best = min(decided, key=lambda c: (c.meaning is not Meaning.PUBLISHED, c.printed.span.start))
    published = _published(best, BY_HAND, Certainty.CURATED)
    because = next(s.because for s in page.segments if s.span.start <= best.line.start < s.span.end)
    day, time = (
        replace(fact, because=because) if fact else None for fact in (published.date, published.time)
    )
    return replace(published, date=day, time=time)


def _by_rules(rules: tuple[Rule, ...], found: list[Candidate]) -> Publication | None:
    for rule in rules:
        fitting = [c for c in found if rule.fits(c)]
        if fitting and not (rule.alone and _is_crowded(fitting, found)):
            best = min(fitting, key=lambda c: (c.line.distance, c.printed.span.start))
            return _published(best, rule.name, rule.certainty)
    return None


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a date stands and what the words beside it say. `alone`: no other day may stand there."""

    name: str
    certainty: Certainty
    zones: tuple[Zone, ...]
    meaning: Meaning
    alone: bool = False
    within: int = 10_000

    def fits(self, candidate: Candidate) -> bool:
        """Whether the date may be found by this rule."""
        line = candidate.line
        return line.zone in self.zones and candidate.meaning is self.meaning and line.distance <= self.within


def _is_crowded(fitting: list[Candidate], candidates: list[Candidate]) -> bool:
    """Whether other lines nearby print dates of the same meaning: then it is a list, of teasers perhaps."""
    line, meaning = fitting[0].line, fitting[0].meaning
    days = {c.printed.edtf for c in fitting}
    near = [
        c
        for c in candidates
        if c.meaning is meaning and c.line != line and abs(c.line.number - line.number) <= LINES_OF_LIST
    ]
    return len(days) > 1 or any(c.printed.edtf not in days for c in near) or len(near) > MOST_REPEATED


# In this order: a labelled date before a bare one, the head before the tail, and a date of change only when
# no other is there. Above and below the article stand the teasers of others: there a bare date must be the
# only one, or touch the article.
_RULES = (
    Rule("date-published", Certainty.STATED, (Zone.HEAD, Zone.ABOVE), Meaning.PUBLISHED),
    Rule("date-in-head", Certainty.STATED, (Zone.HEAD,), Meaning.BARE, within=6),
    Rule("date-above-title", Certainty.STATED, (Zone.ABOVE,), Meaning.BARE, within=2),
    Rule("date-in-head", Certainty.STATED, (Zone.HEAD,), Meaning.BARE),
    Rule("date-above-title", Certainty.STATED, (Zone.ABOVE,), Meaning.BARE, alone=True),
    Rule("date-updated", Certainty.INFERRED, (Zone.HEAD, Zone.ABOVE), Meaning.UPDATED),
    Rule("date-published", Certainty.STATED, (Zone.TAIL,), Meaning.PUBLISHED),
    Rule("date-published", Certainty.STATED, (Zone.FAR,), Meaning.PUBLISHED, alone=True),
    Rule("date-below-text", Certainty.STATED, (Zone.TAIL,), Meaning.BARE, alone=True),
    Rule("date-updated", Certainty.INFERRED, (Zone.TAIL,), Meaning.UPDATED, alone=True),
)

# Some pages print the day below a summary, between the first paragraphs: a line of its own, and the only one.
_LAST_RULES = (Rule("date-between-paragraphs", Certainty.INFERRED, (Zone.TEXT,), Meaning.BARE, alone=True),)


# "29.11.2022 – …", "(21. November 2022) …", "Kairo, 14. Dezember 2021 – …", "31. Oktober 2023. …"
_OPENING = re.compile(r"\(?(?:[^\W\d_][\w -]{1,30},\s+(?:den\s+)?)?$")


def _from_dateline(page: Page, language: str | None) -> Publication | None:
    """The date with which one of the first paragraphs opens, behind its place if it names one."""
    for segment in page.paragraphs[: PARAGRAPHS_OF_HEAD + 1]:
        start = segment.span.start
        opening = page.saved.text[start : min(segment.span.end, start + LONGEST_OPENING)]
        printed = next(iter(find_dates(opening, language)), None)
        if printed is None or not printed.is_day or not _OPENING.fullmatch(opening[: printed.span.start]):
            continue
        if not opening[printed.span.end :].lstrip().startswith(_AFTER_DATELINE) and not printed.time:
            continue
        line = Line(opening, start, segment.kind, segment.rule, False, Zone.TEXT, 0, 0)
        return _published(Candidate(line, printed, Meaning.BARE), "dateline", Certainty.STATED)
    return None


def _published(candidate: Candidate, rule: str, certainty: Certainty) -> Publication:
    printed = candidate.printed
    sign = "?" if printed.weekday else ""
    return Publication(
        Found(printed.edtf + sign, candidate.span, rule, certainty),
        Found(printed.time, candidate.span, rule, certainty) if printed.time else None,
        (candidate.span, printed.weekday) if printed.weekday else None,
    )


_ON_WEEKDAY = re.compile(rf"\b(?:{'|'.join(lexicon.load('dates')['on_weekday'])})\s+([^\W\d_]{{5,10}})\b")


def _from_comments(page: Page) -> Publication | None:
    """The first comment's day, if the text calls the day of its news by that weekday."""
    days = [
        printed
        for line in page.zone(Zone.COMMENTS)
        if len(line.text) < LONGEST_LINE
        for printed in find_dates(line.text)
        if printed.is_day
    ]
    if not days:
        return None
    first = min(printed.first_day for printed in days)
    for segment in page.paragraphs:
        text = segment.span.of(page.saved.text)
        for match in _ON_WEEKDAY.finditer(text):
            number = weekday_number(match[1])
            if number is None:
                continue
            if number != date.fromisoformat(first).weekday():
                return None
            start = segment.span.start
            span = Span(start + match.start(), start + match.end())
            return Publication(Found(first, span, "date-of-first-comment", Certainty.INFERRED))
    return None
