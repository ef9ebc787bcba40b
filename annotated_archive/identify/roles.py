"""Printed role + described role → whether they agree: "Der deutsche Außenminister" and "Bundesaußenminister"."""

from __future__ import annotations

import re
from functools import lru_cache

from .letters import plain
from .vocabulary import is_role

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INFLECTION = re.compile(r"(?:innen|in|es|en|er|s|n|e)\Z")
SHORTEST_SHARED = (
    5  # letters that two roles must share at their end, so that "Abt" agrees with nothing by chance
)


@lru_cache(1 << 12)
def role_stems(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The role words of a phrase and the other words, both without inflection and diacritics."""
    words = [word.lower() for word in _WORD.findall(text)]
    roles = frozenset(_stem(word) for word in words if is_role(word.rsplit("-", 1)[-1]))
    return roles, frozenset(_stem(word) for word in words) - roles


def _stem(word: str) -> str:
    return plain(_INFLECTION.sub("", word))


def agree(printed: tuple[str, ...], described: str | None) -> bool:
    """Whether a role printed beside a name is the role that describes a person.

    A shorter form agrees with a longer one ("Minister", "Außenminister"). An adjective of origin must not differ:
    "russischer Außenminister" is not "deutscher Außenminister".
    """
    if not printed or not described:
        return False
    roles, others = role_stems(" ".join(printed))
    known, known_others = role_stems(described)
    if not any(_same(a, b) for a in roles for b in known):
        return False
    origins = {o for o in others if _of_origin(o)}
    known_origins = {o for o in known_others if _of_origin(o)}
    return not origins or not known_origins or bool(origins & known_origins)


def _same(a: str, b: str) -> bool:
    short, long = sorted((a.replace("-", ""), b.replace("-", "")), key=len)
    return short == long or (len(short) >= SHORTEST_SHARED and long.endswith(short))


def _of_origin(stem: str) -> bool:
    return stem.endswith("isch") or stem == "deutsch"
