"""`lines:` of an article's file → `Correction`s, each with its line.

Comes in: the mapping as written, from lines of the saved file to what they are. Goes out: the corrections in
the order of writing, and a problem for each that cannot be used. Whether they fit the saved file is left to
the stage that applies them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Correction, Kind
from ...problems import Problem
from .check import check
from .forms import LINES, LineForm
from .lines import Lines, Location

_RANGE = re.compile(LINES)
_SAY_WHICH = "Name one line (`9: title`) or a range (`19-21: caption`), counted from 1."
_MANY = 8  # digits of a number: no file has so many lines


def read_corrections(
    written: object, lines: Lines, shown: str
) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """The corrections that can be used; of two for the same lines the first counts."""
    if written is None:
        return (), ()
    if not isinstance(written, dict):
        finding = "Under `lines:` line numbers are expected, each with what the line is."
        return (), (Problem(shown, lines.of(("lines",)), "C003", finding, _SAY_WHICH),)
    corrections: list[Correction] = []
    problems: list[Problem] = []
    for key, value in written.items():
        at: Location = ("lines", key)
        where = _range(key)
        if isinstance(where, str):
            problems.append(Problem(shown, lines.of(at), "C003", where, _SAY_WHICH))
            continue
        first, last = where
        if other := next((c for c in corrections if c.first <= last and first <= c.last), None):
            named = f"{other.first}" if other.first == other.last else f"{other.first}-{other.last}"
            finding = f"`{key}` and `{named}` speak of the same lines; `{named}` counts."
            remedy = "Give each line once; parts of a line as a list: `12: [{quote: …, kind: kicker}]`."
            problems.append(Problem(shown, lines.of(at), "C009", finding, remedy))
            continue
        parts, found = _parts(value, at, lines, shown)
        problems += found
        corrections += (
            Correction(first, last, part.kind, part.quote, part.because, line) for part, line in parts
        )
    return tuple(corrections), tuple(problems)


def _range(key: str) -> tuple[int, int] | str:
    """First and last line, or what is wrong with the key."""
    if not _RANGE.match(key) or any(len(number) > _MANY for number in re.findall("[0-9]+", key)):
        return f'"{key}" is neither a line nor a range of lines.'
    numbers = [int(number) for number in re.findall("[0-9]+", key)]
    first, last = numbers[0], numbers[-1]
    return (first, last) if first <= last else f'"{key}" ends before it begins.'


def _parts(
    value: object, at: Location, lines: Lines, shown: str
) -> tuple[list[tuple[LineForm, int | None]], list[Problem]]:
    """What the lines are: one kind for all of them, or the kinds of parts."""
    parts: list[tuple[LineForm, int | None]] = []
    problems: list[Problem] = []
    for item, place in _items(value, at):
        form, found = check({"kind": item} if isinstance(item, str) else item, LineForm, place, lines, shown)
        problems += found
        if form is None or found:  # with a misspelt `quote` it would say too much
            continue
        line = lines.of(place)
        if form.quote is None and any(part.quote is None for part, _ in parts):
            finding = "Two parts of the same lines quote no words; the first counts."
            problems.append(
                Problem(shown, line, "C009", finding, "Add `quote:` with the words of one of them.")
            )
            continue
        parts.append((form, line))
    if value is None or value == []:
        finding = "These lines have no kind."
        remedy = f"Write one of: {', '.join(Kind)}."
        problems.append(Problem(shown, lines.of(at), "C003", finding, remedy))
    return parts, problems


def _items(value: object, at: Location) -> Iterator[tuple[object, Location]]:
    if isinstance(value, list):
        yield from ((item, (*at, i)) for i, item in enumerate(value))
    elif value is not None:
        yield value, at
