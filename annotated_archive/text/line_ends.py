"""Words that a printed line's end breaks, as one word again.

Four marks say that a word goes on in the next line: a hyphen, a soft hyphen, ¬ and U+2010. A hyphen can be
the word's own, too: it stays before a capital letter ("US-\\nMinister") and before a word that joins two
("Nord-\\nund Südtor").
"""

from __future__ import annotations

import re

from ..words import lexicon

MARKS = "-¬\u00ad‐"
_BREAK = re.compile(
    rf"(?<=[^\W\d_])(?P<mark>[{MARKS}])[ \t]*(?:\r\n?|\n)\s*(?:‐\s*)?(?=(?P<next>[^\W\d_]+))", re.UNICODE
)


def unbroken(text: str, end: int | None = None) -> str:
    """The text up to `end` with its broken words joined: `unbroken("Ver-\\nhandlung") == "Verhandlung"`.

    What stands behind `end` says whether a word goes on there.
    """
    if "\n" not in text or not any(mark in text for mark in MARKS):
        return text[:end]
    end = len(text) if end is None else end
    pieces: list[str] = []
    at = 0
    for found in _BREAK.finditer(text):
        if found.start() >= end:
            break
        pieces += text[at : found.start()], _join(found)
        at = found.end()
    return "".join((*pieces, text[at:end]))


def _join(found: re.Match[str]) -> str:
    mark, word = found["mark"], found["next"]
    if mark in "¬\u00ad":
        return ""
    if word.casefold() in lexicon.sections("small_words")["after_hyphen"]:
        return f"{mark} "
    return mark if word[0].isupper() else ""
