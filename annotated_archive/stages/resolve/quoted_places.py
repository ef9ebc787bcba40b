"""Where an article has a quotation: parts in order, close together, and nothing that only looks like one.

Comes in: the parts of a quotation and a reading. Goes out: every place that has them all. A quotation
stitched together from parts of the article that do not follow one another has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...kinds import HEADINGS, Kind
from ...text.reader_text import Passage, ReaderText
from .quotation import WORD, Join, Part

# How many words `[…]` may stand for. Within a paragraph: a long sentence or two. From one paragraph into the
# next: less, for what an author separated is easily joined to a statement that nobody made.
WORDS_LEFT_OUT, WORDS_LEFT_OUT_ACROSS = 100, 40
# The comparable form has no space beside a dash or an ellipsis, so what counts is that no letter follows.
_SENTENCE_END = re.compile(r"[.!?](?!\w)|…")
_UNFINISHED = re.compile(r"[^.!?…:'\s]\Z")
_ABBREVIATION = re.compile(r"(?<![^\W_])[A-ZÄÖÜ]{2,}[-‐‑]\Z")


@dataclass(frozen=True, slots=True)
class QuotedPlace:
    """A part of a reading's comparable text, with the indices of its first and last passage."""

    start: int
    end: int
    first: int
    last: int


def places(parts: Sequence[Part], reading: ReaderText) -> Iterator[QuotedPlace]:
    """Every place that has all parts in order, from the start of the article on."""
    if not parts:
        return
    text = text_with_one_mark(reading)
    found = [list(matches(part, reading, text)) for part in parts]
    # From the last part back: for each match the nearest end of the parts that can follow it.
    ends: dict[QuotedPlace, QuotedPlace] = {place: place for place in found[-1]}
    for number in range(len(parts) - 2, -1, -1):
        reachable: dict[QuotedPlace, QuotedPlace] = {}
        for place in found[number]:
            for following, end in ends.items():
                if _follows(reading, text, place, following, parts[number], parts[number + 1]):
                    reachable[place] = end
                    break
        ends = reachable
    for place, end in ends.items():
        yield QuotedPlace(place.start, end.end, place.first, end.last)


def text_with_one_mark(reading: ReaderText) -> str:
    """A reading's text in the form that quotations are compared in; offsets stay."""
    return reading.text.replace('"', "'")


def matches(part: Part, reading: ReaderText, text: str) -> Iterator[QuotedPlace]:
    """Every place that has one part, within one passage."""
    at = 0
    while (match := part.pattern.search(text, at)) is not None:
        at = match.start() + 1
        if match.end() == match.start() or not reading.ends_word(match.end()):
            continue
        if not _starts_word(reading, match.start()):
            continue
        first, last = reading.passage_at(match.start()), reading.passage_at(match.end() - 1)
        if all(_runs_on(reading, text, index) for index in range(first, last)):
            yield QuotedPlace(match.start(), match.end(), first, last)


def _starts_word(reading: ReaderText, at: int) -> bool:
    """Whether no word goes on at an offset.

    A compound may be quoted from behind its abbreviation (the "Minister" of "US-Minister"), not from behind
    a word, which may turn its meaning round ("Nicht-Mitglied").
    """
    return reading.starts_word(at) or _ABBREVIATION.search(reading.joined_before(at)) is not None


def _runs_on(reading: ReaderText, text: str, index: int) -> bool:
    """Whether a passage goes on in the next: a headline's lines, or a sentence that a saved page broke."""
    here, after = reading.passages[index], reading.passages[index + 1]
    if here.kind in HEADINGS and after.kind in HEADINGS:
        return True
    unfinished = _UNFINISHED.search(text, here.start, here.end) is not None
    return here.number is not None and after.number is not None and unfinished and text[after.start].islower()


def _follows(
    reading: ReaderText, text: str, place: QuotedPlace, following: QuotedPlace, part: Part, next_part: Part
) -> bool:
    if following.start < place.end:
        return False
    here, there = reading.passages[place.last], reading.passages[following.first]
    if here is there:
        between, most = text[place.end : following.start], WORDS_LEFT_OUT
    elif _adjacent(reading.passages, place.last, following.first):
        between = text[place.end : here.end] + " " + text[there.start : following.start]
        most = WORDS_LEFT_OUT_ACROSS
    else:
        return False
    left_out = len(WORD.findall(between))
    if next_part.join is Join.BREAK:
        return left_out == 0
    # One word alone is in every article; with its neighbour in one sentence it is still a quotation.
    if min(part.words, next_part.words) < 2 and (here is not there or _SENTENCE_END.search(between)):
        return False
    return left_out <= most


def _adjacent(passages: Sequence[Passage], first: int, last: int) -> bool:
    """Whether one paragraph follows another, with nothing but a subhead between."""
    between = passages[first + 1 : last]
    numbered = passages[first].number is not None and passages[last].number is not None
    return numbered and all(passage.kind is Kind.SUBHEAD for passage in between)
