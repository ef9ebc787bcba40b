"""Addresses that moved → pages that lead on from there, at once and to the same paragraph.

A page's script takes its target from its own link, so it needs to know nothing about where the site stands,
and keeps the anchor, which no other kind of redirect on a plain file server does. Without scripts there is
the link.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ...model import Archive, Page
from ...words.languages import Interface
from . import paths as places
from .catalogue import Catalogue
from .escape import Markdown
from .front_matter import front_matter
from .printing import render_markdown

PEOPLE = "people/"


def redirect_pages(
    archive: Archive, contents: Catalogue, taken: Collection[str], words: Interface
) -> Iterator[Page]:
    """A page at each old address that leads to a page of today; `taken` are the places of all real pages."""
    moved: dict[str, str] = {}
    for old, new in archive.moved:
        moved.setdefault(_place(old), _place(new))
    titles = {entry.place: entry.title for entry in contents.entries}
    titles |= {places.person_place(person.id): person.name for person in contents.people.values()}
    for old in moved:
        target = _end(old, moved, taken)
        if old not in taken and target in titles:
            yield _page(old, target, titles[target], words)


def _page(here: str, there: str, title: str, words: Interface) -> Page:
    head = {"title": title, "kind": "moved", "robots": "noindex", "search": {"exclude": True}}
    values = {"title": title, "target": places.link(here, there), "words": words}
    return Page(here, render_markdown("moved", front_matter=Markdown(front_matter(head)), **values))


def _end(old: str, moved: Mapping[str, str], taken: Collection[str]) -> str | None:
    """Where the way ends that begins at an old address; None if it runs in a circle."""
    passed = {old}
    target = moved[old]
    while target not in taken and target in moved:
        if target in passed:
            return None
        passed.add(target)
        target = moved[target]
    return target


def _place(address: str) -> str:
    """The file of an address below the archive: `people/<id>` is a person's, whatever file that id has."""
    if address.startswith(PEOPLE):
        return places.person_place(address.removeprefix(PEOPLE))
    return f"{address}.md"
