"""Every page, link and anchor of the site works below a sub-path, and no request leaves it."""

from __future__ import annotations

from urllib.parse import unquote, urldefrag, urlsplit

from playwright.sync_api import BrowserContext

LINKS = "document.querySelectorAll('a[href]')"
IDS = "[...document.querySelectorAll('[id], a[name]')].map(e => e.id || e.name)"


def test_every_link_and_anchor_works_and_nothing_is_fetched_from_elsewhere(
    context: BrowserContext, address: str
):
    requests: set[str] = set()
    failed: list[str] = []
    context.on("request", lambda request: requests.add(request.url))
    context.on("response", lambda r: failed.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    page = context.new_page()
    to_visit, anchors, ids = [address], set(), {}
    while to_visit:
        url = to_visit.pop()
        if url in ids:
            continue
        answer = page.goto(url)
        assert answer is not None
        assert answer.ok, f"{answer.status} {url}"
        ids[url] = set(page.evaluate(IDS))
        for href in page.evaluate(f"[...{LINKS}].map(a => a.href)"):
            target, anchor = urldefrag(href)
            if not target.startswith(address):
                parts = urlsplit(target)
                # A link out of the site is a reader's choice; one to the server's root misses the sub-path.
                assert parts.netloc != urlsplit(address).netloc, f"{url} links outside the sub-path: {href}"
                continue
            if target not in ids and target.endswith("/"):
                to_visit.append(target)
            elif not target.endswith("/"):
                assert context.request.get(target).ok, f"{url} links to {href}"
            if anchor:
                anchors.add((url, target, unquote(anchor)))
    assert len(ids) > 15
    dead = [
        f"{source} → {target}#{a}" for source, target, a in anchors if target in ids and a not in ids[target]
    ]
    assert dead == []
    assert failed == []
    assert {url for url in requests if not url.startswith((address, "data:", "blob:"))} == set()


def test_the_404_page_finds_its_way_home(context: BrowserContext, address: str):
    page = context.new_page()
    answer = page.goto(address + "archive/no/such/page/")
    assert answer is not None
    assert answer.status == 404
    assert page.locator("main h1").inner_text()
