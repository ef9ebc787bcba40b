"""Lines with a date, and what the words beside it say that it is the date of.

Comes in: the page's lines. Goes out: candidates for the day of publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ...model import BY_HAND, Kind, Span
from ...text.dates import PrintedDate, find_dates
from ...words import lexicon
from .page import Line, Page, Zone

# A line that is only a date has few other words; a line of text that mentions a date has more.
MOST_WORDS_BESIDE = 7
# Behind a date that opens its line stand the author, sections and tags.
MOST_WORDS_BEHIND = 14
LONGEST_LINE = 240
# A label on a line of its own: "Zuerst veröffentlicht am".
MOST_WORDS_OF_LABEL = 4

# Rights, and the sender of a message shown inside the article: "Erika Muster (@erika) May 2, 2020".
_NOT_THE_ARTICLES = re.compile(r"©|copyright|\(@", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
# What every line with a date has, quick to look for.
_HINT = re.compile(r"(?:19|20)\d\d|\d\.\d{1,2}\.\d\d|dpa:\d|[’']\d\d")


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
        start = self.line.start
        return Span(start + self.printed.span.start, start + self.printed.span.end)


@cache
def _meanings() -> tuple[tuple[Meaning, re.Pattern[str]], ...]:
    lists = lexicon.sections("datelines")
    return tuple(
        (meaning, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, lists[meaning]))})(?!\w)", re.IGNORECASE))
        for meaning in (Meaning.PUBLISHED, Meaning.UPDATED, Meaning.OTHER)
    )


def _meaning_of(words: str) -> Meaning:
    """What the words beside a date say it is; the label nearest to the date, at the end, decides."""
    nearest, at = Meaning.BARE, -1
    for meaning, pattern in _meanings():
        for match in pattern.finditer(words):
            if match.start() > at:
                nearest, at = meaning, match.start()
    return nearest


def candidates(page: Page, language: str | None) -> list[Candidate]:
    """The days that the page prints outside its text and its comments, each with its meaning."""
    found: list[Candidate] = []
    above = ""
    for line in page.lines:
        before, above = above, line.text
        if line.rule == BY_HAND and line.kind is not Kind.DATELINE:  # a person said that it is no date
            continue
        if line.is_paragraph or line.zone is Zone.COMMENTS or len(line.text) > LONGEST_LINE:
            continue
        doubtful = line.rule == "uncertain-title" and _meaning_of(line.text) is Meaning.BARE
        if line.kind is Kind.TITLE or doubtful:  # a headline speaks of other days
            continue
        if not _HINT.search(line.text) or "://" in line.text:
            continue
        days = find_dates(line.text, language)
        for i, printed in enumerate(days):
            start = days[i - 1].span.end if i else 0
            end = days[i + 1].span.start if i + 1 < len(days) else len(line.text)
            words = line.text[start : printed.span.start]
            if not words.strip() and i == 0 and _is_label(before):
                words = before
            # Words between two dates speak of the second.
            after = line.text[printed.span.end : end] if end == len(line.text) else ""
            if printed.is_day:
                found.append(Candidate(line, printed, _meaning(line, words, printed, after)))
    return found


def _is_label(line: str) -> bool:
    """Whether a line says what the date below it is: "Zuerst veröffentlicht am", "Termin:"."""
    if len(line.split()) > MOST_WORDS_OF_LABEL or _HINT.search(line):
        return False
    return line.endswith(":") or _meaning_of(line) in (Meaning.PUBLISHED, Meaning.UPDATED)


def _meaning(line: Line, before: str, printed: PrintedDate, after: str) -> Meaning:
    told = _meaning_of(before)
    if told is Meaning.BARE and _meaning_of(after) is Meaning.PUBLISHED:
        told = Meaning.PUBLISHED
    if told is not Meaning.BARE:
        return told
    opens = not line.text[: printed.span.start].strip(" –-|•·")
    if line.kind is Kind.CAPTION and not opens and "/" not in before:
        return Meaning.OTHER
    words = len(_WORD.findall(line.text[: printed.span.start])) + len(_WORD.findall(after))
    if words > (MOST_WORDS_BEHIND if opens else MOST_WORDS_BESIDE) or _NOT_THE_ARTICLES.search(before):
        return Meaning.OTHER
    return Meaning.BARE
