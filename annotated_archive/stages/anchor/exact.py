"""Where an article has given words exactly, but for what `comparable` folds."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...text.comparable import comparable
from ...text.reader_text import ReaderText

Range = tuple[int, int]  # of a reading's comparable text

WORD = re.compile(r"[^\W_]")


def find(reading: ReaderText, quote: str, prefix: str = "", suffix: str = "") -> tuple[Range, ...]:
    """Every place of `quote` that has `prefix` before and `suffix` after it, in order.

    Where no context is given, the quote starts or ends with a whole word. White space between quote and
    context counts as folded: `prefix: im` may be written for "im Haus".
    """
    quote = quote.strip()
    found: set[Range] = set()
    for before in _with_and_without_space(prefix.rstrip(), " "):
        for after in _with_and_without_space(suffix.lstrip(), " ", at_start=True):
            found.update(_places(reading.text, before, quote, after))
    return tuple(
        (start, end)
        for start, end in sorted(found)
        if (prefix.strip() or reading.starts_word(start)) and (suffix.strip() or reading.ends_word(end))
    )


def _with_and_without_space(context: str, space: str, at_start: bool = False) -> tuple[str, ...]:
    if not context:
        return ("",)
    return (context, space + context if at_start else context + space)


def _places(text: str, before: str, quote: str, after: str) -> set[Range]:
    whole = comparable(before + quote + after)
    if not WORD.search(whole.text):
        return set()
    wanted = whole.text.strip()
    skipped = len(whole.text) - len(whole.text.lstrip())
    start = bisect_left(whole.starts, len(before)) - skipped
    end = bisect_left(whole.starts, len(before) + len(quote)) - skipped
    places: set[Range] = set()
    at = text.find(wanted)
    while at >= 0 and start < end:
        places.add((at + start, at + end))
        at = text.find(wanted, at + 1)
    return places
