"""A page of another edition or of unknown origin is never published; what a tool touched is no trouble."""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.exceptions import PluginError

from annotated_archive.cli import main
from annotated_archive.editions.mark import MARK, REFUSAL, copied, marked
from annotated_archive.essays import EssayPage
from annotated_archive.model import Page
from annotated_archive.pipeline import build, gather
from annotated_archive.project import Project
from annotated_archive.stages.compose import compose
from annotated_archive.stages.publish import RECORD

from .project_copy import INVENTED, ROOT, copy_project, run
from .publishing import publish
from .small_project import article, small_project
from .systems import make_link, make_pipe

COMMENT = "Der Dampfer ist doch viel schöner!"
PAGE = "2020/inselverkehr-faehre-nach-norderhall-bleibt-bis-zum-herbst-im-dock.md"
STALE = Page("2019/zurueckgezogen.md", f"# Zurückgezogen\n\n{COMMENT}\n")
Way = Callable[[Path], object]


@pytest.fixture(scope="module")
def pages() -> dict[str, tuple[Page, ...]]:
    """The pages of both editions; the local one has a page more, of an article that was withdrawn since."""
    result = gather(Project(INVENTED, INVENTED / "docs", "de"))
    made = {
        edition: tuple(marked(page, edition) for page in compose(result.archive, edition, "de"))
        for edition in ("local", "public")
    }
    assert COMMENT in "".join(page.markdown for page in made["local"])
    return made | {"local": (*made["local"], marked(STALE, "local"))}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file, and links as where they lead."""
    return {
        path.relative_to(folder).as_posix(): os.fsencode(path.readlink())
        if path.is_symlink()
        else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def change(path: str, how: Callable[[bytes], bytes]) -> Way:
    return lambda folder: (folder / path).write_bytes(how((folder / path).read_bytes()))


def change_all(how: Callable[[bytes], bytes]) -> Way:
    def way(folder: Path) -> None:
        for path in folder.rglob("*.md"):
            path.write_bytes(how(path.read_bytes()))

    return way


def crlf(content: bytes) -> bytes:
    return content.replace(b"\n", b"\r\n")


def bom(content: bytes) -> bytes:
    return b"\xef\xbb\xbf" + content


def record(content: bytes | None) -> Way:
    """The record of written files lost, or with another content."""

    def way(folder: Path) -> None:
        (folder / RECORD).unlink()
        if content is not None:
            (folder / RECORD).write_bytes(content)

    return way


def copy(target: str) -> Way:
    def way(folder: Path) -> None:
        (folder / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(folder / PAGE, folder / target)

    return way


def link(path: str) -> Way:
    """A file or folder moved elsewhere, with a link in its place."""

    def way(folder: Path) -> None:
        elsewhere = folder.parent / "elsewhere"
        shutil.move(folder / path, elsewhere)
        make_link(folder / path, elsewhere)

    return way


def replace(path: str, make: Way) -> Way:
    def way(folder: Path) -> None:
        target = folder / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()
        make(target)

    return way


def both(*ways: Way) -> Way:
    return lambda folder: [way(folder) for way in ways]


# What happens to a local edition → a file that the public build must name, with the code of its problem.
STOPPING: dict[str, tuple[Way, str, str]] = {
    "newline added": (change(PAGE, lambda c: c + b"\n"), PAGE, "W001"),
    "words added": (change(PAGE, lambda c: c + b"Meine Anmerkung.\n"), PAGE, "W001"),
    "last newline removed": (change(PAGE, bytes.rstrip), PAGE, "W001"),
    "blanks at the ends of lines": (change(PAGE, lambda c: c.replace(b"\n", b" \n")), PAGE, "W001"),
    "CRLF in a page": (change(PAGE, crlf), PAGE, "W001"),
    "CRLF by a checkout": (change_all(crlf), "people/index.md", "W001"),
    "CR alone": (change(PAGE, lambda c: c.replace(b"\n", b"\r")), PAGE, "W001"),
    "byte-order mark": (change(PAGE, bom), PAGE, "W001"),
    "another encoding": (change(PAGE, lambda c: c.decode().encode("utf-16")), PAGE, "W001"),
    "mark removed": (change(PAGE, lambda c: c.replace(MARK.encode(), b"")), PAGE, "W001"),
    "comments cut by hand": (change(PAGE, lambda c: c.replace(COMMENT.encode(), b"")), PAGE, "W001"),
    "emptied": (change(PAGE, lambda c: b""), PAGE, "W001"),
    "record lost": (record(None), PAGE, "W002"),
    "record damaged": (record(b'{"edition": "local", "files": {'), PAGE, "W002"),
    "record emptied": (record(b""), PAGE, "W002"),
    "record of another form": (record(b"[]"), PAGE, "W002"),
    "record with a list": (record(b'{"files": []}'), PAGE, "W002"),
    "record not UTF-8": (record(b"\xff\xfe\x00"), PAGE, "W002"),
    "record that calls it public": (record(b'{"edition": "public", "files": {}}'), PAGE, "W002"),
    "record of an older page": (
        record(json.dumps({"edition": "local", "files": {PAGE: ["0" * 64]}}).encode()),
        PAGE,
        "W001",
    ),
    "a folder for a record": (replace(RECORD, Path.mkdir), RECORD, "W002"),
    "copy under another name": (copy("2020/kopie.md"), "2020/kopie.md", "W003"),
    "copy with capitals": (copy("2020/INDEX.md"), "2020/INDEX.md", "W003"),
    "copy as README": (copy("2020/README.md"), "2020/README.md", "W003"),
    "copy with another ending": (copy("2020/kopie.markdown"), "2020/kopie.markdown", "W003"),
    "copy in a new folder": (copy("alt/2020/seite.md"), "alt/2020/seite.md", "W003"),
    "copy in a folder named like a page": (copy("2020/alt.md/seite.md"), "2020/alt.md/seite.md", "W003"),
    "copy that MkDocs leaves out": (copy("_kopie.md"), "_kopie.md", "W003"),
    "backup of an editor": (copy(PAGE + "~"), PAGE + "~", "W003"),
    "backup": (copy(PAGE + ".bak"), PAGE + ".bak", "W003"),
    "HTML": (copy("2020/seite.html"), "2020/seite.html", "W003"),
    "JSON": (copy("data/alles.json"), "data/alles.json", "W003"),
    "picture": (copy("2020/bild.png"), "2020/bild.png", "W003"),
    "no ending": (copy("2020/seite"), "2020/seite", "W003"),
    "withdrawn article, edited": (change(STALE.path, lambda c: c + b"Mein Satz.\n"), STALE.path, "W001"),
    "withdrawn article, CRLF": (change(STALE.path, crlf), STALE.path, "W001"),
    "withdrawn article, record lost": (record(None), STALE.path, "W003"),
    "a link for a page": (link(PAGE), PAGE, "W003"),
    "a link for a folder": (link("2020"), "2020", "W003"),
    "a link beside the pages": (lambda f: make_link(f / "mehr.md", f / PAGE), "mehr.md", "W003"),
    "a link to a folder": (lambda f: make_link(f / "mehr", f / "2020"), "mehr", "W003"),
    "a link to nowhere": (lambda f: make_link(f / "mehr", f / "nichts"), "mehr", "W003"),
    "a link to itself": (lambda f: make_link(f / "mehr.md", "mehr.md"), "mehr.md", "W003"),
    "a folder for a page": (replace(PAGE, Path.mkdir), PAGE, "W002"),
    "a pipe for a page": (replace(PAGE, make_pipe), PAGE, "W002"),
    "a file for a folder": (replace("2020", Path.touch), "2020", "W002"),
    "a dead link for a folder": (replace("2020", lambda p: make_link(p, "nichts")), "2020", "W002"),
    "a file for all": (lambda f: (shutil.rmtree(f), f.touch()), "", "W002"),
}


@pytest.mark.parametrize("name", STOPPING)
def test_the_public_edition_stops_and_says_where(name, pages, tmp_path):
    way, path, code = STOPPING[name]
    folder = tmp_path / "archive"
    publish(pages["local"], folder, "docs/archive", "local")
    way(folder)
    before = tree(folder)
    report, problems = publish(pages["public"], folder, "docs/archive", "public")
    assert report.stopped
    assert (report.written, report.removed) == (0, 0)
    assert tree(folder) == before
    shown = f"docs/archive/{path}".rstrip("/")
    assert [p.code for p in problems if p.file == shown] == [code]


# What happens to a public edition, or to a local one, without anybody's words in it.
HARMLESS: dict[str, tuple[str, Way]] = {
    "nothing": ("local", both()),
    "all is gone": ("local", shutil.rmtree),
    "pages deleted": ("local", lambda f: shutil.rmtree(f / "2020")),
    "files of the system": (
        "local",
        lambda f: [(f / n).write_text(COMMENT) for n in (".DS_Store", "._x.md")],
    ),
    "file of an editor": ("local", copy(f"2020/.{Path(PAGE).name}.swp")),
    "a write cut off": ("local", copy("2020/.abc.part")),
    "an empty folder": ("local", lambda f: (f / "leer").mkdir()),
    "looked at with a file manager": (
        "local",
        lambda f: [(f / n).touch() for n in ("Thumbs.db", "2020/desktop.ini", ".DS_Store")],
    ),
    "the folder on another disk": (
        "local",
        lambda f: (shutil.move(f, f.parent / "disk"), make_link(f, f.parent / "disk")),
    ),
    "public, record lost": ("public", record(None)),
    "public, record damaged": ("public", record(b"{")),
    "public, record calls it local": ("public", record(b'{"edition": "local", "files": {}}')),
    "public, CRLF by a checkout": ("public", change_all(crlf)),
    "public, CRLF and record lost": ("public", both(change_all(crlf), record(None))),
    "public, newline added": ("public", change(PAGE, lambda c: c + b"\n\n")),
    "public, last newline removed": ("public", change(PAGE, lambda c: c.rstrip(b"\n"))),
    "public, byte-order mark": ("public", change(PAGE, bom)),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_nobody_wrote_is_brought_up_to_date(name, pages, tmp_path):
    edition, way = HARMLESS[name]
    folder = tmp_path / "archive"
    publish(pages[edition], folder, "docs/archive", edition)
    way(folder)
    report, problems = publish(pages["public"], folder, "docs/archive", "public")
    assert (report.stopped, problems) == (None, ())
    passed = (".", "Thumbs.db", "desktop.ini")
    wanted = {page.path: page.markdown.encode() for page in pages["public"]}
    there = tree(folder)
    assert {
        path: there[path] for path in there if path in wanted or not Path(path).name.startswith(passed)
    } == wanted
    assert json.loads((folder / RECORD).read_text())["edition"] == "public"


def test_the_local_edition_keeps_an_edited_page_and_goes_on(pages, tmp_path):
    publish(pages["local"], tmp_path, "docs/archive", "local")
    change(PAGE, lambda c: c + b"Meine Anmerkung.\n")(tmp_path)
    copy("2020/kopie.md")(tmp_path)
    for _ in range(2):
        report, problems = publish(pages["local"], tmp_path, "docs/archive", "local")
        assert report.stopped is None
        assert [(p.file, p.code) for p in problems] == [(f"docs/archive/{PAGE}", "W001")]
    assert (tmp_path / PAGE).read_bytes().endswith(b"Meine Anmerkung.\n")


@pytest.mark.parametrize("edition", ["local", "public"])
def test_a_record_that_names_files_elsewhere_costs_none_of_them(edition, pages, tmp_path):
    folder, mine = tmp_path / "docs" / "archive", tmp_path / "docs" / "mine.md"
    publish(pages["local"], folder, "docs/archive", "local")
    mine.write_text("Meins")
    known = json.loads((folder / RECORD).read_text())
    for path in ("../mine.md", "2020/../../mine.md", "..\\mine.md", str(mine), f"C:{mine}"):
        known["files"][path] = [hashlib.sha256(b"Meins").hexdigest()]
    (folder / RECORD).write_text(json.dumps(known))
    report, problems = publish(pages[edition], folder, "docs/archive", edition)
    assert (report.stopped, problems) == (None, ())
    assert mine.read_text() == "Meins"


def test_a_foreign_page_stays_foreign(pages, tmp_path):
    """The first report must not make it one of ours that a person edited."""
    (tmp_path / "2020").mkdir()
    (tmp_path / PAGE).write_text("Meins")
    for _ in range(2):
        problems = publish(pages["local"], tmp_path, "docs/archive", "local")[1]
        assert [p.code for p in problems] == ["W002"]


# --- through the programs that people run -------------------------------------------------------------------


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A local edition with an edited page and a copy, below a site that was published before; in git."""
    project = copy_project(tmp_path_factory.mktemp("edited") / "project")
    build(Project(project, project / "docs", "de"), "local")
    change(PAGE, lambda c: c + b"\n")(project / "docs" / "archive")
    copy("2020/kopie.md")(project / "docs" / "archive")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("as it was")
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org"]
    for words in (["init", "-q", "--bare", "../remote.git"], ["init", "-q"], ["add", "mkdocs.yml"]):
        subprocess.run([*git, *words], cwd=project, check=True)
    subprocess.run([*git, "commit", "-q", "-m", "An archive"], cwd=project, check=True)
    subprocess.run([*git, "remote", "add", "origin", "../remote.git"], cwd=project, check=True)
    return project


