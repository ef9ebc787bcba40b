"""A printed author → a CSL name: family and given name of a person, a literal for anybody else.

A reference turns names round ("Muster, Erika"), which makes nonsense of a department or a broadcaster. So a
name is parted only where `person_names` is sure; any other is printed as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from .person_names import person

# A particle that ends so is written to the name: "al-", "d'".
BOUND = ("-", "‐", "'", "’")
Name = dict[str, str]


@lru_cache(maxsize=4096)
def _parts(printed: str) -> tuple[tuple[str, str], ...]:
    return tuple((person(printed) or {"literal": " ".join(printed.split())}).items())


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


def with_fields(name: Mapping[str, Any]) -> dict[str, str]:
    """A name as Zotero writes it, with suffix and particle in fields of their own: "Martin, Jr.", "Otto von".

    Citation processors read both from the given name; citeproc-py does not.
    """
    made = {key: str(value) for key, value in name.items() if value}
    if "family" not in made or "given" not in made:
        return made
    given, comma, suffix = made["given"].partition(", ")
    if comma:
        made = {"suffix": suffix, **made, "given": given}
    words = given.split()
    first_small = next((i for i in range(len(words), 0, -1) if not words[i - 1][0].islower()), 0)
    if 0 < first_small < len(words) and "dropping-particle" not in made:
        parts = (" ".join(words[:first_small]), " ".join(words[first_small:]))
        made |= dict(zip(("given", "dropping-particle"), parts, strict=True))
    return made


def in_order(name: Name) -> str:
    """A person's name as it is spoken: "Erika von Muster", "Martin Sample Jr."."""
    family = joined(name.get("dropping-particle"), joined(name.get("non-dropping-particle"), name["family"]))
    return " ".join(filter(None, (name.get("given"), family, name.get("suffix"))))


def single_field(literal: str) -> str:
    """A name that is to stay whole: Zotero turns "Redaktion Blatt" round, and "Redaktion Blatt," not.

    A comma or semicolon within it would part it all the same, so these become spaces.
    """
    whole = re.sub(r"\s*[,;]+\s*", " ", literal).strip()
    return f"{whole}," if " " in whole else whole


def given_and_suffix(name: Name, between: str) -> str:
    """The given name with "Jr." behind it: "Martin, Jr." where `between` is a comma and a space."""
    return between.join(filter(None, (name.get("given"), name.get("suffix"))))


def plain_name(name: Name, before_suffix: str = ", ") -> Name:
    """The name without fields for particles and suffixes, which Zotero does not read.

    Its citation processor, like Pandoc's, finds a non-dropping particle before the family name, a dropping
    one behind the given name, and a suffix behind a comma there.
    """
    if "family" not in name:
        return name
    given = " ".join(filter(None, (name.get("given"), name.get("dropping-particle"))))
    return {
        "family": joined(name.get("non-dropping-particle"), name["family"]),
        "given": given_and_suffix({**name, "given": given}, before_suffix),
    }


def is_person(name: Name) -> bool:
    """Whether this CSL name is a person's."""
    return "family" in name
