"""Recipes: the list of ingredients, which is part of the text although none of its lines is a sentence.

Comes in: a page with its marks. Goes out: marks for the lines from `Zutaten` to `Zubereitung`, or to the
last amount.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...model import Kind
from .block import Block
from .layout import Layout
from .mark import Mark
from .words import alternatives, entries

INGREDIENTS = Mark(Kind.BODY, "ingredients")
LONGEST_HEAD = 3  # words: `Zutaten`, `Zutaten für 4 Personen` begins so and has more, but then with a number
LONGEST_LIST = 90  # blocks
FEWEST_AMOUNTS = 4  # with fewer it is no list of ingredients
FARTHEST_AMOUNT = 4  # blocks from one amount to the next; `125 g` and `Mehl` can be lines of their own
LONGEST_INGREDIENT = 14  # words
AMOUNT = re.compile(rf"(?:(?:{alternatives('about')})\s)?(?:\d+(?:[.,/-]\d+)?|[½¼¾⅓⅔])\s?\S*")


def read_ingredients(page: Layout) -> Layout:
    """The page with marks for the lines of its lists of ingredients."""
    blocks, marks = page.blocks, list(page.marks)
    heads = entries("ingredients-heads")
    for block in blocks:
        if block.tokens and block.tokens[0] in heads and _is_head(block) and marks[block.index] is None:
            end = _end(blocks, block.index + 1)
            for index in range(block.index, end):
                if marks[index] is None:
                    marks[index] = INGREDIENTS
    return replace(page, marks=tuple(marks))


def _is_head(block: Block) -> bool:
    return not block.sentence and (block.words <= LONGEST_HEAD or "#" in block.tokens)


def _end(blocks: Sequence[Block], start: int) -> int:
    """The first block below the list and the preparation's head; `start` where there is no list."""
    amounts, last = 0, start - 1
    for block in blocks[start : start + LONGEST_LIST]:
        if block.folded.rstrip(":") in entries("preparation-heads"):
            return block.index + 1 if amounts >= FEWEST_AMOUNTS else start
        if block.words > LONGEST_INGREDIENT or block.index > last + FARTHEST_AMOUNT:
            break
        if AMOUNT.match(block.text):
            amounts, last = amounts + 1, block.index
    return last + 1 if amounts >= FEWEST_AMOUNTS else start
