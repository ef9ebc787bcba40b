"""A copy of the project that a test may build, and a server for what it built: both real."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
INVENTED = ROOT / "tests" / "invented"


def copy_project(target: Path, archive: Path = INVENTED) -> Path:
    """A project at `target` with the program's pages, and the seeds, curation and essays of `archive`."""
    target.mkdir(parents=True)
    for file in ("mkdocs.yml", "build_archive.py"):
        shutil.copy(ROOT / file, target)
    shutil.copytree(ROOT / "docs", target / "docs", ignore=shutil.ignore_patterns("archive", "essays"))
    shutil.copytree(archive / "docs", target / "docs", dirs_exist_ok=True)
    for folder in ("seeds", "curation"):
        shutil.copytree(archive / folder, target / folder)
    return target


def run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the virtual environment, as a person would type it."""
    tool = Path(sys.executable).parent / command[0]
    return subprocess.run(
        [str(tool), *command[1:]],
        cwd=folder,
        env=clean_environment() | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def clean_environment() -> dict[str, str]:
    """The environment without what would quiet or change the programs under test; they print UTF-8."""
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_MKDOCS_2_WARNING", "SITE_URL")}
    return kept | {"PYTHONIOENCODING": "utf-8"}


@contextmanager
def served(site: Path, sub_path: str = "/") -> Iterator[str]:
    """Serve `site` below `sub_path` ("/my-archive/"), with its own 404 page; yields the address."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            if not path.startswith(sub_path):
                return str(site / "outside-the-sub-path")
            return super().translate_path("/" + path.removeprefix(sub_path))

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            page = (site / "404.html").read_bytes() if code == 404 else b""
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{sub_path}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
