"""MHTML: a page saved with its parts as one MIME message (`.mht`, `.mhtml`), through the reader of web pages.

Browsers keep the page's address and the moment of saving in the message's head. The part of the page often
names no character set; then the page's own bytes decide. Frames and pictures are left out.
"""

from __future__ import annotations

import re
from datetime import UTC
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from ..model import Hint
from .charset import known_charset
from .html_page import read_html
from .reading import BREAKS_OFF, Reading, Unreadable

_HEAD = 4096
_SIGN = re.compile(rb"^(?:Snapshot-Content-Location:|From: <Saved by )", re.IGNORECASE | re.MULTILINE)
_RELATED = re.compile(rb"Content-Type:\s*multipart/related", re.IGNORECASE)


def is_mhtml(content: bytes) -> bool:
    """Whether these bytes are a page that a browser saved as one message."""
    head = content[:_HEAD].lstrip()
    return _SIGN.search(head) is not None and b"MIME-Version" in head and _RELATED.search(head) is not None


def read_mhtml(content: bytes, encoding: str | None) -> Reading | Unreadable:
    """The visible text of the page, with its own hints and those of the browser that saved it."""
    # Lines before the head would make all of it the message's text.
    message = message_from_bytes(content.lstrip(), policy=policy.default)
    page = _page(message)
    if page is None:
        return Unreadable(
            "R002",
            "The file is no readable saved page (MHTML): it has no part with a page.",
            "Save the page again, as a single file.",
        )
    raw = page.get_payload(decode=True)
    raw = raw if isinstance(raw, bytes) else b""
    named = page.get_content_charset()
    reading = read_html(raw, encoding, named and known_charset(named))
    if isinstance(reading, Unreadable):
        return reading
    hints = (*reading.hints, *_saved(message, page))
    # Lines and bytes are those of the decoded part, not of the file.
    return Reading(
        reading.text,
        reading.encoding,
        hints=hints,
        elements=reading.elements,
        layout=reading.layout,
        findings=(BREAKS_OFF,) if _breaks_off(message, page) else (),
    )


def _page(message: EmailMessage) -> EmailMessage | None:
    """The part whose address is the message's, else the first page."""
    address = message.get("Snapshot-Content-Location")
    pages = [
        part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    same = (page for page in pages if address and page.get("Content-Location") == address)
    return next(same, pages[0] if pages else None)


def _breaks_off(message: EmailMessage, page: EmailMessage) -> bool:
    """Whether the page is cut: nothing ends its part. Where pictures behind it are cut, its text is whole."""
    unended = any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects)
    return unended and list(message.walk())[-1] is page


def _saved(message: EmailMessage, page: EmailMessage) -> list[Hint]:
    found: list[Hint] = []
    address = message.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    if re.match(r"https?://", address):
        found.append(Hint("url", str(address).strip(), "saved-by-browser"))
    try:
        moment = parsedate_to_datetime(str(message.get("Date", "")))
    except (TypeError, ValueError):
        return found
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return [*found, Hint("saved", moment.isoformat(timespec="minutes"), "saved-by-browser")]
