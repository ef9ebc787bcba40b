"""Unheaded threads: comments below an article that no header announces, known by what repeats in them.

Comes in: a page and where a thread might begin. Goes out: the blocks at which its comments begin, or none.
Each sign of a comment can stand in an article, too: a name above a section, a date above an entry, a quoted
post. So two comments of one form must stand below an article, by different people, and nothing but comments
below them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ...text.quotation_marks import OPENING
from . import comment_forms as forms
from .block import Block
from .forms import BY, dated, names_beside_date
from .layout import Layout
from .words import entries

ARTICLE_ABOVE = 60  # words of paragraphs; without a header, the article must be one beyond doubt
FEWEST, FEWEST_UNDATED = 2, 3
LONGEST_COMMENT = 8  # blocks
SHORTEST_ENTRY = 3  # blocks of a ticker's entry: time, author, text
LONGEST_LAST = 3  # paragraphs below the last head; more is an article that goes on
LONGEST_ABOVE_BUTTONS = 6  # blocks of a comment above its buttons
SHORTEST_HEADLINE = 4  # words
DASHES = ("—", "–")  # before the writer of a post that the article quotes
QUOTES = tuple(OPENING)
SKIPPED = frozenset({"comment-control", "share-box"})
Head = Callable[[Block, Layout], int | None]


def find_heads(page: Layout, first: Block, above: int) -> list[int]:
    """The first blocks of the comments of a thread that begins at `first`; empty if none does.

    `above` counts the words of the paragraphs above it.
    """
    if above < ARTICLE_ABOVE:
        return []
    for form, fewest in FORMS:
        at = form(first, page)
        if at != first.index and not (at == first.index - 1 and form is _dated_below):
            continue
        if any(form(b, page) is not None for b in page.blocks[max(0, at - SHORTEST_ENTRY) : at]):
            continue  # of entries that are no comments, the later ones are none either
        heads = [at, *_following(form, page, first.index + 1)]
        if len(heads) >= fewest and _by_several(page.blocks, heads) and _nothing_below(page, heads[-1]):
            return heads
    return []


def _following(form: Head, page: Layout, start: int) -> Iterator[int]:
    last = start
    for block in page.blocks[start:]:
        if block.index - last > LONGEST_COMMENT:
            return
        at = form(block, page)
        if at is not None and at >= start:
            last = block.index
            yield at


def _by_several(blocks: Sequence[Block], heads: Sequence[int]) -> bool:
    """Whether more than half of the heads differ: the entries of a ticker have the same few authors."""
    writers = [blocks[head + 1 if forms.is_age(blocks[head]) else head] for head in heads]
    unnamed = sum(not entries("guest-names").isdisjoint(writer.tokens) for writer in writers)
    return 2 * max(unnamed, len({writer.folded for writer in writers})) > len(heads)


def _nothing_below(page: Layout, last: int) -> bool:
    rest = [b for b in page.blocks[last + 1 :] if b.prose and page.marks[b.index] is None]
    return len(rest) <= LONGEST_LAST


def _said_below(block: Block, page: Layout, within: int = 2) -> bool:
    """Whether a sentence that is no quotation stands below, at once or after a title or button."""
    for other in page.blocks[block.index + 1 : block.index + 1 + within]:
        mark = page.marks[other.index]
        if other.sentence and mark is None:
            return not other.text.startswith(QUOTES)
        if mark is not None and mark.rule not in SKIPPED and not forms.is_age(other):
            return False
    return False


def _signed(block: Block, page: Layout) -> int | None:
    """A name and a date in one line: `Nick, 12.05.2014, 18:30`, `Nick schrieb am 12. Mai 2014`."""
    if not (forms.signs(block) or (forms.says(block) and dated(block.text))):
        return None
    quoted_post = block.text.startswith(DASHES) and "@" in block.text
    if block.tokens[0] in BY or quoted_post:
        return None  # the author of another article, or of a post that this one quotes
    telling = forms.is_moment(block.text) or forms.says(block) or len(names_beside_date(block.text)) == 1
    return block.index if telling and _said_below(block, page) else None


def _dated_below(block: Block, page: Layout) -> int | None:
    """A name and a date in two lines."""
    at = forms.head_of_two(block, page.blocks)
    titled = at is not None and at > 0 and _is_headline(page.blocks[at - 1], page)
    return None if titled else at


def _is_headline(block: Block, page: Layout) -> bool:
    """Above the author and date of a teaser stands its headline."""
    return page.marks[block.index] is None and not block.sentence and block.words >= SHORTEST_HEADLINE


def _says(block: Block, page: Layout) -> int | None:
    """`Nick wrote:`, without a date."""
    return block.index if forms.says(block) and _said_below(block, page) else None


def _says_dated(block: Block, page: Layout) -> int | None:
    """`Nick wrote:`, and a date above or below what was written."""
    below = page.blocks[block.index + 1 : block.index + 4]
    return _says(block, page) if any(forms.is_age(other) for other in below) else None


def _in_row(block: Block, page: Layout) -> int | None:
    """Writer, date and text in the columns of one line."""
    return block.index if forms.is_row(block) else None


def _has_handle(block: Block, page: Layout) -> int | None:
    said = block.sentence or _said_below(block, page)
    return block.index if forms.has_handle(block) and said and not block.text.startswith(DASHES) else None


def _answered(block: Block, page: Layout) -> int | None:
    """A name above a text that ends with buttons."""
    if not (forms.is_nick(block) or forms.has_handle(block) or forms.signs(block)):
        return None
    if any(forms.is_nick(other) for other in page.blocks[block.index + 1 : block.index + 2]):
        return None
    said = False
    for other in page.blocks[block.index + 1 : block.index + 1 + LONGEST_ABOVE_BUTTONS]:
        if forms.is_buttons(other):
            return block.index if said else None
        said = said or other.sentence
        if said and not other.sentence and forms.is_nick(other) and not forms.is_button(other):
            return None
    return None


FORMS: tuple[tuple[Head, int], ...] = (
    (_signed, FEWEST),
    (_dated_below, FEWEST),
    (_answered, FEWEST),
    (_says_dated, FEWEST),
    (_in_row, FEWEST),
    (_has_handle, FEWEST),
    (_says, FEWEST_UNDATED),
)
