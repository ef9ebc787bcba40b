"""The types that the stages share. All are frozen: a later stage builds a new object, and fills no field.

What reading gives, `SavedText` and its parts, is in `saved.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from .saved import BY_HAND as BY_HAND
from .saved import Element as Element
from .saved import Hint as Hint
from .saved import Kind as Kind
from .saved import SavedText as SavedText
from .saved import Segment as Segment
from .saved import Span as Span

T = TypeVar("T")


class Certainty(StrEnum):
    """How a fact is known."""

    STATED = "stated"  # the text says so
    INFERRED = "inferred"  # a rule concluded it from what the text says
    CURATED = "curated"  # a person decided, and said why


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A fact with its evidence: where it stands, which rule took it from there, how certain it is.

    `span` is None when the text does not say it (curated facts); then `because` gives the person's reason.
    `chance` is how likely it is right, 0 to 1, as measured on annotated pages; None where nobody measured it:
    for what a person decided, for what a file's format or metadata says, for rules that met few pages. That
    of a title is among its rivals' (`title_candidates`).
    """

    value: T
    span: Span | None
    rule: str
    certainty: Certainty
    because: str | None = None
    chance: float | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of an article as a publication; None or empty means that nothing is known.

    `date` is EDTF (level 0 and 1: `2015-09-16`, `2016-07-15~`, `2016-08`); `time` is ISO 8601 with the
    zone if the text gives one. `outlet` is an id of `lexicon/outlets.yml` or `curation/outlets.yml`, or the
    name as printed when neither knows it. `agencies` are names of `lexicon/agencies.yml`. `lang` is BCP 47.
    `comments_declared` is the number of reader comments that the page claims; those present are segments.
    `incomplete` quotes the wall that cut the text. `page`, `section`, `issue` (its number) and `edition` of a
    printed newspaper are as printed, `words` is the number that the file gives, `accession` the database's
    own number of the article.
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
    issue: Found[str] | None = None
    comments_declared: Found[int] | None = None
    incomplete: Found[str] | None = None
    section: Found[str] | None = None
    page: Found[str] | None = None
    edition: Found[str] | None = None
    words: Found[str] | None = None
    accession: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publication. `names` are printed forms, `hosts` its web addresses without `www.`."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """An identity, not a string. `verified` when a person entered it in `curation/people.yml`.

    `only_here` says why the name does not mean whoever has it elsewhere: it is "shortened", "changed", or has
    a "namesake" with another role; else it is "". `nobody` when somebody said that the name means no person,
    but a place or an office; no article has it. `roles` are those printed before the name in an article.
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    role: str | None = None
    born: str | None = None
    wikidata: str | None = None
    gnd: str | None = None
    viaf: str | None = None
    verified: bool = False
    only_here: str = ""
    nobody: bool = False
    roles: tuple[str, ...] = field(default=(), compare=False)


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
class Correction:
    """What lines of a saved file are, as a person decided: `first` to `last`, counted in the file from 1.

    `quote` are the words of these lines that are meant; without one, all that no other correction of the same
    lines quotes. `line` is where the correction is written.
    """

    first: int
    last: int
    kind: Kind
    quote: str | None = None
    because: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A person looked at the notices of a `code`, said `because`, and does not want to see them again.

    `place` is the file of which it speaks; "" for all that its own place in curation speaks of. `file` and
    `line` are where it is written.
    """

    code: str
    because: str
    file: str
    line: int | None
    place: str = ""


@dataclass(frozen=True, slots=True)
class CuratedArticle:
    """What a person decided about one seed: `fields` by name of `Description`, `because` by the same names.

    `people` gives the identity of a name as printed in this article; `lines` each key's line in `file`.
    `corrections` hold for the file whose checksum begins with `sha256`; where that is "", nobody said which.
    """

    seed: str
    file: str
    fields: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    because: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    sha256: str = ""
    accepted: tuple[Acceptance, ...] = ()


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
