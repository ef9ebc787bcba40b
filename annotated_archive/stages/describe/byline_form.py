"""The form of a byline: its labels, what separates its names, and what may follow a name in its line."""

from __future__ import annotations

import re
from functools import cache

from ...words import lexicon


@cache
def _alternatives(section: str) -> str:
    return lexicon.alternatives("bylines", section)


_SEPARATOR = re.compile(rf"\s*(?:[,;|•·/&+]|\s[–—-]\s|\b(?:{_alternatives('joining')})\b)\s*")
# A place or time, a note, another person's part.
_REST = re.compile(rf"\s+(?:{_alternatives('after_name')})(?:[\s:].*|$)|\s*[(\[].*$|[:@].*$")
_PREPOSITION = re.compile(rf"\s+(?:{_alternatives('before_date')})\s*$", re.IGNORECASE)
_PLACE = re.compile(rf"\s+(?:{_alternatives('before_place')})(?:\s[A-ZÄÖÜ][\w-]+){{1,2}}\s*$")
_BRACKETS = re.compile(r"\s*[(\[][^@]*$")  # `Name (@nick)` signs a post, not the article
_EDGE = " \t–—-|•·/*,"
_DIGITS = "0123456789"


@cache
def label() -> re.Pattern[str]:
    """A label at the start of a line; a `weak` one names the kind of text and its title may follow."""
    weak, strong = _alternatives("weak_labels"), _alternatives("labels")
    return re.compile(
        rf"(?:[^\W\d_]{{3,6}}\s+)?(?:{_alternatives('genres')})\s+(?:{_alternatives('by')})(?:[:\s]+|$)"
        rf"|(?:(?P<weak>{weak})|{strong})(?:\s*[:/|]\s*|\s+(?=[^\W\d_])|$)",
        re.IGNORECASE,
    )


@cache
def label_beside_date() -> re.Pattern[str]:
    """A label before or behind a date; the name may be glued to it: "Veröffentlicht vonErika Muster"."""
    return re.compile(
        rf"\W*(?:(?i:{_alternatives('published')})\s+)?"
        rf"(?:{_alternatives('by_beside_date')})(?:\s+(?=\w)|(?=[A-ZÄÖÜ]))"
    )


def parts(text: str) -> list[tuple[int, str]]:
    """The text between separators, each with its offset: `Erika Muster und Max Muster` has two."""
    found, at = [], 0
    for match in _SEPARATOR.finditer(text):
        found.append((at, text[at : match.start()]))
        at = match.end()
    return [*found, (at, text[at:])]


def joins_names(text: str) -> bool:
    """Whether a line only joins the names above and below it: `und`, `&`; or is the nickname of one."""
    return text.startswith("@") or not any(part for _, part in parts(f" {text} ") if part.strip())


def first_part(text: str) -> str:
    """The text before a stroke, a point or a dash."""
    return re.split(r"[/|•·]|\s[–—-]\s", text, maxsplit=1)[0]


def labelled_name(part: str) -> str:
    """A name behind a label, without what follows it: `Erika Muster in Kairo` is `Erika Muster`."""
    return _REST.sub("", part).strip(_EDGE + _DIGITS)


def single_name(part: str) -> str:
    """The same for a name of one word, which may end in digits."""
    return _REST.sub("", part).strip(_EDGE)


def bare_name(part: str) -> str:
    """A name without label: a place, a preposition before a date or a number of comments may follow it."""
    return _PLACE.sub("", _PREPOSITION.sub("", _BRACKETS.sub("", part))).strip(_EDGE + _DIGITS)
