"""Hand-written pages and references are read as far as they are usable."""

import json
from pathlib import Path

from annotated_archive.stages.read_docs import read_pages, read_references

REMEDY = "Export the collection from Zotero as CSL JSON again."


def test_pages_are_read_without_the_generated_ones(tmp_path: Path):
    for name in ("index.md", "essays/a.md", "archive/2001/b.md", "essays/a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"\ufeff# {name}\n", encoding="utf-8")
    pages, problems = read_pages(tmp_path, "docs", tmp_path / "archive")
    assert problems == ()
    assert [(page.file, page.path, page.markdown) for page in pages] == [
        ("docs/essays/a.md", "essays/a.md", "# essays/a.md\n"),
        ("docs/index.md", "index.md", "# index.md\n"),
    ]


def references(folder: Path, content: str):
    (folder / "references.json").write_text(content, encoding="utf-8")
    works, problems = read_references(folder, "docs")
    return dict(works), [str(problem) for problem in problems]


def test_works_are_known_by_their_key(tmp_path: Path):
    book = {"id": "http://zotero.org/1", "type": "book", "citation-key": "muster1999"}
    assert references(tmp_path, json.dumps([book, {"id": 7, "type": "book"}])) == (
        {"muster1999": book, "7": {"id": 7, "type": "book"}},
        [],
    )


def test_what_cannot_be_used_is_named_and_the_rest_is_used(tmp_path: Path):
    good = {"id": "a", "type": "book"}
    works, problems = references(tmp_path, json.dumps([{"type": "book"}, good, good, "x"]))
    assert works == {"a": good}
    assert problems == [
        f"docs/references.json: C003 Work 1 of the list has no `id` or no `type` and is not used. {REMEDY}",
        'docs/references.json: C006 The key "a" is used twice; the first work counts. '
        "Give one of them another key.",
        f"docs/references.json: C003 Work 4 of the list has no `id` or no `type` and is not used. {REMEDY}",
    ]


def test_a_broken_file_is_one_problem(tmp_path: Path):
    assert references(tmp_path, "[\n{]")[1] == [
        "docs/references.json:2: C001 This is not valid JSON: "
        f"Expecting property name enclosed in double quotes. {REMEDY}"
    ]
    assert references(tmp_path, "{}")[1] == [
        f"docs/references.json:1: C003 Here a list of works is expected. {REMEDY}"
    ]
    assert read_references(tmp_path / "none", "docs") == ({}, ())
