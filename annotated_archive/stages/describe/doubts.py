"""Doubts: what speaks against a date, an author or an outlet that a rule found, and how likely it is right.

Comes in: what the rules found, and the page. Goes out: the same with its chance, as inferred where the
chance is too small for a fact that is stated, or nothing where it is more likely wrong than right. What
each sign weighs stands in `lexicon/chances.yml`. What a person decided, or a file's format says, is not
doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...model import Certainty, Found
from ...words import lexicon
from ...words.chances import GIVEN, STATED, chance
from .dated_lines import Candidate
from .page import Page

_YEAR = re.compile(r"(?<![\w.,-])20[0-4]\d(?![\w-])")
# `Erika MusterReise`: a name and what stood below it. `McMuster` and `LeMuster` are names.
_GLUED = re.compile(
    rf"\b(?!(?:{lexicon.alternatives('bylines', 'beginnings')})[A-ZÀ-Þ])[^\W\d_]*[a-zß-ÿ][A-ZÀ-Þ]"
)


def weighed(found: Found[str], of: str, signs: Iterable[str] = ()) -> Found[str] | None:
    """The fact with its chance and what follows from that; `of` is the name of its field.

    As it is where its rule met too few annotated pages.
    """
    if found.certainty is Certainty.CURATED:
        return found
    likely = chance(of, found.rule, signs)
    if likely is None:
        return found
    if likely < GIVEN:
        return None
    certainty = found.certainty if likely >= STATED else Certainty.INFERRED
    return replace(found, certainty=certainty, chance=likely)


def signs_of_date(found: Found[str], page: Page, candidates: Sequence[Candidate]) -> set[str]:
    """What is known of a date besides its words: the other days and years that the page prints."""
    signs: set[str] = set()
    itself = next((c for c in candidates if c.span == found.span), None)
    if itself is None:
        return signs
    day = itself.printed.edtf
    if any(c.printed.edtf > day for c in candidates):
        signs.add("later-day-printed")
    beside = "\n".join(line.text for line in page.lines if not line.is_paragraph)
    if any(year > day[:4] for year in _YEAR.findall(beside)):
        signs.add("later-year-printed")
    return signs


def signs_of_author(found: Found[str]) -> set[str]:
    """What is known of an author besides the rule that found the name: its form."""
    return {"capital-inside"} if _GLUED.search(found.value) else set()
