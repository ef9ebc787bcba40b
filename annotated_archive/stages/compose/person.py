"""A person → their page: who they are, when and where they are named, what they said, each mention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...model import Page, Person
from ...text.paragraphs import fold
from ...words.languages import Interface
from . import paths as places
from .authorities import authorities, person_data
from .catalogue import Catalogue, Entry
from .chronology import chronology, newest_first
from .concordance import concordance
from .escape import Markdown
from .person_year import MOST_ARTICLES, is_named_often, year_name, year_target
from .printing import list_page
from .sayings import quoted
from .sorting import sort_key


def person_page(person: Person, contents: Catalogue, words: Interface) -> Page:
    """The page of a person; of one who is named often, with the newest articles and links to the years."""
    here, entries = places.person_place(person.id), contents.of_person[person.id]
    shown = entries[:MOST_ARTICLES]
    spellings = _spellings(person, entries)
    sayings, more_sayings = quoted(shown, person.id, words, here)
    years = newest_first({entry.year for entry in entries}) if is_named_often(entries) else []

    def target(year: str) -> Markdown:
        return year_target(person, entries, here, year)

    return list_page(
        here,
        "person",
        words,
        person.name,
        searched=True,
        person=person,
        articles=len(entries),
        mentions=sum(count for _, count in spellings),
        spellings=[f"{name} ({words.number(count)})" for name, count in spellings],
        also=sorted(set(person.also) - {person.name, *dict(spellings)}, key=sort_key),
        authorities=authorities(person),
        table=chronology(entries, words, here, target),
        sayings=sayings,
        more_sayings=more_sayings,
        groups=concordance(shown, person.id, words, here),
        shown=len(shown),
        years=[(year_name(year, words), target(year)) for year in years],
        companions=[
            (other.name, places.link(here, places.person_place(other.id)), count)
            for other, count in contents.companions(person.id)
        ],
        all_people=places.link(here, places.ALL_PEOPLE),
        data=person_data(person),
    )


def _spellings(person: Person, entries: Sequence[Entry]) -> list[tuple[str, int]]:
    """The names as printed with how often, most first."""
    printed = Counter(fold(mention.printed) for entry in entries for mention in entry.mentions[person.id])
    return sorted(printed.items(), key=lambda item: (-item[1], sort_key(item[0])))
