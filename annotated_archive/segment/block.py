"""Blocks: the page as paragraphs, each with the features of form that the rules ask for.

Comes in: the saved text. Goes out: one `Block` for each line with text, or for each paragraph where the text
was wrapped at a fixed width. A block has no white space at its ends. What a block is, other modules say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Characters that show nothing: a line of them is blank. `str.strip` knows the spaces but not these.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
TOKEN = re.compile(r"\w+(?:['’-]\w+)*")
NUMBER = re.compile(r"\d[\d.]*")
CLOSING = "\"“”»«’')]›‹* \u00a0"
SHORTEST_SENTENCE, SHORTEST_PARAGRAPH = 5, 18  # words
# A full stop, question or exclamation mark that ends a sentence: not after a number or a single letter.
SENTENCE_END = re.compile(r"(?:(?<=\w\w)(?<!\d)\.|(?<=[)\]\"“”»%])\.|[!?…])[\"“”»«’')\]]*(?=\s|$|\[)")

# Wrapped text: lines of about this length, each so full that the next word did not fit.
NARROWEST, WIDEST = 45, 100
WRAPS_NEEDED = 3  # fewer such line breaks can be chance in a list of headlines


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or line of the page: `text` stands at `start` up to `end` of the saved text.

    `folded` is the text for comparing: case and Swiss spelling folded, no soft hyphens, one space between
    words. `tokens` are its words; a number is `#`, so that `7 Kommentare` gives `("#", "kommentare")`.
    `running` counts the words without a capital: running text has many, a list of names or labels few.
    `closed` says that it ends like a sentence. `prose` is a paragraph of running text, long enough and with
    the small words that sentences need; `sentence` is at least one whole sentence, however short.
    """

    index: int
    start: int
    end: int
    text: str
    indent: int
    gap: bool  # a blank line stands above
    folded: str
    tokens: tuple[str, ...]
    words: int
    running: int
    sentences: int
    closed: bool
    prose: bool
    sentence: bool


def _block(index: int, start: int, end: int, text: str, indent: int, gap: bool) -> Block:
    split = text.split()
    words = len(split)
    folded = " ".join(text.casefold().replace("\u00ad", "").split())
    tokens = tuple("#" if NUMBER.fullmatch(token) else token for token in TOKEN.findall(folded))
    running = sum(word[0].isalpha() and not word[0].isupper() for word in split)
    closed = text.rstrip(CLOSING)[-1:] in tuple(".!?…:;")
    sentences = len(SENTENCE_END.findall(text)) if words >= SHORTEST_SENTENCE else 0
    prose = words >= SHORTEST_PARAGRAPH and running >= 0.35 * words and (closed or sentences > 0)
    sentence = prose or (words >= SHORTEST_SENTENCE and closed and running >= 0.3 * words)
    return Block(
        index, start, end, text, indent, gap, folded, tokens, words, running, sentences, closed, prose, sentence
    )


def blocks_of(text: str) -> tuple[Block, ...]:
    """Split a text into its blocks, in order; their spans cover everything that is not blank."""
    lines = _lines(text)
    return tuple(
        _block(i, group[0][0], group[-1][1], text[group[0][0] : group[-1][1]], group[0][2], group[0][3])
        for i, group in enumerate(_unwrapped(text, lines))
    )


Line = tuple[int, int, int, bool]  # start, end, indent, gap above


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    offset, gap = 0, False
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare and (bare[0] in INVISIBLE or bare[-1] in INVISIBLE):
            bare = _visible(raw)
        if bare:
            indent = raw.index(bare)
            lines.append((offset + indent, offset + indent + len(bare), indent, gap))
        gap = not bare
        offset += len(raw) + 1
    return lines


def _visible(raw: str) -> str:
    while (bare := raw.strip().strip(INVISIBLE)) != raw:
        raw = bare
    return raw


def _unwrapped(text: str, lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each paragraph. Single lines, unless the text shows that it was wrapped."""
    width = _wrap_width(text, lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and width and _continues(text, groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _wrap_width(text: str, lines: Sequence[Line]) -> int:
    """The width at which this text was wrapped; 0 when it was not."""
    broken = [
        (one, two)
        for one, two in zip(lines, lines[1:], strict=False)
        if not two[3] and NARROWEST <= one[1] - one[0] <= WIDEST
        and text[two[0]].islower() and text[one[1] - 1] not in ".!?:"
    ]  # fmt: skip
    if len(broken) < WRAPS_NEEDED:
        return 0
    width = sorted(one[1] - one[0] for one, _ in broken)[-1 - len(broken) // 10]
    full = sum(_continues(text, one, two, width) for one, two in broken)
    return width if full >= 0.7 * len(broken) else 0


def _continues(text: str, one: Line, two: Line, width: int) -> bool:
    """Whether the second line goes on with the first one's paragraph: its first word had no room above."""
    length = one[1] - one[0]
    if two[3] or two[2] > one[2] or length > width + 12 or two[1] - two[0] > width + 12:
        return False
    first_word = len(text[two[0] : two[1]].split(None, 1)[0])
    return one[2] + length + 1 + first_word > width
