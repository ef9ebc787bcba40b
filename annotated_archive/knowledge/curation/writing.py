"""Edits → the files of `curation/`, written in one step each, or not at all.

Comes in: a project's root, edits, and what the files were when a person decided. Goes out: what was written,
with what was there before, or a refusal. A file that cannot be read as YAML, or that somebody changed
meanwhile, is never written.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...disk.atomic import READABLE_BY_ALL, replace_file
from .editing import edited
from .edits import Edit, in_order
from .lines import parse_yaml

NO_FILE = ""  # the version of a file that is not there


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing was written: `why` is "changed", "unreadable", "unwritable" or "no-place"."""

    why: str
    file: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its content before (None: there was none) and its version since."""

    file: str
    before: bytes | None
    version: str


def version(root: Path, file: str) -> str:
    """The checksum of a file below the project; `NO_FILE` where there is none, or none that can be read."""
    try:
        return hashlib.sha256((root / file).read_bytes()).hexdigest()
    except OSError:
        return NO_FILE


def write_edits(
    root: Path, edits: Iterable[Edit], versions: Mapping[str, str]
) -> tuple[Written, ...] | Refused:
    """Write all edits, or none. `versions` are those that the person has seen, by file."""
    contents: dict[str, bytes] = {}
    before: dict[str, bytes | None] = {}
    for file, ones in in_order(edits).items():
        path = root / file
        if flaw := _no_place(root, path):
            return Refused("unwritable", file, flaw)
        if version(root, file) != versions.get(file, NO_FILE):
            return Refused("changed", file)
        try:
            before[file] = path.read_bytes() if path.exists() else None
            text = (before[file] or b"").decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return Refused("unreadable", file)
        if any(problem.code == "C001" for problem in parse_yaml(text.removeprefix("\ufeff"), file)[2]):
            return Refused("unreadable", file)
        after = edited(text, ones)
        if after is None:
            return Refused("no-place", file)
        contents[file] = after.encode("utf-8")
    written: list[Written] = []
    for file, content in contents.items():
        if (refused := _put(root / file, content, file)) is not None:
            for done in written:  # the files of one decision belong together
                take_back(root, done)
            return refused
        written.append(Written(file, before[file], version(root, file)))
    return tuple(written)


def take_back(root: Path, written: Written) -> Refused | None:
    """Put back what was there before, unless somebody has changed the file since."""
    path = root / written.file
    if version(root, written.file) != written.version:
        return Refused("changed", written.file)
    if written.before is not None:
        return _put(path, written.before, written.file)
    try:
        path.unlink()
    except OSError as error:
        return Refused("unwritable", written.file, error.strerror or str(error))
    return None


def _no_place(root: Path, path: Path) -> str:
    """Why a file is no place to write to; empty if it is one."""
    curation = (root / "curation").resolve()
    if not path.resolve().is_relative_to(curation):
        return "it lies outside of curation/"
    if path.exists() and not path.is_file():
        return "it is no file"
    if path.exists() and not os.access(path, os.W_OK):
        return "it is write-protected"
    return ""


def _put(path: Path, content: bytes, file: str) -> Refused | None:
    try:
        target = path.resolve()  # a link within the project stays a link
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else READABLE_BY_ALL
        replace_file(target, content, mode, lasting=True)
    except OSError as error:
        return Refused("unwritable", file, error.strerror or str(error))
    return None
