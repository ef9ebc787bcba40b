"""A name → the spellings in which readers may look for it.

Comes in: the words of a person's name. Goes out, for each word, the spellings that other languages'
transliterations give it. Names that do not look Slavic have none but their own. Whether two spellings mean
one person is not decided here: `spelling.py` compares, and people are merged elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from ..words import lexicon
from .letters import plain

# More would fill the index with spellings that nobody types.
MOST = 24
# A sound that German writes with w may stand in a name more than once; each is spelt on its own ("Lawrov").
MOST_FREE = 2
GERMAN, ENGLISH, FRENCH = range(3)
_GLIDE = re.compile(r"(?<=[aeiou])[jyi](?!$)|(?<![aeiou])[jy](?=[aeiou])")
_ENDING_I = re.compile(r"(?:iy|ij|yj|yi|ii|iy|y|i)$")
_ENDING_GLIDE = re.compile(r"(?<=[aeou])[jyi]$")
_ENDING_V = re.compile(r"(?<=[oe])(?:w|v|ff)$")
_SOFT_ENDING = re.compile(r"(?<=ch|sh)[oe](?=(?:w|v|ff)a?$)")  # "Gorbatschow", "Gorbachev"
_FRENCH_GU = re.compile(r"gu(?=[ei])")  # "Sergueï"
_GERMAN_S = re.compile(r"(?:^|(?<=[aeiouy]))s(?=[aeiouy])")  # spoken as in "zero"


def spellings(name: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each word of a name in lower case without marks, and its other spellings.

    `spellings(["Lawrow"])["lawrow"]` has "lavrov", "lawrov", "lavroff" …; of ["Weber"] there are none.
    """
    words = [plain(word).lower() for word in name]
    slavic = any(looks_slavic(word) for word in words)
    return {word: _variants(word) if slavic else () for word in words if word.isalpha()}


def looks_slavic(word: str) -> bool:
    """Whether a word, plain and in lower case, has a Slavic ending or is a first name from there."""
    lists = lexicon.sections("transliteration_names")
    return word in lists["given"] or (len(word) > 4 and word.endswith(lists["ending"]))


@lru_cache(1 << 12)
def _variants(word: str) -> tuple[str, ...]:
    """The other spellings of a word, at most MOST."""
    # The whole spellings first, then what varies in them: where there are too many, the rarest are left out.
    sounded = dict.fromkeys(_sounded(word))
    ended = dict.fromkeys(form for spelt in sounded for form in _ended(spelt))
    glided = dict.fromkeys(form for spelt in ended for form in _glided(spelt))
    found = sounded | ended | glided
    found.pop(word, None)
    return tuple(found)[:MOST]


def _sources(word: str) -> tuple[int, ...]:
    """The languages whose spelling this may be: "ch" alone is any one's."""
    signs = lexicon.load("transliteration")
    german, other, english, french = (
        any(sign in word for sign in signs[name]) for name in ("german", "not_german", "english", "french")
    )
    if german and not other:
        return (GERMAN,)
    if french or english or "ch" not in word:
        return (FRENCH,) if french else (ENGLISH,)
    return (ENGLISH, FRENCH) if other else (GERMAN, ENGLISH, FRENCH)


def _sounded(word: str) -> Iterable[str]:
    """The word with its consonants in each language's spelling; a w or v varies by itself."""
    for source in _sources(word):
        yield from _from(source, word)


def _from(source: int, word: str) -> Iterable[str]:
    table: list[list[str]] = lexicon.load("transliteration")["sounds"]
    rows = sorted(((r[source], r) for r in table), key=lambda item: -len(item[0]))
    pieces: list[list[str]] = []
    at = 0
    while at < len(word):
        group, row = next((item for item in rows if word.startswith(item[0], at)), (word[at], [word[at]] * 3))
        pieces.append(["w", "v", "v"] if group in ("w", "v") else row)
        at += len(group)
    free = [place for place, row in enumerate(pieces) if row[0] == "w"][:MOST_FREE]
    for system in (source, GERMAN, ENGLISH, FRENCH):
        spelt = [row[system] for row in pieces]
        for letters in product("wv", repeat=len(free)):
            for place, letter in zip(free, letters, strict=True):
                spelt[place] = letter
            yield "".join(spelt)
            if source == GERMAN and system != GERMAN and _GERMAN_S.search(word):
                yield _GERMAN_S.sub("z", "".join(spelt))
            if _FRENCH_GU.search(word):
                yield _FRENCH_GU.sub("g", "".join(spelt))


def _glided(word: str) -> Iterable[str]:
    """The word with j, y or i for the glide."""
    yield word
    if _GLIDE.search(word):
        for letter in "jyi":
            yield _GLIDE.sub(letter, word)


def _ended(word: str) -> Iterable[str]:
    """The word with the endings that languages give it."""
    yield word
    if _ENDING_GLIDE.search(word):
        yield from (_ENDING_GLIDE.sub(end, word) for end in "jyi")
    elif _ENDING_I.search(word):
        yield from (_ENDING_I.sub(end, word) for end in ("i", "y", "ij", "iy"))
    elif _ENDING_V.search(word):
        yield _ENDING_V.sub("ff", word)
    if "x" in word:
        yield word.replace("x", "ks")
    if _SOFT_ENDING.search(word):
        yield from (_SOFT_ENDING.sub(vowel, word) for vowel in "oe")
