"""Bad input: one clear problem each, and all else builds."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from annotated_archive.cli import main
from annotated_archive.problems import NOTICES

from .project_copy import copy_project, run

GOOD = "archive/2020/inselverkehr-faehre-nach-norderhall-bleibt-bis-zum-herbst-im-dock.md"
ARTICLE = """Titel der Meldung

Küstenbote, 5.6.2021

Die Stadt Sandhaven hat am Samstag einen neuen Brunnen eingeweiht. Er steht auf dem Markt und kommt aus einer
Quelle, die lange vergessen war. Viele Menschen kamen, obwohl es in Strömen regnete.

Der Brunnen kostet die Stadt 40.000 Euro. Ein Verein sammelt noch Geld für die Bänke, die im Herbst folgen.
"""


@pytest.fixture
def build(monkeypatch, capsys) -> Callable[[Path], list[str]]:
    """Builds a project; gives the problems that are printed. The rest must be built."""

    def build(project: Path) -> list[str]:
        monkeypatch.chdir(project)
        assert main(["build"]) == 0
        assert (project / "docs" / GOOD).exists()
        return [
            line
            for line in capsys.readouterr().err.splitlines()
            if "listed above" not in line and line != NOTICES
        ]

    return build


CASES = {
    "empty": ({"seeds/x.txt": b""}, ["seeds/x.txt: R001"]),
    "binary": ({"seeds/x.txt": b"\x00\x01\x02"}, ["seeds/x.txt: R002"]),
    "windows-1252": ({"seeds/x.txt": ARTICLE.encode("windows-1252")}, ["seeds/x.txt: R003"]),
    "other type": ({"seeds/x.odt": b"%PDF"}, ["seeds/x.odt: R004"]),
    "same content": (
        {"seeds/x.txt": ARTICLE.encode(), "seeds/y.txt": ARTICLE.encode()},
        ["seeds/y.txt: R005"],
    ),
    "broken yaml": (
        {"curation/articles/faehre-bleibt.yml": b'title: "offen'},
        ["curation/articles/faehre-bleibt.yml:1: C001"],
    ),
    "unknown key": (
        {"curation/articles/faehre-bleibt.yml": b"autor: Wer"},
        ["curation/articles/faehre-bleibt.yml:1: C002"],
    ),
    "no such seed": (
        {"curation/articles/gone.yml": b"lang: de\nbecause: {lang: x}"},
        ["curation/articles/gone.yml: C004"],
    ),
    "same address": (
        {"seeds/x.txt": ARTICLE.encode(), "seeds/y.txt": (ARTICLE + "\nEnde.\n").encode()},
        ["seeds/y.txt: A008"],
    ),
    "only boilerplate": (
        {"seeds/x.txt": b"Startseite\nAnmelden\nSuche\nImpressum\nDatenschutz\n"},
        ["seeds/x.txt: S001"],
    ),
    "a title of 300 characters": (
        {"seeds/x.txt": ARTICLE.replace("Titel der Meldung", "Sehr langer Titel ohne Ende " * 11).encode()},
        ["seeds/x.txt:1: D004"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_one_problem_and_all_else_builds(name, build, tmp_path):
    files, expected = CASES[name]
    project = copy_project(tmp_path / "project")
    for path, content in files.items():
        (project / path).write_bytes(content)
    problems = build(project)
    assert [p.split(" ", 2)[0] + " " + p.split(" ", 2)[1] for p in problems] == expected


def test_a_foreign_folder_builds_with_nothing_decided(tmp_path):
    """Texts of every shape, none of ours: no traceback, whatever they hold."""
    project = copy_project(tmp_path / "project")
    shutil.rmtree(project / "seeds")
    shutil.rmtree(project / "curation")
    shutil.rmtree(project / "docs" / "essays")  # they cite what has gone
    (project / "seeds" / "a" / "b").mkdir(parents=True)
    dice = random.Random(4)
    letters = "abc ÄÖü\n\n\t.,:;!?\"'„“»«()[]{}<>&*_#`|\\~^$@=+-–—0123456789\u2028\u00a0\u200b😀漢字\x0c\x1b"
    for n in range(30):
        text = "".join(dice.choice(letters) for _ in range(dice.randint(1, 4000)))
        (project / "seeds" / "a" / "b" / f"{n} ä&.txt").write_text(text, "utf-8")
    (project / "seeds" / "long.txt").write_text("Wort " * 100_000, "utf-8")
    (project / "seeds" / "lines.txt").write_text("x\n" * 20_000, "utf-8")
    output = run(["mkdocs", "build"], project)
    assert output.returncode == 0, output.stderr
    assert "Traceback" not in output.stderr
    assert len(list((project / "docs" / "archive" / "undated").glob("*.md"))) > 1
