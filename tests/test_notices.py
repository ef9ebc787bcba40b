"""Errors stop every command that publishes before `site/` is written; notices stop none."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from annotated_archive.cli import main
from annotated_archive.pipeline import gather
from annotated_archive.problems import NOTICES
from annotated_archive.project import Project
from annotated_archive.results import Result

from .project_copy import ROOT, copy_project, run
from .small_project import article, reviewed, small_project

ERROR = "curation/articles/faehre-bleibt.yml:1: C002"
WALLED = """Das Wetter am Sonntag

Küstenbote, 5.6.2021

Am Sonntag bleibt es in Sandhaven trocken. Gegen Abend ziehen von der See her Wolken auf.

Die Fischer wollen trotzdem hinausfahren, denn der Wind lässt nach und die Netze sind längst geflickt …

Weiterlesen mit dem Abo: Jetzt anmelden und den ganzen Artikel lesen
"""
NOTHING = "Startseite\nAnmelden\nSuche\nImpressum\nDatenschutz\n"
PUBLISHING = (["mkdocs", "build"], ["mkdocs", "build", "--strict"], ["mkdocs", "gh-deploy"])


def broken(target: Path) -> Path:
    """A project with one error and an older site."""
    project = copy_project(target)
    (project / "curation/articles/faehre-bleibt.yml").write_text("autor: Wer", "utf-8")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("as it was", "utf-8")
    return project


def with_remote(project: Path, remote: Path) -> None:
    """Make the project a git repository with a bare remote beside it."""
    subprocess.run(["git", "init", "--quiet", "--bare", str(remote)], check=True)
    for words in (["init", "--quiet"], ["add", "."], ["remote", "add", "origin", str(remote)]):
        subprocess.run(["git", *words], cwd=project, check=True)
    commit = [
        "-c",
        "user.name=Test",
        "-c",
        "user.email=t@example.org",
        "commit",
        "--quiet",
        "-m",
        "An archive",
    ]
    subprocess.run(["git", *commit], cwd=project, check=True)


def pushed(remote: Path) -> str:
    done = subprocess.run(
        ["git", "--git-dir", str(remote), "branch", "--list"], check=True, capture_output=True, text=True
    )
    return done.stdout


IDENTITY = {
    f"GIT_{role}_{what}": "t@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
}


@pytest.mark.parametrize("command", PUBLISHING, ids=" ".join)
def test_an_error_stops_before_the_site_is_touched(command: list[str], tmp_path: Path) -> None:
    project = broken(tmp_path / "project")
    with_remote(project, tmp_path / "remote.git")
    output = run(command, project, **IDENTITY)
    assert output.returncode == 1
    assert "Traceback" not in output.stderr
    assert ERROR in output.stderr
    assert "1 problem above, so no site was made." in output.stderr
    assert [path.name for path in (project / "site").iterdir()] == ["index.html"]
    assert (project / "site/index.html").read_text("utf-8") == "as it was"
    assert pushed(tmp_path / "remote.git") == ""


def test_the_error_is_said_though_mkdocs_is_quiet(tmp_path: Path) -> None:
    output = run(["mkdocs", "build", "--quiet"], broken(tmp_path / "project"))
    assert output.returncode == 1
    assert ERROR in output.stderr


def test_notices_stop_neither_a_strict_build_nor_gh_deploy(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (project / "seeds/walled.txt").write_text(WALLED, "utf-8")
    (project / "seeds/nothing.txt").write_text(NOTHING, "utf-8")
    with_remote(project, tmp_path / "remote.git")
    strict = run(["mkdocs", "build", "--strict"], project)
    assert strict.returncode == 0, strict.stderr
    said = [line for line in strict.stderr.splitlines() if re.search(r": [A-Z][0-9]{3} ", line)]
    assert [re.search("[A-Z][0-9]{3}", line)[0] for line in said] == ["M009", "S001", "S002"]
    assert not any("WARNING" in line for line in said)
    assert (project / "site/archive/2021/das-wetter-am-sonntag/index.html").is_file()
    deployed = run(["mkdocs", "gh-deploy"], project, **IDENTITY)
    assert deployed.returncode == 0, deployed.stderr
    assert "gh-pages" in pushed(tmp_path / "remote.git")


def test_make_site_and_both_workflows_use_a_command_that_stops() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    recipe = re.search(r"^site:.*\n\t\$\(BIN\)/(.+)$", makefile, re.MULTILINE)
    assert recipe
    assert recipe[1].split() in PUBLISHING
    own = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text("utf-8"))
    assert "make site" in [step.get("run") for step in own["jobs"]["build"]["steps"]]
    template = ROOT / "annotated_archive/commands/new/templates/pages.yml.j2"
    assert "      - run: mkdocs build\n" in template.read_text("utf-8")


def test_a_server_shows_the_archive_with_its_errors(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    from mkdocs.config import load_config

    project = broken(tmp_path / "project")
    config = load_config(str(project / "mkdocs.yml"))
    (hook,) = config.hooks.values()
    hook.on_startup("serve", False)
    hook.on_pre_build(config)
    hook.on_post_build(config)
    assert [r.levelname for r in caplog.records if ERROR in r.getMessage()] == ["WARNING"]
    assert (project / "docs/archive/index.md").is_file()


def test_strict_building_of_the_pages_alone_minds_errors_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copy_project(tmp_path / "project")
    (project / "seeds/walled.txt").write_text(WALLED, "utf-8")
    monkeypatch.chdir(project)
    assert main(["build", "--strict", "--edition", "public", "--jobs", "1"]) == 0
    said = capsys.readouterr().err.splitlines()
    assert said[0] == NOTICES
    assert said[-1] == "1 notice, listed above."
    (project / "curation/articles/faehre-bleibt.yml").write_text("autor: Wer", "utf-8")
    assert main(["build", "--strict", "--jobs", "1"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "1 problem, 1 notice, listed above."
    assert main(["check", "--jobs", "1"]) == 1
    assert capsys.readouterr().err == "1 problem, 2 notices.\n"


# What a person writes in the article's file: the reason that is shown, and the codes that are open then.
REASON = "Nie frei zu lesen."
ACCEPTS = {
    "a reason by code": (f"accept: {{S002: {REASON}}}", REASON, []),
    "on lines of its own": (f"accept:\n  S002: {REASON}\n", REASON, []),
    "a list of mappings": (f"accept:\n  - S002: {REASON}\n", REASON, []),
    "code and because": (f"accept:\n  - {{code: S002, because: {REASON}}}\n", REASON, []),
    "no reason": ("accept: [S002]", "no reason given", ["C005"]),
    "one code alone": ("accept: S002", "no reason given", ["C005"]),
    "an empty reason": ("accept: {S002: }", "no reason given", ["C005"]),
    "no reason, accepted": ("accept: {S002: , C005: So ist es.}", "no reason given", []),
}


def project_with(tmp_path: Path, curated: str, of_all: str = "") -> Project:
    project = small_project(tmp_path / "p", walled=WALLED, other=article("Eine Brücke", "Stein"))
    (project.curation / "articles/walled.yml").write_text(curated, "utf-8")
    if of_all:
        (project.curation / "archive.yml").write_text(of_all, "utf-8")
    return project


def codes(result: Result) -> list[str]:
    return sorted(problem.code for problem in result.problems)


@pytest.mark.parametrize("case", ACCEPTS)
def test_a_person_settles_a_notice(case: str, tmp_path: Path) -> None:
    written, reason, left = ACCEPTS[case]
    result = gather(project_with(tmp_path, written))
    assert codes(result) == left
    settled = next(one for one in result.settled if one.problem.code == "S002")
    assert settled.by.because == reason
    assert ":9: S002 " not in reviewed(result)


REFUSED = {
    "an error": ("accept: {C002: Egal.}", ["C011", "S002"]),
    "no such code": ("accept: {X999: Egal.}", ["C003", "S002"]),
    "no code at all": ("accept: {Bezahlschranke: Egal.}", ["C003", "S002"]),
    "a number": ("accept: 7", ["C003", "S002"]),
    "nothing to accept": ("accept: {D001: Egal.}", ["C010", "S002"]),
    "nothing to accept, accepted": ("accept: {D001: Egal., C010: Für später.}", ["S002"]),
    "reasons by file": ("accept: {S002: {seeds/walled.txt: Egal.}}", ["C003", "S002"]),
    "nothing": ("accept:", ["S002"]),
    "another's notice": ("accept: {M009: Egal.}", ["C010", "S002"]),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_accepted_stays(case: str, tmp_path: Path) -> None:
    written, left = REFUSED[case]
    assert codes(gather(project_with(tmp_path, written))) == left


def test_an_accepted_error_says_so_in_full(tmp_path: Path) -> None:
    found = gather(project_with(tmp_path, "accept: {C002: Egal.}")).problems
    assert (
        "curation/articles/walled.yml:1: C011 C002 (an unknown key) is an error, which cannot be accepted. "
        in (str(found[0]))
    )


ESSAY = "[siehe @anonymous2021wetter](https://example.org/).\n"  # a key where no citation can be


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("", ["Q006", "S002"]),
        ("accept: {Q006: Von Citations die Rede.}", ["S002"]),
        ("accept: {Q006: {docs/essay.md: Von Citations die Rede.}}", ["S002"]),
        ("accept: {Q006: {docs/other.md: Von Citations die Rede.}}", ["C010", "Q006", "S002"]),
        ("accept: {S002: Alle.}", ["C010", "Q006", "S002"]),  # of an article: said in its own file
        ("accept: {A001: Egal.}", ["C011", "Q006", "S002"]),
        ("akzeptiert: {Q006: x}", ["C002", "Q006", "S002"]),
        ("- Q006", ["C003", "Q006", "S002"]),
        ("accept: {Q006: [", ["C001", "Q006", "S002"]),
    ],
)
def test_notices_of_no_article_are_settled_for_the_archive(
    written: str, left: list[str], tmp_path: Path
) -> None:
    project = project_with(tmp_path, "", written)
    (project.docs / "essay.md").write_text(ESSAY, "utf-8")
    assert codes(gather(project)) == left


def test_what_is_accepted_is_listed_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = project_with(
        tmp_path, f"accept:\n  S002: {REASON}\n", "accept: {M009: Nur auf diesem Rechner zu lesen.}"
    )
    monkeypatch.chdir(project.root)
    assert main(["check"]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "No problems.\n")
    assert main(["check", "--all"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert listed[0] == "Accepted notices:"
    assert listed[1].startswith("mkdocs.yml: M009 ")
    assert listed[1].endswith(" Accepted in curation/archive.yml:1: Nur auf diesem Rechner zu lesen.")
    assert listed[2].startswith("seeds/walled.txt:9: S002 ")
    assert listed[2].endswith(f" Accepted in curation/articles/walled.yml:2: {REASON}")


def test_the_notice_returns_when_the_file_is_whole_again(tmp_path: Path) -> None:
    """Then the acceptance settles nothing, which is said."""
    project = project_with(tmp_path, f"accept: {{S002: {REASON}}}")
    whole = WALLED.partition("\n\nWeiterlesen")[0].replace("geflickt …", "geflickt.") + "\n"
    (project.seeds / "walled.txt").write_text(whole, "utf-8")
    assert codes(gather(project)) == ["C010"]
