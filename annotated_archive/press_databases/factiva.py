"""Factiva: `Document ABCD000020190314ef3e0002x` below each article, whatever the interface's language.

Two forms. The display form prints section, title, author, then `412 words`, day, time, outlet, its code, page
and edition, language and rights, a line each. The coded form begins each line with two letters: `HD  Title`,
`SN  Outlet`, `LP` and `TD` above the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from babel import Locale

from ..model import Element, Kind, Span
from .days import day_of, is_day_line
from .labels import note_field, note_value
from .part import Division, Line, Part, Sheet, joined, lines_of

_NUMBER = r"[A-Za-z0-9]{3,12}(?:19|20)\d\d[01]\d[0-3]\d[a-z0-9]{7,12}"
_END = re.compile(rf"(?:AN\s+)?[^\W\d_]{{2,12}}[:：]?\s+(?P<id>{_NUMBER})\W*$")
_WORDS = re.compile(
    r"\d[\d.,\u00a0 ]*\s*(?:words?|Wörter|mots|palabras|parole|palavras|woorden|слов\w*|字|語|słów|ord)$",
    re.I,
)
_CODE = re.compile(r"(?P<code>[A-Z]{2,3})(?:[\s\u00a0:]+(?P<value>\S.*)|\s*)$", re.DOTALL)
CODES = {
    "HD": "title", "BY": "authors", "CR": "nothing", "WC": "words", "PD": "date", "ET": "time",
    "SN": "outlet", "SC": "nothing", "PG": "page", "ED": "edition", "LA": "lang", "CY": "rights",
    "SE": "section", "CLM": "nothing", "LP": "text", "TD": "text", "CT": "nothing", "RF": "nothing",
    "CO": "nothing", "IN": "nothing", "NS": "nothing", "RE": "nothing", "IPD": "nothing", "IPC": "nothing",
    "PUB": "nothing", "AN": "accession", "VOL": "nothing", "ART": "caption", "DLN": "nothing",
}  # fmt: skip
FEWEST_CODES = 5  # of an article, so that initials at the start of a few lines are no codes
LINES_OF_HEAD = 16
_TIME = re.compile(r"[012]?\d:\d\d(?:\s?[AaPp][Mm])?$")
_PAGE = re.compile(r"(?:[A-Z]{0,4}\s?\d{1,4}[A-Za-z]?(?:[-–/,;]\s?[A-Z]?\d+)*|\d{1,3}\.\d{1,3})$")
_BYLINE = re.compile(r"(?:Von|VON|By|BY|Par|PAR|Por|Di|Door)\s+\S")


def factiva(text: str, lines: Sequence[Line], elements: Sequence[Element] = ()) -> Division | None:
    """The division of a Factiva export; None for any other text."""
    ends = [(line, found["id"]) for line in lines if (found := _END.match(line.text))]
    coded = _codes(lines) >= FEWEST_CODES
    if not ends or not (coded or any(_WORDS.match(line.text) for line in lines)):
        return _coded_without_number(text, lines) if coded and _codes(lines, "HD") else None
    parts: list[Part] = []
    start = 0
    for i, (line, number) in enumerate(ends):
        end = len(text) if i + 1 == len(ends) else line.end
        span = Span(start, end)
        parts.append(_part(lines_of(text, start, end), number, span, elements))
        start = end
    return Division("factiva", tuple(parts))


def _codes(lines: Sequence[Line], wanted: str | None = None) -> int:
    codes = {found["code"] for line in lines if (found := _CODE.match(line.text))}
    return wanted in codes if wanted else len(codes & CODES.keys())


def _coded_without_number(text: str, lines: Sequence[Line]) -> Division | None:
    """Coded articles that lost their numbers: each begins with the code that opens the first one."""
    coded = [(line, found["code"]) for line in lines if (found := _CODE.match(line.text))]
    known = [(line, code) for line, code in coded if code in CODES]
    starts = [line.start for line, code in known if code == known[0][1] and code in ("SE", "HD", "CLM")]
    if not starts:
        return None
    cuts = [0, *starts[1:], len(text)]
    parts = [_part(lines_of(text, one, two), "", Span(one, two), ()) for one, two in pairwise(cuts)]
    return Division("factiva", tuple(parts))


def _part(lines: Sequence[Line], number: str, span: Span, elements: Sequence[Element]) -> Part:
    sheet = Sheet()
    inside = [e for e in elements if span.start <= e.span.start and e.span.end <= span.end]
    if _codes(lines) >= FEWEST_CODES:
        _coded(sheet, lines)
    else:
        _displayed(sheet, lines, inside)
    if number:
        line = next(line for line in lines if line.text.rstrip().endswith(number))
        sheet.fact("accession", number, Span(line.end - len(number), line.end))
    return sheet.part(span, number)


def _coded(sheet: Sheet, lines: Sequence[Line]) -> None:
    field, entry, value_at = "", list[Line](), 0

    def done() -> None:
        if not entry:
            return
        if field == "text":
            first = entry[0]
            _label(sheet, first, value_at)
            told = first.text[value_at:]
            rest = [Line(told, first.start + value_at, first.end, True)] if told else []
            sheet.text([*rest, *entry[1:]])
        elif field:
            _note(sheet, field, entry, value_at)
        else:
            sheet.note(entry, Kind.BOILERPLATE, "export-cover")

    for line in lines:
        found = _CODE.match(line.text)
        if found and found["code"] in CODES:
            done()
            field, entry = CODES[found["code"]], [line]
            value_at = found.start("value") if found["value"] else len(line.text)
        else:
            entry.append(line)
    done()


def _note(sheet: Sheet, field: str, entry: list[Line], value_at: int) -> None:
    value = " ".join([entry[0].text[value_at:], joined(entry[1:])]).strip()
    if field in ("date", "time"):
        sheet.note(entry, Kind.DATELINE)
        span = Span(entry[0].start + value_at, entry[-1].end)
        if field == "time":
            _time(sheet, value, span)
        elif found := day_of(value):
            sheet.fact("date", found[0], span)
    elif field == "accession":
        sheet.note(entry, Kind.BOILERPLATE)
    else:
        note_field(sheet, field, entry, value_at)


def _label(sheet: Sheet, line: Line, value_at: int) -> None:
    label = line.text[:value_at].rstrip()
    sheet.note([Line(label, line.start, line.start + len(label), True)], Kind.BOILERPLATE)


def _time(sheet: Sheet, value: str, span: Span) -> None:
    if found := re.match(r"([012]?\d):(\d\d)(?!\s?[AaPp])", value):
        sheet.fact("time", f"{int(found[1]):02d}:{found[2]}", span)


def _displayed(sheet: Sheet, lines: Sequence[Line], elements: Sequence[Element]) -> None:
    count = next((i for i, line in enumerate(lines) if _WORDS.match(line.text)), None)
    end = next((i for i, line in enumerate(lines) if _END.match(line.text)), len(lines))
    sheet.note(lines[end:], Kind.BOILERPLATE, "export-cover")
    if count is None:
        sheet.text(lines[:end])
        return
    _above_count(sheet, lines[:count], elements)
    words = lines[count]
    sheet.note([words], Kind.BOILERPLATE)
    note_value(sheet, "words", words.text, words.span)
    last = _below_count(sheet, lines[count + 1 : end], elements)
    sheet.text(lines[count + 1 + last : end])


def _above_count(sheet: Sheet, lines: Sequence[Line], elements: Sequence[Element]) -> None:
    """Section, title and author stand above the number of words; other articles' ends further up do not."""
    titled = next((e for e in elements if e.id == "hd" or _has(e, "Headline")), None)
    title = [line for line in lines if titled and titled.span.start <= line.start < titled.span.end]
    signed = [e for e in elements if "author" in e.classes]
    authors = [line for line in lines if any(e.span.start <= line.start < e.span.end for e in signed)]
    if not title:
        block = _block(lines)
        if len(block) > 1 and (_BYLINE.match(block[-1].text) or _looks_like_names(block[-1].text)):
            authors = [block.pop()]
        title = block[-1:] if len(block) < 3 else block[1:]
    above = [line for line in lines if line not in title and line not in authors]
    for line in above[-1:]:
        if title and line.start < title[0].start and title[0].start - line.end < 4:
            sheet.fact("section", line.text, line.span)
    sheet.note(above, Kind.BOILERPLATE, "export-cover")
    sheet.note(title, Kind.TITLE, "export-title")
    sheet.note(authors, Kind.BYLINE)
    for line in authors:
        sheet.fact("authors", line.text, line.span)


