"""Exports of programs that keep pages to be read later → what each says of its pages and highlights.

wallabag exports JSON, Omnivore a zip with a page and a list of highlights for each article. Pocket,
Instapaper and Linkwarden export addresses without a text. Comes in: the bytes. Goes out: an `Export`, or None
for any other file. How a page's text is read is left to the reader of web pages.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

MOST_BYTES = 500_000_000  # of a zip's file unpacked
OMNIVORE_LIST = re.compile(r"metadata(?:_\d+_to_\d+)?\.json$")
# The first line of a list of addresses, as its program writes it.
CSV_LISTS = {
    "Pocket": ("title", "url", "time_added", "tags", "status"),
    "Instapaper": ("url", "title", "selection", "folder", "timestamp"),
}
HTML_LISTS = {"Pocket": b"<title>Pocket Export</title>", "Instapaper": b"<title>Instapaper: Export</title>"}
_LINK = re.compile(rb"<a\s[^>]*href=[\"']?(https?://[^\"'>\s]+)", re.IGNORECASE)
_LABELS = re.compile(r"(?:#\S+\s*)+\Z")


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage that a reader marked, with what was written about it."""

    quote: str
    text: str = ""
    tags: tuple[str, ...] = ()
    by: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as its program kept it. `html` is empty where only the address is there."""

    address: str
    title: str = ""
    html: str = ""
    name: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    saved: str = ""
    lang: str = ""
    highlights: tuple[Highlight, ...] = ()


@dataclass(frozen=True, slots=True)
class Export:
    """The program that wrote the file, and its pages; `texts` says whether its exports hold texts at all."""

    program: str
    pages: tuple[KeptPage, ...] = field(default=())
    texts: bool = True


def export_of(content: bytes) -> Export | None:
    """The export that these bytes are, whatever the file's ending."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"PK\x03\x04"):
        return _zipped(content)
    if start.startswith((b"[", b"{")):
        return _json(_parsed(content))
    for program, sign in HTML_LISTS.items():
        if sign.lower() in start.lower():
            links = (unescape(link.decode("utf-8", "replace")) for link in _LINK.findall(content))
            return Export(program, tuple(KeptPage(link) for link in links), texts=False)
    return _csv(content)


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _json(data: Any) -> Export | None:
    if isinstance(data, dict) and isinstance(data.get("_embedded"), dict):
        data = data["_embedded"].get("items")  # as wallabag's interface for programs answers
    if isinstance(data, dict) and isinstance(data.get("collections"), list):
        links = [
            link
            for one in _dicts(data["collections"])
            for link in _dicts(one.get("links"))
            if _text(link, "url")
        ]
        return Export("Linkwarden", tuple(KeptPage(_text(link, "url")) for link in links), texts=False)
    entries = list(_dicts([data] if isinstance(data, dict) else data))
    if entries and all("url" in entry and "is_archived" in entry for entry in entries):
        return Export("wallabag", tuple(map(_of_wallabag, entries)))
    if entries and all("slug" in entry and "readingProgress" in entry for entry in entries):
        return Export("Omnivore", tuple(_of_omnivore(entry, "", "") for entry in entries))
    return None


def _of_wallabag(entry: dict[str, Any]) -> KeptPage:
    return KeptPage(
        _text(entry, "url"),
        _text(entry, "title"),
        _text(entry, "content"),
        str(entry.get("id") or ""),
        tuple(name for name in _list(entry.get("published_by")) if isinstance(name, str)),
        _text(entry, "published_at"),
        _text(entry, "created_at"),
        _text(entry, "language").replace("_", "-"),
        tuple(
            Highlight(
                _text(note, "quote"),
                _text(note, "text"),
                by=_text(note, "user"),
                day=_text(note, "created_at")[:10],
            )
            for note in _dicts(entry.get("annotations"))
        ),
    )


def _of_omnivore(entry: dict[str, Any], html: str, highlights: str) -> KeptPage:
    published, saved = _text(entry, "publishedAt"), _text(entry, "savedAt")
    author = _text(entry, "author")
    return KeptPage(
        _text(entry, "url"),
        _text(entry, "title"),
        html,
        _text(entry, "slug"),
        (author,) if author else (),
        # Where the program knew no day it wrote the day of saving.
        "" if published[:16] == saved[:16] else published,
        saved,
        highlights=tuple(_quoted(highlights)),
    )


def _quoted(markdown: str) -> Iterator[Highlight]:
    """The highlights of a file: each a quotation, its labels, and what was written about it."""
    for block in re.split(r"\n\s*\n(?=> )", markdown.replace("\r\n", "\n").strip()):
        first, *parts = re.split(r"\n\s*\n", block.strip())
        quote = ""
        if first.startswith(">"):
            quote = " ".join(line.removeprefix(">").strip() for line in first.split("\n"))
        elif first:
            parts = [first, *parts]  # about the page, not about a passage
        tags: tuple[str, ...] = ()
        if quote and parts and _LABELS.match(parts[0]):
            tags = tuple(label.removeprefix("#") for label in parts.pop(0).split())
        if quote or parts:
            yield Highlight(" ".join(quote.split()), "\n\n".join(parts).strip(), tags)


def _zipped(content: bytes) -> Export | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
            lists = sorted(name for name in names if OMNIVORE_LIST.match(name))
            if lists:
                return Export("Omnivore", tuple(_of_zip(package, lists, frozenset(names))))
            pages: list[KeptPage] = []
            program = ""
            for name in names:
                if name.endswith((".csv", ".html")) and package.getinfo(name).file_size < MOST_BYTES:
                    inner = export_of(package.read(name))
                    if inner is not None and not inner.texts:
                        program = inner.program
                        pages += inner.pages
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        return None
    return Export(program, tuple(pages), texts=False) if program else None


def _of_zip(package: zipfile.ZipFile, lists: Iterable[str], names: frozenset[str]) -> Iterator[KeptPage]:
    def text(name: str) -> str:
        if name not in names or package.getinfo(name).file_size > MOST_BYTES:
            return ""
        return package.read(name).decode("utf-8", "replace")

    for listed in lists:
        for entry in _dicts(_parsed(text(listed).encode())):
            slug = _text(entry, "slug")
            yield _of_omnivore(entry, text(f"content/{slug}.html"), text(f"highlights/{slug}.md"))


def _csv(content: bytes) -> Export | None:
    head = content[:4096].decode("utf-8-sig", "replace").partition("\n")[0].strip()
    columns = [column.strip().strip('"').casefold() for column in head.split(",")]
    for program, known in CSV_LISTS.items():
        if tuple(columns[: len(known)]) == known:
            try:
                rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig", "replace"))))[1:]
            except csv.Error:
                return None
            at = known.index("url")
            links = [row[at].strip() for row in rows if len(row) > at and row[at].strip()]
            return Export(program, tuple(KeptPage(link) for link in links), texts=False)
    return None


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    return (one for one in _list(value) if isinstance(one, dict))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(entry: dict[str, Any], key: str) -> str:
    value = entry.get(key)
    return value.strip() if isinstance(value, str) else ""
