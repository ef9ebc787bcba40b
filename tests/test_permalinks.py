"""Whatever way `permalinks.yml` is written in, no address is ever lost from it, and none given twice."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_archive.knowledge.curation import add_permalinks, read_curation
from annotated_archive.knowledge.curation.permalinks import with_entries
from annotated_archive.model import Address, Permalink
from annotated_archive.pipeline import build

from .small_project import article, files, pages, small_project
from .systems import make_link

CHECKSUM = "c" * 64
A, GONE = "path: 2001/eins, citekey: eins2001", "path: 1999/fort, citekey: fort1999"
BLOCK = """\
- seed: alt
  path: 2001/eins
  citekey: eins2001
- seed: fort
  path: 1999/fort
  citekey: fort1999
"""
LAST = f"- {{seed: alt, {A}}}\n- seed: fort\n  citekey: fort1999\n  path: "  # and the path at the end
ENTRIES = [
    {"seed": "alt", "path": "2001/eins", "citekey": "eins2001"},
    {"seed": "fort", "path": "1999/fort", "citekey": "fort1999", "passages": {"p-aaaaaa": 7}},
]
# Each says that the seed `alt` is at 2001/eins and that `fort` was at 1999/fort.
FORMS = {
    "block": BLOCK,
    "no newline at the end": BLOCK.rstrip("\n"),
    "many newlines at the end": BLOCK + "\n\n\n",
    "spaces at the end": BLOCK + "   ",
    "spaces behind lines": BLOCK.replace("\n", "  \n"),
    "comment at the end": BLOCK + "# the end",
    "comment at the end, indented": BLOCK + "    # the end",
    "comments everywhere": "# ä\n" + BLOCK.replace("\n", " # ö 😀\n") + "#\n",
    "list indented": "".join(f"  {line}\n" for line in BLOCK.splitlines()),
    "list indented by one, no newline": "\n".join(f" {line}" for line in BLOCK.splitlines()),
    "dash on its own line": BLOCK.replace("- ", "-\n  "),
    "wide dashes": BLOCK.replace("- seed", "-   seed").replace("\n  ", "\n    "),
    "flow entries": f"- {{seed: alt, {A}}}\n- {{seed: fort, {GONE}}}\n",
    "flow list": f"[ {{seed: alt, {A}}}, {{seed: fort, {GONE}}} ]\n",
    "flow list, no newline": f"[{{seed: alt, {A}}},{{seed: fort, {GONE}}}]",
    "flow list over lines": f"[\n  {{seed: alt, {A}}},\n  {{seed: fort, {GONE}}}\n]\n",
    "flow list, comma at the end": f"[\n  {{seed: alt, {A}}},\n  {{seed: fort, {GONE}}},\n]\n",
    "flow list, comments": f"[ # a, ]\n {{seed: alt, {A}}}, # b, ]\n {{seed: fort, {GONE}}} # c, ]\n] # d\n",
    "flow list, comma and comment": f"[ {{seed: alt, {A}}}, {{seed: fort, {GONE}}}, # c\n]\n",
    "flow list indented": f"  [ {{seed: alt, {A}}}, {{seed: fort, {GONE}}} ]",
    "flow list with an alias": f"[ &x {{seed: alt, {A}}}, {{seed: fort, {GONE}}}, *x ]",
    "JSON": json.dumps(ENTRIES),
    "JSON over lines": json.dumps(ENTRIES, indent=2) + "\n",
    "JSON with tabs": json.dumps(ENTRIES, indent="\t") + "\n",
    "JSON of one line each": "[\n" + ",\n".join(map(json.dumps, ENTRIES)) + "\n]\n",
    "document begins": "---\n" + BLOCK,
    "document begins, comment": "# given out\n--- # here\n" + BLOCK,
    "document ends": BLOCK + "...\n",
    "document ends, no newline": BLOCK + "...",
    "document ends, comment": BLOCK + "... # end\n# after\n",
    "document begins and ends": "---\n" + BLOCK + "...\n",
    "flow document begins and ends": f"---\n[{{seed: alt, {A}}}, {{seed: fort, {GONE}}}]\n...\n",
    "directive": "%YAML 1.2\n---\n" + BLOCK,
    "anchor and alias": "- seed: alt\n  path: &p 2001/eins\n  citekey: eins2001\n"
    "- seed: fort\n  path: 1999/fort\n  citekey: fort1999\n  formerly: [&q 1998/fort, *q]\n",
    "anchor before the list": "&all\n" + BLOCK,
    "anchor before an indented list": "--- &all\n" + "".join(f"    {line}\n" for line in BLOCK.splitlines()),
    "tag before the list": "!!seq\n" + BLOCK,
    "block scalar": BLOCK.replace("path: 1999/fort", "path: >-\n    1999/fort"),
    "block scalar at the end": LAST + "|\n    1999/fort\n",
    "block scalar at the very end": LAST + "|\n    1999/fort",
    "block scalar that keeps": LAST + "|+\n    1999/fort\n\n\n",
    "block scalar that keeps, no newline": "# x\n" + LAST + "|+\n    1999/fort\n\n  ",
    "scalar over two lines": BLOCK.replace("citekey: fort1999", 'citekey: "fort\\\n    1999"'),
    "plain scalar over two lines": BLOCK.replace("seed: fort", "seed: fort\n    weg"),
    "quoted keys": BLOCK.replace("seed:", '"seed":').replace("path:", "'path':"),
    "quoted values": BLOCK.replace("2001/eins", "'2001/eins'").replace("1999/fort", '"1999\\/fort"'),
    "explicit keys": BLOCK.replace("  path: 2001/eins", "  ? path\n  : 2001/eins"),
    "CRLF": BLOCK.replace("\n", "\r\n"),
    "CRLF, no newline": BLOCK.replace("\n", "\r\n").rstrip(),
    "CRLF with comments and end": "# x\r\n" + BLOCK.replace("\n", "\r\n") + "...\r\n",
    "CR": BLOCK.replace("\n", "\r"),
    "mixed line ends": BLOCK.replace("\n", "\r\n", 3),
    "byte-order mark": "\ufeff" + BLOCK,
    "byte-order mark and flow": f"\ufeff[{{seed: alt, {A}}}, {{seed: fort, {GONE}}}]",
    "byte-order mark, document, CRLF": "\ufeff---\r\n" + BLOCK.replace("\n", "\r\n"),
    "blank lines between": "\n\n" + BLOCK.replace("- ", "\n\n- "),
    "tabs behind values": BLOCK.replace("\n", "\t# x\n"),
    "keys in another order": "- citekey: eins2001\n  path: 2001/eins\n  seed: alt\n"
    + BLOCK[BLOCK.index("- seed: f") :],
    "empty values": BLOCK + "  sha256:\n  formerly: []\n  passages: {}\n",
    "former path as one text": BLOCK + "  formerly: 1998/fort\n",
    "characters beyond the BMP": f"[{{seed: alt, {A}}}, {{seed: 😀😀ää, {GONE}}}] # 😀",
    "an entry that only adds passages at the end": BLOCK + "- seed: alt\n  passages: {p-bbbbbb: 3}\n",
    "an entry nobody understands": BLOCK + "- just words\n- [1, 2]\n- {colour: red}\n-\n",
}
# Nothing is in it, so nothing can be lost.
EMPTY = {
    "empty": "",
    "blank": "\n \n",
    "a comment": "# nothing yet",
    "comments, CRLF": "# nothing\r\n# yet\r\n",
    "null": "null\n",
    "tilde": "~",
    "tilde and comment": "~ # none\n",
    "[]": "[]",
    "[ ] over lines": "[\n  # none yet\n]\n",
    "{}": "{}\n",
    "{} and comment": "# x\n{} # none\n",
    "document": "---\n",
    "document with null and end": "--- null\n...\n",
    "ends at once": "---\n...\n",
    "byte-order mark": "\ufeff",
    "anchor": "&x []",
}
# What it holds cannot be known: nothing may be published, removed, or written into it.
UNREADABLE = {
    "broken quote": BLOCK + '- seed: "neu\n',
    "broken indentation": BLOCK + " - seed: neu\n",
    "tab as indentation": BLOCK.replace("  path", "\tpath"),
    "half a flow list": f"[{{seed: alt, {A}}}",
    "two documents": BLOCK + "---\n" + BLOCK,
    "an empty second document": BLOCK + "---\n",
    "a mapping": "alt: 2001/eins\n",
    "one entry without a dash": "seed: alt\npath: 2001/eins\ncitekey: eins2001\n",
    "words": "siehe people.yml\n",
    "a number": "7",
    "itself": "&a\n- *a\n",
    "unknown alias": "- *nobody\n",
    "a merge conflict": "<<<<<<< HEAD\n" + BLOCK + "=======\n" + BLOCK + ">>>>>>> other\n",
    "control character": BLOCK + "# \x00\n",
    "latin-1": (BLOCK + "# ä\n").encode("latin-1"),
    "UTF-16": BLOCK.encode("utf-16"),
    "zeros after a power cut": b"\0" * 400,
    "nested without end": "[" * 5000,
}


def bytes_of(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8")


def project_with(tmp_path: Path, content: str | bytes):
    project = small_project(
        tmp_path, alt=article("Eine neue Brücke", "Holz"), neu=article("Ein neuer Steg", "Stein")
    )
    file = project.curation / "permalinks.yml"
    file.write_bytes(bytes_of(content))
    return project, file


NEW = (
    Permalink("neu", Address("2001/neu", "neu2001"), CHECKSUM, (("p-3f9a2c", 0), ("p-c5337f", 120))),
    Permalink('ä: "b" 😀', Address("2001/b", "b2001")),
    Permalink("alt", None, None, (("p-98502a", 7),)),
)


def known(folder: Path):
    """The entries as the build understands them, without their lines, and the problems."""
    curation, problems = read_curation(folder, "curation")
    assert curation.unread == ()
    return [replace(entry, line=None) for entry in curation.permalinks], [p.code for p in problems]


@pytest.mark.parametrize("form", FORMS)
def test_every_entry_stays_and_new_ones_are_read_again(form, tmp_path):
    file = tmp_path / "permalinks.yml"
    before = FORMS[form].encode()
    file.write_bytes(before)
    given, problems = known(tmp_path)
    assert {("alt", "2001/eins"), (given[1].seed, "1999/fort")} <= {
        (g.seed, g.address.path) for g in given[:2]
    }
    assert add_permalinks(file, "curation/permalinks.yml", NEW) == ()
    after = file.read_bytes()
    assert known(tmp_path) in (([*given, *NEW], problems), ([*NEW, *given], problems))
    # Something was put in, and nothing else is different: comments, line ends and marks are what they were.
    head = next(
        (i for i, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before)
    )
    assert after.endswith(before[head:])
    if before.count(b"\n") == before.count(b"\r\n") > 0:
        assert after.count(b"\n") == after.count(b"\r\n")


def test_new_addresses_are_added_below_what_people_wrote(tmp_path):
    file = tmp_path / "curation" / "permalinks.yml"
    assert add_permalinks(file, "curation/permalinks.yml", []) == ()
    assert not file.exists()
    add_permalinks(file, "curation/permalinks.yml", NEW[1:2])
    assert file.read_text("utf-8").startswith("# Addresses already given out: ")
    file.write_text("- seed: c  # my remark", "utf-8")
    add_permalinks(file, "curation/permalinks.yml", NEW)
    assert file.read_text("utf-8") == (
        "- seed: c  # my remark\n"
        "- seed: neu\n  path: 2001/neu\n  citekey: neu2001\n"
        f"  sha256: {CHECKSUM}\n  passages: {{p-3f9a2c: 0, p-c5337f: 120}}\n"
        "- seed: 'ä: \"b\" 😀'\n  path: 2001/b\n  citekey: b2001\n"
        "- seed: alt\n  passages: {p-98502a: 7}\n"
    )


def test_a_JSON_file_stays_JSON(tmp_path):
    file = tmp_path / "permalinks.yml"
    file.write_text(json.dumps(ENTRIES, indent=1))
    add_permalinks(file, "curation/permalinks.yml", NEW)
    assert json.loads(file.read_text("utf-8"))[:2] == ENTRIES


@pytest.mark.parametrize("form", EMPTY)
def test_a_file_without_entries_is_filled(form, tmp_path):
    file = tmp_path / "permalinks.yml"
    file.write_text(EMPTY[form], newline="")
    assert add_permalinks(file, "curation/permalinks.yml", NEW) == ()
    assert known(tmp_path) == (list(NEW), [])
    assert file.read_text().count("#") == EMPTY[form].count("#")


@pytest.mark.parametrize("form", UNREADABLE)
def test_nothing_is_written_into_what_cannot_be_read(form, tmp_path):
    """A person may be at work in the file while a build goes on."""
    file = tmp_path / "permalinks.yml"
    file.write_bytes(bytes_of(UNREADABLE[form]))
    assert [p.code for p in add_permalinks(file, "curation/permalinks.yml", NEW)] == ["A006"]
    assert file.read_bytes() == bytes_of(UNREADABLE[form])
    curation, problems = read_curation(tmp_path, "curation")
    assert curation.unread == ("curation/permalinks.yml",)
    assert [p.code for p in problems if p.file == "curation/permalinks.yml" and p.remedy]


plain = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=8)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.fixed_dictionaries({"seed": plain, "path": plain, "citekey": plain}), max_size=3),
    st.sampled_from([True, False, None]),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_YAML_writes_can_be_added_to(written, flow, begins, ends, newline):
    """However PyYAML sets it, the old entries and the new ones are read from the result, in this order."""
    text = yaml.safe_dump(
        written, default_flow_style=flow, explicit_start=begins, explicit_end=ends, allow_unicode=True
    ).replace("\n", newline)
    after = with_entries(text, NEW)
    assert after is not None
    assert yaml.safe_load(after)[: len(written)] == yaml.safe_load(text)
    assert [entry["seed"] for entry in yaml.safe_load(after)[len(written) :]] == [entry.seed for entry in NEW]


def untouched(project, damage) -> list[str]:
    """What a build says after `damage`, having changed nothing."""
    build(project, "local")
    damage()
    before = files(project.root)
    report, problems = build(project, "local")
    assert report.stopped
    assert files(project.root) == before
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("permalinks.yml", UNREADABLE["broken quote"]),
        ("permalinks.yml", UNREADABLE["a mapping"]),
        ("permalinks.yml", UNREADABLE["latin-1"]),
        ("people.yml", "- id: ["),
        ("people.yml", "id: ada\nname: Ada\n"),
        ("outlets.yml", b"\xff\xfe\xff"),
    ],
)
def test_a_file_that_cannot_be_read_stops_everything(name, content, tmp_path):
    project, _ = project_with(tmp_path, BLOCK)
    (project.curation / "people.yml").write_text("- {id: ada-muster, name: Ada Muster}\n")
    problems = untouched(project, lambda: (project.curation / name).write_bytes(bytes_of(content)))
    assert any(p.startswith(f"curation/{name}:") or p.startswith(f"curation/{name}: ") for p in problems)


def folder_in_its_place(file: Path) -> None:
    file.unlink(missing_ok=True)
    file.mkdir()


def link_to_nowhere(file: Path) -> None:
    file.unlink(missing_ok=True)
    make_link(file, "nowhere.yml")


def link_to_itself(file: Path) -> None:
    file.unlink(missing_ok=True)
    make_link(file, file.name)


def renamed(file: Path) -> None:
    file.touch()
    file.rename(file.with_suffix(".yaml"))


def in_capitals(file: Path) -> None:
    file.touch()
    file.rename(file.with_name(file.name.capitalize()))


@pytest.mark.parametrize(
    "damage", [folder_in_its_place, link_to_nowhere, link_to_itself, renamed, in_capitals]
)
@pytest.mark.parametrize("name", ["permalinks.yml", "people.yml", "outlets.yml"])
def test_a_file_that_is_no_file_is_unread(name, damage, tmp_path):
    damage(tmp_path / name)
    curation, problems = read_curation(tmp_path, "curation")
    (unread,) = curation.unread
    assert unread.casefold().startswith(f"curation/{name[:-4]}")
    assert [p.file for p in problems] == [unread]


def test_a_curation_that_is_a_file_stops_everything(tmp_path):
    project, _ = project_with(tmp_path, BLOCK)

    def damage() -> None:
        project.curation.rename(tmp_path / "elsewhere")
        project.curation.write_text("")

    assert any(p.startswith("curation: F002") for p in untouched(project, damage))


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs users of a Unix system")
@pytest.mark.parametrize("name", ["permalinks.yml", "people.yml", "articles", "."])
def test_what_may_not_be_read_is_unread(name, tmp_path):
    for folder in (tmp_path, *tmp_path.parents):
        if folder.name.startswith(("pytest-", "popen-", tmp_path.name)):  # those that pytest made
            folder.chmod(0o755)
    folder = tmp_path / "curation"
    (folder / "articles").mkdir(parents=True)
    for file in ("permalinks.yml", "people.yml"):
        (folder / file).write_text("[]")
    target, user = folder / name, os.geteuid()
    mode = target.stat().st_mode
    target.chmod(0)
    try:
        if user == 0:
            os.seteuid(65534)
        curation, problems = read_curation(folder, "curation")
    finally:
        os.seteuid(user)
        target.chmod(mode)
    shown = "curation" if name == "." else f"curation/{name}"
    assert curation.unread == (shown,)
    assert [(p.file, p.code, "denied" in p.finding) for p in problems] == [
        (shown, "C001" if target.is_file() else "F002", True)
    ]


def test_an_article_that_nobody_can_read_about_keeps_its_page_and_costs_no_other(tmp_path):
    project, file = project_with(tmp_path, BLOCK)
    decided = project.curation / "articles" / "alt.yml"
    decided.write_text("title: Die Brücke\nbecause: {title: So heißt sie.}\n")
    new = project.curation / "articles" / "neu.yml"
    new.write_text("title: [")
    build(project, "local")
    assert "neu" not in file.read_text()  # what nobody could read may decide its address
    assert "2001/ein-neuer-steg.md" in pages(project)
    new.unlink()
    build(project, "local")
    before = pages(project)
    decided.write_text("title: Die Brücke\n  because:")
    (project.seeds / "mehr.txt").write_text(article("Noch eine Brücke", "Stahl"))
    _, problems = build(project, "local")
    after = pages(project)
    assert after["2001/eins.md"] == before["2001/eins.md"]
    assert set(before) < set(after)
    assert [p.file for p in problems if p.code == "C001"] == ["curation/articles/alt.yml"]


def test_the_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path):
    project, file = project_with(tmp_path / "project", BLOCK)
    real = tmp_path / "project" / "kept" / "addresses.yml"
    real.parent.mkdir()
    file.rename(real)
    real.chmod(0o640)
    make_link(file, "../kept/addresses.yml")
    build(project, "local")
    assert file.is_symlink()
    assert "ein-neuer-steg" in real.read_text()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert [p.name for p in real.parent.iterdir()] == ["addresses.yml"]


def test_a_link_out_of_the_project_is_not_written_through(tmp_path):
    project, file = project_with(tmp_path / "project", BLOCK)
    outside = tmp_path / "addresses.yml"
    file.rename(outside)
    make_link(file, outside)
    _, problems = build(project, "local")
    assert outside.read_text() == BLOCK
    assert [p.file for p in problems if p.code == "A006"] == ["curation/permalinks.yml"]
    assert {"2001/eins.md", "2001/ein-neuer-steg.md"} <= set(pages(project))


def test_a_write_that_is_cut_off_leaves_the_old_file(tmp_path, monkeypatch):
    project, file = project_with(tmp_path, BLOCK)

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        report, problems = build(project, "local")
    assert report.stopped
    assert {"A006", "W006"} <= {p.code for p in problems}
    assert file.read_text() == BLOCK
    assert not list(tmp_path.rglob("*.part"))
