"""Notes on their passages → a W3C Web Annotation collection as JSON-LD."""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ...model import Anchor, Article
from ...text.dates import is_day
from ...text.paragraphs import fold
from .addresses import page_address
from .selectors import has_withheld, page_quote, position, saved_quote

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
LABEL = "Notes"


def annotation_collection(
    articles: Iterable[Article],
    anchors_by_seed: Mapping[str, Sequence[Anchor]],
    site_url: str | None,
) -> str:
    """All anchored notes as one `AnnotationCollection`, in the articles' order; seeds by `SavedText.key`."""
    items = [
        annotation(article, anchor, site_url)
        for article in articles
        for anchor in anchors_by_seed.get(article.saved.key, ())
    ]
    page: dict[str, Any] = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    collection: dict[str, Any] = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "label": LABEL,
        "total": len(items),
    }
    if items:
        collection["first"] = page
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def annotation(article: Article, anchor: Anchor, site_url: str | None) -> dict[str, Any]:
    """One note. Its id is made from the seed and the note, so it is the same after every build."""
    note = anchor.note
    bodies: list[dict[str, str]] = [
        {"type": "TextualBody", "value": note.text, "format": "text/markdown", "purpose": "commenting"}
    ]
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in note.tags]
    made: dict[str, Any] = {
        "id": annotation_id(article, anchor),
        "type": "Annotation",
        "motivation": "commenting",
        "body": bodies,
        "target": _targets(article, anchor, site_url),
    }
    if note.by:
        made["creator"] = {"type": "Person", "name": note.by}
    if note.date and is_day(note.date):
        # The model knows moments only; a day is its first one.
        made["created"] = f"{note.date}T00:00:00Z"
    return made


def annotation_id(article: Article, anchor: Anchor) -> str:
    """A name for the note that no other note has."""
    note = anchor.note
    parts = (article.saved.identity, note.quote, note.prefix, note.suffix, note.text)
    return uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(parts)).urn


def checksum_name(sha256: str) -> str:
    """The saved file by its checksum, as RFC 6920 writes it: `ni:///sha-256;…`."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _targets(article: Article, anchor: Anchor, site_url: str | None) -> list[dict[str, Any]]:
    """The passage on the page, if there is a site, and in the saved text, where offsets count."""
    saved = {
        "id": checksum_name(article.saved.sha256),
        "type": "Text",
        "format": "text/plain",
        "label": article.saved.label,
    }
    selectors: list[dict[str, Any]] = [position(anchor.span)]
    if not has_withheld(article, anchor.span):
        selectors.insert(0, saved_quote(article, anchor.span).selector())
    targets: list[dict[str, Any]] = [{"type": "SpecificResource", "source": saved, "selector": selectors}]
    if address := page_address(article, site_url):
        page: dict[str, Any] = {"id": address, "type": "Text", "format": "text/html"}
        if title := article.description.title:
            page["label"] = fold(title.value)
        quote = page_quote(article, anchor.span)
        targets.insert(0, {"type": "SpecificResource", "source": page, "selector": [quote.selector()]})
    return targets
