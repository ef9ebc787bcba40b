"""What a person decided about an article's people → mentions changed accordingly. It always wins."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from ...model import CuratedArticle, Mention, Person, SavedText
from ...problems import Problem
from .alone import Forms
from .passages import WordedPassage

RULE = "decided-person"
# What a person writes in place of an id where the text does not tell which of two people is meant.
UNCLEAR = "unclear"
NOBODY = "nobody"  # and this where the name means a place, an office or a firm


def people_only(mentions: list[Mention], people: Mapping[str, Person]) -> list[Mention]:
    """The mentions without those of names that mean no person, as a person said in `curation/people.yml`."""
    nobody = {identifier for identifier, person in people.items() if person.nobody}
    kept: list[Mention] = []
    for mention in mentions if nobody else ():
        candidates = tuple(one for one in mention.candidates if one not in nobody)
        if mention.person in nobody or (mention.candidates and not candidates):
            continue
        only = candidates[0] if len(candidates) == 1 else mention.person
        kept.append(replace(mention, person=only, candidates=() if only else candidates))
    return kept if nobody else mentions


def decide(
    saved: SavedText,
    read: Sequence[WordedPassage],
    mentions: list[Mention],
    known: Mapping[str, Person],
    described: Container[str],
    curated: CuratedArticle | None,
) -> tuple[list[Mention], list[Problem]]:
    """Mentions with the decided identities, also at places that no rule found; problems of the decisions.

    `known` are the described people and those found in the article; only the former need no problem.
    """
    if curated is None or not curated.people:
        return mentions, []
    problems: list[Problem] = []
    for printed, identifier in curated.people.items():
        line = curated.lines.get(f"people.{printed}")
        if identifier not in described and identifier not in (UNCLEAR, NOBODY):
            finding = f'"{printed}" is said to be "{identifier}", whom nobody has described.'
            remedy = "Add this id to curation/people.yml, or correct it here."
            problems.append(Problem(curated.file, line, "P004", finding, remedy))
            if identifier not in known:
                continue
        longer = [m.span for m in mentions if m.printed != printed]
        form = Forms([printed])
        places = form.find(read, longer, alone=False)
        if not places:
            inside = form.find(read, (), alone=False)
            where = "stands only inside longer names in" if inside else "is not in"
            finding = f'"{printed}" {where} the text of {saved.file}.'
            remedy = "Correct the name to what is printed there, or delete the entry."
            problems.append(Problem(curated.file, line, "P003", finding, remedy))
            continue
        decided = {place.span for place in places}
        mentions = [mention for mention in mentions if mention.span not in decided]
        if identifier == NOBODY:
            continue
        meant = None if identifier == UNCLEAR else identifier
        mentions += [Mention(place.span, place.printed, meant, RULE) for place in places]
    return sorted(mentions, key=lambda mention: mention.span), problems
