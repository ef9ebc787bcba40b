"""What is said of works and files beside names and dates is what each tool makes the best of."""

from __future__ import annotations

import json

import pytest

from annotated_archive.stages.export import csl_item, csl_json, reference, ris
from annotated_archive.words.languages import interface

from .described import article

SITE = "https://archiv.example"


def test_one_note_of_an_article_in_ris() -> None:
    text = ris([csl_item(article(title="T", date="2016-07-15~"), {}, SITE)])
    (note,) = [line for line in text.splitlines() if line.startswith("N1")]
    assert note == f"N1  - Seed: s.txt; SHA-256: {'0f' * 32}; EDTF: 2016-07-15~"


def test_the_archive_stands_in_for_an_unknown_address() -> None:
    page = f"{SITE}/archive/2016/p/"
    (item,) = json.loads(csl_json([csl_item(article(title="T"), {}, SITE)]))
    assert (item["URL"], item["archive_location"]) == (page, page)
    (item,) = json.loads(csl_json([csl_item(article(title="T", url="https://b.example/1"), {}, SITE)]))
    assert (item["URL"], item["archive_location"]) == ("https://b.example/1", page)
    (item,) = json.loads(csl_json([csl_item(article(title="T"), {}, None)]))
    assert "URL" not in item


@pytest.mark.parametrize(
    ("title", "language", "kind", "expected"),
    [
        ('Der "große" Streit', "de", "book", "Der „große“ Streit. "),
        ('Der "große" Streit', "de", "article-journal", "„Der ‚große‘ Streit“. "),
        ('The "great" debate', "en", "book", "The “great” debate. "),
        ('The "great" debate', "en", "article-journal", "“The ‘great’ debate.” "),
        ('Le "grand" débat d\'hier', "fr", "book", "Le «\xa0grand\xa0» débat d’hier. "),
        ('"Ja", sagt er', "de", "book", "„Ja“, sagt er. "),
        ('Das ("neue") Wort', "de", "book", "Das („neue“) Wort. "),
        ("It's the workers' 'own' day", "en", "book", "It’s the workers’ ‘own’ day. "),
        ('Ein <span class="nocase">Wort</span> "zwei"', "de", "book", "Ein Wort „zwei“. "),
        ('Ein "<i>Titel</i>" darin', "de", "book", "Ein „Titel“ darin. "),
        ("Der „gute“ Titel", "de", "book", "Der „gute“ Titel. "),
    ],
)
def test_straight_marks_of_works_from_outside(title: str, language: str, kind: str, expected: str) -> None:
    work = {"id": "w", "type": kind, "title": title}
    if kind == "article-journal":
        work["container-title"] = "B"
    assert reference(work, "mla", language).plain.startswith(expected.strip())


def test_a_headline_of_the_archive_keeps_its_marks() -> None:
    item = csl_item(article(title='Der "große" Streit'), {}, None)
    assert reference(item, "apa", "de").plain.startswith('Der "große" Streit')


@pytest.mark.parametrize(
    ("language", "latex", "zotero"), [("de", "LaTeX", "Zotero und"), ("en", "LaTeX", "Zotero and")]
)
def test_every_file_says_whom_it_is_for(language: str, latex: str, zotero: str) -> None:
    words = interface(language)
    for key in ("cite.for.bib", "data.archive.bib"):
        assert latex in words(key)
        assert "datecirca=true" in words(key)
        assert "Zotero" not in words(key)
    assert all(zotero in words(key) for key in ("cite.for.ris", "data.archive.ris"))


EVA = {"family": "Erste", "given": "Eva"}


@pytest.mark.parametrize(
    ("name", "alone", "second", "initials"),
    [
        (
            ("Sample", "Martin Luther, Jr."),
            "Sample, Martin Luther, Jr",
            "Martin Luther Sample Jr",
            "M. L., Jr",
        ),
        (("Sample", "M. L., III"), "Sample, M. L., III", "M. L. Sample III", "M. L., III"),
        (("Muster", "Otto von"), "Muster, Otto von", "Otto von Muster", "O. von"),
        (
            ("Muster", "Otto Graf von der"),
            "Muster, Otto Graf von der",
            "Otto Graf von der Muster",
            "O. G. von der",
        ),
        (("van der Muster", "Jan"), "van der Muster, Jan", "Jan van der Muster", "J"),
        (("Muster", "Anna Žofia"), "Muster, Anna Žofia", "Anna Žofia Muster", "A. Ž"),
    ],
)
def test_names_as_zotero_exports_them(name: tuple[str, str], alone: str, second: str, initials: str) -> None:
    person = dict(zip(("family", "given"), name, strict=True))
    work = {"id": "w", "type": "book", "title": "T", "issued": {"date-parts": [["1999"]]}}
    assert reference({**work, "author": [person]}, "mla", "en").plain == f"{alone}. T. 1999."
    both = {**work, "author": [EVA, person]}
    assert reference(both, "mla", "en").plain == f"Erste, Eva, and {second}. T. 1999."
    assert reference(both, "apa", "en").plain == f"Erste, E., & {name[0]}, {initials}. (1999). T."


@pytest.mark.parametrize(
    ("issued", "english", "german"),
    [
        ({"date-parts": [["2016"]], "season": "Summer"}, "2016, Summer", "Sommer 2016"),
        ({"date-parts": [["2016"]], "season": "Herbst"}, "2016, Autumn", "Herbst 2016"),
        ({"date-parts": [["2016"]], "season": "fall"}, "2016, Autumn", "Herbst 2016"),
        ({"date-parts": [["2016"]], "season": "2"}, "2016, Summer", "Sommer 2016"),
        ({"date-parts": [[2016]], "season": 4}, "2016, Winter", "Winter 2016"),
        ({"date-parts": [["2016"]], "season": "3rd Quarter"}, "3rd Quarter 2016", "3rd Quarter 2016"),
        ({"date-parts": [["2016", "4"]], "season": "Spring"}, "2016, April", "April 2016"),
        ({"date-parts": [["2016"]], "season": ""}, "2016", "2016"),
    ],
)
def test_seasons_as_zotero_exports_them(issued: dict[str, object], english: str, german: str) -> None:
    work = {"id": "w", "type": "book", "title": "T", "author": [EVA], "issued": issued}
    assert reference(work, "apa", "en").plain == f"Erste, E. ({english}). T."
    assert reference(work, "mla", "de").plain == f"Erste, Eva. T. {german}."
