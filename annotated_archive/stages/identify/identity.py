"""Full names → groups that mean one person each, and ids for people whom nobody has described.

The string, the name as printed and the person are three things. Names meet only where nothing contradicts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...text.slugs import slug_of
from ...text.spelling import spelling_key
from .alone import family_names
from .names import Name

SHORTEST_SHORT_FORM = 3  # letters of "Alex" for "Alexander" that must be there: "Al" could be too many


def person_id(name: str) -> str:
    """The id of a person that nobody has described: `person_id("Jörg Müller") == "joerg-mueller"`."""
    return slug_of(name) or "person"


@dataclass(slots=True, eq=False)
class Group:
    """The full names of an article that mean one person."""

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
    """Full names as groups that mean one person each, in order of first mention.

    Spellings of one name are one person. A short form, an initial or a missing middle name joins a fuller
    name if only one fits.
    """
    by_spelling: dict[str, Group] = {}
    for name in names:
        by_spelling.setdefault(spelling_key(name.text), Group()).names.append(name)
    groups: list[Group] = []
    for group in by_spelling.values():
        fitting = [other for other in groups if _compatible(other.fullest, group.fullest)]
        if len(fitting) == 1:
            fitting[0].names += group.names
        else:
            groups.append(group)
    return groups


def _compatible(a: Name, b: Name) -> bool:
    """Whether two names may be one person's: same family name, and first names that do not contradict."""
    if not _family_keys(a) & _family_keys(b):
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


def _family_keys(name: Name) -> set[str]:
    return {spelling_key(form) for form in (*family_names(name)[:1], name.words[-1])}