SAID = (
    f"docs/archive/{PAGE}: W001 A person edited this generated page; it is kept as it is and no longer "
    "brought up to date. Move what you wrote into curation/ or docs/, then delete the page: the build makes "
    "it anew.",
    "docs/archive/2020/kopie.md: W003 The build did not write this, but it would be published with the "
    "generated pages; it is kept. Move it out of this folder, which is for generated pages only, or delete "
    "it.",
    "2 files are in the way of the public edition, so no page was changed and nothing is published. Do what "
    "is said of each file above, then build again. Where nobody wrote by hand in docs/archive/, you may "
    "delete that folder instead: the build makes it anew.",
)


@pytest.mark.parametrize(
    ("command", "beside"),
    [
        (["build", "--strict", "--dirty"], True),
        (["build", "--quiet", "-f", "project/mkdocs.yml"], False),
        (["gh-deploy", "--force"], True),
    ],
    ids=str,
)
def test_mkdocs_publishes_nothing_and_leaves_the_site(edited, command, beside):
    before = tree(edited)
    output = run(["mkdocs", *command], edited if beside else edited.parent)
    assert output.returncode == 1
    for said in SAID:
        assert f"ERROR   -  {said}\n" in output.stderr
    assert "Traceback" not in output.stderr
    assert {p: c for p, c in tree(edited).items() if p[0] != "."} == {
        p: c for p, c in before.items() if p[0] != "."
    }
    remote = ["git", "--git-dir", str(edited.parent / "remote.git"), "for-each-ref"]
    assert subprocess.run(remote, check=True, capture_output=True).stdout == b""


