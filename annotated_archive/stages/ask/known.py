"""What the questions are asked from, and the edits that every one of them needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ...essays import EssayPage, Essays, Resolved
from ...knowledge.curation import Curation
from ...knowledge.curation.edits import TYPED, Edit, one_key
from ...knowledge.outlets import Directory
from ...model import Archive, Article, CuratedArticle, Kind, Note, Span
from ...problems import Problem
from ...words.languages import Interface

SHOWN = 12  # digits of a checksum
LONGEST = 100  # characters of a line that are shown
Selector = tuple[str, str, str]  # quote, prefix, suffix


@dataclass(frozen=True, slots=True)
class Known:
    """The archive, what people decided about it, and what other stages can tell.

    `problems` are those of each article, by key; `others` all the rest. `rivals` gives the lines that may be
    an article's title with their chances, `passages` the places that a note may mean. `pages` are the
    hand-written ones, `resolved` reads the citations of one. `words` are those of whoever reads the
    questions, `reasons` those of the archive, in which reasons are written down.
    """

    archive: Archive
    essays: Essays
    curation: Curation
    problems: Mapping[str, Sequence[Problem]]
    others: Sequence[Problem]
    outlets: Directory
    rivals: Callable[[Article], Sequence[tuple[Span, float]]]
    passages: Callable[[Note, Article], Sequence[tuple[Span, Selector]]]
    pages: Sequence[EssayPage]
    resolved: Callable[[EssayPage], tuple[Sequence[Resolved], Sequence[Problem]]]
    is_role: Callable[[str], bool]
    words: Interface
    reasons: Interface

    def curated(self, article: Article) -> CuratedArticle | None:
        """What a person decided about an article."""
        return self.curation.articles.get(article.saved.key)


def one_line(text: str, longest: int | None = None) -> str:
    """The text without what could end a comment or command a terminal: `one_line("a\\n b") == "a b"`."""
    line = "".join(c if c.isprintable() else "�" for c in re.sub(r"\s+", " ", text)).strip()
    return line if longest is None or len(line) <= longest else line[:longest].rstrip() + " …"


def has_text(article: Article) -> bool:
    """Whether an article was found in the file; of anything else, title and date are no question."""
    return any(segment.kind.in_text for segment in article.segments)


def file_of(article: Article) -> str:
    """The curation file of an article."""
    return f"curation/articles/{article.saved.key}.yml"


def field_edits(article: Article, field: str, value: object, because: str) -> tuple[Edit, ...]:
    """A field of the article with its reason."""
    file = file_of(article)
    return Edit(file, (field,), value), Edit(file, ("because", field), because)


def accept_edits(article: Article, code: str, because: str) -> tuple[Edit, ...]:
    """A notice settled: somebody has looked, and it may stay."""
    return (Edit(file_of(article), ("accept", code), because),)


def line_edits(article: Article, curated: CuratedArticle | None, span: Span, kind: str) -> tuple[Edit, ...]:
    """What the words of a span are; quoted where they are not all of their lines."""
    saved, file = article.saved, file_of(article)
    key = one_key(*saved.lines_of(span))
    value: object = kind
    if not is_whole(article, span):
        value = {"quote": one_line(span.of(saved.text)), "kind": kind}
    edits = [*checksum_edit(article, curated), Edit(file, ("lines", key), value)]
    if kind == Kind.TITLE and curated is not None:
        others = [c for c in curated.corrections if c.kind is Kind.TITLE and c.quote is None]
        edits += [
            Edit(file, ("lines", one_key(c.first, c.last))) for c in others if one_key(c.first, c.last) != key
        ]
        edits += [Edit(file, ("title",))] if "title" in curated.fields else []
        edits += [Edit(file, ("because", "title"))] if "title" in curated.because else []
    return tuple(edits)


def checksum_edit(article: Article, curated: CuratedArticle | None) -> tuple[Edit, ...]:
    """The checksum by which corrections know their file, unless it stands there already."""
    checksum = article.saved.sha256
    if curated and curated.corrections and curated.sha256 and checksum.startswith(curated.sha256):
        return ()
    return (Edit(file_of(article), ("sha256",), checksum[:SHOWN]),)


def is_whole(article: Article, span: Span) -> bool:
    """Whether a span is all of its lines, and these are lines of the file."""
    text = article.saved.text
    if article.saved.lines:
        return False
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", max(span.start, span.end - 1))
    whole = text[start : end if end >= 0 else len(text)]
    return whole.strip() == span.of(text).strip()


def line_reason(known: Known, article: Article, span: Span) -> str:
    """A reason for what a line says: its number and its words."""
    text = article.saved.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    words = one_line(text[start : end if end >= 0 else len(text)], LONGEST)
    return known.reasons("ask.because.line", line=article.saved.line_of(span.start), text=words)


def typed_field(known: Known, article: Article, field: str, value: object = TYPED) -> tuple[Edit, ...]:
    """A field whose value a person types, who may give a better reason."""
    return field_edits(article, field, value, known.reasons("ask.because.typed"))
