"""What an article's page offers for citing it is complete, exact, and says nothing that is not known."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote_to_bytes

import bibtexparser
import pytest
import rispy
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from annotated_archive.model import Archive, Certainty, Found, Kind
from annotated_archive.stages.compose import compose
from annotated_archive.stages.export import STYLES, exports

from .compose_samples import BOTE, PEOPLE, article

SITE = "https://archiv.example/presse/"


def page(*, site=SITE, language="de", **known):
    """The page of one article, with its section for citing it."""
    stated = {
        name: tuple(Found(v, None, "r", Certainty.STATED) for v in value)
        if isinstance(value, tuple)
        else Found(value, None, "r", Certainty.STATED)
        for name, value in known.items()
    }
    archive = Archive((article("2021/a", **stated),), PEOPLE, {"bote": BOTE})
    made = compose(archive, "local", language, exports=exports(archive, site, language))
    return next(page.markdown for page in made if page.path == "2021/a.md")


class Section(HTMLParser):
    """The section as a browser reads it: rows as (label, text), links as attributes."""

    def __init__(self, markdown):
        super().__init__()
        self.rows, self.links, self.summaries, self._at = [], [], [], []
        start = markdown.index('<details class="cite"')
        self.html = markdown[start : markdown.index('<details class="comments"')]
        self.feed(self.html)

    def handle_starttag(self, tag, attrs):
        self._at.append(tag)
        if tag == "dt":
            self.rows.append(["", ""])
        if tag == "a":
            self.links.append(dict(attrs))
        if tag == "summary":
            self.summaries.append("")

    def handle_endtag(self, tag):
        assert self._at.pop() == tag

    def handle_data(self, data):
        if "summary" in self._at:
            self.summaries[-1] += data
        elif "dt" in self._at:
            self.rows[-1][0] += data
        elif "dd" in self._at:
            self.rows[-1][1] += data


def files(section):
    """The files in the links: name → text."""
    found = {}
    for link in section.links:
        if "download" in link:
            head, _, data = link["href"].partition(",")
            assert head.endswith(";charset=utf-8")
            assert re.fullmatch(r"[\x21-\x7e]+", data)
            found[link["download"]] = unquote_to_bytes(data).decode()
    return found


def test_references_are_there_in_every_style_in_the_sites_language_and_in_english():
    section = Section(page(authors=("Erika Muster",)))
    styles = list(STYLES.values())
    assert [label for label, _ in section.rows[:12]] == styles * 2
    assert section.rows[1][1].startswith(
        "Muster, Erika. „Die *Brücke* & der {Fluss}“. Der Bote, 4. März 2021"
    )
    assert "4 Mar. 2021" in section.rows[7][1]
    assert section.summaries[:2] == ["Diesen Artikel zitieren", "Auf Englisch"]
    assert "4 Mar. 2021" in Section(page(language="en")).rows[1][1]


@pytest.mark.parametrize(
    ("site", "own", "summaries"),
    [
        ("de", None, ["Auf Englisch"]),
        ("de", "de", ["Auf Englisch"]),
        ("de", "en-GB", ["Auf Englisch"]),
        ("de", "fr", ["Auf Englisch", "Auf Französisch"]),
        ("de", "el", ["Auf Englisch"]),
        ("en", None, []),
        ("en", "de", ["In German"]),
        ("fr", None, ["En anglais"]),
        ("fr", "de-AT", ["En anglais", "En allemand"]),
        ("fr-CA", "fr", ["En anglais"]),
        ("xx", "de", ["In German"]),
    ],
)
def test_references_are_in_the_articles_own_language_too(site, own, summaries):
    known = {"lang": own} if own else {}
    shown = Section(page(language=site, **known)).summaries
    assert shown[1 : shown.index(next(s for s in shown if s in ("Ansehen", "Show", "Afficher")))] == summaries


def test_each_file_is_whole_in_its_link_and_beside_it():
    made = page(authors=("Erika Muster",), url="https://bote.example/1?a=1&b=2#c")
    section = Section(made)
    texts = files(section)
    assert list(texts) == ["2021a.bib", "2021a.ris", "2021a.json"]
    for name, text in texts.items():
        shown = next(row for label, row in section.rows if name in row)
        assert shown.replace("\n", "").endswith(text.replace("\r", "").replace("\n", ""))
    (entry,) = bibtexparser.parse_string(texts["2021a.bib"]).entries
    assert (entry.key, entry["author"], entry["year"]) == ("2021a", "Muster, Erika", "2021")
    (record,) = rispy.loads(texts["2021a.ris"])
    assert (record["type_of_reference"], record["title"]) == ("NEWS", "Die *Brücke* & der {Fluss}")
    (item,) = json.loads(texts["2021a.json"])
    assert (item["id"], item["URL"]) == ("2021a", "https://bote.example/1?a=1&b=2#c")


def test_the_keys_and_the_lasting_address():
    rows = dict(Section(page()).rows)
    assert rows["Zitierschlüssel"] == "2021a"
    assert rows["In einem Essay"] == "[@2021a]"
    assert rows["Ein Absatz daraus"] == "[@2021a, ¶ 3]"
    assert rows["Dauerhafte Adresse"] == f"{SITE}archive/2021/a/"
    assert "Dauerhafte Adresse" not in dict(Section(page(site=None)).rows)


def test_search_leaves_it_out_and_no_renderer_ends_it_early():
    section = Section(page())
    assert section.html.startswith('<details class="cite" id="cite" data-search-exclude')
    assert "\n\n" not in section.html.strip()


@settings(deadline=None, max_examples=25)
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("<>&\"'{}\\#%\n`")))
def test_no_title_breaks_the_section_or_the_front_matter(title):
    made = page(title=title)
    section = Section(made)
    assert not {row[0] for row in section.rows} - {
        *STYLES.values(),
        *("BibTeX", "RIS", "CSL-JSON", "Zitierschlüssel", "In einem Essay", "Ein Absatz daraus"),
        "Dauerhafte Adresse",
    }
    assert json.loads(files(section)["2021a.json"])[0].get("title", "") == " ".join(title.split())
    assert get_data(made)[1]["head"][1] == ["meta", {"name": "z:itemType", "content": "newspaperArticle"}]


def test_the_head_is_in_the_front_matter_one_element_a_line():
    made = page(authors=("Erika Muster",), title="Ein </script>\u2028--- <b>")
    front = made.split("---\n")[1]
    head = yaml.safe_load(front)["head"]
    assert len(re.findall(r"^- \[(?:link|meta|script), ", front, re.MULTILINE)) == len(head)
    assert ["meta", {"name": "citation_author", "content": "Muster, Erika"}] in head
    assert ["meta", {"name": "prism.publicationName", "content": "Der Bote"}] in head
    name, attributes, text = head[-1]
    assert (name, attributes) == ("script", {"type": "application/ld+json"})
    assert json.loads(text)["headline"] == "Ein </script> --- <b>"
    assert "<" not in text
    assert "citation_journal_title" not in made


def test_without_exports_nothing_is_offered():
    archive = Archive((article("2021/a"),), PEOPLE, {"bote": BOTE})
    made = {page.path: page.markdown for page in compose(archive, "local", "de")}
    assert 'class="cite"' not in made["2021/a.md"]
    assert "head:" not in made["2021/a.md"]
    assert not any(path.startswith("data/") for path in made)


@pytest.mark.parametrize("name", ["byline", "vcard"])
def test_nothing_on_the_page_looks_like_an_author_to_zotero(name):
    """It takes elements of these classes for authors where the head names none."""
    assert not re.search(rf"(?:\.|class=\"[^\"]*\b){name}\b", unescape(page()))


def test_an_article_without_text_has_no_example_of_a_paragraph():
    archive = Archive((article("2021/a", parts=[(Kind.TITLE, "T")]),), PEOPLE, {"bote": BOTE})
    made = compose(archive, "local", "de", exports=exports(archive, None))
    assert "¶" not in next(page.markdown for page in made if page.path == "2021/a.md")
