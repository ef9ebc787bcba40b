"""Nexis until about 2019, plain text and HTML: `1 of 10 DOCUMENTS` above each article.

Outlet and day are centred below it, then come the title and labels in capitals; German exports have German
labels under an English counter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Kind, Span
from .days import day_of, is_day_line
from .labels import heading, is_shouted, labelled, note_field
from .part import Division, Line, Part, Sheet, around, joined, lines_of, paragraphs

_COUNTER = re.compile(
    r"(?:(?P<n>\d+)\s+(?:of|von|de|sur|van|di)\s+(?P<m>\d+)\s+(?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTEN|DOCUMENTOS?)"
    r"|(?:Document|Dokument|DOCUMENT)\s+(?P<n2>\d+)\s+(?:of|von|de|sur|van)\s+(?P<m2>\d+))",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)\s|Copyright\b|All Rights Reserved|Alle Rechte vorbehalten|Tous droits réservés"
    r"|Alle rechten voorbehouden)",
    re.IGNORECASE,
)
_EDITION = re.compile(r"\b(?:edition|ausgabe|édition|final|editie|auflage)\b", re.IGNORECASE)
_LOADED = re.compile(r"(?:LOAD-DATE|UPDATE|LAADDATUM):")
FEWEST_LABELS = 3  # kinds of labels that show an export without its counter
LINES_OF_HEAD = 25  # of an article, above its day
CENTRED = 8  # columns by which the older exports indent outlet, day and rights


def classic(text: str, lines: Sequence[Line]) -> Division | None:
    """The older form; None for any other text."""
    counters = [(line, found) for line in lines if (found := _COUNTER.fullmatch(line.text))]
    if not counters:
        return _without_counters(text, lines)
    starts = [0, *(line.start for line, _ in counters[1:])]
    parts = []
    for i, start in enumerate(starts):
        span = Span(start, starts[i + 1] if i + 1 < len(starts) else len(text))
        parts.append(_classic_part(lines_of(text, span.start, span.end), counters[i][0], span))
    first = counters[0][1]
    return Division("nexis", tuple(parts), (int(first["m"] or first["m2"]), counters[0][0].start))


def _without_counters(text: str, lines: Sequence[Line]) -> Division | None:
    """A single article that lost its counter shows by its labels in capitals."""
    shouted = {found[0] for line in lines if is_shouted(line.text) and (found := labelled(line.text))}
    loaded = any(_LOADED.match(line.text) for line in lines)
    if not loaded or not {"words", "nothing"} <= shouted or len(shouted) < FEWEST_LABELS:
        return None
    span = Span(0, len(text))
    return Division("nexis", (_classic_part(lines, None, span),))


def _classic_part(lines: Sequence[Line], counter: Line | None, span: Span) -> Part:
    sheet = Sheet()
    rest = list(lines)
    if counter is not None:
        above = [line for line in lines if line.start < counter.start]
        sheet.note([*above, counter], Kind.BOILERPLATE, "export-cover")
        rest = _without_counter(lines, counter)
    head, below = _above_labels(rest)
    _centred_head(sheet, head)
    text = _fields(sheet, below)
    text = _foot(sheet, text)
    sheet.text(text)
    return sheet.part(span)


def _without_counter(lines: Sequence[Line], counter: Line) -> list[Line]:
    rest = [line for line in lines if line.start > counter.start]
    return [_gapped(rest[0]), *rest[1:]] if rest else []


def _gapped(line: Line) -> Line:
    return Line(line.text, line.start, line.end, True, line.indent)


def _above_labels(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines above the first label, and the rest; without labels, the head is what the day ends."""
    for i, line in enumerate(lines[: 2 * LINES_OF_HEAD]):
        if line.gap and labelled(line.text) and i > 0:
            return list(lines[:i]), list(lines[i:])
    day = next((i for i, line in enumerate(lines[:LINES_OF_HEAD]) if is_day_line(line.text)), None)
    if day is None:
        return [], list(lines)
    groups = paragraphs(lines[day + 1 :])
    editions = sum(1 for _ in groups[:1] if lines[day + 1 : day + 2] and not lines[day + 1].gap)
    cut = day + 1 + sum(len(group) for group in groups[: editions + 1])
    return list(lines[:cut]), list(lines[cut:])


