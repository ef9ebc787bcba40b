"""A role as printed before a name → the role as it describes a person: "Piloten" is "Pilot".

Comes in: a word that names a role in any form. Goes out: its nominative, as printed; None for
what describes nobody: forms of address and titles of rank ("Sir"), origins ("Norweger"), several people
("Ministerinnen"). Whether a word is a role at all is left to others.
"""

from __future__ import annotations

from functools import cache

from . import lexicon

_CASES = ("es", "en", "s", "n")
_SEVERAL = "innen"
_FEMININE = "in"


def as_described(word: str) -> str | None:
    """The role of a person: `as_described("Außenministers") == "Außenminister"`."""
    small = word.casefold().rsplit("-", 1)[-1]
    if small.rstrip(".") in _no_roles() or small.endswith(_SEVERAL) or _is_origin(small):
        return None
    if small.endswith(_FEMININE) or _is_base(small):
        return word
    return next((word[: -len(case)] for case in _CASES if _is_base(small.removesuffix(case), small)), word)


def _is_origin(small: str) -> bool:
    """Whether a word says only where somebody is from, in any of its forms."""
    origins = frozenset(lexicon.sections("roles")["origin"])
    stems = (small.removesuffix(end) for end in ("", *_CASES, _FEMININE))
    return any(stem in origins or f"{stem}e" in origins for stem in stems)


def _is_base(small: str, than: str = "") -> bool:
    """Whether a word is, or ends in, a role in the nominative; `than` is the form that it was cut from."""
    if small == than:
        return False
    bases, whole = _bases()
    return small in whole or any(small.endswith(base) for base in bases)


@cache
def _bases() -> tuple[tuple[str, ...], frozenset[str]]:
    """The listed roles that end words, and all of them, without those that are cases of another."""
    lists = lexicon.sections("roles")
    every = {*lists["ending"], *lists["whole"], *lists["english"], *lists["several"]}

    def is_case(role: str) -> bool:
        return any(role.endswith(case) and role[: -len(case)] in every for case in _CASES)

    return tuple(role for role in lists["ending"] if not is_case(role)), frozenset(
        role for role in every if not is_case(role)
    )


@cache
def _no_roles() -> frozenset[str]:
    lists = lexicon.sections("honorifics")
    return frozenset(
        word.casefold().rstrip(".") for name in ("address", "title", "no_role") for word in lists[name]
    )
