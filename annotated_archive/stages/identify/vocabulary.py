"""The word lists of `lexicon/` as sets to look words up in, and what they say of a word by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ...text.letters import plain
from ...words import lexicon

LONGEST_ROLE_ENDING = 24  # letters; the longest entry of `roles.yml`, with a plural's ending
SHORTEST_ROLE_ENDING = 4  # shorter roles end too many other words
SHORTEST_ROLE_OF_FIRMS = 8  # letters at the end of a compound: "Netzbetreiber", not "Bürgermeister"
SHORTEST_STEM = 3  # letters before an ending that make a word a compound: "Vereins-vorsitzender"
SHORTEST_NOUN_IN_COMPOUND, LONGEST_NOUN_IN_COMPOUND = 4, 14  # letters; "Rat" or "Art" end many family names
LONGEST_NAME_WITH_ENDING = 6  # letters: "Helene" and "Kirsten" end like adjectives, "Aufblasbare" is one
SHORTEST_FEMININE = 8  # letters: "Forscherin", not "Severin"


def _lowered(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(str.lower, words))


def _forms(stems: Iterable[str]) -> frozenset[str]:
    """The cases, the plural and the feminine of role words in small letters."""
    formed: set[str] = set()
    for stem in _lowered(stems):
        formed |= {stem + ending for ending in ("", "s", "es", "e", "n", "en", "ns", "in", "innen")}
        if stem.endswith("mann"):
            formed |= {stem[:-4] + end for end in _ROLES["beside_mann"]}
        if stem.endswith("e"):
            formed |= {stem[:-1] + "in", stem[:-1] + "innen"}
    return frozenset(formed)


_NOT, _NOUNS = lexicon.sections("not_people"), lexicon.sections("nouns")
_ROLES, _HONORIFICS = lexicon.sections("roles"), lexicon.sections("honorifics")
_PARTICLES, _SMALL = lexicon.sections("name_particles"), lexicon.sections("small_words")

# First names as they are spelt, and as they are printed where diacritics are missing.
FIRST = lexicon.words("first_names") | frozenset(map(plain, lexicon.words("first_names")))
AMBIGUOUS = frozenset(lexicon.sections("first_names")["ambiguous"])

# Words that are no part of a name, or only sometimes.
FUNCTION = frozenset(_NOT["function"])
CALENDAR = frozenset(_NOT["calendar"])
NEVER = frozenset((*_NOT["foreign"], *_NOT["calendar"], *_NOT["english"]))
INSTITUTION = frozenset(_NOT["institution"])
PLACE = frozenset(_NOT["place"])
NOUN = frozenset((*_NOT["place"], *_NOT["noun"], *_NOT["thing_before"], *_NOUNS["noun"]))
SURNAME = frozenset(_NOT["also_surnames"])
COMPOUND_END = frozenset(_NOT["compound_end"])
THING_BEFORE = frozenset(_NOT["thing_before"])
PLACE_FIRST = frozenset(_NOT["place_first"])
LOOKS_LIKE_A_PERSON = frozenset(_NOT["looks_like_a_person"])
_OTHER_ENDING = tuple(_NOT["other_ending"])
_FAMILY_END = frozenset(_NOUNS["family_end"])
NOUN_ENDING = tuple(ending for ending in _NOT["noun_ending"] if ending not in _FAMILY_END)
_IN_COMPOUND = frozenset(
    noun for noun in _lowered(NOUN) - _lowered(PLACE) | COMPOUND_END if len(noun) >= SHORTEST_NOUN_IN_COMPOUND
)
_INFLECTED = NOUN | INSTITUTION

# Roles, titles and forms of address.
ROLE_ENDING = _forms(_ROLES["ending"])
ROLE = _forms((*_ROLES["whole"], *_ROLES["origin"])) | ROLE_ENDING | frozenset(_ROLES["english"])
TRADE = frozenset(_ROLES["also_surnames"])
SEVERAL = frozenset(_ROLES["several"])
FIRMS_TOO = _forms(_ROLES["firms_too"])
_LONG_FIRMS_TOO = tuple(_forms(role for role in _ROLES["firms_too"] if len(role) >= SHORTEST_ROLE_OF_FIRMS))
ADDRESS, TITLE = frozenset(_HONORIFICS["address"]), frozenset(_HONORIFICS["title"])
SAINT = frozenset(_HONORIFICS["saint"])
AFTER_NAME = frozenset(word.rstrip(".") for word in _HONORIFICS["after"])
_FEMININE_ROLE = re.compile(r"(?:er|ist|ent|ant|or|eur|log|ik|ekt|at|iv|al)in(?:nen)?\Z")

# Small words in and before names.
TITLED = frozenset(_PARTICLES["titled"])
NOBLE, INNER = frozenset(_PARTICLES["noble"]), frozenset(_PARTICLES["inner"])
JOINING, CAPITAL_PARTICLE = frozenset(_PARTICLES["joining"]), frozenset(_PARTICLES["capital"])
AFTER_UNKNOWN, ELIDED = frozenset(_PARTICLES["after_unknown"]), frozenset(_PARTICLES["elided"])
ARABIC_ARTICLE, FAMILY_FIRST = frozenset(_PARTICLES["article"]), frozenset(_PARTICLES["family_first"])
FAMILY_ENDING = tuple(_PARTICLES["family_ending"])
ENDS_IN_S = tuple(_PARTICLES["ends_in_s"])
SMALL = {section: frozenset(words) for section, words in _SMALL.items()}
SPEECH = {section: frozenset(words) for section, words in lexicon.sections("speech").items()}


def is_role(small: str) -> bool:
    """Whether a word in small letters names a role, alone or as a compound: `is_role("klimaforscherin")`."""
    if small in ROLE:
        return True
    longest = min(LONGEST_ROLE_ENDING, len(small) - SHORTEST_STEM)
    if any(small[-length:] in ROLE_ENDING for length in range(longest, SHORTEST_ROLE_ENDING - 1, -1)):
        return True
    return len(small) >= SHORTEST_FEMININE and _FEMININE_ROLE.search(small) is not None


def is_noun(word: str) -> bool:
    """Whether a word is a noun of the lists or one of its cases: `is_noun("Frankreichs")`."""
    return word in NOUN or any(
        word.endswith(case) and word[: -len(case)] in _INFLECTED for case in ("s", "es", "n", "en")
    )


def is_compound(small: str) -> bool:
    """Whether a word in small letters ends as nouns and adjectives do: `is_compound("klimaschutzgesetz")`."""
    if small.endswith(_OTHER_ENDING) and len(small) > LONGEST_NAME_WITH_ENDING:
        return True
    if small.endswith(NOUN_ENDING):
        return True
    longest = min(LONGEST_NOUN_IN_COMPOUND, len(small) - SHORTEST_STEM)
    for length in range(longest, SHORTEST_NOUN_IN_COMPOUND - 1, -1):
        if small[-length:] in _FAMILY_END:
            return False
        if small[-length:] in _IN_COMPOUND:
            return True
    return False


@lru_cache(1 << 12)
def role_of_firms(word: str) -> bool:
    """Whether firms and teams are called by this role as well: `role_of_firms("Netzbetreiber")`."""
    last = word.lower().rsplit("-", 1)[-1]
    return last in FIRMS_TOO or last.endswith(_LONG_FIRMS_TOO)


def is_place(word: str) -> bool:
    """Whether a word names a country or a town, also with a genitive's s: `is_place("Frankreichs")`."""
    return word in PLACE or word.removesuffix("s") in PLACE


def is_ambiguous(word: str) -> bool:
    """Whether a first name is also a family name, a place or a word somewhere: `is_ambiguous("Beat")`."""
    return word in AMBIGUOUS


def is_noun_first(word: str) -> bool:
    """Whether a first name is an ordinary noun before anything else: `is_noun_first("August")`."""
    return word in CALENDAR or word in NOUN
