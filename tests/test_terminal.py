"""Promise: whatever a console can print, whoever stops reading, a command loses nothing and stays quiet."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from annotated_archive.cli import main
from annotated_archive.commands.terminal import READER_GONE

from .project_copy import ROOT, clean_environment
from .small_project import article, small_project

# Western and Central European Windows, old DOS, Cyrillic, and the C locale.
NARROW = ["cp1252", "cp1250", "cp850", "cp437", "cp1251", "ascii", "latin-1"]
COMMAND = [sys.executable, "-m", "annotated_archive"]
TITLE, STUFF = "Die Brücke nach Łódź steht", "Łódź-Stein, Ωmega → „Holz“ … 🌉"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("terminal") / "Prüf→stand"
    small_project(root, größe=article(TITLE, STUFF), доклад="")
    (root / "curation" / "people.yml").write_text("- id: x\n  nmae: Żaneta → Ωmega\n", "utf-8")
    hook = (ROOT / "annotated_archive" / "renderer" / "hook.py").as_posix()
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(f"{settings}hooks: ['{hook}']\n", "utf-8")
    (root / "docs" / "index.md").write_text("# Start\n", "utf-8")
    return root


class Console:
    """Streams of one encoding in place of the process's own, as strict as Python's."""

    def __init__(self, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.encoding, self.out, self.err = encoding, io.BytesIO(), io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(self.out, encoding=encoding))
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(self.err, encoding=encoding))

    def run(self, arguments: list[str]) -> tuple[int, str, str]:
        code = main(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
        return code, self.out.getvalue().decode(self.encoding), self.err.getvalue().decode(self.encoding)


@pytest.mark.parametrize("encoding", [*NARROW, "utf-8"])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["build"], 0),
        (["check"], 1),
        (["review"], 0),
        (["inspect", "--explain", "seeds/größe.txt", "seeds/доклад.txt"], 1),
        (["check", "--config-file", "Ωrdner/mkdocs.yml"], 2),
        (["import", "Ωrdner.json", "--site-url", "https://a.example/"], 2),
    ],
)
def test_any_console_prints_any_command(
    encoding: str, arguments: list[str], code: int, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    console = Console(encoding, monkeypatch)
    got, out, err = console.run(arguments)
    assert got == code
    printed = out + err.split("Characters that")[0]
    escaped = "\\u" in printed or "\\x" in printed
    assert escaped or encoding != "ascii"
    assert not escaped or encoding != "utf-8"
    assert ("Set the environment variable PYTHONUTF8=1" in err) == escaped


@pytest.mark.parametrize("encoding", [*NARROW, "utf-8", "utf-16", "cp65001"])
def test_json_says_the_same_in_any_encoding(
    encoding: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    code, out, err = Console(encoding, monkeypatch).run(["inspect", "seeds/größe.txt"])
    parts = json.loads(out)["segments"]
    assert "".join(part["text"] for part in parts) == article(TITLE, STUFF)
    assert (code, err) == (0, "")


def test_streams_are_left_as_they_were(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    Console("ascii", monkeypatch).run(["check"])
    with pytest.raises(UnicodeEncodeError):
        sys.stdout.write("→")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["review"],
        ["inspect", *["seeds/größe.txt"] * 40],
        ["inspect", "--explain", "seeds/größe.txt"],
        ["--help"],
    ],
)
def test_a_reader_that_stops_ends_the_command_quietly(project: Path, arguments: list[str]) -> None:
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=project,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()  # as `head` does when it has enough
    said = process.stderr.read().decode("utf-8", "replace")
    # argparse itself passes over the closed pipe of its help
    assert process.wait(60) == READER_GONE or arguments == ["--help"]
    assert said in ("", "5 problems.\n"), said


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_mkdocs_prints_our_problems_on_any_console(project: Path, encoding: str) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project,
        env=clean_environment() | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
        timeout=300,
    )
    printed = made.stderr.decode(encoding)
    assert made.returncode == 1, printed  # a problem stops the public edition
    assert "UnicodeEncodeError" not in printed
    assert "C002" in printed
