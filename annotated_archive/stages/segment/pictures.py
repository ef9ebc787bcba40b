"""Pictures: captions that only their neighbours give away, and what the page prints more than once.

Comes in: a page with its declared marks. Goes out: marks for captions and repeated paragraphs, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ...model import Kind
from ...text.quotation_marks import DOUBLE
from .block import Block
from .credits import is_made_for
from .layout import Layout
from .mark import Mark
from .words import entries

ABOVE_CREDIT = Mark(Kind.CAPTION, "caption-above-credit")  # or the title, where a picture has no caption
DESCRIBED = Mark(Kind.CAPTION, "picture-described")
PICTURED = frozenset({"caption-with-credit", "caption-above-credit", "caption-by-its-form", "photo-credit"})
QUOTES = re.compile(f"[:{DOUBLE}]")
SHORTEST_DESCRIPTION = 6  # words; fewer can be a subhead
FIRST_PICTURE_WITHIN = 12  # blocks between the first paragraph and its picture
LONGEST_CAPTION = 26  # words of a line above a credit; a longer paragraph is text, unless it stands twice
LONGEST_CREDIT_BELOW = 9  # words of a credit below its caption; a longer one is a caption itself
SHORTEST_CAPTION = 5  # words of a caption that is no sentence; fewer can be a subhead
DESCRIBED_WITHIN = 3  # blocks from a picture's description for screen readers to its caption
NOTICE_REPEATS = 3  # a paragraph printed so often is a notice, not a lead printed again


def read_captions(page: Layout) -> Layout:
    """The page with marks for agencies' codes that credit a picture, and for what stands above a credit."""
    blocks, marks = page.blocks, list(page.marks)
    prints = _prints(page)
    for block in blocks:
        mark = marks[block.index]
        if (
            mark is not None
            and mark.rule == "agency-signature"
            and _credits_picture(blocks, marks, block, prints)
        ):
            mark = marks[block.index] = Mark(Kind.CREDIT, "photo-credit")
        if mark is None and block.index and blocks[block.index - 1].closed and is_made_for(block):
            mark = marks[block.index] = Mark(Kind.CREDIT, "photo-credit")
        if mark is not None and mark.rule == "photo-credit" and block.words <= LONGEST_CREDIT_BELOW:
            above = block.index - 1
            if _is_caption(blocks, marks, above, prints):
                marks[above] = ABOVE_CREDIT
    return replace(page, marks=tuple(marks))


def _prints(page: Layout) -> Counter[str]:
    return Counter([block.folded for block in page.blocks])


def _credits_picture(
    blocks: Sequence[Block], marks: Sequence[Mark | None], code: Block, prints: Counter[str]
) -> bool:
    """An agency's name alone credits a picture where the line above is no sentence or stands twice."""
    if not code.index or code.words > 1 or "/" in code.text or marks[code.index - 1] is not None:
        return False
    above = blocks[code.index - 1]
    return prints[above.folded] > 1 or (not above.closed and above.words > SHORTEST_CAPTION)


def _is_caption(
    blocks: Sequence[Block], marks: Sequence[Mark | None], above: int, prints: Counter[str]
) -> bool:
    """Whether a paragraph directly above a picture's credit is short enough to be the picture's caption."""
    below = marks[above + 2] if above + 2 < len(marks) else None
    if above < 0 or marks[above] is not None or (below is not None and below.rule == "caption-by-its-form"):
        return False  # `Image source, …` has its caption below it
    block = blocks[above]
    twice = prints[block.folded] > 1
    short = block.words <= (2 * LONGEST_CAPTION if twice else LONGEST_CAPTION)
    # A line that is no sentence is a caption only below the article's first paragraph; above, it is a title.
    below_text = any(other.prose for other in blocks[max(0, above - FIRST_PICTURE_WITHIN) : above])
    return short and (block.closed or (below_text and (twice or block.words >= SHORTEST_CAPTION)))


