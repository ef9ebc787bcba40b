"""A printed text → the text that a search should know: the words that are meant, as they would be typed.

Comes in: a paragraph as a page shows it, white space folded. Goes out: the same words in the same order; soft
hyphens and characters without width are gone, ligatures are letters, and a word that a line's end broke is
whole. What a quotation is compared with is another form (`comparable.py`): it need not know whether a hyphen
belongs to a word.
"""

from __future__ import annotations

import re
import unicodedata

from ..words import lexicon

_WITHOUT_WIDTH = r"[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
_NOTHING = re.compile(rf"\u00ad\s*(?=[^\W\d_])|\u00ad|{_WITHOUT_WIDTH}")
_BROKEN = re.compile(r"(?<=[^\W\d_])([-‐¬])\s+([^\W\d_]+)")
_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "ĳ": "ij",
        "Ĳ": "IJ",
        "ǆ": "dž",
        "ǉ": "lj",
        "ǌ": "nj",
    }
)


def searchable(text: str) -> str:
    """The words that are meant: `searchable("Kran\u00adkenhaus, Ver- trag, oﬃziell")` is
    `"Krankenhaus, Vertrag, offiziell"`, and `searchable("Vor- und Nachteil")` is as it was.
    """
    if text.isascii() and "- " not in text:
        return text
    plain = unicodedata.normalize("NFC", _NOTHING.sub("", text)).translate(_LIGATURES)
    return _BROKEN.sub(_joined, plain)


def _joined(match: re.Match[str]) -> str:
    hyphen, following = match.groups()
    if following in lexicon.sections("search")["after_hyphen"]:
        return match[0]
    return following if following[0].islower() else f"{'' if hyphen == '¬' else '-'}{following}"
