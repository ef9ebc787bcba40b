"""A PDF page's operators, changed so that pypdf gives its text as printed.

Two things are changed, both in memory. pypdf leaves `/ActualText` aside (ISO 32000-2, 14.9.4), and browsers
draw a space without width for a soft hyphen and say so there: it is taken out, or it would cut words in two.
And pypdf joins what stands beside one another in one text object with a space: where the next words begin
farther away than words do, an operator that changes nothing makes it a piece of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .plain import UTF_16

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
SHOWING = (b"Tj", b"TJ", b"'", b'"')
FAR, PER_BYTE, ROOM = 12.0, 0.62, 2.0  # sizes of type: no word is longer; a letter's width; a gutter
UNCHANGED = (1, 0, 0, 1, 0, 0)


def prepare(page: Any) -> None:
    """Change the operators of a page of pypdf where its text would come out wrong."""
    from pypdf.generic import ArrayObject, ContentStream, NameObject, NumberObject

    drawn = page.get_contents()
    if drawn is None:
        return
    content = ContentStream(drawn, page.pdf, "bytes")  # undecoded: the font says what the bytes mean
    before = content.operations
    kept: list[tuple[Any, bytes]] = []
    pen = _Pen()
    for operands, operator in _shown(before):
        if pen.moves_far(operands, operator):
            kept.append((ArrayObject(NumberObject(number) for number in UNCHANGED), b"cm"))
        kept.append((operands, operator))
    if len(kept) != len(before):
        content.operations = kept
        page[NameObject("/Contents")] = content


def _shown(operations: Sequence[tuple[Any, bytes]]) -> list[tuple[Any, bytes]]:
    """The operators without those that draw something for a text that shows nothing."""
    kept: list[tuple[Any, bytes]] = []
    depth = 0  # of marked content inside the one that shows nothing
    for operands, operator in operations:
        if operator in (b"BDC", b"BMC") and (depth or _shows_nothing(operands)):
            depth += 1
        elif operator == b"EMC" and depth:
            depth -= 1
        elif not (depth and operator in SHOWING):
            kept.append((operands, operator))
    return kept


def _shows_nothing(operands: Sequence[Any]) -> bool:
    if len(operands) < 2 or not isinstance(operands[1], dict):
        return False
    told = operands[1].get("/ActualText")
    return told is not None and not _decoded(told).strip(INVISIBLE)


def _decoded(told: Any) -> str:
    if isinstance(told, bytes):
        return told.decode("utf-16", "replace") if told.startswith(UTF_16) else told.decode("latin-1")
    return str(told)


class _Pen:
    """Where words were last begun in a line, and how many bytes were shown since."""

    def __init__(self) -> None:
        self._size = 1.0
        self._x: float | None = None
        self._y = 0.0
        self._scale = 1.0
        self._bytes = 0

    def moves_far(self, operands: Any, operator: bytes) -> bool:
        """Follow an operator; whether it moves on in the line, farther than the words before reach."""
        numbers = [float(value) for value in operands if isinstance(value, int | float)]
        if operator == b"BT":
            self._x = None
        elif operator == b"Tf" and numbers:
            self._size = abs(numbers[-1]) or 1.0
        elif operator in SHOWING:
            self._bytes += sum(_length(operand) for operand in operands)
        elif operator in (b"Td", b"TD") and len(numbers) == 2:
            return self._to((self._x or 0.0) + numbers[0], self._y + numbers[1])
        elif operator == b"Tm" and len(numbers) == 6:
            self._scale = abs(numbers[0]) or 1.0
            return self._to(numbers[4] / self._scale, numbers[5] / self._scale)
        elif operator == b"T*":
            self._bytes = 0
        return False

    def _to(self, x: float, y: float) -> bool:
        step = (x - self._x) / self._size if self._x is not None else 0.0
        same_line = abs(y - self._y) < 0.2 * self._size
        far = same_line and self._bytes > 0 and step > min(FAR, PER_BYTE * self._bytes + ROOM)
        self._x, self._y, self._bytes = x, y, 0
        return far


def _length(operand: Any) -> int:
    if isinstance(operand, list):
        return sum(_length(part) for part in operand)
    return len(operand) if isinstance(operand, bytes | str) else 0
