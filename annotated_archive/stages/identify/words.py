"""Words → what they can be in a name. Comes in: one word. Goes out: its `Sort`. Looks at no context."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from ...text.letters import NUMERAL
from . import vocabulary as known

# German and English news have some 100,000 forms; each is judged once while they fit.
REMEMBERED_WORDS = 1 << 17


class Sort(IntEnum):
    """What a word can be in a name."""

    OTHER = 0  # small letters, figures, punctuation
    PARTICLE = 1  # "von", "de", "bin"
    INITIAL = 2  # "J.", "C.Q."
    FIRST = 3  # a first name
    MAYBE_FIRST = 4  # a first name that is also an ordinary word or a place
    NAME = 5  # a word with a capital that no list knows
    SURNAME = 6  # an ordinary word that is a family name after a first name: "Winter"
    TRADE = 7  # a role, or a family name: "Bauer", "Bischof"
    COMPOUND = 8  # a noun or an adjective by its ending: may be a family name
    NOUN = 9  # an ordinary noun or a place: part of a name only with evidence
    NEVER = 10  # function words, days, acronyms
    INSTITUTION = 11  # makes the words beside it a firm, a place, a work
    SAINT = 12  # "Sankt"
    ROLE = 13  # "Ministerin", "Klimaforscher"
    ADDRESS = 14  # "Herr", "Frau"
    TITLE = 15  # "Dr.", "Prof."
    NUMERAL = 16  # "XIV."


GIVEN = frozenset({Sort.FIRST, Sort.MAYBE_FIRST, Sort.INITIAL})
LEADS = frozenset({Sort.ROLE, Sort.TRADE, Sort.ADDRESS, Sort.TITLE})
NOUNS = frozenset({Sort.NOUN, Sort.COMPOUND})

_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+\Z")
_NO_WORD = re.compile(r"[A-ZÄÖÜ]{2,}[a-zäöü]|.*\d")  # "EUweit", "GmbHs", "G20"


@lru_cache(REMEMBERED_WORDS)
def sort_of(word: str) -> Sort:
    """What a word can be: `sort_of("Ministerin") is Sort.ROLE`. The order of the questions is the rule."""
    if word in known.TITLE:
        return Sort.TITLE
    if not word[0].isupper():
        return _in_small_letters(word)
    if NUMERAL.match(word) and (len(word) > 2 or word[-1] != "."):
        return Sort.NUMERAL
    if word[-1] == ".":
        return Sort.INITIAL if _INITIALS.match(word) else Sort.SAINT if word in known.SAINT else Sort.NEVER
    if word in known.ADDRESS:
        return Sort.ADDRESS
    if word in known.FUNCTION:
        return Sort.SURNAME if word in known.SURNAME else Sort.NEVER
    if _NO_WORD.match(word) or (word.isupper() and len(word) > 1):
        return Sort.NEVER
    return _with_capital(word, word.lower())


def _with_capital(word: str, small: str) -> Sort:
    if word in known.FIRST:
        if word in known.NEVER or word in known.INSTITUTION or word in known.NOUN:
            return Sort.MAYBE_FIRST
        # "Mentor" is a first name in Albania.
        return Sort.ROLE if small in known.ROLE and known.is_ambiguous(word) else Sort.FIRST
    if word in known.INSTITUTION:
        return Sort.SURNAME if word in known.SURNAME else Sort.INSTITUTION
    if word in known.NEVER:
        return Sort.SURNAME if word in known.SURNAME else Sort.NEVER
    if word in known.SAINT:
        return Sort.SAINT
    if small in known.TRADE:
        return Sort.TRADE
    if "-" in word:
        return _hyphenated(word)
    if known.is_role(small) and (small in known.ROLE or word not in known.NOUN):
        return Sort.ROLE
    if word in known.SURNAME:
        return Sort.SURNAME
    if known.is_noun(word):
        return Sort.NOUN
    if known.is_compound(small) or (small[-1] in "sn" and known.is_compound(small[:-1])):
        return Sort.COMPOUND
    return Sort.NAME


def _in_small_letters(word: str) -> Sort:
    if word in known.NOBLE or word in known.JOINING:
        return Sort.PARTICLE
    head, hyphen, tail = word.partition("-")
    if hyphen and head in known.ARABIC_ARTICLE and tail[:1].isupper():
        return Sort.NAME
    elided = word[:2] in known.ELIDED and word[2:3].isupper()
    return Sort.NAME if elided else Sort.OTHER


def _hyphenated(word: str) -> Sort:
    parts = word.split("-")
    last = parts[-1]
    small = last.lower()
    if known.is_role(small) or small in known.TRADE:
        # "Muster-Richter" is a family name; "CDU-Richter" and "Chef-Richter" are roles.
        return Sort.NAME if small in known.TRADE and sort_of(parts[0]) is Sort.NAME else Sort.ROLE
    if small in known.COMPOUND_END or last in known.INSTITUTION or small.endswith(known.NOUN_ENDING):
        return Sort.NEVER
    sorts = {sort_of(part) for part in parts if part}
    if sorts <= {Sort.FIRST, Sort.MAYBE_FIRST}:
        return Sort.FIRST
    if (parts[0].isupper() and len(parts[0]) > 1) or Sort.NEVER in sorts:
        return Sort.NEVER
    return Sort.NOUN if known.is_noun(word) or sort_of(last) in NOUNS else Sort.NAME
