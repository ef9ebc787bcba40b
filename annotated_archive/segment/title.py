"""The title: which line above the article is its headline.

Comes in: blocks, marks and the run. Goes out: the block of the title, or None. Each line above the run is a
candidate and gets points for the signs of a title: its length, its words in the article and in the paragraph
below, date or author below it, a second print elsewhere. The best candidate wins if it has enough points; a
page may have no title. The weights were fitted on annotated news pages of many outlets and then rounded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log1p

from ..model import Kind
from . import forms
from .block import Block
from .marks import Mark
from .speech import speeches

FARTHEST = 80  # blocks above the run: more is another part of the page
LONGEST_TITLE = 320  # characters
STEM = 6  # letters of a word that are compared: endings and compounds do not matter
LONG_WORD = 4  # letters; shorter words are in every text
LONG_SENTENCE = 9  # words; so long a line with a full stop is a lead or a caption
LONGEST_KICKER = 5  # words of a line of its own above the title
ENOUGH = 3.0  # points; a lower bar names menus, a higher one misses short titles

ONE_WORD, FEW_WORDS, SOME_WORDS, MANY_WORDS, TOO_MANY_WORDS = -1.5, -0.6, 1.0, 1.6, -1.2
SHARE_IN_ARTICLE = 1.0  # of its longer words, how many the article has
FREQUENCY_IN_ARTICLE = 1.0  # how often, on a logarithmic scale
SHARE_IN_LEAD = 1.7  # how many the next paragraph has
PRINTED_ABOVE, PRINTED_BELOW = 1.5, 0.4
DATE_OR_AUTHOR_BELOW = 2.1  # within three lines
PARAGRAPH_BELOW = 0.8
NEXT_TO_ARTICLE = 0.7
ALONE_ABOVE_ARTICLE = 2.2  # nothing else stands above: a page saved without its menus
COLON_INSIDE = 0.7
ENDS_LIKE_A_SENTENCE = -2.6
SEPARATORS_INSIDE = -1.5  # `Home › Politik`, `Title | Outlet`
AMONG_SHORT_LINES = -0.6
DATE_INSIDE = -0.6
FIRST_GOOD_LINE = 1.2  # the topmost line of three words or more that the article echoes


@dataclass(frozen=True, slots=True)
class Prints:
    """Where the page prints which line: its short lines joined, where each begins there, its last print."""

    lines: str
    offsets: list[int]
    last: dict[str, int]

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Prints:
        """Index a page."""
        short = ["" if block.prose else block.folded for block in blocks]
        offsets = list(accumulate((len(line) + 1 for line in short), initial=0))
        return cls("\n".join(short), offsets, {block.folded: block.index for block in blocks})


def find_title(blocks: Sequence[Block], marks: Sequence[Mark | None], first: int, last: int) -> int | None:
    """The block that is the title of the article from `first` to `last`, or None."""
    said = Counter(t[:STEM] for b in blocks[first : last + 1] for t in b.tokens if len(t) >= LONG_WORD)
    points: dict[int, float] = {}
    prints = Prints.of(blocks)
    topmost = False
    spoken = {block.index for block in speeches(blocks[first : last + 1])}
    for block in blocks[max(0, first - FARTHEST) : first + 1]:
        if block.index in spoken or not _candidate(block, marks):
            continue
        share, points[block.index] = _points(block, blocks, marks, first, said, prints)
        if not topmost and share >= 0.75 and block.words >= 3:
            topmost = True
            points[block.index] += FIRST_GOOD_LINE
    best = max(points, key=lambda index: (points[index], -index), default=None)
    if best is None or (points[best] < ENOUGH and not _alone(best, points, marks)):
        return None
    lower = best + 1
    if lower < first and points.get(lower, 0.0) >= max(ENOUGH, points[best] - FIRST_GOOD_LINE - 0.5):
        return lower if _introduces(blocks[best], blocks[lower], blocks) else best
    return best


def _alone(best: int, points: dict[int, float], marks: Sequence[Mark | None]) -> bool:
    """Whether nothing above the article but this line can be its title: no menu hides another."""
    return len(points) == 1 and all(mark is not None for mark in marks[:best])


def _introduces(upper: Block, lower: Block, blocks: Sequence[Block]) -> bool:
    """Whether the upper line is the lower one's kicker or an earlier print of it, with nothing between."""
    if forms.dated(lower.text) or (lower.closed and lower.text.endswith(".")):
        return False
    stems = {t[:STEM] for t in upper.tokens if len(t) >= LONG_WORD}
    common = len(stems & {t[:STEM] for t in lower.tokens})
    if min(upper.words, lower.words) >= 6 and common >= 0.6 * len(stems):
        return True
    printed_again = any(lower.folded == b.folded for b in blocks if b.index != lower.index)
    if printed_again:
        return upper.words <= LONGEST_KICKER + 1
    return upper.words < LONGEST_KICKER and lower.words > LONGEST_KICKER and upper.words * 2 <= lower.words


