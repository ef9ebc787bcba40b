"""Every form of date reaches every format as far as it can say it, and a reader in words.

`exchange/dates.yml` holds the values; what the tools make of them is said in decision 21.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import yaml

from annotated_archive.stages.export import STYLES, bibtex, csl_item, csl_json, head_metadata, reference, ris
from annotated_archive.stages.export.dated import joined
from annotated_archive.stages.export.issued import csl_date, edtf_of

from .csl_data import CSL
from .described import article

TABLE = yaml.load(
    (Path(__file__).parent / "exchange" / "dates.yml").read_text("utf-8"), Loader=yaml.SafeLoader
)


@pytest.mark.parametrize(("edtf", "expected"), TABLE.items())
def test_a_date_in_every_format(edtf: str, expected: dict[str, Any]) -> None:
    its = article(title="T", outlet="B", date=edtf)
    item = csl_item(its, {}, None)
    CSL.validate([item])
    (entry,) = bibtexparser.parse_string(bibtex([item])).entries
    fields = {field.key: field.value for field in entry.fields}
    tags = dict(line.split("  - ", 1) for line in ris([item]).splitlines() if line)
    metas = {
        dict(tag.attributes).get("name"): dict(tag.attributes).get("content")
        for tag in head_metadata(its, {}, None)
    }
    mla = reference(item, "mla", "de").plain.removeprefix("„T“. B").removeprefix(", ").removesuffix(".")
    apa = reference(item, "apa", "en").plain.removeprefix("T. (").removesuffix("). B.")
    assert {
        "csl": item.get("issued", {}),
        "bib": [fields.get(name, "") for name in ("date", "year", "month")],
        "ris": [tags.get("PY", ""), tags.get("DA", "").strip()],
        "dc": metas.get("DC.date", ""),
        "highwire": metas.get("citation_publication_date", ""),
        "de": mla,
        "en": apa,
    } == expected


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("edtf", TABLE)
def test_no_reader_meets_edtf(edtf: str, language: str, style: str) -> None:
    """In no style does a reference print what only EDTF has; the year stands in each that is known."""
    shown = reference(csl_item(article(title="T", outlet="B", date=edtf), {}, None), style, language).plain
    if edtf == "-0044-03-15":
        return
    assert not set("X~%[]{}?/") & set(shown.replace("[online]", "").replace("[en ligne]", ""))
    assert edtf not in shown or edtf == "2016"
    if not edtf.startswith("XXXX"):
        assert any(year in shown for year in ("2010", "2000", "2016", "2015", "1000", "1950"))


@pytest.mark.parametrize(
    ("style", "language", "expected"),
    [
        ("apa", "de", "(2016, 14.–16. Juli)"),
        ("apa", "en", "(2016, July 14–16)"),
        ("mla", "de", "B, 14.–16. Juli 2016."),
        ("mla", "en", "B, 14–16 July 2016."),
        ("chicago-author-date", "de", "B. 2016. „Der 14. und 16. Juli“. 14.–16. Juli."),
        ("chicago-author-date", "en", "B. 2016. “Der 14. und 16. Juli.” July 14–16."),
        ("chicago-notes", "de", "B, 14.–16. Juli 2016."),
        ("chicago-notes", "en", "B, July 14–16, 2016."),
        ("harvard", "de", "14.–16. Juli"),
        ("harvard", "en", "14–16 July"),
        ("din-iso-690", "de", "14.–16. Juli 2016."),
        ("din-iso-690", "en", "July 14–16, 2016."),
    ],
)
def test_a_weekend_edition(style: str, language: str, expected: str) -> None:
    its = article(title="Der 14. und 16. Juli", outlet="B", date="2016-07-14/2016-07-16")
    assert expected in reference(csl_item(its, {}, None), style, language).plain


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("number", "de", "en"), [(1, "Frühjahr", "Spring"), (4, "Winter", "Winter")])
def test_a_season_in_every_style(style: str, language: str, number: int, de: str, en: str) -> None:
    item = {
        "id": "a",
        "type": "article-newspaper",
        "title": "T",
        "issued": {"date-parts": [[2016]], "season": number},
    }
    shown = reference(item, style, language).plain
    assert (de if language == "de" else en) in shown or style in (
        "chicago-author-date",
        "harvard",
        "din-iso-690",
    )
    assert "2016" in shown


@pytest.mark.parametrize(
    ("issued", "shown"),
    [
        ({"raw": "2016-07-14"}, "14. Juli 2016"),
        ({"raw": "2016-07-14~"}, "ca. 14. Juli 2016"),
        ({"raw": "14. Juli 2016"}, "14. Juli 2016"),
        ({"raw": "July 14, 2016"}, "14. Juli 2016"),
        ({"raw": "Juli 2016"}, "Juli 2016"),
        ({"raw": "2016-07-14/2016-07-16"}, "14.–16. Juli 2016"),
        ({"raw": "2016-21"}, "Frühjahr 2016"),
        ({"raw": "201X"}, "2010er Jahre"),
        ({"literal": "2016-07-14/.."}, "ab 14. Juli 2016"),
        ({"raw": "um 1900"}, "um 1900"),
        ({"literal": "Sommer 1999"}, "Sommer 1999"),
        ({"date-parts": [["2016", "7", "14"]]}, "14. Juli 2016"),
        ({"date-parts": [[2016, 7, 14], [2016, 7, 16]], "circa": "true"}, "ca. 14.–16. Juli 2016"),
        ({"date-parts": [[2016, 7], [2016, 9]]}, "Juli–September 2016"),
        ({"date-parts": [[2016]], "season": "2"}, "Sommer 2016"),
        ({"date-parts": [[2016, 7, 14], [0, 0, 0]]}, "ab 14. Juli 2016"),
        ({"date-parts": [[2016, 2, 30]]}, "30. Februar 2016"),
    ],
)
def test_a_date_as_other_programs_write_it(issued: dict[str, Any], shown: str) -> None:
    item = {"id": "a", "type": "article-newspaper", "title": "T", "container-title": "B", "issued": issued}
    assert reference(item, "mla", "de").plain == f"„T“. B, {shown}."


@pytest.mark.parametrize(
    ("start", "end", "ordinal", "expected"),
    [
        ("B, May 31, 2016.", "B, June 1, 2016.", False, "B, May 31–June 1, 2016."),
        ("B, 9. Mai 2016.", "B, 10. Mai 2016.", True, "B, 9.–10. Mai 2016."),
        ("B, 28 Feb. 2016.", "B, 1 Mar. 2016.", False, "B, 28 Feb.–1 Mar. 2016."),
        ("2015. T 1.", "2016. T 1.", True, "2015–2016. T 1."),
        ("same", "same", True, "same"),
    ],
)
def test_two_references_are_joined_where_they_differ(
    start: str, end: str, ordinal: bool, expected: str
) -> None:
    assert joined(start, end, ordinal) == expected


def test_the_files_of_all_dates_are_read() -> None:
    items = [csl_item(article(citekey=f"k{n}", title="T", date=d), {}, None) for n, d in enumerate(TABLE)]
    assert len(bibtexparser.parse_string(bibtex(items)).entries) == len(TABLE)
    assert csl_json(items).count('"id"') == len(TABLE)


@pytest.mark.parametrize(
    ("edtf", "csl"),
    [
        ("-0044", {"date-parts": [[-45]]}),  # EDTF has a year 0, CSL has none
        ("0000", {"date-parts": [[-1]]}),
        ("0001", {"date-parts": [[1]]}),
        ("Y-170000002", {"date-parts": [[-170000003]]}),
        ("-004X", {}),
        ("Y17101E4S3", {}),
    ],
)
def test_years_beyond_the_calendar(edtf, csl):
    assert csl_date(edtf) == csl
    assert not csl or edtf_of({"issued": csl}) in (edtf, edtf.removeprefix("Y"))
