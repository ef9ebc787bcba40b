"""Catalogue → the page of all notes, by tag and by article."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Page
from ...words.languages import Interface
from . import paths as places
from .catalogue import Catalogue
from .escape import Markdown
from .note_citations import NoteCitations
from .notes import PrintedNote, printed_notes, tag_id
from .printing import list_page
from .rows import Row, row
from .sorting import sort_key


@dataclass(frozen=True, slots=True)
class Listed:
    """A note, the link to where it stands, and the row of its article."""

    note: PrintedNote
    target: Markdown
    article: Row


def notes_page(contents: Catalogue, words: Interface, citing: NoteCitations) -> Page:
    """The index; it exists in an archive without notes too, since the navigation names it."""
    here = places.ALL_NOTES
    articles: list[tuple[Row, list[Listed]]] = []
    tags: dict[str, tuple[str, list[Listed]]] = {}
    untagged: list[Listed] = []
    for entry in contents.entries:
        if not entry.article.notes:
            continue
        shown = row(entry, words, here, brief=True)
        printed = printed_notes(entry, words, citing, here)
        notes = [Listed(n, places.link(here, entry.place, n.id), shown) for n in printed]
        articles.append((shown, notes))
        for listed in notes:
            for tag in listed.note.tags:
                tags.setdefault(tag_id(tag), (tag, []))[1].append(listed)
            if not listed.note.tags:
                untagged.append(listed)
    ordered = [(i, *tags[i]) for i in sorted(tags, key=lambda i: (sort_key(tags[i][0]), i))]
    if untagged:
        ordered.append(("untagged", words("notes.untagged"), untagged))
    return list_page(
        here,
        "all-notes",
        words,
        words("title.notes"),
        articles=articles,
        tags=ordered,
        total=sum(len(notes) for _, notes in articles),
    )
