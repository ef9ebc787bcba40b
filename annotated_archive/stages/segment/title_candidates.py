"""The lines between which the title was chosen, for a person who has to decide.

Comes in: a saved text. Goes out: its candidates with their chances, the likeliest first. What the title is,
`segment` has said already.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Kind, SavedText, Segment, Span
from .regions import Segmented, read_open
from .segmenting import lay_out
from .title_variants import same_wording

MOST, LEAST = 5, 0.02  # how many candidates a person is shown; the chance of one worth showing


@dataclass(frozen=True, slots=True)
class TitleCandidate:
    """A line that may be the title, and how likely it is by its signs, 0 to 1."""

    span: Span
    chance: float


def title_candidates(saved: SavedText) -> tuple[TitleCandidate, ...]:
    """The likeliest lines, each wording once; none where the file's format settles the text.

    A line with its kicker and the same line without it are one wording.
    """
    chances: list[float] = []

    def read(alone: SavedText) -> Segmented:
        page = lay_out(alone, "title")
        blocks, line = page.blocks, page.title
        wordings: dict[int, float] = {}
        for index, chance in line.chances if line is not None else ():
            first = next((i for i in wordings if same_wording(blocks[i], blocks[index])), index)
            wordings[first] = wordings.get(first, 0.0) + chance
        ranked = sorted(wordings.items(), key=lambda found: (-found[1], found[0]))
        ranked = [found for found in ranked if found[1] >= LEAST][:MOST]
        chances.extend(chance for _, chance in ranked)
        spans = (Span(blocks[index].start, blocks[index].end) for index, _ in ranked)
        return tuple(Segment(Kind.TITLE, span, "title-above-article") for span in spans), ()

    segments = read_open(saved, read)[0] if saved.layout else read(saved)[0]
    # A line that a layout's part divides is no candidate; then no chance can be told to whom it belongs.
    return tuple(TitleCandidate(s.span, c) for s, c in zip(segments, chances, strict=False))
