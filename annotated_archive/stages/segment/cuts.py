"""Cuts inside a block: what stands in one line with words of another kind.

Comes in: a block or segment. Goes out: the segments that it falls into: kicker and title, the repeated words
of a lead and the rest of the paragraph, running text and the links inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...kinds import RUNNING_TEXT, Kind
from ...model import Segment, Span
from .block import Block
from .kicker import split_title
from .words import alternatives

# `(Link: http…)` as some sites print the links of a sentence; what screen readers are told of a link counts
# as one too: `Investoren(öffnet im neuen Fenster) sagten`. The space before it goes with it.
INLINE_LINK = re.compile(
    rf" ?\((?:(?:{alternatives('link-labels')}): ?https?://[^\s)]+"
    rf"|(?:{alternatives('opens-in')}) (?:{alternatives('new')}) (?:{alternatives('window')})"
    rf"|{alternatives('link-notes')}|{alternatives('link-notes-open')} [^)]{{5,30}})\)",
    re.IGNORECASE,
)
WIRE_MARK = re.compile(r"\s=+$")  # agencies end a headline so


def cut_links(text: str, segment: Segment) -> Iterator[Segment]:
    """The segment without the links inside it, and the links, so that the rest joined reads right."""
    at = segment.span.start
    if segment.kind in RUNNING_TEXT and text.find("(", segment.span.start, segment.span.end) >= 0:
        for found in INLINE_LINK.finditer(text, segment.span.start, segment.span.end):
            start, end = found.span()
            # `in Syrien (Link: …) . Im`: the space before the full stop goes too.
            if text[end : end + 1] == " " and text[end + 1 : end + 2] in tuple(".,;:!?)"):
                end += 1
            if start > at:
                yield Segment(segment.kind, Span(at, start), segment.rule)
            yield Segment(Kind.LINK, Span(start, end), "inline-link")
            at = end
    if at < segment.span.end:
        yield Segment(segment.kind, Span(at, segment.span.end), segment.rule)


def cut_title(title: Block, blocks: Sequence[Block], rule: str) -> list[Segment]:
    """The title's block as title, or as kicker and title."""
    split = split_title(title, blocks)
    if split is None:
        mark = WIRE_MARK.search(title.text)
        end = title.end if mark is None else title.start + mark.start()
        pieces = [Segment(Kind.TITLE, Span(title.start, end), rule)]
        return (
            pieces
            if mark is None
            else [*pieces, Segment(Kind.BOILERPLATE, Span(end, title.end), "wire-header")]
        )
    kicker_end, title_start, kicker_rule = split
    return [
        Segment(Kind.KICKER, Span(title.start, title.start + kicker_end), kicker_rule),
        Segment(Kind.TITLE, Span(title.start + title_start, title.end), rule),
    ]


def cut_repeated_lead(paragraph: Block, lead: Block, rule: str) -> list[Segment]:
    """A paragraph that begins with the lead's words: those words, and what follows them if anything does."""
    end = paragraph.start + len(lead.text)
    pieces = [Segment(Kind.BOILERPLATE, Span(paragraph.start, end), "repeated-lead")]
    rest = paragraph.text[len(lead.text) :].lstrip()
    if rest:
        pieces.append(Segment(Kind.BODY, Span(paragraph.end - len(rest), paragraph.end), rule))
    return pieces
