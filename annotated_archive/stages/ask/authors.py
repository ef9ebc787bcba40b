"""Authors that a rule concluded, or that a line may name without our reading them → whom to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...kinds import HEADINGS, RUNNING_TEXT
from ...knowledge.curation.edits import TYPED
from ...model import Article, Certainty, Kind, Span
from ...questions import Choice, Question
from ...words import lexicon
from .known import LONGEST, Known, field_edits, line_reason, one_line, typed_field

MOST = 4  # lines to choose from
NEAR = 8  # lines with words around the article in which its author may be named
OTHERS = 4  # words beside the name in a line that says who wrote
_NOT_THERE = HEADINGS | {Kind.CAPTION, Kind.CREDIT, Kind.COMMENT, Kind.BLANK}
_NAME = re.compile(r"(?<!\w)[^\W\d_a-zß-ÿ][\w’'-]+(?:[ ][^\W\d_a-zß-ÿ][\w.’'-]*){1,2}(?!\w)")
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
    for name, span in _named(article):
        if name not in seen:
            seen.add(name)
            edits = field_edits(article, "authors", [name], line_reason(known, article, span))
            yield Choice(name, edits, saved.lines_of(span))
    bylines = [s.span for s in article.segments if s.kind is Kind.BYLINE]
    for span in bylines[:MOST]:
        words = _LABEL.sub("", one_line(span.of(saved.text), LONGEST))
        if words and not any(name in words for name in seen):
            seen.add(words)
            edits = field_edits(article, "authors", [words], line_reason(known, article, span))
            yield Choice(words, edits, saved.lines_of(span))


def _named(article: Article) -> Iterator[tuple[str, Span]]:
    """Names in bylines and short lines around the article, of whom the text itself does not speak.

    Behind a name, a role may stand as if it were part of it: "Mira Tilsen Political Correspondent".
    """
    text = article.saved.text
    parts = [s for s in article.segments if s.kind is not Kind.BLANK]
    inside = [i for i, s in enumerate(parts) if s.kind in RUNNING_TEXT]
    if not inside:
        return
    bylines = (s for s in parts if s.kind is Kind.BYLINE)
    around = (
        *bylines,
        *reversed(parts[max(0, inside[0] - NEAR) : inside[0]]),
        *parts[inside[-1] + 1 :][:NEAR],
    )
    spoken_of = {person.name for person in article.people}
    found = 0
    for part in around:
        if part.kind in _NOT_THERE:
            continue
        for line in re.finditer(r"[^\n]+", part.span.of(text)):
            match = _NAME.search(line[0])
            words = match[0].split() if match else []
            is_short = len(line[0].split()) <= len(words) + OTHERS
            if not (match and is_short and words[0] in _first_names()):
                continue
            if found < MOST and not any(words[1] in name for name in spoken_of):
                start = part.span.start + line.start() + match.start()
                name = " ".join(words[:2] if len(line[0].split()) > len(words) else words)
                found += 1
                yield name, Span(start, start + len(match[0]))


@cache
def _first_names() -> frozenset[str]:
    return frozenset(lexicon.words("first_names"))
