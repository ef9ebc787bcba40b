"""What stands around the text of a PDF's pages: running heads, page numbers, and what a browser prints there.

Comes in: the lines of each page. Goes out: the lines without them, what was taken out, and the address that a
browser printed below its page. The day that a browser prints is the day of printing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..words import lexicon
from .pdf_lines import Line

EDGE = 3  # lines at the top and at the bottom that may belong to the frame
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    rf"[-–—|\s]*(?:(?:{lexicon.alternatives('locators', 'page')})\s*)?\d{{1,4}}"
    r"(?:\s*/\s*\d{1,4})?[-–—|\s]*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"((?:https?|file)://\S+)(?:\s+\d+/\d+)?$")
_PRINTED = re.compile(r"\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4},? \d{1,2}[:.]\d\d(?: [AP]M)?\b")


@dataclass(frozen=True, slots=True)
class Framed:
    """The pages' text, the frame's lines, and the page's address where a browser printed it."""

    pages: list[list[Line]]
    frame: list[Line]
    address: str | None = None


def without_frame(pages: Sequence[Sequence[Line]]) -> Framed:
    """The pages without what repeats at their edges, and without what is turned.

    The first page keeps its head, which may name the outlet.
    """
    repeated = Counter(key for lines in pages for key in {_key(line) for line in _edges(lines)})
    browser = [_browser_lines(lines) for lines in pages]
    address = next((found[1] for lines, found in zip(pages, browser, strict=True) if found[1]), None)
    texts: list[list[Line]] = []
    frame: list[Line] = []
    for number, (lines, (of_browser, _)) in enumerate(zip(pages, browser, strict=True)):
        edges = _edges(lines)
        taken = [line for line in lines if line.turned]
        taken += [
            line
            for line in edges
            if line in of_browser
            or _PAGE_NUMBER.match(line.text)
            or (number > 0 and len(pages) > 1 and repeated[_key(line)] > 1)
        ]
        texts.append([line for line in lines if line not in taken])
        frame += taken
    return Framed(texts, frame, address)


def _key(line: Line) -> tuple[str, int]:
    return _NUMBER.sub("#", line.text.casefold()), round(line.y)


def _edges(lines: Sequence[Line]) -> list[Line]:
    upright = sorted((line for line in lines if not line.turned), key=lambda line: -line.y)
    return [*upright[:EDGE], *upright[max(EDGE, len(upright) - EDGE) :]]


def _browser_lines(lines: Sequence[Line]) -> tuple[list[Line], str | None]:
    """The lines that a browser printed around a page, known by the address at its edge."""
    edges = _edges(lines)
    found = [(line, match) for line in edges if (match := _ADDRESS.match(line.text))]
    if len(found) != 1 or not any(_PRINTED.match(line.text) or _of_pages(line) for line in edges):
        return [], None
    heights = {found[0][0].y, *(line.y for line in edges if _PRINTED.match(line.text) or _of_pages(line))}
    return list(_beside(edges, heights)), found[0][1][1]


def _of_pages(line: Line) -> bool:
    return re.search(r"(?:^|\s)\d+/\d+$", line.text) is not None


def _beside(edges: Sequence[Line], heights: set[float]) -> Iterator[Line]:
    for line in edges:
        if any(abs(line.y - height) < 2 for height in heights):
            yield line
