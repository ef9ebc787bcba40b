"""Cuts inside a paragraph: what stands in a line with the article's words but is not one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Kind, Segment, Span

# `(Link: http…)` as some sites print the links of a sentence. One space goes with it: `in Syrien (Link: …) . Im`
# What screen readers are told of a link counts as one too: `Investoren(öffnet im neuen Fenster) sagten`.
INLINE_LINK = re.compile(
    r" ?\((?:(?:Link|Lien): ?https?://[^\s)]+|(?:Link )?öffnet (?:in|im) (?:einem )?neuen?m? (?:Fenster|Tab)"
    r"|(?:link )?opens in (?:a )?new (?:window|tab)|externer Link|external link|s'ouvre dans [^)]{5,30})\)",
    re.IGNORECASE,
)
RUNNING = frozenset({Kind.LEAD, Kind.BODY, Kind.SUBHEAD})


def cut(text: str, segment: Segment) -> Iterator[Segment]:
    """The segment without the links inside it, and the links."""
    at = segment.span.start
    if segment.kind in RUNNING:
        for found in INLINE_LINK.finditer(text, segment.span.start, segment.span.end):
            start, end = found.span()
            if text[end : end + 2].startswith(" ") and text[end + 1 : end + 2] in tuple(".,;:!?)"):
                end += 1
            if start > at:
                yield Segment(segment.kind, Span(at, start), segment.rule)
            yield Segment(Kind.LINK, Span(start, end), "inline-link")
            at = end
    if at < segment.span.end:
        yield Segment(segment.kind, Span(at, segment.span.end), segment.rule)
