"""An article → schema.org `NewsArticle` as JSON-LD for the head of its page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ...model import Article, Outlet, Person
from ...text.dates import is_day
from ...text.paragraphs import fold
from .csl import outlet_name
from .names import csl_name, in_order, is_person

# What could end a script element or, to old engines, a line of JavaScript.
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_ESCAPES = str.maketrans(_UNSAFE)


def news_article(article: Article, outlets: Mapping[str, Outlet], page_address: str | None) -> dict[str, Any]:
    """The article as a schema.org object; `datePublished` only when it is known to the day."""
    known = article.description
    thing: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle"}
    if page_address:
        thing["@id"] = thing["url"] = page_address
    if known.title:
        thing["headline"] = fold(known.title.value)
    if known.date and is_day(known.date.value):
        thing["datePublished"] = known.date.value
    if known.authors:
        thing["author"] = [_author(author.value) for author in known.authors]
    if outlet := outlet_name(article, outlets):
        thing["publisher"] = {"@type": "NewsMediaOrganization", "name": fold(outlet)}
    if known.lang:
        thing["inLanguage"] = known.lang.value
    if article.people:
        thing["mentions"] = [_person(person) for person in article.people]
    if known.url and is_web_address(known.url.value):
        thing["isBasedOn"] = known.url.value.strip()
    thing["identifier"] = article.address.citekey
    return thing


def script_safe(thing: dict[str, Any]) -> str:
    """JSON that may stand in a script element: `<`, `>` and `&` are escaped, whatever the texts say."""
    return json.dumps(thing, ensure_ascii=False).translate(_ESCAPES)


def is_web_address(address: str) -> bool:
    """Whether this is an address that a browser opens and that runs nothing."""
    return address.strip().lower().startswith(("http://", "https://"))


def _author(printed: str) -> dict[str, str]:
    """A person by form; of a code or a department nobody can tell what it is."""
    name = csl_name(printed)
    if not is_person(name):
        return {"name": fold(printed)}
    # "Muster, Erika" is for lists that are sorted.
    return {"@type": "Person", "name": in_order(name) if "," in printed else fold(printed)}


def _person(person: Person) -> dict[str, Any]:
    thing: dict[str, Any] = {"@type": "Person", "name": fold(person.name)}
    same = [
        address
        for address, identifier in (
            (f"https://www.wikidata.org/entity/{person.wikidata}", person.wikidata),
            (f"https://d-nb.info/gnd/{person.gnd}", person.gnd),
            (f"https://viaf.org/viaf/{person.viaf}", person.viaf),
        )
        if identifier
    ]
    return {**thing, "sameAs": same} if same else thing
