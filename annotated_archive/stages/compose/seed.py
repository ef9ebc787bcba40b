"""The seed view: a saved text in order, each part with its kind, its fate and the rule that decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...editions.withheld import withheld
from ...kinds import RUNNING_TEXT, Kind
from ...model import Article, Segment, Span
from ...text.paragraphs import fold
from ...words.languages import Interface
from .rules import explanation


@dataclass(frozen=True)
class Part:
    """One row: `text` is None where the edition withholds it, `because` a person's reason for its kind."""

    id: str
    kind: str
    fate: str
    rule: str
    lines: str
    text: str | None
    because: str | None = None


@dataclass(frozen=True)
class SeedView:
    """The parts of a seed, and the rules among them with their explanations.

    `comments` is how many reader comments are left out, `why` says why other parts are.
    """

    parts: tuple[Part, ...]
    rules: tuple[tuple[str, str | None], ...]
    comments: int
    why: str | None


def seed_view(article: Article, words: Interface, with_comments: bool) -> SeedView:
    """The rows of an article's seed; in an edition without comments, without what may hold any."""
    rules = dict.fromkeys(segment.rule for segment in article.segments)
    hidden = frozenset[int]() if with_comments else withheld(article)
    text = any(segment.kind in RUNNING_TEXT for segment in article.segments)
    others = any(article.segments[number].kind is not Kind.COMMENT for number in hidden)
    return SeedView(
        tuple(_parts(article, words, hidden)),
        tuple((rule, explanation(rule, words.language)) for rule in rules),
        sum(article.segments[number].kind is Kind.COMMENT for number in hidden),
        words("seed.withheld" if text else "seed.withheld.all") if others else None,
    )


def segment_id(article: Article, span: Span) -> str | None:
    """The id of the row on which a span starts."""
    for number, segment in enumerate(article.segments):
        if segment.span.start <= span.start < segment.span.end:
            return _id(number)
    return None


def _parts(article: Article, words: Interface, hidden: frozenset[int]) -> Iterator[Part]:
    for number, segment in enumerate(article.segments):
        yield Part(
            id=_id(number),
            kind=words(segment.kind.label),
            fate=segment.kind.fate,
            rule=segment.rule,
            lines=_lines(article, segment, words),
            text=None if number in hidden else segment.span.of(article.saved.text),
            because=fold(segment.because) if segment.because else None,
        )


def _lines(article: Article, segment: Segment, words: Interface) -> str:
    first, last = article.saved.lines_of(segment.span)
    return words("line", first=first) if first == last else words("lines", first=first, last=last)


def _id(number: int) -> str:
    return f"seed-{number + 1}"
