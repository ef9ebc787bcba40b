"""A paragraph → links from the first mention of each person in it to that person's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...model import Mention
from ...text.paragraphs import Paragraph, folded_position
from .escape import Markdown
from .highlights import Link
from .paths import link, person_place


def person_links(
    paragraph: Paragraph, text: str, mentions: Iterable[Mention], here: str, who: Mapping[str, Markdown]
) -> tuple[Link, ...]:
    """The links of a paragraph's text from the page `here`; `text` is what the spans refer to.

    `who` has the attribute list that introduces each person.
    """
    return tuple(
        Link(start, end, link(here, person_place(person)), who.get(person, ""))
        for start, end, person in _links(paragraph, text, mentions)
    )


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
            start = folded_position(raw, before + span.start - part.start)
            end = folded_position(raw, before + span.end - part.start)
            if start >= at and not paragraph.text[start].isspace():
                seen.add(person)
                at = end
                yield start, end, person
        before += part.end - part.start
