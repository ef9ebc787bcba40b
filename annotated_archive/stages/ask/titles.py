"""Titles that may be another line, or that nobody found → the lines to choose from."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds import RUNNING_TEXT
from ...knowledge.curation.edits import TYPED
from ...model import Article, Certainty, Kind, Span
from ...questions import Choice, Question
from .known import LONGEST, Known, field_edits, has_text, line_edits, one_line, typed_field

MOST, FIRST = 5, 3  # lines to choose from where no line resembles a title


def title(article: Article, known: Known) -> Iterator[Question]:
    """A question where the title is inferred or unknown."""
    found, saved = article.description.title, article.saved
    if found is None and not has_text(article):
        return
    if found is not None and found.certainty is not Certainty.INFERRED:
        return
    key = "ask.title.inferred" if found else "ask.title.none"
    line = saved.line_of(found.span.start) if found and found.span else None
    yield Question(
        "title",
        "title",
        saved.key,
        saved.file,
        line,
        known.words(key),
        tuple(_choices(article, known)),
        found.rule if found else "",
    )


def _choices(article: Article, known: Known) -> Iterator[Choice]:
    saved, found, curated = article.saved, article.description.title, known.curated(article)
    rivals = list(known.rivals(article))
    chosen = found.span if found else None

    def choice(span: Span, chance: float | None, confirms: bool = False) -> Choice:
        words = one_line(span.of(saved.text), LONGEST)
        edits = line_edits(article, curated, span, Kind.TITLE.value)
        return Choice(words, edits, saved.lines_of(span), chance, confirms)

    if chosen is not None:
        itself = [(s, c) for s, c in rivals if s.start <= chosen.start < s.end]
        rivals = [rival for rival in rivals if rival not in itself]
        yield choice(chosen, itself[0][1] if itself else None, True)
    elif found is not None:
        reason = known.reasons("ask.because.confirmed", rule=found.rule)
        yield Choice(found.value, field_edits(article, "title", found.value, reason), confirms=True)
    if not rivals and chosen is None:
        rivals = [(span, 0.0) for span in _first_lines(article)]
    for span, chance in rivals:
        yield choice(span, chance or None)
    yield Choice(known.words("ask.typed.title"), typed_field(known, article, "title", TYPED), typed="title")


def _first_lines(article: Article) -> list[Span]:
    """The lines above the text where none resembles a title, or those that it begins with."""
    begins = next((s.span.start for s in article.segments if s.kind in RUNNING_TEXT), 0)
    lines = [s.span for s in article.segments if s.kind is not Kind.BLANK and s.span.start < begins]
    if not lines:
        lines = [s.span for s in article.segments if s.kind.in_text][:FIRST]
    return lines[-MOST:]
