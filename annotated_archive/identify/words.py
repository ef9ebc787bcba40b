"""Words → what they can be in a name. Comes in: one word. Goes out: its `Sort`. Looks at no context."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache

from .. import lexicon

# A German or English news vocabulary has some 100,000 forms; each is judged once while they fit.
REMEMBERED_WORDS = 1 << 17
LONGEST_ROLE_ENDING = 24
SHORTEST_STEM = 3  # letters before an ending that make a word a compound: "Vereins-vorsitzender"
SHORT_PART = 5  # letters that a part of an East Asian given name has at most: "Moon", "Jong"
SHORTEST_COMPOUNDED = 4  # letters of a noun at the end of a compound; "Rat" or "Art" end many family names
LONGEST_COMPOUNDED = 14
LONGEST_NAME_WITH_ENDING = 6  # letters: "Helene" and "Kirsten" end like adjectives, "Aufblasbare" is one
SHORTEST_CAPITALS = 3  # "LEE" may be a name in capitals, "EU" may not


class Sort(IntEnum):
    """What a word can be in a name."""

    OTHER = 0  # small letters, figures, punctuation
    PARTICLE = 1  # "von", "de", "bin"
    INITIAL = 2  # "J.", "C.Q."
    FIRST = 3  # a first name
    MAYBE_FIRST = 4  # a first name that is also an ordinary word or a place
    NAME = 5  # a word with a capital that no list knows
    NOUN = 6  # an ordinary noun or a place: part of a name only with evidence
    SURNAME = 7  # an ordinary word that is a family name after a first name
    NEVER = 8  # function words, days, acronyms
    INSTITUTION = 9  # makes the words beside it a firm, a place, a work
    ROLE = 10  # "Ministerin", "Klimaforscher"
    TRADE = 11  # "Bauer", "Bischof": a role, or a family name
    ADDRESS = 12  # "Herr", "Frau"
    TITLE = 13  # "Dr.", "Prof."
    SAINT = 14  # "Sankt"
    NUMERAL = 15  # "XIV."
    COMPOUND = 16  # a noun or an adjective by its ending: may be a family name


GIVEN = frozenset({Sort.FIRST, Sort.MAYBE_FIRST, Sort.INITIAL})
LEADS = frozenset({Sort.ROLE, Sort.TRADE, Sort.ADDRESS, Sort.TITLE})

_LETTERS_WITHOUT_MARKS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae",
     "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "ə": "e", "’": "'", "‘": "'", "ʼ": "'", "‐": "-",
     "‑": "-"}
)  # fmt: skip


def plain(text: str) -> str:
    """A text without diacritics, for comparing: `plain("Gómez Sáez") == "Gomez Saez"`."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS_WITHOUT_MARKS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _small(section: str, name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in lexicon.sections(name).get(section, ()))


def _forms(stems: frozenset[str]) -> frozenset[str]:
    """The cases, the plural and the feminine of role words."""
    endings = ("", "s", "es", "e", "n", "en", "ns", "in", "innen")
    formed = {stem + ending for stem in stems for ending in endings}
    for stem in stems:
        if stem.endswith("mann"):
            formed |= {stem[:-4] + end for end in ("frau", "frauen", "männer", "männern", "leute", "leuten")}
        if stem.endswith("e"):
            formed |= {stem[:-1] + "in", stem[:-1] + "innen"}
    return frozenset(formed)


