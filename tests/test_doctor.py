"""Promise: what in mkdocs.yml does not fit this version is said with file, line and remedy, and no more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotated_archive.cli import main
from annotated_archive.commands.doctor import HOOKS, examine
from annotated_archive.commands.doctor.settings import read_settings

from .project_copy import ROOT
from .small_project import files


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("doctor") / "neu"
    options = ["--title", "Probe", "--language", "de", "--site-url", "https://a.example/"]
    assert main(["new", str(project), *options]) == 0
    return project


def said(project: Path, text: str, name: str = "changed.yml") -> list[str]:
    """What is said of other settings in the same project, as it is printed."""
    (project / name).write_text(text, "utf-8")
    return [str(problem) for problem in examine(project / name)]


def changed(project: Path, pattern: str, by: str) -> tuple[str, int]:
    """The settings with one place changed, and the line where that is."""
    text = (project / "mkdocs.yml").read_text("utf-8")
    match = re.search(pattern, text, re.MULTILINE)
    assert match, pattern
    new = text[: match.start()] + by + text[match.end() :]
    return new, text[: match.start()].count("\n") + 1


# A place of the fresh file and what is put there; how many lines below it the trouble is, or at which
# line (None: anywhere); what is said.
ONE_FAULT = {
    "the hook of a former version": (
        r"build_archive\.py$",
        "annotated_archive/renderer/hook.py",
        0,
        'M002 "annotated_archive/renderer/hook.py" is a place inside',
        "Write `- build_archive.py`.",
    ),
    "an older hook": (r"build_archive\.py$", "annotated_archive/hook.py", 0, "M002", "`- build_archive.py`"),
    "a former extension": (
        r"- annotated_archive #.*",
        "- annotated_archive.renderer.citations",
        0,
        "M002",
        "Write `- annotated_archive`.",
    ),
    "an older extension": (
        r"- annotated_archive #.*",
        "- annotated_archive.cite",
        0,
        "M002",
        "- annotated_archive",
    ),
    "an inner extension": (
        r"pymdownx\.snippets:",
        "annotated_archive.renderer.snippets:",
        0,
        "M002",
        "Write `- pymdownx.snippets`.",
    ),
    "a folder in the package": (
        r"custom_dir: .*",
        "custom_dir: annotated_archive/renderer/theme",
        0,
        "M002",
        "Write `custom_dir: !!python/name:annotated_archive.theme`.",
    ),
    "a folder where pip put it": (
        r"custom_dir: .*",
        "custom_dir: .venv/lib/python3.11/site-packages/annotated_archive/renderer/theme",
        0,
        "M002",
        "Write `custom_dir: !!python/name:annotated_archive.theme`.",
    ),
    "a former name": (
        r"annotated_archive\.banner",
        "annotated_archive.renderer.quiet.banner",
        0,
        "M002",
        "Write `!!python/name:annotated_archive.banner`.",
    ),
    "a name that nobody has": (
        r"annotated_archive\.banner",
        "annotated_archive.flag",
        0,
        "M002",
        "Delete the setting.",
    ),
    "no hook": (
        r"^hooks:\n.*\n",
        "",
        None,
        "M003 No hook builds",
        "Add `- build_archive.py` below `hooks:`.",
    ),
    "hooks without one": (r"^hooks:\n.*\n", "hooks: []\n", 0, "M003 No hook builds", "Add"),
    "a hook that is not there": (
        r"build_archive\.py$",
        "hook.py",
        0,
        "M008 The hook hook.py cannot be read: No such",
        "Correct",
    ),
    "no extension for citations": (
        r"^  - annotated_archive #.*\n",
        "",
        "markdown_extensions:",
        "M003 The pages of docs/",
        "- annot",
    ),
    "no attribute lists": (
        r"^  - attr_list.*\n",
        "",
        "markdown_extensions:",
        "M003 Paragraphs cannot be",
        "- attr_list`",
    ),
    "no includes": (
        r"^  - pymdownx(.*\n){3}",
        "",
        "markdown_extensions:",
        "M003 The start page does",
        "- pymdownx.snippets",
    ),
    "the former search": (
        r"^plugins: \[\]",
        "plugins:\n  - search",
        1,
        'M011 "search" makes an index for a search that no page has',
        "write `plugins: []`",
    ),
    "the former search with settings": (
        r"^plugins: \[\]",
        "plugins:\n  - tags\n  - material/search:\n      lang: [de, en]",
        2,
        'M011 "material/search" makes',
        "Delete it",
    ),
    "the former search by default": (
        r"^plugins: \[\]\n",
        "",
        None,
        "M011 Without `plugins:` MkDocs makes an index",
        "Write `plugins: []`",
    ),
    "a setting of the former search": (
        r"    - toc\.follow",
        "    - toc.follow\n    - search.highlight",
        1,
        'M011 "search.highlight" is about a search that no page has',
        "Delete the line.",
    ),
    "another theme": (
        r"name: material$",
        "name: mkdocs",
        0,
        "M003 The program's pages are made for",
        "material",
    ),
    "the theme in one word": (r"^theme:\n(  .*\n)+", "theme: mkdocs\n", 0, "M003", "name: material"),
    "fonts": (
        r"  font: false.*",
        "  font: {text: Roboto}",
        0,
        "M004 Readers' browsers would load fonts",
        "font",
    ),
    "fonts by default": (r"^  font: false.*\n", "", "theme:", "M004", "Write `font: false` below `theme:`."),
    "fonts called no": (r"font: false", "font: 'false'", 0, "M004", "Write `font: false` below `theme:`."),
    "a script from elsewhere": (
        r"^hooks:",
        "extra_javascript:\n  - own.js\n  - https://a.example/x.js\nhooks:",
        2,
        "M004 Readers' browsers would load https://a.example/x.js from",
        "Put a copy into docs/",
    ),
    "a script with settings": (
        r"^hooks:",
        "extra_javascript:\n  - path: //a.example/x.js\n    async: true\nhooks:",
        1,
        "M004",
        "Put a copy",
    ),
    "a style sheet from elsewhere": (
        r"^hooks:",
        "extra_css: [HTTPS://a.example/x.css]\nhooks:",
        0,
        "M004",
        "Put a copy",
    ),
    "a logo from elsewhere": (
        r"^  font:",
        "  logo: https://a.example/x.svg\n  font:",
        0,
        "M004",
        "Put a copy",
    ),
    "statistics": (
        r"^extra:",
        "extra:\n  analytics:\n    provider: google\n    property: G-1",
        1,
        "M004",
        "Delete",
    ),
    "a page that no build makes": (
        r"archive/outlets/index\.md",
        "archive/media/index.md",
        0,
        "M005 The navigation names archive/media/index.md",
        "archive/outlets/index.md",
    ),
    "a page that nobody wrote": (
        r"index\.md",
        "start.md",
        0,
        "M005 The navigation names start.md",
        "Correct",
    ),
    "a page in a section": (
        r"  - Start: index\.md",
        "  - Mehr:\n    - Start: index.md\n    - Neu: neu.md",
        2,
        "M005",
        "Corr",
    ),
    "a setting of the wrong form": (
        r"^nav:\n(  - .*\n)+",
        "nav: 3\n",
        0,
        "M006 MkDocs says: Expected nav",
        "Corr",
    ),
    "an unknown setting": (
        r"^copyright:",
        "copyleft:",
        0,
        "M006 MkDocs says: Unrecognised",
        "Correct or delete",
    ),
    "a plugin that is missing": (
        r"^plugins: \[\]",
        "plugins:\n  - nope",
        "plugins:",
        'M006 MkDocs says: The "nope"',
        "Corr",
    ),
    "a language without words": (
        r"language: de",
        "language: nl",
        0,
        'M007 The program has no words in "nl"',
        "de",
    ),
    "pages without their scripts": (
        r"    - toc\.follow",
        "    - navigation.instant",
        0,
        "M007",
        "Delete the line.",
    ),
    "the same, further": (r"    - toc\.follow", "    - navigation.instant.prefetch", 0, "M007", "Delete"),
    "no YAML": (r"^plugins: \[\]", "plugins: [", None, "M001 This is not valid YAML", "Correct the line"),
}


@pytest.mark.parametrize("name", ONE_FAULT)
def test_one_fault_is_said_once_at_its_line(fresh, name):
    pattern, by, below, finding, remedy = ONE_FAULT[name]
    text, line = changed(fresh, pattern, by)
    found = said(fresh, text)
    assert len(found) == 1, found
    assert finding in found[0]
    assert remedy in found[0]
    if below is not None:
        line = text.splitlines().index(below) + 1 if isinstance(below, str) else line + below
        assert found[0].startswith(f"changed.yml:{line}: "), (found, line)


FITTING = {
    "a folder of ones own": (r"custom_dir: .*", "custom_dir: docs"),
    "no folder": (r"^  custom_dir: .*\n", ""),
    "no banner setting": (r"^  banner: .*\n", ""),
    "extensions as a mapping": (
        r"^markdown_extensions:\n(  .*\n)+",
        "markdown_extensions: {annotated_archive: {}, attr_list: {}, pymdownx.snippets: {base_path: docs}}\n",
    ),
    "more of everything": (
        r"^extra:",
        "extra_css: [own.css]\nextra_javascript: [own.js]\nextra:\n  social: []",
    ),
    "plugins of ones own": (r"^plugins: \[\]", "plugins:\n  - tags"),
    "links in the navigation": (
        r"  - Start: index\.md",
        "  - index.md\n  - Anderswo: https://a.example/x.md",
    ),
    "no navigation": (r"^nav:\n(  - .*\n)+", ""),
    "another title": (r"site_name: .*", "site_name: '# \" {{ x }}'"),
    "the name on one line": (r"build_archive\.py$", "./build_archive.py"),
    "no features": (r"^  features:\n(    .*\n)+", ""),
    "no language": (r"^  language: .*\n", ""),
}


@pytest.mark.parametrize("name", FITTING)
def test_what_people_may_change_is_no_problem(fresh, name):
    assert said(fresh, changed(fresh, *FITTING[name])[0]) == []


def test_the_settings_of_this_repository_fit():
    assert examine(ROOT / "mkdocs.yml") == []


def test_inherited_settings_are_examined_where_they_are(fresh):
    """MkDocs overlays mappings and replaces lists; the line is that of the file that says it."""
    text, line = changed(fresh, r"  font: false.*", "  font: {text: Roboto}")
    (fresh / "parent.yml").write_text(text, "utf-8")
    assert said(fresh, "INHERIT: parent.yml\n")[0].startswith(f"parent.yml:{line}: M004")
    assert said(fresh, "INHERIT: parent.yml\ntheme:\n  font: false\n") == []
    found = said(fresh, "INHERIT: parent.yml\ntheme:\n  font: false\nhooks: []\n")
    assert [one.split(" ")[:2] for one in found] == [["changed.yml:4:", "M003"]]
    assert "gone.yml cannot be read" in said(fresh, "site_name: A\nINHERIT: gone.yml\n")[0]
    assert said(fresh, "site_name: A\nINHERIT: gone.yml\n")[0].startswith("changed.yml:2: M001")


def test_files_that_inherit_in_a_circle_and_aliases_of_themselves_come_to_an_end(tmp_path):
    texts = {
        "a.yml": "INHERIT: b.yml\nx: &x [*x]\n",
        "b.yml": "INHERIT: a.yml\nbase: &b {y: 1}\nz: {<<: *b}\n",
    }
    settings, problems = read_settings("a.yml", texts.__getitem__)
    assert problems == ()
    assert settings.get("z", "y").text == "1"


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"- a\n", b"a: b: c\n", b"a: [\n", b"\t", b"text"])
def test_what_is_no_mapping_in_yaml_is_one_problem(tmp_path, content):
    (tmp_path / "mkdocs.yml").write_bytes(content)
    (problem,) = examine(tmp_path / "mkdocs.yml")
    assert problem.code == "M001"
    assert problem.file == "mkdocs.yml"


HOOK_FILES = {
    "as it comes": (None, []),
    "other names and own hooks": (
        "from annotated_archive import *\n\ndef on_env(env, **_):\n    return env\n",
        [],
    ),
    "each by name": (f"from annotated_archive import {', '.join(sorted(HOOKS))}\n", []),
    "of a version that knew fewer": (
        "from annotated_archive import main, on_startup, on_config\n",
        ["M008 The hooks do not hand over on_build_error, on_env, on_files, on_page_content"],
    ),
    "of another kind": ("def on_env(env, **_):\n    return env\n", ["M003 No hook builds the archive"]),
    "broken": ("def\n", ["M008 The hook build_archive.py cannot be read: it is not Python."]),
    "harmful": ("raise SystemExit(3)\nfrom annotated_archive import *\n", []),
}


@pytest.mark.parametrize("name", HOOK_FILES)
def test_the_hook_hands_over_everything(tmp_path, name):
    project = tmp_path / "neu"
    assert main(["new", str(project), "--title", "A", "--language", "en"]) == 0
    content, expected = HOOK_FILES[name]
    if content is not None:
        (project / "build_archive.py").write_text(content)
    found = [str(problem) for problem in examine(project / "mkdocs.yml")]
    assert len(found) == len(expected), found
    assert all(words in one for words, one in zip(expected, found, strict=True))


def test_the_command_prints_counts_and_writes_nothing(fresh, monkeypatch, capsys):
    monkeypatch.chdir(fresh)
    before = files(fresh)
    assert main(["doctor"]) == 0
    assert capsys.readouterr().err == "All fits.\n"
    assert main(["doctor", "--config-file", "nothing.yml"]) == 2
    assert "nothing.yml: not found." in capsys.readouterr().err
    (fresh / "two.yml").write_text(
        changed(fresh, r"font: false", "font: {}")[0].replace("toc.follow", "navigation.instant")
    )
    assert main(["doctor", "--config-file", "two.yml"]) == 1
    printed = capsys.readouterr()
    assert printed.err == "2 problems.\n"
    assert [line.split()[1] for line in printed.out.splitlines()] == ["M004", "M007"]
    (fresh / "two.yml").unlink()
    assert {name: content for name, content in files(fresh).items() if "changed" not in name} == {
        name: content for name, content in before.items() if "changed" not in name
    }


def test_a_version_that_has_no_such_name_any_more(fresh):
    """As after an upgrade: the settings of the three versions before this one, each line with its remedy."""
    text = (fresh / "mkdocs.yml").read_text("utf-8")
    for theme, hook, extension, banner in (
        ("annotated_archive/theme", "annotated_archive/hook.py", "annotated_archive.cite", "quiet.banner"),
        (
            "annotated_archive/renderer/theme",
            "annotated_archive/renderer/hook.py",
            "annotated_archive.renderer.citations",
            "renderer.quiet.banner",
        ),
    ):
        old = re.sub(r"custom_dir: .*", f"custom_dir: {theme}", text)
        old = old.replace("- build_archive.py", f"- {hook}").replace(
            "- annotated_archive #", f"- {extension} #"
        )
        old = old.replace("annotated_archive.banner", f"annotated_archive.{banner}")
        found = said(fresh, old)
        assert len(found) == 4
        # Each remedy, done as it says, gives the settings of today.
        lines = old.splitlines()
        for one in found:
            number = int(one.split(":")[1]) - 1
            remedy = re.search("`(.*)`", one).group(1)
            if remedy.startswith("!!"):
                remedy = f"banner: {remedy}"
            indent = re.match(" *", lines[number]).group()
            lines[number] = f"{indent}{remedy}"
        assert said(fresh, "\n".join(lines) + "\n") == []
