"""CSL-JSON items → references as readers paste them, in the styles that people use.

The styles are CSL files in `styles/`, rendered by citeproc-py with its locales. They are ours: the official
ones trip over what citeproc-py does not do yet (`decisions/0004-citations.md`). A headline is printed with
its own capitals in every style: it is quoted, not retold.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from citeproc import (
    PRIMARY_DIALECTS,
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from ...text.dates import first_day
from .csl import SEED, Item
from .dated import joined, printed_date
from .names import with_fields
from .stand_ins import Pattern
from .typography import bound, conceal, reveal_html, reveal_plain, spaced, typographic

HERE = Path(__file__).parent / "styles"
# In the order in which they are offered.
STYLES = {
    "apa": "APA",
    "mla": "MLA",
    "chicago-author-date": "Chicago (author-date)",
    "chicago-notes": "Chicago (notes)",
    "harvard": "Harvard",
    "din-iso-690": "DIN ISO 690",
}
# Arrangements of half a kilobyte. 10,000 articles of ten years have about 1,500 forms, each in twelve ways.
REMEMBERED = 50_000
_BRITISH = frozenset({"harvard"})
# What these styles print. Anything else in an item from outside is left out, whatever its form.
_TEXTS = (
    "title",
    "container-title",
    "publisher",
    "publisher-place",
    "section",
    "volume",
    "issue",
    "page",
    "DOI",
    "URL",
    "archive_location",
)
_PROSE = ("title", "container-title", "publisher")
_NAMES = ("author", "editor")
_PARTICLES = ("dropping-particle", "non-dropping-particle")
_NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix")


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference, as text and as HTML whose only tags are `<i>`, `<b>`, `<sub>` and `<sup>`."""

    plain: str
    html: str


def reference(item: Item, style: str, language: str) -> Reference:
    """One item's reference; see `references`."""
    return references((item,), style, language)[0]


def references(items: Iterable[Item], style: str, language: str) -> list[Reference]:
    """References in the items' order, in a style of `STYLES` and a language (BCP 47; English if unknown).

    An approximate or uncertain date reads "c. 2016" or "ca. 2016", a missing one "n.d." or "o. J.".
    """
    if style not in STYLES:
        raise KeyError(f"{style!r} is no style; there are {', '.join(STYLES)}")
    locale = str(PRIMARY_DIALECTS.get(language.partition("-")[0].lower(), "en-US"))
    if locale == "en-US" and style in _BRITISH:
        locale = "en-GB"
    return [_render(item, style, locale) for item in items]


@cache
def _prepared(style: str, locale: str) -> Any:
    prepared = CitationStylesStyle(str(HERE / f"{style}.csl"), locale=locale, validate=False)
    if not locale.startswith("en"):
        # Only English sets a comma before "and"; CSL has no switch for a language.
        for name in prepared.xml.iter("{*}name"):
            name.set("delimiter-precedes-last", "never")
    return prepared


def _render(item: Item, style: str, locale: str) -> Reference:
    plain = _plain_item(item, locale)
    rendered = _filled(plain, style, locale)
    printed = printed_date(item, locale)
    if printed and printed.until:
        until = _filled({**plain, "issued": printed.until}, style, locale)
        rendered = joined(rendered, until, ordinal=locale.startswith("de"))
    return Reference(reveal_plain(rendered, locale), reveal_html(rendered, locale))


def _filled(plain: Item, style: str, locale: str) -> str:
    pattern = Pattern(plain)
    return pattern.fill(_arranged(pattern.json, style, locale))


@lru_cache(maxsize=REMEMBERED)
def _arranged(item: str, style: str, locale: str) -> str:
    """What citeproc makes of an item: the only slow part."""
    source = CiteProcJSON([json.loads(item)])
    listing = CitationStylesBibliography(_prepared(style, locale), source, formatter.html)
    listing.register(Citation([CitationItem("item")]))
    printed = "".join(str(entry) for entry in listing.bibliography())  # nothing where nothing is known
    return spaced(first_day(printed, locale), locale)


def _plain_item(item: Item, locale: str = "en-US") -> Item:
    """The item with what the styles print, its text concealed from citeproc's own markup and punctuation.

    A range has its first date only.
    """
    kept: Item = {"id": "item", "type": str(item.get("type", "document"))}
    # A headline of the archive is printed as it stands; a work from outside was typed by somebody.
    newspaper = item.get("type") == "article-newspaper"
    own = str(item.get("note", "")).startswith(SEED)
    for key in _TEXTS:
        if item.get(key) and (newspaper or key != "section"):
            text = str(item[key])
            kept[key] = conceal(typographic(text, locale) if key in _PROSE and not own else text)
    for key in _NAMES:
        if names := [_plain_name(name) for name in item.get(key) or ()]:
            kept[key] = names
    if printed := printed_date(item, locale):
        kept["issued"] = printed.issued
    return kept


def _plain_name(name: dict[str, Any]) -> dict[str, str]:
    parts = {key: conceal(text, name=True) for key, text in with_fields(name).items() if key in _NAME_PARTS}
    for key in _PARTICLES:
        if key in parts:
            parts[key] = bound(parts[key])
    if "family" in parts:
        return parts
    return {"literal": conceal(str(name.get("literal") or name.get("given") or "?"))}


__all__ = ["STYLES", "Reference", "reference", "references"]
