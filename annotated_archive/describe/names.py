"""Is this printed text the name of an author, of a department or of an agency?

Comes in: a few words of a byline. Goes out: the name as it should read, or None.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from .. import lexicon

MOST_WORDS = 5
# An author's code is the editor's sign behind an agency's: "sun/AFP", "dpa/tan".
_CODE = re.compile(r"[a-zäöü]{2,5}")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_GLUED = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(lexicon.sections("bylines")[section])


@cache
def _first_names() -> frozenset[str]:
    sections = lexicon.sections("first_names")
    return frozenset(
        _plain(name) for section, names in sections.items() if section != "ambiguous" for name in names
    )


@cache
def _agencies() -> dict[str, str]:
    forms = lexicon.load("agencies")["agencies"]
    return {form.casefold(): name for name, printed in forms.items() for form in (name, *printed)}


@cache
def _agency_words(section: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in lexicon.load("agencies")[section].split())


def agency(printed: str) -> str | None:
    """The preferred name of an agency: `agency("REUTERS") == "Reuters"`."""
    return _agencies().get(printed.strip(" .()").casefold())


def is_service(printed: str) -> bool:
    """Whether this is an agency's desk or the word for agencies: no name and no code."""
    word = printed.strip(" .()").casefold()
    return word in _agency_words("services") or word in _agency_words("unnamed")


def is_code(printed: str) -> bool:
    """Whether this has the form of an author's code: two to five small letters."""
    return _CODE.fullmatch(printed) is not None and not is_service(printed)


def has_first_name(name: str) -> bool:
    """Whether the name begins with a known first name: "Erika Muster", "Hans-Peter Muster"."""
    return all(_plain(part) in _first_names() for part in name.split()[0].split("-"))


def department(printed: str) -> str | None:
    """The name of an editorial department that signs: "Redaktion Beispielblatt"."""
    words = printed.split()
    if 1 < len(words) <= MOST_WORDS and any(word in _words("departments") for word in words):
        return " ".join(dict.fromkeys(words))
    return None


def person(printed: str) -> str | None:
    """The name of a person without titles and functions, or None: `person("Dr. Erika Muster")` is
    `"Erika Muster"`.

    A name has two to five words, each with a capital, besides particles such as "von".
    """
    words = [part for word in printed.split() for part in _unglued(word)]
    while words and words[0] in _words("titles"):
        words.pop(0)
    cut = next((i for i, word in enumerate(words) if word.strip(",.") in _words("functions")), len(words))
    words = words[:cut]
    if not 2 <= len(words) <= MOST_WORDS:
        return None
    if not all(_WORD.fullmatch(word) for word in words):
        return None
    big = [word for word in words if word[0].isupper()]
    small = [word for word in words if not word[0].isupper()]
    if len(big) < 2 or not words[0][0].isupper() or not words[-1][0].isupper():
        return None
    if any(word not in _words("particles") for word in small):
        return None
    if any(word in _words("not_names") for word in words):
        return None
    return _cased(" ".join(words))


def is_single(printed: str) -> bool:
    """Whether this is one word that can be a name: a blog's author signs "Erika" or "Federfuchs"."""
    return (
        _WORD.fullmatch(printed) is not None
        and printed[0].isupper()
        and len(printed) > 2
        and printed not in _words("not_names")
    )


def _unglued(word: str) -> list[str]:
    """A name and the function glued to it: "MusterRedakteurin" is two words, "McMuster" one."""
    for match in _GLUED.finditer(word):
        if word[match.start() :] in _words("functions"):
            return [word[: match.start()], word[match.start() :]]
    return [word]


def _cased(name: str) -> str:
    """A byline set in capitals as it would be written."""
    return name.title() if name.isupper() else name
