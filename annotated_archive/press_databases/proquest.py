"""ProQuest: labelled lines around `Full text:`, as an e-mail (forwarded, with `> ` before each) or text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Kind, Span
from .days import day_of
from .labels import labelled, note_field
from .part import Division, Line, Part, Sheet

_QUOTE = re.compile(r"(?:>\s?)+")
_NUMBER = re.compile(r"ProQuest document ID\s*:\s*(?P<id>\d{4,})", re.IGNORECASE)
_LINK = re.compile(r"docview/(?P<id>\d{4,})")
_INFO = re.compile(r"Publication info\s*:", re.IGNORECASE)
_RULE = re.compile(r"_{20,}$")
_OF = re.compile(r"Document\s+(?P<n>\d+)\s+of\s+(?P<m>\d+)$", re.IGNORECASE)
_EDITION = re.compile(r":?\s*\[(?P<edition>[^\]]*(?:edition|final)[^\]]*)\]\s*$", re.IGNORECASE)
_INFO_DAY = re.compile(r"\]?\s*(?P<day>\d{1,2}\s+[A-Z][a-z]{2,8}\.?\s+\d{4})")
_LAST = frozenset({"database", "last updated"})


def proquest(text: str, lines: Sequence[Line]) -> Division | None:
    """The division of a ProQuest export; None for any other text."""
    lines = [_unquoted(line) for line in lines]
    lines = [line for line in lines if line.text]
    numbers = [i for i, line in enumerate(lines) if _NUMBER.match(line.text)]
    if not numbers:
        return None
    ends = [
        _end(lines, i, numbers[n + 1] if n + 1 < len(numbers) else len(lines)) for n, i in enumerate(numbers)
    ]
    parts, start, begin = [], 0, _begin(lines, numbers[0])
    for n, end in enumerate(ends):
        stop = lines[end - 1].end if n + 1 < len(ends) else len(text)
        span = Span(start, stop)
        inside = [line for line in lines if start <= line.start < stop]
        number = _NUMBER.match(lines[numbers[n]].text)
        parts.append(_part(inside, begin, span, number["id"] if number else ""))
        start, begin = stop, None
    declared = next(((int(f["m"]), x.start) for x in lines if (f := _OF.match(x.text))), None)
    return Division("proquest", tuple(parts), declared)


def _unquoted(line: Line) -> Line:
    found = _QUOTE.match(line.text)
    if found is None:
        return line
    bare = line.text[found.end() :].strip()
    at = line.start + found.end() + (len(line.text[found.end() :]) - len(line.text[found.end() :].lstrip()))
    return Line(bare, at, at + len(bare), line.gap)


def _end(lines: Sequence[Line], number: int, limit: int) -> int:
    """The line behind the labels that follow the number."""
    at = number + 1
    while at < limit:
        found = labelled(lines[at].text)
        name = lines[at].text.partition(":")[0].strip().casefold()
        if found is None and not (lines[at - 1].text.endswith(":") or lines[at].text.startswith("http")):
            return at
        at += 1
        if name == "database":
            return at
    return at


def _begin(lines: Sequence[Line], number: int) -> int | None:
    """Where the first article's title stands, below what the e-mail says."""
    first = next((i for i, x in enumerate(lines[:number]) if _INFO.match(x.text) or _is_author(x)), None)
    if first is None:
        return None
    at = first - 1
    if not any(line.gap for line in lines[:first]):
        return lines[max(at, 0)].start  # of a web page, where a title is one line
    while at > 0 and not lines[at].gap and labelled(lines[at].text) is None and first - at < 3:
        if lines[at - 1].text in ("<>",) or _RULE.match(lines[at - 1].text):
            break
        at -= 1
    return lines[max(at, 0)].start


def _is_author(line: Line) -> bool:
    found = labelled(line.text)
    return found is not None and found[0] == "authors"


