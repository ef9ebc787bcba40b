"""Corrections: what an outlet takes back of its own text. It stands beside the article and is none of it.

Comes in: a block. Goes out: whether it is a correction, by its words alone: a label such as `Berichtigung:`,
a note of the newsroom that says what was wrong, or a sentence on an earlier version of this text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ...words.lexicon import alternatives, sections
from .block import Block

LONGEST = 110  # words
OPENING = 160  # characters in which the version that is corrected is named
# Between a label and its text: `vom 12. März 2019:`, `(3. Mai):`, `, March 3:`, ` – `.
_SMALL = alternatives("corrections", "behind_label")
_BEHIND = rf"(?:\s*[:–—]|\s+-\s|(?:\s*[,(\[]|\s+(?:{_SMALL}|\d))[^:!?]{{0,45}}:)"
_BEFORE = r"[\W_]*"


def is_correction(block: Block) -> bool:
    """Whether a block corrects the text that it stands beside: `Berichtigung: Anders als gemeldet, …`."""
    if block.words > LONGEST:
        return False
    text = block.text
    forms = _forms()
    if forms["labels"].match(text) or forms["sentences"].match(text):
        return True
    speaks = forms["version"].search(text[:OPENING]) is not None
    if forms["notes"].match(text):
        return speaks or forms["wrong"].search(text) is not None
    return speaks and (forms["openers"].match(text) or forms["opening"].match(text)) is not None


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    lists = sections("corrections")
    version = rf"(?:{_any(lists['earlier'])})\s+(?:{_any(lists['versions'])})\b"
    version += rf"|(?:{_any(lists['versions'])})\s+(?:{_any(lists['earlier'])})\b"
    of_this = rf"\s+(?:{_any(lists['own'])})\s+(?:{_any(lists['texts'])})\b"
    of_any = rf"\s+(?:{_any(lists['any'])})\s*"
    of_article = rf"{of_any}(?:{_any(lists['articles'])})\b"
    of_wrong = rf"{of_any}(?:{_any(lists['texts'])})\b.*\b(?:{_any(lists['wrong'])})"
    said = rf"\s+(?:{_any(lists['said'])})\b"
    sentences = (
        "".join(r"(?:\S+\s+){0,3}?" if w == "…" else rf"{re.escape(w)}(?:\s+|\b)" for w in s.split())
        for s in lists["sentences"]
    )
    patterns = {
        "labels": rf"{_BEFORE}(?:{_any(lists['labels'])}){_BEHIND}",
        "notes": rf"{_BEFORE}(?:{_any(lists['notes'])})(?!\w)",
        "openers": rf"{_BEFORE}(?:{_any(lists['openers'])}){_BEHIND}",
        # The sentence is about the version: nothing stands before it but an article or a preposition.
        "opening": rf"{_BEFORE}(?:\w+\s+){{0,3}}?(?:{version})",
        "version": rf"(?:{version})(?:{of_this}|{of_article}|{of_wrong}|{said})",
        "wrong": rf"\b(?:{_any(lists['wrong'])})",
        "sentences": rf"{_BEFORE}(?:{'|'.join(sentences)})",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
