"""What a reader gives."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Element, Hint, Segment


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's text with every line end as a line feed, and where it comes from.

    `lines` are the file's line, and `origins` the file's bytes, for each line of the text; empty where the
    text is the file's own, line by line. `doubt` says that the encoding is a guess. `hints` are what the file
    says of its article, `elements` the parts that name themselves, `layout` the parts whose kind is settled.
    """

    text: str
    encoding: str = "utf-8"
    doubt: bool = False
    lines: tuple[int, ...] = ()
    origins: tuple[tuple[int, int], ...] = ()
    hints: tuple[Hint, ...] = ()
    elements: tuple[Element, ...] = ()
    layout: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file cannot be read: a problem's code, finding and remedy."""

    code: str
    finding: str
    remedy: str
