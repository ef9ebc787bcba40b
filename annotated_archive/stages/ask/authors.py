"""Authors that a rule concluded, or that a line may name without our reading them → whom to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...knowledge.curation.edits import TYPED
from ...model import Article, Certainty, Kind
from ...questions import Choice, Question
from ...words import lexicon
from .known import LONGEST, Known, field_edits, line_reason, one_line, typed_field

MOST = 4  # lines to choose from
_LABEL = re.compile(rf"(?:{lexicon.alternatives('bylines', 'labels')})\b\s*:?\s*", re.IGNORECASE)


def authors(article: Article, known: Known) -> Iterator[Question]:
    """A question where an author is inferred, or where a line or the page's metadata may name one."""
    found, saved, curated = article.description.authors, article.saved, known.curated(article)
    if curated is not None and "authors" in curated.fields:
        return
    choices = list(_choices(article, known))
    doubtful = [one for one in found if one.certainty is Certainty.INFERRED]
    if not doubtful and (found or article.description.agencies or not choices):
        return
    nobody = known.reasons("ask.because.nobody")
    choices.append(Choice(known.words("ask.authors.nobody"), field_edits(article, "authors", [], nobody)))
    choices.append(
        Choice(
            known.words("ask.typed.authors"), typed_field(known, article, "authors", [TYPED]), typed="authors"
        )
    )
    key = "ask.authors.inferred" if doubtful else "ask.authors.none"
    span = doubtful[0].span if doubtful else None
    line = saved.line_of(span.start) if span else choices[0].lines[0] if choices[0].lines else None
    rule = doubtful[0].rule if doubtful else ""
    yield Question("authors", "authors", saved.key, saved.file, line, known.words(key), tuple(choices), rule)


def _choices(article: Article, known: Known) -> Iterator[Choice]:
    found, saved = article.description.authors, article.saved
    seen: set[str] = set()
    if found:
        names = list(dict.fromkeys(one.value for one in found))
        span = next((one.span for one in found if one.span), None)
        reason = (
            line_reason(known, article, span)
            if span
            else known.reasons("ask.because.confirmed", rule=found[0].rule)
        )
        lines = saved.lines_of(span) if span else None
        seen.update(names)
        chance = min((one.chance for one in found if one.chance is not None), default=None)
        edits = field_edits(article, "authors", names, reason)
        yield Choice(", ".join(names), edits, lines, chance, confirms=True)
    for hint in saved.hints:
        if hint.field == "authors" and hint.value not in seen:
            seen.add(hint.value)
            reason = known.reasons("ask.because.hint", source=hint.source)
            yield Choice(hint.value, field_edits(article, "authors", [hint.value], reason))
    bylines = [s.span for s in article.segments if s.kind is Kind.BYLINE]
    for span in bylines[:MOST]:
        words = _LABEL.sub("", one_line(span.of(saved.text), LONGEST))
        if words and words not in seen:
            seen.add(words)
            edits = field_edits(article, "authors", [words], line_reason(known, article, span))
            yield Choice(words, edits, saved.lines_of(span))