def _part(lines: Sequence[Line], begin: int | None, span: Span, number: str) -> Part:
    sheet = Sheet()
    cover = [x for x in lines if (begin is not None and x.start < begin) or _is_frame(x)]
    sheet.note(cover, Kind.BOILERPLATE, "export-cover")
    rest = [x for x in lines if x not in cover]
    head = next((i for i, x in enumerate(rest) if labelled(x.text)), 0)
    _title(sheet, rest[:head])
    text_at = next((i for i, x in enumerate(rest) if _heads_text(x)), None)
    foot = _foot(rest, text_at)
    if text_at is None:
        _fields(sheet, rest[head:])
        return sheet.part(span, number)
    _fields(sheet, rest[head:text_at])
    first = rest[text_at]
    value_at = (labelled(first.text) or ("", len(first.text)))[1]
    label = first.text[:value_at].rstrip()
    sheet.note([Line(label, first.start, first.start + len(label), True)], Kind.BOILERPLATE)
    told = first.text[value_at:]
    opening = [Line(told, first.start + value_at, first.end, True)] if told else []
    sheet.text([*opening, *rest[text_at + 1 : foot]])
    _fields(sheet, rest[foot:])
    if not sheet.has("accession"):
        sheet.fact("accession", number, span)
    return sheet.part(span, number)


def _is_frame(line: Line) -> bool:
    return line.text == "<>" or _RULE.match(line.text) is not None or _OF.match(line.text) is not None


def _heads_text(line: Line) -> bool:
    found = labelled(line.text)
    return found is not None and found[0] == "text"


def _foot(lines: Sequence[Line], text_at: int | None) -> int:
    """Where the labels below the text begin: the last run of them before the part's end."""
    at = len(lines)
    while at > (text_at or 0) + 1 and (labelled(lines[at - 1].text) or _goes_on(lines, at - 1)):
        at -= 1
    return at


def _goes_on(lines: Sequence[Line], i: int) -> bool:
    """A line without label between labels goes on with the one above."""
    above = labelled(lines[i - 1].text) if i else None
    return not lines[i].gap and above is not None and above[0] != "text" and len(lines[i].text) < 300


def _title(sheet: Sheet, lines: Sequence[Line]) -> None:
    if not lines:
        return
    *above, last = lines
    if found := _EDITION.search(last.text):
        at = last.start + found.start()
        sheet.fact("edition", found["edition"], Span(at, last.end))
        sheet.note([Line(found[0], at, last.end, True)], Kind.BOILERPLATE)
        last = Line(last.text[: found.start()], last.start, at, last.gap)
    sheet.note([line for line in (*above, last) if line.text], Kind.TITLE, "export-title")


def _fields(sheet: Sheet, lines: Sequence[Line]) -> None:
    entry: list[Line] = []
    for line in [*lines, None]:
        if entry and (line is None or labelled(line.text)):
            _entry(sheet, entry)
            entry = []
        if line is not None:
            entry.append(line)


def _entry(sheet: Sheet, entry: list[Line]) -> None:
    found = labelled(entry[0].text)
    label = entry[0].text.partition(":")[0].strip().casefold()
    if found is None:
        sheet.note(entry, Kind.BOILERPLATE)
        return
    field, value_at = found
    span = Span(entry[0].start + value_at, entry[-1].end)
    value = " ".join([entry[0].text[value_at:], *(x.text for x in entry[1:])])
    if field == "date":
        sheet.note(entry, Kind.DATELINE)
        if day := day_of(value):
            sheet.fact("date", day[0], span)
    elif label == "publication title":
        sheet.note(entry, Kind.CREDIT)
        sheet.fact("outlet", value.split(";")[0].strip(), span)
    elif label == "publication info":
        sheet.note(entry, Kind.CREDIT)
    elif label == "credit":
        sheet.note(entry, Kind.BYLINE)
    elif field == "title":
        sheet.note(entry, Kind.BOILERPLATE)
    elif field == "lead":
        sheet.note(entry, Kind.BOILERPLATE)  # the database's summary repeats the text
    else:
        note_field(sheet, field, entry, value_at)
