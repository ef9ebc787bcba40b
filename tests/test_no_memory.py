"""No module remembers anything of a user's data: what a function gives depends on its arguments alone.

Words of the program are read once and kept (`cache`, of functions without an argument or with the name of a
list). A text's features may be kept to save time, in a bounded `lru_cache`, which can change no result.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import annotated_archive

PACKAGE = Path(annotated_archive.__file__).parent
CONTAINERS = {
    "dict",
    "list",
    "set",
    "defaultdict",
    "Counter",
    "deque",
    "OrderedDict",
    "bytearray",
    "ExitStack",
}
CHANGES = {"append", "appendleft", "extend", "insert", "add", "update", "setdefault", "pop", "popitem"}
CHANGES |= {"clear", "remove", "discard", "enter_context"}
# What the program's own words are asked by.
OWN = {"name", "section", "sections", "language", "locale", "kind", "style"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def memories(source: str) -> list[str]:
    """What a module could remember from one call to the next, with its lines."""
    tree = ast.parse(source)
    found = [*_containers(tree), *_caches(tree)]
    bound = {name.id for node in tree.body for name in ast.walk(node) if _is_bound(node, name)}
    for function in ast.walk(tree):
        if isinstance(function, Function):
            found += _changes(function, bound)
    return found


def _is_bound(node: ast.stmt, name: ast.AST) -> bool:
    assigned = isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.For | ast.With)
    return assigned and isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)


def _containers(tree: ast.Module) -> Iterator[str]:
    """Containers that a module or class begins empty: they are there to be filled."""
    for body in (tree, *(node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))):
        form = (
            isinstance(body, ast.ClassDef) and body.bases
        )  # pydantic gives each object a default of its own
        for node in body.body:
            field = form and isinstance(node, ast.AnnAssign)
            if isinstance(node, ast.Assign | ast.AnnAssign) and not field and _is_empty(node.value):
                yield f"{node.lineno}: begins empty"


def _is_empty(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Call):
        name = value.func.attr if isinstance(value.func, ast.Attribute) else getattr(value.func, "id", "")
        return name in CONTAINERS and all(getattr(each, "id", "") in CONTAINERS for each in value.args)
    return (isinstance(value, ast.List) and not value.elts) or (
        isinstance(value, ast.Dict) and not value.keys
    )


def _changes(function: Function, bound: set[str]) -> Iterator[str]:
    """Where a function binds a name of its module anew, or changes what it names."""
    own = {n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    own |= {n.arg for n in ast.walk(function) if isinstance(n, ast.arg)}
    for node in ast.walk(function):
        if isinstance(node, ast.Global):
            yield f"{node.lineno}: global {', '.join(node.names)}"
        changed: ast.expr | None = None
        if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            changed = node.value
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES
        ):
            changed = node.func.value
        while isinstance(changed, ast.Subscript | ast.Attribute):
            changed = changed.value
        if isinstance(changed, ast.Name) and changed.id in bound - own:
            yield f"{changed.lineno}: {changed.id} changes"


def _caches(tree: ast.Module) -> Iterator[str]:
    """Caches without a bound that are asked by more than the name of a list of words."""
    for node in ast.walk(tree):
        if isinstance(node, Function) and any(_is_boundless(each) for each in node.decorator_list):
            arguments = [*node.args.args, *filter(None, [node.args.vararg, node.args.kwarg])]
            if not {argument.arg for argument in arguments} <= OWN:
                yield f"{node.lineno}: {node.name} is remembered without a bound"


def _is_boundless(decorator: ast.expr) -> bool:
    called = isinstance(decorator, ast.Call)
    name = ast.unparse(decorator.func if isinstance(decorator, ast.Call) else decorator).rpartition(".")[2]
    if name == "cache":
        return True
    given = (
        [*decorator.args, *(k.value for k in decorator.keywords)] if isinstance(decorator, ast.Call) else []
    )
    return (
        name == "lru_cache" and called and any(isinstance(v, ast.Constant) and v.value is None for v in given)
    )


def test_no_module_remembers_a_users_data() -> None:
    found = {p.relative_to(PACKAGE).as_posix(): memories(p.read_text("utf-8")) for p in PACKAGE.rglob("*.py")}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "source",
    [
        "seen = {}",
        "seen: dict[str, int] = {}",
        "seen: list[int] = []",
        "seen = set()",
        "seen = defaultdict(list)",
        "seen = collections.Counter()",
        "class A:\n    seen: list[int] = []",
        "last = 0\ndef f():\n    global last\n    last = 1",
        "known = {'a': 1}\ndef f(x):\n    known[x] = 1",
        "known = {'a': 1}\ndef f(x):\n    del known[x]",
        "known = ['a']\ndef f(x):\n    known.append(x)",
        "known = {'a': ['b']}\ndef f(x):\n    known['a'].append(x)",
        "state = State()\ndef f(x):\n    state.edition = x",
        "state = State()\ndef f(x):\n    state.count += 1",
        "@cache\ndef f(text): ...",
        "@functools.cache\ndef f(name, text): ...",
        "@cache\ndef f(*texts): ...",
        "@lru_cache(None)\ndef f(text): ...",
        "@lru_cache(maxsize=None)\ndef f(text): ...",
    ],
)
def test_memory_is_found(source: str) -> None:
    assert memories(source)


@pytest.mark.parametrize(
    "source",
    [
        "KINDS = {'a': 1}\ndef f(x):\n    return KINDS[x]",
        "found = ['a']\ndef f(x):\n    found = []\n    found.append(x)\n    return found",
        "found = ['a']\ndef f(found):\n    found.append(1)",
        "def f():\n    seen = {}\n    seen['a'] = 1",
        "class A(Form):\n    also: list[str] = []",
        "names = list(HOMES)",
        "class A:\n    def __init__(self):\n        self.seen = {}",
        "@cache\ndef words(section): ...",
        "@cache\ndef words(): ...",
        "@lru_cache(maxsize=64)\ndef f(text): ...",
        "@lru_cache\ndef f(text): ...",
    ],
)
def test_what_is_no_memory_passes(source: str) -> None:
    assert memories(source) == []
