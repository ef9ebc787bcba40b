"""Full names → groups that mean one person each, and ids for people whom nobody has described.

The string, the name as printed and the person are three things. Names meet only where nothing contradicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

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
    """The full names of an article that mean one person, and the fullest of them.

    That is the one with most words and fewest abbreviations; the first of equals.
    """

    fullest: Name
    names: list[Name] = field(default_factory=list)

    def add(self, names: Iterable[Name]) -> None:
        """More names of the person."""
        for name in names:
            self.names.append(name)
            self.fullest = min(self.fullest, name, key=_fullness)

    @property
    def roles(self) -> set[tuple[str, ...]]:
        """All roles printed before one of the names."""
        return {name.roles for name in self.names if name.roles}


def _fullness(name: Name) -> tuple[bool, int, int, int]:
    return name.words[0].endswith("."), -len(name.words), -len(name.text), name.span.start


def grouped(names: Sequence[Name]) -> list[Group]:
    """Full names as groups that mean one person each, in order of first mention.

    Spellings of one name are one person. A short form, an initial or a missing middle name joins a fuller
    name if only one fits.
    """
    by_spelling: dict[str, Group] = {}
    for name in names:
        by_spelling.setdefault(spelling_key(name.text), Group(name)).add([name])
    groups: list[Group] = []
    known = _ByFirstName()
    for group in by_spelling.values():
        # Two that fit settle nothing, so nobody looks for a third.
        fitting = list(islice(known.compatible(group.fullest), 2))
        if len(fitting) == 1:
            fitting[0].add(group.names)
            known.enter(fitting[0])
        else:
            groups.append(group)
            known.enter(group)
    return groups


class _ByFirstName:
    """Groups by family name and what of a first name another may share: only such are compared.

    An article may name thousands of one family, and each pair of them would be too many.
    """

    def __init__(self) -> None:
        self._groups: defaultdict[tuple[str, str, str], dict[int, Group]] = defaultdict(dict)

    def enter(self, group: Group) -> None:
        """Let a group be found by its fullest name of now; by former ones it is found, too."""
        first = group.fullest.words[0]
        keys = [(_WHOLE, first), (_INITIAL, first[0])]
        if first.endswith("."):
            keys.append((_ABBREVIATED, first[0]))
        keys += [(_BEGINNING, start) for start in _beginnings(first)]
        for family in _family_keys(group.fullest):
            for kind, part in keys:
                self._groups[family, kind, part][id(group)] = group

    def compatible(self, name: Name) -> Iterator[Group]:
        """The groups whose fullest name may be the same person's, each once."""
        first = name.words[0]
        if first.endswith("."):
            keys = [(_INITIAL, first[0])]
        else:
            keys = [(_WHOLE, first), (_ABBREVIATED, first[0]), (_BEGINNING, first[:LONGEST_BEGINNING])]
            keys += [(_WHOLE, start) for start in _beginnings(first)]
        seen: set[int] = set()
        for family in _family_keys(name):
            for kind, part in keys:
                for number, group in self._groups.get((family, kind, part), {}).items():
                    if number not in seen:
                        seen.add(number)
                        if _compatible(group.fullest, name):
                            yield group


_WHOLE, _INITIAL, _ABBREVIATED, _BEGINNING = "whole", "initial", "abbreviated", "beginning"
LONGEST_BEGINNING = 24  # letters; longer first names are told apart by comparing them


def _beginnings(first: str) -> list[str]:
    """What a short form of the first name may be."""
    return [first[:size] for size in range(SHORTEST_SHORT_FORM, min(len(first), LONGEST_BEGINNING) + 1)]


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
