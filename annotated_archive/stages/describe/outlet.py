"""The outlet: from the address, the dateline, the credit line, the line of rights, or the page's metadata."""

from __future__ import annotations

import re
from datetime import date
from functools import partial

from ...kinds import EVIDENCE, Kind
from ...knowledge.outlets import Directory, host_of
from ...model import Certainty, Found, Outlet, Span
from ...text.dates import find_dates
from ...text.paragraphs import fold
from ...text.quotation_marks import CLOSING_DOUBLE, DOUBLE
from ...words import lexicon
from . import names
from .page import Line, Page, Zone

LONGEST_LINE = 120
# Evidence speaks of the article; in these lines, the name of an outlet is a link to it.
_NOT_OF_THE_OUTLET = frozenset({Kind.TITLE, Kind.CAPTION, Kind.LINK})
_said = partial(lexicon.alternatives, "statements")
_SOURCE = re.compile(rf"(?:{_said('outlet')})\b", re.IGNORECASE)
_CLAIM = re.compile(rf".*?(?:©|{_said('copyright')}|\(c\))", re.IGNORECASE)
# `© 2015 Outlet. All rights reserved` has two parts.
_PART = re.compile(r"(?:(?!\.\s)[^,;|©/()\d])+")
_SURROUNDING = re.compile(
    rf"^(?:{_said('before_outlet')})\b[:\s]*|\s*(?:{_said('firm')})\b.*$"
    rf"|[{CLOSING_DOUBLE}]?,?\s+(?:{_said('after_outlet')})\b\.?\s*$",
    re.IGNORECASE,
)


def outlet(page: Page, known: Directory, url: Found[str] | None, on: date | None) -> Found[str] | None:
    """The outlet's id, or the host of an address that no outlet is known for."""
    if url is not None and (found := known.at(url.value, on)) is not None:
        return Found(found.id, url.span, "outlet-address", Certainty.STATED)
    for rule, lines in (
        ("outlet-line", page.zone(Zone.HEAD, Zone.ABOVE)),
        ("outlet-signature", page.zone(Zone.TAIL)),
        ("outlet-rights", page.claims),
    ):
        for line in lines:
            start = _start(line, rule)
            if start is not None and (named := _named(line, start, known, on, rule)) is not None:
                return named
    publisher = next((hint.value for hint in page.saved.hints if hint.field == "publisher"), None)
    if publisher and (firm := _outlet(publisher, known, on)) is not None:
        return Found(firm.id, None, "outlet-publisher", Certainty.STATED)
    if url is not None:
        return Found(host_of(url.value), url.span, "outlet-host", Certainty.INFERRED)
    masthead = _masthead(page, known, on)
    if masthead is None and publisher:
        return Found(fold(publisher), None, "outlet-publisher", Certainty.INFERRED)
    return masthead


def _masthead(page: Page, known: Directory, on: date | None) -> Found[str] | None:
    """The outlet whose name, and nothing else, is the page's first line, like a paper's on its front page."""
    first = next((line for line in page.lines if line.text), None)
    if first is None or first.kind in _NOT_OF_THE_OUTLET:
        return None
    found = _outlet(first.text, known, on) if names.agency(first.text) is None else None
    if found is None:
        return None
    span = Span(first.start, first.start + len(first.text))
    return Found(found.id, span, "outlet-masthead", Certainty.INFERRED)


def _start(line: Line, rule: str) -> int | None:
    """Where in the line the rule looks for a name; None when it does not look there."""
    if line.kind in _NOT_OF_THE_OUTLET or len(line.text) > LONGEST_LINE:
        return None
    claim = _CLAIM.match(line.text)
    if rule == "outlet-rights":
        return claim.end() if claim and line.zone in (Zone.TAIL, Zone.FAR) else None
    speaks = line.kind in EVIDENCE or _SOURCE.match(line.text) is not None or bool(find_dates(line.text))
    return 0 if speaks and claim is None else None


def _named(line: Line, start: int, known: Directory, on: date | None, rule: str) -> Found[str] | None:
    """The outlet that a part of the line names, in whole: `welt.de, 17.09.2015`."""
    for match in _PART.finditer(names.before_media(line.text[start:])):
        bare = _SURROUNDING.sub("", match[0].strip()).strip(f" :.–-{DOUBLE}")
        if rule != "outlet-rights" and names.agency(bare) is not None:
            continue  # `Quelle: Reuters` says whose text it is, not where it appeared
        words = [bare, *(word for word in bare.split() if "." in word)]
        found = next((o for word in words if len(word) > 1 and (o := _outlet(word, known, on))), None)
        if found is not None:
            begin = line.start + start + match.start()
            return Found(found.id, Span(begin, begin + len(match[0])), rule, Certainty.STATED)
    return None


def _outlet(name: str, known: Directory, on: date | None) -> Outlet | None:
    """The outlet of this name. A single word must be spelt like it: "Bild" and "Welt" are words too."""
    found = known.named(name, on)
    if found is None or " " in name or "." in name or "-" in name:
        return found
    return found if name in (found.name, *found.names) else None
