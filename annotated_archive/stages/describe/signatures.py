"""Signatures: agencies and authors' codes where they stand for the text.

In a line below it (`sun/AFP`, `Quelle: beispiel.de, vpe/dpa/AFP`), at the end of its last paragraph
(`(dpa/tan)`), or in its dateline (`Kairo (dpa) -`). Behind a photograph an agency is the photograph's.
"""

from __future__ import annotations

import re

from ...model import Certainty, Kind, Span
from ...text.quotation_marks import OPENING_DOUBLE
from ...words import lexicon
from . import names
from .credits import Credits
from .page import Line, Page, Zone

# How far below the text a signature may stand, and how long it may be.
SIGNATURE_LINES = 4
LONGEST_SIGNATURE = 60

_LABEL = re.compile(rf"(?:{lexicon.alternatives('statements', 'signature')})\s*:?\s*", re.IGNORECASE)
_MARK = re.compile(r"[^/,;|+\s()][^/,;|+()]*")
_CLOSING = re.compile(r"\(([^()\n]{2,40})\)\s*$")
_DATELINE = re.compile(rf"[^.!?()\n]{{2,60}}\(([^()\n]{{2,40}})\)\s*[-–—:.A-ZÄÖÜ{OPENING_DOUBLE}]")


def signatures(page: Page) -> Credits:
    """What the signatures of a page say."""
    found = Credits()
    for line in page.zone(Zone.TAIL):
        if line.distance <= SIGNATURE_LINES and line.kind not in (Kind.CAPTION, Kind.LINK, Kind.TITLE):
            _line(line, found)
    text = page.saved.text
    closings = [(segment, _CLOSING.search(segment.span.of(text))) for segment in page.paragraphs[-1:]]
    openings = [(segment, _DATELINE.match(segment.span.of(text))) for segment in page.paragraphs[:2]]
    for segment, match in closings + openings:
        if match:
            _marks(match[1], segment.span.start + match.start(1), found)
    return found


def _line(line: Line, found: Credits) -> None:
    label = _LABEL.match(line.text)
    start = label.end() if label else 0
    _marks(line.text[start:], line.start + start, found)


def _marks(text: str, start: int, found: Credits) -> None:
    """Agencies and codes; nothing unless an agency is among them and at most one mark is something else."""
    if len(text) > LONGEST_SIGNATURE:
        return
    marks = [(match[0].strip(), match.start()) for match in _MARK.finditer(text)]
    agencies = [(name, mark, at) for mark, at in marks if (name := names.agency(mark))]
    codes = [(mark, at) for mark, at in marks if names.agency(mark) is None and names.is_code(mark)]
    services = sum(names.is_service(mark) for mark, _ in marks)
    if not agencies or len(marks) - len(agencies) - len(codes) - services > 1:
        return
    for name, mark, at in agencies:
        found.agency(name, Span(start + at, start + at + len(mark)), "agency-signature")
    for code, at in codes:
        found.author(code, Span(start + at, start + at + len(code)), "agency-code", Certainty.STATED)