@pytest.mark.parametrize("more", [[], ["--strict"]])
def test_the_command_writes_nothing_either(edited, more, monkeypatch, capsys):
    monkeypatch.chdir(edited)
    before = tree(edited / "docs")
    assert main(["build", "--edition", "public", "--jobs", "1", *more]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines() == [*SAID]
    assert tree(edited / "docs") == before


def test_an_older_site_keeps_no_page_that_has_gone_since(tmp_path):
    project = copy_project(tmp_path / "project")
    build(Project(project, project / "docs", "de"), "local")
    gone = project / "site" / "archive" / "2019" / "zurueckgezogen" / "index.html"
    gone.parent.mkdir(parents=True)
    gone.write_text(COMMENT)
    output = run(["mkdocs", "build", "--dirty"], project)
    assert output.returncode == 0, output.stderr
    assert not gone.exists()
    assert (project / "site" / "archive" / "2020" / Path(PAGE).stem / "index.html").is_file()


# --- other renderers, and other places ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A local edition; the settings `no-hook.yml` and `theme-only.yml` lack what guards it."""
    project = copy_project(tmp_path_factory.mktemp("local") / "project")
    build(Project(project, project / "docs", "de"), "local")
    shutil.copy(project / "docs" / "archive" / PAGE, project / "docs" / "essays" / "kopie.md")
    (project / "no-hook.yml").write_text("INHERIT: mkdocs.yml\nhooks: []\n")
    (project / "theme-only.yml").write_text(
        "INHERIT: mkdocs.yml\nhooks: []\nmarkdown_extensions: [attr_list, toc]\n"
    )
    return project


def test_a_copy_among_hand_written_pages_stops_the_build(local, monkeypatch, capsys):
    monkeypatch.chdir(local)
    before = tree(local / "docs")
    line = (local / "docs" / "essays" / "kopie.md").read_text("utf-8").split("\n").index(MARK) + 1
    assert main(["build", "--edition", "public", "--jobs", "1"]) == 1
    assert capsys.readouterr().err == (
        f"docs/essays/kopie.md:{line}: W004 Here begins a copy of a generated page of the local edition, "
        "which must not be published. Delete the copy; to point to an article, link to its page or cite it.\n"
        "A file is in the way of the public edition, so no page was changed and nothing is published. Do "
        "what is said of each file above, then build again.\n"
    )
    assert tree(local / "docs") == before
    assert main(["build", "--jobs", "1"]) == 0
    assert "W004" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["kopie.txt", "kopie.html", "mehr/kopie.text", "kopie", "kopie.md.docx"])
