"""Decisions as edits: what one key of a curation file is to say.

An edit names a file below the project and a path of keys in it, and the value that is to stand there. `of`
tells what edits make of a file's content as a value; how they are written into its text is in `editing.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...text.slugs import slug_of

TYPED = "…"  # stands in a value for what a person types
TYPED_ID = "…id…"  # and this for an id made of it
ENTRIES = frozenset({"curation/people.yml", "curation/outlets.yml"})  # lists whose entries have an id
_RANGE = re.compile(r"\s*(\d+)\s*(?:[-–]\s*(\d+)\s*)?$")


@dataclass(frozen=True, slots=True)
class Edit:
    """A value for a key of a curation file. `None` takes the key away.

    `path` are the keys on the way. In people.yml and outlets.yml the first is the id of an entry, which is
    added if nobody has it; a list there gets the value's items besides its own. A number is the line on which
    an item of a list begins: its keys get the value's.
    """

    file: str
    path: tuple[str | int, ...]
    value: Any = None

    def typed(self, text: str) -> Edit:
        """The edit with what a person typed in its place; several names have a semicolon between them."""
        path = tuple(_typed(key, text) for key in self.path)
        return Edit(self.file, path, _typed(self.value, text))


def _typed(value: Any, text: str) -> Any:
    if value == [TYPED]:
        return [part.strip() for part in text.split(";") if part.strip()]
    if isinstance(value, dict):
        return {key: _typed(one, text) for key, one in value.items()}
    return {TYPED: text, TYPED_ID: slug_of(text)}.get(value, value) if isinstance(value, str) else value


def line_range(key: str) -> tuple[int, int] | None:
    """First and last line that a key of `lines:` names: `line_range("9 – 12") == (9, 12)`."""
    match = _RANGE.match(key)
    return (int(match[1]), int(match[2] or match[1])) if match else None


def one_key(first: int, last: int) -> str:
    """The key of `lines:` for a range: `one_key(9, 9) == "9"`."""
    return str(first) if first == last else f"{first}-{last}"


def freed(lines: dict[str, Any], key: str) -> dict[str, Any]:
    """`lines:` without what it says of the lines of `key`, so that the key can say it: each line stands once.

    A range that reaches beyond them keeps the rest: `freed({"8-10": "body"}, "9")` has 8 and 10. Parts that
    are quoted go with the line they stand on.
    """
    wanted = line_range(key)
    kept: dict[str, Any] = {}
    for written, value in lines.items():
        there = line_range(written)
        if wanted is None or there is None or there[1] < wanted[0] or wanted[1] < there[0]:
            kept[written] = value
        elif isinstance(value, str):
            if there[0] < wanted[0]:
                kept[one_key(there[0], wanted[0] - 1)] = value
            if wanted[1] < there[1]:
                kept[one_key(wanted[1] + 1, there[1])] = value
    return kept


def in_order(edits: Iterable[Edit]) -> dict[str, list[Edit]]:
    """The edits by file."""
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.file, []).append(edit)
    return by_file
