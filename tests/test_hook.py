"""When the archive cannot be brought up to date, no site is made, and a server shows what was there."""

from __future__ import annotations

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from annotated_archive.cli import main

from .project_copy import copy_project, run
from .small_project import files


def test_a_site_is_not_made_from_curation_that_cannot_be_read(tmp_path):
    """The site of the last build stays whole; the problem is said in words."""
    project = copy_project(tmp_path / "project")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("as it was")
    (project / "curation" / "people.yml").write_text("- id: [")
    output = run(["mkdocs", "build"], project)
    assert output.returncode == 1
    assert "Traceback" not in output.stderr
    assert "curation/people.yml:1: C001" in output.stderr
    assert "A part of curation/ cannot be read, so nothing was published." in output.stderr
    assert [path.name for path in (project / "site").iterdir()] == ["index.html"]
    assert not (project / "docs" / "archive").exists()


def test_a_server_goes_on_with_what_was_there(tmp_path, caplog):
    """As `mkdocs serve` calls it: before and after a person breaks a file, and when it is whole again."""
    project = copy_project(tmp_path / "project")
    config = load_config(str(project / "mkdocs.yml"))
    (hook,) = config.hooks.values()
    hook.on_startup("serve", False)
    people = project / "curation" / "people.yml"
    whole = people.read_text("utf-8")
    people.write_text("- id: [")
    with pytest.raises(PluginError, match="nothing was published"):  # nothing was there before
        hook.on_pre_build(config)
    people.write_text(whole, "utf-8")
    hook.on_pre_build(config)
    before = files(project / "docs")
    people.write_text("- id: [")
    caplog.clear()
    hook.on_pre_build(config)
    hook.on_post_build(config)
    assert files(project / "docs") == before
    said = "\n".join(record.getMessage() for record in caplog.records)
    assert "curation/people.yml:1: C001" in said
    assert "what was there before is shown" in said
    people.write_text(whole, "utf-8")
    caplog.clear()
    hook.on_pre_build(config)
    assert "nothing was published" not in caplog.text


@pytest.mark.parametrize("end", ["made", "failed", "began again"])
def test_no_other_build_is_at_work_until_the_site_is_made(end, tmp_path, monkeypatch, capsys):
    """A server that rebuilds meanwhile would exchange the pages of which the public site is made."""
    project = copy_project(tmp_path / "project")
    monkeypatch.chdir(project)
    config = load_config("mkdocs.yml")
    (hook,) = config.hooks.values()
    other = ["build", "--edition", "local", "--jobs", "1", "--wait", "0.1"]
    hook.on_startup("build", False)
    hook.on_pre_build(config)
    if end == "began again":  # what cuts off a build in a way of its own must not keep the next one waiting
        hook.on_pre_build(config)
    before = files(project / "docs")
    assert main(other) == 1
    assert "Another build of this archive is at work" in capsys.readouterr().err
    assert files(project / "docs") == before
    if end == "failed":
        hook.on_build_error(PluginError("elsewhere"))
    else:
        hook.on_post_build(config)
    assert main(other) == 0
