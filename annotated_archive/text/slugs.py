"""Texts as parts of addresses: lower-case ASCII letters, digits and hyphens."""

from __future__ import annotations

import string

from slugify import slugify

# Long enough to recognise a headline, short enough for file systems (255 bytes a name) and for printing.
LONGEST_SLUG = 80
# Without these, ä would become a instead of ae.
GERMAN_LETTERS = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("ß", "ss")]


def slug_of(text: str) -> str:
    """A text as part of an address: `slug_of("Für Jäger & Co.") == "fuer-jaeger-co"`. May be empty."""
    return slugify(text, max_length=LONGEST_SLUG, word_boundary=True, replacements=GERMAN_LETTERS)


def letters_of(number: int) -> str:
    """The ending that sets the equal names of a row apart: nothing for 0, then b, c … z, aa, ab …"""
    ending = ""
    rest = number + 1 if number else 0
    while rest:
        rest, letter = divmod(rest - 1, len(string.ascii_lowercase))
        ending = string.ascii_lowercase[letter] + ending
    return ending
