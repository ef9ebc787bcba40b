"""What people write is used as far as it is right; the rest is named with its line and what to do."""

from pathlib import Path

import pytest

from annotated_archive.knowledge.curation import read_curation
from annotated_archive.knowledge.curation.schemas import FOLDER, schema_texts
from annotated_archive.model import Address, Permalink
from annotated_archive.problems import in_order

from .casebook import cases


@pytest.mark.parametrize("case", cases("curation"))
def test_case(case, tmp_path: Path):
    """`files` are written to curation/; `problems` are the full texts, in order of file and line."""
    for name, text in case["files"].items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    curation, problems = read_curation(tmp_path, "curation")
    assert [str(problem) for problem in in_order(problems)] == case.get("problems", [])
    for key, fields in case.get("articles", {}).items():
        assert {
            k: list(v) if isinstance(v, tuple) else v for k, v in curation.articles[key].fields.items()
        } == fields
    for key, quotes in case.get("notes", {}).items():
        assert [note.quote for note in curation.articles[key].notes] == quotes
    if "people" in case:
        assert [person.id for person in curation.people] == case["people"]
    if "permalinks" in case:
        assert [
            [entry.seed, entry.address.path, entry.address.citekey, list(entry.address.formerly)]
            for entry in curation.permalinks
        ] == case["permalinks"]
    if "outlets" in case:
        assert list(curation.outlets) == case["outlets"]


def test_a_missing_folder_decides_nothing(tmp_path):
    curation, problems = read_curation(tmp_path / "none", "curation")
    assert (curation.articles, curation.people, problems) == ({}, (), ())


def test_permalinks_keep_their_lines(tmp_path):
    (tmp_path / "permalinks.yml").write_text("# given out\n- seed: a\n  path: 2001/b\n  citekey: c2001b\n")
    curation, problems = read_curation(tmp_path, "curation")
    assert curation.permalinks == (Permalink("a", Address("2001/b", "c2001b"), line=2),)
    assert problems == ()


def test_the_schemas_for_editors_are_those_of_the_forms():
    """When this fails: `make schemas`, and look at the difference."""
    written = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.json")}
    assert written == schema_texts()


AUTHORITIES = {
    "wikidata: Q4711": ("Q4711", None, None),
    "wikidata: https://www.wikidata.org/wiki/Q4711": ("Q4711", None, None),
    "wikidata: http://www.wikidata.org/entity/Q4711#sitelinks": ("Q4711", None, None),
    "wikidata: https://m.wikidata.org/wiki/Q4711?uselang=de": ("Q4711", None, None),
    "gnd: https://d-nb.info/gnd/118540238": (None, "118540238", None),
    "viaf: https://viaf.org/viaf/27063124/": (None, None, "27063124"),
}


@pytest.mark.parametrize("written", AUTHORITIES)
def test_an_address_of_an_authority_is_taken_for_its_number(written: str, tmp_path: Path):
    (tmp_path / "people.yml").write_text(f"- id: ada\n  name: Ada Muster\n  {written}\n", "utf-8")
    curation, problems = read_curation(tmp_path, "curation")
    (ada,) = curation.people
    assert (problems, (ada.wikidata, ada.gnd, ada.viaf)) == ((), AUTHORITIES[written])


WRONG = (
    "title: ''",
    "people: [Weber]",
    "people: {A. Weber: Anna Weber}",
    "because: nichts",
    "authors: {a: b}",
    "sha256: xyz",
    "notes: [{quote: '', note: x}]",
    "notes: [{quote: a, note: [x], tags: {a: b}, date: neulich}]",
    "notes: [nur Text]",
    "lines: {1: {kind: [a]}}",
    "lines: [1]",
    "accept: {S002: [a]}",
    "- title",
    "nur Text",
)


@pytest.mark.parametrize("written", WRONG)
def test_no_problem_speaks_like_a_library(written: str, tmp_path: Path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.yml").write_text(written, "utf-8")
    _, problems = read_curation(tmp_path, "curation")
    assert problems
    for problem in problems:
        words = f"{problem.finding} {problem.remedy}"
        assert not [w for w in ("Input", "valid", "instance", "String", "^", "[0-9", "dict") if w in words], (
            words
        )
