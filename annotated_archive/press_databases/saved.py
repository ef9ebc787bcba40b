"""A file's text, divided → a `SavedText` for each article, and the problems of the file as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import Element, Hint, Kind, SavedText, Segment, Span
from ..problems import Problem
from .divide import divide
from .part import Division, Part

MOST_LISTED = 12  # lines that a problem names


def articles(
    whole: SavedText, elements: Sequence[Element] = (), begins: Sequence[tuple[int, int]] = ()
) -> tuple[tuple[SavedText, ...], tuple[Problem, ...]]:
    """The articles of a file in order: their texts joined are the file's text.

    `elements` are a page's. `begins` are the places, and pages, where a PDF seems to begin several articles.
    """
    if begins:
        return _first_alone(whole, begins)
    division = divide(whole.text, elements)
    if division is None:
        return (whole,), ()
    names = _names(division.parts) if len(division.parts) > 1 else ("",)
    found = []
    for part, name in zip(division.parts, names, strict=True):
        start, end = part.span.start, part.span.end
        line = whole.text.count("\n", 0, start)
        found.append(
            replace(
                whole,
                text=whole.text[start:end],
                part="-".join(filter(None, (whole.part, name))),
                parts=len(names) if name else whole.parts,
                first_line=whole.first_line + line,
                lines=whole.lines[line : line + whole.text.count("\n", start, end) + 1],
                origins=whole.origins[line : line + whole.text.count("\n", start, end) + 1],
                hints=(*whole.hints, *(_moved_hint(hint, start) for hint in part.hints)),
                layout=tuple(_moved(segment, start) for segment in part.layout),
            )
        )
    return tuple(found), tuple(_problems(whole, division))


def _first_alone(
    whole: SavedText, begins: Sequence[tuple[int, int]]
) -> tuple[tuple[SavedText, ...], tuple[Problem, ...]]:
    """The first of several articles: nothing of the others may become a fact of it."""
    at = begins[1][0]
    end = min((segment.span.start for segment in whole.layout), default=len(whole.text))
    others = Segment(Kind.BOILERPLATE, Span(at, len(whole.text[:end].rstrip())), "another-article")
    named = [f'"{whole.text[place:].partition(chr(10))[0]}" (page {page})' for place, page in begins]
    listed = ", ".join(named[:MOST_LISTED]) + (" …" if len(named) > MOST_LISTED else "")
    finding = f"The pages show signs of {len(begins)} articles: {listed}; only the first is read."
    remedy = (
        f"Save each article as a file of its own, or say what the lines are: `lines` in "
        f"curation/articles/{whole.key}.yml."
    )
    problem = Problem(whole.file, whole.line_of(at), "R007", finding, remedy)
    return (replace(whole, layout=(others, *whole.layout)),), (problem,)


def _names(parts: Sequence[Part]) -> tuple[str, ...]:
    """The database's numbers, or else places in the file; no two are the same, in any case of letters."""
    names: list[str] = []
    taken: set[str] = set()
    for number, part in enumerate(parts, start=1):
        name = part.accession or str(number)
        if name.casefold() in taken:
            name = f"{name}-{number}"
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _moved(segment: Segment, by: int) -> Segment:
    return replace(segment, span=Span(segment.span.start - by, segment.span.end - by))


def _moved_hint(hint: Hint, by: int) -> Hint:
    if hint.span is None:
        return hint
    return replace(hint, span=Span(hint.span.start - by, hint.span.end - by))


def _problems(whole: SavedText, division: Division) -> list[Problem]:
    if division.begins:
        lines = [whole.line_of(at) for at in division.begins]
        listed = ", ".join(map(str, lines[:MOST_LISTED])) + (" …" if len(lines) > MOST_LISTED else "")
        finding = f"The text shows signs of {len(lines)} articles, on lines {listed}; only the first is read."
        return [Problem(whole.file, lines[1], "R007", finding, "Save each article as a file of its own.")]
    if division.declared is None or division.declared[0] == len(division.parts):
        return []
    count, at = division.declared
    finding = f"The file says that it holds {count} articles, but {len(division.parts)} were found."
    remedy = "Export it again, or compare it with its pages: an article may be missing or joined to another."
    return [Problem(whole.file, whole.line_of(at), "R008", finding, remedy)]
