"""Words of `lexicon/line_forms.yml` in the shapes that the forms need: sets, alternatives, first words."""

from __future__ import annotations

from functools import cache

from ...words import lexicon
from ...words.lexicon import sections
from .block import TOKEN, fold_letters


@cache
def entries(section: str) -> frozenset[str]:
    """The entries of a section, folded in case."""
    return frozenset(fold_letters(entry) for entry in sections("line_forms")[section])


@cache
def first_words(section: str) -> frozenset[str]:
    """The words that the entries begin with: a cheap look before an expensive one."""
    return frozenset(TOKEN.findall(entry)[0] for entry in entries(section))


@cache
def alternatives(section: str) -> str:
    """The entries for a regular expression, longest first so that a longer entry wins."""
    return lexicon.alternatives("line_forms", section)


@cache
def legal_words() -> tuple[str, ...]:
    """How the words of notices on cookies and consent begin."""
    return tuple(sorted(entries("legal-words")))
