"""Promise: a page's front matter says to us what it says to MkDocs, which renders the page.

Each page is a file on disk, read by MkDocs' own `Page` and by `read_pages`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from annotated_archive.essays import EssayPage
from annotated_archive.renderer.page_texts import mark_texts
from annotated_archive.stages.read_docs import read_pages
from annotated_archive.text.front_matter import read_front_matter

# What stands in the file, and the title that readers see. `~` is the heading's, for the page below each.
TITLES = {
    "---\ntitle: Der Hafen\n---\n": "Der Hafen",
    '---\ntitle: "a: b"\n---\n': "a: b",
    "---\ntitle: 'it''s'\n---\n": "it's",
    '---\ntitle: "Der \\"Rat\\""\n---\n': 'Der "Rat"',
    '---\ntitle: "Stra\\u00dfe"\n---\n': "Straße",
    "---\ntitle: >-\n  Ein langer\n  Titel\n---\n": "Ein langer Titel",
    "---\ntitle: |\n  Ein Titel\n---\n": "Ein Titel",
    "---\ntitle:\n  Der\n  Hafen\n---\n": "Der Hafen",
    "---\ntitle: [x]\n---\n": "['x']",
    "---\ntitle: 2016-07-14\n---\n": "2016-07-14",
    "---\ntitle: 2016\n---\n": "2016",
    "---\ntitle: 1.50\n---\n": "1.5",
    "---\ntitle: yes\n---\n": "True",
    "---\ntitle: Hafen # im Bau\n---\n": "Hafen",
    "---\ntitle: „Ja“, sagt sie\n---\n": "„Ja“, sagt sie",
    "---\n'title': Hafen\n---\n": "Hafen",
    "---\n{title: Hafen, date: 2016-07-14}\n---\n": "Hafen",
    "---\ntitle: Hafen\n...\n": "Hafen",
    "---  \ntitle: Hafen\n---\t\n": "Hafen",
    "---\nnav:\n  title: Innen\ntitle: Außen\n---\n": "Außen",
    "---\ntext: |\n  title: Falsch\ntitle: Hafen\n---\n": "Hafen",
    "---\ntitle: A\ntitle: B\n---\n": "B",
    "---\ntitle: &t Hafen\nalso: *t\n---\n": "Hafen",
    "---\r\ntitle: Hafen\r\n---\r\n": "Hafen",
    "\ufeff---\ntitle: Hafen\n---\n": "Hafen",
    "Title: Hafen\nDate: 2016\n\n": "Hafen",  # as MultiMarkdown has it
    "---\ntitle:\n---\n": "~",
    '---\ntitle: ""\n---\n': "~",
    '---\ntitle: " "\n---\n': "~",
    "---\nTitle: Hafen\n---\n": "~",
    "---\ndate: 2016-07-14\n---\n": "~",
    "": "~",
}
# MkDocs prints these as they stand: none of them is front matter.
PRINTED = (
    "---\ntitle: [x\n---\n",
    "---\ntitle: a: b\n---\n",
    "---\ntitle: Hafen\n",
    " ---\ntitle: Hafen\n---\n",
    "\n---\ntitle: Hafen\n---\n",
    "----\ntitle: Hafen\n----\n",
    "---\n- a\n- b\n---\n",
    "---\n# nothing\n---\n",
    "---\n---\n",
    "---\ntitle: Hafen\n---",
)
BELOW = "# Anders\n\nText.\n"


def both(folder: Path, source: str) -> tuple[EssayPage, Page]:
    """The page as we read it and as MkDocs has it once it is rendered."""
    docs = folder / "docs"
    docs.mkdir()
    (docs / "e.md").write_bytes(source.encode())
    config = MkDocsConfig()
    config.load_dict({"docs_dir": str(docs), "site_dir": str(folder / "site"), "site_name": "S"})
    config.validate()
    file = File("e.md", str(docs), str(folder / "site"), True)
    page = Page(None, file, config)
    page.read_source(config)
    page.render(config, None)
    mark_texts(page)
    ours, problems = read_pages(docs, "docs", docs / "archive")
    assert problems == ()
    return ours[0], page


@pytest.mark.parametrize("source", TITLES)
def test_a_title_is_the_one_that_mkdocs_prints(tmp_path: Path, source: str) -> None:
    ours, page = both(tmp_path, source + BELOW)
    assert ours.title == str(page.title.unescape()).strip() == TITLES[source].replace("~", "Anders")


@pytest.mark.parametrize("source", [*TITLES, *PRINTED])
def test_the_body_is_what_mkdocs_renders(tmp_path: Path, source: str) -> None:
    ours, page = both(tmp_path, source + BELOW)
    found = read_front_matter(ours.markdown)
    assert found.body == page.markdown == ours.markdown[found.start :]


@pytest.mark.parametrize("source", PRINTED)
def test_what_is_no_front_matter_is_text(tmp_path: Path, source: str) -> None:
    _, page = both(tmp_path, source + BELOW)
    assert read_front_matter(source + BELOW).values == {}
    assert "---" in str(page.markdown)


@pytest.mark.parametrize(
    ("markdown", "title"),
    [
        ("# Der *Hafen* von `A`\n", "Der Hafen von A"),
        ("#Der Hafen #\n", "Der Hafen"),
        ("Der Hafen\n=========\n\nText\n", "Der Hafen"),
        ("# Der Hafen {: #h }\n", "Der Hafen"),
        ("```\n# kein Titel\n```\n\n# Der Hafen\n", "Der Hafen"),
        ("    # kein Titel\n\n# Der Hafen\n", "Der Hafen"),
        ("<!--\n# kein Titel\n-->\n\n# Der Hafen\n", "Der Hafen"),
        ("## Zwei\n\n# Der Hafen\n", "Der Hafen"),
        ("Vorab.\n", "e.md"),
    ],
)
def test_without_a_title_it_is_the_first_heading(markdown: str, title: str) -> None:
    assert EssayPage("docs/e.md", "e.md", markdown).title == title
