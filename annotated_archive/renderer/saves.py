"""Which saved files make `mkdocs serve` build anew: what people write, and not what the build itself wrote.

MkDocs watches all of `docs/`. The build writes `docs/archive/` in it, which MkDocs would take for one more
save, and build everything again. Left to others: seeds and curation, which are watched besides.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler


def watch_docs(server: LiveReloadServer, docs: Path, generated: Path) -> None:
    """Watch `docs` as MkDocs does, without the pages in `generated`."""
    server.unwatch(str(docs))
    server.observer.schedule(_Saves(server, generated.absolute()), str(docs.absolute()), recursive=True)


class _Saves(FileSystemEventHandler):
    def __init__(self, server: LiveReloadServer, generated: Path) -> None:
        self.server, self.generated = server, generated

    def on_any_event(self, event: FileSystemEvent) -> None:
        places = (Path(str(path)) for path in (event.src_path, event.dest_path) if path)
        if event.is_directory or all(self.generated in place.parents for place in places):
            return
        with self.server._rebuild_cond:
            self.server._want_rebuild = True
            self.server._rebuild_cond.notify_all()
