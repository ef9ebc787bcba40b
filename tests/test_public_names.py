"""Promise: names that projects elsewhere use are there, cost nothing until asked for, and lack no hook."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.plugins import EVENTS

import annotated_archive
from annotated_archive.renderer import hook

SOURCE = Path(annotated_archive.__file__).read_text("utf-8")


def test_type_checkers_and_python_know_the_same_names_in_the_same_modules():
    told = {
        (node.module, alias.name)
        for node in ast.walk(ast.parse(SOURCE))
        if isinstance(node, ast.ImportFrom) and node.level == 1
        for alias in node.names
    }
    assert told == {(module, name) for module, names in annotated_archive.HOMES.items() for name in names}


@pytest.mark.parametrize("name", sorted(annotated_archive.__all__))
def test_each_name_is_there(name):
    assert getattr(annotated_archive, name) is not None
    assert name in dir(annotated_archive)


def test_a_name_that_is_not_there_is_an_error_as_of_any_module():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        annotated_archive.nothing  # noqa: B018


def test_every_hook_that_the_renderer_has_reaches_mkdocs():
    defined = {name for name in vars(hook) if name.startswith("on_")}
    assert defined == {name for name in annotated_archive.__all__ if name.startswith("on_")}
    assert {name.removeprefix("on_") for name in defined} <= set(EVENTS)


def test_the_extension_has_the_name_of_the_package():
    assert "citations" in Markdown(extensions=["annotated_archive"]).preprocessors


def test_importing_the_package_loads_nothing_else_and_sets_nothing():
    code = (
        "import os, sys; before = set(sys.modules), dict(os.environ); import annotated_archive; "
        "assert dict(os.environ) == before[1]; "
        "print([n for n in set(sys.modules) - before[0] if n.partition('.')[0] in "
        "('mkdocs', 'material', 'pydantic', 'yaml')])"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert output.stdout == "[]\n"
