"""One article → what the desk shows of it: its lines with their kinds, its facts, its questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...fields import FIELDS, Field
from ...kinds import Kind
from ...knowledge.curation.edits import one_key
from ...model import Article, Certainty, Found, Outlet
from ...questions import Question, as_json
from ...text.dates import display
from ...text.paragraphs import fold
from ...words.languages import Interface
from .rules import explanation

# Shown also where nothing is known: whoever cites the article needs them.
ALWAYS = frozenset({"title", "outlet", "date", "authors"})
CHECKSUM_DIGITS = 12


def desk_article(
    article: Article, questions: Iterable[Question], words: Interface, outlets: Mapping[str, Outlet]
) -> dict[str, Any]:
    """Everything of the article that the desk needs; plain values for JSON. `outlets` are known by id."""
    saved = article.saved
    return {
        "seed": saved.key,
        "label": saved.label,
        "path": article.address.path,
        "file": f"curation/articles/{saved.key}.yml",
        "sha256": saved.sha256[:CHECKSUM_DIGITS],
        "lines": [_line(article, number, words) for number in _shown(article)],
        "kinds": [[kind.value, words(kind.label)] for kind in Kind if kind is not Kind.BLANK],
        "facts": [fact for field in FIELDS if (fact := _fact(article, field, words, outlets)) is not None],
        "questions": questions_json(questions, words),
    }


def questions_json(questions: Iterable[Question], words: Interface) -> list[dict[str, Any]]:
    """Questions with the words for their kinds and the explanations of their rules."""
    return [
        as_json(question)
        | {
            "label": words(f"ask.{question.kind}"),
            "why": explanation(question.rule, words.language) or question.rule,
        }
        for question in questions
    ]


def _shown(article: Article) -> list[int]:
    return [i for i, segment in enumerate(article.segments) if segment.kind is not Kind.BLANK]


def _line(article: Article, number: int, words: Interface) -> dict[str, Any]:
    """A part of the file: where, what, why; and the key under which its kind is corrected."""
    saved, segment = article.saved, article.segments[number]
    text = saved.text
    first, last = saved.lines_of(segment.span)
    start = text.rfind("\n", 0, segment.span.start) + 1
    end = text.find("\n", max(segment.span.start, segment.span.end - 1))
    own = segment.span.of(text)
    whole = not saved.lines and text[start : end if end >= 0 else None].strip() == own.strip()
    return {
        "start": segment.span.start,
        "first": first,
        "last": last,
        "text": own,
        "kind": segment.kind.value,
        "label": words(segment.kind.label),
        "fate": segment.kind.fate.value,
        "why": segment.because or explanation(segment.rule, words.language) or segment.rule,
        "key": one_key(first, last),
        "quote": None if whole else fold(own),
    }


def _fact(
    article: Article, field: Field, words: Interface, outlets: Mapping[str, Outlet]
) -> dict[str, Any] | None:
    """A field that a person may decide; None where nothing is known of it and nobody misses it."""
    found = getattr(article.description, field.name)
    values: tuple[Found[Any], ...] = tuple(found) if field.several else (found,) if found else ()
    if not field.curated or not (values or field.name in ALWAYS):
        return None
    order = (Certainty.STATED, Certainty.INFERRED, Certainty.CURATED)
    least = max((value.certainty for value in values), key=order.index) if values else None
    span = next((value.span for value in values if value.span), None)
    value = "; ".join(str(value.value) for value in values)
    shown = display(value, words.language) if field.name == "date" and values else value
    if field.name == "outlet" and value in outlets:
        shown = outlets[value].name
    return {
        "field": field.name,
        "label": _label(field, len(values), words),
        "value": value,
        "shown": shown,
        "several": field.several,
        "certainty": least.value if least else "",
        "word": words(f"certainty.{least.value}") if least else words("unknown"),
        "why": "; ".join(dict.fromkeys(_why(value, words) for value in values)),
        "line": article.saved.line_of(span.start) if span else None,
    }


def _label(field: Field, count: int, words: Interface) -> str:
    if field.fact:
        return words(f"fact.{field.fact}", n=count)
    kind = f"kind.{field.name}"
    return words(kind if words.knows(kind) else f"desk.field.{field.name}")


def _why(found: Found[Any], words: Interface) -> str:
    return found.because or explanation(found.rule, words.language) or found.rule
