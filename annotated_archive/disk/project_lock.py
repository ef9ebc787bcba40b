"""One build at a time for a project: reading addresses, publishing and recording new ones belong together.

Two builds side by side would each give an address to every new seed. The lock is the operating system's: it
is gone when its process is, however that ended. On a file system without locks, as some network drives are,
filelock makes a marker file instead, which a process on another machine cannot tell from one left behind.
"""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

FOLDER, FILE = ".cache", "build.lock"  # seen from the project; beside `docs/`, which `mkdocs serve` watches
WRITERS = "curation.lock"
SILENT = 2.0  # seconds to wait before saying so; most builds take no longer
PATIENCE = 1800.0  # seconds to wait in all; MkDocs takes some minutes for ten thousand articles


class BusyError(Exception):
    """Another build went on for too long; the message says which, and what to do."""


@contextmanager
def only_build(root: Path, say: Callable[[str], None], patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of the project at `root`; wait for `patience` seconds, then raise BusyError.

    `say` is told whom this build is waiting for.
    """
    lock, file = _acquired(root, say, patience)
    holder = _holder_file(file)
    try:
        with suppress(OSError):  # it only serves to tell others
            command = shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]])
            known = {"pid": os.getpid(), "command": command, "since": time.strftime("%H:%M:%S")}
            holder.write_text(json.dumps(known), encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            holder.unlink()
        lock.release()


@contextmanager
def only_writer(root: Path, patience: float) -> Iterator[None]:
    """Be the only program that writes decisions into the project's `curation/`, or raise BusyError.

    A build may be at work meanwhile: it reads whole files, and holds its own lock until the site is made,
    for which nobody at the desk should wait.
    """
    name = f"annotated-archive-{hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]}-curation.lock"
    for file in (root / FOLDER / WRITERS, Path(tempfile.gettempdir()) / name):
        try:
            file.parent.mkdir(exist_ok=True)
            lock = FileLock(file)
            lock.acquire(timeout=patience)
        except Timeout:
            raise BusyError(
                f"Another program is writing into curation/ (it holds {file}). Try again."
            ) from None
        except OSError:
            continue
        try:
            yield
        finally:
            lock.release()
        return
    raise BusyError(f"{root / FOLDER}: no file can be made here, nor in the folder for temporary files.")


def _acquired(root: Path, say: Callable[[str], None], patience: float) -> tuple[BaseFileLock, Path]:
    # Where the project may only be read, builds find one another in the folder for temporary files.
    name = f"annotated-archive-{hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]}.lock"
    for file in (root / FOLDER / FILE, Path(tempfile.gettempdir()) / name):
        try:
            file.parent.mkdir(exist_ok=True)
            lock = FileLock(file)
            try:
                lock.acquire(timeout=min(SILENT, patience))
            except Timeout:
                if patience > SILENT:
                    say(f"{_who(file)} Waiting for it, {patience:.0f} seconds at most.")
                lock.acquire(timeout=max(0.0, patience - SILENT))
        except Timeout:
            finding = f"{_who(file)} It went on for {patience:.0f} seconds, so nothing was built."
            raise BusyError(f"{finding} Wait until it has ended, or end it, then build again.") from None
        except OSError:
            continue
        return lock, file
    raise BusyError(f"{root / FOLDER}: no file can be made here, nor in the folder for temporary files.")


def _who(file: Path) -> str:
    try:
        known = json.loads(_holder_file(file).read_text(encoding="utf-8"))
        who = f"process {known['pid']}, `{known['command']}`, since {known['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        who = f"it holds {file}"
    return f"Another build of this archive is at work ({who})."


def _holder_file(file: Path) -> Path:
    return file.with_suffix(".json")
