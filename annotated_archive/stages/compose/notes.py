"""An article's anchored notes → its notes as pages print them, numbered in the order of their passages.

A note's number stands where its passage ends, so that is the order that a reader meets.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from functools import partial

from slugify import slugify

from ...kinds import READABLE
from ...model import Anchor, Note, Segment, Span
from ...text.dates import display
from ...text.paragraphs import fold
from ...words.languages import Interface
from .brief import brief
from .catalogue import Entry
from .escape import Markdown, escape
from .language import foreign, marked
from .note_citations import NoteCitations
from .note_text import note_text
from .paths import ALL_NOTES, link

# Enough of a passage to recognise it; the passage itself is highlighted.
LONGEST_QUOTE = 90
ID_DIGITS = 6


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A note as a page prints it. `quote` is the passage as the article has it, shortened."""

    id: str
    number: int
    span: Span
    quote: Markdown
    text: Markdown
    tags: tuple[str, ...]
    signed: Markdown | None
    approximate: bool


def printed_notes(
    entry: Entry, words: Interface, citing: NoteCitations, here: str
) -> tuple[PrintedNote, ...]:
    """The notes of an article, by number, for the page `here`."""
    article = entry.article
    page = partial(citing.page, home=entry.place, here=here)
    ids = _ids(article.notes)
    language = foreign(entry, words)
    ordered = sorted(zip(article.notes, ids, strict=True), key=lambda pair: _order(entry, pair[0].span))
    return tuple(
        PrintedNote(
            id=identifier,
            number=number,
            span=anchor.span,
            quote=marked(brief(_shown(entry, anchor.span), LONGEST_QUOTE), language),
            text=note_text(anchor.note.text, citing.of(anchor.note, here), page),
            tags=note_tags(anchor.note),
            signed=_signed(anchor.note, words),
            approximate=anchor.method != "exact",
        )
        for number, (anchor, identifier) in enumerate(ordered, start=1)
    )


def note_tags(note: Note) -> tuple[str, ...]:
    """The tags of a note, each once."""
    return tuple(tag for tag in dict.fromkeys(map(fold, note.tags)) if tag)


def tag_id(tag: str) -> str:
    """The id of a tag on the page of all notes; spellings that differ in case only are one tag."""
    folded = fold(tag).casefold()
    slug = slugify(folded, max_length=60)
    if slug == folded:
        return f"tag-{slug}"
    return f"tag-{slug or 'x'}-{hashlib.sha256(folded.encode('utf-8', 'replace')).hexdigest()[:4]}"


def _ids(notes: tuple[Anchor, ...]) -> list[str]:
    """An id for each note, made from what it quotes: its text may be improved without breaking a link."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for anchor in notes:
        words = "\0".join(fold(part) for part in (anchor.note.prefix, anchor.note.quote, anchor.note.suffix))
        identifier = "note-" + hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:ID_DIGITS]
        seen[identifier] += 1
        found.append(identifier if seen[identifier] == 1 else f"{identifier}-{seen[identifier]}")
    return found


def _order(entry: Entry, span: Span) -> tuple[bool, int, int]:
    """Passages of the headline first: the page prints it above the text, wherever the seed has it."""
    in_text = any(part.start < span.end <= part.end for p in entry.paragraphs for part in p.spans)
    return in_text, span.end, span.start


def _shown(entry: Entry, span: Span) -> str:
    """The words of a passage that the page shows: without what was cut from inside."""
    text = entry.article.saved.text
    parts = [
        _within(segment, span).of(text) for segment in entry.article.segments if segment.kind in READABLE
    ]
    return fold(" ".join(part for part in parts if part.strip()))


def _within(segment: Segment, span: Span) -> Span:
    start = max(segment.span.start, span.start)
    return Span(start, max(start, min(segment.span.end, span.end)))


def tag_link(tag: str, here: str) -> Markdown:
    """A link from the page `here` to all notes with a tag."""
    return Markdown(f"[{escape(tag, starts_line=False)}]({link(here, ALL_NOTES, tag_id(tag))})")


def _signed(note: Note, words: Interface) -> Markdown | None:
    parts = [part for part in (note.by, display(note.date, words.language) if note.date else None) if part]
    return escape(", ".join(parts), starts_line=False) if parts else None
