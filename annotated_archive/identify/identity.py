"""Names → people: which names mean one person, who that is, and where no rule may choose.

Comes in: full names, names with a role and the people that are described. Goes out: who each form means. The
string, the name as printed and the person are three things; a tie stays a tie.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from slugify import slugify

from ..model import Person
from .alone import Forms, family_names
from .names import Name
from .roles import agree
from .spelling import spelling_key

GERMAN_LETTERS = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("ß", "ss")]
SHORTEST_SHORT_FORM = 3  # letters of "Alex" for "Alexander" that must be there: "Al" could be too many


class Register:
    """The people of `curation/people.yml`, ready to be looked up."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = {person.id: person for person in people}
        self.exact: dict[str, list[Person]] = defaultdict(list)
        self.by_key: dict[str, list[Person]] = defaultdict(list)
        self.by_family: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            for form in dict.fromkeys((person.name, *person.also)):
                self.exact[form].append(person)
                if person not in self.by_key[spelling_key(form)]:
                    self.by_key[spelling_key(form)].append(person)
                for family in _families(form):
                    if person not in self.by_family[family]:
                        self.by_family[family].append(person)

        self.forms = Forms(self.exact)

    def named(self, name: str, roles: Iterable[tuple[str, ...]]) -> tuple[Person, ...]:
        """The described people that a full name may mean: none, one, or several that nothing sets apart."""
        found = self.exact.get(name) or self.by_key.get(spelling_key(name)) or []
        if len(found) > 1:
            found = [p for p in found if any(agree(role, p.role) for role in roles)] or found
        return tuple(found)

    def of_family(self, name: str, roles: tuple[str, ...]) -> tuple[Person, ...]:
        """The described people that a family name with a role may mean; without agreement, none."""
        found = self.exact.get(name) or self.by_family.get(spelling_key(name), [])
        return tuple(person for person in found if agree(roles, person.role))


def _families(form: str) -> set[str]:
    """Keys of the forms in which a described person's family name stands alone."""
    words = form.split()
    if len(words) < 2:
        return {spelling_key(form)}
    ends = {spelling_key(words[-1])}
    small = next((i for i, word in enumerate(words) if i and not word[0].isupper()), None)
    if small is not None:
        ends.add(spelling_key(" ".join(words[small:])))
    return ends


def person_id(name: str) -> str:
    """The id of a person that nobody has described: `person_id("Björn Höcke") == "bjoern-hoecke"`."""
    return slugify(name, replacements=GERMAN_LETTERS)


@dataclass(slots=True)
class Group:
    """The full names of an article that mean one person, fullest form first."""

    names: list[Name] = field(default_factory=list)

    @property
    def fullest(self) -> Name:
        """The name with most words and fewest abbreviations; the first of equals."""
        return min(
            self.names, key=lambda n: (n.words[0].endswith("."), -len(n.words), -len(n.text), n.span.start)
        )

    @property
    def roles(self) -> set[tuple[str, ...]]:
        """All roles printed before one of the names."""
        return {name.roles for name in self.names if name.roles}


def grouped(names: Sequence[Name]) -> list[Group]:
    """Full names as groups that mean one person each, in order of first mention."""
    exact: dict[str, Group] = {}
    for name in names:
        exact.setdefault(spelling_key(name.text), Group()).names.append(name)
    groups = list(exact.values())
    merged: list[Group] = []
    for group in groups:
        fitting = [other for other in merged if _compatible(other.fullest, group.fullest)]
        if len(fitting) == 1:
            fitting[0].names += group.names
        else:
            merged.append(group)
    return merged


def _compatible(a: Name, b: Name) -> bool:
    """Whether two names of one family may be one person: a short form, an initial, a middle name left out."""
    if not _family_key(a) & _family_key(b):
        return False
    first, second = a.words[0], b.words[0]
    if a.given == 0 or b.given == 0:
        return first == second
    short, long = sorted((first.rstrip("."), second.rstrip(".")), key=len)
    if first.endswith(".") or second.endswith("."):
        return long.startswith(short[0])
    if short == long:
        return not _different_middle(a, b)
    return len(short) >= SHORTEST_SHORT_FORM and long.startswith(short)


def _different_middle(a: Name, b: Name) -> bool:
    one, two = a.words[1 : a.given], b.words[1 : b.given]
    return bool(one and two) and not any(x[0] == y[0] for x in one for y in two)


def _family_key(name: Name) -> set[str]:
    return {spelling_key(form) for form in family_names(name)[:1]} | {spelling_key(name.words[-1])}
