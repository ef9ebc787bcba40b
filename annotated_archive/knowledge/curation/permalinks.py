"""`curation/permalinks.yml`: the addresses already given out, read from and added to.

People edit this file too, and whoever loses it loses every link. So new entries are inserted into what stands
there, in whatever way of writing YAML, and not one character of it is changed; and what was inserted is read
again before it is written.
"""

from __future__ import annotations

import json
import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from ...disk.atomic import READABLE_BY_ALL, replace_file
from ...model import Address, Permalink
from ...problems import Problem
from ...words.yaml_text import LOADER
from .check import check
from .forms import PermalinkForm
from .lines import Lines, parse_yaml

PERMALINKS = "permalinks.yml"
HEAD = """\
# Addresses already given out: links and citations depend on them. The build adds new ones at the end.
# Before an article is published you may change its path and citekey, or delete its entry to have
# them made anew. Afterwards, keep them; a path that must change goes under `formerly`.
"""
NOBODY = "?"  # stands in for the seed of an entry that does not name it
BYTE_ORDER_MARK = "\ufeff"
_DASH = re.compile(r"^( *)-(?=\s|$)", re.MULTILINE)


def read_permalinks(
    items: Sequence[object], lines: Lines, shown: str
) -> tuple[tuple[Permalink, ...], tuple[Problem, ...]]:
    """The entries of the file. What an entry says is kept as far as it can be understood."""
    permalinks: list[Permalink] = []
    problems: list[Problem] = []
    for i, item in enumerate(items):
        entry, found = check(item, PermalinkForm, (i,), lines, shown)
        problems.extend(found)
        if entry is None and isinstance(item, dict):  # whosever it is, it is nobody else's
            entry, _ = check(item | {"seed": NOBODY}, PermalinkForm, (i,), lines, shown)
        if entry is None:
            continue
        seed = "" if entry.seed == NOBODY else unicodedata.normalize("NFC", entry.seed)
        address = None
        if entry.path or entry.citekey or entry.formerly:
            address = Address(entry.path or "", entry.citekey or "", tuple(entry.formerly))
        passages = tuple(entry.passages.items())
        permalinks.append(Permalink(seed, address, entry.sha256, passages, lines.of((i,))))
    return tuple(permalinks), tuple(problems)


def add_permalinks(file: Path, shown: str, entries: Sequence[Permalink]) -> tuple[Problem, ...]:
    """Record new addresses in `file`, which problems call `shown`; a problem when that cannot be done.

    The file is replaced in one step and keeps its mode; a link within the project stays a link.
    """
    if not entries:
        return ()

    def problem(finding: str, remedy: str) -> tuple[Problem, ...]:
        lost = f"{len(entries)} new address{'es' * (len(entries) != 1)} could not be recorded here, so a"
        lost += f" later build may give other ones: {finding}."
        return (Problem(shown, None, "A006", lost, remedy),)

    target, mode = file, READABLE_BY_ALL
    try:
        if file.is_symlink():
            target = file.resolve()
            if not target.is_relative_to(file.parent.resolve().parent):
                return problem("it is a link that leads out of the project", "Put the file itself here.")
        before = HEAD
        if target.exists():
            mode = stat.S_IMODE(target.stat().st_mode)
            before = target.read_bytes().decode("utf-8")
        after = with_entries(before, entries)
        if after is None:
            remedy = "Write its entries as a list, each beginning with a dash in the first column."
            return problem("they fit nowhere in the way it is written", remedy)
        if target.exists() and not os.access(target, os.W_OK):
            return problem("it is write-protected", "Allow writing to it.")
        replace_file(target, after.encode("utf-8"), mode, lasting=True)
    except UnicodeDecodeError:
        return problem("it is not UTF-8 any more", "Save it as YAML in UTF-8.")
    except OSError as error:
        return problem(
            error.strerror or str(error), "Allow writing to the folder, and see that there is room."
        )
    return ()


