"""What lies below the folder of generated pages: which file is as it was written, and what else is there."""

from __future__ import annotations

import codecs
import os
from collections.abc import Collection, Iterator
from pathlib import Path

from .record import RECORD, checksum

# What Windows puts into folders that somebody looks at; it holds no words of a page.
OF_FILE_MANAGERS = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})


def checksum_on_disk(path: Path) -> str | None:
    """A file's checksum; None where there is none, and "" for what is not a file that may be read."""
    try:
        if path.exists() and not path.is_file():
            return ""  # a folder, or what must not be opened: in any case not one of ours
        return checksum(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:  # a file that may not be read
        return ""


def same_words(path: Path, content: bytes) -> bool:
    """Whether only the marks that editors and checkouts change differ: line ends, the last one, a BOM."""
    try:
        return path.is_file() and _words(path.read_bytes()) == _words(content)
    except OSError:
        return False


def _words(content: bytes) -> bytes:
    lines = content.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return lines.rstrip(b"\n")


def parents(path: str) -> Iterator[str]:
    """The folders that hold a file, from the folder of pages itself ("") downwards."""
    parts = path.split("/")[:-1]
    return ("/".join(parts[:depth]) for depth in range(len(parts) + 1))


def obstacles(folder: Path, paths: Collection[str]) -> set[str]:
    """Files where folders are needed, and a folder where the record is: nothing can be written there."""
    needed = {parent for path in paths for parent in parents(path)}
    found = {
        parent for parent in needed if os.path.lexists(folder / parent) and not (folder / parent).is_dir()
    }
    if "" not in found and (folder / RECORD).is_dir():
        found.add(RECORD)
    return found


def others(folder: Path, known: Collection[str]) -> Iterator[str]:
    """What lies below `folder` and is not known: files, links even to known ones, and closed folders.

    Names that begin with a dot are those of systems and editors (`.DS_Store`); renderers leave them out. So
    they do, by `exclude_docs`, with OF_FILE_MANAGERS.
    """
    if not folder.exists():
        return
    closed: list[Path] = []
    for top, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in (*folders, *sorted(files)):
            path = Path(top, name)
            shown = path.relative_to(folder).as_posix()
            passed = name.startswith(".") or (name in files and name.casefold() in OF_FILE_MANAGERS)
            if passed or (path.is_dir() and not path.is_symlink()):
                continue
            if path.is_symlink() or shown not in known:
                yield shown
    yield from ("" if path == folder else path.relative_to(folder).as_posix() for path in closed)
