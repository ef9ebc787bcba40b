"""The archive → what a person should decide next, the most harmful first. Nothing is decided here.

Comes in: `Known`, the archive with what people decided and the problems that are left. Goes out: questions,
each with its evidence and answers that are complete: whoever chooses one has nothing to look up. Each kind of
question is a line of `OF_ARTICLE` or `OF_ARCHIVE`. Showing them, and writing what was chosen, are left to
others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...model import Article
from ...questions import KINDS, Question
from .authors import authors
from .dates import date
from .known import Known, field_edits, line_edits
from .lines import lines
from .namesakes import namesakes
from .notes import notes
from .notices import corrections, cut, encoding, parts, text
from .outlets import outlet
from .people import people
from .person import person
from .quotations import quotations
from .rights import rights
from .titles import title

__all__ = [
    "OF_ARCHIVE",
    "OF_ARTICLE",
    "Known",
    "ask",
    "ask_archive",
    "ask_article",
    "field_edits",
    "line_edits",
]

OF_ARTICLE: dict[str, Callable[[Article, Known], Iterator[Question]]] = {
    "text": text,
    "parts": parts,
    "corrections": corrections,
    "title": title,
    "encoding": encoding,
    "date": date,
    "outlet": outlet,
    "authors": authors,
    "lines": lines,
    "cut": cut,
    "people": people,
    "notes": notes,
    "rights": rights,
}
OF_ARCHIVE: dict[str, Callable[[Known], Iterator[Question]]] = {
    "quotations": quotations,
    "namesakes": namesakes,
    "person": person,
}


def ask(known: Known) -> tuple[Question, ...]:
    """All questions: article by article, those with the most harmful doubt first, then the archive's."""
    of_articles = [found for article in known.archive.articles if (found := ask_article(article, known))]
    of_articles.sort(key=lambda found: (KINDS.index(found[0].kind), found[0].seed))
    return (*(question for found in of_articles for question in found), *ask_archive(known))


def ask_article(article: Article, known: Known) -> tuple[Question, ...]:
    """The questions about one article, the most harmful first."""
    return tuple(q for kind in KINDS if kind in OF_ARTICLE for q in OF_ARTICLE[kind](article, known))


def ask_archive(known: Known) -> tuple[Question, ...]:
    """The questions that are about no single article."""
    return tuple(q for kind in KINDS if kind in OF_ARCHIVE for q in OF_ARCHIVE[kind](known))