def with_entries(before: str, entries: Sequence[Permalink]) -> str | None:
    """The text of the file with new entries at its end; None where none can be added without harm."""
    mark = BYTE_ORDER_MARK if before.startswith(BYTE_ORDER_MARK) else ""
    text = before.removeprefix(mark)
    old, _, found = parse_yaml(text, PERMALINKS)
    if any(problem.code == "C001" for problem in found) or (old and not isinstance(old, list)):
        return None
    new, _, _ = parse_yaml(_block(entries, "", "\n"), PERMALINKS)
    for after in _insertions(text, bool(old), entries):
        value, _, found = parse_yaml(after, PERMALINKS)
        if isinstance(value, list) and value in ([*(old or ()), *new], [*new, *(old or ())]):
            return mark + after
    return None


def _insertions(text: str, is_filled: bool, entries: Sequence[Permalink]) -> Iterator[str]:
    """The texts with entries inserted that may be right, the likeliest first."""
    events = list(yaml.parse(text, Loader=LOADER))
    root = next((e for e in events if isinstance(e, yaml.NodeEvent)), None)
    ends = [e for e in events if isinstance(e, yaml.DocumentEndEvent) and e.explicit]
    newline = (re.search(r"\r\n|\n|\r", text) or "\n")[0]
    end = _before(ends[0]) if ends else len(text)

    def at(place: int, added: str) -> str:
        begins_line = place == 0 or text[place - 1] in "\r\n"
        return text[:place] + (newline if not begins_line else "") + added + text[place:]

    if root is None:
        yield at(end, _block(entries, "", newline))
    elif isinstance(root, yaml.SequenceStartEvent) and root.flow_style:
        closing = max(i for i, e in enumerate(events) if isinstance(e, yaml.SequenceEndEvent))
        last = _after(events[closing - 1]) if is_filled else _before(events[closing])
        # JSON is YAML, and a JSON file stays one.
        objects = f",{newline}  ".join(json.dumps(_plain(entry), ensure_ascii=False) for entry in entries)
        yield text[:last] + (f",{newline}  " if is_filled else "") + objects + text[last:]
    elif isinstance(root, yaml.SequenceStartEvent):
        line = text.rfind("\n", 0, _before(root)) + 1
        first = _DASH.search(text, line)
        indent = first[1] if first else ""
        added = _block(entries, indent, newline)
        yield at(end, added)
        # After text that goes on to the end of the file (`|`), nothing can be added without changing it.
        if first:
            yield text[: first.start()] + added + text[first.start() :]
    else:  # `null` or `{}`: nothing is lost if a list takes its place
        over = [e for e in events if isinstance(e, yaml.NodeEvent | yaml.MappingEndEvent)][-1]
        text = text[: _before(root)] + text[_after(over) :]
        end -= _after(over) - _before(root)
        yield at(end, _block(entries, "", newline))


def _before(event: yaml.Event) -> int:
    """The offset where an event's text begins, in characters with either parser of PyYAML."""
    return event.start_mark.index if event.start_mark else 0


def _after(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _block(entries: Sequence[Permalink], indent: str, newline: str) -> str:
    lines = "".join(map(_entry, entries)).splitlines()
    return "".join(f"{indent}{line}{newline}" for line in lines)


def _entry(entry: Permalink) -> str:
    head = {key: value for key, value in _plain(entry).items() if key != "passages"}
    text = yaml.safe_dump([head], allow_unicode=True, sort_keys=False, width=1000)
    if entry.passages:
        flow = yaml.safe_dump(dict(entry.passages), default_flow_style=True, sort_keys=False, width=1_000_000)
        text += f"  passages: {flow}"
    return text


def _plain(entry: Permalink) -> dict[str, Any]:
    plain: dict[str, Any] = {"seed": entry.seed}
    if entry.address:
        plain |= {"path": entry.address.path, "citekey": entry.address.citekey}
    if entry.sha256:
        plain["sha256"] = entry.sha256
    if entry.passages:
        plain["passages"] = dict(entry.passages)
    return plain
