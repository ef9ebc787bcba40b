"""A printed author → a CSL name: family and given name of a person, a literal for anybody else.

A reference turns names round ("Muster, Erika"), which makes nonsense of a department or a broadcaster. So a
name is parted only when it begins with a known first name; an unknown one is printed as it stands.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ...words import lexicon
from ...words.lexicon import given_names, plain

MOST_WORDS = 6
# A particle that ends so is written to the name: "al-", "d'".
BOUND = ("-", "‐", "'", "’")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*")


@cache
def _particles(*sections: str) -> frozenset[str]:
    lists = lexicon.sections("name_particles")
    return frozenset(word for section in sections for word in lists[section])


@cache
def _bylines(*sections: str) -> frozenset[str]:
    lists = lexicon.sections("bylines")
    return frozenset(word for section in sections for word in lists[section])


@lru_cache(maxsize=4096)
def _parts(printed: str) -> tuple[tuple[str, str], ...]:
    words = printed.split()
    while words and words[0] in _bylines("titles"):
        words.pop(0)
    if not _is_person(words):
        return (("literal", " ".join(printed.split())),)
    small = _particles("noble", "inner", "joining")
    last = len(words) - 1
    at = next((i for i in range(1, last) if words[i] in small), last)
    end = next((i for i in range(at, last) if words[i] not in small), last)
    if at == last and last >= 2 and words[last - 1] in _particles("capital"):
        return ("family", " ".join(words[last - 1 :])), ("given", " ".join(words[: last - 1]))
    parts = [("family", " ".join(words[end:])), ("given", " ".join(words[:at]))]
    if at < end:
        # "von" sorts with the first name, "van" and "de" belong to the family name.
        opens = words[at] in _particles("noble") and words[at] != "van"
        kind = "dropping-particle" if opens else "non-dropping-particle"
        parts.append((kind, " ".join(words[at:end])))
    return tuple(parts)


def csl_name(printed: str) -> dict[str, str]:
    """A CSL name: `csl_name("Erika von Muster")` is `{"family": "Muster", "given": "Erika",
    "dropping-particle": "von"}`; `csl_name("Redaktion Beispielblatt")` is a `literal`.
    """
    return dict(_parts(printed))


def joined(particle: str | None, family: str) -> str:
    """A particle and the name behind it: "de Probe", and "al-Beispiel" of "al-" and "Beispiel"."""
    if not particle:
        return family
    return f"{particle}{family}" if particle.endswith(BOUND) else f"{particle} {family}"


def single_field(literal: str) -> str:
    """A name that is to stay whole: Zotero turns "Redaktion Blatt" round, and "Redaktion Blatt," not.

    A comma or semicolon within it would part it all the same, so these become spaces.
    """
    whole = re.sub(r"\s*[,;]+\s*", " ", literal).strip()
    return f"{whole}," if " " in whole else whole


def plain_name(name: dict[str, str]) -> dict[str, str]:
    """The name without fields for particles, which Zotero does not read.

    Its citation processor, like Pandoc's, finds a non-dropping one before the family name and a dropping one
    behind the given name.
    """
    if "family" not in name:
        return name
    given = " ".join(filter(None, (name.get("given"), name.get("dropping-particle"))))
    return {"family": joined(name.get("non-dropping-particle"), name["family"]), "given": given}


def is_person(name: dict[str, str]) -> bool:
    """Whether this CSL name is a person's."""
    return "family" in name


def _is_person(words: list[str]) -> bool:
    if not 2 <= len(words) <= MOST_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return False
    if any(word in _bylines("departments", "functions", "not_names") for word in words):
        return False
    first = words[0]
    if not _INITIAL.fullmatch(first) and not all(plain(p) in given_names() for p in first.split("-")):
        return False
    if first in _particles("family_first"):  # which of the two stands first, nobody can tell
        return False
    small = _particles("noble", "inner", "joining")
    inner = all(word[0].isupper() or word in small for word in words[1:-1])
    return first[0].isupper() and inner and _opens_family(words[-1])


def _opens_family(word: str) -> bool:
    """Whether a family name can look so: "Muster", "al-Muster"."""
    article, hyphen, rest = word.partition("-")
    return word[0].isupper() or bool(hyphen and article in _particles("article") and rest[:1].isupper())
