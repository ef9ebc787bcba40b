"""A person's judgement about lines: what the rules read, put right.

Comes in: a saved text, what the rules made of it, and what a person decided about its article. Goes out:
segments that tile the text again. Parts that no correction speaks of stay as the rules read them, except that
an article has one title and one kicker: where a person names it, what the rules took for it is none. A title
that a person wrote down and that stands in the text is marked there. Where a correction stands, and whether
it fits this file, `corrected_places.py` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...kinds import HEADINGS, RUNNING_TEXT
from ...model import BY_HAND, CuratedArticle, Kind, SavedText, Segment, Span
from ...problems import Problem
from ...text.comparable import comparable
from .block import blocks_of
from .corrected_places import places, without
from .cuts import cut_links
from .tiling import tile

SHOWN = 12  # digits of a checksum: enough to tell two versions of a file apart
Segmented = tuple[tuple[Segment, ...], tuple[Problem, ...]]
# Whoever says what the title is, says that this is none.
NOT_THE_TITLE, BEFORE_THE_TITLE = "not-the-title", "beside-the-title"


def correct(saved: SavedText, read: Segmented, curated: CuratedArticle | None) -> Segmented:
    """The segments as a person corrected them, and the problems that are left.

    Problems: C008 for a correction that does not fit this file, C009 for two that contradict each other.
    """
    segments, problems = read
    if curated is None:
        return read
    decided: list[Segment] = []
    misfits: list[Problem] = []
    if curated.corrections:
        if saved.sha256.startswith(curated.sha256):
            decided, misfits = places(saved, curated.corrections, curated.file)
        else:
            misfits = [_replaced(saved, curated)]
    title = curated.fields.get("title")
    if isinstance(title, str) and all(part.kind is not Kind.TITLE for part in decided):
        taken = [part.span for part in decided]
        decided += _titled(saved.text, segments, title, curated.because.get("title"), taken)
    if not decided:
        return segments, (*problems, *misfits)
    corrected = tile(saved.text, _one_each(_parts(saved.text, segments, decided)))
    return corrected, (*_open(saved, corrected, problems), *misfits)


def _replaced(saved: SavedText, curated: CuratedArticle) -> Problem:
    finding = (
        f"The corrections under `lines:` were made for another version of {saved.name}, so none is used."
    )
    remedy = (
        "Compare them with the lines that `inspect --explain` shows, correct the numbers, and write "
        f'`sha256: "{saved.sha256[:SHOWN]}"` above `lines:`.'
    )
    line = curated.lines.get("lines") or min(c.line or 0 for c in curated.corrections)
    return Problem(curated.file, line, "C008", finding, remedy)


def _parts(text: str, segments: Sequence[Segment], decided: Sequence[Segment]) -> Iterator[Segment]:
    """The decided parts, and what they leave of the others."""
    cut = [part.span for part in decided]
    given: dict[Kind, Segment] = {part.kind: part for part in decided if part.kind in HEADINGS}
    for part in decided:
        for piece in cut_links(text, part):
            yield replace(piece, because=part.because) if piece.rule == BY_HAND else piece
    moved = Kind.TITLE in given and any(
        s.kind is Kind.TITLE and not _same_line(text, s, given[Kind.TITLE]) for s in segments
    )
    for segment in segments:
        if segment.kind is Kind.BLANK:
            continue
        touched = any(s.start < segment.span.end and segment.span.start < s.end for s in cut)
        pieces = without(text, segment.span, cut) if touched else iter((segment.span,))
        for span in pieces:
            yield _given_way(text, replace(segment, span=span), given, moved)


def _given_way(text: str, part: Segment, given: dict[Kind, Segment], moved: bool) -> Segment:
    """A part that the rules took for title or kicker, beside the one that a person named."""
    title = given.get(Kind.TITLE)
    if part.kind is Kind.TITLE and title is not None:
        if part.span.end <= title.span.start and _same_line(text, part, title):
            return replace(part, kind=Kind.KICKER, rule=BEFORE_THE_TITLE)
        return replace(part, kind=Kind.BOILERPLATE, rule=NOT_THE_TITLE)
    if part.kind is Kind.KICKER and (Kind.KICKER in given or moved):
        return replace(part, kind=Kind.BOILERPLATE, rule=NOT_THE_TITLE)
    return part


def _one_each(parts: Iterable[Segment]) -> Iterator[Segment]:
    """The parts with one title and one kicker: a person's, or the first."""
    ordered = sorted(parts, key=lambda part: (part.rule != BY_HAND, part.span))
    seen: set[Kind] = set()
    for part in ordered:
        if part.kind in HEADINGS and part.kind in seen:
            yield replace(part, kind=Kind.BOILERPLATE, rule=NOT_THE_TITLE)
        else:
            seen.add(part.kind)
            yield part


