"""Pull quotes: sentences of the article that the page prints a second time to catch the eye."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge

from ...text.quotation_marks import MARKS
from .block import Block

SHORTEST = 25  # characters: shorter sentences can occur twice by chance
LONGEST = 60  # words
LONG_WORD = 4  # letters; shorter words are in every text
# A pull quote is often shortened: so many of its longer words, at least, are in one paragraph close by.
SHARE, FEWEST_WORDS, WITHIN = 0.85, 6, 8
QUOTATION_MARKS = f"{MARKS}.,;:!?… "


class Paragraphs:
    """The paragraphs of running text with their words, and which of them have a word."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._all = [(block, frozenset(block.tokens)) for block in blocks]
        self._indices = [block.index for block, _ in self._all]
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for number, (block, _) in enumerate(self._all):
            for word in set(block.folded.split(" ")):
                self._having[word].append(number)

    def likely(self, block: Block, quote: str) -> Iterator[tuple[Block, frozenset[str]]]:
        """Those that may have the quote, and those close to the block, in order.

        Where the quote stands, its inner words stand whole, so the rarest of them says where to look.
        """
        inner = quote.split(" ")[1:-1]
        holding: Sequence[int] = range(len(self._all))
        if inner:
            holding = min((self._having.get(word, []) for word in inner), key=len)
        first = bisect_left(self._indices, block.index - WITHIN)
        after = bisect_right(self._indices, block.index + WITHIN)
        for number in merge((n for n in holding if not first <= n < after), range(first, after)):
            yield self._all[number]


def is_pull_quote(block: Block, paragraphs: Paragraphs) -> bool:
    """Whether a longer paragraph has a block's words, all of them in a row or nearly all of them.

    A paragraph that begins with them is no quotation's place: there the block is a lead printed again.
    """
    whole = block.closed or block.words >= FEWEST_WORDS  # a subhead's few words can stand in the text as well
    if block.words >= LONGEST or len(block.folded) < SHORTEST or not whole:
        return False
    quote = block.folded.strip(QUOTATION_MARKS)
    content = {token for token in block.tokens if len(token) >= LONG_WORD}
    for paragraph, words in paragraphs.likely(block, quote):
        if len(paragraph.folded) <= len(block.folded) + 10 or paragraph.index == block.index:
            continue
        if quote in paragraph.folded:
            return not paragraph.folded.startswith(block.folded)
        near = abs(paragraph.index - block.index) <= WITHIN
        if near and len(content) >= FEWEST_WORDS and _has(words, content):
            return True
    return False


def _has(words: frozenset[str], content: set[str]) -> bool:
    return len(content & words) >= SHARE * len(content)
