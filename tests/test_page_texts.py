"""The promise of `page_texts`: whatever a title is, it is printed as HTML that shows it letter by letter."""

from __future__ import annotations

import html
from typing import Any

import pytest
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from annotated_archive.renderer.page_texts import mark_texts

TITLES = [
    "<b data-ran>fett</b>",
    "a < b & c > d",
    "&lt;i data-ran&gt; &amp; &#60;",
    '"Nein", sagte sie',
    "</title><b data-ran>",
    "{{ 7 * 7 }} {% raw %}",
    "*kursiv* `Code` [Wort](#x)",
    "<!-- weg -->",
]


def page(markdown: str, name: str = "seite.md", nav_title: str | None = None, **meta: Any) -> Page:
    config = MkDocsConfig()
    config.load_dict({"site_name": "Archiv"})
    config.validate()
    file = File(name, config.docs_dir, config.site_dir, use_directory_urls=True)
    made = Page(nav_title, file, config)
    made.markdown, made.meta = markdown, meta
    made.render(config, Files([file]))
    mark_texts(made)
    return made


def printed(template: str, page: Page) -> str:
    return html.unescape(Environment().from_string(template).render(page=page))


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("template", ["{{ page.title }}", "{{ page.title | e }}", "{{ page.meta.title }}"])
def test_a_title_of_the_front_matter_is_shown_as_it_stands(title: str, template: str):
    made = page("Nur Text.", title=title)
    assert printed(template, made) == title
    assert "<" not in str(made.meta["title"])


@pytest.mark.parametrize("title", TITLES)
def test_so_is_one_of_the_navigation(title: str):
    assert printed("{{ page.title }}", page("Nur Text.", nav_title=title)) == title


def test_so_is_the_name_of_a_file():
    assert printed("{{ page.title }}", page("Nur Text.", "Ufer <b>.md")) == "Ufer <b>"


def test_the_title_of_a_heading_is_html_already():
    made = page("# Ein *kurzer* Weg &amp; `<b>` 2 < 3")
    assert printed("{{ page.title }}", made) == "Ein kurzer Weg & <b> 2 < 3"


@pytest.mark.parametrize("title", [None, "", "  "])
def test_an_empty_title_gives_way_to_the_heading(title: str | None):
    assert printed("{{ page.title }}", page("# Überschrift", title=title)) == "Überschrift"


@pytest.mark.parametrize("title", [2021, 0.5, ["<b>", "c"], {"<b>": 1}])
def test_what_is_no_text_is_shown_as_text(title: object):
    made = page("# Überschrift", title=title)
    assert printed("{{ page.title }}", made) == str(title)
    assert "<" not in str(made.meta["title"])


def test_tags_and_what_the_navigation_prints_are_texts():
    made = page("# A", tags=["<b>", 7], subtitle="<b>", status="<b>")
    assert [str(tag) for tag in made.meta["tags"]] == ["&lt;b&gt;", "7"]
    assert (str(made.meta["subtitle"]), str(made.meta["status"])) == ("&lt;b&gt;", "&lt;b&gt;")
