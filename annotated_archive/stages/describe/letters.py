"""Letters pages: those who signed one of several texts are not the authors of the whole.

Comes in: a page's lines, and the authors that its rules found. Goes out: the authors who did not sign a part.
A signature stands alone below a paragraph, a name with or without a place; where two people sign so, each
signed the text above. Below a headline or a teaser a name is a byline, and below a lead, unless the last text
is signed as well. Subheads look like names; so two must begin with a first name that is known.
"""

from __future__ import annotations

import re

from ...kinds import Kind
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
    known = {name for name, _, below in signed if below is not Kind.LEAD and names.has_first_name(name)}
    if len(known) < FEWEST:
        return authors
    last = max((line.number for line in page.lines if _is_text(line)), default=0)
    if signed[-1][1].number < last:
        signed = [found for found in signed if found[2] is not Kind.LEAD]
    own = {line.number for _, line, _ in signed}
    beside = [line.text for line in page.lines if not line.is_paragraph and line.number not in own]
    return tuple(
        author
        for author in authors
        if author.span is None
        or not any(line.span.start <= author.span.start < line.span.end for _, line, _ in signed)
        or any(author.value in text for text in beside)  # a byline above, a portrait of the author below
    )


def _signatures(page: Page) -> list[tuple[str, Line, Kind]]:
    """The lines below a paragraph that are a name, the name, and what the paragraph is."""
    found: list[tuple[str, Line, Kind]] = []
    above: Line | None = None
    for line in page.lines:
        if not line.text:
            continue
        if above is not None and _is_text(above) and (name := _signed(line.text)) is not None:
            found.append((name, line, above.kind))
        above = line
    return found


def _is_text(line: Line) -> bool:
    return line.is_paragraph and len(line.text.split()) >= SHORTEST_TEXT


def _signed(text: str) -> str | None:
    """The name of a line that is a signature: `Von Erika Muster, Musterstadt`."""
    if len(text.split()) > LONGEST_SIGNATURE or text.endswith((".", "!", "?", ":")):
        return None
    printed = _BY.sub("", text, count=1) if _BY.match(text) else text
    name = names.person(printed.split(",")[0])
    return name if name is not None and len(name.split()) > 1 and names.agency(name) is None else None
