"""Dates: a value in EDTF, how it reads, and where a newspaper prints one.

Comes in: EDTF or text. Goes out: days, words and `PrintedDate`s. Which of a page's dates is the day of
publication is not decided here.
"""

from .edtf_value import earliest, filed, flaw, is_day, latest, parsed, valid
from .grammar import Interval, Point, Several, Value, days_of
from .names import weekday_number
from .printed import PrintedDate, find_dates
from .reading import display, first_day, season_number

__all__ = [
    "Interval",
    "Point",
    "PrintedDate",
    "Several",
    "Value",
    "days_of",
    "display",
    "earliest",
    "filed",
    "find_dates",
    "first_day",
    "flaw",
    "is_day",
    "latest",
    "parsed",
    "season_number",
    "valid",
    "weekday_number",
]
