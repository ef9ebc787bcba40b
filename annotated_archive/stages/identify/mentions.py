"""Passages + register → mentions: every name at its place, with the person it means or the candidates."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Mention, Person, Span
from ...text.spelling import spelling_key
from .alone import Forms, NamePlace, family_names
from .identity import Group, grouped, person_id
from .names import Name, find
from .passages import WordedPassage
from .register import Register
from .roles import agree

MOST_CANDIDATES = 100  # nobody chooses among more people of one name, and each place would list them all
ENGLISH = 3  # so often an English text has "the", however short, and texts in other languages do not


def mentions_of(read: Sequence[WordedPassage], register: Register) -> tuple[list[Mention], dict[str, Person]]:
    """All mentions in the order of the text, and the people among them whom nobody has described, by id."""
    full, single = find(read, register.by_key)
    full = _told_elsewhere(full, read)
    known = register.forms.find(read, (), alone=False)
    full = _with_described(full, known)
    unverified: dict[str, Person] = {}
    meant = {group: _meant(group, register, unverified) for group in grouped(full)}
    mentions = [
        _mention(name.span, name.printed, ids, name.rule)
        for group, ids in meant.items()
        for name in group.names
    ]
    owners = _owners(meant)
    lone = _lone(single, meant, owners, register, unverified)
    alone = Forms({*owners, *lone}).find(read, [name.span for name in full], alone=True)
    fitting: dict[
        tuple[str, tuple[str, ...]], tuple[str, ...]
    ] = {}  # the same at each place of form and role
    for place in alone:
        rule = "family-name" if place.form in owners else "family-name-with-role"
        found = fitting.get((place.form, place.roles))
        if found is None:
            if place.form in owners:
                groups = _by_role(owners[place.form], place)
                ids = [i for group in groups for i in meant[group]]
            else:
                ids = list(lone[place.form])
            ids += [person.id for person in register.exact.get(place.form, ())]
            found = fitting[place.form, place.roles] = tuple(dict.fromkeys(ids))
        mentions.append(_mention(place.span, place.printed, found, rule))
    taken = {offset for mention in mentions for offset in range(mention.span.start, mention.span.end)}
    for place in known:
        if place.span.start not in taken:
            ids = list(register.named(place.form, [place.roles]))
            mentions.append(_mention(place.span, place.printed, ids, "described-name"))
    mentions.sort(key=lambda mention: mention.span)
    return mentions, unverified


def _told_elsewhere(full: list[Name], read: Sequence[WordedPassage]) -> list[Name]:
    """The names without those that only an English headline has: there each word has a capital.

    `Thai Potters Bet on Mud` names nobody; `Erika Muster Visits Bonn` does if the text speaks of a Muster.
    """
    cased = [passage for passage in read if passage.title_case]
    if not cased or sum(passage.words.count("the") for passage in read) < ENGLISH:
        return full  # in German, all the longer words of a sentence can be nouns
    told = {word for passage in read if not passage.title_case for word in passage.words}
    inside = {start for passage in cased for start in passage.starts}
    return [name for name in full if name.words[-1] in told or name.span.start not in inside]


def _with_described(full: list[Name], known: list[NamePlace]) -> list[Name]:
    """The full names with those of described people that the rules missed or cut differently."""
    whole = [place for place in known if " " in place.form]
    spans = {place.span for place in whole}
    inside = {offset for span in spans for offset in range(span.start, span.end)}
    kept = [name for name in full if name.span in spans or name.span.start not in inside]
    covered = {offset for name in kept for offset in range(name.span.start, name.span.end)}
    for place in whole:
        if place.span.start not in covered:  # a longer name is another one: "Hans Peter Muster"
            words = tuple(place.form.split())
            kept.append(Name(place.span, place.printed, words, len(words) - 1, "described-name", place.roles))
    return sorted(kept, key=lambda name: name.span)


def _meant(group: Group, register: Register, unverified: dict[str, Person]) -> tuple[str, ...]:
    """The ids of the described people that a group may mean; else its own, entered as unverified."""
    for text in dict.fromkeys((group.fullest.text, *(name.text for name in group.names))):
        if ids := register.named(text, group.roles):
            return ids
    roles = tuple(dict.fromkeys(name.roles[-1] for name in group.names if name.roles))
    return (_entered(group.fullest.text, unverified, roles),)


def _entered(name: str, unverified: dict[str, Person], roles: tuple[str, ...] = ()) -> str:
    identifier = person_id(name)
    unverified.setdefault(identifier, Person(identifier, name, roles=roles))
    return identifier


def _owners(groups: Sequence[Group] | dict[Group, tuple[str, ...]]) -> dict[str, list[Group]]:
    """The groups that each form of a family name may mean."""
    owners: dict[str, list[Group]] = {}
    for group in groups:
        for form in dict.fromkeys(form for name in group.names for form in family_names(name)):
            owners.setdefault(form, []).append(group)
    return owners


def _lone(
    single: Sequence[Name],
    meant: dict[Group, tuple[str, ...]],
    owners: dict[str, list[Group]],
    register: Register,
    unverified: dict[str, Person],
) -> dict[str, tuple[str, ...]]:
    """Who the family names mean that only a role marks; without those that are somebody's first name here."""
    given = {word for group in meant for word in group.fullest.words[: group.fullest.given]}
    by_spelling: dict[str, dict[Group, None]] = {}
    for form, groups in owners.items():
        by_spelling.setdefault(spelling_key(form), {}).update(dict.fromkeys(groups))
    lone: dict[str, tuple[str, ...]] = {}
    described: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
    for name in single:
        if name.text in owners or name.text in given:
            continue
        same = by_spelling.get(spelling_key(name.text), {})
        if len(same) == 1:
            lone[name.text] = meant[next(iter(same))]
            continue
        key = name.text, name.roles
        if key not in described:
            described[key] = register.of_family(*key)
        if described[key]:
            lone[name.text] = described[key]
        elif name.text not in lone:
            lone[name.text] = (_entered(name.text, unverified),)
    return lone


def _by_role(owners: list[Group], place: NamePlace) -> list[Group]:
    """Those of the people of one family name whose role stands here; all if that settles nothing."""
    if len(owners) < 2 or not place.roles:
        return owners
    fitting = [g for g in owners if any(agree(place.roles, " ".join(role)) for role in g.roles)]
    return fitting if len(fitting) == 1 else owners


def _mention(span: Span, printed: str, ids: Sequence[str], rule: str) -> Mention:
    printed = " ".join(printed.split())
    ids = tuple(dict.fromkeys(ids))[:MOST_CANDIDATES]
    return Mention(span, printed, ids[0], rule) if len(ids) == 1 else Mention(span, printed, None, rule, ids)
