"""Promise: the wheel alone makes an archive anywhere, which MkDocs builds, serves and publishes.

The wheel is built and installed without a network. The fresh environment sees the libraries of the tests'
environment, not the program there: that is installed from the wheel.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from .conftest import BUILD_LOCAL
from .project_copy import ROOT, clean_environment
from .small_project import files

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
WINDOWS = os.name == "nt"
COMMANDS = ("build", "check", "review", "inspect", "import", "desk", "doctor", "new")
WHERE = "import annotated_archive; from pathlib import Path; print(Path(annotated_archive.__file__).parent)"
ESSAY = "# Ein Essay\n\n„Jetzt sieht man uns wieder“ [@hallenserabendpost2024oldersand].\n"
# What a later version may bring: a hook that nobody's files name.
LATER_HOOK = '''

def on_env(env: Any, **_: Any) -> None:
    """Of a later version."""
    log.warning("A later hook")
'''


@dataclass(frozen=True)
class Fresh:
    """An environment with nothing but the wheel and the libraries that it names."""

    wheel: Path
    folder: Path

    def run(self, command: list[str], where: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a script of this environment, or `python`."""
        scripts = self.folder / ("Scripts" if WINDOWS else "bin")
        return subprocess.run(
            [str(scripts / command[0]), *command[1:]],
            cwd=where,
            env=clean_environment() | {"PYTHONUTF8": "1"} | environment,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"  # building leaves folders behind
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "annotated_archive", source / "annotated_archive", ignore=ignored)
    offline = ["--no-deps", "--no-index"]
    build = [*PIP, "wheel", *offline, "--no-build-isolation", "--wheel-dir", str(folder), str(source)]
    subprocess.run(build, check=True, timeout=300)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "environment", with_pip=False, symlinks=not WINDOWS)
    python = folder / "environment" / ("Scripts/python.exe" if WINDOWS else "bin/python")
    subprocess.run([*PIP, "--python", str(python), "install", *offline, str(wheel)], check=True, timeout=300)
    # A folder that a .pth file names is searched; .pth files in it, as of an editable install, are not read.
    (own,) = {path.parent for path in (folder / "environment").rglob("annotated_archive") if path.is_dir()}
    (own / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return Fresh(wheel, folder / "environment")


@pytest.fixture(scope="module")
def outside(fresh: Fresh, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new archive, built in its public edition."""
    folder = tmp_path_factory.mktemp("outside")
    made = fresh.run(
        ["annotated-archive", "new", "my archive", "--title", "Ägyptens „Presse“", "--language", "de"], folder
    )
    assert made.returncode == 0, made.stderr
    project = folder / "my archive"
    (project / "docs/essays/a.md").write_text(ESSAY, "utf-8")
    built = fresh.run(["python", "-m", "mkdocs", "build", "--strict"], project)
    assert built.returncode == 0, built.stderr
    assert not re.search("zensical|warning", built.stderr, re.IGNORECASE)
    return project


def test_the_wheel_holds_every_file_of_the_package(fresh):
    """Templates, words, styles and samples too: what setuptools is not told of is missing without a word."""
    held = {name for name in zipfile.ZipFile(fresh.wheel).namelist() if ".dist-info/" not in name}
    package = ROOT / "annotated_archive"
    there = {
        path.relative_to(ROOT).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert held == there
    assert "annotated_archive/py.typed" in held


def test_the_program_is_that_of_the_wheel(fresh, tmp_path):
    code = "import annotated_archive; print(annotated_archive.__file__)"
    where = fresh.run(["python", "-c", code], tmp_path).stdout.strip()
    assert Path(where).is_relative_to(fresh.folder)


@pytest.mark.parametrize("command", [["annotated-archive"], ["python", "-m", "annotated_archive"]], ids=str)
def test_the_command_says_its_version_and_its_words(fresh, command, tmp_path):
    assert re.fullmatch(
        r"annotated-archive \d+\.\d+\.\d+\n", fresh.run([*command, "--version"], tmp_path).stdout
    )
    said = fresh.run([*command, "--help"], tmp_path).stdout
    assert all(word in said for word in COMMANDS)


def test_the_public_site_is_whole(outside):
    start = (outside / "site/index.html").read_text("utf-8")
    assert "<title>Ägyptens „Presse“</title>" in start
    assert "assets/paper.css" in start
    assert "Neueste Artikel" in start
    assert 'class="verified"' in (outside / "site/essays/a/index.html").read_text("utf-8")
    assert (outside / "site/assets/paper.css").is_file()
    assert "Diese Seite gibt es nicht" in (outside / "site/404.html").read_text("utf-8")
    pages = sorted(path.parent.name for path in (outside / "site/archive/2024").glob("*/index.html"))
    assert pages == [
        "die-turmuhr-von-bremeloh-geht-vor",
        "leuchtturm-von-oldersand-bekommt-sein-altes-licht-zurueck",
        "oldersand-ein-turm-der-wieder-blinkt",
    ]
    text = "".join(path.read_text("utf-8") for path in (outside / "site").rglob("*.html"))
    assert "Ich habe es bis zum Bahnhof gesehen!" not in text
    assert not re.search(r"<(?:script|img)[^>]*src=\"?https?://|rel=\"?stylesheet\"?[^>]*https?://", text)


def test_the_local_edition_is_served_and_never_published(fresh, outside, tmp_path):
    """What `mkdocs serve` shows has the comments; without hook and extension the theme refuses its pages."""
    project = copied(outside, tmp_path)
    assert fresh.run(["python", "-c", BUILD_LOCAL], project).returncode == 0
    page = "site/archive/2024/oldersand-ein-turm-der-wieder-blinkt/index.html"
    assert "Ich habe es bis zum Bahnhof gesehen!" in (project / page).read_text("utf-8")
    (project / "bare.yml").write_text("INHERIT: mkdocs.yml\nhooks: []\nmarkdown_extensions: [attr_list]\n")
    assert fresh.run(["python", "-m", "mkdocs", "build", "-f", "bare.yml"], project).returncode == 0
    shown = (project / page).read_text("utf-8")
    assert "Ich habe es bis zum Bahnhof gesehen!" not in shown
    assert "This page belongs to the local edition" in shown  # the words come with the hook
    (project / "no-hook.yml").write_text("INHERIT: mkdocs.yml\nhooks: []\n")
    refused = fresh.run(["python", "-m", "mkdocs", "build", "-f", "no-hook.yml"], project)
    assert refused.returncode == 1
    assert "must not be published" in refused.stderr


def named(files: dict[str, bytes]) -> set[str]:
    """The files without those that differ from build to build: Pagefind puts filters in no certain order."""
    return {name for name in files if not name.endswith((".gz", ".pf_filter", ".pf_meta"))}


def test_from_another_folder_and_to_another_branch(fresh, outside, tmp_path):
    """`mkdocs build -f` from elsewhere gives the same site; `gh-deploy` pushes it."""
    project = copied(outside, tmp_path)
    before = files(project / "site")
    shutil.rmtree(project / "site")
    settings = str(Path(project.name) / "mkdocs.yml")
    built = fresh.run(["python", "-m", "mkdocs", "build", "--strict", "-f", settings], project.parent)
    assert built.returncode == 0, built.stderr
    after = files(project / "site")
    assert named(before) == named(after)
    assert all(after[name] == before[name] for name in before if name.endswith(".html"))
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org"]
    for words in (["init", "-q", "--bare", "../remote.git"], ["init", "-q"], ["add", "-A"]):
        subprocess.run([*git, *words], cwd=project, check=True)
    subprocess.run([*git, "commit", "-q", "-m", "An archive"], cwd=project, check=True)
    subprocess.run([*git, "remote", "add", "origin", "../remote.git"], cwd=project, check=True)
    identity = {
        f"GIT_{who}_{what}": "test@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    deployed = fresh.run(["python", "-m", "mkdocs", "gh-deploy"], project, **identity)
    assert deployed.returncode == 0, deployed.stderr
    listing = [
        "git",
        "--git-dir",
        str(project.parent / "remote.git"),
        "ls-tree",
        "-r",
        "--name-only",
        "gh-pages",
    ]
    pushed = subprocess.run(listing, check=True, capture_output=True, text=True).stdout.splitlines()
    assert "archive/2024/die-turmuhr-von-bremeloh-geht-vor/index.html" in pushed


def test_every_word_of_the_command_works_outside(fresh, outside, tmp_path):
    project = copied(outside, tmp_path)
    for command, code, said in (
        (["check"], 0, "No problems, 1 notice."),
        (["review"], 0, "wiebke-trautvetter"),
        (["build", "--edition", "public", "--jobs", "2"], 0, "(public edition)"),
        (["inspect", "seeds/turmuhr.txt"], 0, '"outlet": "Marschkurier"'),
        (["import", "none.json"], 2, "none.json: No such file"),
    ):
        done = fresh.run(["python", "build_archive.py", *command], project)
        assert done.returncode == code, (command, done.stderr)
        assert said in done.stdout + done.stderr, command


def test_a_missing_package_is_said_in_words(outside, tmp_path):
    """As after a clone, before anything is installed; and from MkDocs too, without a traceback."""
    script = str(outside / "build_archive.py")
    bare = [sys.executable, "-I", "-S", script]
    output = subprocess.run(bare, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert output.returncode == 1
    assert output.stderr == "The package 'annotated_archive' is missing: pip install annotated-archive\n"


def test_a_later_version_needs_nothing_merged(fresh, outside, tmp_path):
    """The package changes, with a hook more and a page's template changed; no file of the archive does."""
    project = copied(outside, tmp_path)
    later = tmp_path / "later"
    shutil.copytree(
        Path(fresh.run(["python", "-c", WHERE], tmp_path).stdout.strip()), later / "annotated_archive"
    )
    package = later / "annotated_archive"
    hook = package / "renderer" / "hook.py"
    hook.write_text(hook.read_text("utf-8") + LATER_HOOK, "utf-8")
    public = package / "__init__.py"
    public.write_text(
        public.read_text("utf-8").replace('"on_files",', '"on_files",\n        "on_env",'), "utf-8"
    )
    style = package / "renderer/theme/assets/paper.css"
    style.write_text("/* later */\n" + style.read_text("utf-8"), "utf-8")
    before = {
        name: text
        for name, text in files(project).items()
        if not name.startswith(("site/", "docs/archive/", ".cache"))
    }
    built = fresh.run(["python", "-m", "mkdocs", "build"], project, PYTHONPATH=str(later))
    assert built.returncode == 0, built.stderr
    assert "A later hook" in built.stderr
    assert (project / "site/assets/paper.css").read_text("utf-8").startswith("/* later */")
    assert before.items() <= files(project).items()
    examined = fresh.run(["annotated-archive", "doctor"], project, PYTHONPATH=str(later))
    assert (examined.returncode, examined.stderr) == (0, "All fits.\n")


def copied(project: Path, target: Path) -> Path:
    return Path(shutil.copytree(project, target / "archive"))
