"""Printing where not everything can be printed: a console of another encoding, a reader that has gone.

Comes in: the process's streams. Goes out: streams that take any text. What their encoding lacks is printed as
an escape such as `\\u2026`, and a last line says so; nothing is dropped, and nothing ends in a traceback.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from rich.console import Console

ESCAPE = "annotated-archive-escape"
READER_GONE = 141  # as shells report a program that a closed pipe ended
# What `head` leaves behind. On Windows, a write to a closed pipe is an invalid argument.
_GONE = {errno.EPIPE, errno.EINVAL} if sys.platform == "win32" else {errno.EPIPE}


class PipedConsole(Console):
    """A console that leaves a reader who has gone to `printing`; rich itself would end all, with 1."""

    def on_broken_pipe(self) -> None:
        """Raise what was raised."""
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


def is_utf8(stream: TextIO) -> bool:
    """Whether the stream can print all that Unicode has. One without an encoding keeps text as it is."""
    encoding = getattr(stream, "encoding", None)
    return encoding is None or codecs.lookup(encoding).name == "utf-8"


def printing(command: Callable[[], int]) -> int:
    """Run a command that prints; its exit code.

    When its reader has gone (`review | head`), it ends quietly, with `READER_GONE`.
    """
    try:
        with _anything_printable():
            try:
                return command()
            finally:
                sys.stdout.flush()  # else Python itself would find the pipe closed, and say so
    except OSError as error:
        if error.errno not in _GONE or error.filename is not None:
            raise
        _let_go(sys.stdout)
        return READER_GONE


@contextmanager
def _anything_printable() -> Iterator[None]:
    """Give both streams an escape for what they lack, and say at the end if it was needed."""
    escaped = False

    def escape(error: UnicodeError) -> tuple[str | bytes, int]:
        nonlocal escaped
        escaped = True
        return codecs.backslashreplace_errors(error)

    codecs.register_error(ESCAPE, escape)
    before = {}
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            before[stream] = stream.errors
            stream.reconfigure(errors=ESCAPE)
    try:
        yield
    finally:
        for stream, errors in before.items():
            if not stream.closed:
                stream.flush()
                stream.reconfigure(errors=errors)
        if escaped and not is_utf8(sys.stdout):
            print(
                f"Characters that {sys.stdout.encoding} does not have stand as escapes like \\u2026. "
                "Set the environment variable PYTHONUTF8=1 to print them as they are.",
                file=sys.stderr,
            )


def _let_go(stream: TextIO) -> None:
    """Leave nothing that Python would write when it ends."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        try:
            os.dup2(nowhere.fileno(), stream.fileno())
        except (OSError, ValueError):  # a stream without a file keeps what it has
            return
