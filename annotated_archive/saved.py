"""A saved text as read, and the parts of it: what reading gives and segmenting divides.

Every offset counts characters of `SavedText.text`, half open: the one coordinate system of the archive.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from .kinds import Kind as Kind
from .seed_key import seed_key


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves: `Span(0, 3).of("Syrien") == "Syr"`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Hint:
    """What a file says of an article beside its running text: a value for a field of `Description`.

    `source` is where it says so: "field" is a labelled line of a database's export, all others are the
    metadata of a web page ("json-ld", "og", "address" …). `span` is where a reader of the text sees it.
    """

    field: str
    value: str
    source: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a marked-up page that says what it is: its tag, id and classes, and where its text stands."""

    span: Span
    tag: str
    id: str = ""
    classes: tuple[str, ...] = ()


@dataclass(frozen=True)
class SavedText:
    """A saved article as read. `name` is its path below `seeds/`, with forward slashes and its suffix.

    `file` is the same file as problems name it, below the project. `sha256` is of the bytes on disk, in
    hexadecimal. `text` is what a reader of the file sees, for plain text its bytes decoded as `encoding`,
    without a byte-order mark and with every line end as a line feed.

    A file may hold several articles. Then `part` tells this one from the others (the database's own number,
    or its place in the file), `text` is its part alone, and the parts joined are the whole file's text.
    `lines` and `origins` give the line and the bytes of the file for each line of `text`, if the text is not
    the file's own, counted from `first_line`. `layout` are parts of the text whose kind the file's format
    settles, in order; `hints` what the file says of the article beside its text.
    """

    name: str
    file: str
    text: str
    sha256: str
    encoding: str = "utf-8"
    part: str = ""
    parts: int = 1
    first_line: int = 1
    lines: tuple[int, ...] = ()
    origins: tuple[tuple[int, int], ...] = ()
    hints: tuple[Hint, ...] = ()
    layout: tuple[Segment, ...] = ()

    @property
    def key(self) -> str:
        """What its curation is named after: the name without its suffix, then `#` and its part."""
        return seed_key(self.name) + self._numbered

    @property
    def label(self) -> str:
        """The name of the file and, where it holds several articles, this one's part: `a.txt#3`."""
        return self.name + self._numbered

    @property
    def identity(self) -> str:
        """The checksum of the file and the part: no other article has the same, whatever its file's name."""
        return self.sha256 + self._numbered

    @property
    def _numbered(self) -> str:
        return f"#{self.part}" if self.part else ""

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(i + 1 for i, character in enumerate(self.text) if character == "\n"))

    def line_of(self, offset: int) -> int:
        """The line of the file, counted from 1, that the character at `offset` stands on."""
        line = bisect_right(self._line_starts, offset)
        return self.lines[line - 1] if self.lines else self.first_line + line - 1

    def bytes_of(self, span: Span) -> tuple[int, int] | None:
        """The file's bytes (first, behind the last) of the span's lines, if they are known."""
        first = bisect_right(self._line_starts, span.start) - 1
        last = bisect_right(self._line_starts, max(span.start, span.end - 1)) - 1
        known = [place for place in self.origins[first : last + 1] if place[1]]
        return (known[0][0], known[-1][1]) if known else None

    def lines_of(self, span: Span) -> tuple[int, int]:
        """First and last line of a span, counted from 1; an empty span is on one line."""
        return self.line_of(span.start), self.line_of(max(span.start, span.end - 1))


BY_HAND = "curated"  # the rule of what a person decided


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the text with its kind and the rule that said so. Segments tile the text in order.

    The rules are named and explained in `lexicon/rules/`. A comment segment is one whole reader comment; any
    other kind of text segment lies within one paragraph, and line ends between them are `Kind.BLANK`. Where a
    person decided, the rule is `BY_HAND`, and `because` the reason if one was given.
    """

    kind: Kind
    span: Span
    rule: str
    because: str | None = None
