"""How likely a fact is right, by the rule that found it and by what speaks for or against it.

Comes in: signs, by their names. Goes out: a probability, from the numbers of `lexicon/chances.yml`, which
`bench/chances.py` fits. Whether a sign is there, the stages say that look at the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp
from typing import Any

from . import lexicon

STATED = 0.9  # from here on a fact may be given as what the text says; below, as what a rule concluded
GIVEN = 0.5  # below, it is rather wrong than right and is left out


def chance(of: str, rule: str, signs: Iterable[str] = ()) -> float | None:
    """The probability that a fact that this rule found, with these signs, is right: 0 to 1.

    `of` is the name of a field: "date", "authors" or "outlet". None for a rule that met too few annotated
    pages; signs that nobody measured weigh nothing.
    """
    weights: dict[str, float] = lexicon.load("chances")[of]
    if rule not in weights:
        return None
    points = weights["base"] + weights[rule] + sum(weights.get(sign, 0.0) for sign in set(signs))
    return 1 / (1 + exp(-points))


def chance_of_kind(rule: str) -> float | None:
    """The probability that lines of this rule belong to the article's text, or do not, as their kind says.

    None for a rule that met too few annotated lines.
    """
    measured: dict[str, Any] = lexicon.load("chances")["kinds"]
    found = measured.get(rule)
    return None if found is None else float(found)
