"""The words of the archive → small files from which a search that found nothing offers the nearest spelling.

Comes in: how often each word is printed, and names. Goes out: one text a first letter, a word a line, the
most frequent first. A reader's browser loads the one letter that it needs, and only then.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from ...text.letters import plain

SHORTEST = 4
# Of a large archive, words that stand there once are mostly misprints.
LARGE = 20_000
MOST_OF_A_LETTER = 4_000
# Letters that spellings of one name exchange share a file: `w` and `v`, `c`, `k` and `q`.
TOGETHER = str.maketrans({"w": "v", "c": "k", "q": "k", "y": "j", "i": "j", "z": "s"})
OTHER = "other"


def drawer(word: str) -> str:
    """The file in which a word is looked up: `drawer("Wagen") == drawer("Vagen") == "v"`."""
    letter = plain(word)[:1].lower().translate(TOGETHER)
    return letter if letter.isascii() and letter.isalpha() else OTHER


def suggestions(words: Counter[str], names: Iterable[str]) -> dict[str, str]:
    """File names without suffix, and their texts."""
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in words.items():
        if len(word) >= SHORTEST:
            spelt[word.lower()][word] += count
    for name in names:
        for word in name.split():
            if len(word) >= SHORTEST and word.isalpha():
                spelt[word.lower()][word] += 10
    least = 2 if len(spelt) > LARGE else 1
    drawers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for forms in spelt.values():
        if (count := forms.total()) >= least:
            best = max(forms.items(), key=lambda item: (item[1], item[0]))[0]
            drawers[drawer(best)].append((-count, best))
    return {
        letter: "\n".join(word for _, word in sorted(found)[:MOST_OF_A_LETTER])
        for letter, found in sorted(drawers.items())
    }
