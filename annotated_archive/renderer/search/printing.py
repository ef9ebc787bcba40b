"""A document with its fields → the HTML that Pagefind reads instead of the page itself.

The page stays free of what only the search needs, and Pagefind reads a tenth of the bytes. Weights say what a
hit in each part is worth; they follow the order in which a reader would look.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from .documents import Document
from .facts import Fields

# Pagefind takes 0 to 10, and squares them.
WEIGHTS = {"title": 9.0, "kicker": 7.0, "lead": 4.0, "subhead": 3.0, "body": 1.0, "beside": 0.6}
WEIGHTS |= {"note": 0.5, "foot": 0.5}
# What is no article comes behind those that say the same.
OF_KIND = {"article": 1.0, "person": 0.4, "outlet": 0.4, "essay": 0.3, "page": 0.2}
# The title of an article counts more than that of another page, so it is other metadata.
TITLE, LABEL = "title", "label"


def printed(page: Document, found: Fields) -> str:
    """The page for Pagefind, complete."""
    head = "".join(_head(page, found))
    body = "".join(_body(page))
    return (
        f'<!doctype html><html lang="{escape(page.language)}"><head><meta charset="utf-8">{head}</head>'
        f"<body data-pagefind-body>{body}</body></html>"
    )


def _head(page: Document, found: Fields) -> Iterator[str]:
    title = TITLE if page.kind == "article" else LABEL
    kicker = next((block.text for block in page.blocks if block.part == "kicker"), "")
    metadata = {
        title: page.title,
        "kicker": kicker if page.kind == "article" else "",
        **found.shown,
        **found.hidden,
    }
    for name, value in metadata.items():
        if value:
            yield f'<meta data-pagefind-meta="{name}[content]" content="{escape(value)}">'
    for name, values in found.filters.items():
        for value in values:
            if value:
                yield f'<meta data-pagefind-filter="{name}[content]" content="{escape(value)}">'
    yield f'<meta data-pagefind-sort="date[content]" content="{found.sort}">'


def _body(page: Document) -> Iterator[str]:
    factor = OF_KIND[page.kind]
    for number, block in enumerate(page.blocks):
        weight = round(WEIGHTS[block.part] * factor, 2)
        # What it is, its number, since Pagefind wants ids to differ, and where a link leads.
        anchor = f"{block.part}:{number}:{block.id}"
        yield f'<p id="{escape(anchor)}" data-pagefind-weight="{weight}">{escape(block.text)}</p>'
