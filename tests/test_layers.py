"""Imports point one way, down the storeys; stages know no other stage; few modules touch the disk."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "annotated_archive"
# From the ground up. A module imports from its own storey and from those below it.
STOREYS: tuple[tuple[str, ...], ...] = (
    ("problems", "seed_key", "version", "renderer.quiet", "text.quotation_marks", "words.yaml_text"),
    ("saved", "kinds", "fields", "parallel", "disk"),
    ("model",),
    ("words",),
    ("text",),
    ("project", "knowledge", "editions.published", "press_databases", "file_formats"),
    ("essays", "export_values", "questions", "results"),
    ("editions",),
    ("stages",),
    ("pipeline",),
    ("commands",),
    ("cli", "renderer"),
    ("__main__",),
)
DISK = {
    "disk",
    "stages.read",
    "stages.read_docs",
    "stages.publish",
    "knowledge.curation",
    "commands.new.making",
    "renderer.search.indexing",
}
# These read the package's own data, not the user's, say where the project lies, or let go of a closed pipe.
OWN_DATA = {
    "cli",
    "commands.doctor",
    "commands.inspection",
    "commands.new.files",
    "commands.terminal",
    "knowledge.outlets",
    "problems",
    "project",
    "renderer.citations",
    "renderer.hook",
    "renderer.saves",
    "stages.compose",
    "stages.export",
    "words.languages",
    "words.lexicon",
}
TOUCHES_DISK = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rglob"}
LONGEST_FILE = 300  # lines


def modules() -> dict[str, Path]:
    """Every module by its dotted name below the package; a package is its `__init__`."""
    found: dict[str, Path] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name:
            found[name] = path
    return found


MODULES = modules()


def imported(name: str) -> set[str]:
    """The modules of the package that a module imports."""
    path = MODULES[name]
    inside = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            if node.level:
                base = inside[: len(inside) - node.level + 1]
            elif (node.module or "").partition(".")[0] == "annotated_archive":
                base = []
            else:
                continue
            rest = (node.module or "").split(".") if node.level else (node.module or "").split(".")[1:]
            target = ".".join([*base, *filter(None, rest)])
            names = {f"{target}.{alias.name}".lstrip(".") for alias in node.names}
            found |= {n if n in MODULES else target for n in names}
        elif isinstance(node, ast.Import):
            found |= {
                alias.name.partition(".")[2]
                for alias in node.names
                if alias.name.startswith("annotated_archive.")
            }
    return found - {""}


def storey(name: str) -> int:
    """The storey of a module: that of its longest name in the table."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        head = ".".join(parts[:length])
        for number, rooms in enumerate(STOREYS):
            if head in rooms:
                return number
    raise AssertionError(f"{name} has no storey: name it, or its folder, in STOREYS")


def stage(name: str) -> str | None:
    """The stage that a module belongs to: `stages.segment.run` is part of `stages.segment`."""
    parts = name.split(".")
    return ".".join(parts[:2]) if parts[0] == "stages" and len(parts) > 1 else None


@pytest.mark.parametrize("name", sorted(MODULES))
def test_imports_lead_down_or_stay_in_the_storey(name):
    up = {other for other in imported(name) if storey(other) > storey(name)}
    assert not up


@pytest.mark.parametrize("name", sorted(n for n in MODULES if stage(n)))
def test_a_stage_imports_no_other_stage(name):
    assert {stage(other) for other in imported(name)} <= {None, stage(name)}


def test_no_circles():
    """Within a storey, too, no two modules need each other."""
    known = {name: imported(name) & set(MODULES) for name in MODULES}
    done: set[str] = set()

    def walk(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " → ".join([*above, name])
        if name not in done:
            for other in known[name]:
                walk(other, (*above, name))
            done.add(name)

    for name in MODULES:
        walk(name, ())


@pytest.mark.parametrize("name", sorted(MODULES))
def test_only_read_curation_and_publish_touch_the_disk(name):
    heads = {".".join(name.split(".")[:length]) for length in range(1, name.count(".") + 2)}
    if heads & (DISK | OWN_DATA):
        return
    calls = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(ast.parse(MODULES[name].read_text("utf-8")))
        if isinstance(node, ast.Call)
    }
    assert not calls & TOUCHES_DISK


def test_the_command_stays_short():
    lines = (PACKAGE.parent / "build_archive.py").read_text("utf-8").splitlines()
    assert len(lines) < 100


@pytest.mark.parametrize("name", sorted(MODULES))
def test_no_file_outgrows_its_idea(name):
    assert len(MODULES[name].read_text("utf-8").splitlines()) <= LONGEST_FILE
