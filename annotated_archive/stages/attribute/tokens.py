"""Paragraph → sentences of tokens: words, marks, names of people, and whole quotations as one token each.

So a rule sees `„…“ , sagte NAME .` and never looks into a quotation, nor into a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from ...model import Mention, Span
from ...text.paragraphs import Paragraph
from ...text.quotation_marks import APOSTROPHES
from ...text.quotations import quotations
from .words import ABBREVIATED, TITLES

FEWEST_WORDS = 3  # a shorter quotation is more often a scare quote or a title than a saying

_TOKEN = re.compile(r"\w+(?:[-‐‑–’'/:*.&](?=\w)\w+)*|[^\w\s]")
_WORD = re.compile(r"\w+")
_ENDS = frozenset(".!?…")
_GENITIVE = frozenset(f"s{APOSTROPHES}")  # behind a name: "Xs Anwalt", "Grass’ Verlag"
_LONGEST_ORDINAL = 2  # digits: "am 14. Juli" goes on, "147 von 519." ends


class Sort(Enum):
    """What a token is."""

    WORD = 1
    MARK = 2
    NAME = 3
    QUOTATION = 4  # long enough to be a saying
    EXPRESSION = 5  # in quotation marks, but too short for that


class Token(NamedTuple):
    """A token with its place in the paragraph's characters; `person` only for a name that is somebody's."""

    sort: Sort
    text: str
    start: int
    end: int
    person: str | None = None
    genitive: bool = False


Sentence = list[Token]


class TokenPlace(NamedTuple):
    """A paragraph's characters as one string, and where each of its parts stands in the saved text."""

    text: str
    spans: tuple[Span, ...]

    def saved(self, start: int, end: int) -> Span:
        """The place in the saved text of these characters."""
        return Span(self._offset(start), self._offset(end - 1) + 1)

    def _offset(self, i: int) -> int:
        for span in self.spans:
            if i < span.end - span.start:
                return span.start + i
            i -= span.end - span.start
        raise IndexError(i)

    def inside(self, outer: Span) -> Span | None:
        """The characters of a span of the saved text, or None if it is not in one part of this paragraph."""
        before = 0
        for span in self.spans:
            if span.start <= outer.start and outer.end <= span.end:
                return Span(outer.start - span.start + before, outer.end - span.start + before)
            before += span.end - span.start
        return None


def place_of(text: str, paragraph: Paragraph) -> TokenPlace:
    """A paragraph's kept characters, unfolded."""
    return TokenPlace("".join(span.of(text) for span in paragraph.spans), paragraph.spans)


def sentences(place: TokenPlace, mentions: Sequence[Mention]) -> list[Sentence]:
    """The sentences of a paragraph, or none if it quotes nothing.

    What is quoted within a sentence does not end it, unless it ends a sentence itself and a new one follows.
    """
    fixed = _quoted(place.text)
    if all(token.sort is not Sort.QUOTATION for token in fixed):
        return []
    tokens = list(_tokens(place, [*fixed, *_names(place, mentions)]))
    found: list[Sentence] = []
    first = 0
    for i in range(len(tokens)):
        if i + 1 == len(tokens) or _ends(tokens, i):
            found.append(tokens[first : i + 1])
            first = i + 1
    return found


def _quoted(text: str) -> list[Token]:
    found = []
    for quotation in quotations(text):
        quoted = quotation.of(text)
        sort = Sort.QUOTATION if len(_WORD.findall(quoted)) >= FEWEST_WORDS else Sort.EXPRESSION
        found.append(Token(sort, quoted, quotation.start, quotation.end))
    return found


def _names(place: TokenPlace, mentions: Sequence[Mention]) -> Iterator[Token]:
    for mention in mentions:
        if (span := place.inside(mention.span)) is not None:
            genitive = place.text[span.end : span.end + 1] in _GENITIVE
            yield Token(Sort.NAME, mention.printed, span.start, span.end, mention.person, genitive)


def _tokens(place: TokenPlace, fixed: list[Token]) -> Iterator[Token]:
    """The fixed tokens with the words and marks between them; what overlaps an earlier one is left out."""
    text = place.text
    fixed.sort(key=lambda token: (token.start, -token.end))
    at = 0
    for token in fixed:
        if token.start < at:
            continue
        yield from _words(text, at, token.start)
        yield token
        at = token.end + token.genitive
    yield from _words(text, at, len(text))


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        sort = Sort.WORD if word[0].isalnum() else Sort.MARK
        yield Token(sort, word, match.start(), match.end())


def _ends(tokens: Sequence[Token], i: int) -> bool:
    """Whether the sentence ends with this token and another follows."""
    token, following = tokens[i], tokens[i + 1]
    if following.sort is Sort.MARK or (following.sort is Sort.WORD and following.text[0].islower()):
        return False
    if token.sort in {Sort.QUOTATION, Sort.EXPRESSION}:
        return token.text[-2] in _ENDS
    if token.sort is not Sort.MARK or token.text not in _ENDS:
        return False
    if token.text != "." or i == 0:
        return True
    previous = tokens[i - 1]
    if previous.sort is not Sort.WORD or previous.end < token.start:
        return True
    if following.sort is Sort.QUOTATION:
        return True
    ordinal = previous.text.isdigit() and len(previous.text) <= _LONGEST_ORDINAL
    abbreviated = len(previous.text) == 1 or previous.text in ABBREVIATED or f"{previous.text}." in TITLES
    return not ordinal and not abbreviated
