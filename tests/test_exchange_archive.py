"""The invented archive, built as any other: its files and pages have the values that are right."""

from __future__ import annotations

import json
import re

import bibtexparser
import pytest
import rispy

from annotated_archive.pipeline import gather
from annotated_archive.project import Project
from annotated_archive.stages.export import exports

from .csl_data import CSL
from .exchange_archive import SIZE, invented, write
from .test_exchange_names import zotero, zotero_json

SITE = "https://archiv.example/presse10/"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    root = tmp_path_factory.mktemp("exchange")
    write(root)
    result = gather(Project(root, root / "docs", "de"))
    assert [str(p) for p in result.problems] == []
    articles = sorted(result.archive.articles, key=lambda its: its.saved.name)
    offered = exports(result.archive, SITE, "de")
    return articles, offered, {file.offered.file: file.offered.text for file in offered.files}


@pytest.fixture(scope="module")
def right_by_key(made):
    return {its.address.citekey: right for its, right in zip(made[0], invented(), strict=True)}


def test_csl_json(made, right_by_key):
    items = json.loads(made[2]["archive.json"])
    CSL.validate(items)
    assert len(items) == SIZE
    for item in items:
        right = right_by_key[item["id"]]
        assert (item["type"], item["title"]) == ("article-newspaper", right.title)
        assert item.get("issued", {}) == right.date["csl"]
        assert [zotero_json(name) for name in item["author"]] == [right.name["json"]]
        assert item["URL"].startswith("https://")


def test_bibtex(made, right_by_key):
    entries = bibtexparser.parse_string(made[2]["archive.bib"]).entries
    assert len(entries) == SIZE
    for entry in entries:
        right = right_by_key[entry.key]
        fields = {field.key: field.value for field in entry.fields}
        assert [fields.get(key, "") for key in ("date", "year", "month")] == right.date["bib"]
        assert fields["entrysubtype"] == "newspaper"


def test_ris(made, right_by_key):
    records = rispy.loads(made[2]["archive.ris"])
    assert len(records) == SIZE
    for record in records:
        right = right_by_key[record["id"]]
        assert record["type_of_reference"] == "NEWS"
        assert record["authors"] == [right.name["ris"]]
        assert [record.get("year", ""), record.get("date", "")] == right.date["ris"]
        assert len(record["notes"]) == 1


def test_pages(made):
    articles, offered, _ = made
    for its, right in zip(articles, invented(), strict=True):
        metas = [dict(tag.attributes) for tag in offered.cite(its).head if tag.name == "meta"]

        def values(name, metas=metas):
            return [meta["content"] for meta in metas if meta["name"] == name]

        assert values("z:itemType") == ["newspaperArticle"]
        assert values("DC.date") == [date for date in [right.date["dc"]] if date]
        assert zotero(values("citation_author")) == right.name["zotero"]
        pages = [["5"], ["6"]] if its.description.page else [[], []]
        assert [values("citation_firstpage"), values("citation_lastpage")] == pages
        assert values("DC.identifier") == [its.address.citekey]
        assert not any(re.search(r"10\.\d{4,}|10/", value) for value in values("DC.identifier"))
