"""A page as MkDocs holds it → the same, its title and its other texts marked as HTML that shows exactly them.

Templates and the search print a title as it stands, whether it is HTML (of a heading) or text (of the front
matter, of a file's name, of the navigation). Text is escaped here, once for all of them: `Markup` is a string
that Jinja's `escape` leaves alone. What the front matter says on disk stays as it is.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup
from mkdocs.structure.pages import Page

from annotated_archive.text.front_matter import title_of

# What the navigation and the search print of a page's front matter, beside its title.
PRINTED = ("subtitle", "status")
LISTED = ("tags",)


def mark_texts(page: Page) -> None:
    """Mark the texts of a page that is rendered; a title that says nothing gives way to the heading's."""
    meta = page.meta
    if not title_of(meta):
        meta.pop("title", None)
    of_heading = getattr(page, "_title_from_render", None)
    title: Any = page.title
    page.title = Markup(title) if title == of_heading and "title" not in meta else _marked(title)
    if "title" in meta:
        meta["title"] = _marked(meta["title"])
    for key in PRINTED:
        if meta.get(key):
            meta[key] = _marked(meta[key])
    for key in LISTED:
        if isinstance(meta.get(key), list):
            meta[key] = [_marked(item) for item in meta[key]]


def _marked(value: object) -> Markup:
    return Markup.escape(str(value))
