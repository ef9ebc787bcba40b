"""The seed view: a saved text in order, each part with its kind, its fate and the rule that decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..languages import Interface
from ..model import Article, Kind, Segment, Span
from .rules import explanation

# What became of a part. A reader sees the word, not only the look.
FATES = {
    Kind.TITLE: "kept",
    Kind.KICKER: "kept",
    Kind.LEAD: "kept",
    Kind.SUBHEAD: "kept",
    Kind.BODY: "kept",
    Kind.CAPTION: "kept",
    Kind.BYLINE: "used",
    Kind.DATELINE: "used",
    Kind.CREDIT: "used",
    Kind.COMMENT: "apart",
    Kind.LINK: "removed",
    Kind.BOILERPLATE: "removed",
    Kind.BLANK: "blank",
}


@dataclass(frozen=True)
class Part:
    """One row: `text` is None where the edition withholds it."""

    id: str
    kind: str
    fate: str
    rule: str
    lines: str
    text: str | None


@dataclass(frozen=True)
class SeedView:
    """The parts of a seed, and the rules among them with their explanations."""

    parts: tuple[Part, ...]
    rules: tuple[tuple[str, str | None], ...]
    withheld: int


def seed_view(article: Article, words: Interface, with_comments: bool) -> SeedView:
    """The rows of an article's seed; in an edition without comments they are counted, not shown."""
    rules = dict.fromkeys(segment.rule for segment in article.segments)
    withheld = 0 if with_comments else sum(s.kind is Kind.COMMENT for s in article.segments)
    return SeedView(
        tuple(_parts(article, words, with_comments)),
        tuple((rule, explanation(rule, words.language)) for rule in rules),
        withheld,
    )


def segment_id(article: Article, span: Span) -> str | None:
    """The id of the row on which a span starts."""
    for number, segment in enumerate(article.segments):
        if segment.span.start <= span.start < segment.span.end:
            return _id(number)
    return None


def _parts(article: Article, words: Interface, with_comments: bool) -> Iterator[Part]:
    saved = article.saved
    for number, segment in enumerate(article.segments):
        shown: str | None = segment.span.of(saved.text)
        if segment.kind is Kind.COMMENT and not with_comments:
            shown = None
        yield Part(
            id=_id(number),
            kind=words(f"kind.{segment.kind}"),
            fate=FATES[segment.kind],
            rule=segment.rule,
            lines=_lines(article, segment, words),
            text=shown,
        )


def _lines(article: Article, segment: Segment, words: Interface) -> str:
    first, last = article.saved.lines_of(segment.span)
    return words("line", first=first) if first == last else words("lines", first=first, last=last)


def _id(number: int) -> str:
    return f"seed-{number + 1}"
