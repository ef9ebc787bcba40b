"""The people described in `curation/people.yml`, ready to be looked up by the names in an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ...model import Person
from ...text.spelling import spelling_key
from ...words.role_families import contradict
from .alone import Forms
from .roles import agree


class Register:
    """Described people by exact name, by spelling and by family name."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = {person.id: person for person in people}
        self.exact: dict[str, list[Person]] = defaultdict(list)
        self.by_key: dict[str, list[Person]] = defaultdict(list)
        self.by_family: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            for form in dict.fromkeys((person.name, *person.also)):
                self.exact[form].append(person)
                _add(self.by_key[spelling_key(form)], person)
                for family in _family_keys(form):
                    _add(self.by_family[family], person)
        self.forms = Forms(self.exact)

    def named(self, name: str, roles: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
        """The ids of the people that a full name may mean: none, one, or several that nothing sets apart.

        The exact form goes before other spellings; among several, a role printed beside the name decides. Who
        has a role that contradicts all those printed is not meant.
        """
        roles = list(roles)
        found = self.exact.get(name) or self.by_key.get(spelling_key(name)) or []
        printed = [" ".join(role) for role in roles]
        found = [p for p in found if not (p.role and contradict(printed, [p.role]))]
        if len(found) > 1:
            found = [p for p in found if any(agree(role, p.role) for role in roles)] or found
        return tuple(person.id for person in found)

    def of_family(self, name: str, roles: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of the people that a family name with a role may mean; without agreement, none."""
        found = self.exact.get(name) or self.by_family.get(spelling_key(name), [])
        return tuple(person.id for person in found if agree(roles, person.role))


def _add(people: list[Person], person: Person) -> None:
    if not people or people[-1] != person:  # each person is entered at once, with all forms
        people.append(person)


def _family_keys(form: str) -> set[str]:
    """Keys of the forms in which a described person's family name stands alone."""
    words = form.split()
    keys = {spelling_key(words[-1])}
    small = next((i for i, word in enumerate(words) if i and not word[0].isupper()), None)
    if small is not None:
        keys.add(spelling_key(" ".join(words[small:])))
    return keys
