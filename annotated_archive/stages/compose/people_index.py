"""Catalogue → the index of people, by the first letter of the last word of their names."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Page, Person
from ...text.slugs import slug_of
from ...text.spelling import MEETINGS, spelling_key
from ...words.languages import Interface
from . import paths as places
from .catalogue import Catalogue, Entry
from .escape import Markdown
from .introductions import in_attribute
from .printing import list_page, render_html
from .sorting import sort_key, surname_first

# Names that begin with a digit or a sign; they come last.
OTHER_LETTERS = "#"


@dataclass(frozen=True, slots=True)
class Line:
    """One person in the index."""

    name: str
    target: Markdown
    verified: bool
    counts: str
    also: Markdown


@dataclass(frozen=True, slots=True)
class Letter:
    """The people of one letter; `id` is its anchor, which stays whoever joins them."""

    name: str
    id: str
    lines: tuple[Line, ...]


def index_page(contents: Catalogue, words: Interface) -> Page:
    """Everybody who is named in the archive, on one page: 3,000 people make 0.24 MB of HTML."""
    people = contents.people.values()
    figures = words("people", n=len(people))
    if verified := sum(person.verified for person in people):
        figures = words("people.figures", people=figures, verified=words.number(verified))
    return list_page(
        places.ALL_PEOPLE,
        "all-people",
        words,
        words("title.people"),
        figures=figures,
        filter=render_html("people-filter", words=words, meetings=json.dumps(MEETINGS)),
        letters=_letters(contents, words),
    )


def _letters(contents: Catalogue, words: Interface) -> list[Letter]:
    lines: dict[str, list[Line]] = {}
    for person in sorted(contents.people.values(), key=lambda p: (sort_key(surname_first(p.name)), p.id)):
        lines.setdefault(_initial(person), []).append(_line(person, contents, words))
    ordered = sorted(lines, key=lambda letter: (letter == OTHER_LETTERS, letter))
    return [
        Letter(
            letter, f"letter-{'other' if letter == OTHER_LETTERS else letter.lower()}", tuple(lines[letter])
        )
        for letter in ordered
    ]


def _line(person: Person, contents: Catalogue, words: Interface) -> Line:
    entries = contents.of_person[person.id]
    articles = words("articles", n=len(entries))
    mentions = words("mentions", n=sum(len(entry.mentions[person.id]) for entry in entries))
    target = places.link(places.ALL_PEOPLE, places.person_place(person.id))
    counts = words("people.counts", articles=articles, mentions=mentions)
    return Line(person.name, target, person.verified, counts, _also(person, entries))


def _also(person: Person, entries: Sequence[Entry]) -> Markdown:
    """By what else a filter finds somebody, as an attribute list: the role, and other names."""
    printed = (mention.printed for entry in entries for mention in entry.mentions[person.id])
    known = {spelling_key(word) for word in person.name.split()}
    words: dict[str, None] = {}
    for word in (word for name in (*person.also, *printed) for word in name.split()):
        if len(key := spelling_key(word)) > 1 and key not in known:
            known.add(key)
            words[word] = None
    found = [*([person.role] if person.role else []), " ".join(words)]
    text = ", ".join(part for part in found if part)
    return Markdown(f'{{ data-also="{in_attribute(text)}" }}' if text else "")


def _initial(person: Person) -> str:
    """The letter of A to Z that a name is sorted under, also for Š, Ł and Ж; else `OTHER_LETTERS`."""
    initial = slug_of(surname_first(person.name))[:1].upper()
    return initial if "A" <= initial <= "Z" else OTHER_LETTERS
