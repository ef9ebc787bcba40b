"""Segmenting is a list of passes, each from one frozen layout to the next; nothing is changed in place."""

from __future__ import annotations

import ast
import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from annotated_archive.model import SavedText
from annotated_archive.stages import segment as package
from annotated_archive.stages.segment.layout import Layout
from annotated_archive.stages.segment.segmenting import PASSES, lay_out

from .casebook import cases
from .test_no_memory import CHANGES

# `- `run` (`run.py`): …`: a pass and the module it is in.
LISTED = re.compile(r"^- `([\w-]+)` \(`(\w+)\.py`\)", re.MULTILINE)
MODULES = sorted(Path(package.__file__).parent.glob("*.py"))


def saved(text: str) -> SavedText:
    return SavedText("page.txt", "seeds/page.txt", text, "")


def test_the_docstring_lists_the_passes_in_their_order():
    passes = [(name, step.__module__.rpartition(".")[2]) for name, step in PASSES]
    assert LISTED.findall(package.__doc__) == passes


def test_the_docstring_names_every_module():
    named = set(re.findall(r"`(\w+\.py)`", package.__doc__))
    quiet = {"__init__.py", "mark.py", "words.py", "title_candidates.py"}  # values, and what others ask for
    assert {path.name for path in MODULES} - quiet == named


def test_names_tell_passes_apart():
    assert len(dict(PASSES)) == len(PASSES)


@pytest.mark.parametrize("case", cases("segment"))
def test_a_pass_leaves_the_layout_that_it_was_given(case):
    page = Layout(saved(case["text"]))
    for name, step in PASSES:
        before = repr(page)
        following = step(page)
        assert repr(page) == before, name
        assert repr(step(page)) == repr(following), name  # twice the same: it remembers nothing
        page = following
    assert page == lay_out(saved(case["text"]))


def test_nothing_of_a_layout_can_be_set():
    page = lay_out(saved("Die Fähre\n\nSie fährt."))
    with pytest.raises(FrozenInstanceError):
        page.marks = ()  # type: ignore[misc]
    assert {type(value) for value in (page.blocks, page.marks, page.readings, page.parts)} == {tuple}


def test_the_last_pass_is_a_choice():
    page = saved("Die Fähre\n\nSie fährt.")
    assert lay_out(page, "blocks").marks == (None, None)
    assert lay_out(page, "run").readings == ()
    assert lay_out(page) == lay_out(page, "parts")
    with pytest.raises(KeyError):
        lay_out(page, "runs")


def changed_arguments(source: str) -> list[str]:
    """Where a function changes what it was given; an object may change itself."""
    found = []
    for function in ast.walk(ast.parse(source)):
        if not isinstance(function, ast.FunctionDef):
            continue
        given = {argument.arg for argument in function.args.args} - {"self"}
        for node in ast.walk(function):
            changed: ast.expr | None = None
            if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
                changed = node.value
            elif (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in CHANGES
            ):
                changed = node.func.value
            while isinstance(changed, ast.Subscript | ast.Attribute):
                changed = changed.value
            if isinstance(changed, ast.Name) and changed.id in given:
                found.append(f"{function.name}: {changed.id}")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_function_changes_what_it_was_given(path):
    assert changed_arguments(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "body",
    ["marks[0] = 1", "marks.append(1)", "del marks[0]", "marks[0] += 1", "marks.x.y = 1", "marks[0].add(1)"],
)
def test_a_changed_argument_is_found(body):
    assert changed_arguments(f"def f(marks):\n    {body}") == ["f: marks"]
