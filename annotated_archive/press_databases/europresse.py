"""Europresse: outlet, then section, day and page in one line, title, author, text, and rights with a number.

The certificate's day (`Date d'émission`) and the day of download are the database's, never the article's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Element, Kind, Span
from .days import day_of
from .labels import labelled
from .part import Division, Line, Part, Sheet

_NUMBER = re.compile(r"(?P<id>(?:news|web|pub|public)[·•.][12]\d{7}[·•.][\w-]+[·•.][\w:.-]+)")
_WEEKDAYS = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday "
    "sunday montag dienstag mittwoch donnerstag freitag samstag sonntag"
)
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS.split())})"
_HEADER = re.compile(
    rf"(?:(?P<section>.{{1,90}}?),\s+)?(?P<day>{_WEEKDAY},?\s+.{{3,18}}?(?:19|20)\d\d)(?P<rest>.*)$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\b(?:p|pp|S|page)\.?\s?(?P<page>[A-Z]{0,6}\d[\w,/-]*)")
_COUNT = re.compile(r"(?P<words>\d[\d\s\u00a0\u202f.,]*)\s?(?:mots|words|Wörter)\b")
_RIGHTS = re.compile(r"(?:©|\(c\)|Copyright)\s")
_ISSUED = re.compile(
    r"(?:Date d'émission|Date d’émission|Certificat émis le|Certificate issued|Issue date|Issued on)", re.I
)
_NAMES = re.compile(r"[^\W\d_][\w’'.-]+(?:[ ,;&-]+(?:et\s)?[^\W\d_][\w’'.-]*){0,9}$")
_COVER = re.compile(
    r"(?:Documents sauvegardés|Saved documents|Sommaire|Gespeicherte Dokumente)", re.IGNORECASE
)
_LISTED = re.compile(r"(?P<count>\d+)\s+documents?$", re.IGNORECASE)
LINES_TO_RIGHTS = 3


def europresse(text: str, lines: Sequence[Line], elements: Sequence[Element] = ()) -> Division | None:
    """The division of a Europresse export; None for any other text."""
    heads = _heads(lines, elements)
    marked = any("DocPublicationName" in element.classes for element in elements)
    if not heads or not (marked or _is_export(lines, heads)):
        return None
    starts = [0, *(lines[i].start for i in heads[1:]), len(text)]
    parts = []
    for n, i in enumerate(heads):
        span = Span(starts[n], starts[n + 1])
        inside = [line for line in lines if span.start <= line.start < span.end]
        part_elements = [e for e in elements if span.start <= e.span.start < span.end]
        parts.append(_part(inside, lines[i], span, part_elements))
    return Division("europresse", tuple(parts), _declared(lines[: heads[0]]))


def _declared(cover: Sequence[Line]) -> tuple[int, int] | None:
    told = (any(_COVER.match(line.text) for line in cover) and cover) or []
    return next(((int(f["count"]), x.start) for x in told if (f := _LISTED.search(x.text))), None)


def _heads(lines: Sequence[Line], elements: Sequence[Element]) -> list[int]:
    """The lines that name an outlet, each the first of an article."""
    named = [e.span for e in elements if "DocPublicationName" in e.classes]
    if named:
        found = [i for i, x in enumerate(lines) if any(s.start <= x.start < s.end for s in named)]
        return [i for n, i in enumerate(found) if n == 0 or found[n - 1] + 3 < i]
    return [
        i
        for i, line in enumerate(lines[:-1])
        if len(line.text) <= 90 and _HEADER.match(lines[i + 1].text) and len(lines[i + 1].text) <= 160
        and not lines[i + 1].gap and line.text[0].isupper()
    ]  # fmt: skip


def _is_export(lines: Sequence[Line], heads: Sequence[int]) -> bool:
    """The database's number or its certificate stands below, or several articles open alike."""
    signed = any(_NUMBER.search(line.text) or _ISSUED.match(line.text) for line in lines)
    return signed and len(heads) >= 1


def _part(lines: Sequence[Line], head: Line, span: Span, elements: Sequence[Element]) -> Part:
    sheet = Sheet()
    sheet.note([line for line in lines if line.start < head.start], Kind.BOILERPLATE, "export-cover")
    rest = [line for line in lines if line.start >= head.start]
    outlet = re.split(r"\s*(?:\s{3,}|;\s|,\s*(?:no|n°)\.?\s)", rest[0].text)[0].strip(" ,;")
    sheet.note(rest[:1], Kind.CREDIT)
    sheet.fact("outlet", outlet, Span(rest[0].start, rest[0].start + len(outlet)))
    at = _header(sheet, rest)
    titled = [e.span for e in elements if any("titreArticle" in name for name in e.classes)]
    title = [x for x in rest[at:] if titled and titled[-1].start <= x.start < titled[-1].end] or rest[
        at : at + 1
    ]
    between = [x for x in rest[at:] if title and x.start < title[0].start]
    sheet.note(between, Kind.BOILERPLATE)
    sheet.note(title, Kind.TITLE, "export-title")
    rest = [x for x in rest[at:] if not title or x.start > title[-1].start]
    rest = _signed(sheet, rest, elements)
    number = _foot(sheet, rest)
    return sheet.part(span, number)


def _header(sheet: Sheet, lines: Sequence[Line]) -> int:
    """Note the line with section, day, page and number of words; which line follows it."""
    for i, line in enumerate(lines[1:4], start=1):
        found = _HEADER.match(line.text)
        day = day_of(found["day"] if found else line.text)
        if day is None:
            continue
        sheet.note(lines[1 : i + 1], Kind.DATELINE)
        sheet.fact("date", day[0], line.span)
        told = found["rest"] if found else line.text
        if found and found["section"]:
            sheet.fact("section", found["section"], line.span)
        if page := _PAGE.search(told):
            sheet.fact("page", page["page"], line.span)
        if words := _COUNT.search(told):
            sheet.fact("words", re.sub(r"\D", "", words["words"]), line.span)
        return i + 1
    return 1


def _signed(sheet: Sheet, lines: Sequence[Line], elements: Sequence[Element]) -> list[Line]:
    """Note the author below the title."""
    signed = [e.span for e in elements if "docAuthors" in e.classes or "sm-margin-bottomNews" in e.classes]
    for i, line in enumerate(lines[:3]):
        by_class = any(s.start <= line.start < s.end for s in signed)
        alone = i == 0 and not elements and len(line.text) <= 70 and _NAMES.match(line.text) is not None
        if by_class or (alone and len(lines) > 1 and line.text[-1] not in ".!?"):
            sheet.note([line], Kind.BYLINE)
            sheet.fact("authors", line.text, line.span)
            return [x for x in lines if x is not line]
    return list(lines)


def _foot(sheet: Sheet, lines: Sequence[Line]) -> str:
    """Note rights, the article's number and the certificate's day; the text is what stands above."""
    number, end = "", len(lines)
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        if found := _NUMBER.search(line.text):
            number = found["id"]
            sheet.fact("accession", number, Span(line.start + found.start(), line.start + found.end()))
        if _RIGHTS.match(line.text):
            sheet.fact("rights", line.text[: found.start()] if found else line.text, line.span)
        if _RIGHTS.match(line.text) or found or _ISSUED.search(line.text) or _is_label(line):
            end = i
        elif i < end - LINES_TO_RIGHTS and end < len(lines):
            break
    sheet.note(lines[end:], Kind.BOILERPLATE)
    sheet.text(lines[:end])
    return number


def _is_label(line: Line) -> bool:
    found = labelled(line.text)
    return found is not None and found[0] in ("nothing", "accession", "rights", "url")
