"""Quotation marks: which there are, which open and which close. One table; every other set follows from it.

Strings of single characters, none of which means anything in a set of a regular expression: `f"[{DOUBLE}]"`.
"""

from __future__ import annotations

# What may close a mark. Every country closes with another's opening mark, and typists mix in straight ones.
CLOSED_BY = {
    "„": '“”"',
    "‟": "”",
    "“": '”"',
    "”": "”",  # Swedish and Finnish
    '"': '"',
    "«": "»",
    "»": "«",
    "‚": "‘’'",
    "‛": "’",
    "‘": "’'",
    "’": "’",
    "'": "'",
    "‹": "›",
    "›": "‹",
}
# Inside a quotation, double marks become these.
SINGLE_FOR = {"„": "‚", "“": "‘", "”": "’", "«": "‹", "»": "›", '"': "'"}

SINGLE = "‚‛‘’'‹›"
DOUBLE = "".join(mark for mark in CLOSED_BY if mark not in SINGLE)
MARKS = DOUBLE + SINGLE
OPENING = "".join(CLOSED_BY)
CLOSING = "".join(dict.fromkeys("".join(CLOSED_BY.values())))
OPENING_DOUBLE = "".join(mark for mark in OPENING if mark in DOUBLE)
CLOSING_DOUBLE = "".join(mark for mark in CLOSING if mark in DOUBLE)

# A single mark inside a word, or behind it, is none of a quotation.
APOSTROPHES = "'’‘ʼ"
# Those of no keyboard: editors set them.
TYPOGRAPHIC = "".join(mark for mark in MARKS if mark not in "\"'")
# What is typed or set in the place of a mark: primes, ornaments, marks of East Asian and full width, accents.
LIKE_DOUBLE, LIKE_SINGLE = "″‶❝❞〝〞〟＂", "`´′‵❛❜＇"
