"""A text with links and noted passages → Markdown that shows exactly this text.

Passages may overlap, and a link may start or end within one: the text is cut at every edge, and each piece
says which notes are about it. A note's number is no text: the style sheet prints it from an attribute, so
that nobody copies or searches it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...model import Span
from ...text.paragraphs import folded_position
from .escape import Markdown, escape, escape_html


@dataclass(frozen=True, slots=True)
class Link:
    """Characters `start` up to `end` of the text lead to `target`. Links do not overlap.

    `attributes` is an attribute list, or nothing.
    """

    start: int
    end: int
    target: Markdown
    attributes: str = ""


@dataclass(frozen=True, slots=True)
class Highlight:
    """Characters `start` up to `end` of the text are what a note is about.

    `number` and `id` are the note's, `label` names its number to those who cannot see it. `ends` says that
    the passage ends here and goes on in no later text.
    """

    start: int
    end: int
    number: int
    id: str
    label: str
    approximate: bool
    ends: bool


def with_highlights(text: str, links: Sequence[Link], highlights: Sequence[Highlight]) -> Markdown:
    """The text as inline Markdown with its links and its noted passages."""
    pieces: list[str] = []
    at = 0
    for link in links:
        inner = _marked(text, link.start, link.end, highlights, numbered=False)
        before = _marked(text, at, link.start, highlights)
        # An exclamation mark before a link would make a picture of it.
        pieces.append(f"{before[:-1]}\\!" if before.endswith("!") else before)
        pieces.append(f"[{inner}]({link.target}){link.attributes}")
        # A link holds no other link, so a number waits until it is over.
        pieces += _numbers(highlights, link.start, link.end)
        at = link.end
    pieces.append(_marked(text, at, len(text), highlights))
    return Markdown("".join(pieces))


def position(parts: Sequence[Span], text: str, span: Span) -> tuple[int, int] | None:
    """Where a span of the saved text stands in a paragraph's folded text; None if it is elsewhere.

    `parts` are the paragraph's kept parts: a link may have been cut from between them.
    """
    raw = "".join(part.of(text) for part in parts)
    edges: list[int] = []
    before = 0
    for part in parts:
        if part.start < span.end and part.end > span.start:
            edges.append(before + max(span.start, part.start) - part.start)
            edges.append(before + min(span.end, part.end) - part.start)
        before += part.end - part.start
    if not edges:
        return None
    inner = raw[edges[0] : edges[-1]]
    start = edges[0] + len(inner) - len(inner.lstrip())
    end = edges[-1] - len(inner) + len(inner.rstrip())
    return (folded_position(raw, start), folded_position(raw, end)) if start < end else None


def _marked(text: str, start: int, end: int, highlights: Sequence[Highlight], numbered: bool = True) -> str:
    """A part of the text, cut where passages start and end, with the numbers of those that end in it."""
    inner = {edge for h in highlights for edge in (h.start, h.end) if start < edge < end}
    pieces: list[str] = []
    for a, b in pairwise([start, *sorted(inner), end]):
        about = [h for h in highlights if h.start <= a < b <= h.end]
        piece = escape(text[a:b])
        pieces.append(f"<mark{_attributes(about)}>{piece}</mark>" if about else piece)
        if numbered:
            pieces += _numbers(highlights, a, b)
    return "".join(pieces)


def _attributes(about: Sequence[Highlight]) -> str:
    """Which notes a piece is about, for the style sheet and for programs."""
    names = ["noted"]
    if len(about) > 1:
        names.append("several")
    if all(highlight.approximate for highlight in about):
        names.append("approximate")
    return f' class="{" ".join(names)}" data-notes="{" ".join(highlight.id for highlight in about)}"'


def _numbers(highlights: Iterable[Highlight], after: int, upto: int) -> Iterator[str]:
    """The links to the notes whose passages end in a part of the text, in the order of their numbers."""
    for highlight in sorted(highlights, key=lambda h: h.number):
        if highlight.ends and after < highlight.end <= upto:
            yield (
                f'<a class="note-ref" id="ref-{highlight.id}" href="#{highlight.id}"'
                f' data-number="{highlight.number}" aria-label="{escape_html(highlight.label)}"></a>'
            )
