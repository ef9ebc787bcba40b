"""People of single articles → people of the archive: one person, one page, whatever the spelling.

Comes in: the people found in each article. Goes out: who is whom among those that nobody described, and the
addresses that moved. Two names meet when they are spellings of one another and no article holds both; people
whom somebody described in `curation/people.yml` were settled before. Near misses are left for `review`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..model import Archive, Article, Outlet, Person
from ..text.slugs import slug_of

# A surname alone says too little to be the same person in another article.
FEWEST_WORDS = 2


def merged_into(people: Sequence[Sequence[Person]], spelling_key: Callable[[str], str]) -> dict[str, str]:
    """The ids that give way to another, with that other: `{"sergei-lawrow": "sergej-lawrow"}`.

    `people` has those of each article. The spelling that most articles use wins; of equals, the first in the
    alphabet.
    """
    articles: Counter[str] = Counter()
    groups: defaultdict[str, dict[str, Person]] = defaultdict(dict)
    together: set[frozenset[str]] = set()
    for found in people:
        loose = [
            person
            for person in found
            if not (person.verified or person.only_here) and len(person.name.split()) >= FEWEST_WORDS
        ]
        keys: defaultdict[str, list[str]] = defaultdict(list)
        for person in loose:
            key = spelling_key(person.name)
            articles[person.id] += 1
            groups[key][person.id] = person
            together |= {frozenset((person.id, other)) for other in keys[key]}
            keys[key].append(person.id)
    moved: dict[str, str] = {}
    for group in groups.values():
        order = sorted(group, key=lambda identifier: (-articles[identifier], identifier))
        chosen, *others = order
        # Two that stand side by side in one article are two people; then none of the group is merged.
        if not any(frozenset((a, b)) in together for a in order for b in order if a < b):
            moved |= dict.fromkeys(others, chosen)
    return moved


def archive_of(
    articles: Sequence[Article], outlets: dict[str, Outlet], spelling_key: Callable[[str], str]
) -> Archive:
    """The archive of these articles, each of its people one person, with every address that moved."""
    same = merged_into([article.people for article in articles], spelling_key)
    chosen = {person.id: person for article in articles for person in article.people}
    settled = tuple(_settle(article, same, chosen) for article in articles)
    people = {person.id: person for article in settled for person in article.people}
    moved = [(old, article.address.path) for article in settled for old in article.address.formerly]
    elsewhere = dict(same)
    for person in people.values():
        elsewhere |= {old: person.id for old in other_addresses(person) if old not in people}
    moved += [(f"people/{old}", f"people/{new}") for old, new in elsewhere.items()]
    return Archive(settled, people, outlets, tuple(moved))


def _settle(article: Article, same: dict[str, str], chosen: dict[str, Person]) -> Article:
    """The article with every id that gave way replaced."""
    if not any(person.id in same for person in article.people):
        return article

    def now(identifier: str) -> str:
        return same.get(identifier, identifier)

    return replace(
        article,
        mentions=tuple(replace(m, person=now(m.person)) if m.person else m for m in article.mentions),
        people=tuple(dict.fromkeys(chosen[now(person.id)] for person in article.people)),
        sayings=tuple(replace(saying, person=now(saying.person)) for saying in article.sayings),
    )


def other_addresses(person: Person) -> tuple[str, ...]:
    """The ids under which a described person stood, or would have stood, before somebody described them."""
    slugs = (slug_of(name) for name in (person.name, *person.also))
    return tuple(dict.fromkeys(s for s in slugs if s and s != person.id)) if person.verified else ()
