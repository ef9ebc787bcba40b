"""wiso/GENIOS: below each text its source, `Quelle: Name vom 12.03.2014, S. 8`, and the document's number.

A table of contents may stand above, `Seite 2 von 9` between the pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Kind, Span
from .days import day_of
from .labels import labelled, note_field
from .part import Division, Line, Part, Sheet, titled_text

DAY = r"\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?)\s?(?:\d{4}|\d\d)(?!\d)"
_SOURCE = re.compile(
    r"(?P<name>[^\d\n]{2,70}?(?:\s\d{1,2}(?=\s|,))?)[,\s]*(?:\bNr\.?\s?[\w/.-]+)?[,\s]*"
    rf"(?:\b(?:vom|VOM|v\.|den)\b|,|\s)\s*(?P<day>{DAY})(?P<rest>.*)$",
    re.DOTALL,
)
PAGE = re.compile(r"\b(?:Seiten?|S\.|SEITE|p\.)\s*:?\s*(?P<page>[A-Z]{0,3}\d[\w/-]*)", re.IGNORECASE)
RULE = re.compile(r"[_=*-]{20,}$")
_PAGE_OF = re.compile(r"(?:Seite|Page)\s+\d+\s+(?:von|of|de)\s+\d+$")
_LIST = re.compile(r"(?:Inhaltsverzeichnis|Table of contents|Dokumente|Treffer|Trefferliste)\s*$", re.I)
_ENTRY = re.compile(r"(?P<n>\d+)\.\s+\S.*?(?:\s*\.{3,}\s*\d+|\s{2,}\d+)$")
_OWNER = re.compile(r"(?:©|\(c\))\s.*(?:Datenbank|GENIOS|GBI|Genios|APA|Pressedatenbank)", re.IGNORECASE)
_FOOT = frozenset({"section", "edition", "accession", "url", "rights", "nothing", "page", "words", "authors"})


def genios(text: str, lines: Sequence[Line]) -> Division | None:
    """wiso/GENIOS: a source below each text and the document's number below that; None for any other text."""
    sources = [i for i, line in enumerate(lines) if _is_source(lines, i)]
    if not sources:
        return None
    ends = [_end_of_foot(lines, i) for i in sources]
    if not all(
        any(_field(lines[j]) in ("accession", "url") for j in range(i, e))
        for i, e in zip(sources, ends, strict=True)
    ):
        return None
    first = _first_of_text(lines, sources[0])
    parts: list[Part] = []
    start = 0
    for i, (source, end) in enumerate(zip(sources, ends, strict=True)):
        last = i + 1 == len(sources)
        stop = len(text) if last else lines[end - 1].end
        begin = first if i == 0 else ends[i - 1]
        parts.append(_genios_part(lines, begin, source, end, Span(start, stop)))
        start = stop
    return Division("genios", tuple(parts), _declared(lines[:first]))


def _is_source(lines: Sequence[Line], i: int) -> bool:
    found = labelled(lines[i].text)
    if found is None or found[0] != "outlet":
        return False
    value = lines[i].text[found[1] :] or (lines[i + 1].text if i + 1 < len(lines) else "")
    return _SOURCE.match(value) is not None or any(
        _field(line) == "accession" for line in lines[i + 1 : i + 12]
    )


def _field(line: Line) -> str | None:
    found = labelled(line.text)
    return found[0] if found else None


def _end_of_foot(lines: Sequence[Line], source: int) -> int:
    """The line behind the labels that follow a source, the database's own line and the page's number."""
    at = source + 1
    while at < len(lines):
        line = lines[at]
        field = _field(line)
        value_of_label = not labelled(line.text) and _field(lines[at - 1]) and _is_bare_label(lines[at - 1])
        of_foot = field in _FOOT or value_of_label or line.text.startswith(("©", "(c)"))
        if not (of_foot or any(f.match(line.text) for f in (_OWNER, _PAGE_OF, RULE)) or _goes_on(lines, at)):
            break
        at += 1
    return at


def _is_bare_label(line: Line) -> bool:
    found = labelled(line.text)
    return found is not None and found[1] == len(line.text)


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    return not lines[at].gap and _field(lines[at - 1]) == "rights"


def _first_of_text(lines: Sequence[Line], source: int) -> int:
    """The line behind the table of contents, if there is one."""
    listed = [i for i, line in enumerate(lines[:source]) if _ENTRY.match(line.text) or _LIST.match(line.text)]
    first = listed[-1] + 1 if listed else 0
    while first < source and (_PAGE_OF.match(lines[first].text) or RULE.match(lines[first].text)):
        first += 1
    return first


def _declared(lines: Sequence[Line]) -> tuple[int, int] | None:
    numbered = [(int(found["n"]), line.start) for line in lines if (found := _ENTRY.match(line.text))]
    return max(numbered) if numbered else None


def _genios_part(lines: Sequence[Line], begin: int, source: int, end: int, span: Span) -> Part:
    sheet = Sheet()
    inside = [line for line in lines if span.start <= line.start < span.end]
    sheet.note([line for line in inside if line.start < lines[begin].start], Kind.BOILERPLATE, "export-cover")
    text = list(lines[begin:source])
    furniture = [line for line in text if _PAGE_OF.match(line.text) or RULE.match(line.text)]
    sheet.note(furniture, Kind.BOILERPLATE, "export-cover")
    titled_text(sheet, [line for line in text if line not in furniture])
    accession = ""
    for entry in _entries(lines[source:end]):
        field, value_at = labelled(entry[0].text) or ("nothing", 0)
        value, at = _value(entry, value_at)
        if field == "outlet":
            sheet.note(entry, Kind.CREDIT)
            _named_source(sheet, value, at)
        elif field == "accession":
            accession = value
            sheet.note(entry, Kind.BOILERPLATE)
            sheet.fact("accession", value, Span(at, at + len(value)))
        else:
            note_field(sheet, field, entry, value_at)
    sheet.note(
        [x for x in inside if x.start >= span.end or x.start > lines[end - 1].start],
        Kind.BOILERPLATE,
        "export-cover",
    )
    return sheet.part(span, accession)


def _entries(lines: Sequence[Line]) -> list[list[Line]]:
    entries: list[list[Line]] = []
    for line in lines:
        new = (
            labelled(line.text) is not None or line.text.startswith(("©", "(c)")) or _PAGE_OF.match(line.text)
        )
        if entries and not new:
            entries[-1].append(line)
        else:
            entries.append([line])
    return entries


def _value(entry: Sequence[Line], value_at: int) -> tuple[str, int]:
    first = entry[0]
    if first.text[value_at:]:
        return first.text[value_at:], first.start + value_at
    return (entry[1].text, entry[1].start) if len(entry) > 1 else ("", first.end)


def _named_source(sheet: Sheet, value: str, at: int) -> None:
    found = _SOURCE.match(value)
    if found is None:
        sheet.fact("outlet", value.strip(" ,"), Span(at, at + len(value)))
        return
    name = re.sub(r"[,\s]+(?:Nr|Heft|vom|v)?\.?\s*$", "", found["name"]).strip(" ,")
    sheet.fact("outlet", name, Span(at, at + len(name)))
    if day := day_of(found["day"]):
        sheet.fact("date", day[0], Span(at + found.start("day"), at + found.end("day")))
    if page := PAGE.search(found["rest"]):
        sheet.fact(
            "page",
            page["page"],
            Span(at + found.start("rest") + page.start(), at + found.start("rest") + page.end()),
        )
