"""Signs that a text holds several articles although no known frame fits: where each of them seems to begin.

What repeats in one form counts: source lines with a page, `Artikel 2 von 3`, or a separating line with the
same label below it; and the head of an article behind the paragraphs of another (`heads.py`). Teasers and
quoted sources do not repeat like that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.quotation_marks import CLOSING_DOUBLE
from .heads import by_heads
from .labels import labelled
from .part import Line

_NUMBERED = re.compile(
    r"\W*(?:Artikel|Article|Text|Beitrag|Dokument|Document|Treffer|Nr\.?|Meldung)?\s*(?P<n>\d{1,3})\s*(?:von|of|de|sur|/)\s*(?P<m>\d{1,3})\b\W*$",
    re.I,
)
_DAY = r"\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?)\s?(?:19|20)?\d\d(?!\d)"
_SOURCE = re.compile(
    rf"\W*(?:Quelle\s*:\s*|Aus\s*:\s*)?[^\W\d_][^\n]{{1,60}}?[{CLOSING_DOUBLE}]?,?\s+(?:Nr\.\s?[\w/]+,?\s+)?(?:(?:vom|v\.)\s+)?(?:[^\W\d_]{{2,10}}\.?,?\s+)?{_DAY}\W{{0,4}}\s*(?:Seite|S\.|p\.|Page)\s*:?\s*[A-Z]?\d[\w/-]*[^\n]{{0,60}}$"
)
_RULE = re.compile(r"([=_*#~-])(?:\s?\1){4,}$")
_END = re.compile(
    r"\W*(?:End of (?:document|article|story)|Ende des (?:Artikels|Dokuments|Textes|Beitrags)|ENDE)\W*$",
    re.I,
)
FEWEST_CHARACTERS = 350  # between two beginnings: less is no article
LABELS = ("outlet", "title", "date", "authors")


def begins(text: str, lines: Sequence[Line]) -> tuple[int, ...]:
    """Where articles seem to begin: nothing, or two places and more."""
    for find in (_numbered, _by_sources, _by_ends, _by_rules):
        found = find(text, lines)
        if len(found) > 1 and _far_apart(text, found):
            return tuple(found)
    return tuple(by_heads(lines))


def _numbered(_: str, lines: Sequence[Line]) -> list[int]:
    """`1 von 3`, `2 von 3` … on lines of their own, counting up."""
    found = [(line, int(m["n"]), int(m["m"])) for line in lines if (m := _NUMBERED.match(line.text))]
    totals = {total for _, _, total in found}
    rising = [number for _, number, _ in found]
    if len(totals) != 1 or rising != list(range(1, len(rising) + 1)):
        return []
    return [line.start for line, _, _ in found]


def _by_sources(_: str, lines: Sequence[Line]) -> list[int]:
    """`NAME vom DATE, Seite N`, more than once: above each text, or below it."""
    at = [i for i, line in enumerate(lines) if len(line.text) <= 140 and _SOURCE.match(line.text)]
    if len(at) < 2:
        return []
    if at[0] <= 2:
        return [lines[i].start for i in at]
    return [lines[0].start, *(lines[i + 1].start for i in at[:-1] if i + 1 < len(lines))]


def _by_ends(_: str, lines: Sequence[Line]) -> list[int]:
    """A line that says that an article ends, more than once."""
    at = [i for i, line in enumerate(lines) if _END.match(line.text)]
    if len(at) < 2:
        return []
    return [lines[0].start, *(lines[i + 1].start for i in at if i + 1 < len(lines) and len(lines) - i > 3)]


def _by_rules(_: str, lines: Sequence[Line]) -> list[int]:
    """Separating lines of one form, each followed within a few lines by the same label."""
    at = [i for i, line in enumerate(lines) if _RULE.match(line.text)]
    sections = [0, *(i + 1 for i in at)]
    if len(sections) < 2:
        return []
    told = [_labels(lines[i : i + 6]) for i in sections if i < len(lines)]
    common = [i for i, labels in zip(sections, told, strict=False) if labels]
    shared = set.intersection(*(labels for labels in told if labels)) if len(common) > 1 else set()
    return [lines[i].start for i in common] if shared else []


def _labels(lines: Sequence[Line]) -> set[str]:
    return {found[0] for line in lines if (found := labelled(line.text)) and found[0] in LABELS}


def _far_apart(text: str, found: Sequence[int]) -> bool:
    ends = [*found[1:], len(text)]
    return sum(end - start >= FEWEST_CHARACTERS for start, end in zip(found, ends, strict=True)) >= 2
