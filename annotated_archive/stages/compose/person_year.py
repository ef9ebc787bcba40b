"""A person who is named often → a page for each year, so that no page grows with the archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Page, Person
from ...words.languages import Interface
from . import paths as places
from .catalogue import Entry
from .chronology import newest_first
from .concordance import concordance
from .escape import Markdown
from .printing import list_page
from .sayings import quoted

# On a person's own page: the newest, with their mentions about 0.1 MB. If there are more, years have pages.
MOST_ARTICLES = 60


def is_named_often(entries: Sequence[Entry]) -> bool:
    """Whether a person's articles need more than one page."""
    return len(entries) > MOST_ARTICLES


def year_target(person: Person, entries: Sequence[Entry], here: str, year: str) -> Markdown:
    """Where a year leads on the person's page: to the person's year, or to the archive's."""
    often = is_named_often(entries)
    return places.link(here, places.person_year_place(person.id, year) if often else places.year_place(year))


def year_pages(person: Person, entries: Sequence[Entry], words: Interface) -> Iterator[Page]:
    """The person's mentions and quotations, year by year."""
    by_year: dict[str, list[Entry]] = {}
    for entry in entries:
        by_year.setdefault(entry.year, []).append(entry)
    order = newest_first(by_year)
    for at, year in enumerate(order):
        here = places.person_year_place(person.id, year)
        sayings, more_sayings = quoted(by_year[year], person.id, words, here)
        neighbours = [order[i] for i in (at + 1, at - 1) if 0 <= i < len(order)]
        yield list_page(
            here,
            "person-year",
            words,
            words("person.year", name=person.name, year=year_name(year, words)),
            articles=len(by_year[year]),
            mentions=sum(len(entry.mentions[person.id]) for entry in by_year[year]),
            sayings=sayings,
            more_sayings=more_sayings,
            groups=concordance(by_year[year], person.id, words, here),
            neighbours=[
                (year_name(y, words), places.link(here, places.person_year_place(person.id, y)))
                for y in neighbours
            ],
            person=person.name,
            home=places.link(here, places.person_place(person.id)),
        )


def year_name(year: str, words: Interface) -> str:
    """A year as a heading names it."""
    return words("undated.heading") if year == places.UNDATED else year
