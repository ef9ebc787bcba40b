"""The desk over HTTP: for whoever knows its address, from its own page, on this machine, and for nobody else.

Comes in: requests. Goes out: the page, its script and style, and answers of the session as JSON. Another page
in the same browser could send requests here, too: so the address has a secret part, the names by which this
machine was called are checked, and what writes must come from the desk's own page.
"""

from __future__ import annotations

import json
import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from ...stages.compose import desk_assets
from .page import desk_page
from .session import Session

HERE = "127.0.0.1"
LARGEST = 100_000  # bytes of a decision
TOKEN_BYTES = 24
TYPES = {"js": "text/javascript", "css": "text/css", "json": "application/json", "html": "text/html"}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


class DeskServer(ThreadingHTTPServer):
    """Serves one session below a secret path. Raises OSError where the port is taken."""

    daemon_threads = True
    allow_reuse_address = False  # another program's port is never shared

    def __init__(self, session: Session, looks: str = "", port: int = 0) -> None:
        super().__init__((HERE, port), _Handler)
        self.session = session
        self.token = secrets.token_urlsafe(TOKEN_BYTES)
        self.files = {"": desk_page(session.words), **desk_assets(), "paper.css": looks}

    @property
    def address(self) -> str:
        """Where the desk is: to be shown to whoever started it, and to nobody else."""
        return f"http://{HERE}:{self.server_port}/{self.token}/"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names by which the desk may be called."""
        return f"{HERE}:{self.server_port}", f"localhost:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: DeskServer
    protocol_version = "HTTP/1.0"  # a connection a request: none outlives the desk
    server_version = "annotated-archive"
    sys_version = ""
    timeout = 30  # seconds for a request to come in

    def do_GET(self) -> None:
        """The page and what it fetches."""
        path = self._path(writes=False)
        if path is None:
            return self._refuse(HTTPStatus.FORBIDDEN)
        if path in self.server.files:
            kind = path.rpartition(".")[2] if path else "html"
            return self._send(HTTPStatus.OK, self.server.files[path].encode("utf-8"), kind)
        if path == "queue.json":
            return self._tell(self.server.session.queue())
        if path == "archive.json" or path.endswith("/article.json"):
            told = self.server.session.article(path.removesuffix("/article.json") if "/" in path else "")
            return self._refuse(HTTPStatus.NOT_FOUND) if told is None else self._tell(told)
        return self._refuse(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        """A decision."""
        path = self._path(writes=True)
        if path is None:
            return self._refuse(HTTPStatus.FORBIDDEN)
        if path != "choose":
            return self._refuse(HTTPStatus.NOT_FOUND)
        if self.headers.get_content_type() != "application/json":
            return self._refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > LARGEST:
            return self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            decision = json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError):
            return self._refuse(HTTPStatus.BAD_REQUEST)
        if not isinstance(decision, dict):
            return self._refuse(HTTPStatus.BAD_REQUEST)
        told = self.server.session.decide(decision)
        return self._tell(told, HTTPStatus.CONFLICT if "error" in told else HTTPStatus.OK)

    def _path(self, writes: bool) -> str | None:
        """What is asked for, below the secret part; None for whoever may not ask."""
        if self.headers.get_all("Host", []) not in [[host] for host in self.server.hosts]:
            return None
        origins = self.headers.get_all("Origin", [])
        own = [[f"http://{self.headers['Host']}"]] + ([] if writes else [[]])
        if origins not in own or self.headers.get("Sec-Fetch-Site", "same-origin") not in (
            ("same-origin",) if writes else ("same-origin", "none")
        ):
            return None
        token, _, path = urlsplit(self.path).path.removeprefix("/").partition("/")
        known = secrets.compare_digest(token.encode("utf-8", "replace"), self.server.token.encode())
        return unquote(path) if known else None

    def _tell(self, told: dict[str, Any], status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send(status, json.dumps(told, ensure_ascii=False).encode("utf-8", "replace"), "json")

    def _refuse(self, status: HTTPStatus) -> None:
        self.close_connection = True  # what was sent with the request is not read
        self._send(status, f"{status.phrase}\n".encode(), "txt")

    def _send(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{TYPES.get(kind, 'text/plain')}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the address is a secret, and the terminal is the person's."""
