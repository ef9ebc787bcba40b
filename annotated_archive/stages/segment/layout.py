"""The layout: all that is known of a page so far, as one value. Each pass takes one and gives the next.

Comes in: a saved text. Goes out: a `Layout`, at first with the page's blocks and nothing else. Nothing
changes a layout: what a pass finds stands in the one that it returns. The order of the passes is that of
`PASSES` in `segmenting.py`. (The parts that a file's format settles, `SavedText.layout`, are another thing:
`regions.py`.)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import wraps

from ...model import SavedText, Segment
from ...problems import Problem
from .block import Block, blocks_of
from .mark import Mark
from .title import TitleLine


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread from its header up to, not including, `end`; `comments` are first and last blocks."""

    header: int
    end: int
    comments: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A page as far as it is understood. Numbers are those of blocks.

    `marks` are what blocks say they are, by themselves or beside others; `readings` what they are on this
    page, once its article is known. `run` are the article's first and last block. Blocks in `pieces` fall
    into several segments, `parts` are all segments but blanks.
    """

    saved: SavedText
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark | None, ...] = ()
    threads: tuple[Thread, ...] = ()
    boxes: frozenset[int] = frozenset()  # what teasers of other articles consist of
    told: frozenset[int] = frozenset()  # what the entries of a live blog say
    run: tuple[int, int] | None = None
    title: TitleLine | None = None
    readings: tuple[Mark, ...] = ()
    pieces: Mapping[int, tuple[Segment, ...]] = field(default_factory=dict)
    parts: tuple[Segment, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def extent(self) -> tuple[int, int]:
        """The article's first and last block. ValueError for a page without an article."""
        if self.run is None:
            raise ValueError(f"{self.saved.file} has no article")
        return self.run

    @property
    def discussed(self) -> frozenset[int]:
        """The blocks of all threads."""
        return frozenset(i for thread in self.threads for i in range(thread.header, thread.end))

    @property
    def title_block(self) -> int | None:
        """The block that is called the title; None where no line is likely enough."""
        return self.title.block if self.title is not None and self.title.likely else None

    def read(self, readings: Mapping[int, Mark]) -> Layout:
        """With these readings in place of the blocks' own."""
        own = enumerate(self.readings)
        return replace(self, readings=tuple([readings.get(index, mark) for index, mark in own]))


Pass = Callable[[Layout], Layout]


def as_blocks(page: Layout) -> Layout:
    """The page as its lines or paragraphs, of which nothing is known."""
    blocks = blocks_of(page.saved.text)
    return replace(page, blocks=blocks, marks=(None,) * len(blocks))


def of_article(step: Pass) -> Pass:
    """A pass that has nothing to do where there is no article."""

    @wraps(step)
    def only_there(page: Layout) -> Layout:
        return page if page.run is None else step(page)

    return only_there
