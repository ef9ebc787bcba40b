"""Candidate → evidence: how strongly its form and the words around it say that it is a person.

The weights are small whole numbers that add up. A known first name with a family name is enough by itself; two
unknown words need a role, an age or several weaker signs. Signs against weigh as much as signs for, so that
one context alone rarely decides.
"""

from __future__ import annotations

import re

from .. import lexicon
from .candidates import Candidate
from .passages import Passage
from .words import FAMILY_FIRST, LEADS, PLACE_FIRST, THING_BEFORE, Sort, is_calendar, role_of_firms

ENOUGH = 3  # the sum that makes a candidate a person
FIRST_NAME, MAYBE_FIRST, INITIALS = 3, 1, 2
ABBREVIATED = 2  # an unknown word and an initial: a suspect ("Xaver Q."), or "Plan B."
FAMILY_NAME_FIRST = 2  # "Xi Jinping"
LED = 3  # a role, title or form of address directly before
SURE = 3  # an age, a party, an apposition, "ist Trainerin"
LIKELY = 2  # beside a verb of saying; a role earlier in the same phrase
SLIGHT = 1  # a form that names often have
AGAINST = -2  # an article directly before, quotation marks around
SLIGHTLY_AGAINST = -1
IMPOSSIBLE = -9  # part of the name of an institution or a thing
FARTHEST_ROLE = 6  # words between a comma and the role of an apposition
FARTHEST_PHRASE = 10  # words between a role and the comma before the name: "Sprecher des Amtes für …, X"

_SPEECH = lexicon.sections("speech")
_SAYING, _LIVING = frozenset(_SPEECH["saying"]), frozenset(_SPEECH["living"])
_BEING, _SOURCE = frozenset(_SPEECH["being"]), frozenset(_SPEECH["source"])
_NAMING = frozenset(_SPEECH["naming"])
_ARTICLE = frozenset("der die das dem den des ein eine einen einem einer eines the la le".split())
_PLACE_PREPOSITION = frozenset("in im aus nach am beim zum zur vom ins ans".split())
_FAMILY_ENDING = re.compile(
    r"(?:mann|berg|berger|stein|steiner|bauer|huber|maier|mayer|meier|meyer|müller|hofer|hauser|bach|bacher|inger|"
    r"ling|ström|strøm|qvist|quist|sen|son|sson|dóttir|ski|sky|skij|skyj|ska|cki|wicz|vić|ić|ič|enko|tschuk|ow|ew|"
    r"owa|ewa|ov|ova|off|jew|shvili|schwili|dse|dze|yan|jan|ian|oğlu|oglu|idis|akis|opoulos|elli|etti|ini|ucci|ez|es|"
    r"eira|escu|ulescu|aitis|ytė|nen|uk|yk|czak|czyk|ák|ová|zadeh|pour|nejad|uddin|kwo|kwe|wala|raj)\Z"
)
_LIKE_A_NAME = frozenset({Sort.NAME, Sort.FIRST, Sort.MAYBE_FIRST, Sort.PARTICLE, Sort.INITIAL, Sort.NUMERAL})
# Prepositions and conjunctions that a person's name often follows, an institution's seldom without an article.
_BEFORE_PEOPLE = frozenset(
    "von gegen mit durch für an um als während weil dass nachdem bevor wenn ob aber denn hatte hatten hat wurde wird "
    "habe soll kann ist war namens".split()
)
_FROM = frozenset({"vom", "von", "aus"})
_NOUNS = frozenset({Sort.NOUN, Sort.COMPOUND, Sort.NEVER})
_ADVERB = frozenset("etwa auch zum beispiel dazu hingegen dagegen aber nun jetzt dann unterdessen derweil indes".split())
_AGE = re.compile(r"\d{1,3}\Z")
_OPENING_QUOTES, _CLOSING_QUOTES = frozenset("„“\"»«›‹'‚‘"), frozenset("“”\"«»‹›'‘’")
_LOOKS_LIKE = frozenset(lexicon.sections("not_people")["looks_like_a_person"])


def base(candidate: Candidate) -> tuple[int, str]:
    """What the name's own form says."""
    passage, first = candidate.passage, candidate.first
    sorts = passage.sorts[first : candidate.after]
    if " ".join(candidate.words) in _LOOKS_LIKE or " ".join(candidate.words[:2]) in _LOOKS_LIKE:
        return IMPOSSIBLE, "full-name"
    points = 0
    given = sorts[: candidate.given]
    if Sort.FIRST in given:
        points = FIRST_NAME
    elif Sort.MAYBE_FIRST in given:
        unlike = sorts[-1] not in _LIKE_A_NAME or is_calendar(candidate.words[0])
        points = MAYBE_FIRST if unlike else FIRST_NAME
    elif given:
        points = INITIALS
    elif sorts[-1] is Sort.INITIAL:
        points = ABBREVIATED
    elif candidate.words[0] in FAMILY_FIRST and sorts[-1] is not Sort.NEVER:
        points = FAMILY_NAME_FIRST
    elif all(sort in _LIKE_A_NAME for sort in sorts):
        points = SLIGHT + (sorts[-1] is Sort.FIRST)
    last = candidate.words[-1]
    if sorts[-1] is Sort.NAME and _FAMILY_ENDING.search(last.removesuffix("s")):
        points += SLIGHT
    if any(sort is Sort.PARTICLE for sort in sorts):
        points += SLIGHT
    if sorts[-1] is Sort.NOUN:
        points += SLIGHTLY_AGAINST
    if candidate.words[0] in PLACE_FIRST:
        points += AGAINST
    return points, "full-name"