_FIRST = frozenset(map(plain, lexicon.words("first_names")))
_AMBIGUOUS = frozenset(map(plain, lexicon.sections("first_names").get("ambiguous", ())))
_NOT = lexicon.sections("not_people")
_FUNCTION = frozenset(_NOT["function"])
_NEVER = frozenset((*_NOT["foreign"], *_NOT["calendar"], *_NOT["english"]))
_CALENDAR = frozenset(_NOT["calendar"])
_INSTITUTION = frozenset(_NOT["institution"])
_NOUN = frozenset((*_NOT["place"], *_NOT["noun"], *_NOT["thing_before"], *lexicon.sections("nouns")["noun"]))
_SURNAME = frozenset(_NOT["also_surnames"])
_COMPOUND_END = frozenset(_NOT["compound_end"])
_PLACE = frozenset(_NOT["place"])
_INFLECTED = _NOUN | _INSTITUTION
_CASES = ("s", "es", "n", "en")
_NOUN_ENDING = tuple(_NOT["noun_ending"])
_OTHER_ENDING = tuple(_NOT["other_ending"])
_FAMILY_END = frozenset(lexicon.sections("nouns")["family_end"])
_COMPOUND_NOUN = frozenset(
    noun for noun in map(str.lower, _NOUN) if len(noun) >= SHORTEST_COMPOUNDED
) - frozenset(map(str.lower, _PLACE)) - _FAMILY_END
_ROLE_ENDING = _forms(_small("ending", "roles"))
_ROLE_WHOLE = _forms(_small("whole", "roles") | _small("origin", "roles")) | _ROLE_ENDING
_FIRMS_TOO = tuple(_forms(_small("firms_too", "roles")))
SEVERAL = _small("several", "roles")
_TRADE = _small("also_surnames", "roles")
_ADDRESS = frozenset(lexicon.sections("honorifics")["address"])
_TITLE = frozenset(lexicon.sections("honorifics")["title"])
_SAINT = frozenset(lexicon.sections("honorifics")["saint"])
_PARTICLES = lexicon.sections("name_particles")
NOBLE = frozenset(_PARTICLES["noble"])
INNER = frozenset(_PARTICLES["inner"])
JOINING = frozenset(_PARTICLES["joining"])
CAPITAL_PARTICLES = frozenset(_PARTICLES["capital"])
ARTICLES = frozenset(_PARTICLES["article"])
FAMILY_FIRST = frozenset(_PARTICLES["family_first"])
THING_BEFORE = frozenset(_NOT["thing_before"])
PLACE_FIRST = frozenset(_NOT["place_first"])

_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+\Z")
_NUMERAL = re.compile(r"[IVX]+\.?\Z")
_ACRONYM = re.compile(r"[A-ZÄÖÜ]{2,}[a-zäöü]")  # "EUweit", "GmbHs"
_FEMININE_ROLE = re.compile(r"(?:er|ist|ent|ant|or|eur|log|ik|ekt|at|iv|al)in(?:nen)?\Z")


@lru_cache(REMEMBERED_WORDS)
def sort_of(word: str) -> Sort:  # noqa: C901 - the order of the questions is the rule
    """What a word can be: `sort_of("Ministerin") is Sort.ROLE`."""
    if word in _TITLE:
        return Sort.TITLE
    if not word[0].isupper():
        return _small_word(word)
    if _NUMERAL.match(word) and (len(word) > 2 or word[-1] != "."):
        return Sort.NUMERAL
    if word[-1] == ".":
        return Sort.INITIAL if _INITIALS.match(word) else Sort.SAINT if word in _SAINT else Sort.NEVER
    if word in _ADDRESS:
        return Sort.ADDRESS
    if word in _FUNCTION:
        return Sort.SURNAME if word in _SURNAME else Sort.NEVER
    if any(map(str.isdigit, word)) or _ACRONYM.match(word) or (word.isupper() and len(word) > 1):
        return Sort.NEVER
    if plain(word) in _FIRST:
        other = plain(word) in _AMBIGUOUS or word in _NEVER or word in _INSTITUTION or word in _NOUN
        return Sort.MAYBE_FIRST if other else Sort.FIRST
    if word in _INSTITUTION:
        return Sort.SURNAME if word in _SURNAME else Sort.INSTITUTION
    if word in _NEVER:
        return Sort.SURNAME if word in _SURNAME else Sort.NEVER
    if word in _SAINT:
        return Sort.SAINT
    small = word.lower()
    if small in _TRADE:
        return Sort.TRADE
    if "-" in word:
        return _hyphenated(word)
    if is_role(small):
        return Sort.ROLE
    if word in _SURNAME:
        return Sort.SURNAME
    if word in _NOUN or any(word.endswith(end) and word[: -len(end)] in _INFLECTED for end in _CASES):
        return Sort.NOUN
    if _is_compound(small) or (small[-1] in "sn" and _is_compound(small[:-1])):
        return Sort.COMPOUND
    return Sort.NAME


