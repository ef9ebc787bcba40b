"""Reader comments: the thread below an article, one segment for each comment.

Comes in: a page with its marks. Goes out: the extent of each thread and the blocks of each comment. A thread
begins at a header such as `7 Kommentare`; a comment begins at a head: a name with a date, `… sagt:`, or a
number. Threads are found before the article is, so that their paragraphs cannot be taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from ...model import Kind
from . import comment_forms as forms
from . import forms as line_forms
from .block import Block
from .layout import Layout, Thread
from .mark import Mark
from .unheaded import find_heads
from .words import entries

LONGEST_COMMENT = 14  # blocks of a comment, where no header announces the thread
LONGEST_ANSWERED = 30  # blocks between two buttons to reply
UNANNOUNCED_HEADS = 3  # fewer names with dates can be the authors of other articles
# How many blocks may stand between a thread's header and its first comment: sort orders, forms, page numbers.
ARTICLE_ABOVE = 30  # words of paragraphs above a thread; a header at the top of the page is a link to it
FIRST_HEAD_WITHIN = 14
LONGEST_SORTING = 4  # words of the lines between a header and comments without heads
ENDS = frozenset({"comment-form", "rights-notice", "related-teasers", "newsletter-box"})
CONTROLS = frozenset({"comment-control", "comment-head", "share-box", "navigation", "login-box", "advert"})
COUNT = re.compile(r"\b\d{1,3}\b")
ONE = tuple((word,) for word in sorted(entries("one")))
NONE = re.compile(r"\b0\b")  # `0 Kommentare` is a link as often as a header
Form = Callable[[Block, Layout], bool]


def find_threads(page: Layout) -> Layout:
    """The page with its threads, in order. A header without a comment below it makes no thread."""
    threads: list[Thread] = []
    at = above = 0
    for block in page.blocks:
        mark = page.marks[block.index]
        if block.prose and mark is None:
            above += block.words
        if block.index < at or above < ARTICLE_ABOVE:
            continue
        thread = None
        if mark is not None and mark.rule == "comment-head":
            thread = _thread(page, block.index) or _headless(page, block, above)
        if thread is None and mark is not None and mark.rule in ("comment-head", "comment-form"):
            thread = _answered_thread(page, block.index)
        if thread is None and (mark is None or mark.rule not in ("comment-head", "related-teasers")):
            thread = _unannounced(page, block) or _unheaded(page, block, above)
        if thread is not None:
            threads.append(thread)
            at = thread.end
    return replace(page, threads=tuple(threads))


def _thread(page: Layout, header: int) -> Thread | None:
    heads = _heads(page, header)
    if not heads:
        return _signed_thread(page, header)
    end = _end(page, heads)
    comments = _from_heads(page, [head for head in heads if head < end], end)
    spoken = sum(any(page.blocks[i].sentence for i in range(one, two + 1)) for one, two in comments)
    # Lists of dates or of other articles have the form of heads, but nobody says anything below them.
    return Thread(header, end, tuple(comments)) if 2 * spoken >= len(comments) else None


def _from_heads(page: Layout, heads: Sequence[int], end: int) -> list[tuple[int, int]]:
    comments: list[tuple[int, int]] = []
    for head, stop in zip(heads, [*heads[1:], end], strict=True):
        last = head
        while last + 1 < stop and not _control(page.marks[last + 1]):
            last += 1
        comments.append((head, last))
    return comments


def _unannounced(page: Layout, first: Block) -> Thread | None:
    """A thread without a header: names with dates in a row, and somebody speaks below each."""
    if not forms.signs(first) or not _spoken_below(first, page):
        return None
    heads = [first.index]
    for block in page.blocks[first.index + 1 :]:
        if block.index - heads[-1] > LONGEST_COMMENT:
            break
        if forms.signs(block):
            heads.append(block.index)
    spoken = sum(_spoken_below(page.blocks[head], page) for head in heads)
    if len(heads) < UNANNOUNCED_HEADS or 3 * spoken < 2 * len(heads):
        return None
    end = _end(page, heads)
    comments = _from_heads(page, [head for head in heads if head < end], end)
    return Thread(first.index, end, tuple(comments)) if len(comments) >= UNANNOUNCED_HEADS else None


def _signed_thread(page: Layout, header: int) -> Thread | None:
    """A thread whose comments have name and date below them instead of above."""
    if header + 1 >= len(page.blocks) or not page.blocks[header + 1].sentence:
        return None
    end = _end(page, [header + 1])
    signed = [b.index for b in page.blocks[header + 1 : end] if forms.signs(b) or forms.is_placed(b)]
    if len(signed) < UNANNOUNCED_HEADS - 1:
        return None
    starts = [header + 1, *(index + 1 for index in signed[:-1])]
    return Thread(header, end, tuple(zip(starts, signed, strict=True)))


def _headless(page: Layout, header: Block, above: int) -> Thread | None:
    """A thread whose header says how many comments follow, and just as many paragraphs do.

    The same header stands as a link above and inside articles; so the article must be above it and longer.
    """
    counted = COUNT.search(header.text)
    count = int(counted[0]) if counted else 1 if header.tokens[:1] in ONE else 0
    end = _end(page, [min(header.index + 1, len(page.blocks) - 1)])
    said = [b for b in page.blocks[header.index + 1 : end] if b.sentence and page.marks[b.index] is None]
    if not said or len(said) != count or sum(b.words for b in said) > above:
        return None
    if any(b.words > LONGEST_SORTING for b in page.blocks[header.index + 1 : said[0].index]):
        return None
    return Thread(header.index, said[-1].index + 1, tuple((b.index, b.index) for b in said))


def _unheaded(page: Layout, first: Block, above: int) -> Thread | None:
    """A thread without a header, known by the form of its comments' heads or buttons."""
    heads = find_heads(page, first, above)
    if not heads:
        return None
    end = _end(page, heads)
    comments = _from_heads(page, [head for head in heads if head < end], end)
    return Thread(heads[0], end, tuple(comments)) if len(comments) > 1 else None


