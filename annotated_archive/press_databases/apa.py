"""APA and DeFacto: `"Name" Nr. 59 vom 12.03.2014  Seite: 5` above each article, `Ressort:` perhaps below.

`gefunden am` names the day on which a page was found, never the article's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Element, Kind, Span
from ..text.quotation_marks import CLOSING_DOUBLE, DOUBLE, OPENING_DOUBLE
from .days import day_of
from .genios import DAY, PAGE, RULE
from .labels import labelled, note_field
from .part import Division, Line, Part, Sheet, titled_text

_QUOTED = re.compile(
    rf"[{OPENING_DOUBLE}](?P<name>[^{DOUBLE}\n]{{2,70}})[{CLOSING_DOUBLE}]\s*(?P<more>[^\d\n]{{0,60}}?)"
    r"(?:(?:Nr|Heft|Ausgabe)\.?\s?(?P<number>[\w/.-]+(?:\s+\d+)?)\s+)?"
    rf"(?P<how>vom|v\.|gefunden am|vom:)\s+(?P<day>{DAY})(?P<rest>.*)$"
)
_ATTACHED = re.compile(r"(?:Gespeicherte[rs]? Anh[aä]nge?|Der gegenständliche Text ist eine Abschrift)")
LINES_ABOVE = 6  # of a file, above its first article


def apa(text: str, lines: Sequence[Line], elements: Sequence[Element] = ()) -> Division | None:
    """APA and DeFacto: a quoted source with its day opens each article; None for any other text."""
    heads = [
        (i, found)
        for i, line in enumerate(lines)
        if (found := _QUOTED.match(line.text)) and _opens(lines, i, found)
    ]
    if not heads or (heads[0][0] > LINES_ABOVE and not elements):
        return None
    starts = [0, *(lines[i].start for i, _ in heads[1:]), len(text)]
    parts = [
        _part(
            [x for x in lines if starts[n] <= x.start < starts[n + 1]],
            lines[i],
            found,
            Span(starts[n], starts[n + 1]),
            elements,
        )
        for n, (i, found) in enumerate(heads)
    ]
    return Division("apa", tuple(parts))


def _opens(lines: Sequence[Line], i: int, found: re.Match[str]) -> bool:
    """A source above an article names a page or was `gefunden am`, or a section stands below it."""
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    return (
        found["how"] == "gefunden am"
        or PAGE.search(found["rest"]) is not None
        or found["number"] is not None
        or below.startswith(("Ressort", "Seite"))
    ) and len(lines[i].text) < 160


def _part(
    lines: Sequence[Line], head: Line, found: re.Match[str], span: Span, elements: Sequence[Element]
) -> Part:
    sheet = Sheet()
    sheet.note(
        [x for x in lines if x.start < head.start or RULE.match(x.text)], Kind.BOILERPLATE, "export-cover"
    )
    sheet.note([head], Kind.CREDIT)
    name_at = head.start + found.start("name")
    sheet.fact("outlet", found["name"], Span(name_at, name_at + len(found["name"])))
    if found["how"] != "gefunden am" and (day := day_of(found["day"])):
        sheet.fact("date", day[0], Span(head.start + found.start("day"), head.start + found.end("day")))
    if page := PAGE.search(found["rest"]):
        sheet.fact("page", page["page"], head.span)
    rest = [x for x in lines if x.start > head.start and not RULE.match(x.text)]
    while rest and (field := (labelled(rest[0].text) or ("",))[0]) in ("section", "page", "edition", "words"):
        note_field(sheet, str(field), [rest[0]], (labelled(rest[0].text) or ("", 0))[1])
        rest.pop(0)
    attached = next((i for i, x in enumerate(rest) if _ATTACHED.match(x.text)), len(rest))
    sheet.note(rest[attached:], Kind.BOILERPLATE)
    _text(sheet, rest[:attached], [e.span for e in elements if e.tag in ("h3", "b")])
    return sheet.part(span)


def _text(sheet: Sheet, lines: Sequence[Line], headings: Sequence[Span]) -> None:
    """Title and text; the title is a heading or bold, and a lead or a kicker may stand above it."""
    marked = [any(h.start <= x.start < h.end for h in headings) for x in lines]
    first = marked.index(True) if True in marked else 0
    last = next((i for i in range(first, len(lines)) if not marked[i]), len(lines))
    title = list(lines[first:last])
    if not title:
        titled_text(sheet, [_gapped(x, n == 0) for n, x in enumerate(lines)])
        return
    sheet.note([x for x in lines if x.start < title[0].start], Kind.LEAD, "export-lead")
    sheet.note(title, Kind.TITLE, "export-title")
    sheet.text([x for x in lines if x.start > title[-1].start])


def _gapped(line: Line, first: bool) -> Line:
    return Line(line.text, line.start, line.end, line.gap or first, line.indent)
