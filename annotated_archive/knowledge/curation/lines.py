"""YAML → plain values of strings, lists and mappings, with the line of each; duplicate keys are problems.

Every scalar stays the string that the person wrote: `date: 2016-07-15` is not turned into a date nor `no`
into a truth value. An empty value or `null` is None.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from ...problems import Problem
from ...words.yaml_text import LOADER
from .yaml_faults import fault

Location = tuple[str | int, ...]


class Lines:
    """The line, counted from 1, of every key and item of a YAML file, by location: `(3, "name")`."""

    def __init__(self) -> None:
        self.by_location: dict[Location, int] = {}

    def of(self, location: Location) -> int | None:
        """The line of a location, or of the nearest part around it."""
        while location:
            if location in self.by_location:
                return self.by_location[location]
            location = location[:-1]
        return self.by_location.get(())


def read_yaml(path: Path, shown: str) -> tuple[Any, Lines, tuple[Problem, ...]]:
    """Value, lines and problems of a YAML file; the value is None when the file is empty or broken."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (UnicodeDecodeError, OSError) as error:
        reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or str(error)
        remedy = (
            "Save it as YAML in UTF-8." if isinstance(error, ValueError) else "See that it is a file to read."
        )
        return None, Lines(), (Problem(shown, None, "C001", f"The file cannot be read: {reason}.", remedy),)
    return parse_yaml(text, shown)


def parse_yaml(text: str, shown: str) -> tuple[Any, Lines, tuple[Problem, ...]]:
    """Value, lines and problems of a YAML text. Code C001 says that nothing is known of what it holds."""
    lines = Lines()
    problems: list[Problem] = []
    try:
        node = yaml.compose(text, Loader=LOADER)
        value = None if node is None else _value(node, (), lines, problems, shown)
    except yaml.MarkedYAMLError as error:
        line, finding, remedy = fault(text, error)
        return None, lines, (Problem(shown, line, "C001", finding, remedy),)
    except yaml.YAMLError as error:
        finding = f"The file cannot be read: {getattr(error, 'reason', None) or error}."
        return None, lines, (Problem(shown, None, "C001", finding, "Save it as YAML in UTF-8."),)
    except RecursionError:
        finding = "The file cannot be read: a part of it holds itself, or is nested too deeply."
        return None, lines, (Problem(shown, None, "C001", finding, "Write the entries one below the other."),)
    return value, lines, tuple(problems)


def _value(node: yaml.Node, at: Location, lines: Lines, problems: list[Problem], shown: str) -> Any:
    lines.by_location.setdefault(at, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = str(key_node.value)
            if key in result:
                finding = f'The key "{key}" is used twice; the first one counts.'
                first = lines.by_location[(*at, key)]
                # Whoever pastes a second snippet wants both.
                holds = isinstance(value_node, yaml.CollectionNode)
                remedy = (
                    f"Put its entries under the first, on line {first}." if holds else "Remove one of them."
                )
                problems.append(Problem(shown, line, "C006", finding, remedy))
                continue
            lines.by_location[(*at, key)] = line
            result[key] = _value(value_node, (*at, key), lines, problems, shown)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*at, i), lines, problems, shown) for i, item in enumerate(node.value)]
    if node.tag == "tag:yaml.org,2002:null":
        return None
    return node.value
