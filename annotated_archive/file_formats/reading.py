"""What a reader gives."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Element, Hint, Segment

# What to do where a file needs a library that few files need.
INSTALL_EXTRA = "Install the extra `formats`: pip install 'annotated-archive[formats]'."


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file or a part of it cannot be read: a problem's code, finding and remedy."""

    code: str
    finding: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's text with every line end as a line feed, and where it comes from.

    `lines` are the file's line, and `origins` the file's bytes, for each line of the text; empty where the
    text is the file's own, line by line. `doubt` says that the encoding is a guess. `hints` are what the file
    says of its article, `elements` the parts that name themselves, `layout` the parts whose kind is settled.
    `begins` are the places where several articles seem to begin, each with its page; `findings` say what of
    the file could not be read.
    """

    text: str
    encoding: str = "utf-8"
    doubt: bool = False
    lines: tuple[int, ...] = ()
    origins: tuple[tuple[int, int], ...] = ()
    hints: tuple[Hint, ...] = ()
    elements: tuple[Element, ...] = ()
    layout: tuple[Segment, ...] = ()
    begins: tuple[tuple[int, int], ...] = ()
    findings: tuple[Unreadable, ...] = ()
