"""An article → what the head of its page tells reference managers and search engines.

Zotero's translator for such pages takes the item's type from `z:itemType` and the newspaper from
`prism.publicationName`. `citation_journal_title` would turn the item into a journal article, whatever else is
said, so it is never there. People whom an article mentions are not its authors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from ...export_values import Tag
from ...model import Article, Outlet
from ...text.dates import valid
from ...text.paragraphs import fold
from .csl import outlet_name
from .json_ld import is_web_address, news_article, script_safe
from .lesser_dates import known_date, plain_date
from .names import csl_name, plain_name, single_field
from .ris import first_and_last_page

DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_KNOWN_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]|XX)(-(\d\d|XX))?)?")


def head_metadata(
    article: Article, outlets: Mapping[str, Outlet], page_address: str | None
) -> tuple[Tag, ...]:
    """The elements in order; values are plain text, so escape them or use `as_html`."""
    script = script_safe(news_article(article, outlets, page_address))
    return (
        Tag("link", (("rel", "schema.DC"), ("href", DUBLIN_CORE))),
        *(
            Tag("meta", (("name", name), ("content", fold(value))))
            for name, value in _values(article, outlets, page_address)
        ),
        Tag("script", (("type", "application/ld+json"),), script),
    )


def as_html(tags: Iterable[Tag]) -> str:
    """The elements as HTML, one a line, all values escaped."""
    return "\n".join(_html(tag) for tag in tags)


def _html(tag: Tag) -> str:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in tag.attributes)
    return f"<{tag.name}{attributes}>" + (f"{tag.text}</{tag.name}>" if tag.name == "script" else "")


def _values(
    article: Article, outlets: Mapping[str, Outlet], page_address: str | None
) -> Iterator[tuple[str, str]]:
    known = article.description
    yield "z:itemType", "newspaperArticle"
    if known.title:
        yield "citation_title", known.title.value
        yield "DC.title", known.title.value
    names = [_inverted(author.value) for author in known.authors]
    for name in names:
        yield "citation_author", f"{name};" if len(names) == 1 and _looks_like_two(name) else name
        yield "DC.creator", name
    if outlet := outlet_name(article, outlets):
        yield "prism.publicationName", outlet
        yield "DC.publisher", outlet
    if known.date:
        # Highwire's form has no sign for doubt; a doubtful date is only in Dublin Core.
        if _KNOWN_DATE.fullmatch(known.date.value) and valid(known.date.value):
            yield "citation_publication_date", plain_date(known.date.value).replace("-", "/")
        if date := known_date(known.date.value):
            yield "DC.date", date
    if known.page:
        ends = zip(("firstpage", "lastpage"), first_and_last_page(fold(known.page.value)), strict=False)
        yield from ((f"citation_{end}", page) for end, page in ends)
    if known.lang:
        yield "citation_language", known.lang.value
        yield "DC.language", known.lang.value
    if known.url and is_web_address(known.url.value):
        yield "citation_public_url", known.url.value
    if page_address:
        yield "citation_fulltext_html_url", page_address
    # Never an address: Zotero reads a DOI from one that has "10/" in it, as the articles of a year may.
    yield "DC.identifier", article.address.citekey
    if known.rights:
        yield "DC.rights", known.rights.value
    yield "DC.type", "Text"


def _inverted(printed: str) -> str:
    """`Muster, Erika von`: with the comma, a reader of the tag need not guess which is the family name.

    A name of several words that is nobody's gets a comma at its end, which makes Zotero take it as it stands.
    """
    # Zotero drops what stands behind a second comma.
    name = plain_name(csl_name(printed), before_suffix=" ")
    if "family" in name:
        return f"{name['family']}, {name['given']}"
    return single_field(name["literal"])


def _looks_like_two(name: str) -> bool:
    """Whether Zotero takes a lone `citation_author` for two people: it splits at the comma where both sides
    have a space. With a semicolon behind the name it splits there, and finds one name and nothing.
    """
    family, _, given = name.partition(",")
    return " " in family.strip() and " " in given.strip()
