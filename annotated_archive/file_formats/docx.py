"""Word documents (DOCX): each paragraph a line, with what was inserted and without what was deleted.

A DOCX file is a zip of XML. Libraries lose words of tracked changes (decisions/0032-office-formats.md), so
the text is read from the XML itself: what a person sees who opens the document.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from .reading import Reading, Unreadable

DOCUMENT = "word/document.xml"
MOST_BYTES = 200_000_000  # of the XML unpacked: a longer one is no document but a trap
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Text that a reader does not see: deleted or moved away, field codes, hidden and alternative forms.
_UNSEEN = frozenset(
    _W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "footnoteReference")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def is_docx(content: bytes) -> bool:
    """Whether these bytes are a Word document."""
    return content.startswith(b"PK\x03\x04") and (b"word/document.xml" in content)


def read_docx(content: bytes, _: str | None) -> Reading | Unreadable:
    """The paragraphs of a document, a blank line between them; the cells of a table's row are one line."""
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if package.getinfo(DOCUMENT).file_size > MOST_BYTES:
                return _broken()
            root = etree.fromstring(package.read(DOCUMENT), etree.XMLParser(resolve_entities=False))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, OSError, RuntimeError):
        return _broken()
    text = "\n\n".join(line for line in _lines(root) if line.strip())
    if not text.strip():
        return Unreadable("R001", "The document shows no text.", "Save it again, or remove the file.")
    return Reading(text + "\n")


def _broken() -> Unreadable:
    return Unreadable(
        "R002",
        "The file is no readable Word document.",
        "Open it in Word or LibreOffice and save it again as .docx.",
    )


def _lines(element: Any) -> Iterator[str]:
    """A line for each paragraph and each row of a table below an element."""
    for child in element:
        if child.tag == _W + "p":
            yield "".join(_words(child))
            for box in child.iter(_W + "txbxContent"):
                yield from _lines(box)
        elif child.tag == _W + "tr":
            yield "\t".join(" ".join(_lines(cell)) for cell in child.iter(_W + "tc"))
        elif child.tag not in _UNSEEN:
            yield from _lines(child)


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _UNSEEN or child.tag == _W + "txbxContent" or _is_hidden(child):
            continue
        if child.tag == _W + "t":
            yield child.text or ""
        elif isinstance(child.tag, str) and child.tag.removeprefix(_W) in _SIGNS:
            yield _SIGNS[child.tag.removeprefix(_W)]
        else:
            yield from _words(child)


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish") if run.tag == _W + "r" else None
    return mark is not None and mark.get(_W + "val") not in ("0", "false")
