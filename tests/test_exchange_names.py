"""An author arrives as one person or one department, by the rules of the tools that read our files.

Zotero's translators are in no package, so their rules are written down below, as the text of its Embedded
Metadata translator, of its `cleanAuthor` and of its import of CSL-JSON has them.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from annotated_archive.stages.compose.short_form import short_form_of_work
from annotated_archive.stages.export import csl_item, csl_json, head_metadata, reference, ris
from annotated_archive.words.languages import interface
from annotated_archive.words.yaml_text import plain_yaml

from .described import article

TABLE = plain_yaml((Path(__file__).parent / "exchange" / "names.yml").read_text("utf-8"))


def clean(name: str) -> str:
    """Zotero's cleanAuthor: with a comma, what is before it is the family name; edges lose punctuation.

    It also sets a space behind the first full stop of a name with a comma, and drops those of short words.
    """
    by_comma = "," in name
    name = re.sub(r"^[\s.,/\[\]:]+|[\s.,/\[\]:]+$", "", name)
    if by_comma:
        family, *given = re.split(r", ?", re.sub(r"\.([^ ])", r". \1", name, count=1))
    else:
        *first, family = name.split(" ")
        given = [" ".join(first)] if first else []
    if not given or not given[0]:
        return family
    words = [word for word in re.split(r"[\s.]+|(?=-)", re.sub(r"\s*-\s*", "-", given[0], count=1)) if word]
    dotted = [f"{word}." if re.fullmatch(r"-?[A-Z\u0400-\u042f]", word) else word for word in words]
    return f"{family} | {' '.join(dotted).replace(' -', '-')}"


def zotero(citation_authors: list[str], language: str = "") -> list[str]:
    """The people whom Zotero takes from `citation_author`; the same one twice in a row counts once."""
    people = []
    last = ""
    for content in citation_authors:
        names = re.split(r"\s*;\s*", content)
        if len(names) == 1 and len(citation_authors) == 1:
            by_comma = re.split(r"\s*,\s*", names[0])
            spanish = language == "es" and len(by_comma) == 2 and by_comma[0].count(" ") == 1
            if len(by_comma) > 1 and " " in by_comma[0] and " " in by_comma[1] and not spanish:
                names = by_comma
        for name in names:
            # The class is Zotero's: from the comma to the full stop, so a hyphen too.
            if re.search(r"[^\s,-.;]", name) and name != last:
                people.append(clean(name))
                last = name
    return people


def zotero_json(name: dict[str, str]) -> str:
    """What Zotero takes of a name in CSL-JSON: two fields, or the literal one."""
    return f"{name['family']} | {name['given']}" if "family" in name else name["literal"]


def metas(its: Any, name: str) -> list[str]:
    return [
        dict(tag.attributes)["content"]
        for tag in head_metadata(its, {}, None)
        if dict(tag.attributes).get("name") == name
    ]


@pytest.mark.parametrize(("printed", "expected"), TABLE.items())
def test_an_author_alone(printed: str, expected: dict[str, Any]) -> None:
    its = article(authors=[printed])
    item = csl_item(its, {}, None)
    (written,) = json.loads(csl_json([item]))
    assert {
        "page": metas(its, "citation_author")[0],
        "dc": metas(its, "DC.creator")[0],
        "ris": re.findall(r"AU  - (.*?)\r\n", ris([item]))[0],
        "json": zotero_json(written["author"][0]),
        "zotero": zotero(metas(its, "citation_author")),
    } == expected


def test_all_authors_together() -> None:
    # Each name once: Zotero takes one that is repeated for an error.
    once = {expected["page"]: printed for printed, expected in TABLE.items()}
    its = article(authors=list(once.values()))
    people = [one for printed in once.values() for one in TABLE[printed]["zotero"]]
    assert zotero(metas(its, "citation_author")) == people
    assert [clean(name) for name in metas(its, "DC.creator")] == people
    assert not any(";" in name for name in metas(its, "citation_author"))


@pytest.mark.parametrize(
    ("particle", "kind", "family", "mla", "short"),
    [
        ("al-", "non-dropping-particle", "Beispiel", "al-Beispiel, Anna", "al-Beispiel"),
        ("d’", "non-dropping-particle", "Exemple", "d’Exemple, Anna", "d’Exemple"),
        ("d'", "non-dropping-particle", "Exemple", "d'Exemple, Anna", "d'Exemple"),
        ("de", "non-dropping-particle", "Probe", "de Probe, Anna", "de Probe"),
        ("van den", "non-dropping-particle", "Berg", "van den Berg, Anna", "van den Berg"),
        ("von", "dropping-particle", "Muster", "Muster, Anna von", "Muster"),
        ("d’", "dropping-particle", "Exemple", "Exemple, Anna d’", "Exemple"),
    ],
)
def test_particles_as_zotero_exports_them(
    particle: str, kind: str, family: str, mla: str, short: str
) -> None:
    name = {"family": family, "given": "Anna", kind: particle}
    work = {"id": "w", "type": "book", "title": "T", "author": [name], "issued": {"date-parts": [[1999]]}}
    assert reference(work, "mla", "de").plain.startswith(f"{mla}. ")
    both = {**work, "author": [{"family": "Erste", "given": "E."}, name]}
    space = "" if particle[-1] in "-'’" else " "
    assert f"Anna {particle}{space}{family}" in reference(both, "mla", "de").plain
    assert short_form_of_work(work, interface("de")).name == short


@pytest.mark.parametrize("path", ["2010/a", "1910/b", "2016/10/c", "presse10/2016/d", "2010/10.1000-x"])
def test_no_address_looks_like_a_doi(path: str) -> None:
    """Zotero reads a DOI from `DC.identifier` where it finds "10." or "10/" and more behind it."""
    its = article(citekey="blatt2010hafen", path=path)
    tags = head_metadata(its, {}, f"https://archiv.example/presse10/archive/{path}/")
    identifiers = [
        dict(tag.attributes)["content"]
        for tag in tags
        if dict(tag.attributes).get("name", "").lower().endswith(("identifier", "doi"))
    ]
    assert identifiers == ["blatt2010hafen"]
