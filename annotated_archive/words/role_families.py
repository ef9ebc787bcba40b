"""Roles → families of which one person seldom has two, so that two namesakes can be told apart.

Comes in: a role as printed or described. Goes out: the families of its words, of `lexicon/role_families.yml`;
none for a word that says too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from . import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_INFLECTION = r"(?:innen|in|inn|en|er|es|em|e|n|s)?"


@lru_cache(1 << 12)
def families(role: str) -> frozenset[str]:
    """The families of the words of a role: `families("frühere Torhüterin") == {"sport"}`."""
    return frozenset(found for word in _WORD.findall(role.casefold()) if (found := _family(word)))


def contradict(roles: Iterable[str], others: Iterable[str]) -> bool:
    """Whether the families of two people's roles have nothing in common; unknown roles contradict none."""
    one = frozenset().union(*map(families, roles))
    two = frozenset().union(*map(families, others))
    return bool(one and two) and one.isdisjoint(two)


def _family(word: str) -> str | None:
    match = _forms().search(word)
    return match.lastgroup if match else None


@cache
def _forms() -> re.Pattern[str]:
    """The leftmost match is the longest end of a word."""
    lists = lexicon.sections("role_families")
    groups = (f"(?P<{name}>{'|'.join(map(re.escape, words))})" for name, words in lists.items())
    return re.compile(f"(?:{'|'.join(groups)}){_INFLECTION}$")
