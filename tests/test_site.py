"""The site that people build: clean, complete, in the right edition, and deployed where they say."""

import re
import subprocess

import pytest
import yaml

from .conftest import Built
from .project_copy import ROOT, clean_environment, copy_project, run

COMMENT = "Der Dampfer ist doch viel schöner!"


def everything(built: Built) -> str:
    texts = (".html", ".json", ".xml", ".js")
    return "".join(p.read_text("utf-8") for p in built.site.rglob("*") if p.suffix in texts)


def test_a_strict_build_prints_nothing_alarming(public_site: Built):
    printed = public_site.output.stdout + public_site.output.stderr
    assert not re.search(r"warning|error|end of life|zensical", printed, re.IGNORECASE), printed


def test_the_public_edition_leaves_out_reader_comments_everywhere(public_site: Built, local_site: Built):
    assert COMMENT in everything(local_site)
    assert COMMENT not in everything(public_site)
    assert "Strandläufer" not in everything(public_site)


def test_a_second_build_writes_nothing(public_site: Built, tmp_path):
    again = run(["mkdocs", "build", "--strict"], public_site.copied(tmp_path / "project"))
    assert "Archive (public edition): 0 pages written, 0 removed." in again.stderr


def test_the_other_edition_meanwhile_stops_the_build(tmp_path):
    """As when `mkdocs serve` rebuilds while the public edition is being made."""
    project = copy_project(tmp_path / "project")
    meddle = """
import annotated_archive.renderer.quiet
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pathlib import Path
config = load_config("mkdocs.yml")
config.plugins.on_startup(command="build", dirty=False)
def meddle(env, config, files):
    record = Path("docs/archive/.written.json")
    record.write_text(record.read_text().replace('"public"', '"local"'))
config.plugins.events["env"].append(meddle)
build(config)
"""
    output = run(["python", "-c", meddle], project)
    assert output.returncode != 0
    assert "Stop `mkdocs serve`, then build again." in output.stderr
    assert not any((project / "site").iterdir())  # nor can somebody publish it by hand


def test_gh_deploy_pushes_the_public_edition_to_a_real_remote(tmp_path):
    project = copy_project(tmp_path / "project")
    remote = tmp_path / "remote.git"

    def git(*words: str) -> str:
        identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
        return subprocess.run(
            ["git", *identity, *words], cwd=project, check=True, capture_output=True, text=True
        ).stdout

    git("init", "--quiet", "--bare", str(remote))
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "An archive")
    git("remote", "add", "origin", str(remote))
    identity = {
        f"GIT_{role}_{what}": "t@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    output = run(["mkdocs", "gh-deploy", "--strict"], project, **identity)
    assert output.returncode == 0, output.stderr
    files = git("--git-dir", str(remote), "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    assert {"index.html", "404.html", ".nojekyll", "archive/people/hauke-detlefsen/index.html"} <= set(files)
    pushed = git(
        "--git-dir",
        str(remote),
        "show",
        "gh-pages:archive/2020/inselverkehr-faehre-nach-norderhall-bleibt-bis-zum-herbst-im-dock/index.html",
    )
    assert "Boomgarden" in pushed
    assert COMMENT not in pushed


WORKFLOWS = ROOT / ".github" / "workflows"


@pytest.mark.parametrize("workflow", sorted(path.name for path in WORKFLOWS.glob("*.yml")))
def test_the_workflows_follow_the_schema_of_github(workflow):
    check = ["check-jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = run([*check, str(WORKFLOWS / workflow)], ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_changes_are_tested_on_every_system_and_python_that_the_package_names():
    settings = yaml.safe_load((WORKFLOWS / "tests.yml").read_text("utf-8"))
    matrix = settings["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix["os"] == ["ubuntu-latest", "macos-latest", "windows-latest"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]
    steps = [step.get("run", "") for step in settings["jobs"]["tests"]["steps"]]
    assert not any("make" in step or ".venv" in step for step in steps)


def test_no_environment_hides_the_notice_from_this_test():
    assert "NO_MKDOCS_2_WARNING" not in clean_environment()
