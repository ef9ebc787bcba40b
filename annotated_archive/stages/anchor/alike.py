"""Passages that differ from given words in small things only: a typo, an inflection, a comma, a space.

What a rule calls small must never be a different statement. So the words are compared one by one: numbers and
negations must be the same, no word may be missing or added, and a name is never taken for another one, which
is why short words with a capital may only be inflected.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from ...text.reader_text import ReaderText
from ...words.lexicon import words
from .exact import Range

# Per cent of equal characters. Below NEAR a passage is not worth showing; from ALIKE on it may be taken, if
# the next best is worse by LEAD: two sentences of a pattern ("… in Paris", "… in Rom") are within it.
NEAR, ALIKE, LEAD = 60.0, 88.0, 10.0
# A quote must have this many words: fewer have twins anywhere. One word in so many may differ.
FEWEST_WORDS, WORDS_PER_CHANGE = 4, 5
# With prefix and suffix it must have more: context is given where the quote has a twin, and a short one is
# soon like the twin's.
FEWEST_WORDS_IN_CONTEXT = 8
# Letters that two inflected forms share at least; shorter words are articles, pronouns and auxiliaries.
STEM = 4
# From this length on, a doubled or swapped letter makes no other word; with a capital it may be a name
# (Schumacher, Schuhmacher). From LONG on, compounds, in which any one letter may be wrong.
TYPO, LONG = 7, 12
# Prefixes turn words round (anerkannt, aberkannt); endings are for inflection.
_PREFIX, _ENDING = 3, 2
ENOUGH = 3  # near passages: the best and its rival decide; another is worth showing
_NOUN_ENDINGS = frozenset({"", "e", "n", "en", "s", "es"})
_ADJECTIVE_ENDINGS = frozenset({"e", "en", "em", "er", "es"})

_SPELT_OUT = str.maketrans(dict(zip("äöüß", ("ae", "oe", "ue", "ss"), strict=True)))
_TOKEN = re.compile(r"-?\d+(?:[.,:]\d+)*|[^\W_]+|[?%€$£§°+=<>&@#]")


@dataclass(frozen=True, slots=True)
class Near:
    """A passage like the words looked for: its place and per cent of equal characters."""

    score: float
    place: Range


def near_passages(reading: ReaderText, quote: str) -> tuple[Near, ...]:
    """Passages like a quote (in comparable form), the most alike first; none overlaps a better one."""
    tokens = [match.span() for match in _TOKEN.finditer(reading.text)]
    length = len(_TOKEN.findall(quote))
    found: list[Near] = []
    for first in range(len(tokens)):
        # A space more or less makes two words of one, or one of two.
        for count in {max(1, length - 1), length, length + 1}:
            if first + count <= len(tokens):
                start, end = tokens[first][0], tokens[first + count - 1][1]
                score = fuzz.ratio(quote, reading.text[start:end], score_cutoff=NEAR)
                if score:
                    found.append(Near(score, (start, end)))
    best: list[Near] = []
    for near in sorted(found, key=lambda near: (-near.score, near.place)):
        if all(near.place[1] <= b.place[0] or b.place[1] <= near.place[0] for b in best):
            best.append(near)
            if len(best) == ENOUGH:
                break
    return tuple(best)


def is_clear(best: Sequence[Near], quote: str, text: str, fewest: int = FEWEST_WORDS) -> bool:
    """Whether the first of the near passages is the one meant: alike, unrivalled, and the same statement.

    `fewest` is how many words a quote needs.
    """
    if not best or best[0].score < ALIKE or len(_TOKEN.findall(quote)) < fewest:
        return False
    if len(best) > 1 and best[0].score - best[1].score < LEAD:
        return False
    return same_statement(quote, text[slice(*best[0].place)])


def with_edges(place: Range, quote: str, text: str) -> Range:
    """A place with the signs before and after it that the quote has too: tokens are words only."""
    start, end = place
    words_only = [match.span() for match in _TOKEN.finditer(quote)]
    before, after = quote[: words_only[0][0]], quote[words_only[-1][1] :]
    if text.endswith(before, 0, start):
        start -= len(before)
    if text.startswith(after, end):
        end += len(after)
    return start, end


def same_statement(one: str, other: str) -> bool:
    """Whether two texts differ in small things only; both in comparable form."""
    mine, theirs = _TOKEN.findall(one), _TOKEN.findall(other)
    changed = 0
    for kind, a, b, c, d in difflib.SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if "".join(mine[a:b]) == "".join(theirs[c:d]):
            changed += 1
        elif b - a == d - c and all(
            _differ_little(x, y, first=a + i == 0)
            for i, (x, y) in enumerate(zip(mine[a:b], theirs[c:d], strict=True))
        ):
            changed += b - a
        else:
            return False
    return changed <= max(1, len(mine) // WORDS_PER_CHANGE)


def _differ_little(one: str, other: str, first: bool) -> bool:
    if not (one.isalpha() and other.isalpha()) or _is_fixed(one) or _is_fixed(other):
        return False
    if first and one.casefold() == other.casefold():
        return True
    return _is_inflected(one, other) or _is_typo(one, other)


@lru_cache(1 << 12)
def _is_fixed(word: str) -> bool:
    # Shorter words need no look: no two of them differ little.
    return any(len(fixed) >= STEM and word.casefold().startswith(fixed) for fixed in words("fixed_words"))


def _is_inflected(one: str, other: str) -> bool:
    stem = 0
    while stem < min(len(one), len(other)) and one[stem] == other[stem]:
        stem += 1
    # "beteiligten" and "beteiligter" share an e that is part of the endings.
    for length in range(max(STEM, stem - 1), stem + 1):
        endings = {one[length:], other[length:]}
        if endings <= _NOUN_ENDINGS or (one[0].islower() and endings <= _ADJECTIVE_ENDINGS):
            return True
    return False


def _is_typo(one: str, other: str) -> bool:
    if _spelt_out(one) == _spelt_out(other):
        return min(len(one), len(other)) >= TYPO
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < (LONG if one[0].isupper() else TYPO) or OSA.distance(shorter, longer) != 1:
        return False
    if one[:_PREFIX] != other[:_PREFIX] or one[-_ENDING:] != other[-_ENDING:]:
        return False
    if len(shorter) == len(longer):
        return sorted(shorter) == sorted(longer) or len(shorter) >= LONG
    at = next((i for i, letter in enumerate(shorter) if letter != longer[i]), len(shorter))
    return longer[at] == longer[at - 1] or len(shorter) >= LONG


def _spelt_out(word: str) -> str:
    """The word without the letters that a foreign keyboard lacks."""
    return word.translate(_SPELT_OUT)
