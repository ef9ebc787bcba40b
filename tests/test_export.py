"""What leaves the archive is read by other programs as it was meant, whatever a saved page holds."""

import csv
import io
import json
import re
from html.parser import HTMLParser

import bibtexparser
import citeproc
import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from annotated_archive.model import Outlet, Person
from annotated_archive.stages.export import (
    STYLES,
    as_html,
    bibtex,
    csl_item,
    csl_json,
    csv_table,
    head_metadata,
    page_address,
    reference,
    ris,
)
from annotated_archive.stages.export.issued import csl_date
from annotated_archive.stages.export.references import HERE

from .casebook import cases
from .csl_data import CSL
from .described import article

SITE = "https://archiv.example"
OUTLETS = {"beispielblatt": Outlet("beispielblatt", "Beispielblatt")}
HOSTILE = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("{}\\%&$#_^~<>\"'=+-@\n\r\t"))


def parsed_bibtex(text):
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    return library.entries


class Head(HTMLParser):
    """The elements of a head as a browser reads them."""

    def __init__(self, text):
        super().__init__()
        self.metas, self.scripts, self.tags = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag == "meta":
            self.metas.append((dict(attrs)["name"], dict(attrs)["content"]))

    def handle_data(self, data):
        if data.strip():
            self.scripts.append(data)


@pytest.mark.parametrize("case", cases("export"))
def test_case(case):
    """`csl` and `bibtex` are complete but for remarks; the others name what matters."""
    its = article(**case["article"])
    item = csl_item(its, OUTLETS, SITE)
    assert {key: value for key, value in item.items() if key != "note"} == case["csl"]
    CSL.validate(json.loads(csl_json([item])))
    (entry,) = parsed_bibtex(bibtex([item]))
    assert (entry.entry_type, entry.key) == ("article", item["id"])
    fields = {field.key: field.value for field in entry.fields if field.key != "annotation"}
    assert fields == case["bibtex"]
    (record,) = rispy.loads(ris([item]))
    assert record["type_of_reference"] == "NEWS"
    assert {key: record.get(key) for key in case["ris"]} == case["ris"]
    shown = {
        words: reference(item, *words.split()).plain.replace("\xa0", " ") for words in case["references"]
    }
    assert shown == case["references"]
    head = Head(as_html(head_metadata(its, OUTLETS, page_address(its, SITE))))
    for name, values in case["head"].items():
        assert [content for key, content in head.metas if key == name] == values
    thing = json.loads(head.scripts[0])
    assert {key: thing.get(key) for key in case["json_ld"]} == case["json_ld"]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2016", {"date-parts": [[2016]]}),
        ("2016?", {"date-parts": [[2016]], "circa": True}),
        ("2016-07-XX", {"date-parts": [[2016, 7]]}),
        ("2016-21", {"date-parts": [[2016]], "season": 1}),
        ("2016-07-01/2016-07-03", {"date-parts": [[2016, 7, 1], [2016, 7, 3]]}),
        ("2016-07-01/..", {"date-parts": [[2016, 7, 1]], "circa": True}),
        ("201X", {"date-parts": [[2010], [2019]], "circa": True}),
        ("gestern", {"literal": "gestern"}),
    ],
)
def test_dates_keep_what_is_known_and_what_is_not(edtf, expected):
    assert csl_date(edtf) == expected


