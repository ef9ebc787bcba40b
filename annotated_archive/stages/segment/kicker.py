"""Kickers: on the title's own line, and where they end there; or on a line of their own above it.

Comes in: the title's block and the other blocks. Goes out: where the kicker ends and the title begins. On
the title's line, three forms are split: words glued without a space (`gegen IS-TerrorUSA und …`), a title
that the page prints again without its kicker, and a topical compound followed by a new noun
(`Syrien-Konflikt Russland will …`). What stands before a colon is part of the title and stays. A line above
the title is a kicker only in two forms that menus rarely have: such a compound, or nouns with a preposition
(`Streik im Hafen`) of which the article speaks. A line that the page prints twice is one of its sections.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...kinds import Kind
from ...words.lexicon import sections
from .block import Block
from .layout import Layout, of_article
from .mark import Mark

GLUED = re.compile(r"(?<=[a-zäöüß“”»?!\d:])(?=[A-ZÄÖÜ„»«“][\w„“»«])|(?<=[a-zäöüß])(?=\d)")
LONGEST_KICKER, SHORTEST_TITLE = 9, 3  # words
LONGEST_KICKER_ABOVE = 5  # words of a kicker on its own line; longer lines are titles themselves


@cache
def _topic() -> re.Pattern[str]:
    heads = "|".join(sections("kicker_heads")["topic-heads"])
    return re.compile(rf"[A-ZÄÖÜ][\w’']*(?:-[A-ZÄÖÜ]?\w+)*-(?:{heads})(?= [A-ZÄÖÜ„\"“»]|$)")


def split_title(title: Block, blocks: Sequence[Block]) -> tuple[int, int, str] | None:
    """Where the kicker ends, where the title begins (offsets in the block's text) and the rule; or None."""
    return _glued(title, blocks) or _printed_apart(title, blocks) or _topical(title)


def _glued(title: Block, blocks: Sequence[Block]) -> tuple[int, int, str] | None:
    # The last seam is the title's: a label can be glued to the kicker, too (`AboStreit im HafenKräne …`).
    for found in reversed([*GLUED.finditer(title.text)]):
        at = found.start()
        left, right = title.text[:at].split(), title.text[at:].split()
        if len(left) > LONGEST_KICKER or len(right) < SHORTEST_TITLE or _opens(title.text, at - 1):
            continue
        if _one_word(left[-1], right[0], title, blocks):
            continue
        # After a quotation or question mark the missing space is enough; inside a word it is not.
        if title.text[at - 1].isalnum() and not _known(left[-1], right[0], title, blocks):
            continue
        return at, at, "kicker-glued-to-title"
    return None


def _opens(text: str, at: int) -> bool:
    """Whether the sign at `at` opens a quotation: English “ and German » do, where a word begins."""
    return not text[at].isalnum() and (at == 0 or text[at - 1].isspace())


def _one_word(left: str, right: str, title: Block, blocks: Sequence[Block]) -> bool:
    """Whether a capital inside belongs to the word: a brand, `LehrerInnen`, or a name found elsewhere too."""
    word = left + right
    if any(name in word for name in sections("kicker_heads")["inner-capitals"]):
        return True
    if right.startswith("Innen") and left.endswith("r"):
        return True
    return any(
        word in b.text and not b.folded.endswith(title.folded) for b in blocks if b.index != title.index
    )


def _known(left: str, right: str, title: Block, blocks: Sequence[Block]) -> bool:
    """Whether either half of the glued word stands alone elsewhere, in any case: then they are two words."""
    halves = {left.strip('„“"»«'), left.rsplit("-", 1)[-1], right.strip('„“"»«:,')}
    halves = {half for half in halves if len(half) > 2}
    return any(
        re.search(rf"(?<!\w){re.escape(half)}(?:e?[ns]|er)?(?!\w)", block.text) is not None
        for block in blocks
        if block.index != title.index
        for half in halves
        if half in block.text
    )


def _printed_apart(title: Block, blocks: Sequence[Block]) -> tuple[int, int, str] | None:
    """The page prints the title a second time without the kicker, or glued to the kicker and its colon."""
    kicker, colon, bare = title.text.partition(": ")
    if colon and any(block.text == f"{kicker}:{bare}" for block in blocks):
        return len(kicker) + 1, len(kicker) + 2, "kicker-before-repeated-title"
    for block in blocks:
        if block.index == title.index or block.words < 3 or len(block.text) >= len(title.text) + 40:
            continue
        if title.text.endswith(" " + block.text) and len(block.text) < len(title.text):
            end = len(title.text) - len(block.text) - 1
            kicker = title.text[:end]
            if len(kicker.split()) <= LONGEST_KICKER and not kicker.endswith((":", "-", "–", "|", ",")):
                return end, end + 1, "kicker-before-repeated-title"
    return None


def _topical(title: Block) -> tuple[int, int, str] | None:
    found = _topic().match(title.text)
    if found is None or len(title.text[found.end() :].split()) < SHORTEST_TITLE:
        return None
    return found.end(), found.end() + 1, "topical-kicker"


@of_article
def read_kicker(page: Layout) -> Layout:
    """The page with the kicker on a line of its own, above a title that has none on its line."""
    title, (_, last) = page.title_block, page.extent
    if title is None or any(piece.kind is Kind.KICKER for piece in page.pieces[title]):
        return page
    above = Mark(Kind.KICKER, "kicker-above-title")
    return page.read({title - 1: above}) if _has_kicker_above(page, title, last) else page


def _has_kicker_above(page: Layout, title: int, last: int) -> bool:
    """Whether the line directly above the title is its kicker. `last` is the article's last block."""
    if not title or page.marks[title - 1] is not None:
        return False
    line = page.blocks[title - 1]
    if (
        line.words > LONGEST_KICKER_ABOVE
        or line.words >= page.blocks[title].words
        or line.closed
        or "#" in line.tokens
    ):
        return False
    if page.blocks[title].words < SHORTEST_TITLE or sum(b.folded == line.folded for b in page.blocks) > 1:
        return False
    topic = _topic().match(line.text)
    if topic is not None and topic.end() == len(line.text):
        return True
    if not _nouns_with_preposition(line):
        return False
    said = {stem for block in page.blocks[title + 1 : last + 1] for stem in block.stems}
    own = line.stems
    return bool(own) and 2 * sum(stem in said for stem in own) >= len(own)


def _nouns_with_preposition(line: Block) -> bool:
    words = line.text.split()
    if not words[0][0].isupper() or not words[-1][0].isupper():
        return False
    lists = sections("kicker_heads")
    small = [word for word in words[1:] if word[0].islower()]
    known = all(word in lists["prepositions"] or word in lists["articles"] for word in small)
    opens = words[0].casefold() in lists["prepositions"]
    return known and (opens or any(word in lists["prepositions"] for word in small))
