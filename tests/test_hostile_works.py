"""Whatever stands in `references.json`: a problem names what is wrong, and everything else is cited."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotated_archive.pipeline import build

from .small_project import article, pages, small_project

WORK = {"id": "x", "type": "book", "title": "T", "author": [{"family": "Ahlsen"}]}
ESSAY = "„Ja“ [@x, ¶ 2] und @x sagt [@x; @y].\n"
NO_NAMES = [
    "x",
    5,
    True,
    [None],
    [[["a"]]],
    {"a": {"b": [1]}},
    ["x"],
    [{"family": ["x"]}],
    "\ud800",
    [{"literal": []}],
]
NO_DATES = [
    "x",
    5,
    [1],
    {"date-parts": "x"},
    {"date-parts": [["x"]]},
    {"date-parts": [[None]]},
    {"date-parts": []},
]
NO_DATES += [{"date-parts": [[10**30]]}, {"date-parts": [[]]}, {"date-parts": {"a": 1}}, {"raw": {"a": 1}}]
NO_TEXTS = [["x"], {"a": 1}, True, "\ud800"]
WRONG = [
    *(("author", value) for value in NO_NAMES),
    *(("issued", value) for value in NO_DATES),
    *((key, value) for key in ("title", "volume", "URL", "publisher", "id") for value in NO_TEXTS),
]
BROKEN = [
    "[" * 100_000,
    "{",
    "5",
    "null",
    '"x"',
    "[" + "[" * 700 + "]" * 700 + "]",
    "[" + "9" * 6000 + "]",
    "[NaN]",
]


def _built(root: Path, references: str) -> list[str]:
    project = small_project(root, eins=article("Eine Brücke", "Stein"))
    (root / "docs/references.json").write_text(references, "utf-8")
    (root / "docs/a.md").write_text(ESSAY, "utf-8")
    _, problems = build(project, "local")
    assert any(path.startswith("2001/") for path in pages(project))
    return [p.code for p in problems if p.file == "docs/references.json"]


def test_a_value_of_a_wrong_form_is_named(tmp_path: Path) -> None:
    works = [WORK | {"id": f"x{n}"} | {key: value} for n, (key, value) in enumerate(WRONG)]
    assert _built(tmp_path / "p", json.dumps([WORK, *works])).count("C003") == len(works)


@pytest.mark.parametrize("references", BROKEN, ids=range(len(BROKEN)))
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, references: str) -> None:
    assert _built(tmp_path / "p", references) != []
