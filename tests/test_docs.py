"""Promise: README.md, CONTRIBUTING.md and `pipeline` say of stages and commands what the code does.

The order of the stages is read from the code of `pipeline`: what `build_alone` calls, and what that calls.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotated_archive import pipeline
from annotated_archive.cli import command_line
from annotated_archive.kinds import Kind

from .project_copy import ROOT

STAGES = ROOT / "annotated_archive" / "stages"
# What a stage does is done by the function of its name, but for these.
DONE_BY = {
    "read": "read_folder",
    "address": "assign",
    "merge_people": "archive_of",
    "read_docs": "read_pages",
    "export": "exports",
    "publish": "apply_plan",
}
# Every command that reads the archive has these; the README says so once.
SHARED = {"--help", "--config-file", "--jobs"}
_WORD = re.compile(r"[a-z_]+")


def names_in_order(source: str, start: str) -> list[str]:
    """The names that a function uses, in the order of evaluation; its module's own are followed."""
    own = {node.name: node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}

    def used(node: ast.AST, within: tuple[str, ...]) -> Iterator[str]:
        if isinstance(node, ast.Call):
            for part in (*node.args, *node.keywords, node.func):
                yield from used(part, within)
        elif isinstance(node, ast.Name):
            if node.id in own and node.id not in within:
                for statement in own[node.id].body:
                    yield from used(statement, (*within, node.id))
            else:
                yield node.id
        else:
            for part in ast.iter_child_nodes(node):
                yield from used(part, within)

    return [name for statement in own[start].body for name in used(statement, (start,))]


def stages() -> list[str]:
    """The stages, in the order in which the pipeline uses them."""
    source = Path(pipeline.__file__).read_text("utf-8")
    order = names_in_order(source, "build_alone")
    there = {p.stem for p in STAGES.iterdir() if not p.name.startswith("_") and p.suffix in ("", ".py")}
    unused = {stage for stage in there if DONE_BY.get(stage, stage) not in order}
    assert not unused, f"the pipeline does not call these stages, or DONE_BY must name what does: {unused}"
    return sorted(there, key=lambda stage: order.index(DONE_BY.get(stage, stage)))


def chain(text: str) -> list[str]:
    """The stages that a text joins by arrows, over its lines."""
    first, *others = text.split("→")
    return [_WORD.findall(first)[-1], *(_WORD.findall(piece)[0] for piece in others)]


def readme() -> str:
    return (ROOT / "README.md").read_text("utf-8")


def test_the_order_is_read_from_code() -> None:
    source = "def a():\n    x = f(g(), h=k())\n    return b(x)\ndef b(y):\n    return m(y)\n"
    assert [name for name in names_in_order(source, "a") if name not in "xy"] == ["g", "k", "f", "m"]


def test_the_pipeline_says_in_which_order_it_goes() -> None:
    assert chain(str(pipeline.__doc__)) == stages()


def test_contributing_draws_the_whole_chain() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert chain(text[text.index("\nstages/") :].split("```")[0]) == stages()


def test_the_readme_names_stages_in_their_order() -> None:
    text = readme()
    named, order = chain(text[text.index("is the map:") :].split("\n\n")[0]), stages()
    assert named == [stage for stage in order if stage in named]
    assert len(named) > 4


def usage(parser: argparse.ArgumentParser) -> tuple[list[str], set[str]]:
    """The files and folders that a command takes, and its own options with their choices."""
    positional, options = [], set()
    for action in parser._actions:
        if not action.option_strings:
            positional.append(f"{action.metavar}{'...' if action.nargs == '+' else ''}")
        elif not SHARED.intersection(action.option_strings):
            choices = f" {'|'.join(action.choices)}" if action.choices else ""
            options.add(f"{action.option_strings[-1]}{choices}")
    return positional, options


def listed() -> dict[str, str]:
    """The lines of the README's list, by command; an indented line goes on with the one above."""
    text = re.sub(r"\n {9,}", " ", readme().split("## The command")[1])
    return dict(re.findall(r"^annotated-archive \[?(\w+)\]?(.*)$", text, re.M))


def test_the_readme_lists_all_commands_in_order() -> None:
    assert list(listed()) == list(command_line()[1])


@pytest.mark.parametrize("name", command_line()[1])
def test_the_readme_lists_what_a_command_takes(name: str) -> None:
    positional, options = usage(command_line()[1][name])
    line = listed()[name]
    assert line.split("  ")[0].split() == positional
    assert {
        f"{option}{choices}" for option, choices in re.findall(r"(--[a-z-]+)( \w+\|[\w|]+)?", line)
    } == options


def test_build_is_the_default() -> None:
    assert "annotated-archive [build] " in readme()
    assert "the default" in command_line()[0].format_help()


def test_the_readme_names_all_kinds_that_a_person_may_give_a_line() -> None:
    """All of the table but blank lines, which nobody has to name."""
    text = readme()
    named = re.findall(r"`([a-z]+)`", text[text.index("Kinds are ") :].split("\n\n")[0])
    assert sorted(named) == sorted(kind.value for kind in Kind if kind is not Kind.BLANK)
