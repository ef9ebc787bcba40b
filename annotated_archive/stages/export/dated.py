"""An item's date → what a reference prints of it: numbers that a style arranges, or words.

A range of days, months or years is printed as two dates that are arranged alike and joined where they differ,
since citeproc-py breaks it: "14,–16, July 2016". What CSL has no numbers for is printed in words: "2010er
Jahre".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from ...text.dates import Interval, Point, Value, display, find_dates, parsed, season_number
from ...words import lexicon
from .issued import csl_date, edtf_of
from .typography import conceal_words

# The full stop of a short month belongs to it, that of a sentence does not: "28 Feb. 2016".
_TOKEN = re.compile(r"[^\W\d_]+\.(?= \d{4})|\w+|[^\w]")
# Between two parts of one date: "31. Dez." and the year.
_WITHIN_A_DATE = re.compile(r"[ .,\u00a0]*")
_ORDINAL = re.compile(r"\d\d?")


@dataclass(frozen=True, slots=True)
class Printed:
    """A CSL date in the form that citeproc-py reads, and the one that a range ends with."""

    issued: dict[str, Any]
    until: dict[str, Any] | None = None


def printed_date(item: Mapping[str, Any], language: str) -> Printed | None:
    """The date of an item, in `language` where it has to be in words; None where none is known.

    Takes what reference managers write: numbers as texts, EDTF or a printed date as `raw` or `literal`.
    """
    issued = item.get("issued")
    if not isinstance(issued, dict):
        return None
    circa = {"circa": True} if str(issued.get("circa", "")).lower() not in ("", "0", "false") else {}
    in_words = _season_in_words(issued)
    numbers = {} if in_words else _numbers(issued)
    edtf = edtf_of({"note": item.get("note", ""), "issued": numbers})
    if not numbers:
        text = str(in_words or issued.get("literal") or issued.get("raw") or "").strip()
        edtf = _edtf(text, language) or edtf
        if text and not edtf:
            return Printed({"literal": conceal_words(text), **circa})
    value = parsed(edtf)
    if value is None:
        return Printed({**numbers, **circa}) if numbers else None
    if isinstance(value, Interval) and value.start and value.end and value.start.sign == value.end.sign:
        circa |= {"circa": True} if value.start.sign else {}
        value = parsed(edtf := re.sub(r"[~?%](?=/|\Z)", "", edtf)) or value
    if not _has_numbers(value):
        sign = edtf[-1] if isinstance(value, Point) and value.whole and value.sign else ""
        words = display(edtf.removesuffix(sign), language)
        return Printed({"literal": conceal_words(words), **({"circa": True} if sign else {})})
    numbers = csl_date(edtf)
    circa |= {"circa": True} if numbers.get("circa") else {}
    ends = [{"date-parts": [end]} for end in numbers["date-parts"]]
    season = {"season": numbers["season"]} if "season" in numbers else {}
    return Printed({**ends[0], **season, **circa}, {**ends[-1], **circa} if len(ends) > 1 else None)


def joined(start: str, end: str, ordinal: bool) -> str:
    """One reference for two that differ only in their dates: `July 14–16, 2016`.

    `ordinal` is whether a day is written with a full stop: `14.–16. Juli 2016`.
    """
    before, after = _TOKEN.findall(start), _TOKEN.findall(end)
    parts: list[str] = []
    pending = ("", "")
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        here, there = "".join(before[a:b]), "".join(after[c:d])
        within = any(pending) and b < len(before) and _WITHIN_A_DATE.fullmatch(here)
        if kind != "equal" or within:
            pending = (pending[0] + here, pending[1] + there)
        else:
            parts.append(_range(*pending, here, ordinal))
            pending = ("", "")
    return "".join((*parts, _range(*pending, "", ordinal)))


def _range(start: str, end: str, then: str, ordinal: bool) -> str:
    """The ends of a range and what follows them in both references."""
    if not start and not end:
        return then
    dot = "." if ordinal and then.startswith(". ") and _ORDINAL.fullmatch(start) else ""
    return f"{start}{dot}–{end}{then}"


def _season_in_words(issued: Mapping[str, Any]) -> str:
    """A season and year in words that no list has: "3rd Quarter 2016"."""
    numbers = _numbers(issued)
    year_alone = [len(end) for end in numbers.get("date-parts", ())] == [1]
    season = str(issued.get("season") or "").strip()
    return f"{season} {numbers['date-parts'][0][0]}" if season and year_alone and not _season(season) else ""


def _numbers(issued: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a date as numbers; nothing where they are none."""
    try:
        parts = [[int(number) for number in end if str(number).strip()] for end in issued["date-parts"]]
    except (KeyError, TypeError, ValueError):
        return {}
    if not parts or not all(parts):
        return {}
    # Beside a month, a season tells nothing.
    season = _season(str(issued.get("season") or "")) if [len(end) for end in parts] == [1] else None
    return {"date-parts": parts[:2], **({"season": season} if season else {})}


def _season(written: str) -> int | None:
    """The number of a season: "2", or "Summer" in any language that dates are printed in."""
    if written.isdecimal():
        return season_number(int(written) + 20)
    return _seasons().get(written.strip().casefold())


@cache
def _seasons() -> dict[str, int]:
    printed = lexicon.load("dates")["seasons"]
    named = {str(word).casefold(): number for of in printed.values() for number, word in of.items()}
    others: dict[str, int] = lexicon.load("dates")["other_seasons"]
    return named | others


def _edtf(text: str, language: str) -> str | None:
    """A date written as text: EDTF, or a day or month as newspapers print it, if it is the only one."""
    if parsed(text):
        return text
    found = find_dates(text, language)
    return found[0].edtf if len(found) == 1 and found[0].span.of(text).strip() == text else None


def _has_numbers(value: Value) -> bool:
    """Whether a style can arrange this: a day, month, season or year, or a range of those."""
    if isinstance(value, Interval):
        ends = (value.start, value.end)
        known = all(end is not None and not end.sign and _has_numbers(end) for end in ends)
        return (
            known
            and len({end.precision for end in ends if end}) == 1
            and "part" not in {end.precision for end in ends if end}
        )
    if not isinstance(value, Point) or value.first is None:
        return False
    if value.precision == "part":
        return season_number(value.part_of_year or 0) is not None
    return value.precision != "digits"
