"""Reader comments: the thread below an article, one segment for each comment.

Comes in: blocks and marks. Goes out: the thread's extent and the blocks of each comment. A thread begins at a
header such as `7 Kommentare`; a comment begins at a head: a name with a date, `… sagt:`, or a number. Threads
are found before the article is, so that their paragraphs cannot be taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

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
BY_NAME = re.compile(
    r"(?:#?\d{1,4}[.)]?\s)?(?:Kommentar|Comment|Commentaire|Beitrag)\s(?:von|by|de)\s\S", re.IGNORECASE
)
LONGEST_HEAD = 14  # words
LONGEST_SIGNATURE = 10  # words of a line with name and date
LONGEST_COMMENT = 14  # blocks of a comment, where no header announces the thread
LONGEST_ANSWERED = 30  # blocks between two buttons to reply
UNANNOUNCED_HEADS = 3  # fewer names with dates can be the authors of other articles
# How many blocks may stand between a thread's header and its first comment: sort orders, forms, page numbers.
ARTICLE_ABOVE = 30  # words of paragraphs above a thread; a header at the top of the page is a link to it
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
    at = above = 0
    for block in blocks:
        mark = marks[block.index]
        if block.prose and mark is None:
            above += block.words
        if block.index < at or above < ARTICLE_ABOVE:
            continue
        thread = None
        if mark is not None and mark.rule == "comment-head":
            thread = _thread(blocks, marks, block.index)
        if thread is None and mark is not None and mark.rule in ("comment-head", "comment-form"):
            thread = _answered_thread(blocks, marks, block.index)
        if mark is None or mark.kind is Kind.DATELINE:
            thread = _unannounced(blocks, marks, block)
        if thread is not None:
            threads.append(thread)
            at = thread.end
    return threads


def _thread(blocks: Sequence[Block], marks: Sequence[Mark | None], header: int) -> Thread | None:
    heads = _heads(blocks, marks, header)
    if not heads:
        return _signed_thread(blocks, marks, header)
    end = _end(blocks, marks, heads)
    comments = _from_heads([head for head in heads if head < end], end, marks)
    spoken = sum(any(blocks[i].sentence for i in range(one, two + 1)) for one, two in comments)
    # Lists of dates or of other articles have the form of heads, but nobody says anything below them.
    return Thread(header, end, tuple(comments)) if 2 * spoken >= len(comments) else None


def _from_heads(heads: Sequence[int], end: int, marks: Sequence[Mark | None]) -> list[tuple[int, int]]:
    comments: list[tuple[int, int]] = []
    for head, stop in zip(heads, [*heads[1:], end], strict=True):
        last = head
        while last + 1 < stop and not _control(marks[last + 1]):
            last += 1
        comments.append((head, last))
    return comments


def _unannounced(blocks: Sequence[Block], marks: Sequence[Mark | None], first: Block) -> Thread | None:
    """A thread without a header: names with dates in a row, and somebody speaks below each."""
    if not _signs(first, blocks, marks) or not _spoken_below(first, blocks, marks):
        return None
    heads = [first.index]
    for block in blocks[first.index + 1 :]:
        if block.index - heads[-1] > LONGEST_COMMENT:
            break
        if _signs(block, blocks, marks):
            heads.append(block.index)
    spoken = sum(_spoken_below(blocks[head], blocks, marks) for head in heads)
    if len(heads) < UNANNOUNCED_HEADS or 3 * spoken < 2 * len(heads):
        return None
    end = _end(blocks, marks, heads)
    comments = _from_heads([head for head in heads if head < end], end, marks)
    return Thread(first.index, end, tuple(comments)) if len(comments) >= UNANNOUNCED_HEADS else None


def _signed_thread(blocks: Sequence[Block], marks: Sequence[Mark | None], header: int) -> Thread | None:
    """A thread whose comments have name and date below them instead of above."""
    if header + 1 >= len(blocks) or not blocks[header + 1].sentence:
        return None
    end = _end(blocks, marks, [header + 1])
    signed = [b.index for b in blocks[header + 1 : end] if _signs(b, blocks, marks)]
    if len(signed) < UNANNOUNCED_HEADS - 1:
        return None
    starts = [header + 1, *(index + 1 for index in signed[:-1])]
    return Thread(header, end, tuple(zip(starts, signed, strict=True)))


def _answered_thread(blocks: Sequence[Block], marks: Sequence[Mark | None], header: int) -> Thread | None:
    """A thread known by its buttons: what stands between two of them is a comment."""
    buttons = [b.index for b in blocks[header + 1 :] if (m := marks[b.index]) and m.rule == "comment-control"]
    near = [i for at, i in enumerate(buttons) if i - (buttons[at - 1] if at else header) <= LONGEST_ANSWERED]
    if len(near) < UNANNOUNCED_HEADS or near != buttons[: len(near)]:
        return None
    comments: list[tuple[int, int]] = []
    for above, button in pairwise([header, *near]):
        said = [i for i in range(above + 1, button) if not _furniture(marks[i])]
        if any(blocks[i].sentence for i in said):
            comments.append((said[0], button - 1))
    enough = len(comments) >= UNANNOUNCED_HEADS
    return Thread(header, near[-1] + 1, tuple(comments)) if enough else None


def _heads(blocks: Sequence[Block], marks: Sequence[Mark | None], header: int) -> list[int]:
    """The blocks that begin a comment, by the form that this thread uses."""
    below = blocks[header + 1 :]
    for form in (_says, _dated_name, _numbered):
        heads: list[int] = []
        for block in below:
            fits = form(block, blocks, marks)
            if not heads and not fits and (block.prose or block.index > header + FIRST_HEAD_WITHIN):
                break
            if fits:
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


def _signs(block: Block, blocks: Sequence[Block], marks: Sequence[Mark | None]) -> bool:
    """A name and a date, and hardly anything else."""
    if block.words > LONGEST_SIGNATURE or block.sentence or not forms.dated(block.text):
        return False
    return 1 <= len(forms.names_beside_date(block.text)) <= 4


def _spoken_below(block: Block, blocks: Sequence[Block], marks: Sequence[Mark | None]) -> bool:
    """Whether a paragraph follows at once, or a title, a paragraph and the button to reply."""
    below = blocks[block.index + 1 : block.index + 2]
    if below and below[0].sentence and marks[below[0].index] is None:
        return True
    following = blocks[block.index + 1 : block.index + LONGEST_COMMENT]
    for other in following:
        mark = marks[other.index]
        if mark is not None and mark.rule == "comment-control":
            return True
        if _signs(other, blocks, marks):
            return False
    return False


def _numbered(block: Block, blocks: Sequence[Block], marks: Sequence[Mark | None]) -> bool:
    return NUMBERED.match(block.text) is not None


def _name_above(block: Block, blocks: Sequence[Block], marks: Sequence[Mark | None]) -> int:
    """Where a comment's head begins: a bare date belongs to the name on the line above."""
    mark = marks[block.index]
    above = block.index - 1
    bare = mark is not None and mark.kind is Kind.DATELINE and not forms.names_beside_date(block.text)
    return above if bare and marks[above] is None and blocks[above].words <= 5 else block.index


def _control(mark: Mark | None) -> bool:
    return mark is not None and mark.rule in CONTROLS


def _furniture(mark: Mark | None) -> bool:
    return mark is not None and mark.kind is Kind.BOILERPLATE
