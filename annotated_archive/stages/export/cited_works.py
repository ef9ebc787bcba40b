"""The works that pages cite → their full references, as the lists at the ends of these pages print them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...model import Archive
from .csl import csl_item
from .references import references

# Author and date come first, as the short forms in the text have them.
STYLE = "chicago-author-date"


def cited_works(
    keys: Iterable[str], archive: Archive, works: Mapping[str, Mapping[str, Any]], language: str
) -> dict[str, str]:
    """The reference of each key that an article or one of the `works` has, as HTML."""
    articles = {article.address.citekey: article for article in archive.articles}
    items = {
        key: csl_item(articles[key], archive.outlets, None) if key in articles else dict(works[key])
        for key in dict.fromkeys(keys)
        if key in articles or key in works
    }
    rendered = references(items.values(), STYLE, language)
    return {key: one.html for key, one in zip(items, rendered, strict=True)}
