"""The types that the stages share. All are frozen: a later stage builds a new object, it fills no field.

Every offset counts characters of `SavedText.text`, half open: the one coordinate system of the archive.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from .seed_key import seed_key

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves: `Span(0, 3).of("Syrien") == "Syr"`."""
        return text[self.start : self.end]


class Kind(StrEnum):
    """What a part of a saved text is to the article."""

    TITLE = "title"
    KICKER = "kicker"
    LEAD = "lead"
    SUBHEAD = "subhead"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    LINK = "link"
    COMMENT = "comment"
    BOILERPLATE = "boilerplate"
    BLANK = "blank"


class Certainty(StrEnum):
    """How a fact is known."""

    STATED = "stated"  # the text says so
    INFERRED = "inferred"  # a rule concluded it from what the text says
    CURATED = "curated"  # a person decided, and said why


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A fact with its evidence: where it stands, which rule took it from there, how certain it is.

    `span` is None when the text does not say it (curated facts); then `because` gives the person's reason.
    """

    value: T
    span: Span | None
    rule: str
    certainty: Certainty
    because: str | None = None


@dataclass(frozen=True)
class SavedText:
    """A saved article as read. `name` is its path below `seeds/`, with forward slashes and its suffix.

    `file` is the same file as problems name it, below the project. `sha256` is of the bytes on disk, in
    hexadecimal. `text` is those bytes decoded as `encoding`, without a byte-order mark and with every line
    end as a line feed.
    """

    name: str
    file: str
    text: str
    sha256: str
    encoding: str = "utf-8"

    @property
    def key(self) -> str:
        """The name without its suffix: what `curation/articles/<key>.yml` is named after."""
        return seed_key(self.name)

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(i + 1 for i, character in enumerate(self.text) if character == "\n"))

    def line_of(self, offset: int) -> int:
        """The line, counted from 1, that the character at `offset` stands on."""
        return bisect_right(self._line_starts, offset)

    def lines_of(self, span: Span) -> tuple[int, int]:
        """First and last line of a span, counted from 1; an empty span is on one line."""
        return self.line_of(span.start), self.line_of(max(span.start, span.end - 1))


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the text with its kind and the rule that said so. Segments tile the text in order.

    The rules are named and explained in `lexicon/rules/`. A comment segment is one whole reader comment; any
    other kind of text segment lies within one paragraph, and line ends between them are `Kind.BLANK`.
    """

    kind: Kind
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of an article as a publication; None or empty means that nothing is known.

    `date` is EDTF (level 0 and 1: `2015-09-16`, `2016-07-15~`, `2016-08`); `time` is ISO 8601 with the
    zone if the text gives one. `outlet` is an id of `lexicon/outlets.yml` or `curation/outlets.yml`, or the
    name as printed when neither knows it. `agencies` are names of `lexicon/agencies.yml`. `lang` is BCP 47.
    `comments_declared` is the number of reader comments that the page claims; those present are segments.
    `page`, `section` and `issue` (its number) are of the printed newspaper. `incomplete` quotes the wall that
    cut the text.
    """

    title: Found[str] | None = None
    kicker: Found[str] | None = None
    outlet: Found[str] | None = None
    date: Found[str] | None = None
    time: Found[str] | None = None
    authors: tuple[Found[str], ...] = ()
    agencies: tuple[Found[str], ...] = ()
    url: Found[str] | None = None
    lang: Found[str] | None = None
    rights: Found[str] | None = None
    page: Found[str] | None = None
    section: Found[str] | None = None
    issue: Found[str] | None = None
    comments_declared: Found[int] | None = None
    incomplete: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publication. `names` are printed forms, `hosts` its web addresses without `www.`."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """An identity, not a string. `verified` when a person entered it in `curation/people.yml`."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    role: str | None = None
    born: str | None = None
    wikidata: str | None = None
    gnd: str | None = None
    viaf: str | None = None
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name as printed at a span: one identity, or candidates between which no rule may choose."""

    span: Span
    printed: str
    person: str | None  # an id of Person
    rule: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A human annotation of a passage.

    `text` is Markdown; `quote` the passage's words, `prefix` and `suffix` what
    stands directly before and after it, where the words occur more than once.

    `date` is EDTF. `file` and `line` are where the note is written.
    """

    quote: str
    text: str
    prefix: str = ""
    suffix: str = ""
    tags: tuple[str, ...] = ()
    by: str | None = None
    date: str | None = None
    file: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The passage that a note is about: from the first to the last of its characters, whatever lies between.

    `method` is "exact" (the same words, whatever the quotation marks, dashes and white space) or
    "approximate".
    """

    note: Note
    span: Span
    method: str


@dataclass(frozen=True, slots=True)
class CuratedArticle:
    """What a person decided about one seed: `fields` by name of `Description`, `because` by the same names.

    `people` gives the identity of a name as printed in this article; `lines` each key's line in `file`.
    """

    seed: str
    file: str
    fields: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    because: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Address:
    """Where an article stays published: `path` below the archive without suffix, and its citation key.

    `formerly` are paths that lead here since a rename. `passages` are the paragraph ids ever given out, each
    with the offset where its paragraph began: the text never changes, so an old id still finds its place.
    """

    path: str
    citekey: str
    formerly: tuple[str, ...] = ()
    passages: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Permalink:
    """An entry of `curation/permalinks.yml`: an address given out to a seed, or more of its passages.

    `address` is None in an entry that only adds passages; its parts are as written, and "" where the entry
    does not say them. `seed` is "" where the entry does not say whose it is: `sha256`, which recognises a
    seed that was renamed, may tell.
    """

    seed: str
    address: Address | None
    sha256: str | None = None
    passages: tuple[tuple[str, int], ...] = ()
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that a person is quoted as saying, with their quotation marks, and the rule that says whose."""

    person: str  # an id of Person
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """A saved article, understood and with its address."""

    saved: SavedText
    segments: tuple[Segment, ...]
    description: Description
    mentions: tuple[Mention, ...]
    people: tuple[Person, ...]  # in order of first mention
    address: Address
    notes: tuple[Anchor, ...] = ()
    sayings: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything that pages are composed from: articles by address, people and outlets by id.

    `moved` are addresses below the archive, without suffix, that lead to another one since.
    """

    articles: tuple[Article, ...]
    people: dict[str, Person]
    outlets: dict[str, Outlet]
    moved: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A generated file: `path` below `docs/archive/`, with suffix, and its whole content."""

    path: str
    markdown: str
