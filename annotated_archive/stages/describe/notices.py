"""What a page says about itself: its comments, its rights, its address, and a wall that cut the text."""

from __future__ import annotations

import re
from functools import partial

from ...model import Certainty, Found, Span
from ...text.paragraphs import fold
from ...words import lexicon
from .page import Line, Page, Zone

_said = partial(lexicon.alternatives, "statements")
_COUNTED = rf"(?:{_said('readers')})?(?:(?P<many>{_said('many_comments')})|{_said('one_comment')})\b"
_COUNT = rf"(?P<count>\d{{1,3}}(?:[.,]\d{{3}})*|{_said('none')})"
_NUMBER_FIRST = re.compile(rf"(?:[\s(•|]|{_said('before_count')})*{_COUNT}\s+{_COUNTED}", re.I)
_NUMBER_LAST = re.compile(rf"{_COUNTED}\s*[:(]?\s*(?P<count>\d{{1,5}})\s*\)?$", re.I)
LONGEST_HEADER = 80

WALLS = ("paywall", "cookie-wall")
# Without a year or the phrase, a copyright sign most often stands beside a picture.
_RIGHTS = re.compile(
    rf"(?=.*(?:(?:19|20)\d\d|{_said('rights')}))"
    rf".*(?:©|\(c\)\s|{_said('copyright')})\W*\w.{{2,}}",
    re.I,
)
_ADDRESS = re.compile(rf"(?P<label>(?:{_said('address')})\s*:?\s*)?(?P<url>https?://[^\s<>\"]+)", re.I)
# Pictures, shortened links.
_NO_ARTICLE = re.compile(r"\.(?:jpe?g|png|gif|webp|pdf|mp[34])$|\.\.\.|…", re.I)
# Further away stand the links of a text or of other articles.
LINES_TO_ADDRESS = 4


def comments_declared(page: Page) -> Found[int] | None:
    """The number in the comments' header: the last header before the first comment, else the first below."""
    has_comments = bool(page.zone(Zone.COMMENTS))
    headers: list[tuple[Line, int]] = []
    for line in page.lines:
        if line.zone is Zone.COMMENTS:
            if headers:
                break
            continue
        count = _count(line) if line.zone is Zone.TAIL else None
        # A page counts what was shared, too: no comments cannot stand above comments.
        if count is not None and (count or not has_comments):
            headers.append((line, count))
    if not headers:
        return None
    line, count = headers[-1] if has_comments else headers[0]
    return Found(count, line.span, "comments-header", Certainty.STATED)


def _count(line: Line) -> int | None:
    if len(line.text) > LONGEST_HEADER:
        return None
    match = _NUMBER_FIRST.match(line.text) or _NUMBER_LAST.match(line.text)
    if match is None:
        return None
    digits = re.sub(r"\D", "", match["count"])
    count = int(digits) if digits else 0
    # "63 Kommentar" is two things side by side; "Kommentar 1" is the first comment's number.
    return count if match["many"] else 1 if match.re is _NUMBER_FIRST and count == 1 else None


def rights(page: Page) -> Found[str] | None:
    """The last line that claims the rights in the article or the page, not in a picture of the head."""
    for line in reversed(page.claims):
        if line.zone not in (Zone.TEXT, Zone.HEAD) and _RIGHTS.match(line.text):
            return Found(fold(line.text), line.span, "rights-line", Certainty.STATED)
    return None


def address(page: Page) -> Found[str] | None:
    """The article's own address: a line of its own beside the title, or behind a label below the text."""
    for line in page.zone(Zone.ABOVE, Zone.HEAD, Zone.TAIL):
        match = _ADDRESS.fullmatch(line.text)
        if match is None or (line.zone is Zone.TAIL and not match["label"]):
            continue
        if line.distance <= LINES_TO_ADDRESS and not _NO_ARTICLE.search(match["url"]):
            start = line.start + match.start("url")
            url = match["url"].rstrip(".,;)")
            return Found(url, Span(start, start + len(url)), "address-line", Certainty.STATED)
    return None


def incomplete(page: Page) -> Found[str] | None:
    """The wall that cut the text, in its own words."""
    for segment in page.segments:
        if segment.rule in WALLS:
            words = fold(segment.span.of(page.saved.text))
            return Found(words, segment.span, segment.rule, Certainty.STATED)
    return None
