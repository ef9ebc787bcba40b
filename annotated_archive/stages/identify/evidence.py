"""Candidate → evidence: how strongly its form and the words around it say that it is a person.

The weights are small whole numbers that add up. A known first name with a family name is enough by itself;
two unknown words need a role, an age or several weaker signs. Signs against weigh as much as signs for.
"""

from __future__ import annotations

import re

from ...text.quotation_marks import CLOSING, OPENING
from ...words import lexicon
from . import vocabulary as known
from .candidates import Candidate
from .passages import WordedPassage
from .words import LEADS, NOUNS, Sort

ENOUGH = 3  # the sum that makes a candidate a person
FIRST_NAME, MAYBE_FIRST_NAME, INITIALS = 3, 1, 2
ABBREVIATED = 2  # an unknown word and an initial: a suspect ("Xaver Q."), or "Plan B."
FAMILY_NAME_FIRST = 2  # "Xi Probing"
LED = 4  # a role, title or form of address directly before
SURE = 3  # an age, an apposition, "ist Trainerin"
LIKELY = 2  # a party; beside a verb of saying; where people are named
SLIGHT = 1  # a form that names often have
SLIGHTLY_AGAINST, AGAINST = -1, -2
IMPOSSIBLE = -9  # part of the name of an institution or a thing
FARTHEST_ROLE = 6  # words between a comma and the role of an apposition
FARTHEST_PHRASE = 10  # words between a role and the comma before the name: "Sprecher des Amtes für …, X"
LONGEST_BRACKET = 7  # words in a bracket that is about the person before it: "(Linke)", "(67.)"

Sign = tuple[int, str]  # a weight and the rule that it stands for

_LIKE_A_NAME = frozenset({Sort.NAME, Sort.FIRST, Sort.MAYBE_FIRST, Sort.PARTICLE, Sort.INITIAL, Sort.NUMERAL})
_NO_PERSON_AFTER = frozenset({Sort.INSTITUTION, Sort.SAINT})
_OPENING, _CLOSING = frozenset(OPENING), frozenset(CLOSING)
_AGE = re.compile(r"\d{1,3}\Z")
_AGED = tuple(lexicon.sections("small_words")["aged"])
_AND_COMPANY = lexicon.sections("small_words")["and_company"]
_JOINED = frozenset("&@#")  # parts of firms and handles


def of_form(candidate: Candidate) -> int:
    """What the name's own form says."""
    words, sorts = candidate.words, candidate.sorts
    if " ".join(words) in known.LOOKS_LIKE_A_PERSON or " ".join(words[:2]) in known.LOOKS_LIKE_A_PERSON:
        return IMPOSSIBLE
    points = _of_given(words, sorts, candidate.given)
    if sorts[-1] is Sort.NAME and words[-1].removesuffix("s").endswith(known.FAMILY_ENDING):
        points += SLIGHT
    if Sort.PARTICLE in sorts:
        points += SLIGHT
    if sorts[-1] in NOUNS:
        points += AGAINST if sorts[-1] is Sort.NOUN else SLIGHTLY_AGAINST
    if words[0] in known.PLACE_FIRST:
        points += AGAINST
    return points


def _of_given(words: list[str], sorts: list[Sort], given: int) -> int:
    if Sort.FIRST in sorts[:given]:
        unsure = sorts[-1] in NOUNS and all(map(known.is_ambiguous, words[:given]))
        return MAYBE_FIRST_NAME if unsure else FIRST_NAME
    if Sort.MAYBE_FIRST in sorts[:given]:
        unsure = sorts[-1] not in _LIKE_A_NAME or known.is_noun_first(words[0])
        return MAYBE_FIRST_NAME if unsure else FIRST_NAME
    if given:
        return INITIALS
    if sorts[-1] is Sort.INITIAL:
        return ABBREVIATED
    if words[0] in known.FAMILY_FIRST and sorts[-1] is not Sort.NEVER:
        return FAMILY_NAME_FIRST
    if all(sort in _LIKE_A_NAME for sort in sorts):
        return SLIGHT + (sorts[-1] is Sort.FIRST)
    return 0


def around(candidate: Candidate) -> list[Sign]:
    """What the words around say, each sign with its rule."""
    signs = _before(candidate) + _after(candidate)
    passage, first = candidate.passage, candidate.first
    previous, following = candidate.previous, candidate.following
    if previous in _JOINED or following in _JOINED:
        signs.append((IMPOSSIBLE, "institution"))
    if previous in _OPENING and following in _CLOSING:
        signs.append((AGAINST, "quoted"))
    at = first - 2 if first > 1 and previous in known.SMALL["adverb"] else first - 1
    spoken = at >= 0 and passage.words[at] in known.SPEECH["saying"]
    if previous in known.SPEECH["source"] or spoken or following in known.SPEECH["saying"]:
        signs.append((LIKELY, "speech"))
    elif previous in known.SMALL["person"]:
        signs.append((LIKELY, "clause"))
    elif following in known.SPEECH["living"]:
        signs.append((SLIGHT, "clause"))
    return signs


