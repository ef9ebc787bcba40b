"""Rich Text Format, by striprtf: also databases' `.DOC` files. What a tracked change deleted is cut."""

from __future__ import annotations

import re

from ..model import Element, Span
from .plain import line_feeds
from .reading import BREAKS_OFF, Reading, Unreadable

_DELETED = re.compile(r"\{(?:\\\*)?(?:\\[a-z]+-?\d*\s?)*?\\deleted(?![0-9])[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_DELETED_RUN = re.compile(r"\\deleted(?![0-9a-z]) ?.*?\\deleted0 ?", re.DOTALL)
# Where bold begins and ends, as signs that no text has: databases set their titles so.
ON, OFF = "\ue000", "\ue001"
_BOLD_ON = re.compile(r"\\b(?:1)?(?![a-z0-9-])")
_BOLD_OFF = re.compile(r"\\(?:b0|plain)(?![a-z0-9])")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d+)")


def is_rtf(content: bytes) -> bool:
    """Whether these bytes are RTF, whatever the ending says."""
    return content.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{\\rtf")


def read_rtf(content: bytes, encoding: str | None) -> Reading | Unreadable:
    """The text of a document, a line for each paragraph."""
    from striprtf.striprtf import rtf_to_text

    source, page = _decoded(content, encoding)
    source = _BOLD_OFF.sub(rf"\g<0>\\u{ord(OFF) - 65536}?", source)
    source = _BOLD_ON.sub(rf"\g<0>\\u{ord(ON) - 65536}?", source)
    source = _DELETED_RUN.sub("", _DELETED.sub("", source))
    try:
        text = line_feeds(rtf_to_text(source, encoding=page, errors="replace"))
    except (ValueError, LookupError, IndexError):
        return Unreadable(
            "R002",
            "The file is no readable RTF document.",
            "Open it in Word or LibreOffice and save it again as .rtf or .docx.",
        )
    if not text.strip():
        return Unreadable("R001", "The document shows no text.", "Save it again, or remove the file.")
    text, bold = _bold(text)
    # The group that a document is ends with it; some programs write a zero or blank lines behind.
    findings = () if content.rstrip(b"\0\x1a \t\r\n").endswith(b"}") else (BREAKS_OFF,)
    return Reading(text, page, elements=bold, findings=findings)


def _bold(text: str) -> tuple[str, tuple[Element, ...]]:
    """The text without the marks, and the bold parts of its lines."""
    parts: list[str] = []
    found: list[Element] = []
    length, start = 0, -1
    for piece in re.split(f"([{ON}{OFF}\n])", text):
        if start >= 0 and piece in (ON, OFF, "\n") and length > start:
            found.append(Element(Span(start, length), "b"))
        if piece == ON:
            start = length
        elif piece in (OFF, "\n"):
            start = -1
        if piece not in (ON, OFF):
            parts.append(piece)
            length += len(piece)
    return "".join(parts), tuple(found)


def _decoded(content: bytes, encoding: str | None) -> tuple[str, str]:
    """RTF is ASCII; exports that hold other bytes mean UTF-8 or the code page that they name."""
    named = _CODE_PAGE.search(content[:500])
    page = encoding or (f"cp{int(named[1])}" if named and int(named[1]) else "cp1252")
    for guess in ("utf-8", page):
        try:
            text = content.decode(guess).removeprefix("\ufeff")
            text.encode("utf-8")
        except (ValueError, LookupError):  # also of a name that is no encoding of texts
            continue
        return text, page
    return content.decode("cp1252", "replace"), "cp1252"
