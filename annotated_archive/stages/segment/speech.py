"""Speeches: the turns of an interview that begin with the speaker's name, or stand below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from . import forms
from .block import Block

NAME = r"[A-ZÄÖÜ][\w.’'-]{0,30}"
SPEAKER = re.compile(rf"({NAME}(?:\s{NAME}){{0,3}}):\s")
TURNS = 3  # twice the same word before a colon can be chance
LONGEST_SPEAKER = 4  # words of a speaker's name on a line of its own


def speeches(blocks: Sequence[Block]) -> list[Block]:
    """The lines that begin with a name and a colon, where somebody of that name speaks several times."""
    spoken = [
        (block, found[1])
        for block in blocks
        if ":" in block.text and (found := SPEAKER.match(block.text)) is not None
    ]
    turns = Counter(speaker for _, speaker in spoken)
    return [block for block, speaker in spoken if turns[speaker] >= TURNS]


def speakers(run: Sequence[Block]) -> list[Block]:
    """The lines that are nothing but the name of who speaks below, and the short questions above them."""
    names = Counter(block.folded for block in run if _names_speaker(block))
    found: list[Block] = []
    for above, block, below in zip([None, *run], run, run[1:], strict=False):
        if names[block.folded] >= TURNS and below.index == block.index + 1 and below.words > LONGEST_SPEAKER:
            if above is not None and above.index + 1 == block.index and above.text.endswith("?"):
                found.append(above)
            found.append(block)
    return found


def _names_speaker(block: Block) -> bool:
    return block.words <= LONGEST_SPEAKER and not block.closed and forms.is_name(block)
