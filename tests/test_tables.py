"""Tables: a line more in the table of kinds, fields or formats is carried everywhere, or the gap is named."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

from annotated_archive import kinds

from .tables import LANGUAGES, PACKAGE, missing

KIND = '    GHOST = "ghost", Fate.APART, Role.BESIDE, "cyan", "ghosts"\n'
FIELD = '    Field("ghost", 99, fact="ghost", front_matter=True, hint="a ghost", csl="genre"),\n'
FORMAT = '    Format("Ghost", "ghost", "text/plain", csl_json),\n'
DESCRIBED = "    ghost: Found[str] | None = None\n"
WORDS = (
    "kind.ghost: Ghost\nghosts: Ghosts\nfact.ghost: Ghost\ndata.archive.ghost: Ghost\ncite.for.ghost: Ghost\n"
)


def inserted(file: Path, line: str, above: str) -> None:
    """A line more in a file, above the line that begins with `above`."""
    text = file.read_text("utf-8")
    assert text.count(above) == 1, file
    file.write_text(text.replace(above, line + above), encoding="utf-8")


# The sets that the table gives; a list by hand that holds all of one would not follow a line more.
DERIVED = [value for value in vars(kinds).values() if isinstance(value, frozenset) and len(value) > 1]


def listed(node: ast.AST) -> set[kinds.Kind]:
    """The kinds that a tuple, list, set or chain of `or` names: `{Kind.LEAD, Kind.BODY}`."""
    if isinstance(node, ast.BoolOp):
        named = [
            part for value in node.values if isinstance(value, ast.Compare) for part in value.comparators
        ]
    else:
        named = node.elts if isinstance(node, ast.Tuple | ast.List | ast.Set) else []
    return {
        kinds.Kind[part.attr]
        for part in named
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == "Kind"
    }


def test_kinds_are_listed_in_their_table_only() -> None:
    """Running text, headlines or evidence are told by `kinds.py`, never named one by one."""
    by_hand = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (found := listed(node)) and any(known <= found for known in DERIVED)
    ]
    assert by_hand == []


def test_a_list_of_kinds_by_hand_is_found() -> None:
    source = "a = {Kind.BODY, Kind.LEAD}; b = k is Kind.TITLE or k is Kind.KICKER; c = (Kind.LINK, Kind.BODY)"
    found = [listed(node) for node in ast.walk(ast.parse(source)) if listed(node)]
    assert [any(known <= kinds for known in DERIVED) for kinds in found] == [True, True, False]


def test_every_line_of_the_tables_is_carried_everywhere() -> None:
    assert missing() == []


def test_a_line_more_needs_its_words_and_nothing_else(tmp_path: Path) -> None:
    """In a copy with a made-up kind, field and format, the walk names what they lack, until they have it."""
    package = tmp_path / "annotated_archive"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "tests").mkdir()
    for name in ("__init__.py", "tables.py", "compose_samples.py"):
        shutil.copy(Path(__file__).parent / name, tmp_path / "tests")

    def walk() -> list[str]:
        command = [sys.executable, "-m", "tests.tables"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.stderr == ""
        return done.stdout.split("\n")[:-1]

    inserted(package / "kinds.py", KIND, "    BYLINE = ")
    inserted(package / "fields.py", FIELD, '    Field("words"')
    assert walk() == ["field ghost: model.py"]
    inserted(package / "stages" / "export" / "bibliography.py", FORMAT, '    Format("RIS"')
    inserted(package / "model.py", DESCRIBED, "\n\n@dataclass(frozen=True, slots=True)\nclass Outlet:")
    files = [f"words/languages/{file.name}" for file in LANGUAGES]
    assert walk() == [
        *(f"kind ghost: {file}: {key}" for file in files for key in ("kind.ghost", "ghosts")),
        *(f"field ghost: {file}: fact.ghost" for file in files),
        *(f"file archive.ghost: {file}: data.archive.ghost" for file in files),
        *(f"format Ghost: {file}: cite.for.ghost" for file in files),
    ]
    for file in LANGUAGES:
        with (package / "words" / "languages" / file.name).open("a", encoding="utf-8") as stream:
            stream.write(WORDS)
    assert walk() == [""]
