"""Where a person's corrections stand in the text of their file.

Comes in: a saved text and the corrections of its lines. Goes out: the parts of the text that they speak of,
each with the kind that the person gave it, and a problem for each correction that does not fit this text: it
is applied nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ...kinds import HEADINGS, Kind
from ...model import BY_HAND, Correction, SavedText, Segment, Span
from ...problems import Problem
from ...text.comparable import comparable
from .block import blocks_of

# One headline, one comment: all lines of a correction together. Other kinds go by paragraph.
AS_ONE = HEADINGS | {Kind.COMMENT}
LOOK = "Look at its lines with `inspect --explain`, and correct the number."
LISTED = 3  # lines on which words stand that are not where they should be


def places(
    saved: SavedText, corrections: Sequence[Correction], file: str
) -> tuple[list[Segment], list[Problem]]:
    """The parts that corrections speak of, in no order, without overlap. `file` is where they are written."""
    found: list[Segment] = []
    problems: list[Problem] = []
    text_lines = _lines(saved)
    for (first, last), group in groupby(corrections, key=lambda c: (c.first, c.last)):
        written = list(group)
        lines = [span for number, span in text_lines if first <= number <= last]
        if why := _unfit(saved, text_lines, lines, written):
            problems.append(Problem(file, written[0].line, "C008", *why))
            continue
        around = Span(lines[0].start, lines[-1].end)
        quoted: list[Segment] = []
        for correction in written:
            where = _quoted(saved, around, correction)
            if where is None:
                continue
            if isinstance(where, tuple):
                problems.append(Problem(file, correction.line, "C008", *where))
            elif any(_overlap(where, other.span) for other in quoted):
                finding = f'The words "{correction.quote}" overlap those of another part of the line.'
                problems.append(Problem(file, correction.line, "C009", finding, "Quote each word once."))
            else:
                quoted.append(Segment(correction.kind, where, BY_HAND, correction.because))
        rest = next((c for c in written if c.quote is None), None)
        parts = quoted + (list(_rest(saved.text, lines, rest, quoted)) if rest else [])
        for part in parts:
            if flaw := _no_place(saved, part, [*found, *parts]):
                problems.append(Problem(file, written[0].line, *flaw))
            else:
                found.append(part)
    return found, problems


def _lines(saved: SavedText) -> list[tuple[int, Span]]:
    """Each line of the text with its number in the file."""
    at = 0
    lines: list[tuple[int, Span]] = []
    for line in saved.text.split("\n"):
        lines.append((saved.line_of(at), Span(at, at + len(line))))
        at += len(line) + 1
    return lines


def _unfit(
    saved: SavedText,
    text_lines: Sequence[tuple[int, Span]],
    lines: Sequence[Span],
    written: Sequence[Correction],
) -> tuple[str, str] | None:
    """Why the lines cannot be corrected: finding and remedy."""
    first, last = written[0].first, written[0].last
    numbers = [number for number, span in text_lines if span.of(saved.text).strip()]
    named = _named(first, last)
    if not numbers or first < min(numbers[0], text_lines[0][0]) or last > text_lines[-1][0]:
        known = f"it has text on lines {numbers[0]} to {numbers[-1]}" if numbers else "it has no text"
        return f"The article {saved.label} has no {named}: {known}.", LOOK
    filled = [span for span in lines if span.of(saved.text).strip()]
    if not filled:
        return f"No text stands on {named} of {saved.label}.", LOOK
    if first == last and len(filled) > 1 and any(c.quote is None for c in written):
        finding = f"On {named} of {saved.label} {len(filled)} lines of text stand side by side."
        return finding, "Quote the words that are meant: `quote: …`."
    return None


def _quoted(saved: SavedText, around: Span, correction: Correction) -> Span | tuple[str, str] | None:
    """Where the quoted words stand; finding and remedy if that is not one place; None for no quote."""
    if correction.quote is None:
        return None
    found = list(_occurrences(saved.text, around, correction.quote))
    named = _named(correction.first, correction.last)
    if len(found) == 1:
        return found[0]
    if found:
        finding = f'The words "{correction.quote}" stand {len(found)} times on {named} of {saved.label}.'
        return finding, "Quote more of the words beside them, or give the whole line."
    finding = f'The words "{correction.quote}" are not on {named} of {saved.label}.'
    elsewhere = list(_occurrences(saved.text, Span(0, len(saved.text)), correction.quote))
    numbers = list(dict.fromkeys(saved.line_of(span.start) for span in elsewhere))
    if numbers:
        shown = ", ".join(map(str, numbers[:LISTED])) + (" and more" if len(numbers) > LISTED else "")
        return finding, f"They stand on line {shown}: correct the number."
    return finding, "Copy them from the line; case matters."


def _occurrences(text: str, around: Span, quote: str) -> Iterator[Span]:
    """Where words stand, whatever the quotation marks, dashes and spaces."""
    wanted, within = comparable(quote.strip()).text.strip(), comparable(around.of(text))
    at = within.text.find(wanted) if wanted else -1
    while at >= 0:
        span = within.span(at, at + len(wanted))
        yield Span(around.start + span.start, around.start + span.end)
        at = within.text.find(wanted, at + 1)


def _rest(
    text: str, lines: Sequence[Span], correction: Correction, quoted: Sequence[Segment]
) -> Iterator[Segment]:
    """What the quoted parts leave of the lines, by paragraph, or as one for kinds that are one."""
    if correction.kind in AS_ONE:
        units = [Span(lines[0].start, lines[-1].end)]
    else:
        blocks = [Span(block.start, block.end) for block in blocks_of(text)]
        units = [
            Span(max(block.start, run.start), min(block.end, run.end))
            for run in _runs(lines)
            for block in blocks
            if _overlap(block, run)
        ]
    for unit in units:
        for piece in without(text, unit, [part.span for part in quoted]):
            yield Segment(correction.kind, piece, BY_HAND, correction.because)


def _runs(lines: Sequence[Span]) -> list[Span]:
    """Lines that follow each other as one stretch of the text."""
    runs: list[Span] = []
    for line in lines:
        if runs and runs[-1].end + 1 == line.start:
            runs[-1] = Span(runs[-1].start, line.end)
        else:
            runs.append(line)
    return runs


# Signs that part words on a line: beside a part that was cut out they belong to neither side.
_BEFORE_CUT, _AFTER_CUT = re.compile(r"\s*[:|·•/>–—-]*\s*\Z"), re.compile(r"\s*(?:[:|·•/>–—-]+(?=\s))?\s*")


def without(text: str, span: Span, cut: Iterable[Span]) -> Iterator[Span]:
    """The span without the cut ones, without white space at the ends of its pieces."""
    at, was_cut = span.start, False
    for hole in sorted([*cut, Span(span.end, span.end)]):
        if hole.end < span.start or hole.start > span.end or hole.end < at:
            continue
        start, end = at, max(at, min(hole.start, span.end))
        piece = text[start:end]
        if was_cut and (found := _AFTER_CUT.match(piece)):
            start += found.end()
        if hole.start < span.end and (found := _BEFORE_CUT.search(text[start:end])):
            end = start + found.start()
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        if start < end:
            yield Span(start, end)
        at, was_cut = max(at, hole.end), True


def _no_place(saved: SavedText, part: Segment, others: Iterable[Segment]) -> tuple[str, str, str] | None:
    """Why a part cannot have its kind: code, finding and remedy."""
    named = _named(*saved.lines_of(part.span))
    if part.kind is Kind.BLANK and any(map(str.isalnum, part.span.of(saved.text))):
        finding = f"There are words on {named} of {saved.label}, so it is not blank."
        return "C008", finding, f"Write `{Kind.BOILERPLATE}` for what does not belong to the article."
    if part.kind in HEADINGS:  # an article has one of each
        first = next(other for other in others if other.kind is part.kind)
        if first is not part:
            both = f"Both {_named(*saved.lines_of(first.span))} and {named} of {saved.label}"
            finding = f"{both} are called {part.kind}; the first counts."
            return "C009", finding, f"Keep one, or write `9-10: {part.kind}` if it has two lines."
    return None


def _named(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"lines {first} to {last}"


def _overlap(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end
