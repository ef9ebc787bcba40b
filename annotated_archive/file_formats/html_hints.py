"""What a page's head says of its article: Open Graph, JSON-LD, its title, its address, and who saved it when.

Comes in: the tree, the source and the page's headings. Goes out: hints in no order of trust. `articleBody`
holds words that the page never showed, and `og:site_name` is often no outlet: neither is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from ..model import Element, Hint

# Types of schema.org that are articles: NewsArticle, BlogPosting, LiveBlogPosting, OpinionNewsArticle …
ARTICLES = re.compile(r"[A-Za-z]*(?:Article|Posting|Reportage|Report)$")
_SINGLEFILE = re.compile(
    r"(?:Page saved with|Archive processed by)\s+SingleFile\b(?:(?!-->).)*?\burl:\s*(?P<url>\S+)"
    r"(?:(?:(?!-->).)*?(?:saved date|archive date|date):\s*(?P<day>[^\n]+))?",
    re.DOTALL,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>\S+?)\s*-->")
_JS_DAY = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{1,2} \d{4} \d\d:\d\d:\d\d)")
_META = {
    "og:title": ("title", "og"),
    "article:published_time": ("date", "og"),
    "og:url": ("url", "og"),
    "datepublished": ("date", "microdata"),
    "date": ("date", "meta"),
    "author": ("authors", "meta"),
    "dc.date.issued": ("date", "meta"),
    "dc.date": ("date", "meta"),
    "article:modified_time": ("modified", "og"),
    "og:description": ("lead", "og"),
}


def page_hints(root: Any, source: str, elements: tuple[Element, ...], text: str) -> tuple[Hint, ...]:
    """All hints of a page."""
    found = [
        *_saved(source),
        *_linked(root),
        *_meta(root),
        *_json_ld(root),
        *(
            Hint("title", text[e.span.start : e.span.end].strip(), "h1", e.span)
            for e in elements
            if e.tag == "h1"
        ),
    ]
    if lang := root.get("lang"):
        found.append(Hint("lang", lang.strip(), "html"))
    return tuple(dict.fromkeys(hint for hint in found if hint.value))


def _saved(source: str) -> Iterator[Hint]:
    if found := _SINGLEFILE.search(source[:20_000]) or _SINGLEFILE.search(source[-20_000:]):
        yield Hint("url", found["url"], "saved-by-singlefile")
        if found["day"] and (day := _javascript_day(found["day"])):
            yield Hint("saved", day, "saved-by-singlefile")
    elif found := _SAVED_FROM.search(source[:20_000]):
        yield Hint("url", found["url"], "saved-by-browser")


def _javascript_day(text: str) -> str | None:
    """`Tue Mar 12 2019 10:11:12 GMT+0100 (…)` as ISO 8601 without its zone: the saver's own clock."""
    found = _JS_DAY.search(text)
    if found is None:
        return text.strip()[:19] if re.match(r"\d{4}-\d\d-\d\d", text) else None
    try:
        return datetime.strptime(found[1], "%b %d %Y %H:%M:%S").isoformat(timespec="minutes")
    except ValueError:
        return None


def _linked(root: Any) -> Iterator[Hint]:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").casefold().split() and (href := link.get("href")):
            yield Hint("url", href.strip(), "canonical")
    for title in root.iter("title"):
        words = " ".join("".join(title.itertext()).split())
        if words and title.getparent() is not None and title.getparent().tag != "svg":
            yield Hint("title", words, "html-title")
        return


def _meta(root: Any) -> Iterator[Hint]:
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().casefold()
        content = meta.get("content")
        if name in _META and content:
            field, where = _META[name]
            yield Hint(field, " ".join(content.split()), where)


def _json_ld(root: Any) -> Iterator[Hint]:
    for script in root.iter("script"):
        if (script.get("type") or "").casefold().startswith("application/ld+json") and script.text:
            for item in _items(_parsed(script.text)):
                yield from _of_article(item)


def _parsed(text: str) -> Any:
    bare = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*\]\]>|\]\]>|-->)\s*;?\s*$", "", text.strip()
    )
    try:
        return json.loads(bare.rstrip("; \n"), strict=False)
    except ValueError:
        return None


def _items(data: Any) -> Iterator[dict[str, Any]]:
    """The articles among the items of a JSON-LD block."""
    if isinstance(data, list):
        for item in data:
            yield from _items(item)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and ARTICLES.match(kind.rpartition("/")[2]) for kind in kinds):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if key in data and not isinstance(data[key], str):
                yield from _items(data[key])


def _of_article(item: dict[str, Any]) -> Iterator[Hint]:
    for key, field in (
        ("headline", "title"),
        ("datePublished", "date"),
        ("url", "url"),
        ("inLanguage", "lang"),
    ):
        value = item.get(key)
        if isinstance(value, str) and value.strip():
            yield Hint(field, _words(value), "json-ld")
    free = item.get("isAccessibleForFree")
    # Written as text on half of all pages; the text "False" is no true value.
    if free is False or (isinstance(free, str) and free.strip().casefold() in ("false", "no", "0")):
        yield Hint("free", "false", "json-ld")
    if isinstance(page := item.get("mainEntityOfPage"), dict) and isinstance(page.get("@id"), str):
        yield Hint("url", page["@id"], "json-ld")
    for name, _ in _authors(item.get("publisher")):
        yield Hint("publisher", name, "json-ld")
    for name, kind in _authors(item.get("author")):
        yield Hint("authors", name, "json-ld" if kind == "Person" else "json-ld-organization")


def _authors(author: Any) -> Iterator[tuple[str, str]]:
    for one in author if isinstance(author, list) else [author]:
        if isinstance(one, str) and one.strip() and not one.startswith("http"):
            yield _words(one), "Person"
        elif isinstance(one, dict):
            names = one.get("name")
            kind = one.get("@type", "Person")
            for name in names if isinstance(names, list) else [names]:
                if isinstance(name, str) and name.strip():
                    yield _words(name), kind if isinstance(kind, str) else "Person"


def _words(text: str) -> str:
    """A value without entities and tags that were written into it."""
    from html import unescape

    return " ".join(re.sub(r"<[^>]{1,40}>", "", unescape(text)).split())
