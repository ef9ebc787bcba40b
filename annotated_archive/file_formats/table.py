"""The readers: which one reads a file, by its first bytes and its ending.

To add a format: one module with a function from bytes to a `Reading`, a row here, and a test.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .docx import is_docx, read_docx
from .html_page import read_html
from .kept_pages import is_export, read_export
from .mail import read_mail
from .mhtml import is_mhtml, read_mhtml
from .pdf import is_pdf, read_pdf
from .plain import UTF_16, read_plain
from .reading import Reading, Several, Unreadable
from .rtf import is_rtf, read_rtf
from .warc import is_packed_warc, is_wacz, is_warc, read_wacz, read_warc

Reader = Callable[[bytes, str | None], Reading | Several | Unreadable]
_BEFORE_HTML = rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
_HTML = re.compile(_BEFORE_HTML + rb"<(?:!doctype html|html[\s>])", re.IGNORECASE | re.DOTALL)
FIRST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Row:
    """A format: its endings, how its bytes begin, its reader."""

    suffixes: tuple[str, ...]
    begins: Callable[[bytes], bool]
    read: Reader


def _is_html(content: bytes) -> bool:
    return _HTML.match(content[:FIRST_BYTES]) is not None


READERS: tuple[Row, ...] = (
    Row((".json", ".zip", ".csv"), is_export, read_export),
    Row((".html", ".htm", ".xhtml", ".shtml"), _is_html, read_html),
    Row((".docx",), is_docx, read_docx),
    Row((".rtf", ".doc"), is_rtf, read_rtf),
    Row((".pdf",), is_pdf, read_pdf),
    Row((".warc", ".arc"), is_warc, read_warc),
    Row((".gz",), is_packed_warc, read_warc),
    Row((".wacz",), is_wacz, read_wacz),
    Row((".mhtml", ".mht"), is_mhtml, read_mhtml),
    Row((".eml",), lambda _: False, read_mail),
    Row((".txt", ".text"), lambda _: False, read_plain),
)


def read_content(content: bytes, suffix: str, encoding: str | None = None) -> Reading | Several | Unreadable:
    """Read a file's bytes by the row whose signature they have, or else by the row of the file's ending."""
    row = _row(content, suffix.casefold())
    if row is None:
        return unknown_type(suffix)
    if not content.strip(b" \t\r\n\xef\xbb\xbf"):
        return Unreadable("R001", "The file is empty.", "Save the article again, or remove the file.")
    if row.suffixes[0] == ".rtf" and not row.begins(content):
        return Unreadable(
            "R004",
            "A Word document of the old kind (.doc) cannot be read.",
            "Open it in Word or LibreOffice and save it as .docx.",
        )
    return row.read(content, encoding)


def reads(suffix: str) -> bool:
    """Whether files of this ending are read."""
    return any(suffix.casefold() in row.suffixes for row in READERS)


def _row(content: bytes, suffix: str) -> Row | None:
    if not reads(suffix):
        return None
    if not content.startswith(UTF_16):
        for row in READERS:
            if row.begins(content):
                return row
    return next(row for row in READERS if suffix in row.suffixes)


def unknown_type(suffix: str) -> Unreadable:
    """The finding about a file of an ending that no reader has."""
    kind = suffix or "no suffix"
    return Unreadable(
        "R004",
        f"A file of this type ({kind}) cannot be read yet.",
        "Save the article as plain text (.txt), or move the file out of the seeds.",
    )
