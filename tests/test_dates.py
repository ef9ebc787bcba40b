"""Dates: EDTF values, how they read, and where a text prints one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from annotated_archive.text.dates import display, earliest, find_dates, is_day, latest, valid, weekday_number
from annotated_archive.text.dates.printed import PrintedDate

CASES = Path(__file__).parent / "cases" / "dates"


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['text']}")
        for path in sorted(CASES.glob("*.yml"))
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    ]


def shown(printed: PrintedDate) -> str:
    """A printed date as the cases write it: `2015-09-16 17:31 not Montag`."""
    contradiction = f"not {printed.weekday}" if printed.weekday else None
    return " ".join(filter(None, (printed.edtf, printed.time, contradiction)))


@pytest.mark.parametrize("case", cases())
def test_printed_dates_are_found(case: dict[str, Any]) -> None:
    """Every printed form gives its value, and what says too little gives nothing."""
    found = find_dates(case["text"], case.get("language"))
    assert [shown(printed) for printed in found] == case["dates"]


PRINTERS = [
    (locale, form)
    for locale in ("de", "de_AT", "de_CH", "en", "en_GB", "fr")
    for form in ("full", "long", "medium", "d. MMMM y", "dd.MM.y", "y-MM-dd")
    if not (form == "medium" and locale == "de_CH")
] + [("de", "dd.MM.yy"), ("de", "EE d. MMM y"), ("en", "MMM d, y"), ("fr", "EEEE d MMM y")]


@given(
    st.dates(date(1970, 1, 1), date(2069, 12, 31)),
    st.sampled_from(PRINTERS),
    st.sampled_from(
        [("", ""), ("Stand: ", " Uhr"), ("(", ")"), ("Kairo, ", " – "), ("veröffentlicht am ", ".")]
    ),
)
def test_a_date_survives_printing(day: date, printer: tuple[str, str], around: tuple[str, str]) -> None:
    """date → print in any language → the same date, with no weekday called wrong."""
    locale, form = printer
    text = around[0] + format_date(day, form, locale=locale) + around[1]
    assert [(d.edtf, d.weekday) for d in find_dates(text)] == [(day.isoformat(), None)]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["de", "en", "fr", "de-AT"]))
def test_what_display_prints_is_found_again(day: date, language: str) -> None:
    assert [d.edtf for d in find_dates(display(day.isoformat(), language))] == [day.isoformat()]


@given(st.text(alphabet="0123456789./-: JanuarMärzSept,T", max_size=60))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    """Whatever the text, spans are in order, do not overlap, and every value is valid EDTF."""
    found = find_dates(text, "de")
    assert all(valid(printed.edtf) for printed in found)
    ends = [0, *(printed.span.end for printed in found)]
    assert all(end <= printed.span.start for end, printed in zip(ends, found, strict=False))
    assert all(printed.span.end <= len(text) for printed in found)


@pytest.mark.parametrize(
    ("edtf", "first", "last", "known"),
    [
        ("2016-07-15", date(2016, 7, 15), date(2016, 7, 15), True),
        ("2016-07-15~", date(2016, 7, 15), date(2016, 7, 15), False),
        ("2016-07-15?", date(2016, 7, 15), date(2016, 7, 15), False),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), False),
        ("2016", date(2016, 1, 1), date(2016, 12, 31), False),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), False),
        ("2016-07-15/2016-07-20", date(2016, 7, 15), date(2016, 7, 20), False),
        ("../2016", date.min, date(2016, 12, 31), False),
    ],
)
def test_a_value_has_bounds(edtf: str, first: date, last: date, known: bool) -> None:
    assert valid(edtf)
    assert (earliest(edtf), latest(edtf), is_day(edtf)) == (first, last, known)


@pytest.mark.parametrize("text", ["", "16.09.2015", "2016-02-30", "2016-13", "gestern", "2016-07-15~~"])
def test_what_is_not_edtf_is_not_valid(text: str) -> None:
    assert not valid(text)
    with pytest.raises(ValueError, match="is not EDTF"):
        earliest(text)


@pytest.mark.parametrize(
    ("edtf", "language", "words"),
    [
        ("2015-09-16", "de", "16. September 2015"),
        ("2015-09-16", "en", "September 16, 2015"),
        ("2015-01-16", "de-AT", "16. Jänner 2015"),
        ("2015-09-16", "fr", "16 septembre 2015"),
        ("2016-07-15~", "de", "um den 15. Juli 2016"),
        ("2016-07-15~", "en", "around July 15, 2016"),
        ("2016-08", "de", "August 2016"),
        ("2016-08~", "de", "um August 2016"),
        ("2016?", "de", "2016 (unsicher)"),
        ("2016%", "en", "around 2016 (uncertain)"),
        ("2016-07-15/2016-07-20", "de", "15.–20. Juli 2016"),
        ("2016", "tlh", "2016"),
        ("2016-21", "de", "Frühjahr 2016"),
        ("2016-24~", "en", "around Winter 2016"),
        ("2016-29", "fr", "printemps 2016"),
        ("2016-33", "de", "1. Quartal 2016"),
        ("2016-41", "de", "Juli–Dezember 2016"),
        ("201X", "de", "2010er Jahre"),
        ("201X?", "en", "2010s (uncertain)"),
        ("20XX", "de", "zwischen 2000 und 2099"),
        ("2016-XX-XX", "de", "2016"),
        ("2016-07-XX", "fr", "juillet 2016"),
        ("2016-07-1X", "de", "zwischen dem 10. Juli 2016 und dem 19. Juli 2016"),
        ("XXXX-12", "de", "unbekanntes Jahr"),
        ("1950S2", "de", "um 1950"),
        ("2015/2016", "de", "2015–2016"),
        ("2015~/2016", "de", "um 2015 bis 2016"),
        ("2016-07/2016-08", "de", "Juli–August 2016"),
        ("2016-07-14/..", "de", "ab 14. Juli 2016"),
        ("../2016-07-14", "en", "until July 14, 2016"),
        ("[2016-07-14,2016-07-15]", "de", "14. Juli 2016 oder 15. Juli 2016"),
        ("{2016,2018}", "en", "2016 and 2018"),
        ("[2016..2018]", "de", "2016–2018"),
        ("2016-07-~15", "de", "um den 15. Juli 2016"),
        ("1985-04-12T23:20:30", "en", "April 12, 1985"),
        ("nirgends", "de", "nirgends"),
    ],
)
def test_a_value_reads_well(edtf: str, language: str, words: str) -> None:
    assert display(edtf, language) == words


def test_weekdays_have_numbers() -> None:
    assert [weekday_number(w) for w in ("Montag", "Di.", "mercredi", "Thurs", "heute")] == [0, 1, 2, 3, None]