def read_described(page: Layout) -> Layout:
    """The page with marks for what a picture shows, next to its caption or below a label."""
    blocks, marks = page.blocks, list(page.marks)
    labels = entries("caption-labels")
    for block in blocks[:-1]:
        mark = marks[block.index]
        if mark is None:
            below = blocks[block.index + 1]
            if _describes(blocks, marks, block):
                marks[block.index] = DESCRIBED
            elif marks[below.index] is None and (_repeats(block, below) or _twice(block, below, marks)):
                marks[block.index] = marks[below.index] = Mark(Kind.CAPTION, "repeated-caption")
            continue
        if mark.kind is Kind.CAPTION and block.words > SHORTEST_CAPTION:
            for other in blocks[max(0, block.index - DESCRIBED_WITHIN) : block.index + 2]:
                index = other.index
                words = SHORTEST_CAPTION <= other.words < block.words
                begins = words and block.folded.startswith(other.folded.rstrip("."))
                if begins and (marks[index] is None or marks[index] == ABOVE_CREDIT):
                    marks[index] = Mark(Kind.CAPTION, "repeated-caption")
        elif block.folded.rstrip(" ,:") in labels and _can_be_caption(blocks[block.index + 1], marks):
            marks[block.index + 1] = Mark(Kind.CAPTION, "caption-below-label")
    return replace(page, marks=tuple(marks))


def _describes(blocks: Sequence[Block], marks: Sequence[Mark | None], block: Block) -> bool:
    """Whether a line above a caption says what the picture shows: `Eine Brücke über einem Fluss`.

    It names nobody and nothing, so that it begins with an article or a number; it tells no story and quotes
    nobody. A whole sentence could be the article's lead, but for pictures below its first paragraph.
    """
    below = marks[block.index + 1]
    if below is None or below.rule not in PICTURED or block.sentences > 1 or QUOTES.search(block.text):
        return False
    if not SHORTEST_DESCRIPTION <= block.words <= LONGEST_CAPTION:
        return False
    if block.tokens[0] not in entries("description-openers"):
        return False
    return not block.closed or any(other.prose for other in blocks[: block.index][-FIRST_PICTURE_WITHIN:])


def _repeats(block: Block, below: Block) -> bool:
    """Whether the line below has the same words and then whose picture it is, in brackets."""
    if block.words < SHORTEST_CAPTION or not below.text.endswith((")", "]")):
        return False
    rest = below.text[len(block.text) :].lstrip()
    return (
        below.text.startswith(block.text)
        and rest[:1] in ("(", "[")
        and len(rest.split()) <= LONGEST_CREDIT_BELOW
    )


def _twice(block: Block, below: Block, marks: Sequence[Mark | None]) -> bool:
    """Whether two lines are one sentence: what a picture shows for screen readers, and its caption.

    The article's lead can be printed twice as well, but below the title, and without a credit.
    """
    if block.folded != below.folded or not SHORTEST_CAPTION <= block.words <= LONGEST_CAPTION:
        return False
    marked = block.index > 0 and marks[block.index - 1] is not None
    after = marks[below.index + 1] if below.index + 1 < len(marks) else None
    return block.text.endswith(".") and (marked or (after is not None and after.kind is Kind.CREDIT))


def _can_be_caption(block: Block, marks: Sequence[Mark | None]) -> bool:
    return marks[block.index] is None and block.words <= 2 * LONGEST_CAPTION and block.sentences <= 2


def read_prints(page: Layout) -> Layout:
    """The page with marks for captions and paragraphs that it prints again."""
    blocks, marks, prints = page.blocks, list(page.marks), _prints(page)
    captions = {b.folded for b in blocks if (m := marks[b.index]) is not None and m.kind is Kind.CAPTION}
    first_print: dict[str, int] = {}
    for block in blocks:
        if marks[block.index] is not None:
            continue
        first = first_print.setdefault(block.folded, block.index)
        if block.folded in captions and block.words > 3:
            marks[block.index] = Mark(Kind.CAPTION, "repeated-caption")
        elif block.prose and first != block.index:
            marks[block.index] = Mark(Kind.BOILERPLATE, "repeated-paragraph")
            if prints[block.folded] >= NOTICE_REPEATS:
                marks[first] = Mark(Kind.BOILERPLATE, "repeated-paragraph")
    return replace(page, marks=tuple(marks))