def _is_compound(small: str) -> bool:
    """Whether a word in small letters ends as nouns do: `_is_compound("klimaschutzgesetz")`."""
    if small.endswith(_OTHER_ENDING) and len(small) > LONGEST_NAME_WITH_ENDING:
        return True
    if small.endswith(_NOUN_ENDING):
        return True
    longest = min(LONGEST_COMPOUNDED, len(small) - SHORTEST_STEM)
    for length in range(longest, SHORTEST_COMPOUNDED - 1, -1):
        if small[-length:] in _FAMILY_END:
            return False
        if small[-length:] in _COMPOUND_NOUN:
            return True
    return False


def is_role(small: str) -> bool:
    """Whether a word in small letters names a role, alone or as a compound: `is_role("klimaforscherin")`."""
    if small in _ROLE_WHOLE:
        return True
    longest = min(LONGEST_ROLE_ENDING, len(small) - SHORTEST_STEM)
    if any(small[-length:] in _ROLE_ENDING for length in range(longest, 3, -1)):
        return True
    return len(small) > 7 and _FEMININE_ROLE.search(small) is not None


@lru_cache(1 << 12)
def role_of_firms(word: str) -> bool:
    """Whether firms and teams are called by this role as well: `role_of_firms("Vertragspartner")`."""
    return word.lower().rsplit("-", 1)[-1].endswith(_FIRMS_TOO)


def is_calendar(word: str) -> bool:
    """Whether a first name is a day or a month before anything else: `is_calendar("August")`."""
    return word in _CALENDAR


def _small_word(word: str) -> Sort:
    if word in NOBLE or word in JOINING:
        return Sort.PARTICLE
    head, hyphen, tail = word.partition("-")
    if hyphen and head in ARTICLES and tail[:1].isupper():
        return Sort.NAME
    if word[:2] in {"d'", "d’", "l'", "l’"} and word[2:3].isupper():
        return Sort.NAME
    return Sort.OTHER


def _hyphenated(word: str) -> Sort:
    parts = word.split("-")
    last = parts[-1]
    small = last.lower()
    if is_role(small) or small in _TRADE:
        # "Müller-Richter" is a family name; "CDU-Richter" and "Chef-Richter" are roles.
        return Sort.NAME if small in _TRADE and sort_of(parts[0]) is Sort.NAME else Sort.ROLE
    if small in _COMPOUND_END or last in _INSTITUTION or small.endswith(_NOUN_ENDING):
        return Sort.NEVER
    sorts = {sort_of(part) for part in parts if part}
    if sorts <= {Sort.FIRST, Sort.MAYBE_FIRST}:
        return Sort.FIRST
    if parts[0].isupper() and len(parts[0]) > 1 or Sort.NEVER in sorts:
        return Sort.NEVER
    return Sort.NOUN if word in _NOUN or sort_of(last) in {Sort.NOUN, Sort.COMPOUND} else Sort.NAME


def in_capitals(word: str) -> bool:
    """Whether a word may be a name in capitals: `in_capitals("KERRY")`, not `in_capitals("EU")`."""
    return len(word) >= SHORTEST_CAPITALS and word.isupper() and word.replace("-", "").replace("'", "").isalpha()


def from_capitals(word: str) -> str:
    """A name in capitals as it is written otherwise: `from_capitals("NKOANA-MASHABANE")`."""
    if not word.isupper() or _NUMERAL.match(word):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)
