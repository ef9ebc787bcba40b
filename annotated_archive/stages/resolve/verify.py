"""One quotation and one article → where the article has it.

The forms compared are those of `quotation.py`; each article is read once, however often it is cited.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...kinds import HEADINGS
from ...model import Article, Span
from ...text.reader_text import Passage, ReaderText, beside, reader_text
from .quotation import Part
from .quoted_places import matches, places


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A quotation in an article: its span there, and the passages that it starts and ends in."""

    span: Span
    first: Passage
    last: Passage


def readings_of(article: Article) -> tuple[ReaderText, ...]:
    """What can be quoted of an article: title, kicker and running text; and what stands beside it."""
    return (reader_text(article.saved, article.segments), beside(article.saved, article.segments))


def occurrences(parts: Sequence[Part], article: Article) -> Iterator[Occurrence]:
    """All places of a quotation in an article, those of the running text first."""
    for text in readings_of(article):
        found = [
            Occurrence(text.span(p.start, p.end), text.passages[p.first], text.passages[p.last])
            for p in places(parts, text)
        ]
        yield from sorted(found, key=lambda occurrence: occurrence.first.number is None)


def within(occurrence: Occurrence, first: int, last: int) -> bool:
    """Whether a quotation starts and ends in the paragraphs with these numbers."""
    start, end = occurrence.first.number, occurrence.last.number
    return start is not None and end is not None and first <= start <= end <= last


def scattered(parts: Sequence[Part], article: Article) -> tuple[str, ...]:
    """Where the parts of a quotation stand that are all in the article, but not one after the other."""
    for text in readings_of(article):
        found = [next(matches(part, text, text.text.replace('"', "'")), None) for part in parts]
        if all(found):
            return tuple(name(text.passages[place.first]) for place in found if place)
    return ()


def name(passage: Passage) -> str:
    """A passage as problems name it: `¶ 3`, "the title"."""
    if passage.number is not None:
        return f"¶ {passage.number}"
    return f"the {passage.kind}" if passage.kind in HEADINGS else f"a {passage.kind}"
