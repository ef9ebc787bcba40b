"""A note's citations → what stands in their place: the short forms of essays, linked. And its links to pages.

A note is shown on pages that have no list of references, so a work outside the archive has no link there.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from urllib.parse import unquote

from ...essays import EssayPage, Essays, ResolvedItem
from ...model import Note, Span
from ...words.languages import Interface
from .catalogue import Catalogue
from .escape import Markdown
from .essay_citations import CitedPage
from .paths import (
    ALL_ARTICLES,
    ALL_NOTES,
    ALL_OUTLETS,
    ALL_PEOPLE,
    FOLDER,
    link,
    outlet_place,
    person_place,
    year_place,
)

_ID = re.compile(r"[A-Za-z0-9_-]+")


class NoteCitations:
    """The citations of all notes, with the articles and other works that they mean."""

    def __init__(self, contents: Catalogue, essays: Essays, words: Interface) -> None:
        self.entries = {entry.article.address.path: entry for entry in contents.entries}
        self.pages = _pages(contents)
        self.essays = essays
        self.words = words

    def of(self, note: Note, here: str) -> tuple[tuple[Span, Markdown], ...]:
        """The places in a note's text with what the page `here` shows there, in order.

        A citation of which a work or a paragraph is unknown is not among them: it stays as it was written.
        """
        citations = [c for c in self.essays.in_notes.get(note.text, ()) if all(map(self._is_there, c.items))]
        if not citations:
            return ()
        page = EssayPage(note.file, f"{FOLDER}/{here}", note.text)
        cited = _CitingNote(
            [replace(citation, page=page) for citation in citations], self.entries, self.essays, self.words
        )
        return tuple((citation.span, cited.shown(citation, "", brief=True)) for citation in citations)

    def page(self, href: str, home: str, here: str) -> Markdown | None:
        """The link from the page `here` to a page of the archive; None if there is none.

        It is written as seen from the article's page, `home`, or from `docs/`.
        """
        path, _, fragment = href.partition("#")
        written = unquote(path)
        beside = posixpath.join(FOLDER, posixpath.dirname(home), written) if written else f"{FOLDER}/{home}"
        for found in (beside, written):
            folder, _, place = posixpath.normpath(found).partition("/")
            if folder == FOLDER and place in self.pages:
                return link(here, self.pages[place], fragment if _ID.fullmatch(fragment) else "")
        return None

    def _is_there(self, item: ResolvedItem) -> bool:
        if item.article is None:
            return item.known
        entry = self.entries.get(item.article)
        numbers = {paragraph.number for paragraph in entry.paragraphs} if entry else set()
        cited = (item.written.paragraph, item.written.last_paragraph)
        return entry is not None and all(number is None or number in numbers for number in cited)


def _pages(contents: Catalogue) -> dict[str, str]:
    """The pages that a note may link to, each by where it stands and stood."""
    found = {
        f"{former}.md": entry.place for entry in contents.entries for former in entry.article.address.formerly
    }
    now = (
        *(ALL_ARTICLES, ALL_PEOPLE, ALL_OUTLETS, ALL_NOTES),
        *map(year_place, contents.years),
        *map(outlet_place, contents.outlets),
        *map(person_place, contents.people),
        *(entry.place for entry in contents.entries),
    )
    return found | {place: place for place in now}


class _CitingNote(CitedPage):
    def _target(self, item: ResolvedItem) -> str | None:
        return super()._target(item) if item.written.key in self.entries else None
