"""Paragraphs: what a reader sees as one, numbers and can cite. A value derived from segments.

Comes in: text and segments. Goes out: `Paragraph`s of title-less running text (lead, subheads, body).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..kinds import PARAGRAPHS, RUNNING_TEXT, Kind
from ..model import Segment, Span
from .line_ends import unbroken

# Six hexadecimal digits keep two of an article's paragraphs apart: among 100, a clash has a chance of 0.03 %;
# clashes get a counter, so nothing breaks.
ID_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the running text.

    `spans` are the kept parts, in order: one, unless a link was cut from inside. `text` is their characters
    joined and folded. `number` counts leads and body paragraphs from 1; subheads have None. `id` is made from
    the text as saved, so it survives changes elsewhere in the article.
    """

    kind: Kind
    spans: tuple[Span, ...]
    text: str
    number: int | None
    id: str


def fold(text: str) -> str:
    """Every run of white space as one space, none at the ends: `fold(" a\\n b") == "a b"`.

    A word that a printed line's end breaks is one word: `fold("Ver-\\nhandlung") == "Verhandlung"`.
    """
    return _spaced(unbroken(text)).strip()


def folded_position(text: str, at: int) -> int:
    """Where a position beside a character that is no space comes to stand in the folded text."""
    return len(_spaced(unbroken(text, at)).lstrip())


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def paragraph_id(text: str) -> str:
    """The id of a paragraph with this folded text: `p-` and the first digits of its SHA-256."""
    return "p-" + hashlib.sha256(text.encode()).hexdigest()[:ID_DIGITS]


def paragraphs(text: str, segments: Sequence[Segment]) -> tuple[Paragraph, ...]:
    """The running text of an article, in order. Parts of one line that a link separates are one paragraph."""
    groups: list[tuple[Kind, list[Span]]] = []
    open_group = False
    for segment in segments:
        if segment.kind in RUNNING_TEXT:
            if open_group and groups[-1][0] == segment.kind:
                groups[-1][1].append(segment.span)
            else:
                groups.append((segment.kind, [segment.span]))
            open_group = True
        elif segment.kind is not Kind.LINK or "\n" in segment.span.of(text):
            open_group = False
    found: list[Paragraph] = []
    number = 0
    seen: Counter[str] = Counter()
    for kind, spans in groups:
        printed = "".join(span.of(text) for span in spans)
        folded = fold(printed)
        if not folded:
            continue
        identifier = paragraph_id(_spaced(printed).strip())
        seen[identifier] += 1
        if seen[identifier] > 1:
            identifier += f"-{seen[identifier]}"
        numbered = kind in PARAGRAPHS
        number += numbered
        found.append(Paragraph(kind, tuple(spans), folded, number if numbered else None, identifier))
    return tuple(found)
