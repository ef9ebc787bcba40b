"""What only some systems have. A test that needs it asks here, and says so where it is skipped."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest


def make_link(path: Path, target: str | Path) -> None:
    """Make `path` a link; Windows lets only administrators and developers make one."""
    folder = (path.parent / target).is_dir()
    try:
        path.symlink_to(target, target_is_directory=folder)
    except (OSError, NotImplementedError) as error:
        if os.name == "nt":
            pytest.skip(f"needs links, and this system makes none: {error}")
        raise


def make_pipe(path: Path) -> None:
    """Make `path` a pipe, which nobody can read to its end."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs the pipes of a Unix system")
    os.mkfifo(path)


def listening_socket(path: Path) -> None:
    """Make `path` a socket."""
    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("needs the sockets of a Unix system")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(path))
