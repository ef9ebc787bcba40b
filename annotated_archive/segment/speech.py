"""Speeches: the turns of an interview that begin with the speaker's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .block import Block

NAME = r"[A-ZÄÖÜ][\w.’'-]{0,30}"
SPEAKER = re.compile(rf"({NAME}(?:\s{NAME}){{0,3}}):\s")
TURNS = 3  # twice the same word before a colon can be chance


def speeches(blocks: Sequence[Block]) -> list[Block]:
    """The lines that begin with a name and a colon, where somebody of that name speaks several times."""
    spoken = [
        (block, found[1])
        for block in blocks
        if ":" in block.text and (found := SPEAKER.match(block.text)) is not None
    ]
    turns = Counter(speaker for _, speaker in spoken)
    return [block for block, speaker in spoken if turns[speaker] >= TURNS]
