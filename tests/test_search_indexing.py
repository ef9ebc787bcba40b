"""Promise: a made site gets its index beside its pages, or a problem; a server does not wait for it."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from types import SimpleNamespace

import pagefind_bin
import pytest

from annotated_archive.renderer.search.indexing import FOLDER, Superseded, index_site
from annotated_archive.renderer.search.page import search_page
from annotated_archive.renderer.search.serving import FollowingIndex

from .search_index import fragments

PAGE = """<!doctype html><html lang="de"><head><title>{title} – Probe</title></head><body><nav>Menü</nav>
<article class="md-content__inner kind-{kind}"><h1 id="title">{title}</h1>
<p id="p-1"><a class="para" data-search-exclude href="#p-1">¶ 1</a> {text}</p></article></body></html>"""
FACTS = {
    "pages": {
        "2020/a.md": {
            "kind": "article",
            "outlet": "bote",
            "year": "2020",
            "language": "de",
            "citekey": "bote2020dock",
            "people": ["worobjow"],
            "date": "16. Juni 2020",
            "days": ["20200616"],
            "sort": 20200616,
        },
        "2020/b.md": {"kind": "article", "year": "2020", "language": "en-GB", "sort": 0},
        "people/worobjow.md": {"kind": "person", "person": "worobjow"},
    },
    "people": {"worobjow": {"name": "Sergej Worobjow"}},
    "outlets": {"bote": {"name": "Bote", "names": ["Der Bote", "bote.example"]}},
}


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, Path]:
    """A small site, and the facts that a build left."""
    site = tmp_path / "site"
    for place, kind, title, text in (
        ("archive/2020/a/", "article", "Die UN im Dock", "Die Hafenmiliz verneigt sich vor Worobjow."),
        ("archive/2020/b/", "article", "The dock", "Ships are running out of time."),
        ("archive/people/worobjow/", "person", "Sergej Worobjow", "Worobjow (1)"),
        ("archive/2020/", "year", "2020", "Die UN im Dock"),
        ("essays/x/", "page", "Ein Essay", "Vom Dock."),
        ("", "start", "Probe", ""),
    ):
        (site / place).mkdir(parents=True, exist_ok=True)
        (site / place / "index.html").write_text(PAGE.format(kind=kind, title=title, text=text), "utf-8")
    (site / "404.html").write_text(PAGE.format(kind="page", title="404", text="Nichts"), "utf-8")
    facts = tmp_path / ".search.json"
    facts.write_text(json.dumps(FACTS), "utf-8")
    return site, facts


def test_each_language_has_an_index_of_its_own_and_nothing_that_nobody_loads(made):
    site, facts = made
    assert index_site(site, facts, "de") == []
    found = fragments(site)
    assert {address: page["language"] for address, page in found.items()} == {
        "archive/2020/a/": "de",
        "archive/2020/b/": "en",
        "archive/people/worobjow/": "de",
        "essays/x/": "de",
    }
    contents = json.loads((site / FOLDER / "search.json").read_text("utf-8"))
    assert contents["languages"] == ["de", "en"]
    assert contents["words"]["title"] == "Suche"
    loaded = (file for file in (site / FOLDER).rglob("*") if file.suffix in (".js", ".css", ".pagefind"))
    assert {file.relative_to(site / FOLDER).as_posix() for file in loaded} == {
        "pagefind.js",
        "de/wasm.de.pagefind",
        "en/wasm.en.pagefind",
    }
    assert "Hafenmiliz" in (site / FOLDER / "words-h.txt").read_text("utf-8")


def test_an_article_is_found_by_more_than_it_says(made):
    site, facts = made
    index_site(site, facts, "de")
    page = fragments(site)["archive/2020/a/"]
    assert page["content"] == "Die UN im Dock. Die Hafenmiliz verneigt sich vor Worobjow."
    assert [anchor["id"] for anchor in page["anchors"]] == ["title:0:title", "body:1:p-1"]
    meta = page["meta"]
    assert meta["near"].split() == ["q7unq7"]
    assert meta["also"].split() == ["miliz", "q7d20200616", "bote2020dock", "q7boteq7"]
    assert {"vorobyov", "worobjows", "sergei"} <= set(meta["names"].split())
    assert meta["outlet"] == "Bote · Der Bote · bote.example"
    assert meta["day"] == "q7s20200616"
    assert page["filters"] == {
        "kind": ["article"],
        "language": ["de"],
        "outlet": ["Bote"],
        "person": ["Sergej Worobjow"],
        "year": ["2020"],
    }


@pytest.mark.parametrize("file", ["missing", "broken", "other"])
def test_without_facts_the_pages_are_searched_all_the_same(made, file: str):
    site, facts = made
    if file == "missing":
        facts.unlink()
    else:
        facts.write_text("{" if file == "broken" else "[]", "utf-8")
    assert index_site(site, facts, "de") == []
    assert len(fragments(site)) == 4


def test_if_pagefind_fails_that_is_a_problem_and_the_old_index_stays(made, tmp_path, monkeypatch):
    site, facts = made
    index_site(site, facts, "de")
    before = sorted(fragments(site))
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\necho out of luck >&2\nexit 3\n", "utf-8")
    broken.chmod(0o755)
    for program, why in (
        (broken, "Pagefind stopped (out of luck)"),
        (tmp_path / "none", "Pagefind cannot be run"),
    ):
        monkeypatch.setattr(pagefind_bin, "get_executable", lambda program=program: program)
        (problem,) = index_site(site, facts, "de")
        assert problem.code == "W008"
        assert why in problem.finding
        assert "pagefind-bin" in problem.remedy
        assert sorted(fragments(site)) == before


def test_a_newer_build_makes_an_older_index_give_up(made):
    site, facts = made
    with pytest.raises(Superseded):
        index_site(site, facts, "de", lambda: False)
    assert not (site / FOLDER).exists()


def test_a_server_is_indexed_when_nobody_writes_any_more(made):
    site, facts = made
    log = logging.getLogger("test")
    index = FollowingIndex()
    first = index.follow(site, facts, "de", log, patient=True, pause=30)
    second = index.follow(site, facts, "de", log, patient=True, pause=0.3)
    first.join(timeout=10)
    assert not first.is_alive(), "the first gives up at once"
    second.join(timeout=60)
    assert len(fragments(site)) == 4


@pytest.mark.parametrize("place", ["search.md", "search/index.md"])
def test_a_page_that_somebody_wrote_in_the_place_of_the_search_stays_and_is_a_problem(place: str):
    made, problems = search_page([SimpleNamespace(src_uri=place)], None, "de")
    assert made == []
    assert [str(problem) for problem in problems] == [
        f"docs/{place}: W007 This page stands where the search has its own. Rename it."
    ]
