"""The table of codes: real messages as examples, a code for each message, and the page made of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotated_archive.problems import CODES, Severity, page

from .problem_samples import cased, printed
from .project_copy import ROOT, run

PACKAGE = ROOT / "annotated_archive"
# What is only in doubt, and what a text that nobody can change is to blame for, must never stop an archive.
DOUBTS = ("S", "R007", "R008", "D001", "D004", "D005", "D006", "D007", "P002", "C005", "M009")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    return {*cased(), *printed(tmp_path_factory.mktemp("samples") / "project")}


@pytest.mark.parametrize("code", CODES)
def test_the_example_is_what_the_program_says(code: str, said: set[str]) -> None:
    """When this fails, the wording has changed: put the new one into the table, then `make problems`."""
    example = CODES[code].example
    assert f": {code} " in example
    assert example in {" ".join(message.split()) for message in said}


def test_no_code_is_left_over() -> None:
    named = {
        code
        for file in PACKAGE.rglob("*.py")
        for code in re.findall(r"\"([A-Z][0-9]{3})\"", file.read_text("utf-8"))
    }
    assert named - CODES.keys() == set()
    assert CODES.keys() - named == set()


def test_doubt_stops_nothing() -> None:
    doubts = {code for code in CODES if code.startswith(DOUBTS)}
    assert {CODES[code].severity for code in doubts} == {Severity.NOTICE}
    lost = {"R002", "C001", "C002", "C003", "C004", "C008", "A002", "N001", "Q002", "W003"}
    assert {CODES[code].severity for code in lost} == {Severity.ERROR}


def test_the_page_is_that_of_the_table() -> None:
    """When this fails: `make problems`."""
    assert (ROOT / "PROBLEMS.md").read_text("utf-8") == page()


def test_the_page_is_made_by_a_command(tmp_path: Path) -> None:
    output = run(["python", "-m", "annotated_archive.problems"], ROOT)
    assert (output.returncode, output.stdout) == (0, page())
