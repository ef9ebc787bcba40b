"""What a person may write for a date: every form of EDTF that names days of the calendar, and nothing else.

The table in `exchange/edtf.yml` decides. No page gets a lasting address from a date that was not understood.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from annotated_archive.pipeline import build
from annotated_archive.project import Project
from annotated_archive.text.dates import earliest, filed, latest, valid

TABLE = yaml.load(
    (Path(__file__).parent / "exchange" / "edtf.yml").read_text("utf-8"), Loader=yaml.BaseLoader
)
SEED = """Der Rat tagt im alten Hafen

Der Rat der Stadt hat am Abend lange über den alten Hafen beraten und am Ende alles vertagt, wie es hieß.

Die Kosten sind noch nicht bekannt, und auch über den Zeitplan wird in der Verwaltung weiter gestritten.
"""


def days(words: str) -> list[date | None]:
    return [None if word == ".." else date.fromisoformat(word) for word in words.split()]


def test_the_table_is_long_enough() -> None:
    assert len(TABLE["valid"]) >= 60
    assert len(TABLE["invalid"]) >= 60


@pytest.mark.parametrize(("edtf", "bounds"), TABLE["valid"].items())
def test_a_valid_date_has_its_days(edtf: str, bounds: str) -> None:
    first, last = days(bounds)
    assert valid(edtf)
    assert earliest(edtf) == (first or date.min)
    assert latest(edtf) == (last or date.max)
    assert filed(edtf) == (first or last)


@pytest.mark.parametrize("edtf", TABLE["invalid"])
def test_an_invalid_date_is_none(edtf: str) -> None:
    assert not valid(edtf)
    with pytest.raises(ValueError, match="is not EDTF"):
        filed(edtf)


def made(root: Path, dates: list[str]) -> Project:
    """A project with one article for each curated date, on the second line of its file."""
    for folder in ("seeds", "curation/articles", "docs"):
        (root / folder).mkdir(parents=True)
    for number, edtf in enumerate(dates):
        (root / "seeds" / f"s{number}.txt").write_text(f"{number} {SEED}", "utf-8")
        text = yaml.dump(
            {"because": {"date": "weil", "title": "weil"}, "date": edtf, "title": f"Titel {number}"}
        )
        (root / "curation" / "articles" / f"s{number}.yml").write_text(text, "utf-8")
    return Project(root, root / "docs", "de")


def test_curation_refuses_what_is_no_date(tmp_path: Path) -> None:
    """Each with its file, its line and what to write; and no address lasts until it is corrected."""
    dates = [text for text in TABLE["invalid"] if text.strip()]
    _, problems = build(made(tmp_path, dates), "local")
    unreadable = {p.file: p for p in problems if p.code == "D002"}
    for number, edtf in enumerate(dates):
        problem = unreadable[f"curation/articles/s{number}.yml"]
        assert problem.line == 4
        assert problem.finding.startswith(f'The date "{edtf}" cannot be read')
        assert problem.remedy.startswith("Write it in EDTF: 2016-07-15, ")
    assert not (tmp_path / "curation" / "permalinks.yml").exists()
    # Corrected, they get one.
    for number in range(len(dates)):
        path = tmp_path / "curation" / "articles" / f"s{number}.yml"
        path.write_text("date: 2016-07-15\nbecause: {date: weil}\n", "utf-8")
    build(Project(tmp_path, tmp_path / "docs", "de"), "local")
    given = yaml.safe_load((tmp_path / "curation" / "permalinks.yml").read_text("utf-8"))
    assert len(given) == len(dates)
    assert {entry["path"].split("/")[0] for entry in given} == {"2016"}


def test_curation_takes_what_is_one(tmp_path: Path) -> None:
    """The year of the address is the first that is known; where none is, the page is undated."""
    dates = list(TABLE["valid"])
    _, problems = build(made(tmp_path, dates), "local")
    assert not [str(p) for p in problems if p.code != "A008"]
    given = yaml.safe_load((tmp_path / "curation" / "permalinks.yml").read_text("utf-8"))
    folder = {entry["seed"]: entry["path"].split("/")[0] for entry in given}
    for number, edtf in enumerate(dates):
        day = filed(edtf)
        assert folder[f"s{number}"] == (f"{day.year:04}" if day else "undated"), edtf
    assert {"0001"} == {folder[f"s{n}"] for n, edtf in enumerate(dates) if edtf == "0001-01-01"}
    assert sum(name == "0001" for name in folder.values()) == 1
    assert not any("0001" in entry["citekey"] for entry in given if folder[entry["seed"]] != "0001")


@pytest.mark.parametrize(
    ("edtf", "reason"),
    [
        ("2015-02-29", ": the calendar has no 2015-02-29."),
        ("2016-07-15/2016-07-14", ": it ends before it begins."),
        ("[2015-02-29,2015-03-01]", ": the calendar has no 2015-02-29."),
        ("15.7.2016", "."),
    ],
)
def test_the_problem_says_why(tmp_path: Path, edtf: str, reason: str) -> None:
    _, problems = build(made(tmp_path, [edtf]), "local")
    assert f'The date "{edtf}" cannot be read{reason}' in [p.finding for p in problems]


def test_the_date_of_a_note_is_read_as_well(tmp_path: Path) -> None:
    project = made(tmp_path, ["2016"])
    path = tmp_path / "curation" / "articles" / "s0.yml"
    note = {"quote": "über den alten Hafen", "note": "N", "date": "2015-02-29"}
    path.write_text(yaml.dump({"notes": [note]}, allow_unicode=True), "utf-8")
    _, problems = build(project, "local")
    assert "curation/articles/s0.yml:2: C003 The value of `date` cannot be used: the calendar has no" in str(
        problems[0]
    )


def test_a_moment_is_its_day_and_its_time(tmp_path: Path) -> None:
    build(made(tmp_path, ["2016-07-15T10:30:00Z"]), "local")
    page = (tmp_path / "docs" / "archive" / "2016" / "titel-0.md").read_text("utf-8")
    assert "date: '2016-07-15'" in page
