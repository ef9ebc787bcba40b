"""A span → the quote, prefix and suffix that a note needs to be anchored there again.

The three are those of a TextQuoteSelector of the W3C's Web Annotation model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import SavedText, Segment, Span
from ...text.reader_text import ReaderText, reader_text
from .exact import WORD, Range, find

# Words of context up to which a shorter one is worth looking for.
WORD_BY_WORD = 12

_WITHOUT_WIDTH = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def describe_span(span: Span, saved: SavedText, segments: Sequence[Segment]) -> tuple[str, str, str]:
    """Quote, prefix and suffix: the fewest words of context with which the quote occurs once.

    A span is what it has of the title, kicker and running text; three empty strings if that has no words.
    """
    text = reader_text(saved, tuple(segments))
    start, end = text.within(span)
    while start < end and text.text[start].isspace():
        start += 1
    while start < end and text.text[end - 1].isspace():
        end -= 1
    return selector(text, (start, end))


def selector(text: ReaderText, place: Range) -> tuple[str, str, str]:
    """The same for a place in a reading's comparable text."""
    if not WORD.search(text.text, *place):
        return "", "", ""
    inner = text.form.span(*place)
    quote = _folded(inner.of(text.joined)).strip()
    for before, after in _contexts(text.joined, inner):
        prefix = _folded(text.joined[before : inner.start])
        suffix = _folded(text.joined[inner.end : after])
        if find(text, quote, prefix, suffix) == (place,):
            return quote, prefix.lstrip(), suffix.rstrip()
    return quote, prefix.lstrip(), suffix.rstrip()


def _contexts(joined: str, span: Span) -> Iterator[tuple[int, int]]:
    """Where contexts start and end, the shortest first, by whole words; the last has all of the text.

    They grow word by word, then, in a text that repeats itself for long, by half.
    """
    befores = [match.start() for match in re.finditer(r"\S+", joined[: span.start])][::-1]
    afters = [span.end + match.end() for match in re.finditer(r"\S+", joined[span.end :])]
    yield span.start, span.end
    words, most = 0, max(len(befores), len(afters))
    while words <= most:
        before = befores[words] if words < len(befores) else 0
        after = afters[words] if words < len(afters) else len(joined)
        yield before, span.end
        yield span.start, after
        yield before, after
        words += words // 2 if words > WORD_BY_WORD else 1
    yield 0, len(joined)


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", _WITHOUT_WIDTH.sub("", text))
