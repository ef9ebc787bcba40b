"""Text and segments → passages: the words of the running text at their places. Only there names count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Kind, Segment, Span
from ...text.letters import NUMERAL, SHORTEST_CAPITALS, from_capitals, in_capitals
from ...text.paragraphs import paragraphs
from ...text.quotation_marks import APOSTROPHES, CLOSING, MARKS, OPENING
from ...words import lexicon
from .words import LEADS, Sort, sort_of

_TITLES = "|".join(
    re.escape(word)
    for word in sorted(lexicon.words("honorifics"), key=len, reverse=True)
    if word.endswith(".") and not NUMERAL.match(word)
)
_CAPITAL = r"[^\W\d_a-zà-öø-ÿ]"
_TOKEN = re.compile(
    rf"(?:{_TITLES})(?!\w)"
    # other abbreviations: "z.B."
    r"|[a-z]\.[ \u00a0]?[a-zA-ZÄÖÜ]\.(?:[ \u00a0]?[A-Z]\.)?"
    # initials, also written to the name
    rf"|(?:{_CAPITAL}\.-?){{1,4}}(?![^\W\d_])|(?:{_CAPITAL}\.){{1,4}}(?=[A-ZÄÖÜ])"
    # the numeral of a pope, unless a sentence may end there
    r"|[IVX]{2,5}\.(?=\s+[a-zäöü(–,])"
    # words with apostrophes, soft hyphens and hyphens, also over a hyphen at a line end
    rf"|[^\W_]+(?:[{APOSTROPHES}.](?=[^\W\d_]{{2}})[^\W_]+|\u00ad[^\W_]+|[-‐‑][^\W_]+"
    rf"|[-¬\u00ad‐][ \t]?\n[ \t]*(?!(?:{lexicon.alternatives('small_words', 'after_hyphen')})\b)[a-zäöüß]+)*"
    r"|[^\w\s]"
)
_LINE_END = re.compile(r"[-¬\u00ad‐][ \t]?\n[ \t]*")
_SOFT_HYPHEN = "\u00ad"
_SENTENCE_END = frozenset(".!?:;…•–-") | (frozenset(MARKS) - frozenset(APOSTROPHES))
_OPEN, _CLOSE = frozenset(OPENING + "("), frozenset(CLOSING + ")")
_LAST = frozenset({Sort.NAME, Sort.SURNAME, Sort.TRADE, Sort.PARTICLE})
LONG_WORD, FEWEST_WORDS = 4, 4  # letters; words of a headline, fewer can all be names
_ADJECTIVE = ("e", "en", "er", "es", "em")


@dataclass(frozen=True, slots=True, eq=False)
class WordedPassage:
    """A title or a paragraph. `words[i]` stands at `starts[i]` to `ends[i]` of the saved text."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    sorts: list[Sort]
    capitals: bool  # all of it is in capitals, as some headlines are
    title_case: bool  # each of its longer words has a capital, as in English headlines

    def span(self, first: int, after: int) -> Span:
        """The place of the words from `first` up to, not including, `after`."""
        return Span(self.starts[first], self.ends[after - 1])

    def opens_sentence(self, i: int) -> bool:
        """Whether the word may have its capital only from standing first."""
        return i == 0 or self.words[i - 1] in _SENTENCE_END


def passages(text: str, segments: Sequence[Segment]) -> tuple[WordedPassage, ...]:
    """Titles and paragraphs in the order of the text. A link cut out leaves a gap, not a break."""
    found = [(segment.span,) for segment in segments if segment.kind is Kind.TITLE]
    parts: list[tuple[Span, ...]] = [*found, *(paragraph.spans for paragraph in paragraphs(text, segments))]
    return tuple(_passage(text, spans) for spans in sorted(parts))


def role_before(passage: WordedPassage, i: int) -> tuple[str, ...]:
    """The words of the role directly before a word, with adjectives: `("deutsche", "Außenminister")`."""
    start = i
    while start > 0 and passage.sorts[start - 1] in LEADS:
        start -= 1
    if start == i:
        return ()
    while start > 0 and passage.words[start - 1].endswith(_ADJECTIVE):
        start -= 1
    return tuple(passage.words[start:i])


def _passage(text: str, spans: Sequence[Span]) -> WordedPassage:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for span in spans:
        for match in _TOKEN.finditer(text, span.start, span.end):
            word = _LINE_END.sub("", match[0]) if "\n" in match[0] else match[0]
            words.append(word.replace(_SOFT_HYPHEN, "") or word)
            starts.append(match.start())
            ends.append(match.end())
    sorts = [sort_of(word) for word in words]
    _drop_nicknames(words, starts, ends, sorts)
    capitals = all(map(str.isupper, filter(str.isalpha, words)))
    _read_capitals(words, sorts, capitals)
    return WordedPassage(words, starts, ends, sorts, capitals, _in_title_case(words))


def _drop_nicknames(words: list[str], starts: list[int], ends: list[int], sorts: list[Sort]) -> None:
    """Take out what stands in marks inside a name: `Josef „Sepp“ Muster`, `Maria (Mitzi) Muster`."""
    for i in range(len(words) - 4, 0, -1):
        opened, nick, closed = words[i], words[i + 1], words[i + 2]
        if opened not in _OPEN or closed not in _CLOSE or not (nick.istitle() and nick.isalpha()):
            continue
        if sorts[i - 1] is Sort.FIRST and sorts[i + 3] in _LAST and words[i + 3][0].isupper():
            for kept in (words, starts, ends, sorts):
                del kept[i : i + 3]


def _in_title_case(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) >= LONG_WORD and word.isalpha()]
    return len(long) >= FEWEST_WORDS and all(word[0].isupper() for word in long)


def _read_capitals(words: list[str], sorts: list[Sort], everywhere: bool) -> None:
    """Let words in capitals be names: everywhere, or in "ANNA MUSTER" and "Anna MUSTER"."""
    for i, word in enumerate(words):
        if sorts[i] is not Sort.NEVER or not in_capitals(word):
            continue
        usual = sort_of(from_capitals(word))
        after_first = i > 0 and sorts[i - 1] is Sort.FIRST and len(word) > SHORTEST_CAPITALS
        before_capitals = i + 1 < len(words) and in_capitals(words[i + 1]) and usual is Sort.FIRST
        if everywhere or before_capitals or after_first:
            sorts[i] = usual
