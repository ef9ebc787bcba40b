"""What the archive offers to those who cite it or work with its data. Values only.

`export` makes them, `compose` shows them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .model import Article


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of a page's head. `text` stands between its tags as it is: only a script has one."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """A file for other programs. `format` is what the field calls it: "BibTeX"."""

    format: str
    file: str
    media_type: str
    text: str


@dataclass(frozen=True, slots=True)
class CiteThis:
    """How to cite one article, and what the head of its page says to reference managers.

    `references` are the formatted ones: language (BCP 47), then style and HTML whose only tags are `<i>`,
    `<b>`, `<sub>` and `<sup>`. `address` is the page's address on the web, None where no site is known.
    """

    address: str | None
    references: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    files: tuple[Offered, ...]
    head: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file about the whole archive. `kind` says what is in it: `"references"`, `"table"` or `"notes"`.

    `count` is how many of these there are.
    """

    offered: Offered
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Exports:
    """Everything that pages show of the exports: an article's on demand, as all would be large."""

    cite: Callable[[Article], CiteThis]
    files: tuple[DataFile, ...]
