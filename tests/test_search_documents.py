"""What the search makes of our pages: each page one document, each piece of text as what it is.

Without a part of its own a note would be taken for the article's words, and a list for what it lists.
"""

from __future__ import annotations

import re

import pytest

from annotated_archive.model import Certainty, Found
from annotated_archive.renderer.search.documents import Document, document

from .compose_samples import article, front_matter, pages
from .conftest import Built
from .search_index import everything, fragments
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


def searched(path: str) -> Document:
    """The page as the theme sets it, read for the search."""
    meta = front_matter(MADE[path])
    kind = "article" if "seed_sha256" in meta else meta["kind"]
    body = rendered(MADE[path].split("---\n", 2)[2])
    html = (
        f'<html lang="de"><body><article class="md-content__inner kind-{kind}">{body}</article></body></html>'
    )
    found = document(f"archive/{path.removesuffix('.md')}/index.html", html.encode())
    assert found
    return found


def test_articles_people_and_outlets_are_searched():
    assert {re.sub("/.*", "", path) for path in SEARCHED} == {"2021", "undated", "people", "outlets"}


@pytest.mark.parametrize("path", SEARCHED)
def test_every_page_has_one_title_and_every_piece_an_anchor(path: str):
    found = searched(path)
    assert [block.part for block in found.blocks].count("title") == 1
    parts = {"lead", "body", "subhead", "note"} if found.kind == "article" else {"title"}
    assert all(block.id for block in found.blocks if block.part in parts)
    texts = " ".join(block.text for block in found.blocks)
    assert "some-" not in texts, "rules are not searched"
    assert "Alles Unsinn" not in texts, "nor reader comments"
    assert "abonnieren" not in texts, "nor what was removed"


def test_an_article_is_read_as_what_it_is():
    parts = [(block.part, block.text) for block in searched("2021/a.md").blocks]
    assert parts == [
        ("kicker", "Verkehr"),
        ("title", "Die *Brücke* & der {Fluss}"),
        ("lead", "Ada Exempel schließt die Brücke."),
        ("body", "1. Ben Beispiel widerspricht der <b>Sperre</b>; Exempel schweigt, Ben Beispiel nicht."),
        ("subhead", "# Wie weiter?"),
        ("body", "Niemand weiß es."),
        ("beside", "Die Brücke bei Nacht"),
        ("beside", "Foto: Muster"),
    ]


def test_what_sort_of_page_it_is_is_no_part_of_a_name():
    assert searched("people/ben-beispiel.md").title == "Ben Beispiel"
    assert searched("outlets/bote.md").title == "Der Bote"
    assert [block.part for block in searched("outlets/bote.md").blocks] == ["title"]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<h1>A</h1><p>b <i>c</i> d</p>", ["A", "b c d"]),
        ("<h1>A</h1><ul><li>b<ul><li>c</li></ul>d</li></ul>", ["A", "b", "c", "d"]),
        ("<h1>A</h1><p>b<br>c</p>", ["A", "b c"]),
        ("<h1>A</h1><h2 data-search-exclude>B</h2><p>c</p><h2>D</h2><p>e</p>", ["A", "D", "e"]),
        ("<h1>A</h1><h2 data-search-exclude>B</h2><h3>C</h3><p>d</p><h2>E</h2>", ["A", "E"]),
        (
            "<h1>A</h1><h2>B</h2><h3 data-search-exclude>C</h3><p>d</p><h3>E</h3><h2>F</h2>",
            ["A", "B", "E", "F"],
        ),
        ("<h1>A</h1><p>b<span class='preview' data-search-exclude>c <b>d</b></span> e</p>", ["A", "b e"]),
        ("<h1>A</h1><p hidden>b</p><script>c</script><template>d</template><nav>e</nav>", ["A"]),
        (
            "<h1>A</h1><table><tr><td>b</td><td>c</td></tr></table><blockquote>d</blockquote>",
            ["A", "b", "c", "d"],
        ),
        ("<h1>A</h1>b <p>Kran\u00adken\u00adhaus, Ver- trag</p>", ["A", "b", "Krankenhaus, Vertrag"]),
    ],
)
def test_a_page_that_somebody_wrote(html: str, texts: list[str]):
    page = f'<html lang="de"><p>Menü</p><article class="md-content__inner kind-page">{html}</article></html>'
    found = document("essays/a/index.html", page.encode())
    assert found
    assert found.kind == "essay"
    assert [block.text for block in found.blocks] == texts


@pytest.mark.parametrize("attributes", ['class="md-content__inner kind-year"', 'class="other"'])
def test_lists_and_pages_of_another_theme_are_left_out(attributes: str):
    assert document("a/index.html", f"<html><article {attributes}><p>b</p></article>".encode()) is None


def test_a_page_that_wants_to_be_left_out_is():
    page = '<html><article class="md-content__inner kind-page" data-search-exclude><p>b</p></article>'
    assert document("a/index.html", page.encode()) is None


def test_each_page_is_known_once_with_a_number_to_sort_by(local_site: Built):
    found = fragments(local_site.site)
    article = "archive/2020/inselverkehr-faehre-nach-norderhall-bleibt-bis-zum-herbst-im-dock/"
    assert found[article]["filters"] == {
        "kind": ["article"],
        "language": ["de"],
        "outlet": ["Küstenbote"],
        "person": ["Enna Boomgarden", "Hauke Detlefsen"],
        "tag": ["Datierung", "Reederei", "Stimmen"],
        "year": ["2020"],
    }
    assert found["archive/2021/swing-bridge-at-millbeck-to-close-for-six-weeks/"]["language"] == "en"
    assert found["essays/faehre/"]["filters"]["kind"] == ["essay"]
    assert found["archive/people/hauke-detlefsen/"]["filters"]["kind"] == ["person"]
    assert found["archive/outlets/talzeitung/"]["filters"]["kind"] == ["outlet"]
    assert not {"search/", "archive/", "archive/people/", "archive/2020/", "archive/notes/"} & set(found)
    assert all(re.fullmatch(r"q7s\d+", fragment["meta"]["day"]) for fragment in found.values())


def test_readers_comments_and_folded_sources_are_not_in_the_index(local_site: Built, public_site: Built):
    for site in (local_site.site, public_site.site):
        index = everything(site)
        assert "Riss im Rumpf" in index
        for words in ("Dampfer ist doch", "Strandläufer", "Impressum", "Anmelden", "schema.org"):
            assert words not in index, words
