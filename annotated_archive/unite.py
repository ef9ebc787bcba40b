"""People of single articles → people of the archive: one person, one page, whatever the spelling.

Comes in: the people found in each article. Goes out: who is whom among those that nobody described, and the
addresses that moved. Two names meet when they are spellings of one another and no article holds both; people
whom somebody described in `curation/people.yml` were settled before. Near misses are left for `review`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from .model import Mention, Person
from .slugs import slug_of

# A surname alone says too little to be the same person in another article.
FEWEST_WORDS = 2


def unite(people: Sequence[Sequence[Person]], spelling_key: Callable[[str], str]) -> dict[str, str]:
    """The ids that give way to another, with that other: `{"sergei-lawrow": "sergej-lawrow"}`.

    `people` has those of each article. The spelling that most articles use wins; of equals, the first in the
    alphabet.
    """
    articles: Counter[str] = Counter()
    groups: defaultdict[str, dict[str, Person]] = defaultdict(dict)
    together: set[frozenset[str]] = set()
    for found in people:
        loose = [
            person for person in found if not person.verified and len(person.name.split()) >= FEWEST_WORDS
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


def settle(
    mentions: Iterable[Mention], people: Iterable[Person], moved: dict[str, str], chosen: dict[str, Person]
) -> tuple[tuple[Mention, ...], tuple[Person, ...]]:
    """An article's mentions and people with every id that gave way replaced."""
    settled = tuple(
        Mention(m.span, m.printed, moved[m.person], m.rule, m.candidates) if m.person in moved else m
        for m in mentions
    )
    return settled, tuple(dict.fromkeys(chosen[moved.get(person.id, person.id)] for person in people))


def other_addresses(person: Person) -> tuple[str, ...]:
    """The ids under which a described person stood, or would have stood, before somebody described them."""
    slugs = (slug_of(name) for name in (person.name, *person.also))
    return tuple(dict.fromkeys(s for s in slugs if s and s != person.id)) if person.verified else ()
