"""Blocks: the page as paragraphs, each with the features of form that the rules ask for.

Comes in: the saved text. Goes out: one `Block` for each line with text, or for each paragraph where the text
was wrapped at a fixed width. A block has no white space at its ends. What a block is, other modules say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from ...text.quotation_marks import CLOSING as CLOSING_MARKS

# Characters that show nothing: a line of them is blank. `str.strip` knows the spaces but not these.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
TOKEN = re.compile(r"\w+(?:['’-]\w+)*")
DIGIT = re.compile(r"\d")
NUMBER = re.compile(r"\d[\d.]*")
CLOSING = f"{CLOSING_MARKS})]* \u00a0"
REMEMBERED_LINES = 50_000  # the menus of an outlet are the same on all its pages; some 50 MB at most
SHORTEST_SENTENCE, SHORTEST_PARAGRAPH = 5, 18  # words
STEM, LONG_WORD = 6, 4  # letters: what of a word is compared, and which words are
SENTENCE_END = re.compile(rf"[.!?…][{CLOSING_MARKS})\]]*(?=\s|$|\[)")

# Wrapped text: lines of about this length, each so full that the next word did not fit.
NARROWEST, WIDEST = 45, 110
BEYOND = 12  # characters by which a line may be longer than the width
WRAPS_NEEDED = 3  # fewer such line breaks can be chance in a list of headlines
# A text of one or two paragraphs has fewer: there, lines must be wide, equally full, and three in a row.
# A newspaper's column has 20 to 45 characters; menus have lines as short, but they do not go on in the next.
NARROWEST_COLUMN, LINES_OF_COLUMN, SHARE_OF_COLUMN = 18, 10, 0.3
HYPHENS = "-¬\u00ad‐"
NARROWEST_OF_FEW, FULL, LINES_OF_FEW = 60, 0.8, 3


@dataclass(slots=True)  # not frozen: a page has hundreds, and setting frozen fields took a tenth of the stage
class Block:
    """A paragraph or line of the page: `text` stands at `start` up to `end` of the saved text.

    `folded` is the text for comparing (`fold_letters`), without soft hyphens and with one space between
    words. `tokens` are its words; a number is `#`, so that `7 Kommentare` gives `("#", "kommentare")`.
    `running` counts the words without a capital: running text has many, a list of names or labels few.
    `stems` are the beginnings of its longer words: endings do not matter where two texts are compared.
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
    _stems: tuple[str, ...] | None = field(default=None, repr=False, compare=False)

    @property
    def stems(self) -> tuple[str, ...]:
        """The first letters of each longer word, in order."""
        if self._stems is None:
            self._stems = tuple([token[:STEM] for token in self.tokens if len(token) >= LONG_WORD])
        return self._stems


def fold_letters(text: str) -> str:
    """A text for comparing: case and Swiss spelling folded, every apostrophe straight."""
    return text.casefold().replace("’", "'")


Features = tuple[str, tuple[str, ...], int, int, int, bool, bool, bool]


@lru_cache(maxsize=REMEMBERED_LINES)
def _features(text: str) -> Features:
    """`folded` and what follows it in a Block."""
    parts = text.split()
    words = len(parts)
    folded = fold_letters(" ".join(parts))
    if "\u00ad" in folded:
        folded = " ".join(folded.replace("\u00ad", "").split())
    bare = folded.replace(" ", "")
    # Most lines of a page are words without a sign between them: no expression needs to look for their ends.
    tokens = folded.split() if bare.isalnum() else TOKEN.findall(folded)
    if not bare.isalpha() and DIGIT.search(bare):
        tokens = ["#" if token[0].isdigit() and NUMBER.fullmatch(token) else token for token in tokens]
    initials = "".join([part[0] for part in parts])
    letters = words if initials.isalpha() else sum(map(str.isalpha, initials))
    running = letters - sum(map(str.isupper, initials))
    closed = text.rstrip(CLOSING).endswith((".", "!", "?", "…", ":", ";"))
    if words < SHORTEST_SENTENCE:
        return folded, tuple(tokens), words, running, 0, closed, False, False
    sentences = _sentences(text)
    prose = words >= SHORTEST_PARAGRAPH and running >= 0.35 * words and (closed or sentences > 0)
    sentence = prose or (closed and running >= 0.3 * words)
    return folded, tuple(tokens), words, running, sentences, closed, prose, sentence


def _sentences(text: str) -> int:
    """How many sentences end: a full stop after a number or a single letter ends none."""
    return sum(
        found[0][0] != "." or not text[found.start() - 1].isalnum()
        or (not text[found.start() - 1].isdigit() and text[max(0, found.start() - 2)].isalnum())
        for found in SENTENCE_END.finditer(text)
    )  # fmt: skip


def blocks_of(text: str) -> tuple[Block, ...]:
    """Split a text into its blocks, in order; their spans cover everything that is not blank."""
    lines = _lines(text)
    return tuple(
        Block(i, start, end, text[start:end], indent, gap, *_features(text[start:end]))
        for i, (start, end, indent, gap) in enumerate(_unwrapped(text, lines))
    )