def _before(candidate: Candidate) -> list[Sign]:
    passage, first, previous = candidate.passage, candidate.first, candidate.previous
    if not previous:
        return []
    sorts, signs = passage.sorts, []
    if sorts[first - 1] in _NO_PERSON_AFTER or previous in known.THING_BEFORE:
        signs.append((IMPOSSIBLE, "thing-before"))
    if previous == "." and not candidate.given and passage.starts[first] == passage.ends[first - 1]:
        signs.append((IMPOSSIBLE, "abbreviation"))  # "z.B.Muster"
    if candidate.lead >= 0:
        titled = sorts[candidate.lead] in {Sort.TITLE, Sort.ADDRESS}
        weak = known.role_of_firms(passage.words[candidate.lead])
        signs.append((SLIGHT if weak else LED, "title-before" if titled else "role-before"))
    elif previous in known.SMALL["article"]:
        relative = first > 1 and passage.words[first - 2] == ","  # "…, den Xaver Muster nennt"
        signs.append((0 if relative else AGAINST, "article-before"))
    elif previous in known.SMALL["place"] and Sort.FIRST not in candidate.sorts:
        signs.append((SLIGHTLY_AGAINST, "place-before"))
    elif sorts[first - 1] in NOUNS and _phrase_has_role(passage, first - 1):
        signs.append((LIKELY, "role-before"))
    elif sorts[first - 1] in NOUNS and Sort.FIRST not in candidate.sorts and not known.is_place(previous):
        signs.append((SLIGHTLY_AGAINST, "noun-before"))
    if previous in known.SPEECH["naming"]:
        signs.append((LIKELY, "named"))
    if previous.endswith(_AGED):
        signs.append((SURE, "age"))
    if previous == "," and _phrase_has_role(passage, first - 2):
        signs.append((SURE if candidate.following == "," else LIKELY, "apposition"))
    return signs


def _after(candidate: Candidate) -> list[Sign]:
    passage, after, following = candidate.passage, candidate.after, candidate.following
    if not following:
        return []
    words = passage.words
    if passage.sorts[after] is Sort.INSTITUTION:
        return [(IMPOSSIBLE, "institution")]
    if following in known.SMALL["origin"]:
        house = any(_is_house(passage, i) for i in range(after + 1, min(after + 4, len(words))))
        return [(LIKELY if house else SLIGHT, "affiliation")]
    if tuple(words[after : after + 2]) == _AND_COMPANY:
        return [(LIKELY, "list")]
    if following == "(":
        return _bracket(words, after + 1)
    if following == ",":
        return _apposition(passage, after + 1)
    if following in known.SPEECH["being"] and _role_follows(passage, after + 1):
        return [(SURE, "being")]
    return []


def _is_house(passage: WordedPassage, i: int) -> bool:
    """Whether a word names a house that people come from: "Universität", "Handelskammer"."""
    word, sort = passage.words[i], passage.sorts[i]
    return (
        sort is Sort.INSTITUTION or sort in NOUNS or (sort is Sort.NEVER and (word.isupper() or "-" in word))
    )


def _bracket(words: list[str], i: int) -> list[Sign]:
    """An age, a party, a minute or a place in brackets."""
    if words[i + 1 : i + 2] in ([")"], [","]) and _AGE.match(words[i]):
        return [(SURE, "age")]
    if ")" in words[i + 1 : i + 1 + LONGEST_BRACKET] and (words[i][0].isupper() or words[i].isdigit()):
        return [(LIKELY, "affiliation")]
    return []


def _apposition(passage: WordedPassage, i: int) -> list[Sign]:
    """What follows a comma: an age, "Sprecherin der …", "eine weitere Betroffene", "der …"."""
    words = passage.words
    if words[i + 1 : i + 2] in ([","], ["."]) and _AGE.match(words[i]):
        return [(SURE, "age")]
    if _role_follows(passage, i):
        return [(SURE, "apposition")]
    return [(SLIGHT, "relative")] if i < len(words) and words[i] in known.SMALL["relative"] else []


def _role_follows(passage: WordedPassage, start: int) -> bool:
    """Whether a role follows with only small words and adjectives before it, and no "kein"."""
    for i in range(start, min(start + FARTHEST_ROLE, len(passage.words))):
        word, sort = passage.words[i], passage.sorts[i]
        if sort in {Sort.ROLE, Sort.TRADE}:
            return True
        if sort not in {Sort.OTHER, Sort.NEVER} or not word[0].isalnum() or word.startswith("kein"):
            return False
        if i == start and word in known.SPEECH["saying"]:
            return False
    return False


def _phrase_has_role(passage: WordedPassage, end: int) -> bool:
    """Whether the phrase that ends here has a role: "der Sprecher des Amtes für Statistik, X"."""
    for i in range(end, max(-1, end - FARTHEST_PHRASE), -1):
        if passage.sorts[i] in LEADS:
            return True
        if not passage.words[i][0].isalnum():
            return False
    return False
