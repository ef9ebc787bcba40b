"""A page of a PDF → its printed lines with their places, in the order in which the file draws them.

Comes in: a page of pypdf. Goes out: `Line`s; offsets are points from the page's lower left, as its text runs.
What pypdf must not see is left to `pdf_operators.py`, in which order lines are read to `pdf_order.py`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .pdf_operators import INVISIBLE, prepare

# Shares of the type's size that a character is wide, near enough to tell a gap between columns from a word's.
NARROW, WIDE = frozenset("iljtfrI.,:;'’‘|!()[]/-‐ "), frozenset("mwMWÄÖÜABCDGHKNOQRUVXY—–%&@")
SHARES = (0.3, 0.5, 0.74)
SAME_LINE = 0.45  # of the type's size: how far baselines of one line are apart, raised figures included
COLUMN_GAP = 2.5  # sizes of type: more is a gap between columns, not between words
EDGE_OF_COLUMN, AT_EDGE = 4, 0.9  # pieces that begin at one place across the page, and the gap before it
UNSURE = 0.12  # share of a line's width by which the estimate may be wrong


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or what one column has of it: its start at `x` and `y`, in points.

    `end` is about where it ends, `size` its type's.
    """

    text: str
    x: float
    y: float
    end: float
    size: float
    bold: bool = False
    turned: bool = False  # runs in another direction than the page's text


def width(text: str) -> float:
    """About how wide a text is, in sizes of its type."""
    narrow, usual, wide = SHARES
    return sum(narrow if c in NARROW else wide if c in WIDE else usual for c in text)


def lines_of_page(page: Any) -> list[Line]:
    """The lines of a page in the order in which they are drawn; what runs in another direction comes last."""
    prepare(page)
    drawn: list[tuple[int, Line, bool]] = []
    ended = True

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        nonlocal ended
        for number, piece in enumerate(text.split("\n")):
            ended = ended or number > 0
            if piece.strip():
                direction, line = _placed(piece, cm, tm, font, size)
                drawn.append((direction, line, ended))
                ended = False
            elif piece and drawn and not ended:
                last = drawn[-1]
                drawn[-1] = (last[0], replace(last[1], text=last[1].text + piece), last[2])

    page.extract_text(visitor_text=visit)
    if not drawn:
        return []
    directions = Counter[int]()
    for direction, line, _ in drawn:
        directions[direction] += len(line.text)
    usual = directions.most_common(1)[0][0]
    ordered = [entry for entry in drawn if entry[0] == usual] + [e for e in drawn if e[0] != usual]
    return [
        replace(line, text=_tidy(line.text), turned=direction != usual)
        for direction, line in _joined(ordered)
        if line.text.strip()
    ]


def _placed(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> tuple[int, Line]:
    """A piece of text with its direction in quarter turns, and its place as if it ran from left to right."""
    a, b = tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3]
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    turn = round(math.atan2(b, a) / (math.pi / 2)) % 4
    x, y = ((x, y), (y, -x), (-x, -y), (-y, x))[turn]
    name = str(font.get("/BaseFont", "")).casefold() if font else ""
    bold = any(sign in name for sign in ("bold", "black", "heavy"))
    scaled = abs(size) * math.hypot(a, b) or 1.0
    return turn, Line(text, x, y, x + scaled * width(text.rstrip()), scaled, bold)


def _joined(drawn: Sequence[tuple[int, Line, bool]]) -> Iterator[tuple[int, Line]]:
    """Pieces of one printed line as one, unless there is a column's gap between them."""
    begun = Counter((direction, round(2 * piece.x)) for direction, piece, _ in drawn)
    open_line: tuple[int, Line] | None = None
    for direction, piece, starts in drawn:
        at_edge = begun[direction, round(2 * piece.x)] >= EDGE_OF_COLUMN
        beside = open_line is not None and open_line[0] == direction
        if open_line is not None and beside and _goes_on(open_line[1], piece, starts, at_edge):
            line = open_line[1]
            open_line = (
                direction,
                replace(
                    line,
                    text=line.text + _between(line, piece, starts) + piece.text,
                    end=max(line.end, piece.end),
                    size=max(line.size, piece.size) if len(line.text.strip()) < 3 else line.size,
                    bold=line.bold and piece.bold,
                ),
            )
            continue
        if open_line is not None:
            yield open_line
        open_line = (direction, piece)
    if open_line is not None:
        yield open_line


def _goes_on(line: Line, piece: Line, starts: bool, at_edge: bool) -> bool:
    if abs(line.y - piece.y) > SAME_LINE * max(line.size, piece.size):
        return False
    gap = piece.x - line.end
    unsure = UNSURE * (line.end - line.x)  # of the words shown at once; less where each has its place
    widest = AT_EDGE * line.size if at_edge else unsure + COLUMN_GAP * line.size * (0.5 if starts else 1)
    return -unsure - line.size < gap < widest


def _between(line: Line, piece: Line, starts: bool) -> str:
    """A space where pypdf ended the line although the next piece stands beside it."""
    bare = piece.text.strip()
    beside = line.text.endswith(" ") or piece.text.startswith(" ") or bare in ("-", "‐")
    return "" if beside or not starts or piece.x - line.end < 0.1 * line.size else " "


def _tidy(text: str) -> str:
    """A line without invisible characters; a hyphen that was drawn apart stands at its word."""
    words = " ".join(text.translate(dict.fromkeys(map(ord, INVISIBLE[1:]))).split())
    return words[:-2] + words[-1] if words[-2:] in (" ‐", " \u00ad") else words
