"""Whether the client of Hypothes.is finds our exported notes: in the article, and not in the folded file.

The client of the npm package `hypothesis` runs as it is in Chromium, with its sidebar. The pages, the
client's files and the few answers that it needs of its service come from 127.0.0.1; all else is refused.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import json
import shutil
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, sync_playwright

PORT = 8765
HOST = f"http://127.0.0.1:{PORT}"
SECONDS = 15
CONFIG = {
    "assetRoot": f"{HOST}/client/",
    "sidebarAppUrl": f"{HOST}/client/app.html",
    "notebookAppUrl": f"{HOST}/client/app.html",
    "profileAppUrl": f"{HOST}/client/app.html",
}
SIDEBAR = {"apiUrl": f"{HOST}/api/", "authDomain": "hypothes.is", **CONFIG}
APP = f"""<!DOCTYPE html>
<script type="application/json" class="js-hypothesis-config">{json.dumps(SIDEBAR)}</script>
<hypothesis-app></hypothesis-app><script src="{HOST}/client/build/boot.js"></script>"""
WORLD = {
    "id": "__world__",
    "groupid": "__world__",
    "name": "Public",
    "type": "open",
    "public": True,
    "scoped": False,
    "scopes": {"enforced": False, "uri_patterns": []},
    "links": {"html": HOST},
    "organization": {"id": "o", "name": "O", "default": True, "logo": None},
}
PROFILE: dict[str, Any] = {
    "userid": None,
    "authority": "hypothes.is",
    "features": {},
    "groups": [WORLD],
    "preferences": {},
}
ROUTES = {
    "links": "links",
    "search": "search",
    "profile": {"read": "profile", "update": "profile", "groups": {"read": "groups"}},
    "groups": {"read": "groups"},
    "group": {"read": "groups/:id", "member": {"delete": "groups/:id"}, "members": {"read": "groups/:id"}},
    "annotation": dict.fromkeys(("create", "delete", "get", "update", "flag"), "annotations/:id")
    | {"hide": "annotations/:id", "unhide": "annotations/:id"},
}
CONFIGURE = """config => {
  const script = document.createElement("script")
  script.type = "application/json"
  script.className = "js-hypothesis-config"
  script.textContent = JSON.stringify(config)
  document.head.append(script)
}"""
LINKS = ("account.settings", "forgot-password", "groups.new", "help", "search.tag", "signup", "user")
# What the client marked of each note: the words, and where they stand.
MARKED = """() => {
  const found = {}
  for (const mark of document.querySelectorAll("hypothesis-highlight")) {
    const quote = mark._annotation.target[0].selector.find(selector => selector.type === "TextQuoteSelector")
    const id = JSON.stringify([quote.prefix, quote.exact, quote.suffix])
    const at = found[id] || (found[id] = {words: "", folded: false})
    at.words += mark.textContent
    if (mark.closest("details")) at.folded = true
    const paragraph = mark.closest("p, li, blockquote, h1, h2, h3, h4, h5, h6")
    at.paragraph = paragraph ? paragraph.textContent : ""
  }
  return found
}"""


def main() -> int:
    """Print how many notes are right, in the folded file, elsewhere or lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="node_modules/hypothesis")
    parser.add_argument("site", type=Path, help=f"a site built with SITE_URL={HOST}/NAME/")
    parser.add_argument("name", help="the NAME of its address")
    found = shutil.which("chromium") or shutil.which("google-chrome")
    parser.add_argument("--chromium", default=found, help="where it is; else Playwright's own")
    options = parser.parse_args()
    notes = json.loads((options.site / "archive" / "data" / "notes-hypothesis.json").read_text("utf-8"))[
        "rows"
    ]
    with _served(options.package, options.site, options.name, notes), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        context = browser.new_context(service_workers="block")
        context.route(lambda address: not address.startswith(HOST), lambda route: route.abort())
        verdicts: Counter[str] = Counter()
        for address in dict.fromkeys(note["uri"] for note in notes):
            page = context.new_page()
            verdicts += _judged(page, address, [n for n in notes if n["uri"] == address])
            page.close()
        browser.close()
    print(
        "Hypothes.is notes " + "".join(f"{verdicts[v]:5d} {v}" for v in ("right", "folded", "wrong", "lost"))
    )
    return 0


def _judged(page: Page, address: str, notes: list[dict[str, Any]]) -> Counter[str]:
    page.goto(address)
    page.evaluate(CONFIGURE, CONFIG)
    page.add_script_tag(url=f"{HOST}/client/build/boot.js")
    found: dict[str, Any] = {}
    for _ in range(SECONDS * 2):
        page.wait_for_timeout(500)
        found = page.evaluate(MARKED)
        if len(found) == len(notes):
            break
    verdicts: Counter[str] = Counter()
    for note in notes:
        quote = next(s for s in note["target"][0]["selector"] if s["type"] == "TextQuoteSelector")
        parts = [quote[part] for part in ("prefix", "exact", "suffix")]
        at = found.get(json.dumps(parts, ensure_ascii=False, separators=(",", ":")))
        verdict = "lost"
        if at:
            near = "".join(parts)
            there = _plain(near) in _plain(at["paragraph"]) and _plain(at["words"]) == _plain(quote["exact"])
            verdict = "folded" if at["folded"] else "right" if there else "wrong"
        if verdict != "right":
            print(f"  {verdict}: {quote} {at}")
        verdicts[verdict] += 1
    return verdicts


def _plain(text: str) -> str:
    return "".join(text.split())


@contextmanager
def _served(package: Path, site: Path, name: str, notes: list[dict[str, Any]]) -> Iterator[None]:
    for number, note in enumerate(notes):
        note |= {
            "id": note.get("id") or f"n{number}",
            "user": note.get("user") or "acct:somebody@hypothes.is",
            "created": note.get("created") or "2026-01-01T00:00:00+00:00",
            "updated": note.get("updated") or "2026-01-01T00:00:00+00:00",
            "permissions": {"read": ["group:__world__"], "update": [], "delete": []},
            "links": {},
            "references": [],
            "flagged": False,
            "hidden": False,
        }

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path == "/client/app.html":
                self._answer(APP, "text/html; charset=utf-8")
            elif path.startswith("/api/"):
                self._answer(json.dumps(self._api(path.removeprefix("/api/"))), "application/json")
            else:
                super().do_GET()

        def _api(self, path: str) -> Any:
            query = parse_qs(urlsplit(self.path).query)
            if path == "search":
                rows = [note for note in notes if note["uri"] in query.get("uri", [])]
                after = query.get("search_after", [None])[0]
                return {"total": len(rows), "rows": [] if after else rows}
            if path == "links":
                return dict.fromkeys(LINKS, HOST)
            return {"": {"links": _routes(ROUTES)}, "profile": PROFILE}.get(path, [WORLD])

        def _answer(self, text: str, kind: str) -> None:
            body = text.encode()
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def translate_path(self, path: str) -> str:
            for below, folder in ((f"/{name}/", site), ("/client/", package)):
                if path.startswith(below):
                    self.directory = str(folder)
                    return super().translate_path("/" + path.removeprefix(below))
            return str(site / "nowhere")

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), functools.partial(Handler))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def _routes(routes: Any) -> Any:
    if isinstance(routes, str):
        return {"method": "GET", "url": f"{HOST}/api/{routes}", "desc": ""}
    return {key: _routes(value) for key, value in routes.items()}


if __name__ == "__main__":
    sys.exit(main())
