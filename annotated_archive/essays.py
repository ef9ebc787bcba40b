"""Pages that people write, and their citations with everything that showing them needs. Values only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .editions.published import BOTH
from .model import Article, Span
from .text.front_matter import read_front_matter
from .text.pandoc_citations import Item, Quotation, prose_of, words_of

# As Python-Markdown reads one: it needs no space behind the sign, and knows underlined ones.
_HEADING = re.compile(r"^#(?!#)[ \t]*(?P<text>.+?)[ \t#]*$|^(?P<underlined>\S.*)\n=+[ ]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class EssayPage:
    """A page that may cite. `file` is how problems name it, `path` its place below `docs/`, with suffix.

    `editions` are those that show it: a draft is shown by the local edition alone, or by none.
    """

    file: str
    path: str
    markdown: str
    editions: frozenset[str] = BOTH

    @property
    def title(self) -> str:
        """Its title: that of the front matter, else the first heading, else the path."""
        if title := read_front_matter(self.markdown).title:
            return title
        heading = _HEADING.search(prose_of(self.markdown))  # a comment in code is none
        if heading is None:
            return self.path
        start, end = heading.span(heading.lastgroup or 0)
        return words_of(self.markdown[start:end]) or self.path


@dataclass(frozen=True, slots=True)
class Work:
    """The pieces of a short form, as far as they are known. `outlet` is an id or the printed name."""

    authors: tuple[str, ...] = ()
    outlet: str | None = None
    date: str | None = None  # EDTF
    title: str | None = None

    @classmethod
    def of(cls, article: Article) -> Work:
        """What is known of an article."""
        known = article.description
        return cls(
            tuple(author.value for author in known.authors),
            known.outlet.value if known.outlet else None,
            known.date.value if known.date else None,
            known.title.value if known.title else None,
        )


@dataclass(frozen=True, slots=True)
class ResolvedItem:
    """One work of a citation. `written` has the key, prefix, locator and suffix.

    `article` is the cited article's address (its path), None for a work outside the archive or an unknown
    key (`known` is False then). `paragraph` is the id to link to: the cited paragraph's, or the one where the
    quotation was found; None for the article as a whole. `number` is that paragraph's. `span` is the
    quotation in the saved text. `verified`: the quotation is there (True), is not (False), or there was
    nothing to verify here (None).
    """

    written: Item
    known: bool
    article: str | None = None
    work: Work | None = None
    paragraph: str | None = None
    number: int | None = None
    verified: bool | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """A citation in a page. `span` is its markup in the page's Markdown, `form` "bracketed" or "in-text".

    `quotation` is the one directly before it. `sentence` is the citing passage in plain words.
    """

    page: EssayPage
    line: int
    form: str
    span: Span
    items: tuple[ResolvedItem, ...]
    quotation: Quotation | None
    sentence: str

    @property
    def verified(self) -> bool | None:
        """Whether the quotation is in one of the works cited; None if there is none or nobody can tell."""
        verdicts = {item.verified for item in self.items}
        return True if True in verdicts else False if False in verdicts else None


@dataclass(frozen=True, slots=True)
class Backlink:
    """A passage of an essay that cites. `paragraph` and `number` are the cited article's, if one is meant.

    `page` is the essay's path below `docs/`, `span` the citation's markup there, `sentence` the citing
    passage in plain words.
    """

    page: str
    title: str
    span: Span
    sentence: str
    paragraph: str | None
    number: int | None
    verified: bool | None


@dataclass(frozen=True, slots=True)
class Essays:
    """Everything that people wrote about the archive: their citations, and where each article is cited.

    `cited_in` is by the cited article's address. `works` are those outside the archive that essays may cite,
    as CSL-JSON items by key. `references` are full references by key, as HTML whose only tags are of inline
    type, for the works that are cited. `in_notes` are the citations of notes, by the note's text.
    """

    citations: tuple[Resolved, ...] = ()
    cited_in: Mapping[str, tuple[Backlink, ...]] = field(default_factory=dict)
    works: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)
    in_notes: Mapping[str, tuple[Resolved, ...]] = field(default_factory=dict)
