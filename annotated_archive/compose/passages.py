"""A paragraph → Markdown in which the first mention of each person links to that person's page.

The text that a reader sees stays the paragraph's, character for character: a link only surrounds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model import Mention
from ..paragraphs import Paragraph
from .escape import Markdown, escape
from .places import link, person_place


def with_people(paragraph: Paragraph, text: str, mentions: Iterable[Mention], here: str) -> Markdown:
    """The paragraph's text with links from the page `here`; `text` is what the spans refer to."""
    pieces: list[str] = []
    at = 0
    for start, end, person in _links(paragraph, text, mentions):
        name = escape(paragraph.text[start:end])
        pieces += [escape(paragraph.text[at:start]), f"[{name}]({link(here, person_place(person))})"]
        at = end
    return Markdown("".join([*pieces, escape(paragraph.text[at:])]))


def _links(paragraph: Paragraph, text: str, mentions: Iterable[Mention]) -> Iterator[tuple[int, int, str]]:
    """Where in the paragraph's text a link starts and ends, and whom it names.

    A name that a cut link interrupts gets none, nor does a second name at the same place.
    """
    raw = "".join(span.of(text) for span in paragraph.spans)
    seen: set[str] = set()
    at = before = 0
    ordered = sorted(mentions, key=lambda mention: mention.span)
    for part in paragraph.spans:
        for mention in ordered:
            span, person = mention.span, mention.person
            if person is None or person in seen or not part.start <= span.start < span.end <= part.end:
                continue
            start = _folded_position(raw, before + span.start - part.start)
            end = _folded_position(raw, before + span.end - part.start)
            if start >= at and not paragraph.text[start].isspace():
                seen.add(person)
                at = end
                yield start, end, person
        before += part.end - part.start


def _folded_position(raw: str, position: int) -> int:
    """Where a position beside a character that is no space comes to stand when white space is folded."""
    return len(re.sub(r"\s+", " ", raw[:position]).lstrip())
