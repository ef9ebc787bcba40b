"""Edits → the text of a curation file with them, and not one other character changed.

Comes in: a text that people wrote, in whatever way of writing YAML, and edits. Goes out: the text with the
keys set, or None where that cannot be done without harm. What was written is read again before it is given
back, and must say what was meant. Writing it to the disk is left to `writing.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import yaml

from ...text.quotation_marks import TYPOGRAPHIC
from .edits import ENTRIES, Edit, freed
from .lines import parse_yaml

Path = tuple[str | int, ...]
BYTE_ORDER_MARK = "\ufeff"
STEP = "  "
# What YAML takes for something else than these very words, or would not read back as written.
_PLAIN = re.compile(rf"[^\W_][\w /().;!?–—{TYPOGRAPHIC}…+=%§~-]*(?<! )\Z")
_SPECIAL = re.compile(r"(?i)(?:y|n|yes|no|on|off|true|false|null|[\d_.+-]+(?:e[\d+-]+)?)\Z(?<!\d\d-\d\d)")
_LINES = re.compile(r"\d+(?:-\d+)?\Z")


def edited(text: str, edits: Sequence[Edit]) -> str | None:
    """The text with all of the edits, which are of one file; None where one cannot be made."""
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    now = text.removeprefix(mark)
    for edit in edits:
        value, _, problems = parse_yaml(now, edit.file)
        if any(problem.code == "C001" for problem in problems):
            return None
        steps = _steps(value, edit, now)
        if steps is None:
            return None
        for path, wanted in steps:
            before, _, _ = parse_yaml(now, edit.file)
            after = _with(now, path, wanted)
            if after is None:
                return None
            read, _, found = parse_yaml(after, edit.file)
            if any(p.code == "C001" for p in found) or not _same(read, _meant(before, path, wanted)):
                return None
            now = after
    return mark + now


def _steps(value: Any, edit: Edit, text: str) -> list[tuple[Path, Any]] | None:
    """An edit as keys to set one after the other, by place: ids and lines are looked up."""
    path, wanted = edit.path, edit.value
    if edit.file in ENTRIES:
        entries = value if isinstance(value, list) else []
        if value and not isinstance(value, list):
            return None
        index = next(
            (i for i, e in enumerate(entries) if isinstance(e, dict) and e.get("id") == path[0]), None
        )
        if index is None:
            return [((len(entries),), wanted)] if len(path) == 1 else None
        if len(path) == 1:
            return [((index, key), one) for key, one in wanted.items() if key != "id"]
        there = entries[index].get(path[1])
        own = [there] if isinstance(there, str) else list(there or ())
        more = [one for one in wanted if one not in own] if isinstance(wanted, list) else wanted
        return [((index, *path[1:]), [*own, *more] if isinstance(more, list) else more)]
    if value is not None and not isinstance(value, dict):
        return None
    if len(path) > 1 and isinstance(path[1], int):
        return _item(text, value, path, wanted)
    there = (value or {}).get(path[0])
    if path[0] == "accept" and len(path) == 2 and wanted is not None and isinstance(there, list | str):
        # Codes may stand in a list, or one alone; the next comes behind them, with its reason.
        more = {path[1]: wanted}
        return [(("accept",), [there, more])] if isinstance(there, str) else [(("accept", len(there)), more)]
    if len(path) > 1 and there is not None and not isinstance(there, dict):
        return None
    if path[0] == "lines" and len(path) == 2 and wanted is not None:
        lines = (value or {}).get("lines") or {}
        if isinstance(lines, dict) and (kept := freed(lines, str(path[1]))) != lines:
            cut = [(("lines", key), kept[key]) for key in kept if key not in lines]
            gone = [(("lines", key), None) for key in lines if key not in kept and key != path[1]]
            return [(path, wanted), *cut, *gone]  # first what is new, so that there is always one
    return [(path, wanted)]


def _item(text: str, value: Any, path: Path, wanted: Any) -> list[tuple[Path, Any]] | None:
    """The steps for the item of a list that begins on a line."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    items = next((v for k, v in getattr(node, "value", ()) if k.value == path[0]), None)
    if not isinstance(items, yaml.SequenceNode):
        return None
    at = next((i for i, item in enumerate(items.value) if item.start_mark.line + 1 == path[1]), None)
    if at is None:
        return None
    place: Path = (path[0], at)
    if wanted is None:
        return [(place, None)]
    now = value[path[0]][at]
    return [((*place, key), one) for key, one in wanted.items() if now.get(key) != one]


def _meant(value: Any, path: Path, wanted: Any) -> Any:
    """What the file shall say, as `parse_yaml` reads it."""
    if not path:
        return _as_read(wanted)
    key, rest = path[0], path[1:]
    if isinstance(key, int):
        items = list(value or [])
        made = _meant(items[key] if key < len(items) else None, rest, wanted)
        items[key : key + 1] = [] if made is None else [made]
        return items
    result = dict(value or {})
    name = next((k for k in result if k == key), key)
    made = _meant(deepcopy(result.get(name)), rest, wanted)
    if made is None or (wanted is None and not made):  # with its last key, a mapping goes as well
        result.pop(name, None)
    else:
        result[name] = made
    return result


def _as_read(value: Any) -> Any:
    """A value as reading gives it back: true and false are words, too."""
    if isinstance(value, dict):
        return {key: _as_read(one) for key, one in value.items()}
    return _flow(value) if isinstance(value, bool) else value


def _same(one: Any, other: Any) -> bool:
    return (one or None) == (other or None) or one == other


