"""Page, section and issue of a printed newspaper are found where they are said, and reach whoever cites."""

from __future__ import annotations

import bibtexparser
import pytest
import rispy

from annotated_archive.knowledge.curation import read_curation
from annotated_archive.model import SavedText
from annotated_archive.stages.address import assign
from annotated_archive.stages.describe import describe
from annotated_archive.stages.export import STYLES, bibtex, csl_item, reference, ris
from annotated_archive.stages.segment import segment

from .described import article
from .test_exchange_citations import SEGMENTS, TEXT, resolved

BODY = """
Der Rat der Stadt hat am Abend lange über den alten Hafen beraten und am Ende alles vertagt, wie es hieß.

Die Kosten sind noch nicht bekannt, und auch über den Zeitplan wird in der Verwaltung weiter gestritten.

Am Ende ging der Rat auseinander, ohne dass jemand gesagt hätte, wann er wieder zusammenkommen will.
"""


def known(head: str, tail: str = "") -> tuple[str | None, ...]:
    text = f"Der Rat vertagt den Hafen\n\n{head}\n{BODY}\n{tail}\n"
    saved = SavedText("s.txt", "seeds/s.txt", text, "0f" * 32)
    segments, _ = segment(saved)
    found, _ = describe(saved, segments, None, {})
    for fact in (found.page, found.section, found.issue):
        assert fact is None or fact.span is not None
        assert fact is None or fact.span.of(text) == fact.value
    return tuple(fact.value if fact else None for fact in (found.page, found.section, found.issue))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Beispielblatt, 12. März 2016, Nr. 59, S. 5", ("5", None, "59")),
        ("Beispielblatt vom 12.03.2016, Seite 5", ("5", None, None)),
        ("12.03.2016, Seiten 5-6", ("5-6", None, None)),
        ("Beispielblatt Nr. 59 vom 12.03.2016 Seite 5", ("5", None, "59")),
        ("Beispielblatt, 12.03.2016, Ausgabe 59/2016, S. B3", ("B3", None, "59/2016")),
        ("12.03.2016\nSeite 5\nRessort: Politik", ("5", "Politik", None)),
        ("12.03.2016\nAusgabe: 59\nSeite: 5", ("5", None, "59")),
        ("Ressort: Politik und Wirtschaft\n12.03.2016", (None, "Politik und Wirtschaft", None)),
        ("March 12, 2016, page 5", ("5", None, None)),
        ("12.03.2016, Seite 2 von 5", (None, None, None)),
        ("12.03.2016", (None, None, None)),
        ("Seite 2", (None, None, None)),
    ],
)
def test_where_a_page_says_so(head: str, expected: tuple[str | None, ...]) -> None:
    assert known(head) == expected


def test_turning_pages_is_no_page() -> None:
    assert known("12.03.2016", "Seite 1\nSeite 2\nSeite 3\nNächste Seite") == (None, None, None)


FACTS = {
    "page": "5-6",
    "section": "Politik",
    "issue": "59",
    "title": "T",
    "outlet": "B",
    "date": "2016-03-12",
}


@pytest.mark.parametrize("authors", [[], ["Erika Muster"]])
def test_it_reaches_every_format(authors: list[str]) -> None:
    item = csl_item(article(**FACTS, authors=authors), {}, None)
    assert (item["page"], item["section"], item["issue"]) == ("5-6", "Politik", "59")
    (entry,) = bibtexparser.parse_string(bibtex([item])).entries
    assert (entry["pages"], entry["note"], entry["number"]) == ("5-6", "Politik", "59")
    (record,) = rispy.loads(ris([item]))
    assert (record["start_page"], record["end_page"], record["number"], record["section"]) == (
        "5",
        "6",
        "59",
        "Politik",
    )
    for style in STYLES:
        for language in ("de", "en"):
            shown = reference(item, style, language).plain
            assert all(part in shown for part in ("5–6", "Politik", "59")), shown


def test_curation_says_it_too(tmp_path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "s.yml").write_text(
        "page: 5\nsection: Politik\nissue: 59\nbecause: {page: p, section: s, issue: i}\n", "utf-8"
    )
    curation, problems = read_curation(tmp_path, "curation")
    assert problems == ()
    saved = SavedText("s.txt", "seeds/s.txt", f"Titel\n{BODY}", "0f" * 32)
    segments, _ = segment(saved)
    found, _ = describe(saved, segments, curation.articles["s"], {})
    assert [fact.value for fact in (found.page, found.section, found.issue) if fact] == ["5", "Politik", "59"]


@pytest.mark.parametrize(
    ("place", "verified", "codes"),
    [("S. 5", True, []), ("S. 5–6", True, []), ("S. 7", None, ["Q005"]), ("Z. 5", None, ["Q005"])],
)
def test_a_known_page_can_be_cited(place: str, verified: bool | None, codes: list[str]) -> None:
    from annotated_archive.essays import EssayPage
    from annotated_archive.stages.resolve import resolve

    its = article(citekey="blatt2016a", path="2016/a", text=TEXT, segments=SEGMENTS, page="5-6")
    found, problems = resolve([EssayPage("e", "e.md", f"„Der Rat tagt“ [@blatt2016a, {place}].")], [its], ())
    assert (found[0].verified, [p.code for p in problems]) == (verified, codes)
    assert resolved("")[0] == ()


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"authors": ["Erika Muster"]}, "muster2019hafen"),
        ({"authors": ["Paul van den Berg", "Erika Muster"]}, "berg2019hafen"),
        ({"authors": ["Redaktion Beispielblatt"]}, "beispielblatt2019hafen"),
        ({"authors": ["sun"]}, "sun2019hafen"),
        ({"authors": ["Zoë Müller-Größe"]}, "muellergroesse2019hafen"),
        ({"authors": ["Erika Muster"], "outlet": "Der Bote"}, "derbote2019hafen"),
        ({}, "anonymous2019hafen"),
    ],
)
def test_a_signed_article_without_an_outlet_is_named_after_its_author(
    facts: dict[str, object], key: str
) -> None:
    its = article(title="Der Hafen", date="2019-05-01", **facts)
    addressed = assign([(its.saved, (), its.description)], {}, (), "p.yml")
    assert addressed.addresses["s"].citekey == key
