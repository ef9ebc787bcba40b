"""The stage itself: find names, group them, say who they are, let a person's decisions win."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import CuratedArticle, Mention, Person, SavedText, Segment
from ..problems import Problem
from .alone import Alone, Forms, family_names
from .decisions import decide
from .identity import Group, Register, grouped, person_id
from .names import Name, find
from .passages import Passage, passages
from .roles import agree
from .ties import tie

_last_register: tuple[Sequence[Person], Register] = ((), Register(()))


def identify(
    saved: SavedText,
    segments: Sequence[Segment],
    people: Sequence[Person] = (),
    curated: CuratedArticle | None = None,
) -> tuple[tuple[Mention, ...], tuple[Person, ...], tuple[Problem, ...]]:
    """Who is named in title, lead, subheads and body.

    Every occurrence of a full name or of a family name alone is a mention; its span and `printed` leave out a
    genitive's s, titles and roles. A name that fits several people has no person but candidates, and a problem
    says so. A person whom `people` does not describe is unverified, with an id made from the fullest form printed.
    """
    read = passages(saved.text, segments)
    register = _register(people)
    mentions, found = _mentions(saved.text, read, register)
    known = {**{person.id: person for person in found}, **register.people}
    mentions, problems = decide(saved, read, mentions, known, register.people, curated)
    problems += tie(saved, mentions, register.people)
    named = dict.fromkeys(m.person for m in mentions if m.person is not None)
    return tuple(mentions), tuple(known[identifier] for identifier in named), tuple(problems)


def _register(people: Sequence[Person]) -> Register:
    """The register of these people; kept while a build asks with the same list for each of its articles."""
    global _last_register
    if _last_register[0] is not people:
        _last_register = (people, Register(people))
    return _last_register[1]


def _mentions(
    text: str, read: Sequence[Passage], register: Register
) -> tuple[list[Mention], list[Person]]:
    full, single = find(read, text)
    known = register.forms.find(read, (), alone=False)
    starts = {(place.span.start, place.span.end) for place in known}
    inside = {offset for place in known for offset in range(place.span.start, place.span.end)}
    full = [n for n in full if (n.span.start, n.span.end) in starts or n.span.start not in inside]
    covered = {offset for name in full for offset in range(name.span.start, name.span.end)}
    full += [_as_name(place) for place in known if place.span.start not in covered and " " in place.key]
    full.sort(key=lambda name: name.span)
    groups = grouped(full)
    by_family: dict[str, list[Group]] = {}
    for group in groups:
        for name in group.names:
            for form in family_names(name):
                owners = by_family.setdefault(form, [])
                if group not in owners:
                    owners.append(group)
    given = {word for group in groups for word in group.fullest.words[: group.fullest.given]}
    lone: dict[str, list[Name]] = {}
    for name in single:
        if name.text not in by_family and name.text not in given:
            lone.setdefault(name.text, []).append(name)
    people: dict[str, Person] = {}
    who: dict[int, tuple[str, ...]] = {
        id(group): _who(group, register, people) for group in groups
    }
    mentions: list[Mention] = []
    for group in groups:
        for name in group.names:
            mentions.append(_mention(name.span, name.printed, who[id(group)], name.rule))
    family = Forms([*by_family, *lone])
    alone = family.find(read, [name.span for name in full], alone=True)
    lone_ids = {key: _lone(key, names, register, people) for key, names in lone.items()}
    for place in alone:
        if place.key in lone:
            mentions.append(_mention(place.span, place.printed, lone_ids[place.key], "family-name-with-role"))
        else:
            owners = _by_role(by_family[place.key], place)
            ids = tuple(dict.fromkeys(i for group in owners for i in who[id(group)]))
            mentions.append(_mention(place.span, place.printed, ids, "family-name"))
    mentions.sort(key=lambda mention: mention.span)
    return mentions, list(people.values())


def _as_name(place: Alone) -> Name:
    words = tuple(place.key.split())
    return Name(place.span, place.printed, words, len(words) - 1, "described-name", place.roles)


def _who(group: Group, register: Register, people: dict[str, Person]) -> tuple[str, ...]:
    for text in dict.fromkeys((group.fullest.text, *(name.text for name in group.names))):
        described = register.named(text, group.roles)
        if described:
            return tuple(person.id for person in described)
    name = group.fullest.text
    identifier = person_id(name)
    people.setdefault(identifier, Person(identifier, name))
    return (identifier,)


def _lone(
    key: str, names: Sequence[Name], register: Register, people: dict[str, Person]
) -> tuple[str, ...]:
    for name in names:
        described = register.of_family(key, name.roles)
        if described:
            return tuple(person.id for person in described)
    identifier = person_id(key)
    people.setdefault(identifier, Person(identifier, key))
    return (identifier,)


def _by_role(owners: list[Group], place: Alone) -> list[Group]:
    """Those of the people of one family name whose role stands before this place; all if it settles nothing."""
    if len(owners) < 2 or not place.roles:
        return owners
    fitting = [g for g in owners if any(agree(place.roles, " ".join(role)) for role in g.roles)]
    return fitting if len(fitting) == 1 else owners


def _mention(span, printed, ids, rule):  # type: ignore[no-untyped-def]
    printed = " ".join(printed.split())
    if len(ids) == 1:
        return Mention(span, printed, ids[0], rule)
    return Mention(span, printed, None, rule, tuple(ids))
