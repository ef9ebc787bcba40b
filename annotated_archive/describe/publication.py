"""The day of publication: told from the dates of updates, events, pictures, comments and copyright.

Comes in: the page's lines. Goes out: one date with its evidence, or none. None is better than a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from .. import lexicon
from ..dates import PrintedDate, find_dates, weekday_number
from ..model import Certainty, Found, Kind, Span
from .page import Line, Page, Zone

# A line that is only a date has few other words; a line of text that mentions a date has more.
MOST_WORDS_BESIDE = 7
LONGEST_LINE = 240
_YEAR = re.compile(r"(?:19|20)\d\d|\d\d\.\d\d\.\d\d|dpa:\d")


class Meaning(StrEnum):
    """What a printed date is the date of, as far as the words beside it say."""

    PUBLISHED = "published"
    UPDATED = "updated"
    OTHER = "other"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that may be the day of publication."""

    line: Line
    printed: PrintedDate
    meaning: Meaning

    @property
    def span(self) -> Span:
        """Where the date stands in the saved text."""
        start = self.line.span.start
        return Span(start + self.printed.span.start, start + self.printed.span.end)


@dataclass(frozen=True, slots=True)
class Publication:
    """The day, the time if printed beside it, and the printed weekday if it contradicts the day."""

    date: Found[str] | None = None
    time: Found[str] | None = None
    contradiction: tuple[Span, str] | None = None


@cache
def _meanings() -> tuple[tuple[Meaning, re.Pattern[str]], ...]:
    lists = lexicon.sections("datelines")
    return tuple(
        (meaning, re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, lists[meaning])) + r")", re.IGNORECASE))
        for meaning in (Meaning.PUBLISHED, Meaning.UPDATED, Meaning.OTHER)
    )


def meaning_of(words: str) -> Meaning:
    """What the words beside a date say it is; the label nearest to the date, at the end, decides."""
    nearest, at = Meaning.BARE, -1
    for meaning, pattern in _meanings():
        for match in pattern.finditer(words):
            if match.start() > at:
                nearest, at = meaning, match.start()
    return nearest


def publication(page: Page, language: str | None) -> Publication:
    """The day of publication by the first rule that finds one."""
    candidates = _candidates(page, language)
    for rule, certainty, zones, meanings, alone in _RULES:
        fitting = [c for c in candidates if c.line.zone in zones and c.meaning in meanings]
        if alone:
            fitting = fitting if len({c.printed.edtf for c in fitting}) == 1 else []
        if fitting:
            best = min(fitting, key=lambda c: (c.line.distance, c.printed.span.start))
            return _published(best, rule, certainty)
    return _from_comments(page) or Publication()


# In this order: a labelled date before a bare one, the head before the tail, and a date of change only when
# no other is there. In the tail stand the teasers of other articles: there a bare date must be the only one.
_RULES = (
    ("date-published", Certainty.STATED, {Zone.HEAD, Zone.ABOVE}, {Meaning.PUBLISHED}, False),
    ("date-in-head", Certainty.STATED, {Zone.HEAD}, {Meaning.BARE}, False),
    ("date-above-title", Certainty.STATED, {Zone.ABOVE}, {Meaning.BARE}, True),
    ("date-updated", Certainty.INFERRED, {Zone.HEAD, Zone.ABOVE}, {Meaning.UPDATED}, False),
    ("date-published", Certainty.STATED, {Zone.TAIL}, {Meaning.PUBLISHED}, False),
    ("date-below-text", Certainty.STATED, {Zone.TAIL}, {Meaning.BARE}, True),
    ("date-updated", Certainty.INFERRED, {Zone.TAIL}, {Meaning.UPDATED}, True),
)


def _candidates(page: Page, language: str | None) -> list[Candidate]:
    found: list[Candidate] = []
    above = ""
    for line in page.lines:
        before, above = above, line.text
        if line.zone in (Zone.FAR, Zone.COMMENTS) or line.kind is Kind.CAPTION or line.zone is Zone.TEXT:
            continue
        if len(line.text) > LONGEST_LINE or not _YEAR.search(line.text):
            continue
        days = [printed for printed in find_dates(line.text, language) if printed.is_day]
        end = 0
        for printed in days:
            words = line.text[end : printed.span.start]
            if not words.strip() and end == 0 and len(before) < 60:
                words = before
            found.append(Candidate(line, printed, _meaning(line, words, printed)))
            end = printed.span.end
    return found


def _meaning(line: Line, before: str, printed: PrintedDate) -> Meaning:
    meaning = meaning_of(before)
    if meaning is Meaning.BARE:
        after = line.text[printed.span.end :]
        meaning = meaning_of(after)
        beside = len((line.text[: printed.span.start] + " " + after).split())
        if meaning in (Meaning.BARE, Meaning.OTHER) and (beside > MOST_WORDS_BESIDE or _is_copyright(line)):
            meaning = Meaning.OTHER
    return meaning


def _is_copyright(line: Line) -> bool:
    return "©" in line.text or "Copyright" in line.text


def _published(candidate: Candidate, rule: str, certainty: Certainty) -> Publication:
    printed = candidate.printed
    sign = "?" if printed.weekday else ""
    return Publication(
        Found(printed.edtf + sign, candidate.span, rule, certainty),
        Found(printed.time, candidate.span, rule, certainty) if printed.time else None,
        (candidate.span, printed.weekday) if printed.weekday else None,
    )


_ON_WEEKDAY = re.compile(r"\b(?:[Aa]m|[Oo]n|[Cc]e)\s+([^\W\d_]{5,10})\b")


def _from_comments(page: Page) -> Publication | None:
    """The first comment's day, if the text calls the day of its news by that weekday."""
    days = [
        printed
        for line in page.zone(Zone.COMMENTS)
        if len(line.text) < LONGEST_LINE and _YEAR.search(line.text)
        for printed in find_dates(line.text)
        if printed.is_day
    ]
    if not days:
        return None
    first = min(printed.edtf for printed in days)
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
