"""Word lists: what the rules know about languages, as commented YAML beside this file, checked on load.

A list is a mapping of sections. A section is a YAML list of entries (they may have spaces), or a block of
text whose words are the entries: short to write and quick to load.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from ..yaml_text import plain_yaml

HERE = Path(__file__).parent


class LexiconError(Exception):
    """A word list that is not what its loader promises; a fault of the program, not of a user's data."""


def plain(word: str) -> str:
    """A word without marks on its letters and in lower case, to look it up: `plain("Émile") == "emile"`."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


@cache
def load(name: str) -> Any:
    """The YAML of `lexicon/<name>.yml` as it stands."""
    path = HERE / f"{name}.yml"
    with path.open(encoding="utf-8") as stream:
        return plain_yaml(stream)


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The entries of each section of a word list: `sections("roles")["before"]`.

    Raises LexiconError for anything but strings and for an entry that is twice in its section.
    """
    content = load(name)
    if not isinstance(content, dict):
        raise LexiconError(f"lexicon/{name}.yml: expected a mapping of sections")
    result: dict[str, tuple[str, ...]] = {}
    for section, entries in content.items():
        items = tuple(entries.split()) if isinstance(entries, str) else tuple(entries or ())
        if wrong := [item for item in items if not isinstance(item, str)]:
            raise LexiconError(f"lexicon/{name}.yml: {section}: {wrong[0]!r} is not a string; quote it")
        if twice := [item for item, count in Counter(items).items() if count > 1]:
            raise LexiconError(f"lexicon/{name}.yml: {section}: {twice[0]!r} is there twice")
        result[str(section)] = items
    return result


@cache
def alternatives(name: str, section: str) -> str:
    """A section's entries for a regular expression, longest first so that a longer entry wins."""
    return "|".join(re.escape(entry) for entry in sorted(sections(name)[section], key=len, reverse=True))


@cache
def words(name: str) -> frozenset[str]:
    """All entries of a word list, whatever their section."""
    return frozenset(item for items in sections(name).values() for item in items)


@cache
def given_names() -> frozenset[str]:
    """All first names, as `plain` gives them."""
    return frozenset(map(plain, words("first_names")))