def _same_line(text: str, one: Segment, two: Segment) -> bool:
    first, second = sorted((one.span, two.span))
    return "\n" not in text[first.start : max(first.end, second.start)]


def _titled(
    text: str, segments: Sequence[Segment], title: str, because: str | None, taken: Iterable[Span]
) -> list[Segment]:
    """The line, or the part of the rules' title, that says the title; none where the text does not say it.

    Of several such lines the last above the running text is meant: above it stand menus, below it teasers.
    """
    wanted = comparable(title.strip()).text.strip()
    ruled = next((s for s in segments if s.kind is Kind.TITLE), None)
    if not wanted or (ruled is not None and comparable(ruled.span.of(text)).text.strip() == wanted):
        return []
    free = [b for b in blocks_of(text) if not any(b.start < s.end and s.start < b.end for s in taken)]
    lines = [Span(b.start, b.end) for b in free if comparable(b.text).text.strip() == wanted]
    comments = [s.span for s in segments if s.kind is Kind.COMMENT]
    lines = [line for line in lines if not any(c.start <= line.start < c.end for c in comments)]
    if not lines:
        # Kicker, title or the outlet's name may stand on one line.
        edges = [line for line in free if _named_title(line.start, segments)]
        lines = [edge for line in edges if (edge := _edge(text, Span(line.start, line.end), wanted))]
    if not lines:
        return []
    begins = next((s.span.start for s in segments if s.kind in RUNNING_TEXT), len(text))
    above = [line for line in lines if line.start <= begins]
    return [Segment(Kind.TITLE, above[-1] if above else lines[0], BY_HAND, because)]


def _named_title(at: int, segments: Sequence[Segment]) -> bool:
    """Whether the rules took the words at an offset for the title or its kicker, or nearly did."""
    segment = next(s for s in segments if s.span.start <= at < s.span.end)
    return segment.kind in HEADINGS or segment.rule == "uncertain-title"


def _edge(text: str, line: Span, wanted: str) -> Span | None:
    """The beginning or the end of a line that consists of the wanted words."""
    whole = comparable(line.of(text))
    if whole.text.endswith(wanted):
        found = whole.span(len(whole.text) - len(wanted), len(whole.text))
    elif whole.text.startswith(wanted) and not whole.text[len(wanted)].isalnum():
        found = whole.span(0, len(wanted))
    else:
        return None
    return Span(line.start + found.start, line.start + found.end)


def _open(saved: SavedText, segments: Sequence[Segment], problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of the reading that the corrections leave: an article was found, or a wall is none."""
    text = any(segment.kind in RUNNING_TEXT for segment in segments)
    settled = {
        line
        for segment in segments
        if segment.rule == BY_HAND and segment.kind is not Kind.BOILERPLATE
        for line in range(saved.lines_of(segment.span)[0], saved.lines_of(segment.span)[1] + 1)
    }
    for problem in problems:
        if not (problem.code == "S001" and text) and not (problem.code == "S002" and problem.line in settled):
            yield problem