def _candidate(block: Block, marks: Sequence[Mark | None]) -> bool:
    mark = marks[block.index]
    unread = mark is None or mark.rule == "caption-above-credit"
    statement = block.text.endswith(".") and block.words >= LONG_SENTENCE
    return unread and not block.prose and not statement and 3 <= len(block.text) <= LONGEST_TITLE


def _points(
    block: Block,
    blocks: Sequence[Block],
    marks: Sequence[Mark | None],
    first: int,
    said: Counter[str],
    prints: Prints,
) -> tuple[float, float]:
    """How many of its words the article has, and the points of a candidate."""
    words = block.words
    points = (
        ONE_WORD if words == 1 else FEW_WORDS if words <= 3 else SOME_WORDS if words <= 6
        else MANY_WORDS if words <= 16 else TOO_MANY_WORDS
    )  # fmt: skip
    stems = [t[:STEM] for t in block.tokens if len(t) >= LONG_WORD]
    share = 0.0
    if stems:
        share = sum(stem in said for stem in stems) / len(stems)
        points += SHARE_IN_ARTICLE * share
        points += FREQUENCY_IN_ARTICLE * sum(log1p(said[stem]) for stem in stems) / len(stems)
        lead = next((b for b in blocks[block.index + 1 : block.index + 8] if b.prose), None)
        if lead is not None:
            near = {t[:STEM] for t in lead.tokens if len(t) >= LONG_WORD}
            points += SHARE_IN_LEAD * sum(stem in near for stem in stems) / len(stems)
    return share, points + _points_of_place(block, blocks, marks, first, prints) + _points_of_form(block)


def _points_of_place(
    block: Block, blocks: Sequence[Block], marks: Sequence[Mark | None], first: int, prints: Prints
) -> float:
    at, points = block.index, 0.0
    below = [marks[b.index] for b in blocks[at + 1 : at + 4]]
    if any(m is not None and m.kind in (Kind.DATELINE, Kind.BYLINE) for m in below):
        points += DATE_OR_AUTHOR_BELOW
    if any(b.prose for b in blocks[at + 1 : at + 3]):
        points += PARAGRAPH_BELOW
    if at + 1 == first:
        points += NEXT_TO_ARTICLE if at else ALONE_ABOVE_ARTICLE
    around = (*blocks[max(0, at - 2) : at], *blocks[at + 1 : at + 3])
    points += AMONG_SHORT_LINES * sum(b.words <= 3 and marks[b.index] is None for b in around) / 4
    if block.words > 1:
        if 0 <= prints.lines.find(block.folded) < prints.offsets[at]:
            points += PRINTED_ABOVE
        if prints.last[block.folded] > at:
            points += PRINTED_BELOW
    return points


def _points_of_form(block: Block) -> float:
    points = 0.0
    if ":" in block.text[:-1]:
        points += COLON_INSIDE
    if block.text.endswith((".", ";", ":")):
        points += ENDS_LIKE_A_SENTENCE
    if any(sign in block.text for sign in "|»›·•"):
        points += SEPARATORS_INSIDE
    if forms.dated(block.text):
        points += DATE_INSIDE
    return points
