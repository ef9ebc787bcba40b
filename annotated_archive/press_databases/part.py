"""A file's parts, and the sheet on which a form's reader notes what each line of an article is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..model import Hint, Kind, Segment, Span

# What `str.strip` leaves at the ends of an exported line: a mark of byte order, marks of direction.
EDGES = " \t\r\f\v\u00a0\u2002\u2003\u2007\u2009\u200b\u200e\u200f\u202f\ufeff"
TEXT = "export-text"  # the rule of a region in which segmenting looks for paragraphs


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, at `start` up to `end`; `gap` says that a blank line is above."""

    text: str
    start: int
    end: int
    gap: bool
    indent: int = 0

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Part:
    """An article's part of a file: `span` of its text, the database's number if it has one.

    `layout` and `hints` count from the beginning of the file's text. A part with neither is read like any
    other text.
    """

    span: Span
    accession: str = ""
    layout: tuple[Segment, ...] = ()
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class Division:
    """How a file is divided: `form` is the name of its frame, `parts` tile the text.

    `declared` is how many articles the file says it holds and where it says so. `begins` are the places where
    articles seem to begin in a text that fits no known frame; then there is one part.
    """

    form: str
    parts: tuple[Part, ...]
    declared: tuple[int, int] | None = None
    begins: tuple[int, ...] = ()


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text[start:end]` that are not blank."""
    found: list[Line] = []
    at, gap = start, False
    for raw in text[start : len(text) if end is None else end].split("\n"):
        bare = raw.strip(EDGES)
        if bare:
            indent = raw.index(bare)
            found.append(Line(bare, at + indent, at + indent + len(bare), gap, indent))
        gap = not bare
        at += len(raw) + 1
    return found


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines in groups: a blank line stands above each group's first."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.gap:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


class Sheet:
    """What each line of an article is, and its facts, as a form's reader finds them."""

    def __init__(self) -> None:
        self._lines: list[tuple[Line, Kind, str]] = []
        self._hints: list[Hint] = []

    def note(self, lines: Iterable[Line], kind: Kind, rule: str = "export-field") -> None:
        """Say what these lines are."""
        self._lines.extend((line, kind, rule) for line in lines)

    def text(self, lines: Iterable[Line]) -> None:
        """These lines are the article's running text."""
        self.note(lines, Kind.BODY, TEXT)

    def fact(self, field: str, value: str, span: Span) -> None:
        """Note a fact; the first of a field counts, but for authors."""
        value = " ".join(value.split())
        if value and (field == "authors" or all(hint.field != field for hint in self._hints)):
            self._hints.append(Hint(field, value, "field", span))

    def has(self, field: str) -> bool:
        """Whether a fact of this field is noted."""
        return any(hint.field == field for hint in self._hints)

    def part(self, span: Span, accession: str = "") -> Part:
        """The part: lines in order, neighbours of one kind joined."""
        layout: list[Segment] = []
        for line, kind, rule in sorted(self._lines, key=lambda entry: entry[0].start):
            last = layout[-1] if layout else None
            joined = kind is Kind.BOILERPLATE or rule == TEXT or not line.gap
            if last is not None and joined and (last.kind, last.rule) == (kind, rule):
                layout[-1] = replace(last, span=Span(last.span.start, line.end))
            else:
                layout.append(Segment(kind, line.span, rule))
        return Part(span, safe(accession), tuple(layout), tuple(self._hints))


def safe(accession: str) -> str:
    """A database's number in a file's name, on any system: `safe("news·2021·LM") == "news-2021-LM"`."""
    return re.sub(r"[^A-Za-z0-9_]+", "-", accession).strip("-")[:80]


def joined(lines: Sequence[Line]) -> str:
    """The lines as one."""
    return " ".join(line.text for line in lines)


def around(lines: Sequence[Line]) -> Span:
    """From the first line's start to the last one's end."""
    return Span(lines[0].start, lines[-1].end)


def titled_text(sheet: Sheet, lines: Sequence[Line]) -> None:
    """Note the first paragraph as the title and the rest as the text."""
    groups = paragraphs(lines)
    if not groups:
        return
    title = groups[0] if len(groups) > 1 and len(groups[0]) <= 3 else groups[0][:1]
    sheet.note(title, Kind.TITLE, "export-title")
    sheet.text([line for line in lines if line not in title])
