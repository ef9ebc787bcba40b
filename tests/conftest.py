"""Fixtures that many tests share: the invented archive, built once as a person would build it."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from .project_copy import ROOT, copy_project, run

# For a developer, property tests look for new examples at every run, and what they find becomes a case.
# Continuous integration tests the change at hand: the same examples every time.
settings.register_profile("integration", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("integration")
# The tests start Python a hundred times: compiling the program anew each time would take a minute of theirs.
# The bytecode lies beside pytest's own cache, since tests compare what lies in the projects that they build.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(ROOT / ".pytest_cache" / "bytecode")

# What takes longest comes first, so that no process waits for another at the end.
LONGEST = ("test_wheel.py", "test_serve.py", "test_private.py", "test_editions.py", "test_site.py")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Files made for a test differ in their times and identifiers at each run: no names for a test."""
    return argname if isinstance(val, bytes) and len(val) > 40 else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    order = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.path.name, len(order)))


@dataclass(frozen=True)
class Built:
    """A project, and what its build printed."""

    project: Path
    output: subprocess.CompletedProcess[str]

    @property
    def site(self) -> Path:
        return self.project / "site"

    def copied(self, target: Path) -> Path:
        """A copy of the project with all that was built, for a test that changes it."""
        return Path(shutil.copytree(self.project, target))


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes which run tests side by side have in common."""
    base = factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


def built_once(name: str, factory: pytest.TempPathFactory, command: list[str]) -> Built:
    """The invented archive built by a command, once for all processes that run tests side by side."""
    shared = shared_folder(factory)
    project, printed = shared / name / "project", shared / name / "printed.pickle"
    with FileLock(shared / f"{name}.lock"):
        if not printed.exists():
            output = run(command, copy_project(project))
            assert output.returncode == 0, output.stderr
            printed.write_bytes(pickle.dumps(output))
    return Built(project, pickle.loads(printed.read_bytes()))


@pytest.fixture(scope="session")
def public_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The invented archive as `mkdocs build --strict` publishes it. Nobody changes it: see `Built.copied`."""
    return built_once("public", tmp_path_factory, ["mkdocs", "build", "--strict"])


@pytest.fixture(scope="session")
def local_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The invented archive in its local edition, which `mkdocs serve` shows."""
    return built_once("local", tmp_path_factory, ["python", "-c", BUILD_LOCAL])


# What `mkdocs serve` does before it serves, written to site/ instead of a temporary folder, with its search.
BUILD_LOCAL = """
import threading
import annotated_archive.renderer.quiet
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml", dev_addr="127.0.0.1:0")
config.plugins.on_startup(command="serve", dirty=False)
build(config)
for thread in threading.enumerate():
    if thread.name == "search-index":
        thread.join()
"""
