"""Exports of press databases: every article is found, parts tile the file, and no fact crosses a frame."""

from pathlib import Path

import pytest

from annotated_archive.commands.inspection import as_json
from annotated_archive.knowledge.curation import Curation
from annotated_archive.pipeline import understand
from annotated_archive.stages.read import read_file

from .casebook import cases

RUNNING = {"lead", "subhead", "body"}


def articles(tmp_path: Path, content: str | bytes, name: str = "case.txt"):
    """The articles of a file as `inspect` prints them, and the problems of the file."""
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found, problems = read_file(path, name, f"seeds/{name}")
    understood = [understand(saved, Curation()) for saved in found]
    shown = [as_json(one, Curation(), one.problems) for one in understood]
    return found, shown, [str(problem) for problem in problems]


@pytest.mark.parametrize("case", cases("press_databases"))
def test_articles_of_an_export(case, tmp_path):
    found, shown, problems = articles(tmp_path, case["text"], case.get("name", "case.txt"))
    assert "".join(saved.text for saved in found) == case["text"]
    assert problems == case.get("problems", [])
    assert [one["seed"].rpartition("#")[2] for one in shown] == [
        str(want.get("part", one["seed"])) for want, one in zip(case["articles"], shown, strict=True)
    ]
    for want, one, saved in zip(case["articles"], shown, found, strict=True):
        assert "".join(s["text"] for s in one["segments"]) == saved.text
        compare(want, one)


def compare(want, one):
    """Each key of the case against what `inspect` prints; the words of the text by `has` and `has_not`."""
    body = " ".join(s["text"] for s in one["segments"] if s["kind"] in RUNNING)
    people = {person["name"] for person in one["people"]}
    for key, value in want.items():
        if key == "body_has":
            assert [words for words in value if words not in body] == []
        elif key == "body_not":
            assert [words for words in value if words in body] == []
        elif key == "people":
            assert people == set(value)
        elif key == "first_line":
            assert one["segments"][0]["lines"][0] == value
        elif key == "codes":
            assert sorted({problem.split(": ")[1][:4] for problem in one["problems"]}) == value
        elif key != "part":
            assert one[key] == value, key


def test_a_number_that_stands_twice_gets_its_place_behind_it(tmp_path):
    text = "\n\n".join(
        f"Titel {n}\n\nEin Text über die Brücke, der lang genug ist.\n\nQuelle: Bote vom 1{n}.03.2014, S. 8\n"
        "Ressort: Lokales\nDokumentnummer: B_1"
        for n in (1, 2)
    )
    found, _, _ = articles(tmp_path, text)
    assert [saved.key for saved in found] == ["case#B_1", "case#B_1-2"]


def test_a_file_of_one_article_keeps_its_own_key(tmp_path):
    text = "Titel\n\nEin Text.\n\nQuelle: Bote vom 12.03.2014, S. 8\nDokumentnummer: B_1\n"
    found, shown, _ = articles(tmp_path, text)
    assert [saved.key for saved in found] == ["case"]
    assert shown[0]["accession"] == "B_1"
