"""A desk that a test may open: a small project with doubtful articles, and a real server on this machine."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotated_archive.commands.desk import DeskServer, open_desk
from annotated_archive.project import Project

from .question_cases import ARTICLE, CASES, DOUBTFUL
from .small_project import small_project

SEEDS = {
    "doubt": DOUBTFUL,
    "likely": DOUBTFUL.replace("Der Fluss und seine Brücken\n", "") + "\nNachtrag aus dem Rathaus.\n",
    "bruecke": ARTICLE,
    "note": str(CASES["a note about the author"].seed),
}


def desk_project(root: Path) -> Project:
    """Four articles with questions of several kinds."""
    return small_project(root, **SEEDS)


@contextmanager
def opened(project: Project, looks: str = "") -> Iterator[DeskServer]:
    """The desk of the project, served until the test has done."""
    server = open_desk(project, looks)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Visitor:
    """Who speaks to a desk as its own page does, unless told otherwise."""

    def __init__(self, server: DeskServer) -> None:
        self.server = server
        self.host = f"127.0.0.1:{server.server_port}"

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        token: str | None = None,
        **headers: str | None,
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and content; a header that is None is not sent."""
        own: dict[str, str | None] = {"Host": self.host}
        if method == "POST":
            own |= {"Origin": f"http://{self.host}", "Content-Type": "application/json"}
        own |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=20)
        connection.putrequest(
            method,
            f"/{self.server.token if token is None else token}/{path}",
            skip_host=True,
            skip_accept_encoding=True,
        )
        for name, value in own.items():
            if value is not None:
                connection.putheader(name, value)
        if body is not None and "Content-Length" not in own:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, dict(answer.getheaders()), content

    def get(self, path: str) -> dict[str, Any]:
        status, _, content = self.ask("GET", path)
        assert status == 200, content
        return dict(json.loads(content))

    def article(self, seed: str) -> dict[str, Any]:
        """What the page shows of an article."""
        rows = self.get("queue.json")["articles"]
        path = next(row["path"] for row in rows if row["seed"] == seed)
        return self.get(f"{path}/article.json")

    def post(self, seen: dict[str, Any], **decision: Any) -> tuple[int, dict[str, Any]]:
        """Decide about what was seen."""
        given = {"seed": seen["seed"], "versions": seen["versions"], **decision}
        status, _, content = self.ask("POST", "choose", json.dumps(given).encode())
        return status, dict(json.loads(content))