def line_alone(text: str) -> Block:
    """A block of this text, wherever it may stand."""
    return Block(0, 0, len(text), text, 0, False, *_features(text))


Line = tuple[int, int, int, bool]  # start, end, indent, gap above


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    offset, gap = 0, False
    invisible = any(sign in text for sign in INVISIBLE)
    for raw in text.split("\n"):
        bare = raw.strip()
        if invisible and bare and (bare[0] in INVISIBLE or bare[-1] in INVISIBLE):
            bare = _visible(raw)
        if bare:
            indent = 0 if bare is raw else raw.index(bare)  # most lines have nothing to strip
            lines.append((offset + indent, offset + indent + len(bare), indent, gap))
        gap = not bare
        offset += len(raw) + 1
    return lines


def _visible(raw: str) -> str:
    """The line without spaces and what shows nothing at its ends, in one walk however these alternate."""
    start, end = 0, len(raw)
    while start < end and (raw[start].isspace() or raw[start] in INVISIBLE):
        start += 1
    while end > start and (raw[end - 1].isspace() or raw[end - 1] in INVISIBLE):
        end -= 1
    return raw[start:end]


def _unwrapped(text: str, lines: Sequence[Line]) -> list[Line]:
    """The paragraphs. They are the single lines, unless the text shows that it was wrapped."""
    width = _wrap_width(text, lines)
    if not width:
        return list(lines)
    head = _head(text, lines, width) if width < NARROWEST else 0
    groups = [[line] for line in lines[:head]]
    for line in lines[head:]:
        if len(groups) > head and _continues(text, groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [(group[0][0], group[-1][1], group[0][2], group[0][3]) for group in groups]


def _head(text: str, lines: Sequence[Line], width: int) -> int:
    """How many lines stand above the first paragraph of a narrow column: headlines are as wide as it."""
    at = next((i for i, (_, two) in enumerate(pairwise(lines)) if text[two[0]].islower() and not two[3]), 0)
    while at and lines[at - 1][1] - lines[at - 1][0] <= width:
        if not _continues(text, lines[at - 1], lines[at], width):
            break
        at -= 1
    return at


def _wrap_width(text: str, lines: Sequence[Line]) -> int:
    """The width at which this text was wrapped; 0 when it was not."""
    broken = [
        (one, two)
        for one, two in pairwise(lines)
        if not two[3] and NARROWEST <= one[1] - one[0] <= WIDEST
        and text[two[0]].islower() and text[one[1] - 1] not in ".!?:"
    ]  # fmt: skip
    if len(broken) < WRAPS_NEEDED:
        return _width_of_few(text, lines, broken) or _width_of_column(text, lines)
    width = sorted(one[1] - one[0] for one, _ in broken)[-1 - len(broken) // 10]
    full = sum(_continues(text, one, two, width) for one, two in broken)
    longer = sum(end - start > width + BEYOND for start, end, _, _ in lines)  # paragraphs on one line
    return width if full >= 0.7 * len(broken) and longer <= len(broken) else 0


def _width_of_column(text: str, lines: Sequence[Line]) -> int:
    """The width of a newspaper's narrow column: hardly a line is longer, and most go on in the next one."""
    sizes = sorted(end - start for start, end, _, _ in lines)
    if len(lines) < LINES_OF_COLUMN or sizes[-1 - len(sizes) // 10] > NARROWEST:
        return 0
    broken = [
        (one, two)
        for one, two in pairwise(lines)
        if not two[3] and (text[two[0]].islower() or text[one[1] - 1] in HYPHENS)
        and text[one[1] - 1] not in ".!?:"
    ]  # fmt: skip
    if len(broken) < SHARE_OF_COLUMN * len(lines):
        return 0
    width = sorted(one[1] - one[0] for one, _ in broken)[-1 - len(broken) // 10]
    full = sum(_continues(text, one, two, width) for one, two in broken)
    return width if width >= NARROWEST_COLUMN and full >= FULL * len(broken) else 0


def _width_of_few(text: str, lines: Sequence[Line], broken: Sequence[tuple[Line, Line]]) -> int:
    """The width of a short wrapped text: lines in a row, all full, among them every broken one."""
    width = max((one[1] - one[0] for one, _ in broken), default=0)
    if width < NARROWEST_OF_FEW or any(end - start > width for start, end, _, _ in lines):
        return 0  # in a wrapped text no line is longer
    chain = longest = 0  # lines in a row that are full
    joined: set[Line] = set()
    for one, two in pairwise(lines):
        full = FULL * width <= one[1] - one[0] <= width and _continues(text, one, two, width)
        chain = chain + 1 if full else 0
        longest = max(longest, chain + 1)
        if full:
            joined.add(one)
    return width if longest >= LINES_OF_FEW and all(one in joined for one, _ in broken) else 0


def _continues(text: str, one: Line, two: Line, width: int) -> bool:
    """Whether the second line goes on with the first one's paragraph: its first word had no room above."""
    length = one[1] - one[0]
    if two[3] or two[2] > one[2] or length > width + BEYOND or two[1] - two[0] > width + BEYOND:
        return False
    first_word = len(text[two[0] : two[1]].split(None, 1)[0])
    return one[2] + length + 1 + first_word > width
