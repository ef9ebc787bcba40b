"""Which saved files make `mkdocs serve` build anew: what people write, and not what the build itself wrote.

MkDocs watches all of `docs/`. The build writes `docs/archive/` in it, which MkDocs would take for one more
save, and build everything again. MkDocs' server knows no exceptions, but it watches what it is told to: here
a file of ours, which changes when a person has saved something. Left to others: seeds and curation, which
are watched besides.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler

SAVES = frozenset({"created", "modified", "moved", "deleted"})


class Saves(FileSystemEventHandler):
    """The saves in `docs`, but for the pages in `generated`, passed on to a server; until it is let go."""

    def __init__(self, server: LiveReloadServer, docs: Path, generated: Path) -> None:
        self.generated = generated.absolute()
        self._folder = TemporaryDirectory(prefix="annotated-archive-saves-")
        self._file = Path(self._folder.name) / "saved"
        self._file.touch()
        self._count = 0
        server.unwatch(str(docs))
        server.watch(self._folder.name)
        server.observer.schedule(self, str(docs.absolute()), recursive=True)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass a save on."""
        places = (Path(str(path)) for path in (event.src_path, event.dest_path) if path)
        if event.is_directory or event.event_type not in SAVES:
            return
        if all(self.generated in place.parents for place in places):
            return
        self._count += 1
        self._file.write_text(f"{self._count}\n", encoding="utf-8")
