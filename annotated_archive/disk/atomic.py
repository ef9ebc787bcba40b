"""Writing a file so that everybody sees either the old content or the new one, never half of it."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

# Windows replaces no file that somebody has open, and a server, an editor or a virus scanner soon lets it go.
TRIES, PAUSE = (20, 0.05) if sys.platform == "win32" else (1, 0.0)  # times, seconds
READABLE_BY_ALL = 0o644  # temporary files are readable by their owner alone


def replace_file(path: Path, content: bytes, mode: int = READABLE_BY_ALL, lasting: bool = False) -> None:
    """Put `content` at `path` in one step, with its folders. Raises OSError, and leaves nothing behind then.

    `lasting` waits until the disk has it, so that a power cut leaves one of the two contents.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            if lasting:
                stream.flush()
                os.fsync(stream.fileno())
        Path(temporary).chmod(mode)
        _put(Path(temporary), path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _put(temporary: Path, path: Path) -> None:
    for left in reversed(range(TRIES)):
        try:
            temporary.replace(path)
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(PAUSE)
