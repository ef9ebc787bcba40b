"""`mkdocs.yml` as it is written, nothing in it carried out: each setting with its file, line and tag.

Comes in: the YAML of the file, and of those it inherits from. Goes out: one tree, in which the file's own
settings overlay the inherited ones as in MkDocs: mappings are merged, lists and values replaced.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TypeAlias

import yaml

from ...problems import Problem

Read = Callable[[str], str]  # a file's name → its text; raises OSError or UnicodeDecodeError
Value: TypeAlias = "str | tuple[Setting, ...] | dict[str, Setting]"
ROUNDS = 10  # files that inherit from one another; more go round in a circle


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it is: `line` is that of its key, or of its item in a list. Empty values are ""."""

    file: str
    line: int
    tag: str
    value: Value

    @property
    def text(self) -> str:
        """The value of a scalar; "" for lists and mappings."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def items(self) -> tuple[Setting, ...]:
        """The items of a list; of anything else, none."""
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def keys(self) -> dict[str, Setting]:
        """The entries of a mapping; of anything else, none."""
        return self.value if isinstance(self.value, dict) else {}

    def get(self, *path: str) -> Setting | None:
        """The setting at a path of keys, if it is there."""
        found: Setting | None = self
        for key in path:
            found = found.keys.get(key) if found else None
        return found

    def walk(self) -> Iterator[Setting]:
        """This setting, and all that it holds."""
        yield self
        for inner in (*self.items, *self.keys.values()):
            yield from inner.walk()


def read_settings(file: str, read: Read) -> tuple[Setting, tuple[Problem, ...]]:
    """The settings of `file`, and what could not be read of it or of what it inherits from."""
    settings: Setting | None = None
    problems: tuple[Problem, ...] = ()
    at = Setting(file, 1, "", {})
    for _ in range(ROUNDS):
        own, problem = _parsed(file, read, at)
        if problem:
            problems = (problem,)
            break
        settings = _merged(own, settings) if settings else own
        inherits = own.get("INHERIT")
        if not inherits or not inherits.text:
            break
        at, file = inherits, (PurePosixPath(file).parent / inherits.text).as_posix()
    return settings or at, problems


def _parsed(file: str, read: Read, named_at: Setting) -> tuple[Setting, Problem | None]:
    try:
        node = yaml.compose(read(file), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        finding = f"This is not valid YAML: {error.problem or 'it ends too soon'}."
        line = mark.line + 1 if mark else None
        remedy = "Correct the line: a value with a colon or a quotation mark needs quotes around it."
        return named_at, Problem(file, line, "M001", finding, remedy)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = getattr(error, "strerror", None) or getattr(error, "reason", None) or "it is no text"
        finding = f"{file} cannot be read: {reason}."
        return named_at, Problem(named_at.file, named_at.line, "M001", finding, "Name a YAML file in UTF-8.")
    if not isinstance(node, yaml.MappingNode):
        finding = "Here settings are expected: lines of `name: value`."
        return named_at, Problem(file, 1, "M001", finding, "Begin with `site_name: …`.")
    return _setting(node, 1, file, ()), None


def _setting(node: yaml.Node, line: int, file: str, around: tuple[yaml.Node, ...]) -> Setting:
    inside = (*around, node)
    if node in around:  # an alias for something that it is a part of
        return Setting(file, line, node.tag, "")
    if isinstance(node, yaml.SequenceNode):
        items = (_setting(item, item.start_mark.line + 1, file, inside) for item in node.value)
        return Setting(file, line, node.tag, tuple(items))
    if isinstance(node, yaml.MappingNode):
        keys: dict[str, Setting] = {}
        for key, value in node.value:
            setting = _setting(value, key.start_mark.line + 1, file, inside)
            if key.tag == "tag:yaml.org,2002:merge":
                for part in reversed(setting.items or (setting,)):
                    keys = {**part.keys, **keys}
            elif isinstance(key, yaml.ScalarNode):
                keys[key.value] = setting
        return Setting(file, line, node.tag, keys)
    return Setting(file, line, node.tag, "" if node.tag == "tag:yaml.org,2002:null" else str(node.value))


def _merged(inherited: Setting, own: Setting) -> Setting:
    if not (isinstance(inherited.value, dict) and isinstance(own.value, dict)):
        return own
    both = {key: _merged(inherited.value[key], own.value[key]) for key in inherited.value.keys() & own.value}
    return replace(own, value={**inherited.value, **own.value, **both})
