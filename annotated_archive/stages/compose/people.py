"""Catalogue → the pages about people: the index, everybody's page and, of those named often, their years."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Page
from ...words.languages import Interface
from .catalogue import Catalogue
from .people_index import index_page
from .person import person_page
from .person_year import is_named_often, year_pages


def people_pages(contents: Catalogue, words: Interface) -> Iterator[Page]:
    """The index by letter, then everybody's pages."""
    yield index_page(contents, words)
    for identifier, entries in contents.of_person.items():
        person = contents.people[identifier]
        yield person_page(person, contents, words)
        if is_named_often(entries):
            yield from year_pages(person, entries, words)
