"""Letters pages: those who signed one of several texts are not the authors of the whole.

Comes in: a page's lines, and the authors that its rules found. Goes out: the authors who did not sign a part.
A signature stands alone below a text, a name with or without a place; where two people sign so, each signed
the text above.
"""

from __future__ import annotations

import re

from ...model import Found
from ...words import lexicon
from . import names
from .page import Line, Page

LONGEST_SIGNATURE = 9  # words: a title, two names, a postal code and a place
SHORTEST_TEXT = 12  # words of the text above
FEWEST = 2
_BY = re.compile(rf"(?:{lexicon.alternatives('bylines', 'by')})\s+", re.IGNORECASE)


def without_letter_writers(page: Page, authors: tuple[Found[str], ...]) -> tuple[Found[str], ...]:
    """The authors without those who signed one of several texts."""
    if not authors:
        return authors
    signed = _signatures(page)
    if len({name for name, _ in signed}) < FEWEST:
        return authors
    return tuple(
        author
        for author in authors
        if author.span is None
        or not any(line.span.start <= author.span.start < line.span.end for _, line in signed)
    )


def _signatures(page: Page) -> list[tuple[str, Line]]:
    """The lines below a text that are a name, and the name."""
    found: list[tuple[str, Line]] = []
    above = ""
    for line in page.lines:
        if not line.text:
            continue
        if len(above.split()) >= SHORTEST_TEXT and (name := _signed(line.text)) is not None:
            found.append((name, line))
        above = line.text
    return found


def _signed(text: str) -> str | None:
    """The name of a line that is a signature: `Von Erika Muster, Musterstadt`."""
    if len(text.split()) > LONGEST_SIGNATURE or text.endswith((".", "!", "?", ":")):
        return None
    printed = _BY.sub("", text, count=1) if _BY.match(text) else text
    name = names.person(printed.split(",")[0])
    return name if name is not None and len(name.split()) > 1 and names.agency(name) is None else None
