"""Writing a file so that everybody sees either the old content or the new one, never half of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

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
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
