"""Repeats: a lead that the page prints a second time, alone or as the beginning of the first paragraph.

Comes in: blocks. Goes out: which block repeats which. The reader loses nothing: the first print is kept as
the lead, and from the second only the repeated words are taken away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .block import Block

SHORTEST = 40  # characters: shorter beginnings can be the same by chance
FARTHEST = 15  # blocks between the two prints


def repeated_leads(blocks: Sequence[Block]) -> dict[int, int]:
    """The blocks that begin with the text of an earlier paragraph, each with that earlier block."""
    repeats: dict[int, int] = {}
    beginnings = Counter([block.text[:SHORTEST] for block in blocks])
    for block in blocks:
        if len(block.text) < SHORTEST or not block.sentence or beginnings[block.text[:SHORTEST]] < 2:
            continue
        for later in blocks[block.index + 1 : block.index + 1 + FARTHEST]:
            rest = later.text[len(block.text) : len(block.text) + 1]
            if later.text.startswith(block.text) and not rest.strip():
                repeats.setdefault(later.index, block.index)
    return repeats