def _answered_thread(page: Layout, header: int) -> Thread | None:
    """A thread known by its buttons: what stands between two of them is a comment."""
    buttons = [
        b.index
        for b in page.blocks[header + 1 :]
        if (m := page.marks[b.index]) and m.rule == "comment-control"
    ]
    near = [i for at, i in enumerate(buttons) if i - (buttons[at - 1] if at else header) <= LONGEST_ANSWERED]
    if len(near) < UNANNOUNCED_HEADS or near != buttons[: len(near)]:
        return None
    comments: list[tuple[int, int]] = []
    for above, button in pairwise([header, *near]):
        said = [i for i in range(above + 1, button) if not _furniture(page.marks[i])]
        if any(page.blocks[i].sentence for i in said):
            comments.append((said[0], button - 1))
    enough = len(comments) >= UNANNOUNCED_HEADS
    return Thread(header, near[-1] + 1, tuple(comments)) if enough else None


def _heads(page: Layout, header: int) -> list[int]:
    """The blocks that begin a comment, by the form that this thread uses."""
    below = page.blocks[header + 1 :]
    for form in HEADS:
        heads: list[int] = []
        for block in below:
            fits = form(block, page)
            if not heads and not fits and (block.prose or block.index > header + FIRST_HEAD_WITHIN):
                break
            if fits:
                heads.append(_name_above(block, page))
        one = len(heads) == 1 and not page.blocks[header].text.startswith("1 ")
        if heads and (form not in UNDATED or not (one or NONE.search(page.blocks[header].text))):
            return heads
    return []


def _end(page: Layout, heads: Sequence[int]) -> int:
    """The first block below the last comment. A form above the first or between comments ends nothing."""
    for block in page.blocks[heads[0] :]:
        mark = page.marks[block.index]
        if mark is None or mark.rule not in ENDS:
            continue
        following = next((head for head in heads if head > block.index), None)
        if following is None or following - block.index > FIRST_HEAD_WITHIN:
            return block.index
    return len(page.blocks)


def _says(block: Block, page: Layout) -> bool:
    return forms.says(block)


def _dated_name(block: Block, page: Layout) -> bool:
    return forms.dated_name(block)


def _numbered(block: Block, page: Layout) -> bool:
    return forms.numbered(block)


def _named(block: Block, page: Layout) -> bool:
    """A name or nickname, with or without its place, above a sentence."""
    named = forms.is_nick(block) or forms.is_placed(block)
    return named and page.marks[block.index] is None and _sentence_at(page, block.index + 1)


def _speaks(block: Block, page: Layout) -> bool:
    return forms.speaks(block) or forms.has_handle(block)


# A thread uses one form for all its heads. The narrower ones stand first.
HEADS: tuple[Form, ...] = (_says, _dated_name, _numbered, _speaks, _named)
UNDATED: tuple[Form, ...] = (_speaks, _named)


def _sentence_at(page: Layout, index: int) -> bool:
    return index < len(page.blocks) and page.marks[index] is None and page.blocks[index].sentence


def _spoken_below(block: Block, page: Layout) -> bool:
    """Whether a paragraph follows at once, or a title, a paragraph and the button to reply."""
    below = page.blocks[block.index + 1 : block.index + 2]
    if below and below[0].sentence and page.marks[below[0].index] is None:
        return True
    following = page.blocks[block.index + 1 : block.index + LONGEST_COMMENT]
    for other in following:
        mark = page.marks[other.index]
        if mark is not None and mark.rule == "comment-control":
            return True
        if forms.signs(other):
            return False
    return False


def _name_above(block: Block, page: Layout) -> int:
    """Where a comment's head begins: a bare date belongs to the name on the line above."""
    mark = page.marks[block.index]
    above = block.index - 1
    bare = mark is not None and mark.kind is Kind.DATELINE and not line_forms.names_beside_date(block.text)
    return above if bare and page.marks[above] is None and page.blocks[above].words <= 5 else block.index


def _control(mark: Mark | None) -> bool:
    return mark is not None and mark.rule in CONTROLS


def _furniture(mark: Mark | None) -> bool:
    return mark is not None and mark.kind in (Kind.BOILERPLATE, Kind.CORRECTION)
