"""A printed author → the parts of a person's name, or nothing where it is no person's or nobody can tell.

A name is parted only when it begins with a known first name, or has one behind its comma. Which names that
gives is in `tests/exchange/names.yml`; how each format writes them is left to `names.py`.
"""

from __future__ import annotations

import re
from functools import cache

from ...words import lexicon
from ...words.lexicon import given_names, plain

Parts = dict[str, str]

MOST_WORDS = 8
_WORD = re.compile(r"(?:['’](?=[a-z]))?[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*")
_COMMA = re.compile(r"\s*,\s*")


@cache
def _list(name: str, *sections: str) -> frozenset[str]:
    lists = lexicon.sections(name)
    return frozenset(word for section in sections for word in lists[section])


def _particles(*sections: str) -> frozenset[str]:
    return _list("name_particles", *sections)


def _authors(*sections: str) -> frozenset[str]:
    return _list("author_names", *sections)


def person(printed: str) -> Parts | None:
    """`given`, `family` and where there are any `dropping-particle`, `non-dropping-particle`, `suffix`."""
    fields = [part for part in _COMMA.split(" ".join(printed.split())) if part not in _authors("degrees")]
    suffix = ""
    if len(fields) > 1 and fields[-1] in _authors("suffixes"):
        suffix = fields.pop()
    words = _without_titles(fields[0].split())
    while len(words) > 2 and words[-1] in _authors("degrees"):
        words.pop()
    if len(words) > 2 and words[-1] in _authors("suffixes"):
        suffix = words.pop()
    if len(fields) == 2 and not _is_person(words):
        # "von der Muster, Erika", and "Muster, Erika von der", are the same person.
        given = fields[1].split()
        words = _without_titles(given) + words if all(map(_is_given, given[:1])) else []
        if len(given) > MOST_WORDS or not all(_is_given(w) or w in _small() for w in given):
            return None
    elif len(fields) > 1:
        return None
    parts = _parted(words) if _is_person(words) else None
    return parts and (parts | {"suffix": suffix} if suffix else parts)


def _without_titles(words: list[str]) -> list[str]:
    titles = _list("bylines", "titles") | _list("honorifics", "address", "title") | _authors("titles")
    at = next((i for i, word in enumerate(words) if word not in titles), len(words))
    return words[at:]


def _small() -> frozenset[str]:
    return _particles("noble", "inner", "joining") | _authors("abbreviated")


def _parted(words: list[str]) -> Parts:
    last = len(words) - 1
    first = _behind_feast(words)
    small = _small() - _authors("between_surnames")
    at = next((i for i in range(first, last) if words[i] in small), last)
    end = next((i for i in range(at, last) if words[i] not in small), last)
    if at == last:
        # Two family names: "Ortega y Muestra", and all that is left behind "María del Carmen".
        join = next((i for i in range(first + 1, last) if words[i] in _authors("between_surnames")), 0)
        both = first > 1 and last - first == 1
        at = end = join - 1 if join else first if both else last
    opening = at
    while opening > first and words[opening - 1] in _particles("capital") | _authors("capital"):
        opening -= 1
    if opening < at:  # "Van den Berg", "De La Probe": a capital is the family's own spelling
        return {"family": " ".join(words[opening:]), "given": " ".join(words[:opening])}
    parts = {"family": " ".join(words[end:]), "given": " ".join(words[:at])}
    if at < end:
        # "von" sorts with the first name, "van" and "de" belong to the family name.
        opens = words[at] in _particles("noble") | _authors("abbreviated") and words[at] != "van"
        kind = "dropping-particle" if opens else "non-dropping-particle"
        parts[kind] = " ".join(words[at:end])
    return parts


def _behind_feast(words: list[str]) -> int:
    """Where a family name may begin: behind "María del Carmen", if something is left of the name there."""
    if words[0] in _authors("before_feast"):
        at = next((i for i in range(1, len(words)) if words[i] not in _particles("joining")), 0)
        if 1 < at < len(words) - 1 and words[at] in _authors("feasts"):
            return at + 1
    return 1


def _is_given(word: str) -> bool:
    """Whether this is a first name, an initial or several of these: "Hans-Peter", "J.-P.", "Hans-J."."""
    if _INITIAL.fullmatch(word) or word in _authors("cut_short"):
        return word[0].isupper()
    return all(plain(part) in given_names() or _INITIAL.fullmatch(part) for part in word.split("-"))


def _is_person(words: list[str]) -> bool:
    if not 2 <= len(words) <= MOST_WORDS:
        return False
    if not all(_WORD.fullmatch(word) or _INITIAL.fullmatch(word) for word in words):
        return False
    never = _list("bylines", "departments", "functions", "not_names")
    if words[0] in never or any(word in never - _authors("capital") for word in words[1:]):
        return False
    if words[-1].rpartition("-")[2] in _authors("organisations") or _is_a_pair(words):
        return False
    first = words[0]
    if not first[0].isupper() or not _is_given(first):
        return False
    if first in _particles("family_first"):  # which of the two stands first, nobody can tell
        return False
    small = _small() | _authors("between_surnames")
    return all(_opens_name(word) or word in small for word in words[1:-1]) and _opens_name(words[-1])


def _is_a_pair(words: list[str]) -> bool:
    """Whether something joins two names here: "Müller und Söhne", but not "von und zu Muster"."""
    joins = (i for i, word in enumerate(words) if word in _authors("pairing"))
    small = _small()
    return any(i == 0 or i == len(words) - 1 or not {words[i - 1], words[i + 1]} <= small for i in joins)


def _opens_name(word: str) -> bool:
    """Whether a name within a name can look so: "Muster", "al-Muster", "d'Exemple", "Saint-Exemple"."""
    article, hyphen, rest = word.partition("-")
    written_to = bool(hyphen and article in _particles("article") and rest[:1].isupper())
    elided = any(word.startswith(e) and word[len(e) :][:1].isupper() for e in _authors("elided"))
    return word[0].isupper() or written_to or elided
