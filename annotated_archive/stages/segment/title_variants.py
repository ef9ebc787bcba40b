"""Variants: two lines that are one headline in other words, and so no rivals of each other.

A page prints its headline for its own head, for teasers and breadcrumbs: with a kicker or without, shortened,
or reworded. Comes in: two candidates. Goes out: whether they are the same headline, and how alike they are.
"""

from __future__ import annotations

from .block import Block

FEWEST_CONTAINED = 3  # words; shorter lines stand in others by chance
FEWEST, FEWEST_STEMS = 4, 2  # words of a headline told anew, and longer words of it
SAME_STEMS = 0.6  # share of the longer words that both have
SAME_LENGTH = 0.6  # of two wordings of which one holds the other, the shorter is at least this long


def same_wording(one: Block, other: Block) -> bool:
    """Whether one line holds the other and little else: `Kräne stehen still`, `Hafen: Kräne stehen still`."""
    short, long = sorted((one.folded, other.folded), key=len)
    return short == long or (short in long and len(short) > SAME_LENGTH * len(long))


def same_headline(one: Block, other: Block) -> bool:
    """Whether both lines are one headline, in the same words, as a part of the other, or told anew."""
    if one.folded == other.folded:
        return True
    short, long = sorted((one, other), key=lambda block: len(block.folded))
    if short.words >= FEWEST_CONTAINED and short.folded in long.folded:
        return True
    if short.words < FEWEST or long.words < FEWEST:
        return False
    mine, its = set(one.stems), set(other.stems)
    if min(len(mine), len(its)) < FEWEST_STEMS:
        return False
    return len(mine & its) >= SAME_STEMS * max(len(mine), len(its))
