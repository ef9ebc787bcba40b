"""An article and a person → the mentions of the person in their context, each linked to its paragraph.

A context is what stands around a name in its paragraph, cut at words. Whatever the page leaves out it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...model import Kind
from ...words.languages import Interface
from . import paths as places
from .catalogue import Entry
from .escape import Markdown, escape
from .language import foreign, in_tag
from .parts import TITLE, Part
from .rows import Row, row

# Characters on either side of a name: a line or two in the reading width, as concordances print them.
CONTEXT = 60
# The first mentions of an article tell what it has to do with the person; the others are one link away.
MOST_CONTEXTS = 5
# On one page, 0.3 MB of it; articles after that are listed with their numbers of mentions only.
MOST_CONTEXTS_A_PAGE = 1000
# An ellipsis never stands alone on a line.
NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Group:
    """What an article contributes: its row, how often it names the person, and lines of its text.

    `more` links to what the lines leave out.
    """

    row: Row
    count: str
    lines: tuple[Markdown, ...] = ()
    more: Markdown | None = None


def concordance(entries: Iterable[Entry], person: str, words: Interface, here: str) -> list[Group]:
    """The articles in their order, with the mentions of the person in context."""
    groups: list[Group] = []
    room = MOST_CONTEXTS_A_PAGE
    for entry in entries:
        mentions = entry.mentions[person]
        lines = tuple(_contexts(entry, person, words, here, min(MOST_CONTEXTS, room)))
        room -= len(lines)
        left_out = len(mentions) - len(lines)
        more = None
        if lines and left_out:
            more = Markdown(
                f"[{escape(words('mentions.more', n=left_out))}]({places.link(here, entry.place)})"
            )
        count = words("mentions", n=len(mentions))
        groups.append(Group(row(entry, words, here, brief=True), count, lines, more))
    return groups


def passage_link(entry: Entry, passage: Part, here: str, words: Interface) -> Markdown:
    """A link from the page `here` to a part of an article."""
    return Markdown(f"[{escape(_label(passage, words))}]({places.link(here, entry.place, passage.target)})")


def _contexts(entry: Entry, person: str, words: Interface, here: str, most: int) -> Iterator[Markdown]:
    if most <= 0:
        return
    for mention in entry.mentions[person][:most]:
        found = entry.parts.find(mention.span)
        if found:
            passage, start, end = found
            context = _in_context(passage.text, start, end)
            tag = in_tag(foreign(entry, words))
            marked = Markdown(f"<span{tag}>{context}</span>") if tag else context
            yield Markdown(f"{passage_link(entry, passage, here, words)} {marked}")


def _in_context(text: str, start: int, end: int) -> Markdown:
    """The name at these characters, marked, with what stands on either side."""
    # No more of a long paragraph than is looked at: it may name thousands.
    left, right = text[max(0, start - CONTEXT - 1) : start], text[end : end + CONTEXT + 1]
    # A word that the limit cuts is left out, unless nothing else would stand there.
    if len(left) > CONTEXT:
        left = re.sub(r"\A\S+\s+(?=\S)", "", left).lstrip()
    if len(right) > CONTEXT:
        right = re.sub(r"(?<=\S)\s+\S+\Z", "", right).rstrip()
    before = "" if len(left) == start else f"…{NO_BREAK_SPACE}"
    after = "" if len(right) == len(text) - end else f"{NO_BREAK_SPACE}…"
    name = f"<mark>{escape(text[start:end])}</mark>"
    return Markdown(f"{before}{escape(left)}{name}{escape(right, starts_line=False)}{after}")


def _label(part: Part, words: Interface) -> str:
    """A paragraph's number; a subhead has none."""
    if part.target == TITLE:
        return words(Kind.TITLE.label)
    return "¶" if part.number is None else f"¶ {part.number}"
