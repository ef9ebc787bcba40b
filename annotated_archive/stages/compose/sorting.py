"""The order of names in an index: that of the Unicode Collation Algorithm, with which dictionaries begin.

Ä stands with A, Ø with O, Ł with L; ß is ss, Æ is ae. Case and accents decide only between names that are the
same otherwise, and the characters themselves between names that no reader can tell apart.
"""

from __future__ import annotations

from functools import cache, lru_cache

from pyuca.collator import Collator_10_0_0

SortKey = tuple[tuple[int, ...], str]


@lru_cache(1 << 16)
def sort_key(name: str) -> SortKey:
    """What a list of names is sorted by: `sorted(["Zoll", "Øre"], key=sort_key) == ["Øre", "Zoll"]`."""
    return _collator().sort_key(name), name


def surname_first(name: str) -> str:
    """The last word, then the others: which word is the surname, no rule knows for all the world's names."""
    *others, last = name.split() or [""]
    return " ".join([last, *others])


@cache
def _collator() -> Collator_10_0_0:
    return Collator_10_0_0()
