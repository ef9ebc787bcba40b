"""The archive → what the search has to know of pages beside what they show: `.search.json`.

Comes in: the catalogue. Goes out: for each page of an article, a person or an outlet, its filters, its date,
and the names by which readers may look for it. MkDocs ignores files whose name starts with a dot;
`renderer/search/` reads it when the site is made. It holds nothing that the edition's pages do not show, but
in more spellings.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from ...model import Certainty, Page, Person
from ...text.dates import display, earliest, filed, latest
from ...text.paragraphs import fold
from ...words.languages import Interface
from . import paths as places
from .catalogue import Catalogue, Entry
from .notes import note_tags

PLACE = ".search.json"
# A date that may be any of so many days is found by each of them; by months and years if there are more.
MOST_DAYS = 31
MOST_MONTHS = 24
MOST_YEARS = 100


def search_facts(contents: Catalogue, words: Interface) -> Iterator[Page]:
    """The one file; pages by their place, people and outlets by their ids."""
    facts = {
        "language": words.language,
        "pages": {entry.place: _article(entry, words) for entry in contents.entries}
        | {places.person_place(p.id): {"kind": "person", "person": p.id} for p in contents.people.values()}
        | {places.outlet_place(o.id): {"kind": "outlet", "outlet": o.id} for o in contents.outlets.values()},
        "people": {person.id: _person(person, contents) for person in contents.people.values()},
        "outlets": {
            outlet.id: {"name": outlet.name, "names": _known((outlet.id, *outlet.names, *outlet.hosts))}
            for outlet in contents.outlets.values()
        },
    }
    yield Page(PLACE, json.dumps(facts, ensure_ascii=False, indent=0) + "\n")


def date_keys(edtf: str) -> list[str]:
    """The days, months or years that a date can mean: `date_keys("2016-08") == ["201608"]`."""
    first, last = earliest(edtf), latest(edtf)
    if date.min in (first, last) or date.max in (first, last):
        known = filed(edtf)
        return [f"{known.year:04d}"] if known else []
    whole_month = first.day == 1 and (last + timedelta(days=1)).day == 1
    if not whole_month and (last - first).days < MOST_DAYS:
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return [f"{day:%Y%m%d}" for day in days]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    if len(months) < min(MOST_MONTHS, 12) or (len(months) <= MOST_MONTHS and len(months) % 12):
        return [f"{month // 12:04d}{month % 12 + 1:02d}" for month in months]
    return [f"{year:04d}" for year in range(first.year, min(last.year, first.year + MOST_YEARS) + 1)]


def _article(entry: Entry, words: Interface) -> dict[str, Any]:
    known = entry.article.description
    facts: dict[str, Any] = {
        "kind": "article",
        "outlet": entry.outlet.id if entry.outlet else None,
        "year": entry.year,
        "language": entry.language,
        "citekey": entry.article.address.citekey,
        "authors": [found.value for found in (*known.authors, *known.agencies)],
        "people": [person.id for person in entry.article.people],
        "tags": sorted({tag for anchor in entry.article.notes for tag in note_tags(anchor.note)}),
    }
    if known.date:
        edtf = known.date.value
        sure = known.date.certainty is Certainty.STATED
        facts |= {
            "date": display(edtf, words.language),
            "sure": None if sure else words(f"certainty.{known.date.certainty}"),
            "days": date_keys(edtf),
            "sort": int(f"{entry.published:%Y%m%d}") if entry.published else 0,
        }
    return {key: value for key, value in facts.items() if value}


def _person(person: Person, contents: Catalogue) -> dict[str, Any]:
    printed = {fold(m.printed) for e in contents.of_person.get(person.id, ()) for m in e.mentions[person.id]}
    facts = {"name": person.name, "names": _known((*person.also, *sorted(printed))), "role": person.role}
    return {key: value for key, value in facts.items() if value}


def _known(names: tuple[str, ...]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name]
