"""How words are written: diacritics, capitals, the genitive's s. Comes in and goes out: one word or name."""

from __future__ import annotations

import re
import unicodedata

from .quotation_marks import APOSTROPHES

SHORTEST_CAPITALS = 3  # letters: "LEE" may be a name in capitals, "EU" may not
GENITIVE = ("'s", "’s", "s")
NUMERAL = re.compile(r"[IVX]+\.?\Z")  # "XIV."

# Letters that Unicode does not take apart into a letter and a mark, and the kinds of apostrophe and hyphen.
_UNMARKED = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys("‐‑", "-"),
        **{
            "ß": "ss",
            "ø": "o",
            "Ø": "O",
            "ł": "l",
            "Ł": "L",
            "đ": "d",
            "Đ": "D",
            "ı": "i",
            "ə": "e",
            "ð": "d",
        },
        **{"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th"},
    }
)


def plain(text: str) -> str:
    """A text without diacritics, for comparing: `plain("Véla Ruíz") == "Vela Ruiz"`."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_UNMARKED))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def in_capitals(word: str) -> bool:
    """Whether a word may be a name in capitals: `in_capitals("MUSTER")`, not `in_capitals("EU")`."""
    letters = word.replace("-", "").replace("'", "")
    return len(word) >= SHORTEST_CAPITALS and word.isupper() and letters.isalpha()


def from_capitals(word: str) -> str:
    """A name in capitals as it is written otherwise: `from_capitals("MUSTER-PROBST") == "Muster-Probst"`."""
    if not word.isupper() or NUMERAL.match(word):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)


def without_s(word: str) -> str:
    """A word without an s that may be the genitive's: `without_s("Musters") == "Muster"`."""
    for ending in GENITIVE:
        if word.endswith(ending):
            return word[: -len(ending)]
    return word
