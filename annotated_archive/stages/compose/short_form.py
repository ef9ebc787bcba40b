"""Cited works → their short forms, as "welt.de 2015": who published it, and when.

An article is known by its outlet, a work from outside the archive by its authors. Works of one page that
would look the same get the day, and if that does not help the title as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ...text.dates import display
from ...text.paragraphs import fold
from ...words.languages import Interface
from .catalogue import Entry, shorten

LONGEST_NAME, LONGEST_TITLE = 40, 40
_YEAR = re.compile(r"\b\d{4}\b")


@dataclass(frozen=True, slots=True)
class ShortForm:
    """`name` and `when`, and both as a list is sorted by it: `welt.de 2015`."""

    name: str
    when: str

    def __str__(self) -> str:
        return f"{self.name} {self.when}"


def short_form_of_entry(entry: Entry, words: Interface, detail: int = 0) -> ShortForm:
    """The short form of an article, with more `detail`: 1 the day, 2 its title as well."""
    name = entry.outlet.name if entry.outlet else shorten(entry.title, LONGEST_NAME)
    when = entry.year if entry.published else words("undated.short")
    if detail and entry.date:
        when = display(entry.date, words.language)
    if detail > 1:
        when = f"{when}, {words('quoted', text=shorten(entry.title, LONGEST_TITLE))}"
    return ShortForm(name, when)


def short_form_of_work(work: Mapping[str, Any], words: Interface, detail: int = 0) -> ShortForm:
    """The same for a CSL-JSON item; detail is its title only."""
    title = fold(str(work.get("title") or work.get("id") or ""))
    names = [_family(name) or str(name.get("literal") or name.get("given") or "") for name in _names(work)]
    names = [name for name in names if name]
    if len(names) > 2:
        name = words("authors.more", name=names[0])
    else:
        name = "/".join(names) or str(work.get("container-title") or work.get("publisher") or "")
    when = _year(work.get("issued")) or words("undated.short")
    if detail and name:
        when = f"{when}, {words('quoted', text=shorten(title, LONGEST_TITLE))}"
    return ShortForm(fold(name) or shorten(title, LONGEST_NAME), when)


def short_forms(keys: Iterable[str], form: Callable[[str, int], ShortForm]) -> dict[str, ShortForm]:
    """The short forms of the works cited on one page, each with enough detail to tell it from the others."""
    forms = {key: form(key, 0) for key in dict.fromkeys(keys)}
    for detail in (1, 2):
        alike: defaultdict[str, list[str]] = defaultdict(list)
        for key, short in forms.items():
            alike[str(short)].append(key)
        forms |= {key: form(key, detail) for group in alike.values() if len(group) > 1 for key in group}
    return forms


def _names(work: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    found = work.get("author") or work.get("editor") or []
    return [name for name in found if isinstance(name, dict)] if isinstance(found, list) else []


def _family(name: Mapping[str, Any]) -> str:
    """The family name with the particle that always belongs to it: "de Probe", "al-Beispiel"."""
    family, particle = str(name.get("family") or ""), str(name.get("non-dropping-particle") or "")
    if not family or not particle:
        return family
    return f"{particle}{family}" if particle.endswith(("-", "‐", "'", "’")) else f"{particle} {family}"


def _year(issued: Any) -> str | None:
    if not isinstance(issued, dict):
        return None
    try:
        return str(int(issued["date-parts"][0][0]))
    except (KeyError, IndexError, TypeError, ValueError):
        found = _YEAR.search(str(issued.get("literal") or issued.get("raw") or ""))
        return found[0] if found else None
