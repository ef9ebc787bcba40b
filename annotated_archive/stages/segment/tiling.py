"""Tiling: the parts that the rules found, made into segments that cover every character exactly once."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import Kind, Segment, Span


def tile(text: str, parts: Iterable[Segment]) -> tuple[Segment, ...]:
    """The parts in order with `Kind.BLANK` segments between them: joined, their spans are the text.

    A part that overlaps an earlier one loses the overlap; text that no part covers becomes boilerplate, so
    that no rule can lose or double a character.
    """
    tiles: list[Segment] = []
    at = 0
    for part in sorted(parts, key=lambda p: (p.span.start, p.span.end)):
        start = max(part.span.start, at)
        if part.span.end <= start:
            continue
        tiles.extend(_between(text, at, start))
        whole = start == part.span.start
        tiles.append(part if whole else Segment(part.kind, Span(start, part.span.end), part.rule))
        at = part.span.end
    tiles.extend(_between(text, at, len(text)))
    return tuple(tiles)


def _between(text: str, start: int, end: int) -> list[Segment]:
    if start == end:
        return []
    between = text[start:end]
    covered = between != "\n" and not between.isspace() and any(map(str.isalnum, between))
    kind, rule = (Kind.BOILERPLATE, "unexplained") if covered else (Kind.BLANK, "blank")
    return [Segment(kind, Span(start, end), rule)]
