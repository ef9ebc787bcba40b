"""What a reader of an article reads, in comparable form, with the way back to the saved text.

Comes in: a saved text and its segments. Goes out: a `ReaderText` of title, kicker and running text, or of
what stands beside it. Boilerplate, links and reader comments are never part of one. Notes are anchored in it,
quotations verified against it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..kinds import BESIDE, HEADINGS, Kind
from ..model import SavedText, Segment, Span
from .comparable import Comparable, comparable
from .paragraphs import fold, paragraphs

REMEMBERED = 64  # articles; a run of one stage comes back to the same few

_LOOK_BACK = 80
_PLAIN_SPACE = (" ", "\u00a0")
_NUMBER_BEFORE, _NUMBER_AFTER = re.compile(r"\d[.,:]\Z"), re.compile(r"[.,:]\d")
# A hyphen at a line's end may be inside a word; before a space it ends one ("Nord- und Südtor").
_SPACE_AFTER_HYPHEN = re.compile(r"[-‐‑–][ \u00a0]")

# What becomes a passage: its kind, its parts, and a paragraph's number and id.
_Unit = tuple[Kind, tuple[Span, ...], int | None, str | None]


@dataclass(frozen=True, slots=True)
class Passage:
    """A title, kicker, paragraph or caption …: `start` up to `end` of the reading's comparable text.

    `number` and `id` are the paragraph's; None for anything else.
    """

    kind: Kind
    start: int
    end: int
    number: int | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class ReaderText:
    """Passages one after the other. `joined` has their characters as saved, `parts` where these come from.

    A part is its place in `joined` and its span of the saved text. `form` is the comparable form of
    `joined`.
    """

    joined: str
    parts: tuple[tuple[int, Span], ...]
    form: Comparable
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The comparable text, in which offsets of passages count."""
        return self.form.text

    def span(self, start: int, end: int) -> Span:
        """The span of the saved text behind a part of the comparable text, from first to last character.

        What was cut from between, such as a link, lies inside.
        """
        inner = self.form.span(start, end)
        if inner.start == inner.end:
            return Span(0, 0)
        return Span(self._saved(inner.start), self._saved(inner.end - 1) + 1)

    def within(self, span: Span) -> tuple[int, int]:
        """The part of the comparable text that a span of the saved text touches."""
        touched = [
            (place + max(0, span.start - part.start), place + min(part.end, span.end) - part.start)
            for place, part in self.parts
            if part.start < span.end and part.end > span.start
        ]
        return self.form.within(Span(touched[0][0], touched[-1][1])) if touched else (0, 0)

    def as_printed(self, start: int, end: int) -> str:
        """The words behind a part of the comparable text, as saved but for white space, which is folded."""
        return fold(self.form.span(start, end).of(self.joined))

    def joined_before(self, at: int) -> str:
        """A line's worth of saved characters before an offset of the comparable text."""
        start = self.form.starts[at] if at < len(self.text) else len(self.joined)
        return self.joined[max(0, start - _LOOK_BACK) : start]

    def starts_word(self, at: int) -> bool:
        """Whether no word and no number goes on from before an offset of the comparable text.

        `"und"` starts a word in "Nord- und Südtor", `"tor"` does not; nor does "5" in "3,5".
        """
        text = self.text
        if at == 0 or at >= len(text) or not text[at].isalnum():
            return True
        if text[at - 1].isalnum():
            return self.joined_before(at)[-1:] in _PLAIN_SPACE
        return not (text[at].isdigit() and _NUMBER_BEFORE.search(text, 0, at))

    def ends_word(self, at: int) -> bool:
        """Whether no word and no number goes on behind an offset: the inverse of `starts_word`."""
        text = self.text
        if at == 0 or at >= len(text) or not text[at - 1].isalnum():
            return True
        if text[at].isalnum():
            return _SPACE_AFTER_HYPHEN.match(self.joined, self.form.ends[at - 1]) is not None
        return not (text[at - 1].isdigit() and _NUMBER_AFTER.match(text, at))

    def passage_at(self, offset: int) -> int:
        """The index of the passage that an offset of the comparable text is in, or that ended before it."""
        return max(0, bisect_right(self.passages, offset, key=lambda passage: passage.start) - 1)

    def _saved(self, offset: int) -> int:
        place, part = self.parts[bisect_right(self.parts, offset, key=lambda item: item[0]) - 1]
        return part.start + offset - place


@lru_cache(maxsize=REMEMBERED)
def reader_text(saved: SavedText, segments: tuple[Segment, ...]) -> ReaderText:
    """The title, kicker and running text of an article, in the order of the saved text."""
    units: list[_Unit] = [(s.kind, (s.span,), None, None) for s in segments if s.kind in HEADINGS]
    units += [(p.kind, p.spans, p.number, p.id) for p in paragraphs(saved.text, segments)]
    return _join(saved.text, sorted(units, key=lambda unit: unit[1]))


@lru_cache(maxsize=REMEMBERED)
def beside(saved: SavedText, segments: tuple[Segment, ...]) -> ReaderText:
    """What stands beside the running text, such as captions: no quotation goes on from one into the other."""
    return _join(saved.text, [(s.kind, (s.span,), None, None) for s in segments if s.kind in BESIDE])


def _join(text: str, units: Iterable[_Unit]) -> ReaderText:
    pieces: list[str] = []
    parts: list[tuple[int, Span]] = []
    edges: list[tuple[Kind, Span, int | None, str | None]] = []
    at = 0
    for kind, spans, number, identifier in units:
        if pieces:
            pieces.append("\n")
            at += 1
        first = at
        for span in spans:
            parts.append((at, span))
            pieces.append(span.of(text))
            at += span.end - span.start
        edges.append((kind, Span(first, at), number, identifier))
    joined = "".join(pieces)
    form = comparable(joined)
    passages: list[Passage] = []
    for kind, edge, number, identifier in edges:
        start, end = form.within(edge)
        # One space stands for a paragraph's end and the white space beside it: it belongs to neither side.
        start += form.text[start:end].startswith(" ")
        end -= form.text[start:end].endswith(" ")
        if start < end:
            passages.append(Passage(kind, start, end, number, identifier))
    return ReaderText(joined, tuple(parts), form, tuple(passages))