def around(candidate: Candidate) -> list[tuple[int, str]]:
    """What the words around say, each sign with its rule."""
    passage, first, after = candidate.passage, candidate.first, candidate.after
    words, sorts = passage.words, passage.sorts
    found: list[tuple[int, str]] = []
    previous = words[first - 1] if first else ""
    following = words[after] if after < len(words) else ""
    if first and sorts[first - 1] is Sort.INSTITUTION or previous in THING_BEFORE:
        found.append((IMPOSSIBLE, "thing-before"))
    if following and sorts[after] is Sort.INSTITUTION or following in {"&", "@"} or previous in {"&", "@", "#"}:
        found.append((IMPOSSIBLE, "institution"))
    if candidate.lead >= 0:
        titled = sorts[candidate.lead] in {Sort.TITLE, Sort.ADDRESS}
        weight = SLIGHT if role_of_firms(words[candidate.lead]) else LED
        found.append((weight, "title-before" if titled else "role-before"))
    elif previous in _ARTICLE and not (first > 1 and words[first - 2] == ","):
        found.append((AGAINST, "article-before"))
    elif previous in _PLACE_PREPOSITION and Sort.FIRST not in sorts[first:after]:
        found.append((SLIGHTLY_AGAINST, "place-before"))
    if previous.endswith(("jährige", "jährigen", "jähriger")):
        found.append((SURE, "age"))
    if previous in _OPENING_QUOTES and following in _CLOSING_QUOTES:
        found.append((AGAINST, "quoted"))
    before = words[first - 2] if first > 1 and previous in _ADVERB else previous
    if previous in _NAMING:
        found.append((LIKELY, "named"))
    if previous in _SOURCE or before in _SAYING or following in _SAYING:
        found.append((LIKELY, "speech"))
    elif following in _LIVING or previous in _BEFORE_PEOPLE:
        found.append((SLIGHT, "clause"))
    if first and not found and sorts[first - 1] in _NOUNS:
        far = _role_of_phrase(passage, first - 1)
        found.append((LIKELY, "role-before") if far else (SLIGHTLY_AGAINST, "noun-before"))
    if following in _FROM:
        house = any(_of_institution(passage, i) for i in range(after + 1, min(after + 4, len(words))))
        found.append((LIKELY if house else SLIGHT, "affiliation"))
    if first and not candidate.given and passage.starts[first] == passage.ends[first - 1] and previous == ".":
        found.append((IMPOSSIBLE, "abbreviation"))
    if words[after : after + 2] == ["und", "Co"]:
        found.append((LIKELY, "list"))
    if following == "(":
        found += _in_brackets(passage, after + 1)
    elif following == ",":
        found += _apposition(passage, after + 1)
    elif following in _BEING and _role_within(passage, after + 1):
        found.append((SURE, "being"))
    if previous == "," and _role_of_phrase(passage, first - 2):
        found.append((LIKELY + (following == ","), "apposition"))
    return found


def _of_institution(passage: Passage, i: int) -> bool:
    """Whether a word names a house that people come from: "Universität", "Muster-Institut", "Handelskammer"."""
    word, sort = passage.words[i], passage.sorts[i]
    return sort is Sort.INSTITUTION or (word[0].isupper() and (sort in _NOUNS or "-" in word))


def _in_brackets(passage: Passage, i: int) -> list[tuple[int, str]]:
    """An age or a party: "(34)", "(CDU)", "(Grüne)", "(34, SPD)"."""
    words = passage.words
    if i + 1 >= len(words):
        return []
    if _AGE.match(words[i]) and words[i + 1] in {")", ","}:
        return [(SURE, "age")]
    if ")" in words[i + 1 : i + 6] and (words[i][0].isupper() or words[i].isdigit()):
        return [(LIKELY, "affiliation")]  # also minutes and places: "(67.)", "(Wien/41)"
    return []


def _apposition(passage: Passage, i: int) -> list[tuple[int, str]]:
    """An age or a role after a comma: "X, 34, …", "X, Sprecherin der …", "X, eine weitere Betroffene"."""
    words = passage.words
    if i + 1 < len(words) and _AGE.match(words[i]) and words[i + 1] in {",", "."}:
        return [(SURE, "age")]
    if _role_within(passage, i):
        return [(SURE, "apposition")]
    return [(SLIGHT, "relative")] if words[i : i + 1] and words[i] in {"der", "die", "dessen", "deren"} else []


def _role_within(passage: Passage, start: int) -> bool:
    """Whether a role follows, with only small words and adjectives before it."""
    for i in range(start, min(start + FARTHEST_ROLE, len(passage.words))):
        sort = passage.sorts[i]
        if sort in {Sort.ROLE, Sort.TRADE}:
            return True
        if not passage.words[i][0].isalnum() or (sort is not Sort.OTHER and sort is not Sort.NEVER):
            return False
        if passage.words[i] in _SAYING:
            return False
    return False


def _role_of_phrase(passage: Passage, end: int) -> bool:
    """Whether the phrase that ends here has a role: "der Sprecher des Amtes für Statistik, X"."""
    for i in range(end, max(-1, end - FARTHEST_PHRASE), -1):
        if passage.sorts[i] in LEADS:
            return True
        if not passage.words[i][0].isalnum():
            return False
    return False
