"""German compounds → the parts by which readers look for them.

Comes in: the archive's own words, and one word of it. Goes out: the parts that stand at its end
("Militärgespräche": "gespräche"), since a search finds by the first letters anyway. A word is taken apart
only into words that the archive, or a short list of nouns, has as nouns, so a small archive takes few apart
and none wrongly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from math import log

from ...words import lexicon

WORD = re.compile(r"[^\W\d_]+")
SHORTEST_PART = 4
SHORTEST = 2 * SHORTEST_PART
# A listed noun of so many letters is a part whatever stands before it ("Verteidigungs-minister").
SURE_TAIL = 5
# Between the parts: "Staat-s-vertrag", "Gruppe-n-reise".
LINKS = ("", "s", "es", "n", "en", "er", "e")
# What German adds to a noun, longest first.
_ENDINGS = ("innen", "ern", "em", "en", "er", "es", "e", "n", "s")


def base(word: str) -> str:
    """A noun without its ending, for comparing only: `base("gesprächen") == base("gespräch")`."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_PART - 1:
            return word.removesuffix(ending)
    return word


class Splitter:
    """Takes words apart into what it has learnt."""

    def __init__(self, words: Counter[str], names: Iterable[str] = ()) -> None:
        """`words` as printed with how often; `names` of people are never taken apart."""
        self.nouns: Counter[str] = Counter()
        lists = lexicon.sections("search")
        self.names = {name.lower() for name in (*names, *lists["whole"])}
        self.prefixes = frozenset(lists["prefix"])
        self.opposed = tuple(lists["opposed"])
        self.sure = {base(word.lower()) for word in lists["noun"] if len(word) >= SURE_TAIL}
        for word in (*lists["noun"], *lexicon.words("nouns")):
            self.nouns[base(word.lower())] = 1
        for word, count in words.items():
            small = word.lower()
            noun = word[0].isupper() and word[1:].islower() and len(word) >= SHORTEST_PART
            # A name is none, nor the first word of a sentence: that stands in small letters too.
            if noun and words[small] * 2 < count and small not in self.names:
                self.nouns[base(small)] += count
        self.known: dict[str, tuple[str, ...]] = {}
        self.cuts: dict[str, int] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts at a word's end, longest first, in small letters; none where it is no compound."""
        if not word[0].isupper() or len(word) < SHORTEST or word.lower() in self.names:
            return ()
        return self._parts(word.lower())

    def tail(self, word: str) -> str:
        """What a word shares with one of which only the beginning is printed, in small letters.

        `tail("Verteidigungsminister") == "minister"`, `tail("Nachteile") == "teile"`; empty where that
        cannot be told.
        """
        if parts := self.parts(word):
            return parts[0]
        small = word.lower()
        return next((small.removeprefix(head) for head in self.opposed if small.startswith(head)), "")

    def _parts(self, word: str) -> tuple[str, ...]:
        if word not in self.known:
            cut = self._cut(word) or self._listed(word)
            self.known[word] = (word[cut:], *self._parts(word[cut:])) if cut else ()
        return self.known[word]

    def _cut(self, word: str) -> int:
        """Where the best second part begins behind a known first one; 0 where there is none."""
        if word in self.cuts:
            return self.cuts[word]
        best, where = 0.0, 0
        for cut in range(SHORTEST_PART - 1, len(word) - SHORTEST_PART + 1):
            tail = self._tail(word[cut:])
            if cut < SHORTEST_PART and base(word[cut:]) not in self.sure:
                continue
            head = self._head(word[:cut]) if tail else 0
            if head and head + tail > best:
                best, where = head + tail, cut
        self.cuts[word] = where
        return where

    def _listed(self, word: str) -> int:
        """Where a sure noun begins that ends the word, the longest; 0 where there is none."""
        for cut in range(SHORTEST_PART, len(word) - SURE_TAIL + 1):
            if base(word[cut:]) in self.sure and word[:cut] not in self.prefixes:
                return cut
        return 0

    def _head(self, part: str) -> float:
        if part in self.prefixes:
            return 0
        found = [
            self.nouns[base(part.removesuffix(link))] or self.nouns[part.removesuffix(link)]
            for link in LINKS
            if part.endswith(link) and len(part) - len(link) >= SHORTEST_PART - 1
        ]
        return log(1 + max(found, default=0))

    def _tail(self, part: str) -> float:
        if known := self.nouns[base(part)]:
            return 2 * log(1 + known)
        return 1.0 if len(part) >= SHORTEST and self._cut(part) else 0