def _centred_head(sheet: Sheet, lines: Sequence[Line]) -> None:
    """Outlet, day, editions and title of the older form."""
    day = next((i for i, line in enumerate(lines) if is_day_line(line.text) and not is_rights(line)), None)
    rights = [line for line in lines if is_rights(line)]
    sheet.note(rights, Kind.BOILERPLATE)
    if rights:
        sheet.fact("rights", joined(rights), around(rights))
    above = [line for line in lines[: day or 0] if not is_rights(line)]
    if day is None:
        above = [line for line in lines[:1] if not is_rights(line)]
    if above:
        sheet.note(above, Kind.CREDIT)
        sheet.fact("outlet", above[0].text, above[0].span)
    if day is not None:
        note_day(sheet, lines[day])
    below = [line for line in lines[(day + 1 if day is not None else len(above)) :] if not is_rights(line)]
    editions: list[Line] = []
    groups = paragraphs(below)
    if groups and not below[0].gap and day is not None:
        editions += groups.pop(0)
    while groups and all(is_day_line(line.text) for line in groups[0]):
        sheet.note(groups.pop(0), Kind.DATELINE)
    while len(groups) > 1 and _is_edition(groups[0]):
        editions += groups.pop(0)
    if groups and all(line.indent >= CENTRED for line in groups[0]) and len(groups) > 1:
        editions += groups.pop(0)
    if editions:
        sheet.note(editions, Kind.BOILERPLATE)
        sheet.fact("edition", joined(editions), around(editions))
    for i, group in enumerate(groups):
        sheet.note(group, Kind.TITLE if i == 0 else Kind.LEAD, "export-title" if i == 0 else "export-lead")


def is_rights(line: Line) -> bool:
    """Whether a line claims rights."""
    return _RIGHTS.match(line.text) is not None


def _is_edition(group: Sequence[Line]) -> bool:
    words = joined(group)
    return len(words) <= 60 and _EDITION.search(words) is not None


def note_day(sheet: Sheet, line: Line) -> None:
    """Note the line of the day."""
    sheet.note([line], Kind.DATELINE)
    if found := day_of(line.text):
        sheet.fact("date", found[0], line.span)
        if found[1]:
            sheet.fact("time", found[1], line.span)


def _fields(sheet: Sheet, lines: Sequence[Line]) -> list[Line]:
    """Note the labels that open these lines; what follows them is left."""
    groups = paragraphs(lines)
    while groups:
        found = labelled(groups[0][0].text)
        if heading(groups[0][0].text, "text"):
            sheet.note(groups[0][:1], Kind.BOILERPLATE)
            groups[0] = groups[0][1:]
            break
        if found is None and not (is_shouted(groups[0][0].text) and len(groups[0]) <= 3):
            break
        group = groups.pop(0)
        field, value_at = found or ("nothing", 0)
        if field == "text":
            first = group[0]
            label = first.text[:value_at].rstrip()
            sheet.note([Line(label, first.start, first.start + len(label), True)], Kind.BOILERPLATE)
            told = Line(first.text[value_at:], first.start + value_at, first.end, True)
            groups.insert(0, [told, *group[1:]] if told.text else group[1:])
            break
        for entry in _entries(group):
            field, value_at = labelled(entry[0].text) or (field, value_at)
            note_field(sheet, field, entry, value_at)
    return [line for group in groups for line in group]


def _entries(group: Sequence[Line]) -> list[list[Line]]:
    """Labels that follow one another without a blank line between them."""
    entries: list[list[Line]] = []
    for line in group:
        if entries and labelled(line.text) is None:
            entries[-1].append(line)
        else:
            entries.append([line])
    return entries


def _foot(sheet: Sheet, lines: Sequence[Line]) -> list[Line]:
    """Note the labels and rights below the text; the text is left."""
    groups = paragraphs(lines)
    end = len(groups)
    for i in range(len(groups) - 1, -1, -1):
        first = groups[i][0]
        is_label = labelled(first.text) is not None or is_shouted(first.text)
        if is_label or is_rights(first) or heading(first.text, "index"):
            end = i
        elif first.indent < CENTRED or not any(map(is_rights, (line for g in groups[i:] for line in g))):
            break
    for group in groups[end:]:
        for entry in _entries(group):
            if is_rights(entry[0]):
                sheet.note(entry, Kind.BOILERPLATE)
                sheet.fact("rights", joined(entry), around(entry))
            else:
                field, value_at = labelled(entry[0].text) or ("nothing", 0)
                note_field(sheet, field, entry, value_at)
    return [line for group in groups[:end] for line in group]
