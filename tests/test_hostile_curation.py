"""Whatever stands in a file of `curation/`: a problem names it, the build ends, the articles are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotated_archive.pipeline import build

from .small_project import article, pages, small_project

ARTICLE = "articles/eins.yml"
FILES = (ARTICLE, "people.yml", "outlets.yml", "permalinks.yml", "archive.yml")
REPEATED = "- &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
)
DOUBLED = "a: &a0 {x: y}\n" + "".join(f"b{n}: &a{n} {{a: *a{n - 1}, b: *a{n - 1}}}\n" for n in range(1, 40))
CONTENTS = {
    "aliases of aliases": REPEATED,
    "mappings of mappings": DOUBLED,
    "holds itself": "&a [*a]\n",
    "a mapping that holds itself": "&a {a: *a}\n",
    "deep brackets": "[" * 20_000 + "]" * 20_000,
    "deep mappings": "{a: " * 600 + "x" + "}" * 600,
    "deep blocks": "".join(f"{' ' * n}a:\n" for n in range(1, 1500)),
    "deep dashes": "- " * 3000 + "x\n",
    "a list as a key": "{[a, b]: c}\n",
    "a mapping as a key": "{{a: b}: c}\n",
    "an object": '!!python/object/apply:os.system ["true"]\n',
}
ENCODINGS = (
    "undefined",
    "idna",
    "rot13",
    "zlib",
    '"a\\0b"',
    "../x",
    "mbcs",
    "[a]",
    "{a: b}",
    "unicode_escape",
)


def _built(root: Path, file: str, content: str) -> list[str]:
    project = small_project(root, eins=article("Eine Brücke", "Stein"), zwei=article("Eine Schule", "Glas"))
    (root / "curation" / file).write_text(content, "utf-8")
    report, problems = build(project, "local")
    assert report.stopped or len([path for path in pages(project) if path.startswith("2001/eine-")]) == 2
    return [problem.code for problem in problems if problem.file.startswith(f"curation/{file}")]


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("file", FILES)
def test_what_expands_or_nests_is_a_problem(tmp_path: Path, file: str, content: str) -> None:
    assert _built(tmp_path / "p", file, CONTENTS[content]) != []


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_no_encoding_stops_the_build(tmp_path: Path, encoding: str) -> None:
    project = small_project(tmp_path / "p", zwei=article("Eine Schule", "Glas"))
    (project.seeds / "eins.txt").write_bytes(article("Eine Brücke", "\\ud800").encode("latin-1"))
    (project.curation / ARTICLE).write_text(f"encoding: {encoding}\nbecause: {{encoding: x}}\n", "utf-8")
    _, problems = build(project, "local")
    assert any(path.startswith("2001/eine-schule") for path in pages(project))
    assert [str(problem) for problem in problems if "eins" in problem.file] != []
