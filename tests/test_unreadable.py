"""A folder that cannot be read is one problem: nothing of it is called gone, and no page of it is removed."""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from annotated_archive.pipeline import build, gather
from annotated_archive.project import Project

from .project_copy import copy_project
from .small_project import article, small_project

T = TypeVar("T")
NOBODY = 65534
FERRY = "2020/inselverkehr-faehre-nach-norderhall-bleibt-bis-zum-herbst-im-dock.md"
UNREADABLE = (
    "F002 The folder cannot be read: Permission denied. Whatever lies in it is missing. "
    "Check its permissions, and whether its disk is there."
)


def as_somebody(work: Callable[[], T]) -> T:
    """What `work` returns in a process that permissions apply to: they do not apply to root."""
    if not hasattr(os, "fork"):
        pytest.skip("needs the permissions of a Unix system")
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            result: object = work()
        except BaseException as error:
            result = error
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(result, stream)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        result = pickle.load(stream)
    os.waitpid(child, 0)
    if isinstance(result, BaseException):
        raise result
    return result


@pytest.fixture
def project() -> Iterator[Project]:
    """The invented archive where everybody can get at it, with its seeds in sub-folders."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        root = copy_project(Path(folder) / "project")
        (root / "seeds" / "deep" / "er").mkdir(parents=True)
        (root / "seeds" / "faehre-bleibt.txt").rename(root / "seeds" / "deep" / "er" / "faehre.txt")
        (root / "docs" / "more").mkdir()
        (root / "docs" / "more" / "page.md").write_text("# Mehr\n\nHin [@kuestenbote2020inselverkehr].\n")
        articles = root / "curation" / "articles"
        (articles / "deep" / "er").mkdir(parents=True)
        (articles / "faehre-bleibt.yml").rename(articles / "deep" / "er" / "faehre.yml")
        found = Project(root, root / "docs", "de")
        gather(found)  # whatever the program loads of its own is loaded now, with the rights to do so
        if os.geteuid() == 0:
            for path in (root, *root.rglob("*")):
                os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
        yield found


def pages(project: Project) -> set[str]:
    return {path.relative_to(project.archive).as_posix() for path in project.archive.rglob("*.md")}


@pytest.mark.parametrize(
    ("folder", "lost"),
    [("seeds/deep", True), ("seeds/deep/er", True), ("seeds", True), ("docs/more", False)],
)
@pytest.mark.parametrize("mode", [0o000, 0o300])
def test_a_folder_that_cannot_be_read(folder, lost, mode, project):
    def work():
        build(project, "public")
        before = pages(project)
        (project.root / folder).chmod(mode)
        report, problems = build(project, "public")
        after = pages(project)
        (project.root / folder).chmod(0o755)
        again, _ = build(project, "public")
        return before, report, [str(problem) for problem in problems], after, again

    before, report, problems, after, again = as_somebody(work)
    assert f"{folder}: {UNREADABLE}" in problems
    assert not [problem for problem in problems if " A002 " in problem or " C004 " in problem]
    assert FERRY in before
    assert after >= before
    assert report.removed == 0
    assert again.removed == 0
    assert not lost or report.written > 0  # the lists know what can be read


def test_pages_of_the_other_edition_are_not_kept_for_this_one(project):
    def work():
        build(project, "local")
        (project.seeds / "deep").chmod(0)
        report, _ = build(project, "public")
        text = (project.archive / FERRY).read_text("utf-8")
        (project.seeds / "deep").chmod(0o755)
        return report, "Der Dampfer ist doch viel schöner!" in text, build(project, "public")[0]

    report, still_local, again = as_somebody(work)
    assert (report.written, report.removed, still_local) == (0, 0, True)
    assert report.stopped == (
        "A part of seeds/ cannot be read, and its pages are those of another edition than public, "
        "so nothing was published."
    )
    assert not again.stopped


@pytest.mark.parametrize("folder", ["curation", "curation/articles", "curation/articles/deep"])
def test_nothing_is_published_without_what_people_decided(folder, project):
    def work():
        build(project, "public")
        before = {path: path.read_bytes() for path in project.root.rglob("*.md")}
        (project.root / folder).chmod(0)
        report, problems = build(project, "public")
        (project.root / folder).chmod(0o755)
        return report, [str(p) for p in problems], before == {p: p.read_bytes() for p in before}

    report, problems, same = as_somebody(work)
    assert f"{folder}: {UNREADABLE}" in problems
    assert same
    assert (
        report.stopped
        == "A part of curation/ cannot be read, so nothing was published. See the problems above."
    )


def test_a_page_that_cannot_be_read_is_a_problem(project):
    def work():
        (project.docs / "more" / "page.md").chmod(0)
        return [str(problem) for problem in build(project, "public")[1]]

    assert (
        "docs/more/page.md: F005 The file cannot be read: Permission denied. "
        "Check its permissions, and save it as UTF-8."
    ) in as_somebody(work)


BROKEN = {"emptied": b"", "no text any more": b"\0\1", "another type": None}


@pytest.mark.parametrize("damage", BROKEN)
def test_a_file_that_cannot_be_read_keeps_its_page(damage: str, tmp_path: Path) -> None:
    """Its address is not called gone; when the file is whole again, all is as it was."""
    project = small_project(
        tmp_path / "p", one=article("Eine Brücke", "Stein"), two=article("Ein Weg", "Holz")
    )
    build(project, "local")
    before = pages(project)
    seed = project.seeds / "two.txt"
    whole = seed.read_bytes()
    if (content := BROKEN[damage]) is None:
        seed.rename(seed.with_suffix(".pdf"))
    else:
        seed.write_bytes(content)
    _, problems = build(project, "local")
    (problem,) = problems
    assert (problem.code[0], problem.is_error) == ("R", True)
    assert pages(project) == before
    assert "2001/eine-bruecke.md" in pages(project)
    build(project, "public")  # of this edition, nobody can make the page
    assert "2001/ein-weg.md" not in pages(project)
    seed.with_suffix(".pdf").unlink(missing_ok=True)
    seed.write_bytes(whole)
    assert build(project, "local")[1] == ()
    assert pages(project) == before


def test_the_curation_of_a_file_that_cannot_be_read_stays_unquestioned(tmp_path: Path) -> None:
    project = small_project(tmp_path / "p", one=article("Eine Brücke", "Stein"))
    (project.curation / "articles/one.yml").write_text("lang: de\nbecause: {lang: So ist es.}\n", "utf-8")
    build(project, "local")
    (project.seeds / "one.txt").write_bytes(b"")
    assert [problem.code for problem in build(project, "local")[1]] == ["R001"]
