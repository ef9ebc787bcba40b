"""The record of what the build wrote: each file's checksums, and the edition. It lies beside the pages."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path, PurePosixPath, PureWindowsPath

from ...disk.atomic import replace_file

RECORD = ".written.json"


def edition_of(folder: Path) -> str | None:
    """The edition that `folder` holds now, or None when nothing was published there."""
    try:
        edition = json.loads((folder / RECORD).read_text(encoding="utf-8"))["edition"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return str(edition)


def read_record(folder: Path) -> dict[str, list[str]]:
    """The checksums of each file's possible contents, by path; empty where there is no usable record.

    Paths that lead out of the folder are left out, whoever wrote them: such files are none of ours to remove.
    """
    try:
        files = json.loads((folder / RECORD).read_text(encoding="utf-8"))["files"]
        return {
            str(path): [str(c) for c in checksums] for path, checksums in files.items() if _lies_below(path)
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _lies_below(path: str) -> bool:
    return not any(
        ".." in way.parts or way.is_absolute() or way.drive
        for way in (PurePosixPath(path), PureWindowsPath(path))
    )


def write_record(folder: Path, files: dict[str, list[str]], edition: str) -> None:
    """Replace the record. Raises OSError."""
    content = json.dumps({"edition": edition, "files": dict(sorted(files.items()))}, indent=0)
    replace_file(folder / RECORD, content.encode())


def checksum(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
