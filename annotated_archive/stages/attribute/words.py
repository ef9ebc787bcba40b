"""The words that attribution asks for, from the lists of `lexicon/`."""

from __future__ import annotations

from ...words import lexicon

_SPEECH = lexicon.sections("speech")
_SMALL, _TITLES = lexicon.sections("small_words"), lexicon.sections("honorifics")
_LEADS = lexicon.sections("quotation_words")

ENGLISH = frozenset(_SPEECH["english"])
SAYING = frozenset((*_SPEECH["saying"], *_SPEECH["quoting"], *ENGLISH, *_SPEECH["french"])) - frozenset(
    _SPEECH["unclear"]
)
_PAIRS = [pair.split() for pair in _SPEECH["parted"]]
PARTED = {verb: frozenset(second for other, second in _PAIRS if other == verb) for verb, _ in _PAIRS}
PARTED["a"] = frozenset(_SPEECH["french_past"])
WORDS_OF = frozenset(_SPEECH["words_of"])

TITLES = frozenset(_TITLES["title"])
BEFORE_APPOSITION = frozenset(_TITLES["before_apposition"])
DEFINITE = frozenset(_LEADS["definite"])
INDEFINITE = frozenset(_LEADS["indefinite"])
ANY_ARTICLE = DEFINITE | INDEFINITE | frozenset(_LEADS["possessive"])
OBLIQUE = frozenset(_LEADS["oblique"])
HE, SHE = frozenset(_LEADS["he"]), frozenset(_LEADS["she"])
SUBORDINATING = frozenset(_LEADS["subordinating"])
AND = frozenset(_LEADS["and"])
AUXILIARY = frozenset(_LEADS["auxiliary"])
LINKING, BELONGING = frozenset(_LEADS["linking"]), frozenset(_LEADS["belonging"])
ABBREVIATED = frozenset(_LEADS["abbreviated"])
FEMALE, MALE = frozenset(_LEADS["female"]), frozenset(_LEADS["male"])
FEMALE_ENDING = tuple(_LEADS["female_ending"])
ACCORDING_TO, ACCORDING_AFTER = frozenset(_LEADS["according_to"]), frozenset(_LEADS["according_after"])
