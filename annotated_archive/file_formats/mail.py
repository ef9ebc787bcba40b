"""E-mail as saved (`.eml`): the text of its message, from the HTML part where there is one, or of a page or
message that was sent with it.

The message's own sender, subject and day are the mail's, not the article's; they are no part of the text.
"""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart

from .html_page import read_html
from .plain import line_feeds
from .reading import Reading, Unreadable

FEW_WORDS = 40  # above an attached page: "see attachment", a signature
QUOTED = 0.6  # share of lines that begin with the sign of a quotation
_QUOTE = re.compile(r"^(?:>[ \u00a0]?)+")


def read_mail(content: bytes, _: str | None) -> Reading | Unreadable:
    """The message as its reader sees it."""
    message = message_from_bytes(content, policy=policy.default)
    body = _article(message) if isinstance(message, EmailMessage) else None
    if body is None:
        return Unreadable(
            "R001", "The e-mail has no text.", "Save it again with its text, or remove the file."
        )
    text = _text(body)
    if body.get_content_subtype() == "html":
        reading = read_html(text.encode("utf-8"), "utf-8")
        if isinstance(reading, Unreadable):
            return reading
        # Lines and bytes are those of the decoded part, not of the file.
        return Reading(reading.text, hints=reading.hints, elements=reading.elements, layout=reading.layout)
    text = _unquoted(line_feeds(text))
    if not text.strip():
        return Unreadable(
            "R001", "The e-mail has no text.", "Save it again with its text, or remove the file."
        )
    return Reading(text)


def _article(message: EmailMessage) -> MIMEPart | None:
    """The message's text; a page or message that is attached to a few words, or to none, is what was sent."""
    body = message.get_body(("html", "plain"))
    attached = [part for part in message.walk() if part is not body and part.is_attachment()]
    pages = [part for part in attached if part.get_content_type() == "text/html"]
    if pages and (body is None or len(_text(body).split()) < FEW_WORDS):
        return pages[0]
    inner = [part for part in message.walk() if part.get_content_type() == "message/rfc822"]
    if inner and (body is None or len(_text(body).split()) < FEW_WORDS):
        sent = inner[0].get_content()
        return _article(sent) if isinstance(sent, EmailMessage) else body
    return body


def _unquoted(text: str) -> str:
    """The text of a forwarded message without the sign before each of its lines."""
    lines = text.split("\n")
    written = [line for line in lines if line.strip()]
    if sum(line.startswith(">") for line in written) < QUOTED * len(written):
        return text
    return "\n".join(_QUOTE.sub("", line) for line in lines)


def _text(body: MIMEPart) -> str:
    """The decoded part; a character set that nobody knows is read as UTF-8 or Windows-1252."""
    try:
        return str(body.get_content())
    except (LookupError, UnicodeError, KeyError):
        raw = body.get_payload(decode=True)
        raw = raw if isinstance(raw, bytes) else b""
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("windows-1252", "replace")
