"""A folder that people fill → the files in it that may be opened, and what is refused.

Comes in: `seeds/`, `curation/` or `docs/`. Goes out: every file below it by its path, and for each thing that
must not be followed or opened why. What a link out of the folder points to is nobody's business here: its
owner never said that it may be read, printed or published. The folder itself may be a link. Reading the files
is left to those who asked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..problems import Problem

# There a folder can be joined to another one without being a link (a junction), so each path is asked for.
WINDOWS = sys.platform == "win32"
# What Windows keeps about a folder, as others do under names with a dot.
OF_THE_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})
FOLDER, FILE, OTHER = "folder", "file", "other"
LEADS_OUT, UNREADABLE, NO_FILE, LEADS_BACK = "F001", "F002", "F003", "F004"
WHY = {
    LEADS_OUT: (
        "This link leads out of {top}/ and is not followed.",
        "Put a copy of what it points to in its place, or delete the link.",
    ),
    UNREADABLE: (
        "The folder cannot be read: {reason}. Whatever lies in it is missing.",
        "Check its permissions, and whether its disk is there.",
    ),
    NO_FILE: ("This is neither a file nor a folder and is not opened.", "Move it out of {top}/."),
    LEADS_BACK: (
        "This link leads back to a folder that it lies in, and is not followed.",
        "Delete the link.",
    ),
}


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that is not followed or opened. `path` is below the folder; `reason` is the system's."""

    path: str
    code: str
    reason: str = ""

    def problem(self, shown_as: str) -> Problem:
        """The problem; `shown_as` is the folder as problems name it ("seeds")."""
        finding, remedy = (text.format(top=shown_as, reason=self.reason) for text in WHY[self.code])
        return Problem(shown_path(f"{shown_as}/{self.path}".rstrip("/")), None, self.code, finding, remedy)


@dataclass(frozen=True, slots=True)
class Listing:
    """The files below a folder, by path in order of name ("2021/a.txt"), what was refused, the folders."""

    files: Mapping[str, Path]
    refused: tuple[Refused, ...]
    folders: tuple[str, ...] = ()

    def problems(self, shown_as: str) -> tuple[Problem, ...]:
        """What was refused, as problems."""
        return tuple(refused.problem(shown_as) for refused in self.refused)


def hidden(path: str) -> bool:
    """Whether the system's own tools would leave out a file of this name, or made it for themselves."""
    name = path.rpartition("/")[2]
    return name.startswith(".") or name.casefold() in OF_THE_SYSTEM


def look(folder: Path, skip: Callable[[str], bool] = hidden, *, follow_out: bool = False) -> Listing:
    """All files below `folder`, which may be missing; paths that `skip` knows are passed over in silence.

    Links to files and folders inside count as what they point to. A link whose target is gone counts as a
    file, so that who opens it says so. `follow_out` allows links that lead elsewhere.
    """
    try:
        top = os.path.realpath(folder, strict=True)
    except FileNotFoundError as error:
        if folder.is_symlink():  # its disk is not there: that is no empty folder
            return Listing({}, (Refused("", UNREADABLE, error.strerror or str(error)),))
        return Listing({}, ())
    except OSError as error:
        return Listing({}, (Refused("", UNREADABLE, error.strerror or str(error)),))
    files: dict[str, Path] = {}
    refused: list[Refused] = []
    folders: list[str] = []
    # The folders still to be listed: the path below the top, and the real folders on the way there.
    waiting: list[tuple[str, tuple[str, ...]]] = [("", (top,))]
    while waiting:
        below, on_the_way = waiting.pop()
        try:
            with os.scandir(on_the_way[-1]) as listed:
                entries = list(listed)
        except OSError as error:
            refused.append(Refused(below, UNREADABLE, error.strerror or str(error)))
            continue
        for entry in entries:
            path = f"{below}/{entry.name}" if below else entry.name
            if skip(path):
                continue
            real = os.path.realpath(entry.path) if entry.is_symlink() or WINDOWS else entry.path
            if not follow_out and not lies_in(real, top):
                refused.append(Refused(path, LEADS_OUT))
                continue
            kind = _kind(entry)
            if kind == FOLDER:
                if real in on_the_way:
                    refused.append(Refused(path, LEADS_BACK))
                else:
                    waiting.append((path, (*on_the_way, real)))
                    folders.append(path)
            elif kind == FILE:
                files[path] = folder / path
            else:
                refused.append(Refused(path, NO_FILE))
    ordered = {path: files[path] for path in sorted(files, key=lambda path: path.split("/"))}
    return Listing(ordered, tuple(sorted(refused, key=lambda one: one.path)), tuple(folders))


def _kind(entry: os.DirEntry[str]) -> str:
    """What an entry is, links followed; what cannot be asked counts as a file, which opening tells."""
    try:
        if entry.is_dir():
            return FOLDER
        if entry.is_file():
            return FILE
        entry.stat()  # raises for a link whose target is gone
        return OTHER
    except OSError:
        return FILE


def lies_in(real: str, top: str) -> bool:
    """Whether a path, links followed, is `top` or below it; one on another drive of Windows is not."""
    try:
        return os.path.commonpath((top, real)) == top
    except ValueError:
        return False


def shown_path(path: str) -> str:
    """A path as problems name it: what is no text in a file's name is written as `\\udcff`."""
    return path if path.isprintable() else path.encode("utf-8", "backslashreplace").decode()
