"""Catalogue → the index of people and the page of each."""

from __future__ import annotations

from collections.abc import Iterator

from ..languages import Interface
from ..model import Page, Person
from . import places
from .catalogue import Catalogue
from .printing import list_page
from .rows import row
from .sorting import collation, surname_first

OTHER_LETTERS = "#"
# Printed with the id, so that a reader can look the person up; no page loads anything from there.
AUTHORITIES = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/"),
    "gnd": ("GND", "https://d-nb.info/gnd/"),
    "viaf": ("VIAF", "https://viaf.org/viaf/"),
}


def people_pages(contents: Catalogue, words: Interface) -> Iterator[Page]:
    """The index by letter, then everybody's page."""
    yield _index(contents, words)
    for person in contents.of_person:
        yield _person(contents.people[person], contents, words)


def _index(contents: Catalogue, words: Interface) -> Page:
    here = places.ALL_PEOPLE
    letters: dict[str, list[tuple[str, str, int]]] = {}
    for person in sorted(contents.people.values(), key=lambda p: (surname_first(p.name), p.id)):
        initial = surname_first(person.name)[:1].upper()
        target = places.link(here, places.person_place(person.id))
        line = (person.name, target, len(contents.of_person[person.id]))
        letters.setdefault(initial if "A" <= initial <= "Z" else OTHER_LETTERS, []).append(line)
    return list_page(here, "all-people", words, words("title.people"), letters=sorted(letters.items()))


def _person(person: Person, contents: Catalogue, words: Interface) -> Page:
    here, entries = places.person_place(person.id), contents.of_person[person.id]
    printed = {mention.printed for entry in entries for mention in entry.mentions[person.id]}
    return list_page(
        here,
        "person",
        words,
        person.name,
        person=person,
        also=sorted({*person.also, *printed} - {person.name}, key=collation),
        authorities=_authorities(person),
        rows=[row(entry, words, here, person=person.id) for entry in entries],
        companions=[
            (other.name, places.link(here, places.person_place(other.id)), count)
            for other, count in contents.companions(person.id)
        ],
        all_people=places.link(here, places.ALL_PEOPLE),
    )


def _authorities(person: Person) -> list[tuple[str, str, str]]:
    """Name, identifier and address of each authority record that a person gave."""
    given = {"wikidata": person.wikidata, "gnd": person.gnd, "viaf": person.viaf}
    return [
        (AUTHORITIES[key][0], identifier, AUTHORITIES[key][1] + identifier)
        for key, identifier in given.items()
        if identifier and identifier.replace("-", "").isalnum()
    ]
