"""Web archives: WARC and ARC, by warcio, and WACZ, a zip of them. Each recorded page is an article.

Comes in: the bytes, also compressed, as a whole or record by record. Goes out: the pages, each with its
address and the moment of its recording. Pages are answers with status 200 and HTML, each address once;
pictures, moved pages and revisits without a body are none. Where the archive lists its pages, only these are
read.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..model import Hint
from .charset import known_charset
from .html_page import read_html
from .http_body import UnknownCodingError, decoded, gunzipped
from .reading import INSTALL_EXTRA, Reading, Several, Unreadable, together

MOST_BYTES = 1_000_000_000  # of an archive unpacked
FEWEST_WORDS = 60  # a page with less is a frame or a notice, where others have more
PAGE_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_HTML = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Record:
    """A recorded answer with HTML."""

    address: str
    moment: str
    body: bytes
    transfer: str
    coding: str
    charset: str | None


def is_warc(content: bytes) -> bool:
    """Whether these bytes are a web archive that is not compressed."""
    return content.startswith((b"WARC/0.", b"WARC/1.", b"filedesc://"))


def is_packed_warc(content: bytes) -> bool:
    """Whether these bytes are a web archive compressed by gzip."""
    return content.startswith(b"\x1f\x8b") and is_warc(gunzipped(content[:65_536], most=1024))


def is_wacz(content: bytes) -> bool:
    """Whether these bytes are a zip of web archives."""
    return content.startswith(b"PK\x03\x04") and b"archive/" in content and b".warc" in content


def read_warc(content: bytes, encoding: str | None) -> Reading | Several | Unreadable:
    """The pages of a WARC or ARC file."""
    if content.startswith(b"\x1f\x8b") and not is_packed_warc(content):
        return Unreadable("R004", "This compressed file is no web archive.", "Unpack it.")
    problems: list[Unreadable] = []
    return _pages(_records(content, problems), encoding, problems)


def read_wacz(content: bytes, encoding: str | None) -> Reading | Several | Unreadable:
    """The pages that a WACZ lists, or all where it lists none."""
    problems: list[Unreadable] = []
    records: list[_Record] = []
    listed: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
            for name in names:
                if name.startswith("archive/") and name.endswith((".warc", ".warc.gz", ".arc.gz")):
                    if package.getinfo(name).file_size > MOST_BYTES:
                        return _broken("too large to be read")
                    records += _records(package.read(name), problems)
            for name in PAGE_LISTS:
                if name in names and package.getinfo(name).file_size < MOST_BYTES:
                    listed += _listed(package.read(name))
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        return _broken("damaged or cut off")
    wanted = [record for record in records if record.address in listed]
    return _pages(sorted(wanted, key=lambda r: listed.index(r.address)) or records, encoding, problems)


def _broken(why: str) -> Unreadable:
    return Unreadable(
        "R002", f"The file is no readable web archive; it is {why}.", "Save or download it again."
    )


def _listed(content: bytes) -> Iterator[str]:
    for line in content.decode("utf-8", "replace").splitlines():
        try:
            page = json.loads(line)
        except ValueError:
            continue
        if isinstance(page, dict) and isinstance(page.get("url"), str):
            yield page["url"].partition("#")[0]


def _records(content: bytes, problems: list[Unreadable]) -> list[_Record]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    if content.startswith(b"\x1f\x8b"):
        content = gunzipped(content, MOST_BYTES)
    records: list[_Record] = []
    try:
        with redirect_stderr(io.StringIO()):  # where warcio prints what it passes over
            for record in ArchiveIterator(io.BytesIO(content)):
                if found := _record(record):
                    records.append(found)
    except (ArchiveLoadFailed, ValueError, AttributeError, TypeError, EOFError, LookupError):
        finding = "The web archive breaks off, or is damaged; what stands before is read."
        problems.append(Unreadable("R010", finding, "Save or download it again."))
    return records


def _record(record: Any) -> _Record | None:
    headers = record.http_headers
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ").partition("#")[0]
    if record.rec_type == "resource":
        kind = record.content_type or ""
        transfer = coding = ""
    elif record.rec_type == "response" and headers is not None and headers.get_statuscode() == "200":
        kind = headers.get_header("Content-Type") or ""
        transfer = headers.get_header("Transfer-Encoding") or ""
        coding = headers.get_header("Content-Encoding") or ""
    else:
        return None
    if kind.partition(";")[0].strip().casefold() not in _HTML or not address.startswith("http"):
        return None
    body = record.raw_stream.read()
    charset = _CHARSET.search(kind)
    moment = record.rec_headers.get_header("WARC-Date") or ""
    return _Record(address, moment, body, transfer, coding, charset[1] if charset else None)


def _pages(
    records: list[_Record], encoding: str | None, problems: list[Unreadable]
) -> Reading | Several | Unreadable:
    found: dict[str, Reading] = {}
    unread: dict[str, Unreadable] = {}
    for record in records:
        if record.address in found:
            continue
        try:
            body = decoded(record.body, record.transfer, record.coding)
        except ImportError:
            finding = "Pages are compressed by Brotli, which needs a library that is not installed (brotli)."
            unread["br"] = Unreadable("R004", finding, INSTALL_EXTRA)
            continue
        except UnknownCodingError as coding:
            finding = f"Pages are compressed in a way that cannot be read ({coding})."
            unread[str(coding)] = Unreadable("R004", finding, "Save the pages again with another program.")
            continue
        reading = read_html(body, encoding, record.charset and known_charset(record.charset))
        if isinstance(reading, Reading):
            found[record.address] = _with_hints(reading, record)
    problems += unread.values()
    if not found:
        return problems[0] if problems else _empty()
    long = [reading for reading in found.values() if len(reading.text.split()) >= FEWEST_WORDS]
    return together([("", reading) for reading in long or found.values()], problems)


def _empty() -> Unreadable:
    return Unreadable(
        "R001",
        "The web archive holds no page with text.",
        "Record the page again in a browser, and wait until its text is there.",
    )


def _with_hints(reading: Reading, record: _Record) -> Reading:
    hints = [*reading.hints, Hint("url", record.address, "saved-by-browser")]
    try:
        moment = datetime.fromisoformat(record.moment).replace(tzinfo=None)
        hints.append(Hint("saved", moment.isoformat(timespec="minutes"), "saved-by-browser"))
    except ValueError:
        pass
    # Lines and bytes are those of the page, not of the archive.
    return Reading(
        reading.text,
        reading.encoding,
        hints=tuple(hints),
        elements=reading.elements,
        layout=reading.layout,
    )
