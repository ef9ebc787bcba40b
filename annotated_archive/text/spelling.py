"""Name → key: the spellings of one name that German, English and French transliterations give."""

from __future__ import annotations

import re
from functools import lru_cache

from ..words import lexicon
from .letters import plain

# In this order: longer letter groups first. The right side is no spelling, only a meeting point. Browsers
# read the patterns as well, for the filter of people.
MEETINGS = (
    (r"dzh|dsch|dj(?=[aeiou])", "j"),
    (r"tsch|tch|tsj|cz", "c"),
    (r"sch|sh|sz|ch|kh", "h"),
    (r"zh", "h"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"ck|q", "k"),
    (r"x", "ks"),
    (r"tz|ts|z", "s"),
    (r"w", "v"),
    (r"ou", "u"),
    (r"ae", "a"),
    (r"oe", "o"),
    (r"ue", "u"),
    (r"(?<=[bcdfghklmnpqrstvwxz])ff?\b", "v"),
    (r"[yj]", "i"),
    (r"i+", "i"),
    (r"(?<=[aeiou])h(?![aeiou])", ""),
    (r"off\b", "ov"),
    (r"ski?\b", "ski"),
)
_STEPS = tuple((re.compile(pattern), meeting) for pattern, meeting in MEETINGS)
_DOUBLED = re.compile(r"([a-z])\1")
_SEPARATORS = re.compile(r"[\s\-'.]+")
_ARTICLE = re.compile(rf"\b(?:{lexicon.alternatives('name_particles', 'article_apart')}) ")


@lru_cache(1 << 14)
def spelling_key(name: str) -> str:
    """A key that is equal for the spellings of one name.

    `spelling_key("Sergej Mustrow") == spelling_key("Sergey Mustrov")`. Equal keys suggest one person; they do
    not prove it. Marks on letters, hyphens, apostrophes and the Arabic article do not count.
    """
    key = _SEPARATORS.sub(" ", plain(name).lower()).strip()
    key = _ARTICLE.sub("", key + " ").strip()
    for pattern, meeting in _STEPS:
        key = pattern.sub(meeting, key)
    return _DOUBLED.sub(r"\1", key)


def same_spelling(a: str, b: str) -> bool:
    """Whether two names may be spellings of one: `same_spelling("Baschar al-Muhsin", "Bashar al Muhsin")`."""
    return spelling_key(a) == spelling_key(b)
