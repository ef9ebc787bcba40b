"""What is not for readers is nowhere in the site: drafts, private files, backups, what links lead out to.

One project has all of it at once, and an mkdocs.yml whose owner wrote `exclude_docs` anew.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotated_archive.cli import main

from .project_copy import copy_project, run
from .systems import make_link, make_pipe

ARTICLE = "archive/2020/inselverkehr-faehre-nach-norderhall-bleibt-bis-zum-herbst-im-dock"
SETTINGS = """\
exclude_docs: |
  !.*
  .drafts/
  .later.md
  /internal/
  *.entwurf.md
draft_docs: |
  drafts/
  _*.md
"""
# Pages that cite. Who shows each: the public edition and MkDocs itself, `mkdocs serve` alone, or nobody.
PUBLIC, SERVED, NOBODY = "public", "served", "nobody"
PAGES = {
    "essays/open.md": PUBLIC,
    "essays/.dotted-but-wanted.md": PUBLIC,
    "essays/other.markdown": PUBLIC,
    "essays/unlisted.md": PUBLIC,
    "essays/folder.md/inside.md": PUBLIC,
    "essays/.later.md": NOBODY,
    "essays/.drafts/hidden.md": NOBODY,
    "internal/minutes.md": NOBODY,
    "essays/text.entwurf.md": NOBODY,
    "drafts/one.md": SERVED,
    "essays/_two.md": SERVED,
    "essays/drafts/three.md": SERVED,
    "templates/four.md": NOBODY,
    "twice/README.md": NOBODY,
    "twice/index.md": PUBLIC,
    "same.md": NOBODY,
    "same/index.md": PUBLIC,
}
# Neither read nor published, whatever mkdocs.yml says.
FILES = (
    "references.json",
    "essays/references.json",
    "References.json",
    "references (1).json",
    "references.json~",
    "archive/.notes.md",
    "essays/open.md~",
    "essays/.open.md.~1~",
    "essays/#open.md#",
    "essays/open.md.bak",
    "essays/open.BAK",
    "essays/open.bak.md",
    "essays/open.md.bak2",
    "essays/open.md.old",
    "essays/open.md.orig",
    "essays/open.orig.md",
    "essays/open.md.rej",
    "essays/open.md.save",
    "essays/open.md.save.1",
    "essays/open.md.tmp",
    "essays/open.md.tmp.4711",
    "essays/open.md.part",
    "essays/.open.md.swp",
    "essays/.open.md.swo",
    "essays/open.md.swp",
    "essays/.open.md.kate-swp",
    "essays/.open.md.un~",
    "essays/~$report.docx",
    "essays/.~lock.report.odt#",
    "essays/open.md___jb_tmp___",
    "essays/open_BACKUP_4711.md",
    "essays/open_LOCAL_4711.md",
    "essays/open (conflicted copy).md",
    "essays/open (Jette's conflicted copy 2020-01-01).md",
    "essays/open (In Konflikt stehende Kopie von Jette 2020-01-01).md",
    "essays/open.sync-conflict-20200101-120000-ABCDEF.md",
    "essays/open_conflict-20200101-120000.md",
    ".DS_Store",
    "essays/._open.md",
    "__MACOSX/essays/open.md",
    "Thumbs.db",
    "thumbs.db",
    "desktop.ini",
    ".directory",
)
# Published as ever: names that only look alike.
KEPT = (
    "essays/preferences.json",
    "essays/picture.svg",
    "essays/bericht_base_2020.csv",
    "essays/russia_conflict-2014.txt",
    "essays/backup.txt",
    "essays/threshold.txt",
    "icons/x.txt",
    ".well-known/x.txt",
)
# Links below docs/ and where they lead; what lies outside is private.
LINKS = {
    "essays/out.md": "../../private/secret.md",
    "essays/absolute.md": "{root}/private/secret.md",
    "essays/out.json": "../../private/secret.md",
    "essays/picture.png": "../../private/secret.md",
    "outside": "../private",
    "essays/chain.md": "step.md",
    "essays/step.md": "../../private/secret.md",
    "essays/seed.txt": "../../seeds/faehre-bleibt.txt",
    "essays/shown-references.txt": "../references.json",
    "icons/loop": ".",  # where little is: MkDocs follows it forty times
    "essays/.#open.md": "jette@host.4711:1",
    "essays/gone.md": "nowhere.md",
    "essays/device.md": "/dev/zero",
    "essays/inside.md": "open.md",
    "essays/again": "../same",
}
PROBLEMS = {
    "essays/out.md": "F001",
    "essays/absolute.md": "F001",
    "essays/out.json": "F001",
    "essays/picture.png": "F001",
    "outside": "F001",
    "essays/chain.md": "F001",
    "essays/step.md": "F001",
    "essays/seed.txt": "F001",
    "essays/device.md": "F001",
    "icons/loop": "F004",
    "essays/gone.md": "F005",
    "essays/latin.md": "F005",
    "essays/pipe.md": "F003",
    "essays/folder.md": "F005",
    "twice/README.md": "F006",
    "same.md": "F006",
}
# Errors: the public edition is built without these.
STOPPING = [path for path, code in PROBLEMS.items() if code in ("F005", "F006")]
SERVE = """
import annotated_archive.renderer.quiet
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml", site_dir="served", dev_addr="127.0.0.1:0")
config.plugins.on_startup(command="serve", dirty=False)
build(config, serve_url="http://127.0.0.1:8000/")
"""


def secret(path: str) -> str:
    """A word for each file that is nowhere else."""
    return "geheim" + path.encode().hex()


def page(path: str) -> str:
    return (
        f"# Seite {secret(path)}\n\nDie Saison ist hin, {secret(path)} [@kuestenbote2020inselverkehr, ¶ 3].\n"
    )


@dataclass(frozen=True)
class Hostile:
    project: Path
    public: dict[str, str]
    served: dict[str, str]
    problems: list[str]
    checked: str
    cited_in: dict[str, str]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """The project, as `mkdocs build` publishes it, `mkdocs serve` shows it, and `check` reports about it."""
    root = tmp_path_factory.mktemp("hostile")
    project = copy_project(root / "project")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    settings = re.sub(r"^exclude_docs:.*\n(  .*\n)*", lambda _: SETTINGS, settings, flags=re.MULTILINE)
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    docs = project / "docs"
    for path in (*PAGES, *FILES, *KEPT):
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(page(path), "utf-8")
    book = {"id": "brinkmann1998falken", "type": "book", "title": "Falken", "note": secret("references.json")}
    (docs / "references.json").write_text(json.dumps([book]))
    (docs / "essays" / "latin.md").write_bytes(f"# {secret('latin')} für\n".encode("latin-1"))
    (project / "private").mkdir()
    (project / "private" / "secret.md").write_text(page("outside"), "utf-8")
    for path, target in reversed(LINKS.items()):  # a link's target first
        make_link(docs / path, target.format(root=project))
        assert (docs / path).exists() == (path not in ("essays/gone.md", "essays/.#open.md"))
    make_pipe(docs / "essays" / "pipe.md")
    config = ["--jobs", "1", "--config-file", str(project / "mkdocs.yml")]
    with contextlib.redirect_stdout(io.StringIO()) as checked:
        assert main(["check", *config]) == 1
    cited_in = {}
    for edition in ("local", "public"):
        assert main(["build", "--edition", edition, *config]) == 0
        cited_in[edition] = (docs / f"{ARTICLE}.md").read_text("utf-8")
    served = run(["python", "-c", SERVE], project)
    assert served.returncode == 0, served.stderr
    problems = re.findall("^(docs/.*: [A-Z][0-9]{3} .*)$", checked.getvalue(), re.MULTILINE)
    for path in STOPPING:
        wrong = docs / path
        wrong.rename(wrong.with_suffix("")) if wrong.is_dir() else wrong.unlink()
    public = run(["mkdocs", "build"], project)
    assert public.returncode == 0, public.stderr
    printed = served.stderr + public.stderr
    assert "Traceback" not in printed, printed
    return Hostile(
        project, site(project / "site"), site(project / "served"), problems, checked.getvalue(), cited_in
    )


def site(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "replace")
        for path in folder.rglob("*")
        if path.is_file()
    }


def where(word: str, files: dict[str, str]) -> list[str]:
    return [name for name, text in files.items() if word in text]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_cited_in_the_editions_that_show_it_and_in_no_other(path, hostile):
    word = secret(path)
    shown = PAGES[path]
    assert bool(where(word, hostile.public)) == (shown == PUBLIC), word
    article = f"{ARTICLE}/index.html"
    assert (word in hostile.public[article]) == (shown == PUBLIC)
    assert (word in hostile.served[article]) == (shown in (PUBLIC, SERVED))
    # The command agrees with the hook.
    assert (word in hostile.cited_in["public"]) == (shown == PUBLIC)
    assert (word in hostile.cited_in["local"]) == (shown in (PUBLIC, SERVED))


@pytest.mark.parametrize("path", FILES)
def test_private_files_and_backups_are_nowhere(path, hostile):
    assert not where(secret(path), hostile.public)
    assert not where(secret(path), hostile.served)
    assert path not in hostile.public


@pytest.mark.parametrize("path", KEPT)
def test_names_that_look_alike_are_published(path, hostile):
    assert path in hostile.public


def test_what_a_link_leads_out_to_is_nowhere(hostile):
    for files in (hostile.public, hostile.served):
        assert not where(secret("outside"), files)
        assert not where(secret("latin"), files)
    assert secret("outside") not in "".join(hostile.problems) + hostile.checked
    assert not {"essays/out.json", "essays/picture.png", "essays/seed.txt"} & set(hostile.public)
    assert not [name for name in hostile.public if name.startswith(("outside/", "icons/loop/"))]


def test_links_inside_are_published(hostile):
    assert secret("essays/open.md") in hostile.public["essays/inside/index.html"]
    assert secret("same/index.md") in hostile.public["essays/again/index.html"]


def test_each_is_one_problem_with_its_file(hostile):
    expected = [f"docs/{path}: {code}" for path, code in PROBLEMS.items()]
    found = [" ".join(problem.split(" ", 2)[:2]) for problem in hostile.problems]
    assert sorted(found) == sorted(expected)
    assert all(start in hostile.checked for start in expected)


@pytest.mark.parametrize(
    ("links", "written", "said"),
    [
        (
            {f"essays/loop{n}": ".." for n in range(4)},
            "# A\n",
            "docs lead to folders without end. Delete them, then build again.",
        ),
        (
            {},
            '# A\n\n--8<-- "essays/out.md"\n',
            '"essays/out.md" is included, and there is no such file in docs/.',
        ),
        (
            {"essays/out.md": "../../private.md"},
            '# A\n\n--8<-- "essays/out.md"\n',
            '"essays/out.md" is included, and is a link that leads out of docs/. Put a copy in its place.',
        ),
    ],
)
def test_what_would_never_end_or_be_a_gap_stops_the_build(links, written, said, tmp_path):
    project = copy_project(tmp_path / "project")
    (project / "private.md").write_text("geheim", "utf-8")
    (project / "docs" / "essays" / "a.md").write_text(written, "utf-8")
    for path, target in links.items():
        make_link(project / "docs" / path, target)
    done = run(["mkdocs", "build"], project)
    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not where("geheim", site(project / "site"))


def test_whole_folders_may_lie_elsewhere(tmp_path):
    project = copy_project(tmp_path / "project")
    disk = tmp_path / "disk"
    disk.mkdir()
    for folder in ("seeds", "curation", "docs"):
        (project / folder).rename(disk / folder)
        make_link(project / folder, f"../disk/{folder}")
    (disk / "pages").mkdir()
    make_link(disk / "docs" / "archive", "../pages")
    done = run(["mkdocs", "build", "--strict"], project)
    assert done.returncode == 0, done.stderr
    assert (project / "site" / f"{ARTICLE}/index.html").exists()
    assert (project / "site" / "essays" / "faehre" / "index.html").exists()
