"""What the search makes of our pages: each page one hit, each section under a heading of its own.

A section without one would be named after the front matter, raw, and come up beside the page itself.
"""

from __future__ import annotations

import json
import re

import pytest
from material.plugins.search.plugin import Parser

from annotated_archive.model import Certainty, Found

from .compose_samples import article, front_matter, pages
from .conftest import Built
from .test_markdown_text import rendered

BARE = article("undated/x", None, title=None, kicker=None, outlet=None)
MADE = pages(
    article("2021/a"),
    article("2021/b", kicker=None),
    article("2021/c", title=None),
    article("2021/d", outlet=Found("Unbekanntes *Blatt*", None, "r", Certainty.STATED)),
    BARE,
)
SEARCHED = [
    path
    for path, page in MADE.items()
    if path.endswith(".md") and not path.startswith("_") and "search" not in front_matter(page)
]


def sections(markdown: str) -> list[tuple[str | None, str]]:
    """The sections that the search indexes: anchor and title."""
    parser = Parser()
    parser.feed(rendered(markdown.split("---\n", 2)[2]))
    parser.close()
    return [(s.id, "".join(s.title).strip()) for s in parser.data if not s.is_excluded()]


def test_articles_people_and_outlets_are_searched():
    assert {re.sub("/.*", "", path) for path in SEARCHED} == {"2021", "undated", "people", "outlets"}


@pytest.mark.parametrize("path", SEARCHED)
def test_every_section_has_a_title_and_the_first_is_the_page(path: str):
    found = sections(MADE[path])
    assert found[0][0] is None
    assert all(anchor for anchor, _ in found[1:])
    assert all(title for _, title in found)
    assert "rules" not in dict(found)


def test_a_point_parts_kicker_and_title():
    assert sections(MADE["2021/a.md"])[0] == (None, "Verkehr · Die *Brücke* &amp; der {Fluss}")


def test_what_sort_of_page_it_is_is_no_part_of_a_name():
    assert sections(MADE["people/ben-beispiel.md"])[0] == (None, "Ben Beispiel")
    assert sections(MADE["outlets/bote.md"])[0] == (None, "Der Bote")


def test_each_page_is_one_hit(local_site: Built):
    index = json.loads((local_site.site / "search" / "search_index.json").read_text("utf-8"))
    locations = [entry["location"] for entry in index["docs"]]
    assert len(locations) == len(set(locations))
    assert [location for location in locations if location.endswith("#rules")] == []
    for page in {location.partition("#")[0] for location in locations}:
        assert page in locations
    archive = [entry for entry in index["docs"] if entry["location"].startswith("archive/")]
    assert [entry["location"] for entry in archive if not entry["text"]] == []