def _has(element: Element, ending: str) -> bool:
    return any(name.endswith(ending) for name in element.classes)


def _block(lines: Sequence[Line]) -> list[Line]:
    """The last lines without a blank one between them, at most the few that a head has."""
    block: list[Line] = []
    for line in reversed(lines[-4:]):
        block.insert(0, line)
        if line.gap and len(block) > 1:
            break
    return block


def _looks_like_names(text: str) -> bool:
    words = text.replace(",", " ").split()
    return 1 <= len(words) <= 6 and all(
        word[0].isupper() or word in ("und", "and", "von", "et") for word in words
    )


def _below_count(sheet: Sheet, lines: Sequence[Line], elements: Sequence[Element]) -> int:
    """Note day, time, outlet, code, page, edition, language and rights; how many lines these are."""
    day = next((i for i, line in enumerate(lines[:3]) if is_day_line(line.text)), None)
    if day is None:
        return 0
    found = day_of(lines[day].text)
    sheet.note(lines[: day + 1], Kind.DATELINE)
    if found:
        sheet.fact("date", found[0], lines[day].span)
    at = day + 1
    if at < len(lines) and _TIME.match(lines[at].text):
        sheet.note([lines[at]], Kind.DATELINE)
        _time(sheet, lines[at].text, lines[at].span)
        at += 1
    if at < len(lines):
        sheet.note([lines[at]], Kind.CREDIT)
        sheet.fact("outlet", lines[at].text, lines[at].span)
        at += 1
    spoken = next((i for i in range(at, min(at + 6, len(lines))) if _language(lines[i].text)), None)
    if spoken is None:
        return at
    for line in lines[at:spoken]:
        sheet.note([line], Kind.BOILERPLATE)
        if line is not lines[at]:  # the first is the outlet's code
            sheet.fact("page" if _PAGE.match(line.text) else "edition", line.text, line.span)
    sheet.note([lines[spoken]], Kind.BOILERPLATE)
    sheet.fact("lang", lines[spoken].text, lines[spoken].span)
    at = spoken + 1
    if at < len(lines) and re.match(
        r"(?:©|\(c\)|Copyright|All [Rr]ights|Alle Rechte|[Cc]opr)", lines[at].text
    ):
        sheet.note([lines[at]], Kind.BOILERPLATE)
        sheet.fact("rights", lines[at].text, lines[at].span)
        at += 1
    return at


@cache
def _languages() -> frozenset[str]:
    """The names of the large languages in the languages of the interface."""
    spoken = [
        "de",
        "en",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "ru",
        "pl",
        "cs",
        "sv",
        "da",
        "no",
        "tr",
        "zh",
        "ja",
        "ar",
        "hu",
        "el",
        "bg",
        "ro",
        "fi",
        "ca",
        "ko",
        "uk",
        "he",
        "id",
        "ms",
        "sk",
    ]
    names = {
        str(Locale(one).languages.get(other, "")).casefold()
        for one in ("de", "en", "fr", "es", "it", "pt", "nl", "ru", "zh", "ja", "pl")
        for other in spoken
    }
    return frozenset(names - {""})


def _language(text: str) -> bool:
    words = re.split(r"\s*[-(,/]\s*", text.casefold())
    return len(text) < 40 and words[0].strip() in _languages()
