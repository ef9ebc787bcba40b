"""What a page says about itself: its comments, its rights, its address, and a wall that cut the text."""

from __future__ import annotations

import re

from ..model import Certainty, Found, Span
from ..paragraphs import fold
from .page import Line, Page, Zone

_COUNTED = r"(?:Leser-?)?(?:Kommentare?|Beiträge?|Comments?|Commentaires?|Postings?|Leserbriefe?|Antworten|Responses?)"
_COUNT = r"(?P<count>\d{1,3}(?:[.,]\d{3})*|Keine|No)"
_NUMBER_FIRST = re.compile(rf"(?:\W|insgesamt|alle)*{_COUNT}\s+{_COUNTED}\b", re.I)
_NUMBER_LAST = re.compile(rf"{_COUNTED}\s*[:(]?\s*(?P<count>\d{{1,5}})\s*\)?$", re.I)
LONGEST_HEADER = 80

WALLS = ("paywall", "cookie-wall")
_NAMED_RIGHTS = re.compile(r"(?:©|\(c\)\s|\bCopyright\b)\W*\w.{2,}", re.I)
LONGEST_RIGHTS = 160
_ADDRESS = re.compile(
    r"(?:(?:Quelle|URL|Link|Source|Artikel-URL|Adresse)\s*:?\s*)?(https?://[^\s<>\"]+)", re.I
)


def comments_declared(page: Page) -> Found[int] | None:
    """The number in the comments' header: the last header before the first comment, else the first below."""
    headers: list[tuple[Line, int]] = []
    for line in page.lines:
        if line.zone is Zone.COMMENTS:
            if headers:
                break
            continue
        if line.zone is Zone.TAIL and (count := _count(line)) is not None:
            headers.append((line, count))
    if not headers:
        return None
    line, count = headers[-1] if page.zone(Zone.COMMENTS) else headers[0]
    return Found(count, line.span, "comments-header", Certainty.STATED)


def _count(line: Line) -> int | None:
    if len(line.text) > LONGEST_HEADER:
        return None
    match = _NUMBER_FIRST.match(line.text) or _NUMBER_LAST.match(line.text)
    if match is None:
        return None
    digits = re.sub(r"\D", "", match["count"])
    return int(digits) if digits else 0


def rights(page: Page) -> Found[str] | None:
    """The line that claims the rights in the article or the page."""
    for line in reversed(page.lines):
        if line.zone in (Zone.COMMENTS, Zone.TEXT, Zone.HEAD) or len(line.text) > LONGEST_RIGHTS:
            continue
        if _NAMED_RIGHTS.search(line.text):
            return Found(fold(line.text), line.span, "rights-line", Certainty.STATED)
    return None


def address(page: Page) -> Found[str] | None:
    """The article's own address, where it is a line of its own in the page's head or right below the text."""
    for line in page.zone(Zone.ABOVE, Zone.HEAD, Zone.TAIL):
        match = _ADDRESS.fullmatch(line.text)
        if match:
            start = line.start + match.start(1)
            url = match[1].rstrip(".,;)")
            return Found(url, Span(start, start + len(url)), "address-line", Certainty.STATED)
    return None


def incomplete(page: Page) -> Found[str] | None:
    """The wall that cut the text, in its own words."""
    for segment in page.segments:
        if segment.rule in WALLS:
            words = fold(segment.span.of(page.saved.text))
            return Found(words, segment.span, segment.rule, Certainty.STATED)
    return None
