"""What the YAML parser stumbled over → the line that a person has to look at, and what is wrong there.

Comes in: the text and the parser's error. Goes out: line, finding, remedy. The parser stops where it cannot
go on, which is often a line after the fault, and speaks of tokens; people wrote a tab or forgot a colon.
"""

from __future__ import annotations

import re

import yaml

from ...text.shortened import shortened

_QUOTE = "Put the whole value into quotation marks."
_KEY = "Write the key, a colon, a space, and the value: `title: Flood`."
_INDENT = "Let keys that belong together begin in the same column, and indent with spaces."
_VALUE = re.compile(r"^\s*(?:- +)*[^\s'\"#:][^:#]*:\s+(?P<value>\S.*)$")
_CLOSED = re.compile(r"""^(?P<mark>["']).*(?P=mark)\s*[^\s#]""")
SHOWN = 60  # characters of a line that is repeated

Fault = tuple[int | None, str, str]


def fault(text: str, error: yaml.MarkedYAMLError) -> Fault:
    """Line (None if the parser does not say), finding and remedy."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None, f"This is not valid YAML: {error.problem or 'it ends too soon'}.", "Correct the file."
    lines = text.split("\n")
    at, began = mark.line, (error.context_mark or mark).line
    for named in (_tab(lines, at), _by_message(str(error.problem or ""), lines, at, began, mark.column)):
        if named:
            where, finding, remedy = named
            return where + 1, finding, remedy
    what = error.problem or "it ends too soon"
    return at + 1, f"This is not valid YAML: {what}.", "Correct this line, or the one before it."


def _tab(lines: list[str], at: int) -> tuple[int, str, str] | None:
    for line in (at, at - 1):
        words = lines[line] if 0 <= line < len(lines) else ""
        if "\t" in words[: len(words) - len(words.lstrip())]:
            return line, "The line is indented with a tab.", "Replace it by spaces; YAML allows no others."
    return None


def _by_message(
    problem: str, lines: list[str], at: int, began: int, column: int
) -> tuple[int, str, str] | None:
    """By what the parser says. `began` is where the part begins in which it stopped."""
    line = lines[at] if at < len(lines) else ""
    value = _VALUE.match(line)
    if "another document" in problem:
        remedy = "Remove the line `---`, so that all entries are in one list."
        return at, "Here a second document begins, and only one is read.", remedy
    if "document start" in problem:
        return _above(lines, at)
    if "mapping values" in problem:
        if value and re.search(r":(\s|$)", value["value"]):
            return at, f"The value {_shown(value['value'])} holds a colon.", _QUOTE
        return _above(lines, at)
    if "expected ':'" in problem:
        return began, f"{_shown(lines[began])} has no colon and space behind its key.", _KEY
    if "end of stream" in problem:
        remedy = "Close it with the same mark; write marks inside the value twice."
        return began, "A quotation mark is opened here and never closed.", remedy
    if "expected ',' or" in problem or "node content" in problem:
        opened = max((n for n in range(at + 1) if n < len(lines) and _opens(lines[n])), default=began)
        return opened, "A bracket is opened here and not closed.", "Close it, or write one entry a line."
    if "cannot start any token" in problem:
        sign = line[column : column + 1]
        return at, f"A value cannot begin with {sign}.", _QUOTE
    if "alphabetic or numeric" in problem or "undefined alias" in problem:
        return at, f"A value cannot begin with {value['value'][:1] if value else '*'}.", _QUOTE
    if "comment or line break" in problem:
        sign = value["value"][:1] if value else "|"
        return at, f"A value that begins with {sign} begins a line below.", _QUOTE
    return _behind_a_value(problem, line, at)


def _behind_a_value(problem: str, line: str, at: int) -> tuple[int, str, str] | None:
    """What goes on where a value has ended, or is written in it."""
    value = _VALUE.match(line)
    if "hexdecimal" in problem or "escape character" in problem:
        remedy = "Write it twice, or put the value into single quotation marks."
        return at, "Between double quotation marks, \\ has a meaning of its own.", remedy
    if "sequence entries" in problem:
        return at, "A list cannot begin on the line of its key.", "Put its first dash on a line of its own."
    if value and _CLOSED.match(value["value"]):
        remedy = "Put other quotation marks around the whole value; write marks inside it twice."
        return at, "The value goes on behind its closing quotation mark.", remedy
    if value and value["value"][:1] in "[{":
        return at, "The value goes on behind its closing bracket.", _QUOTE
    if "did not find expected" in problem:
        return at, f"{_shown(line)} is indented differently from the lines that it belongs to.", _INDENT
    return None


def _above(lines: list[str], at: int) -> tuple[int, str, str]:
    """A key that comes where a value goes on: the line above has no colon, or this one is indented."""
    above = next((n for n in range(at - 1, -1, -1) if lines[n].strip() and lines[n].strip()[0] != "#"), at)
    if re.search(r":(\s|$)", lines[above]):
        return at, f"{_shown(lines[at])} is indented differently from the line above it.", _INDENT
    return above, f"{_shown(lines[above])} has no colon and space behind its key.", _KEY


def _opens(line: str) -> bool:
    return any(line.count(opening) > line.count(closing) for opening, closing in ("[]", "{}"))


def _shown(line: str) -> str:
    words = " ".join(line.split())
    return f'"{shortened(words, SHOWN)}"'
