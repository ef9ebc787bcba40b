"""A note's citations → what stands in their place: the short forms of essays, linked.

A note is shown on pages that have no list of references, so a work outside the archive has no link there.
"""

from __future__ import annotations

from dataclasses import replace

from ...essays import EssayPage, Essays, ResolvedItem
from ...model import Note, Span
from ...words.languages import Interface
from .catalogue import Catalogue
from .escape import Markdown
from .essay_citations import CitedPage
from .paths import FOLDER


class NoteCitations:
    """The citations of all notes, with the articles and other works that they mean."""

    def __init__(self, contents: Catalogue, essays: Essays, words: Interface) -> None:
        self.entries = {entry.article.address.path: entry for entry in contents.entries}
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

    def _is_there(self, item: ResolvedItem) -> bool:
        if item.article is None:
            return item.known
        entry = self.entries.get(item.article)
        numbers = {paragraph.number for paragraph in entry.paragraphs} if entry else set()
        cited = (item.written.paragraph, item.written.last_paragraph)
        return entry is not None and all(number is None or number in numbers for number in cited)


class _CitingNote(CitedPage):
    def _target(self, item: ResolvedItem) -> str | None:
        return super()._target(item) if item.written.key in self.entries else None
