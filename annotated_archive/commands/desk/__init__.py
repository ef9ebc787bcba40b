"""`desk`: the curator's desk, served on this machine, which writes what a person chooses into `curation/`.

Comes in: a project. Goes out: a page at an address that is known only to the person who started the command.
Nothing is rendered: the page is that of the local edition, and `mkdocs serve` beside it follows what is
written.
"""

from __future__ import annotations

from ...pipeline import Progress, gather, in_silence
from ...project import Project
from .server import DeskServer
from .session import Session

__all__ = ["DeskServer", "Session", "open_desk"]


def open_desk(
    project: Project, looks: str, progress: Progress = in_silence, jobs: int | None = 1, port: int = 0
) -> DeskServer:
    """The server, bound and ready for `serve_forever`. Raises OSError where the port is taken.

    `looks` are the colours and faces of the site, as a style sheet. `port` 0 means any that is free.
    """
    return DeskServer(Session(project, gather(project, progress, jobs)), looks, port)
