"""Reader comments: the thread below an article, one segment for each comment.

Comes in: blocks and marks. Goes out: the thread's extent and the blocks of each comment. A thread begins at a
header such as `7 Kommentare`; a comment begins at a head: a name with a date, `… sagt:`, or a number. Threads
are found before the article is, so that their paragraphs cannot be taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Kind
from . import forms
from .block import Block
from .marks import Mark

NUMBERED = re.compile(r"#?\d{1,4}[.)](?:\s|$)|#\d{1,4}\b")
SAYS = re.compile(
    r"\S.{0,58}\s(?:sagt|sagte|schreibt|schrieb|meint|meinte|says|said|wrote|a dit|dit)"
    r"(?:\s?:|\s(?:am|on|le|vor)\s.*)?$",
    re.IGNORECASE,
)
BY_NAME = re.compile(r"(?:#?\d{1,4}[.)]?\s)?(?:Kommentar|Comment|Commentaire|Beitrag)\s(?:von|by|de)\s\S", re.IGNORECASE)
LONGEST_HEAD = 14  # words
# How many blocks may stand between a thread's header and its first comment: sort orders, forms, page numbers.
FIRST_HEAD_WITHIN = 14
ENDS = frozenset({"comment-form", "rights-notice", "related-teasers", "newsletter-box"})
CONTROLS = frozenset({"comment-control", "comment-head", "share-box", "navigation", "login-box", "advert"})


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread from its header up to, not including, `end`; `comments` are first and last blocks."""

    header: int
    end: int
    comments: tuple[tuple[int, int], ...]


def find_threads(blocks: Sequence[Block], marks: Sequence[Mark | None]) -> list[Thread]:
    """The threads of a page, in order. A header without a comment below it makes no thread."""
    threads: list[Thread] = []
    at = 0
    for block in blocks:
        mark = marks[block.index]
        if block.index < at or mark is None or mark.rule != "comment-head":
            continue
        thread = _thread(blocks, marks, block.index)
        if thread is not None:
            threads.append(thread)
            at = thread.end
    return threads


def _thread(blocks: Sequence[Block], marks: Sequence[Mark | None], header: int) -> Thread | None:
    heads = _heads(blocks, marks, header)
    if not heads:
        return None
    end = _end(blocks, marks, heads)
    heads = [head for head in heads if head < end]
    comments: list[tuple[int, int]] = []
    for head, stop in zip(heads, [*heads[1:], end], strict=True):
        last = head
        while last + 1 < stop and not _control(marks[last + 1]):
            last += 1
        comments.append((head, last))
    return Thread(header, end, tuple(comments))


def _heads(blocks: Sequence[Block], marks: Sequence[Mark | None], header: int) -> list[int]:
    """The blocks that begin a comment, by the form that this thread uses."""
    below = blocks[header + 1 :]
    for form in (_says, _dated_name, _numbered):
        heads: list[int] = []
        for block in below:
            if not heads and block.index > header + FIRST_HEAD_WITHIN:
                break
            if not heads and block.prose and not form(block, blocks, marks):
                break
            if form(block, blocks, marks):
                heads.append(_name_above(block, blocks, marks))
        if heads:
            return heads
    return []


def _end(blocks: Sequence[Block], marks: Sequence[Mark | None], heads: Sequence[int]) -> int:
    """The first block below the last comment. A form above the first or between comments ends nothing."""
    for block in blocks[heads[0] :]:
        mark = marks[block.index]
        if mark is None or mark.rule not in ENDS:
            continue
        following = next((head for head in heads if head > block.index), None)
        if following is None or following - block.index > FIRST_HEAD_WITHIN:
            return block.index
    return len(blocks)


def _says(block: Block, blocks: Sequence[Block], marks: Sequence[Mark | None]) -> bool:
    return block.words <= LONGEST_HEAD and (SAYS.match(block.text) or BY_NAME.match(block.text)) is not None


def _dated_name(block: Block, blocks: Sequence[Block], marks: Sequence[Mark | None]) -> bool:
    return block.words <= LONGEST_HEAD and not block.sentence and forms.dated(block.text)


def _numbered(block: Block, blocks: Sequence[Block], marks: Sequence[Mark | None]) -> bool:
    return NUMBERED.match(block.text) is not None


def _name_above(block: Block, blocks: Sequence[Block], marks: Sequence[Mark | None]) -> int:
    """Where a comment's head begins: a bare date belongs to the name on the line above."""
    mark = marks[block.index]
    above = block.index - 1
    if mark is not None and mark.kind is Kind.DATELINE and marks[above] is None and blocks[above].words <= 5:
        if len(forms.names_beside_date(block.text)) == 0:
            return above
    return block.index


def _control(mark: Mark | None) -> bool:
    return mark is not None and mark.rule in CONTROLS
