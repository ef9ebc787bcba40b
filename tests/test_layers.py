"""Imports point one way: stages know the shared types and values, and only the pipeline knows the stages."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "annotated_archive"
STAGES = {
    "read",
    "written",
    "curated",
    "segment",
    "describe",
    "identify",
    "unite",
    "address",
    "compose",
    "publish",
    "export",
    "anchor",
    "resolve",
    "attribute",
}
VALUES = {
    "model",
    "problems",
    "folder",
    "published",
    "paragraphs",
    "withheld",
    "reading",
    "collate",
    "citations",
    "citable",
    "cited",
    "slugs",
    "parallel",
    "dates",
    "editions",
    "outlets",
    "lexicon",
    "languages",
    "project",
    "quiet",
    "seed_key",
    "page_paths",
    "page_texts",
    "atomic",
    "project_lock",
}
# Who may know the order of the stages, or more than one of them.
FRONTS = {
    "pipeline",
    "cite",
    "guard",
    "snippets",
    "incoming",
    "inspect",
    "explain",
    "review",
    "cli",
    "hook",
}
DISK = {"folder", "read", "written", "curated", "publish", "atomic", "project_lock"}
# Values that read the package's own data, not the user's; and where the project lies.
OWN_DATA = {"cite", "lexicon", "languages", "compose", "outlets", "project", "cli", "inspect", "hook"}
TOUCHES_DISK = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rglob"}


def modules() -> dict[str, list[Path]]:
    """The files of each module: a file, or a folder of its name."""
    found: dict[str, list[Path]] = {}
    for path in PACKAGE.rglob("*.py"):
        top = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if top != "__init__":
            found.setdefault(top, []).append(path)
    return found


def imported(path: Path) -> set[str]:
    """The modules of the package that a file imports."""
    depth = len(path.relative_to(PACKAGE).parts)
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            names = [node.module] if node.module else [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("annotated_archive"):
            inner = (node.module or "").partition(".")[2]
            names = [inner] if inner else [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name.partition(".")[2] for a in node.names if a.name.startswith("annotated_archive.")]
        found |= {name.split(".")[0] for name in names}
    return found


def test_every_module_has_its_layer():
    assert set(modules()) == STAGES | VALUES | FRONTS | {"theme"} & set(modules())


@pytest.mark.parametrize("stage", sorted(STAGES))
def test_a_stage_imports_values_only(stage):
    known = {name for path in modules()[stage] for name in imported(path)}
    assert known <= VALUES | {stage}


@pytest.mark.parametrize("value", sorted(VALUES))
def test_a_value_imports_values_only(value):
    known = {name for path in modules()[value] for name in imported(path)}
    assert known <= VALUES
    if value == "model":
        assert known <= {"seed_key"}


@pytest.mark.parametrize("name", sorted(modules()))
def test_only_read_curated_and_publish_touch_the_disk(name):
    if name in DISK | OWN_DATA:
        return
    for path in modules()[name]:
        calls = {
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call)
        }
        assert not calls & TOUCHES_DISK, path


def test_the_command_stays_short():
    lines = (PACKAGE.parent / "build_archive.py").read_text("utf-8").splitlines()
    assert len(lines) < 100


def test_no_file_outgrows_its_idea():
    long = {
        path.relative_to(PACKAGE).as_posix(): count
        for paths in modules().values()
        for path in paths
        if (count := len(path.read_text("utf-8").splitlines())) > 300
    }
    assert long == {}
