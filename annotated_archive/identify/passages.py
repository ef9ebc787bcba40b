"""Text and segments → passages: the running text as words at their places, the only parts where names count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .. import lexicon
from ..model import Kind, Segment, Span
from ..paragraphs import paragraphs
from .words import Sort, from_capitals, in_capitals, sort_of

_DOTTED = sorted(
    {word for word in lexicon.words("honorifics") if word.endswith(".") and not re.match(r"[IVX]+\.", word)},
    key=len,
    reverse=True,
)
# In this order: abbreviated titles, other abbreviations ("z.B."), initials and numerals with their dots, words with their hyphens and
# apostrophes (also over a hyphen at a line end), any other character.
_TOKEN = re.compile(
    rf"(?:{'|'.join(map(re.escape, _DOTTED))})(?!\w)"
    r"|[a-z]\.[ \u00a0]?[a-zA-ZÄÖÜ]\.(?:[ \u00a0]?[A-Z]\.)?"
    r"|(?:[^\W\d_a-zà-öø-ÿ]\.-?){1,4}(?![^\W\d_])|(?:[^\W\d_a-zà-öø-ÿ]\.){1,4}(?=[A-ZÄÖÜ])"
    r"|[IVX]{2,5}\.(?=\s+[a-zäöü(–,])"
    r"|[^\W_]+(?:['’‘ʼ.](?=[^\W\d_]{2})[^\W_]+|[-‐‑][^\W_]+|-\n[ \t]*(?!(?:und|oder|bis)\b)[a-zäöüß]+)*"
    r"|[^\w\s]"
)
_LINE_END = re.compile(r"-\n[ \t]*")
_SENTENCE_END = frozenset('.!?:;»«„“”"›‹…•–-')


@dataclass(slots=True)
class Passage:
    """A title or a paragraph. `words[i]` stands at `starts[i]` to `ends[i]` of the saved text."""

    kind: Kind
    words: list[str]
    starts: list[int]
    ends: list[int]
    sorts: list[Sort]

    def span(self, first: int, after: int) -> Span:
        """The place of the words from `first` up to, not including, `after`."""
        return Span(self.starts[first], self.ends[after - 1])

    def opens_sentence(self, i: int) -> bool:
        """Whether the word may have its capital only from standing first."""
        return i == 0 or self.words[i - 1] in _SENTENCE_END


def passages(text: str, segments: Sequence[Segment]) -> tuple[Passage, ...]:
    """Titles and paragraphs in the order of the text. A link cut from a paragraph leaves a gap, not a break."""
    found = [(Kind.TITLE, (s.span,)) for s in segments if s.kind is Kind.TITLE]
    found += [(paragraph.kind, paragraph.spans) for paragraph in paragraphs(text, segments)]
    found.sort(key=lambda passage: passage[1][0])
    return tuple(_passage(text, kind, spans) for kind, spans in found)


def _passage(text: str, kind: Kind, spans: Sequence[Span]) -> Passage:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for span in spans:
        for match in _TOKEN.finditer(text, span.start, span.end):
            word = match[0]
            words.append(_LINE_END.sub("", word) if "\n" in word else word)
            starts.append(match.start())
            ends.append(match.end())
    sorts = [sort_of(word) for word in words]
    _read_capitals(words, sorts)
    return Passage(kind, words, starts, ends, sorts)


def _read_capitals(words: list[str], sorts: list[Sort]) -> None:
    """Let words in capitals be names beside each other or after a first name: "JOHN KERRY", "John KERRY"."""
    for i, word in enumerate(words):
        if sorts[i] is not Sort.NEVER or not in_capitals(word):
            continue
        before = i > 0 and sorts[i - 1] is Sort.FIRST and len(word) > 4
        beside = (i > 0 and in_capitals(words[i - 1])) or (i + 1 < len(words) and in_capitals(words[i + 1]))
        if before or beside:
            sorts[i] = sort_of(from_capitals(word))