def test_a_copy_in_a_file_of_any_kind_is_one(name, pages, tmp_path):
    project = small_project(tmp_path, a=article("Eine Brücke", "Holz"))
    copy = project.docs / name
    copy.parent.mkdir(exist_ok=True)
    text = next(page.markdown for page in pages["local"] if page.path == PAGE)
    copy.write_bytes(b"\xff\n" + text.encode())
    (project.docs / "bild.png").write_bytes(b"\x89PNG\r\n")
    report, problems = build(project, "public")
    assert report.stopped
    assert [(p.file, p.code) for p in problems] == [(f"docs/{name}", "W004")]


def test_mkdocs_without_the_hook_stops(local):
    output = run(["mkdocs", "build", "-f", "no-hook.yml", "-d", "no-hook"], local)
    assert output.returncode == 1
    assert f"ERROR   -  {REFUSAL}\n" in output.stderr
    assert "Traceback" not in output.stderr
    assert not (local / "no-hook").exists() or not tree(local / "no-hook")


def test_the_theme_alone_withholds_the_page(local):
    output = run(["mkdocs", "build", "-f", "theme-only.yml", "-d", "theme-only"], local)
    assert output.returncode == 0, output.stderr
    made = tree(local / "theme-only")
    assert not any(COMMENT.encode() in content for content in made.values())
    page = made[f"archive/{PAGE.removesuffix('.md')}/index.html"].decode()
    assert (
        "This page belongs to the local edition and is not published." in page
    )  # the words come with the hook


