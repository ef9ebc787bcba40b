"""A person → records about them elsewhere, and what the page tells search engines (schema.org, JSON-LD).

Only identifiers that somebody gave are used. They are links: no page loads anything from there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from ...model import Person
from ...text.dates import is_day
from ...text.paragraphs import fold
from .escape import Markdown

# Name, page for people, and the identifier that linked data uses.
AUTHORITIES = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/", "http://www.wikidata.org/entity/"),
    "gnd": ("GND", "https://d-nb.info/gnd/", "https://d-nb.info/gnd/"),
    "viaf": ("VIAF", "https://viaf.org/viaf/", "http://viaf.org/viaf/"),
}
# What could end the script element, or a line of JavaScript to old engines.
_UNSAFE = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


@dataclass(frozen=True, slots=True)
class Authority:
    """A record about a person: whose it is, its identifier, its page and its identity as an address."""

    name: str
    identifier: str
    page: Markdown
    same_as: str


def authorities(person: Person) -> list[Authority]:
    """The records that a person's entry names, as far as their identifiers can be part of an address."""
    given = {"wikidata": person.wikidata, "gnd": person.gnd, "viaf": person.viaf}
    found: list[Authority] = []
    for key, identifier in given.items():
        if identifier and identifier.isascii() and identifier.replace("-", "").isalnum():
            name, page, entity = AUTHORITIES[key]
            found.append(Authority(name, identifier, Markdown(page + identifier), entity + identifier))
    return found


def person_data(person: Person) -> Markdown:
    """The person as a schema.org `Person`: a raw HTML block of one line, whatever the names hold."""
    thing: dict[str, Any] = {"@context": "https://schema.org", "@type": "Person", "name": fold(person.name)}
    if person.also:
        thing["alternateName"] = [fold(name) for name in person.also]
    if person.role:
        thing["description"] = fold(person.role)
    if person.born and is_day(person.born):
        thing["birthDate"] = person.born
    if same := [record.same_as for record in authorities(person)]:
        thing["sameAs"] = same
    data = json.dumps(thing, ensure_ascii=False).translate(_UNSAFE)
    return Markdown(f'<script type="application/ld+json">{data}</script>')
