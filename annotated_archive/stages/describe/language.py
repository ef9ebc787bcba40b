"""The language of the article, told from its small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from ...model import Certainty, Found, Segment
from ...words import lexicon
from .page import Page

_WORD = re.compile(r"[^\W\d_]+")
# So many characters of running text tell the language of any article, and reading more would only cost.
ENOUGH = 3000
# Of running text, the listed words make up a quarter; a language must reach this share and twice the next
# one's, so that names and quotations decide nothing. Below this many words nothing is said.
SHARE = 0.06
LEAD_OVER_NEXT = 2
FEWEST_WORDS = 12
FEWEST_PARAGRAPHS = 2  # of a text's second language
SHORTEST_PARAGRAPH = 60  # characters


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in lexicon.sections("function_words").items():
        for word in words:
            found[word] = (*found.get(word, ()), language)
    return found


def language(page: Page) -> Found[str] | None:
    """BCP 47, or None when the text does not make it clear."""
    text = page.saved.text
    running = ""
    for segment in page.paragraphs:
        running += " " + segment.span.of(text)
        if len(running) > ENOUGH:
            break
    spoken = _spoken(running)
    return Found(spoken, None, "function-words", Certainty.INFERRED) if spoken else None


def second_language(page: Page) -> tuple[Segment, str] | None:
    """Where a text goes on in another language to its end: its first paragraph and that language.

    A quotation or a slogan is no second text: two paragraphs, and a fourth of all of them, must be in it.
    """
    running = [s for s in page.paragraphs if s.span.end - s.span.start >= SHORTEST_PARAGRAPH]
    spoken = [_spoken(segment.span.of(page.saved.text)) for segment in running]
    told = [language for language in spoken if language]
    if len(set(told)) != 2 or told[0] == told[-1]:
        return None
    first = spoken.index(told[-1])
    after = [language for language in spoken[first:] if language]
    if len(after) < max(FEWEST_PARAGRAPHS, len(told) / 4) or set(after) != {told[-1]}:
        return None
    return running[first], told[-1]


def _spoken(running: str) -> str | None:
    words = _WORD.findall(running[:ENOUGH].casefold())
    if len(words) < FEWEST_WORDS:
        return None
    known = _languages()
    counts = Counter(language for word in words if word in known for language in known[word])
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < SHARE * len(words):
        return None
    if len(ranked) > 1 and ranked[0][1] < LEAD_OVER_NEXT * ranked[1][1]:
        return None
    return ranked[0][0]
