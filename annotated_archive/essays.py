"""Pages that people write, and their citations with everything that showing them needs. Values only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .editions.published import BOTH
from .model import Article, Span
from .text.pandoc_citations import Item, Quotation, words_of

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^title:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)


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
        matter = _FRONT_MATTER.match(self.markdown)
        if matter and (title := _TITLE.search(matter[1])):
            return title[1].strip("\"'")
        heading = _HEADING.search(self.markdown, matter.end() if matter else 0)
        return words_of(heading[1]) if heading else self.path


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
    type, for the works that are cited.
    """

    citations: tuple[Resolved, ...] = ()
    cited_in: Mapping[str, tuple[Backlink, ...]] = field(default_factory=dict)
    works: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)
