"""The title: which line above the article is its headline.

Comes in: blocks, marks and the run. Goes out: the line of the title, or None. Lines above the run and at its
beginning are candidates; `title_signs.py` says what speaks for and against each, `title_weights.py` how much.
The best wins if it is likely enough, compared with the others and with there being no title: a page may have
none, and none is better than a wrong one. Its own variants are no rivals (`title_variants.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp

from ...model import Kind
from ...words.chances import STATED
from . import forms
from .block import Block
from .mark import Mark
from .speech import speeches
from .title_entries import headlines_of_entries
from .title_signs import TitleSigns
from .title_variants import same_headline, same_wording
from .title_weights import NO_TITLE, WEIGHTS

FARTHEST = 250  # blocks above the run: more is another part of the page
NEAR = 6  # blocks above the run: farther up, a line that shares no word with the article is no title
LONGEST_TITLE, LONGEST_TITLE_LINES = 320, 3  # characters; lines of wrapped text
# A notice may stand above the title and be long enough to be taken for the article's beginning.
FARTHEST_INSIDE, LARGEST_NOTICE = 20, 0.3  # blocks into the run; share of the run's words
# A line above a credit is a caption by its place alone, and the title where a picture has none.
CAN_BE_TITLE = frozenset({"caption-above-credit", "picture-described"})
LONGEST_PROSE = 26  # words of a title that reads like a small paragraph
# How likely a title must be. At 0.5 every sixth right one would be lost and every third wrong one spared.
LIKELY = 0.35
LONGEST_SECTION = 4  # words; a line below a section that can be a title has more
CLEARLY = 1.5  # times as likely as the next line; two titles that are nearly equal are no title
# A less likely one is not called the title, but dates and authors around it are the article's.
POSSIBLE = 0.15


@dataclass(frozen=True, slots=True)
class TitleLine:
    """The block most like a title, and whether that is likely enough to call it the title.

    `chance` is the probability of its wording by its signs, 0 to 1; `alone` says that no other line can be
    the title. `chances` are those of all candidates by block, the best first.
    """

    block: int
    likely: bool
    chance: float
    alone: bool
    chances: tuple[tuple[int, float], ...]

    @property
    def certain(self) -> bool:
        """Whether it may be given as what the page says, and not as what a rule concluded.

        Of such titles on outlets left out of the fit, 92 of 100 were the publisher's word for word, nearly
        all others another headline of the same article (decision 57).
        """
        return self.chance >= STATED


def find_title(
    blocks: Sequence[Block], marks: Sequence[Mark | None], first: int, last: int
) -> TitleLine | None:
    """The title of the article from `first` to `last`; None where nothing resembles one.

    A title below the block `first` says that the article begins only there.
    """
    signs, above = signs_of_titles(blocks, marks, first, last)
    points = {i: sum(WEIGHTS[name] * value for name, value in found.items()) for i, found in signs.items()}
    best = max(points, key=lambda index: (points[index], -index), default=None)
    if best is None:
        return None
    weights = {index: exp(value) for index, value in points.items()}
    total = exp(NO_TITLE) + sum(weights.values())
    variants = {index for index in weights if same_headline(blocks[index], blocks[best])}
    itself = sum(weights[index] for index in variants)
    # A single word is a section of the page, a name the author: no rivals of another line.
    others = [blocks[index] for index in weights if index not in variants]
    rivals = [b.index for b in others if b.words > 1 and not forms.names_people(b)]
    second = max((weights[i] for i in rivals), default=0.0)
    chance = sum(weights[i] for i in variants if same_wording(blocks[i], blocks[best])) / total
    ranked = sorted(weights, key=lambda index: (-weights[index], index))
    chances = tuple((index, weights[index] / total) for index in ranked)
    alone = above == 1 and best < first and all(mark is not None for mark in marks[:best])
    alone = alone or (best == 0 and above == 2 and _signed_below(blocks, marks, first))
    doubtful = blocks[best].words == 1 and _headed(best, blocks, marks)
    if alone or (itself >= LIKELY * total and itself >= CLEARLY * second and not doubtful):
        return TitleLine(best, True, chance, alone, chances)
    return TitleLine(best, False, chance, alone, chances) if chance >= POSSIBLE and best < first else None


def _signed_below(blocks: Sequence[Block], marks: Sequence[Mark | None], first: int) -> bool:
    """Whether nothing but author and date stands between the page's first line and its first paragraph."""
    between = marks[1:first]
    signed = all(mark is not None and mark.kind in (Kind.BYLINE, Kind.DATELINE) for mark in between)
    return bool(between) and signed and blocks[first].prose


def _headed(word: int, blocks: Sequence[Block], marks: Sequence[Mark | None]) -> bool:
    """Whether a line is between a single word and author or date: section and title, or title and lead."""
    if word + 2 >= len(blocks) or marks[word + 1] is not None or blocks[word + 1].words <= LONGEST_SECTION:
        return False
    below = marks[word + 2]
    return below is not None and below.kind in (Kind.BYLINE, Kind.DATELINE)


def signs_of_titles(
    blocks: Sequence[Block], marks: Sequence[Mark | None], first: int, last: int
) -> tuple[dict[int, dict[str, float]], int]:
    """The signs of each candidate by its block, and how many lines above the article have a title's form."""
    below = min(last - 1, first + FARTHEST_INSIDE)
    page = TitleSigns(blocks, marks, first, last, max(first, below))
    signs: dict[int, dict[str, float]] = {}
    above = 0
    for block in _candidates(blocks, marks, first, last, below):
        above += block.index <= first
        if block.index >= first - NEAR or any(stem in page.said for stem in block.stems):
            signs[block.index] = page.of(block)
    return signs, above


def _candidates(
    blocks: Sequence[Block], marks: Sequence[Mark | None], first: int, last: int, below: int
) -> Iterator[Block]:
    """The lines that can be a title by their form, from the top."""
    other = {block.index for block in speeches(blocks[first : last + 1])}
    other |= headlines_of_entries(blocks, marks, first, last)
    words = sum(block.words for block in blocks[first : last + 1])
    above = 0  # words of the run above a block
    for block in blocks[max(0, first - FARTHEST) : max(first, below) + 1]:
        if block.index >= first and block.prose:
            above += block.words
        if block.index > first and above > LARGEST_NOTICE * words:
            return
        if block.index not in other and _fits(block, marks[block.index]) and not _signs(block, marks):
            yield block


def _signs(block: Block, marks: Sequence[Mark | None]) -> bool:
    """Whether a line names authors: people next to a date. Elsewhere it may be a portrait's title."""
    above = marks[block.index - 1] if block.index else None
    below = marks[block.index + 1] if block.index + 1 < len(marks) else None
    dated = any(mark is not None and mark.kind is Kind.DATELINE for mark in (above, below))
    return dated and forms.names_people(block)


def _fits(block: Block, mark: Mark | None) -> bool:
    if mark is not None and mark.rule not in CAN_BE_TITLE:
        return False
    if (block.prose and block.words >= LONGEST_PROSE) or block.text.endswith((" -", " –", ",")):
        return False
    if _turns_page(block.text):
        return False
    return 3 <= len(block.text) <= LONGEST_TITLE and block.text.count("\n") < LONGEST_TITLE_LINES


def _turns_page(text: str) -> bool:
    """`« Older post`, `Next post →`: links to the posts before and after. A quotation has both its marks."""
    if text.startswith("« ") or text.endswith(" »"):
        return not ("«" in text and "»" in text)
    return text.startswith(("← ", "‹ ", "< ", "<< ")) or text.endswith((" →", " ›"))
