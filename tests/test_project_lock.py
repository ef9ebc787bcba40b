"""One build at a time: the second waits, says for whom, and gives no address twice."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest
import yaml

from annotated_archive.cli import main
from annotated_archive.disk.project_lock import BusyError, only_build
from annotated_archive.pipeline import build
from annotated_archive.project import Project

from .project_copy import ROOT
from .small_project import article, small_project

ROUNDS = 6
HOLD = """
import sys, time
from pathlib import Path
from annotated_archive.disk.project_lock import only_build
with only_build(Path(sys.argv[1]), print):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def holder(root: Path, seconds: float) -> subprocess.Popen[str]:
    """A process that holds the lock of a project."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(root), str(seconds)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def build_at_once(roots: Sequence[Path], start: Barrier) -> None:
    """Build one project after the other, each at the same moment as another process does."""
    for root in roots:
        start.wait(timeout=60)
        build(Project(root, root / "docs", "de"), "local")


def test_builds_side_by_side_give_each_seed_one_address(tmp_path):
    seeds = {f"s{n}": article(f"Brücke Nummer {n}", f"Holz {n}") for n in range(3)}
    projects = [small_project(tmp_path / str(n), **seeds) for n in range(ROUNDS)]
    fresh = get_context("spawn")
    arguments = ([project.root for project in projects], fresh.Barrier(2))
    at_once = [fresh.Process(target=build_at_once, args=arguments) for _ in range(2)]
    for process in at_once:
        process.start()
    for process in at_once:
        process.join(timeout=120)
    assert [process.exitcode for process in at_once] == [0, 0]
    for project in projects:
        entries = yaml.safe_load((project.curation / "permalinks.yml").read_text("utf-8"))
        assert sorted(entry["seed"] for entry in entries) == sorted(seeds)
    assert not [p for p in build(projects[0], "local")[1] if p.code.startswith("A")]


def test_a_waiting_build_says_for_whom_and_goes_on(tmp_path):
    said: list[str] = []
    process = holder(tmp_path, 3)
    with only_build(tmp_path, said.append, patience=30):
        assert process.poll() is not None or process.wait(timeout=5) == 0
    (words,) = said
    assert words.startswith(
        f"Another build of this archive is at work (process {process.pid}, `-c {tmp_path} 3`"
    )
    assert words.endswith("Waiting for it, 30 seconds at most.")


def test_a_build_that_waited_too_long_says_so_and_changes_nothing(tmp_path, capsys):
    project = small_project(tmp_path, a=article("Eine Brücke", "Holz"))
    config = ["--config-file", str(tmp_path / "mkdocs.yml")]
    process = holder(tmp_path, 60)
    try:
        assert main(["build", *config, "--wait", "0.1"]) == 1
        output = capsys.readouterr()
        assert output.out == ""
        assert output.err.startswith(f"Another build of this archive is at work (process {process.pid}, ")
        assert "so nothing was built. Wait until it has ended, or end it" in output.err
        assert not project.archive.exists()
        assert main(["review", *config]) == 0  # those that only read do not wait
    finally:
        process.kill()
        process.wait()


def test_a_build_that_was_killed_holds_nothing(tmp_path):
    process = holder(tmp_path, 60)
    process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    process.wait()
    begun = time.monotonic()
    with only_build(tmp_path, pytest.fail, patience=5):
        assert time.monotonic() - begun < 1
        known = json.loads((tmp_path / ".cache" / "build.json").read_text())
        assert known["pid"] != process.pid
    assert not (tmp_path / ".cache" / "build.json").exists()


def test_a_project_without_a_place_for_the_lock_is_locked_all_the_same(tmp_path):
    (tmp_path / ".cache").write_text("a file")
    process = holder(tmp_path, 60)
    try:
        with pytest.raises(BusyError), only_build(tmp_path, print, patience=0.1):
            pass
    finally:
        process.kill()
        process.wait()
    with only_build(tmp_path, pytest.fail, patience=5):
        pass
