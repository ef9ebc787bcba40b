"""A text cut to the length that a message or a list has room for."""

from __future__ import annotations


def shortened(text: str, longest: int) -> str:
    """At most `longest` characters of a text, cut after a word: `shortened("one two", 5) == "one …"`.

    White space stays as it is. The ellipsis comes on top; a single longer word is cut within.
    """
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"