def rendered(text: str, **settings: str) -> str:
    return Markdown(
        extensions=["annotated_archive.renderer.citations", "fenced_code"],
        extension_configs={"annotated_archive.renderer.citations": settings},
    ).convert(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (f"{MARK}\n\nA\n", "<p>A</p>"),
        (f"A\n\n    {MARK}\nB", "<p>A</p>\n<p>B</p>"),
        (f"A\r\n{MARK}  \r\nB", "<p>A\nB</p>"),
    ],
)
def test_only_who_asks_for_the_local_edition_gets_it(text, html):
    for settings in ({}, {"edition": "public"}):
        with pytest.raises(PluginError) as stop:
            rendered(text, **settings)
        assert str(stop.value) == REFUSAL
    assert rendered(text, edition="local") == html


def test_what_is_no_mark_is_rendered():
    for text in (f"The mark `{MARK}` in a sentence.", f"```\n{MARK}\n```", "<!-- edition: second -->"):
        assert rendered(text)


def test_a_renderer_without_mkdocs_is_stopped_too(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "mkdocs.exceptions", None)
    with pytest.raises(RuntimeError, match="must not be published"):
        rendered(MARK)


def test_the_mark_stands_in_every_local_page_and_in_no_public_one(pages):
    public = {page.path: page.markdown for page in pages["public"]}
    for page in pages["local"]:
        lines = page.markdown.split("\n")
        assert lines.count(MARK) == page.path.endswith(".md"), page.path
        if page.path.endswith("index.md"):  # such pages are the same in both editions otherwise
            assert page.markdown.replace(f"{MARK}\n", "") == public[page.path]
    assert not any(MARK in markdown for markdown in public.values())


def test_a_copy_is_found_by_its_line():
    page = EssayPage("docs/a.md", "a.md", f"# A\n\nSee `{MARK}`.\n{MARK}\r\n")
    assert [(p.file, p.line, p.code) for p in copied([page])] == [("docs/a.md", 4, "W004")]


def test_the_theme_knows_the_mark():
    assert MARK in (ROOT / "annotated_archive" / "renderer" / "theme" / "main.html").read_text("utf-8")