@settings(deadline=None, max_examples=60)  # citeproc needs some milliseconds for each
@given(title=HOSTILE, outlet=HOSTILE, author=HOSTILE, url=HOSTILE)
def test_no_text_breaks_a_format(title, outlet, author, url):
    """One article goes in, one comes out, in every format, and its page's head stays a head."""
    its = article(title=title, outlet=outlet, authors=[author], url=url)
    item = csl_item(its, {}, SITE)
    CSL.validate(json.loads(csl_json([item, item])))
    assert [entry.key for entry in parsed_bibtex(bibtex([item]))] == ["k"]
    assert len(rispy.loads(ris([item]))) == 1
    (row,) = csv.DictReader(io.StringIO(csv_table([its], {}, SITE).removeprefix("\ufeff")))
    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in row.values())
    head = Head(as_html(head_metadata(its, {}, None)))
    assert set(head.tags) == {"link", "meta", "script"}
    assert "citation_journal_title" not in dict(head.metas)
    script = head_metadata(its, {}, None)[-1].text
    assert json.loads(script)["@type"] == "NewsArticle"
    assert not set("<>&\u2028\u2029") & set(script)
    shown = reference(item, "mla", "de").html
    assert not re.search(r"<(?!/?(?:i|b|sub|sup)>)", shown)
    assert not re.search(r"[\ufdd0-\ufdef]", shown)


@pytest.mark.parametrize("style", sorted(STYLES))
def test_styles_are_csl(style):
    schema = etree.RelaxNG(etree.parse(citeproc.SCHEMA_PATH))
    assert schema.validate(etree.parse(str(HERE / f"{style}.csl"))), schema.error_log


@pytest.mark.parametrize("style", sorted(STYLES))
@pytest.mark.parametrize("language", ["de", "en", "fr", "tlh"])
def test_every_style_takes_whatever_zotero_exports(style, language):
    odd = {
        "id": 7,
        "type": "chapter",
        "title": "Ein <i>Kapitel</i> & <script>",
        "author": [{"family": "Muster"}, {"given": "Max"}, {"literal": "Rat", "parse-names": True}],
        "editor": [],
        "issued": {"date-parts": [["1999", "3", "2"], ["1999", "3", "5"]], "circa": 0},
        "volume": 12,
        "custom": {"a": 1},
    }
    shown = reference(odd, style, language).html
    assert "<i>Kapitel</i> &amp; &lt;script&gt;" in shown
    assert "1999" in shown
    for issued in ({"raw": "um 1900"}, {"date-parts": [[]]}, {"literal": "x"}, {}, "1999"):
        assert "Kapitel" in reference({**odd, "issued": issued}, style, language).plain


def test_an_unknown_style_says_which_there_are():
    with pytest.raises(KeyError, match="apa, mla"):
        reference({"id": "a", "type": "book"}, "vancouver", "de")


def test_the_table_has_every_fact_with_its_certainty():
    its = article(title="=1+1", date="2016-07-15~", outlet="beispielblatt", authors=["Erika Muster", "sun"])
    text = csv_table([its], OUTLETS, SITE)
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert text.startswith("\ufeffcitekey,")
    assert (row["title"], row["title_certainty"]) == ("'=1+1", "curated")
    assert (row["date"], row["date_edtf"], row["date_certainty"]) == ("", "2016-07-15~", "curated")
    assert (row["authors"], row["outlet"]) == ("Erika Muster; sun", "Beispielblatt")
    assert row["seed_sha256"] == "0f" * 32


def test_people_are_mentioned_and_write_nothing():
    people = [Person("a", "Anna Beispiel", wikidata="Q1", gnd="2", viaf="3"), Person("b", "Ben Beispiel")]
    head = Head(as_html(head_metadata(article(people=people), {}, f"{SITE}/x/")))
    assert json.loads(head.scripts[0])["mentions"] == [
        {
            "@type": "Person",
            "name": "Anna Beispiel",
            "sameAs": [
                "https://www.wikidata.org/entity/Q1",
                "https://d-nb.info/gnd/2",
                "https://viaf.org/viaf/3",
            ],
        },
        {"@type": "Person", "name": "Ben Beispiel"},
    ]
    assert not any("Beispiel" in content for _, content in head.metas)


def test_an_address_that_runs_something_is_no_link():
    its = article(url="javascript:alert(1)")
    head = as_html(head_metadata(its, {}, None))
    assert "javascript" not in head
