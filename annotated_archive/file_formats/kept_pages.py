"""The pages of a read-later program's export, through the reader of web pages.

Comes in: the bytes of an export. Goes out: an article for each page that was kept with its text. Addresses
whose text the program did not keep are named, so that a person can save the pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from html import escape

from ..model import Hint
from ..words import lexicon
from .html_page import read_html
from .read_later import Export, KeptPage, export_of
from .reading import Reading, Several, Unreadable, together

SOURCE = "read-later"
MOST_LISTED = 100  # addresses that a problem names
_OTHER = {
    b"PK": ("zip", "Unpack it, and put the articles here."),
    b"": ("file", "Save the article as plain text (.txt), or move the file out of the seeds."),
}


def is_export(content: bytes) -> bool:
    """Whether these bytes are a list of addresses in HTML; other exports have endings of their own."""
    export = export_of(content) if content[:4096].lstrip()[:1] == b"<" else None
    return export is not None


def read_export(content: bytes, _: str | None) -> Reading | Several | Unreadable:
    """The articles of an export, each by the program's own name of it."""
    export = export_of(content)
    if export is None:
        kind, remedy = _OTHER[b"PK" if content.startswith(b"PK") else b""]
        return Unreadable("R004", f"This {kind} is no export that is known.", remedy)
    if not export.texts:
        return _addresses(export)
    readings: list[tuple[str, Reading]] = []
    without: list[str] = []
    for page in export.pages:
        reading = _read(page) if page.html else None
        if reading is None:
            without.append(page.address)
        else:
            readings.append((page.name, reading))
    if not readings:
        return _addresses(export)
    return together(readings, [_missing(export.program, without)] if without else ())


def _read(page: KeptPage) -> Reading | None:
    """The page below its title, as the program shows it; None where it says that it got no text."""
    title = f"<h1>{escape(page.title)}</h1>" if page.title else ""
    opened = "" if re.search(r"<body[\s>]", page.html[:5000], re.IGNORECASE) else f"<body>{title}"
    reading = read_html(f"<!DOCTYPE html><meta charset=utf-8>{opened}{page.html}".encode(), "utf-8")
    if not isinstance(reading, Reading):
        return None
    failed = lexicon.sections("read_later")["no_text"]
    if any(words in reading.text[:500].casefold() for words in failed):
        return None
    hints = [hint for hint in reading.hints if hint.field != "url"]
    told = [
        ("url", page.address),
        ("title", page.title),
        ("date", page.published),
        ("saved", _moment(page.saved)),
        ("lang", page.lang),
        *(("authors", name) for name in page.authors),
    ]
    hints += [Hint(field, " ".join(value.split()), SOURCE) for field, value in told if value]
    return Reading(reading.text, hints=tuple(hints), elements=reading.elements, layout=reading.layout)


def _moment(text: str) -> str:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None).isoformat(timespec="minutes")
    except ValueError:
        return ""


def _addresses(export: Export) -> Unreadable:
    pages = [page.address for page in export.pages]
    if not pages:
        return Unreadable("R001", f"The export of {export.program} names no pages.", "Remove the file.")
    finding = f"The export of {export.program} holds no texts, only addresses: {_listed(pages)}."
    return Unreadable("R004", finding, "Save these pages in a browser (SingleFile), and remove the export.")


def _missing(program: str, pages: Sequence[str]) -> Unreadable:
    finding = f"{program} kept no text of {len(pages)} of its pages: {_listed(pages)}."
    return Unreadable("R010", finding, "Save these pages in a browser (SingleFile).")


def _listed(pages: Sequence[str]) -> str:
    more = len(pages) - MOST_LISTED
    return " ".join(pages[:MOST_LISTED]) + (f" and {more} more" if more > 0 else "")
