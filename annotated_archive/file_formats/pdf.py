"""PDF, by pypdf: printed pages and pages printed by a browser. A scan without text is said to have none.

Comes in: the bytes. Goes out: the paragraphs, one per line, in the order in which people read them. Several
stories on a page are not divided: where each seems to begin is said, and a person decides.
"""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Sequence
from typing import Any

from ..model import Hint, Kind, Segment, Span
from ..text.quotation_marks import OPENING
from .pdf_frame import Framed, without_frame
from .pdf_lines import lines_of_page
from .pdf_order import in_reading_order
from .pdf_text import Paragraph, body_size, paragraphs_of
from .reading import INSTALL_EXTRA, Reading, Unreadable

MOST_PAGES = 400
HEADLINE, RUNNER_UP = 1.4, 0.55  # sizes of a headline's type: times the text's, share of the largest one's
LONGEST_HEADLINE, SHORTEST_STORY = 30, 40  # words
LEGIBLE = 0.5  # share of letters among the characters of a text; fewer are codes of a font without a table
DAMAGED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    OSError,
    struct.error,
    zlib.error,
)
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)")


def is_pdf(content: bytes) -> bool:
    """Whether these bytes are a PDF: some begin with a few other ones."""
    return b"%PDF-" in content[:1024]


def read_pdf(content: bytes, _: str | None) -> Reading | Unreadable:
    """The text of all pages; running heads, page numbers and what is turned, as credits are, at its end."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it repairs is no concern of a reader
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return Unreadable(
                "R002",
                "The PDF opens with a password only.",
                "Print it to a new PDF, or save it without a password.",
            )
        if len(reader.pages) > MOST_PAGES:
            return Unreadable(
                "R002",
                f"The PDF has {len(reader.pages)} pages; no article is as long.",
                f"Save the article's pages alone (at most {MOST_PAGES}).",
            )
        drawn = [lines_of_page(page) for page in reader.pages]
        told = _told(reader.metadata)
    except DependencyError:
        finding = "The PDF is encrypted by AES, which needs a library that is not installed (cryptography)."
        return Unreadable("R004", finding, INSTALL_EXTRA)
    except (PyPdfError, *DAMAGED):
        return Unreadable(
            "R002",
            "The file is no readable PDF; it may be damaged or cut off.",
            "Save or download it again, or print it to a new PDF.",
        )
    words = "".join(line.text for lines in drawn for line in lines)
    if not words.strip():
        return _no_text("The PDF has no text (a scan?)")
    if sum(c.isalpha() for c in words) < LEGIBLE * len(words.replace(" ", "")):
        return _no_text("The PDF's text is no legible text (its fonts do not say what its characters are)")
    return _reading(without_frame(drawn), told, [i for i, lines in enumerate(drawn, 1) if not lines])


def _no_text(finding: str) -> Unreadable:
    return Unreadable(
        "R001", f"{finding}: no text; run OCR.", "Run OCR (for example OCRmyPDF) and put its PDF here."
    )


def _told(metadata: Any) -> list[Hint]:
    """What a browser that printed its page wrote beside it; other programs' titles are names of files."""
    if metadata is None or "Skia/PDF" not in str(metadata.get("/Producer", "")):
        return []
    found = []
    if title := " ".join(str(metadata.get("/Title", "")).split()):
        found.append(Hint("title", title, "html-title"))
    if day := _CREATED.match(str(metadata.get("/CreationDate", ""))):
        found.append(Hint("saved", "{}-{}-{}T{}:{}".format(*day.groups()), "saved-by-browser"))
    return found


def _reading(framed: Framed, hints: list[Hint], scanned: Sequence[int]) -> Reading | Unreadable:
    pages = [in_reading_order(lines) for lines in framed.pages]
    paragraphs = paragraphs_of(pages)
    text, places = "", []
    for paragraph in paragraphs:
        places.append(len(text))
        text += paragraph.text + "\n\n"
    layout: tuple[Segment, ...] = ()
    if framed.frame:
        rest = "\n".join(line.text for line in framed.frame)
        layout = (Segment(Kind.BOILERPLATE, Span(len(text), len(text) + len(rest)), "running-head"),)
        text += rest + "\n"
    if framed.address:
        hints = [*hints, Hint("url", framed.address, "saved-by-browser")]
    heads = _headlines(paragraphs, body_size([line for lines in pages for line in lines]))
    if heads:
        first = heads[0]
        span = Span(places[first], places[first] + len(paragraphs[first].text))
        hints = [*hints, Hint("title", paragraphs[first].text, "largest-type", span)]
    stories = [i for i in heads if _words_below(paragraphs, i, heads) >= SHORTEST_STORY]
    begins = tuple((places[i], paragraphs[i].page) for i in stories) if len(stories) > 1 else ()
    return Reading(text, hints=tuple(hints), layout=layout, begins=begins, findings=tuple(_unread(scanned)))


def _unread(scanned: Sequence[int]) -> list[Unreadable]:
    if not scanned:
        return []
    pages = ", ".join(map(str, scanned[:12])) + (" …" if len(scanned) > 12 else "")
    finding = f"The PDF has no text on page {pages}; if these are scans, part of the article is missing."
    return [Unreadable("R010", finding, "Run OCR (for example OCRmyPDF) and put its PDF here.")]


def _headlines(paragraphs: Sequence[Paragraph], body: float) -> list[int]:
    """The paragraphs that are set as headlines, in order; a pull quote is none."""
    found = [
        i
        for i, p in enumerate(paragraphs)
        if p.size >= HEADLINE * body and 2 <= len(p.text.split()) <= LONGEST_HEADLINE and not _is_said(p.text)
    ]
    largest = max((paragraphs[i].size for i in found), default=0.0)
    return [i for i in found if paragraphs[i].size >= RUNNER_UP * largest]


def _is_said(text: str) -> bool:
    return text[0] in OPENING or text.endswith((".", ";", ","))


def _words_below(paragraphs: Sequence[Paragraph], head: int, heads: Sequence[int]) -> int:
    end = next((i for i in heads if i > head), len(paragraphs))
    return sum(len(p.text.split()) for p in paragraphs[head + 1 : end])
