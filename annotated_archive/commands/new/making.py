"""Puts a new archive on the disk: all of its files or, where something is in their way, none.

Comes in: a folder, the files, and a folder of saved articles or none. Goes out: what was written. Nothing
that was there is changed; saved articles are copied byte for byte.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ...disk.atomic import READABLE_BY_ALL, replace_file
from ...disk.folder import look
from ...problems import Problem

RUNNABLE = 0o755
SHOWN = 5  # names in a message; whoever has more in the way has chosen the wrong folder


class InTheWayError(Exception):
    """The archive cannot be made here; the message says why, and what to do next."""


def saved_articles(folder: Path) -> tuple[dict[str, Path], tuple[Problem, ...]]:
    """The files below a folder, by path, and what was refused. Raises InTheWayError if there are none."""
    if not folder.is_dir():
        raise InTheWayError(
            f"{folder}: there is no such folder. Name the one that holds your saved articles."
        )
    listing = look(folder)
    if not listing.files:
        raise InTheWayError(f"{folder}: no file is in it. Name the folder that holds your saved articles.")
    return dict(listing.files), listing.problems(str(folder))


def has_seeds(target: Path) -> bool:
    """Whether there are saved articles already."""
    return bool(look(target / "seeds").files)


def make(target: Path, files: Mapping[str, bytes], seeds: Mapping[str, Path], runnable: str) -> int:
    """Write the files and copy the seeds; how many files that were. Raises InTheWayError and OSError."""
    if target.exists() and not target.is_dir():
        raise InTheWayError(f"{target}: a file of this name is there. Name another folder.")
    wanted = [*files, *(f"seeds/{name}" for name in seeds)]
    there = [path for path in wanted if (target / path).is_symlink() or (target / path).exists()]
    if there:
        names = ", ".join(there[:SHOWN]) + (f" and {len(there) - SHOWN} more" if len(there) > SHOWN else "")
        raise InTheWayError(f"{target}: {names} there already. Nothing was written; name another folder.")
    for name, source in seeds.items():
        replace_file(target / "seeds" / name, source.read_bytes())
    for path, content in files.items():
        replace_file(target / path, content, RUNNABLE if path == runnable else READABLE_BY_ALL)
    return len(wanted)
