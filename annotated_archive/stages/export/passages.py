"""An anchor → selectors of the W3C Web Annotation model.

A passage is described twice, because there are two texts: the saved one, in whose characters offsets count,
and the page, which shows only what belongs to the article.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...editions.withheld import withheld_spans
from ...model import Article, Kind, Segment, Span
from ...text.paragraphs import fold

# Hypothes.is keeps as much; enough to tell two occurrences of a phrase apart.
CONTEXT = 32
SHOWN = frozenset({Kind.KICKER, Kind.TITLE, Kind.LEAD, Kind.SUBHEAD, Kind.BODY})


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words, and what stands directly before and after them."""

    exact: str
    prefix: str
    suffix: str

    def selector(self) -> dict[str, str]:
        """The `TextQuoteSelector`."""
        return {
            "type": "TextQuoteSelector",
            "exact": self.exact,
            "prefix": self.prefix,
            "suffix": self.suffix,
        }


def position(span: Span) -> dict[str, str | int]:
    """The `TextPositionSelector`: characters of the saved text, half open."""
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def saved_quote(article: Article, span: Span) -> Quote:
    """The passage in the saved text, character for character.

    The context stops at what a public edition leaves out.
    """
    text = article.saved.text
    start, end = max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT)
    for hidden in withheld_spans(article):
        if hidden.end <= span.start:
            start = max(start, hidden.end)
        if hidden.start >= span.end:
            end = min(end, hidden.start)
    return Quote(span.of(text), text[start : span.start], text[span.end : end])


def has_withheld(article: Article, span: Span) -> bool:
    """Whether something stands within the passage that a public edition leaves out, such as a comment."""
    return any(hidden.start < span.end and hidden.end > span.start for hidden in withheld_spans(article))


def page_quote(article: Article, span: Span) -> Quote:
    """The passage as the page shows it: without what was cut from inside, white space folded."""
    text = article.saved.text
    end = len(text)
    exact = _shown(text, article.segments, span)
    before = _shown(text, article.segments, Span(0, span.start))
    after = _shown(text, article.segments, Span(span.end, end))
    return Quote(fold(exact), _fold_start(before)[-CONTEXT:], _fold_end(after)[:CONTEXT])


def _fold_start(text: str) -> str:
    """White space folded, a space at the end kept: the passage follows."""
    return fold(text + "|")[:-1] if text else ""


def _fold_end(text: str) -> str:
    """White space folded, a space at the start kept: the passage precedes."""
    return fold("|" + text)[1:] if text else ""


def _shown(text: str, segments: tuple[Segment, ...], span: Span) -> str:
    parts: list[str] = []
    last = span.start
    for segment in segments:
        start, end = max(segment.span.start, span.start), min(segment.span.end, span.end)
        if start >= end or segment.kind not in SHOWN:
            continue
        if "\n" in text[last:start]:
            parts.append("\n")
        parts.append(text[start:end])
        last = end
    if "\n" in text[last : span.end]:
        parts.append("\n")
    return "".join(parts)
