"""Cuts inside a block: what stands in one line with words of another kind.

Comes in: a block or segment. Goes out: the segments that it falls into: kicker and title, the repeated words
of a lead and the rest of the paragraph, running text and the links inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...kinds import PARAGRAPHS, RUNNING_TEXT, Kind
from ...model import Segment, Span
from .block import Block
from .kicker import split_title
from .layout import Layout, of_article
from .mark import Mark
from .repeats import repeated_leads
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


@of_article
def cut_title(page: Layout) -> Layout:
    """The page with the title's block cut, where anything but the title stands in it."""
    if page.title_block is None:
        return page
    title = page.blocks[page.title_block]
    pieces = tuple(_title_pieces(title, page.blocks, page.readings[title.index].rule))
    return replace(page, pieces={**page.pieces, title.index: pieces})


@of_article
def cut_leads(page: Layout) -> Layout:
    """The page with leads that it prints twice, and the paragraphs that begin with them again cut."""
    readings, pieces = list(page.readings), dict(page.pieces)
    for later, earlier in repeated_leads(page.blocks).items():
        repeated = {readings[later].kind, readings[earlier].kind} <= PARAGRAPHS
        if repeated and not any(readings[i].kind is Kind.BODY for i in range(earlier)):
            readings[earlier] = Mark(Kind.LEAD, "lead-printed-twice")
            rule = readings[later].rule
            pieces[later] = tuple(_lead_pieces(page.blocks[later], page.blocks[earlier], rule))
    return replace(page, readings=tuple(readings), pieces=pieces)


def _title_pieces(title: Block, blocks: Sequence[Block], rule: str) -> list[Segment]:
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


def _lead_pieces(paragraph: Block, lead: Block, rule: str) -> list[Segment]:
    """A paragraph that begins with the lead's words: those words, and what follows them if anything does."""
    end = paragraph.start + len(lead.text)
    pieces = [Segment(Kind.BOILERPLATE, Span(paragraph.start, end), "repeated-lead")]
    rest = paragraph.text[len(lead.text) :].lstrip()
    if rest:
        pieces.append(Segment(Kind.BODY, Span(paragraph.end - len(rest), paragraph.end), rule))
    return pieces
