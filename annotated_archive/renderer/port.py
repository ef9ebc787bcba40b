"""Whether `mkdocs serve` may listen where it is told to; said before anything is built.

Comes in: the address. Goes out: what is wrong with it, in words. MkDocs itself builds first, and then ends in
a traceback.
"""

from __future__ import annotations

import errno
import socket
import sys

# There, the option lets two servers share an address; elsewhere it allows one that has just been left.
REUSE = sys.platform != "win32"


def in_the_way(host: str, port: int) -> str | None:
    """Why nobody can listen at the address: `in_the_way("127.0.0.1", 8000)`; None if it is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            if REUSE:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        another = f"`mkdocs serve --dev-addr {host}:{port + 1 if port < 65535 else 8000}`"
        if error.errno == errno.EADDRINUSE:
            return f"{host}:{port} is in use, perhaps by another `mkdocs serve`. Stop it, or write {another}."
        return f"Nobody can listen at {host}:{port}: {error.strerror or error}. Write for example {another}."
    return None
