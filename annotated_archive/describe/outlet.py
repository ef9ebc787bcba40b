"""The outlet: from the address, the dateline, the credit line or the line of rights that names it."""

from __future__ import annotations

import re
from datetime import date

from ..model import Certainty, Found, Kind, Span
from ..outlets import Directory, host_of
from .page import Line, Page, Zone

LONGEST_LINE = 120
_PART = re.compile(r"[^,;|©/()\d]+")
_SURROUNDING = re.compile(
    r"^(?:Quelle|Source|Copyright|\(c\)|von|aus|in)\b[:\s]*|\s*(?:GmbH|AG|Verlag|SE|KG)\b.*$", re.I
)


def outlet(page: Page, known: Directory, url: Found[str] | None, on: date | None) -> Found[str] | None:
    """The outlet's id, or the host of an address that no outlet is known for."""
    if url is not None and (found := known.at(url.value, on)) is not None:
        return Found(found.id, url.span, "outlet-address", Certainty.STATED)
    for rule, zones in _RULES:
        for line in page.zone(*zones):
            if line.kind in (Kind.TITLE, Kind.CAPTION, Kind.LINK) or len(line.text) > LONGEST_LINE:
                continue
            if rule == "outlet-rights" and not _claims_rights(line):
                continue
            if (named := _named(line, known, on, rule)) is not None:
                return named
    if url is not None:
        return Found(host_of(url.value), url.span, "outlet-host", Certainty.INFERRED)
    return None


_RULES = (
    ("outlet-line", (Zone.HEAD, Zone.ABOVE)),
    ("outlet-signature", (Zone.TAIL,)),
    ("outlet-rights", (Zone.TAIL, Zone.FAR)),
)


def _claims_rights(line: Line) -> bool:
    return "©" in line.text or "copyright" in line.text.casefold()


def _named(line: Line, known: Directory, on: date | None, rule: str) -> Found[str] | None:
    """The outlet that a part of the line names, in whole: `welt.de, 17.09.2015`."""
    for match in _PART.finditer(line.text):
        bare = _SURROUNDING.sub("", match[0].strip()).strip(" :.–-")
        if len(bare) < 2:
            continue
        found = known.named(bare, on)
        if found is None and "." in bare:
            found = next((o for word in bare.split() if "." in word and (o := known.named(word, on))), None)
        if found is not None:
            start = line.start + match.start()
            return Found(found.id, Span(start, start + len(match[0])), rule, Certainty.STATED)
    return None
