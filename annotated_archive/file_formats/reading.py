"""What a reader gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..model import Element, Hint, Segment

# What cannot stand in a file's name on some system, and a length that fits into any.
NO_NAME, LONGEST_NAME = re.compile(r"[^A-Za-z0-9_]+"), 80
# What to do where a file needs a library that few files need.
INSTALL_EXTRA = "Install the extra `formats`: pip install 'annotated-archive[formats]'."


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file or a part of it cannot be read: a problem's code, finding and remedy."""

    code: str
    finding: str
    remedy: str


BREAKS_OFF = Unreadable(
    "R010", "The file breaks off; what stands before is read.", "Save or download it again."
)


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


@dataclass(frozen=True, slots=True)
class Several:
    """What a file of several pages or articles gives: its own name of each, or the place, and the reading.

    `findings` are about the file as a whole.
    """

    readings: tuple[tuple[str, Reading], ...]
    findings: tuple[Unreadable, ...] = ()


def together(readings: Iterable[tuple[str, Reading]], findings: Iterable[Unreadable]) -> Reading | Several:
    """The articles of a file, each with a name of its own; a single one stands for its file."""
    named: dict[str, Reading] = {}
    for number, (name, reading) in enumerate(readings, start=1):
        name = NO_NAME.sub("-", name).strip("-")[:LONGEST_NAME] or str(number)
        taken = {other.casefold() for other in named}
        named[f"{name}-{number}" if name.casefold() in taken else name] = reading
    if len(named) == 1:
        (reading,) = named.values()
        return replace(reading, findings=(*reading.findings, *findings))
    return Several(tuple(named.items()), tuple(findings))
