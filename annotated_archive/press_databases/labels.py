"""Labelled lines: `BYLINE: Erika Muster`, `Ressort:` with its value below, `HD  Title`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..kinds import Fate, Kind
from ..model import Span
from ..words import lexicon
from .part import Line, Sheet, joined

# What the lines of a label are to the article.
KINDS = {
    "title": Kind.TITLE,
    "kicker": Kind.KICKER,
    "lead": Kind.LEAD,
    "authors": Kind.BYLINE,
    "date": Kind.DATELINE,
    "outlet": Kind.CREDIT,
    "caption": Kind.CAPTION,
}
RULES = {"title": "export-title", "lead": "export-lead", "caption": "export-caption"}
_COLON = re.compile(r"^(?P<label>[^:：\n]{1,45}?)\s*[:：]\s*(?P<value>.*)$", re.DOTALL)
_PAGE = re.compile(
    r"[;,.\s]*\b(?:Pg|S|Seiten?|pp?|Pages?|Pág|blz|Pag)\b[.:]?\s*(?P<page>[A-Z]{0,3}\s?\d[\w./-]*(?:\s?[,-–]\s?\d+)*)"
)
_EDITION = re.compile(r"[;,.\s]*\b(?:Ausg|Nr|No|Edition|Ausgabe)\b[.:]?\s*(?P<edition>\d[\w/-]*)")


@cache
def fields() -> dict[str, str]:
    """The field of each label; "text" and "index" head what stands below them, "nothing" is no fact."""
    return {label: field for field, labels in lexicon.sections("export_labels").items() for label in labels}


def labelled(text: str) -> tuple[str, int] | None:
    """The field of a label and where its value begins: `("words", 7)` in "LÄNGE: 9 Wörter"."""
    match = _COLON.match(text)
    if match is None:
        return None
    field = fields().get(" ".join(match["label"].split()).casefold())
    return (field, match.start("value")) if field else None


def heading(text: str, field: str) -> bool:
    """Whether a line is a heading alone: `heading("Body", "text")`."""
    return fields().get(text.rstrip(" :\u00a0").casefold()) == field


def is_shouted(text: str) -> bool:
    """A label in capitals that no list knows: `FACHGEBIET: …`."""
    return re.match(r"[A-ZÄÖÜÉÈ][A-ZÄÖÜÉÈ/ -]{2,28}:(?:\s|$)", text) is not None


def note_field(sheet: Sheet, field: str, lines: Sequence[Line], value_at: int) -> None:
    """Note the lines of a label and what it says; its value begins at `value_at` in the first line."""
    first, rest = lines[0], lines[1:]
    value = " ".join([first.text[value_at:], joined(rest)]).strip()
    start = first.start + value_at if first.text[value_at:] else (rest[0].start if rest else first.start)
    span = Span(start, lines[-1].end)
    kind = KINDS.get(field, Kind.BOILERPLATE)
    if kind.fate is Fate.KEPT and value:
        _split_label(sheet, first, value_at)
        told = [Line(first.text[value_at:], start, first.end, True)] if first.text[value_at:] else []
        sheet.note([*told, *rest], kind, RULES.get(field, "export-field"))
    else:
        sheet.note(lines, kind)
    note_value(sheet, field, value, span)


def _split_label(sheet: Sheet, line: Line, value_at: int) -> None:
    label = line.text[:value_at].rstrip()
    if label:
        sheet.note([Line(label, line.start, line.start + len(label), True)], Kind.BOILERPLATE)


def note_value(sheet: Sheet, field: str, value: str, span: Span) -> None:
    """Note a value, told apart where one line holds several: `POLITIK; S. 5`."""
    if field == "section":
        page, edition = _PAGE.search(value), _EDITION.search(value)
        if page:
            sheet.fact("page", page["page"], span)
        if edition:
            sheet.fact("edition", edition["edition"], span)
        cut = min((found.start() for found in (page, edition) if found), default=len(value))
        sheet.fact("section", value[:cut].strip(" ;,"), span)
    elif field == "words":
        if number := re.search(r"\d[\d.,\u00a0 ]*", value):
            sheet.fact("words", re.sub(r"\D", "", number[0]), span)
    elif field == "lang":
        sheet.fact("lang", value, span)
    elif field not in ("nothing", "text", "index", "caption", "place", "title", "lead", "kicker"):
        sheet.fact(field, value, span)
