"""The changes that a mutation run makes: one module's source → the same with one small fault each.

Comes in: Python source. Goes out: `Mutant`s, each a line as it was and as it is. Running tests is left to
`mutation.py`. The changes are Cosmic Ray's, without those that only raise a TypeError (`+` → `<<`), and one
of our own: a condition, or one operand of it, that always or never holds, which is a guard removed.
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import parso
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

_parse: Any = parso.parse  # which says nothing of its types

_CORE = (
    "NumberReplacer",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak",
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceUnaryOperator_Delete_USub",
    "ZeroIterationForLoop",
)
# Each comparison against its neighbour at the border and against its opposite.
_COMPARISONS = (
    *("Lt_LtE", "Lt_GtE", "LtE_Lt", "LtE_Gt", "Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_Lt"),
    *("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is"),
)
_CALCULATIONS = (
    *("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "Mul_Add", "Div_Sub", "FloorDiv_Mul", "Mod_FloorDiv"),
    *("BitOr_BitAnd", "BitAnd_BitOr"),
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module's source with one fault. `was` and `now` are the lines changed, without their indentation."""

    source: str
    line: int
    was: str
    now: str


class ConditionDecided:
    """Replaces conditions, and the operands of `and` and `or`, by True and by False."""

    def mutation_positions(self, node: Any) -> Iterator[tuple[Any, Any]]:
        for child, _ in self._decisions(node):
            yield node.children[child].start_pos, node.children[child].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        child, value = list(self._decisions(node))[index]
        node.children[child] = _parse(f" {value}")
        return node

    def _decisions(self, node: Any) -> Iterator[tuple[int, bool]]:
        """The index of each condition among a node's children, with what it becomes."""
        children = getattr(node, "children", ())
        if node.type in ("and_test", "or_test"):
            # The other constant would decide the whole, which is a condition itself.
            yield from ((i, node.type == "and_test") for i in range(0, len(children), 2))
        elif node.type in ("if_stmt", "comp_if", "sync_comp_for", "ternary", "test"):
            for i, child in enumerate(children[:-1]):
                if getattr(child, "value", None) in ("if", "elif"):
                    yield from ((i + 1, True), (i + 1, False))


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module that is not the same program; docstrings and annotations are none of it."""
    lines = source.splitlines(keepends=True)
    operators = list(_operators())
    # One statement at a time: Cosmic Ray reads all that it is given anew for each change.
    for node in ast.parse(source).body:
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))]) - 1
        before, after = "".join(lines[:first]), "".join(lines[node.end_lineno :])
        statement = "".join(lines[first : node.end_lineno])
        seen = {_program(statement)}
        for operator in operators:
            occurrence = 0
            while (changed := mutate_code(statement, operator, occurrence)) is not None:
                occurrence += 1
                if (program := _program(changed)) not in seen:
                    seen.add(program)
                    yield _mutant(before + statement + after, before + changed + after)


def _operators() -> Iterator[Any]:
    names = [
        *_CORE,
        *(f"ReplaceComparisonOperator_{name}" for name in _COMPARISONS),
        *(f"ReplaceBinaryOperator_{name}" for name in _CALCULATIONS),
    ]
    for name in names:
        yield get_operator(f"core/{name}")()
    yield ConditionDecided()


def _mutant(source: str, changed: str) -> Mutant:
    old, new = source.splitlines(), changed.splitlines()
    _, a, b, c, d = next(
        change for change in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if change[0] != "equal"
    )  # fmt: skip
    was, now = (" ".join(" ".join(lines).split()) for lines in (old[a:b], new[c:d]))
    return Mutant(changed, a + 1, was, now)


def _program(source: str) -> str:
    """What a source does, in one notation.

    Annotations do nothing here. A dataclass's options and `zip(strict=…)` guard against programmers: no data
    shows whether they are there.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
        elif isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.ClassDef):
            node.decorator_list = []
        elif isinstance(node, ast.Call):
            node.keywords = [word for word in node.keywords if word.arg != "strict"]
    return ast.dump(tree)
