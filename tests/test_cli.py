"""The command: what it prints, where, and its exit codes (0 fine, 1 problems, 2 wrong usage)."""

import json
import re
from pathlib import Path

import pytest

from annotated_archive.cli import main
from annotated_archive.words.languages import languages

from .project_copy import ROOT, copy_project, run


@pytest.fixture
def project(tmp_path: Path, monkeypatch) -> Path:
    project = copy_project(tmp_path / "project")
    monkeypatch.chdir(project)
    monkeypatch.setenv("SITE_URL", "https://archive.example/")
    return project


def test_build_is_the_default_and_says_what_it_did(project, capsys):
    assert main([]) == 0
    printed = capsys.readouterr()
    assert "pages written, 0 unchanged, 0 removed (local edition)." in printed.out
    assert printed.err == ""
    assert main(["--edition", "public"]) == 0
    assert "(public edition)" in capsys.readouterr().out


def test_strict_turns_problems_into_the_exit_code(project, capsys):
    (project / "seeds" / "x.txt").write_bytes(b"")
    assert main(["build"]) == 0
    assert main(["build", "--strict"]) == 1
    assert capsys.readouterr().err.splitlines()[-2:] == [
        "seeds/x.txt: R001 The file is empty. Save the article again, or remove the file.",
        "1 problem, listed above.",
    ]


def test_check_lists_problems_and_writes_nothing(project, capsys):
    before = sorted(project.rglob("*"))
    assert main(["check"]) == 0
    assert capsys.readouterr().err == "No problems.\n"
    (project / "seeds" / "x.txt").write_bytes(b"")
    assert main(["check"]) == 1
    printed = capsys.readouterr()
    assert printed.out == "seeds/x.txt: R001 The file is empty. Save the article again, or remove the file.\n"
    assert printed.err == "1 problem.\n"
    (project / "seeds" / "x.txt").unlink()
    assert sorted(project.rglob("*")) == before


def test_review_gives_what_can_be_pasted(project, capsys):
    assert main(["review"]) == 0
    printed = capsys.readouterr().out
    assert "curation/articles/ohne-datum.yml" in printed
    assert "- id: enna-harmsen\n  name: Enna Harmsen" in printed


def test_inspect_prints_one_object_a_line_without_a_project(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(
        "Eine Meldung\n\nEs regnete am Abend in der ganzen Stadt, und niemand ging hinaus.\n"
    )
    Path("b.txt").write_bytes(b"\0")
    assert main(["inspect", "a.txt", "b.txt"]) == 1
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert "".join(s["text"] for s in first["segments"]) == Path("a.txt").read_text("utf-8")
    keys = "seed sha256 segments title kicker outlet date authors agencies url lang evidence people comments"
    assert {*keys.split(), "problems"} <= set(first)
    assert set(first["segments"][0]) == {"kind", "rule", "span", "lines", "text"}
    assert second["problems"] == [
        "b.txt: R002 The file is not text, whatever its name says. "
        "Save the article as plain text, or remove the file."
    ]


def test_explain_shows_each_line_with_its_kind_and_rule(project, capsys):
    assert main(["inspect", "--explain", "seeds/faehre-bleibt.txt"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert any(line.startswith("12 byline byline Von Wiebke Tjardsen") for line in lines)
    assert any(line.startswith("authors Wiebke Tjardsen stated") for line in lines)
    assert any(line.startswith("person Enna Boomgarden verified, 2 × mentioned") for line in lines)


@pytest.mark.parametrize("arguments", [["inspect"], ["build", "--edition", "secret"], ["--no-such-option"]])
def test_wrong_usage_exits_with_two(arguments, capsys):
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_no_mkdocs_yml_is_wrong_usage_too(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert capsys.readouterr().err == (
        "mkdocs.yml: not found. Run this beside mkdocs.yml, or give --config-file.\n"
    )


def test_pages_outside_of_the_project_are_a_problem_in_words(project, capsys):
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("docs_dir: docs", "docs_dir: ../pages"), "utf-8")
    (project / "docs").rename(project.parent / "pages")
    for command in (["check"], ["build"], ["review"]):
        assert main(command) == 2
        said = capsys.readouterr().err
        assert said.startswith("mkdocs.yml: M010 The folder of the pages, docs_dir (")
        assert said.endswith("Put both into one folder and write `docs_dir: docs`, or delete the line.\n")
    assert main(["doctor"]) == 1
    assert re.search(r"^mkdocs\.yml:\d+: M010 ", capsys.readouterr().out, re.MULTILINE)
    output = run(["mkdocs", "build"], project)
    assert output.returncode == 1
    assert "M010" in output.stderr
    assert "Traceback" not in output.stderr


def test_a_project_may_be_named_by_any_path_to_it(project, monkeypatch, capsys):
    monkeypatch.chdir(project / "seeds")
    assert main(["check", "--config-file", "../mkdocs.yml"]) == 0
    assert main(["check", "--config-file", "../../project/mkdocs.yml"]) == 0


def test_the_languages_of_a_new_archive_are_listed(capsys):
    with pytest.raises(SystemExit):
        main(["new", "--help"])
    assert f"the language of its pages: {', '.join(languages())}" in " ".join(capsys.readouterr().out.split())


def test_the_script_at_the_root_is_the_command(project):
    output = run(["python", str(ROOT / "build_archive.py"), "--help"], project)
    assert output.returncode == 0
    assert "inspect" in output.stdout
