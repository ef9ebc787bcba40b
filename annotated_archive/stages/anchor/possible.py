"""A note that is anchored nowhere → the passages that it may mean, for a person to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Note, SavedText, Segment, Span
from ...text.comparable import comparable
from ...text.reader_text import reader_text
from .alike import near_passages
from .describe import selector
from .exact import WORD, Range, find

Selector = tuple[str, str, str]


def possible_passages(
    note: Note, saved: SavedText, segments: Sequence[Segment]
) -> tuple[tuple[Span, Selector], ...]:
    """Where the note's words stand, with its context or else without; or what is nearest to them.

    Each with the quote, prefix and suffix by which it would be anchored there.
    """
    text = reader_text(saved, tuple(segments))
    quote = comparable(note.quote.strip()).text.strip()
    if not WORD.search(quote):
        return ()
    places: Sequence[Range] = find(text, note.quote, note.prefix, note.suffix) or find(text, note.quote)
    places = places or [near.place for near in near_passages(text, quote)]
    return tuple((text.span(*place), selector(text, place)) for place in places)
