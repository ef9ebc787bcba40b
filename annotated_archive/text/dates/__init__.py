"""Dates: a value in EDTF, how it reads, and where a newspaper prints one.

Comes in: EDTF or text. Goes out: days, words and `PrintedDate`s. Which of a page's dates is the day of
publication is not decided here.
"""

from .edtf_value import earliest, filed, flaw, is_day, latest, valid
from .names import weekday_number
from .printed import PrintedDate, find_dates
from .reading import display

__all__ = [
    "PrintedDate",
    "display",
    "earliest",
    "filed",
    "find_dates",
    "flaw",
    "is_day",
    "latest",
    "valid",
    "weekday_number",
]
