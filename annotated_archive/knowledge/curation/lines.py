"""YAML → plain values of strings, lists and mappings, with the line of each; duplicate keys are problems.

Every scalar stays the string that the person wrote: `date: 2016-07-15` is not turned into a date nor `no`
into a truth value. An empty value or `null` is None.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from ...problems import Problem
from ...words.yaml_text import LOADER
from .yaml_faults import fault

Location = tuple[str | int, ...]
MEGABYTE = 1_000_000
MOST_BYTES = 50 * MEGABYTE  # the addresses of 100,000 articles are some 30 MB
# Values that people nest in curation are four deep, and what they repeat by an alias are a few lines.
MOST_NESTED = 60
MOST_REPEATED = 10_000
_BRACKET = re.compile(r"[\[\]{}]")
_DEEP_LINE = re.compile(
    rf"^(?: {{{MOST_NESTED},}}\S|[ \t]*(?:[-?:][ \t]+){{{MOST_NESTED // 2},}})", re.MULTILINE
)


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


class _TooMuchError(yaml.YAMLError):
    """The text stands for far more than it is: it repeats, holds or nests itself."""

    reason = "a part of it holds itself, or is nested too deeply, or is repeated too often by `*`"


def read_yaml(path: Path, shown: str) -> tuple[Any, Lines, tuple[Problem, ...]]:
    """Value, lines and problems of a YAML file; the value is None when the file is empty or broken."""
    try:
        if path.is_file() and (size := path.stat().st_size) > MOST_BYTES:
            most = MOST_BYTES // MEGABYTE
            finding = f"The file has {size / MEGABYTE:.0f} MB, more than the {most} MB that are read."
            remedy = "See whether it is the right file; keep in it only what people decided."
            return None, Lines(), (Problem(shown, None, "C001", finding, remedy),)
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
        if _may_be_deep(text):
            _refuse_depth(text)
        node = yaml.compose(text, Loader=LOADER)
        value = None if node is None else _Reading(lines, problems, shown).value(node, ())
    except yaml.MarkedYAMLError as error:
        line, finding, remedy = fault(text, error)
        return None, lines, (Problem(shown, line, "C001", finding, remedy),)
    except _TooMuchError as error:
        finding = f"The file cannot be read: {error.reason}."
        return None, lines, (Problem(shown, None, "C001", finding, "Write the entries one below the other."),)
    except (yaml.YAMLError, ValueError) as error:
        finding = f"The file cannot be read: {getattr(error, 'reason', None) or error}."
        return None, lines, (Problem(shown, None, "C001", finding, "Save it as YAML in UTF-8."),)
    except RecursionError:
        finding = f"The file cannot be read: {_TooMuchError.reason}."
        return None, lines, (Problem(shown, None, "C001", finding, "Write the entries one below the other."),)
    return value, lines, tuple(problems)


def _may_be_deep(text: str) -> bool:
    """Whether brackets, indents and dashes leave open that a text nests more than people do."""
    depth = 0
    for sign in _BRACKET.findall(text):
        depth = depth + 1 if sign in "[{" else max(0, depth - 1)
        if depth > MOST_NESTED:
            return True
    return _DEEP_LINE.search(text) is not None


def _refuse_depth(text: str) -> None:
    """Raise for what nests too deeply; the parser's events come one by one, whatever they build."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_NESTED:
            raise _TooMuchError


class _Reading:
    """One walk over the nodes of a text. What an alias repeats is read again, but not without end."""

    def __init__(self, lines: Lines, problems: list[Problem], shown: str) -> None:
        self.lines, self.problems, self.shown = lines, problems, shown
        self._read: set[int] = set()
        self._repeated = 0

    def value(self, node: yaml.Node, at: Location) -> Any:
        """The node's value; its lines and problems are entered."""
        if id(node) in self._read:
            self._repeated += 1
            if self._repeated > MOST_REPEATED:
                raise _TooMuchError
        self._read.add(id(node))
        self.lines.by_location.setdefault(at, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*at, i)) for i, item in enumerate(node.value)]
        return None if node.tag == "tag:yaml.org,2002:null" else node.value

    def _mapping(self, node: yaml.MappingNode, at: Location) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                finding = "A list or mapping stands where a key is expected; it is not used."
                self._problem(line, "C003", finding, "Write one word before the colon.")
                continue
            key = str(key_node.value)
            if key in result:
                finding = f'The key "{key}" is used twice; the first one counts.'
                first = self.lines.by_location[(*at, key)]
                # Whoever pastes a second snippet wants both.
                holds = isinstance(value_node, yaml.CollectionNode)
                remedy = (
                    f"Put its entries under the first, on line {first}." if holds else "Remove one of them."
                )
                self._problem(line, "C006", finding, remedy)
                continue
            self.lines.by_location[(*at, key)] = line
            result[key] = self.value(value_node, (*at, key))
        return result

    def _problem(self, line: int, code: str, finding: str, remedy: str) -> None:
        self.problems.append(Problem(self.shown, line, code, finding, remedy))
