"""Nexis since about 2019, DOCX, RTF and plain text: `End of Document` below each article.

Title, outlet, day, rights and labels stand above the text, which `Body` heads; a cover sheet may list the
titles. Labels end in a no-break space, and the end mark may share its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..model import Kind, Span
from .days import is_day_line
from .labels import heading, labelled, note_field
from .nexis import is_rights, note_day
from .part import Division, Line, Part, Sheet, around, joined, lines_of

_END = re.compile(r"\W*(?:End of Document|Ende des Dokuments|Fin du document|Einde van document)\W*$", re.I)
_COVER = re.compile(r"(?:Documents|Dokumente|Documenten)\s*\((?P<count>\d+)\)", re.IGNORECASE)


def modern(text: str, lines: Sequence[Line]) -> Division | None:
    """The newer form; None for any other text."""
    ends = [line for line in lines if _END.search(line.text)]
    if not ends:
        return None
    cover = next((found for line in lines if (found := _COVER.fullmatch(line.text))), None)
    at = next((line.start for line in lines if _COVER.fullmatch(line.text)), 0)
    cuts = [0, *(line.end for line in ends)]
    if not text[cuts[-1] :].strip():
        cuts[-1] = len(text)
    else:
        cuts[-1:] = [cuts[-1], len(text)] if len(lines_of(text, cuts[-1])) > 3 else [len(text)]
    parts = []
    for start, end in pairwise(cuts):
        # A line end below the mark belongs to the part above it.
        parts.append(_modern_part(lines_of(text, start, end), Span(start, end)))
    return Division("nexis", tuple(parts), (int(cover["count"]), at) if cover else None)


def _modern_part(lines: Sequence[Line], span: Span) -> Part:
    sheet = Sheet()
    day = _day_of_head(lines)
    rest = list(lines)
    if day is not None and day >= 1:
        outlet, title = lines[day - 1], lines[max(0, day - 2) : day - 1]
        sheet.note(lines[: max(0, day - 2)], Kind.BOILERPLATE, "export-cover")
        sheet.note(title, Kind.TITLE, "export-title")
        sheet.note([outlet], Kind.CREDIT)
        sheet.fact("outlet", outlet.text, outlet.span)
        note_day(sheet, lines[day])
        rest = _belownote_day(sheet, lines[day + 1 :])
    sheet.text(_foot_of_modern(sheet, _end_mark(sheet, rest)))
    return sheet.part(span)


def _day_of_head(lines: Sequence[Line]) -> int | None:
    """The day above the rights, the labels or `Body`, whichever comes first; a cover sheet stands above."""
    fields = ("section", "words", "authors", "edition")
    for i, line in enumerate(lines):
        found = labelled(line.text)
        if is_rights(line) or heading(line.text, "text") or (found and found[0] in fields and i >= 2):
            above = range(i - 1, max(-1, i - 6), -1)
            day = next((j for j in above if is_day_line(lines[j].text)), None)
            if day is not None:
                return day
            if heading(line.text, "text"):
                return None
    return next((i for i, line in enumerate(lines[:8]) if i and is_day_line(line.text)), None)


def _belownote_day(sheet: Sheet, lines: Sequence[Line]) -> list[Line]:
    """Note what stands between the day and the text."""
    body = next((i for i, line in enumerate(lines) if heading(line.text, "text")), None)
    last = max((i for i, line in enumerate(lines[:12]) if labelled(line.text) or is_rights(line)), default=-1)
    end = body if body is not None else last + 1
    editions: list[Line] = []
    for entry in _entries_of(lines[:end]):
        found = labelled(entry[0].text)
        if is_rights(entry[0]):
            sheet.note(entry, Kind.BOILERPLATE)
            sheet.fact("rights", joined(entry), around(entry))
        elif found:
            note_field(sheet, found[0], entry, found[1])
        else:
            editions += entry
    if editions:
        sheet.note(editions, Kind.BOILERPLATE)
        sheet.fact("edition", joined(editions), around(editions))
    if body is not None:
        sheet.note([lines[body]], Kind.BOILERPLATE)
        return list(lines[body + 1 :])
    return list(lines[end:])


def _entries_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Each paragraph of the head by itself; a line without label right below a label goes on with it."""
    entries: list[list[Line]] = []
    for line in lines:
        new = line.gap or labelled(line.text) or is_rights(line) or not entries
        if new:
            entries.append([line])
        else:
            entries[-1].append(line)
    return entries


def _end_mark(sheet: Sheet, lines: Sequence[Line]) -> list[Line]:
    """The lines without `End of Document`, which may stand at the end of another line."""
    kept: list[Line] = []
    for line in lines:
        found = _END.search(line.text)
        if found is None:
            kept.append(line)
            continue
        sheet.note(
            [Line(found[0], line.start + found.start(), line.end, True)], Kind.BOILERPLATE, "export-cover"
        )
        if before := line.text[: found.start()].rstrip():
            kept.append(Line(before, line.start, line.start + len(before), line.gap))
    return kept


def _foot_of_modern(sheet: Sheet, lines: Sequence[Line]) -> list[Line]:
    """Note `Load-Date` and the index below the text; the text is left."""
    start = next((i for i, line in enumerate(lines) if heading(line.text, "index")), len(lines))
    while start and (labelled(lines[start - 1].text) or is_rights(lines[start - 1])):
        start -= 1
    graphic = next((i for i, line in enumerate(lines[:start]) if heading(line.text, "caption")), None)
    if graphic is not None and graphic >= start - 6:
        sheet.note(lines[graphic : graphic + 1], Kind.BOILERPLATE)
        sheet.note(lines[graphic + 1 : start], Kind.CAPTION, "export-caption")
    for entry in _entries_of(lines[start:]):
        found = labelled(entry[0].text)
        if found and found[0] in ("authors", "lang", "caption", "rights"):
            note_field(sheet, found[0], entry, found[1])
        else:
            sheet.note(entry, Kind.BOILERPLATE)
    return list(lines[: start if graphic is None or graphic < start - 6 else graphic])
