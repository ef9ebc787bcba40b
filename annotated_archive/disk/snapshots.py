"""Folders in which ArchiveBox keeps a page: one file of each stands for it, the others are the same page.

Comes in: the files of a folder by their paths. Goes out: what is not read, and what ArchiveBox noted about
the page of each file that is read: its address, its title, and when it was kept. No file of ArchiveBox's own
(indexes, logs) is read as an article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..saved import Hint

INDEXES = ("index.json", "index.jsonl")
# What shows the page as a browser did comes first; a text without its page comes last.
BEST_FIRST = (
    r"singlefile(?:/singlefile)?\.html",
    r"(?:dom/)?output\.html",
    r"(?:wget/)?warc/[^/]+\.warc(?:\.gz)?",
    r"readability/content\.html",
    r"mercury/content\.html",
    r"defuddle/content\.html",
    r"(?:pdf/)?output\.pdf",
    r"htmltotext(?:/htmltotext)?\.txt",
)
OF_ARCHIVEBOX = re.compile(
    r"(?:ArchiveBox\.conf|index\.(?:html|json|sqlite3)(?:[.-].+)?|(?:logs|sources|cache|personas|lib|tmp)/.+"
    r"|robots\.txt|favicon\.ico|static/.+|.+\.(?:log|pid|sock))"
)
MOST_BYTES = 20_000_000  # of an index


@dataclass(frozen=True, slots=True)
class Snapshots:
    """`unread` are paths of files that are no article, `hints` what is noted about those that are."""

    unread: frozenset[str]
    hints: Mapping[str, tuple[Hint, ...]]


def snapshots(files: Mapping[str, Path]) -> Snapshots:
    """The snapshots among files, which are named by their paths below the folder."""
    unread: set[str] = set()
    hints: dict[str, tuple[Hint, ...]] = {}
    for home in {name.rpartition("/")[0] for name in files if name.rpartition("/")[2] == "ArchiveBox.conf"}:
        top = f"{home}/" if home else ""
        unread.update(n for n in files if n.startswith(top) and OF_ARCHIVEBOX.fullmatch(n.removeprefix(top)))
    indexes = [name for name in files if name.rpartition("/")[2] in INDEXES]
    for index in sorted(indexes):
        folder = index.rpartition("/")[0]
        told = _told(files[index])
        if not folder or told is None:
            continue
        inside = [name for name in files if name.startswith(f"{folder}/")]
        best = _best(folder, inside)
        if best is None:
            continue
        unread.update(name for name in inside if name != best)
        hints[best] = tuple(_hints(told))
    return Snapshots(frozenset(unread), hints)


def _best(folder: str, inside: list[str]) -> str | None:
    for form in BEST_FIRST:
        for name in sorted(inside):
            if re.fullmatch(form, name.removeprefix(f"{folder}/")):
                return name
    return None


def _told(path: Path) -> dict[str, Any] | None:
    """What an index says of its page; None for the index of anything else."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        text = path.read_text("utf-8", "replace")
    except OSError:
        return None
    for candidate in (text, *text.splitlines()[:1]):
        try:
            told = json.loads(candidate)
        except (ValueError, RecursionError):
            continue
        if isinstance(told, dict) and isinstance(told.get("url"), str) and "timestamp" in told:
            return told
    return None


def _hints(told: Mapping[str, Any]) -> Iterator[Hint]:
    yield Hint("url", told["url"].strip(), "saved-by-browser")
    if isinstance(title := told.get("title"), str) and title.strip():
        yield Hint("title", " ".join(title.split()), "html-title")
    try:
        moment = datetime.fromtimestamp(float(str(told["timestamp"])), UTC)
    except (ValueError, OverflowError, OSError):
        return
    yield Hint("saved", moment.replace(tzinfo=None).isoformat(timespec="minutes"), "saved-by-browser")