def _with(text: str, path: Path, wanted: Any) -> str | None:
    """The text with one key set, or taken away."""
    newline = (re.search(r"\r\n|\n|\r", text) or "\n")[0]
    node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        return None if wanted is None else _at_end(text, _block(_nested(path, wanted), ""), newline)
    above: list[tuple[yaml.Node, yaml.Node | None, yaml.Node]] = []  # around, key, value
    for number, key in enumerate(path):
        if isinstance(node, yaml.MappingNode):
            pair = next((p for p in node.value if p[0].value == key), None)
            found = pair and (pair[0], pair[1])
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int):
            found = (None, node.value[key]) if key < len(node.value) else None
        else:
            found = None
        if found is None:
            return None if wanted is None else _added(text, node, path[number:], wanted, newline)
        above.append((node, *found))
        node = found[1]
        if number < len(path) - 1 and not isinstance(node, yaml.CollectionNode):
            return None if wanted is None else _instead(text, above[-1], path[number + 1 :], wanted, newline)
    return _removed(text, above) if wanted is None else _instead(text, above[-1], (), wanted, newline)


def _instead(
    text: str, pair: tuple[yaml.Node, yaml.Node | None, yaml.Node], path: Path, wanted: Any, newline: str
) -> str | None:
    """The text with another value behind a key."""
    around, key, value = pair
    if key is None:
        return None
    value_now = _nested(path, wanted)
    start, end = key.start_mark.index, max(_end(text, value), key.end_mark.index)
    if end == key.end_mark.index or text[key.end_mark.index : end].strip() == "":
        end = text.index(":", key.end_mark.index) + 1
    name = text[start : key.end_mark.index]
    if isinstance(around, yaml.MappingNode) and around.flow_style:
        return text[:start] + f"{name}: {_flow(value_now)}" + text[end:]
    indent = " " * key.start_mark.column
    lines = _pair(name, value_now, indent)
    return text[:start] + newline.join(lines)[len(indent) :] + text[end:]


def _added(text: str, node: yaml.Node | None, path: Path, wanted: Any, newline: str) -> str | None:
    """The text with a new key at the end of a mapping, or a new entry at the end of a list."""
    if not isinstance(node, yaml.CollectionNode):
        return None
    new = _nested(path, wanted)
    if node.flow_style:
        inside = json.dumps(new[0], ensure_ascii=False) if isinstance(new, list) else _flow(new)[1:-1]
        ends = [_end(text, one[1] if isinstance(one, tuple) else one) for one in node.value]
        last = ends[-1] if ends else node.start_mark.index + 1
        return text[:last] + (", " if node.value else "") + inside + text[last:]
    indent = " " * node.start_mark.column
    end = _end(text, node)
    rest = re.compile(r"[^\r\n]*").match(text, end)
    place = rest.end() if rest else end
    return text[:place] + newline + newline.join(_block(new, indent)) + text[place:]


def _removed(text: str, above: list[tuple[yaml.Node, yaml.Node | None, yaml.Node]]) -> str | None:
    """The text without a key; with its last key, a mapping goes as well."""
    while len(above) > 1 and len(above[-1][0].value) == 1:
        above.pop()
    around, key, value = above[-1]
    if getattr(around, "flow_style", False):
        return None
    start = (key or value).start_mark.index
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    if key is not None and text[line:start].strip():  # the first key of an entry, behind its dash
        return None
    end = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)?").match(text, max(_end(text, value), start))
    return text[:line] + text[end.end() if end else len(text) :]


def _end(text: str, node: yaml.Node) -> int:
    """Where a node's last character ends; a block collection's own mark is at what follows it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        if not isinstance(last, tuple):
            return max(_end(text, last), _dash(text, last))
        return max(_end(text, last[1]), int(last[0].end_mark.index))
    end = int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return len(text[:end].rstrip())
    return end


def _dash(text: str, item: yaml.Node) -> int:
    """Where the dash of an item ends that says nothing."""
    return text.rfind("-", 0, int(item.start_mark.index)) + 1 if not getattr(item, "value", None) else 0


def _nested(path: Path, wanted: Any) -> Any:
    for key in reversed(path):
        wanted = [wanted] if isinstance(key, int) else {key: wanted}
    return wanted


def _at_end(text: str, lines: list[str], newline: str) -> str:
    joined = newline.join(lines) + newline
    return joined if not text else text + ("" if text.endswith(("\n", "\r")) else newline) + joined


def _block(value: Any, indent: str) -> list[str]:
    """A mapping, or a list of entries, as lines."""
    if isinstance(value, dict):
        return [line for key, one in value.items() for line in _pair(_key(key), one, indent)]
    lines: list[str] = []
    for entry in value:
        inner = _block(entry, indent + STEP) if isinstance(entry, dict) else [f"{indent}{STEP}{_flow(entry)}"]
        lines += [f"{indent}- {inner[0][len(indent) + 2 :]}", *inner[1:]]
    return lines


def _pair(name: str, value: Any, indent: str) -> list[str]:
    if isinstance(value, dict) and value:
        return [f"{indent}{name}:", *_block(value, indent + STEP)]
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value) and name == "notes":
        return [f"{indent}{name}:", *_block(value, indent + STEP)]
    return [f"{indent}{name}: {_flow(value)}"]


def _flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return _scalar(str(value))


def _key(key: object) -> str:
    return str(key) if _LINES.match(str(key)) else _scalar(str(key))


def _scalar(text: str) -> str:
    """A text as YAML: as it stands where nothing else can be meant, else in quotation marks."""
    return text if _PLAIN.match(text) and not _SPECIAL.match(text) else json.dumps(text, ensure_ascii=False)
