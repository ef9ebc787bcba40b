"""Promise: a link between two pages leads from one to the other, on disk and on a site, the shortest way."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_archive.stages.compose.paths import FROM_DOCS, between, link

PARTS = st.text("ab é%#?", min_size=1, max_size=3).filter(str.strip)
PAGES = st.lists(PARTS, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".md")


@given(PAGES, PAGES)
def test_it_leads_there(here: str, there: str) -> None:
    address = unquote(between(here, there))
    assert posixpath.normpath(posixpath.join(posixpath.dirname(here), address)) == there
    assert address == posixpath.relpath("/" + there, "/" + posixpath.dirname(here))


@pytest.mark.parametrize(
    ("here", "there", "fragment", "address"),
    [
        ("2015/a.md", "2015/b.md", "", "b.md"),
        ("2015/a.md", "people/b.md", "c", "../people/b.md#c"),
        ("index.md", "2015/a.md", "", "2015/a.md"),
        ("2015/a.md", "index.md", "", "../index.md"),
        ("people/a/2015.md", "people/a.md", "", "../a.md"),
        ("people/a/2015.md", "2015/a b.md", "", "../../2015/a%20b.md"),
        ("2015/index.md", "20151/a.md", "", "../20151/a.md"),
        (FROM_DOCS, "people/a.md", "c", "archive/people/a.md#c"),
    ],
)
def test_between_pages_of_the_archive(here: str, there: str, fragment: str, address: str) -> None:
    assert link(here, there, fragment) == address
