"""Fixtures that many tests share: the invented archive, built once as a person would build it."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from .project_copy import copy_project, run

# For a developer, property tests look for new examples at every run, and what they find becomes a case.
# Continuous integration tests the change at hand: the same examples every time.
settings.register_profile("integration", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("integration")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew")


@dataclass(frozen=True)
class Built:
    """A project, and what its build printed."""

    project: Path
    output: subprocess.CompletedProcess[str]

    @property
    def site(self) -> Path:
        return self.project / "site"


@pytest.fixture(scope="session")
def public_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The invented archive as `mkdocs build --strict` publishes it."""
    project = copy_project(tmp_path_factory.mktemp("public") / "project")
    output = run(["mkdocs", "build", "--strict"], project)
    assert output.returncode == 0, output.stderr
    return Built(project, output)


@pytest.fixture(scope="session")
def local_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The invented archive in its local edition, which `mkdocs serve` shows."""
    project = copy_project(tmp_path_factory.mktemp("local") / "project")
    output = run(["python", "-c", BUILD_LOCAL], project)
    assert output.returncode == 0, output.stderr
    return Built(project, output)


# What `mkdocs serve` does before it serves, written to site/ instead of a temporary folder.
BUILD_LOCAL = """
import annotated_archive.renderer.quiet
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml")
config.plugins.on_startup(command="serve", dirty=False)
build(config)
"""
