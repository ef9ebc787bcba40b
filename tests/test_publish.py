"""The only writer writes what changed, removes what is stale, and never touches what is not its own."""

import json
import os
from pathlib import Path

import pytest

from annotated_archive.model import Page
from annotated_archive.stages.publish import RECORD, edition_of, plan

from .publishing import publish

ONE, TWO = Page("2001/one.md", "# One\n"), Page("people/two.md", "# Two\n")
EDITED = (
    "docs/archive/2001/one.md: W001 A person edited this generated page; it is kept as it is and no longer "
    "brought up to date. Move what you wrote into curation/ or docs/, then delete the page: the build makes "
    "it anew."
)


def run(folder: Path, *pages: Page, edition: str = "local"):
    report, problems = publish(pages, folder, "docs/archive", edition)
    return (report.written, report.unchanged, report.removed), [str(problem) for problem in problems]


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != RECORD
    }


def test_only_what_changed_is_written(tmp_path):
    assert run(tmp_path, ONE, TWO) == ((2, 0, 0), [])
    before = (tmp_path / ONE.path).stat().st_mtime_ns, (tmp_path / RECORD).stat().st_mtime_ns
    assert run(tmp_path, ONE, TWO) == ((0, 2, 0), [])
    assert ((tmp_path / ONE.path).stat().st_mtime_ns, (tmp_path / RECORD).stat().st_mtime_ns) == before
    assert run(tmp_path, ONE, Page(TWO.path, "# 2\n")) == ((1, 1, 0), [])
    assert files(tmp_path) == {ONE.path: "# One\n", TWO.path: "# 2\n"}


def test_stale_pages_and_empty_folders_go(tmp_path):
    run(tmp_path, ONE, TWO)
    assert run(tmp_path, TWO) == ((0, 1, 1), [])
    assert files(tmp_path) == {TWO.path: TWO.markdown}
    assert not (tmp_path / "2001").exists()


def test_an_edited_page_is_reported_and_kept(tmp_path):
    run(tmp_path, ONE)
    (tmp_path / ONE.path).write_text("# One, with my remark\n")
    for _ in range(2):  # and again: the first report must not adopt the edit
        assert run(tmp_path, Page(ONE.path, "# New\n")) == ((0, 1, 0), [EDITED])
    assert run(tmp_path) == ((0, 0, 0), [EDITED])  # nor is it removed when it would be stale
    assert files(tmp_path) == {ONE.path: "# One, with my remark\n"}
    (tmp_path / ONE.path).unlink()
    assert run(tmp_path, ONE) == ((1, 0, 0), [])


def test_a_file_of_somebody_else_is_never_touched(tmp_path):
    (tmp_path / "2001").mkdir()
    (tmp_path / ONE.path).write_text("mine")
    (tmp_path / "notes.md").write_text("mine too")
    assert run(tmp_path, ONE, TWO)[1] == [
        "docs/archive/2001/one.md: W002 A file that the build did not write is in the way of a generated "
        "page; it is kept. Move it out of this folder, which is for generated pages only."
    ]
    run(tmp_path)
    assert files(tmp_path) == {ONE.path: "mine", "notes.md": "mine too"}


def test_a_folder_in_the_way_is_a_problem(tmp_path):
    (tmp_path / ONE.path).mkdir(parents=True)
    assert "W002" in run(tmp_path, ONE)[1][0]


def test_a_build_that_was_cut_off_recognises_its_own_pages(tmp_path, monkeypatch):
    run(tmp_path, ONE, TWO)
    replace, calls = os.replace, []

    def fail_late(self, target):
        calls.append(target)
        if len(calls) == 3:  # the record, the first page, then the power goes
            raise OSError("no space left")
        replace(self, target)
        return Path(target)

    changed = Page(ONE.path, "# 1\n"), Page(TWO.path, "# 2\n")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail_late)
        report, problems = publish(changed, tmp_path, "docs/archive", "local")
    assert report.stopped
    assert [(p.code, "no space left" in p.finding) for p in problems] == [("W006", True)]
    assert not list(tmp_path.rglob("*.part"))
    assert run(tmp_path, *changed) == ((1, 1, 0), [])


def test_the_record_names_the_edition(tmp_path):
    assert edition_of(tmp_path) is None
    run(tmp_path, ONE)
    assert edition_of(tmp_path) == "local"
    run(tmp_path, ONE, edition="public")
    assert edition_of(tmp_path) == "public"


def test_a_broken_record_makes_every_differing_page_foreign(tmp_path):
    run(tmp_path, ONE, TWO)
    (tmp_path / RECORD).write_text("{")
    result, problems = run(tmp_path, ONE, Page(TWO.path, "# 2\n"))
    assert result == (0, 2, 0)
    assert len(problems) == 1
    assert "people/two.md: W002" in problems[0]
    assert ONE.path in json.loads((tmp_path / RECORD).read_text())["files"]


def test_a_plan_says_what_will_be_done_and_does_nothing(tmp_path):
    old = Page("2001/old.md", "# Old\n")
    run(tmp_path, ONE, TWO, old)
    before = files(tmp_path)
    planned = plan(
        [ONE, Page(TWO.path, "# 2\n"), Page("2001/new.md", "# New\n")], tmp_path, "docs/archive", "local"
    )
    assert planned.write == {TWO.path: b"# 2\n", "2001/new.md": b"# New\n"}
    assert (planned.remove, planned.unchanged, planned.problems) == ((old.path,), 1, ())
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    "other",
    ["2001/one.md", "2001/One.md", "2001/ONE.md", "2001/one/index.md", "2001/ONE/index.md"],
)
def test_of_two_pages_for_one_place_the_first_is_published(tmp_path, other):
    result, problems = run(tmp_path, ONE, Page(other, "# Other\n"), TWO)
    assert result == (2, 0, 0)
    assert files(tmp_path) == {ONE.path: ONE.markdown, TWO.path: TWO.markdown}
    assert problems == [
        f"docs/archive/{other}: W007 Another page (docs/archive/2001/one.md) has this place already; this "
        "one is left out. Give one of them another name or address in curation/."
    ]


def test_a_place_is_the_same_in_both_unicode_forms(tmp_path):
    composed, apart = Page("2001/gr\u00f6\u00dfe.md", "# 1\n"), Page("2001/gro\u0308\u00dfe.md", "# 2\n")
    assert [p.split(" ")[1] for p in run(tmp_path, composed, apart)[1]] == ["W007"]
    assert files(tmp_path) == {composed.path: "# 1\n"}


def test_a_page_that_only_changes_its_case_is_removed_before_it_is_written(tmp_path):
    """Where case makes no difference, the other order would remove what was just written."""
    run(tmp_path, Page("2001/ONE.md", "# One\n"))
    planned = plan([ONE], tmp_path, "docs/archive", "local")
    assert (list(planned.write), planned.remove) == ([ONE.path], ("2001/ONE.md",))
    run(tmp_path, ONE)
    assert files(tmp_path) == {ONE.path: ONE.markdown}


def test_pages_to_keep_stay_and_nothing_is_removed_in_the_same_edition_only(tmp_path):
    new = Page(ONE.path, "# 1\n")
    run(tmp_path, ONE, TWO)
    publish([new], tmp_path, "docs/archive", "local", keep={ONE.path})
    assert files(tmp_path) == {ONE.path: ONE.markdown, TWO.path: TWO.markdown}
    publish([new], tmp_path, "docs/archive", "public", keep={ONE.path})
    assert files(tmp_path) == {ONE.path: new.markdown}
