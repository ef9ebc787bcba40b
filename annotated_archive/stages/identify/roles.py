"""Printed role + described role → whether they agree: "deutsche Ministerin" and "Bundesministerin"."""

from __future__ import annotations

import re
from functools import lru_cache, partial

from ...text.letters import plain
from ...words import lexicon
from .vocabulary import is_place, is_role

SHORTEST_SHARED = (
    5  # letters that two roles must share at their end, so that "Abt" agrees with nothing by chance
)
ORIGIN_LETTERS = (
    3  # that an adjective shares with its country: "russisch" and "Russlands", "polnisch" and "Polen"
)

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INFLECTION = re.compile(r"(?:innen|in|es|en|er|s|n|e)\Z")
_words = partial(lexicon.alternatives, "roles")
_ADJECTIVE_OF_ORIGIN = re.compile(rf"\w+(?:{_words('origin_ending')})\Z|(?:{_words('origin_word')})\Z")
_UNITED_STATES = re.compile(rf"{_words('american_start')}|(?:{_words('american')})\Z")


def agree(printed: tuple[str, ...], described: str | None) -> bool:
    """Whether a role printed beside a name is the role that describes a person.

    A shorter form agrees with a longer one ("Minister", "Außenminister"). An origin must not differ:
    "russischer Außenminister" is not "Außenminister der USA".
    """
    if not printed or not described:
        return False
    roles, origins = _parts(" ".join(printed))
    known_roles, known_origins = _parts(described)
    if not any(_same_role(a, b) for a in roles for b in known_roles):
        return False
    return not origins or not known_origins or any(_same_origin(a, b) for a in origins for b in known_origins)


@lru_cache(1 << 12)
def _parts(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The role words of a phrase, and its words of origin; without inflection and diacritics."""
    roles, origins = set(), set()
    for word in _WORD.findall(text):
        stem = plain(_INFLECTION.sub("", word.lower()))
        if is_role(word.lower().rsplit("-", 1)[-1]):
            roles.add(stem.replace("-", ""))
        if is_place(word) or _ADJECTIVE_OF_ORIGIN.match(stem) or _UNITED_STATES.match(word.lower()):
            origins.add("usa" if _UNITED_STATES.match(stem) else stem)
    return frozenset(roles), frozenset(origins)


def _same_role(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return short == long or (len(short) >= SHORTEST_SHARED and long.endswith(short))


def _same_origin(a: str, b: str) -> bool:
    return a[:ORIGIN_LETTERS] in b or b[:ORIGIN_LETTERS] in a
