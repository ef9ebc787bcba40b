"""An anchor → selectors of the W3C Web Annotation model.

A passage is described twice, because there are two texts: the saved one, in whose characters offsets count,
and the page, which shows only what belongs to the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from ...editions.withheld import withheld_spans
from ...kinds import READABLE
from ...model import Article, Segment, Span
from ...text.paragraphs import fold, paragraphs

# Hypothes.is keeps as much; enough to tell two occurrences of a phrase apart.
CONTEXT = 32
# How a page numbers its paragraphs.
NUMBER = re.compile(r"¶\s*(?P<number>\d+)\s?")


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
    """The passage as the page shows it: without what was cut from inside, white space folded.

    The context ends with the paragraph: between two of them, the page has a number and the notes beside it.
    """
    text = article.saved.text
    start, end = _paragraph_around(article, span)
    exact = _shown(text, article.segments, span)
    before = _shown(text, article.segments, Span(start, span.start))
    after = _shown(text, article.segments, Span(span.end, end))
    return Quote(fold(exact), _fold_start(before)[-CONTEXT:], _fold_end(after)[:CONTEXT])


def located(article: Article, exact: str, prefix: str, suffix: str) -> Quote | None:
    """A passage that was selected on the page, with what stands around it in the running text.

    `prefix` and `suffix` may have a paragraph's number in them, which is the page's. None if the words are
    not there, or the context does not tell one of their places.
    """
    text = article.saved.text
    whole = fold(_shown(text, article.segments, Span(0, len(text))))
    exact = fold(NUMBER.sub(" ", exact))
    numbered = list(NUMBER.finditer(prefix))
    before = fold(prefix[numbered[-1].end() :] if numbered else prefix)
    after = fold(NUMBER.split(suffix)[0])
    places = [match.start() for match in re.finditer(f"(?={re.escape(exact)})", whole)] if exact else []
    inside = _paragraph_in(article, int(numbered[-1]["number"])) if numbered else None
    scored = []
    for place in places:
        here = _common(whole[:place].rstrip()[::-1], before[::-1])
        here += _common(whole[place + len(exact) :].lstrip(), after)
        scored.append((bool(inside and inside.start <= place < inside.end), here, place))
    scored.sort(reverse=True)
    if not scored or (len(scored) > 1 and scored[0][:2] == scored[1][:2]):
        return None
    start, end = scored[0][2], scored[0][2] + len(exact)
    if len(places) == 1:
        return Quote(exact, "", "")
    return Quote(exact, whole[max(0, start - CONTEXT) : start].strip(), whole[end : end + CONTEXT].strip())


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _paragraph_in(article: Article, number: int) -> Span | None:
    """Where the paragraph with a number stands in the folded text of the page."""
    text = article.saved.text
    for paragraph in paragraphs(text, article.segments):
        if paragraph.number == number:
            start, end = (
                len(fold(_shown(text, article.segments, Span(0, offset))))
                for offset in (paragraph.spans[0].start, paragraph.spans[-1].end)
            )
            return Span(start, end + 1)
    return None


def _paragraph_around(article: Article, span: Span) -> tuple[int, int]:
    """Where the paragraph begins in which a passage begins, and where the one ends in which it ends."""
    start, end = span.start, span.end
    for paragraph in paragraphs(article.saved.text, article.segments):
        first, last = paragraph.spans[0].start, paragraph.spans[-1].end
        if first <= span.start < last:
            start = first
        if first < span.end <= last:
            end = last
    return start, end


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
        if start >= end or segment.kind not in READABLE:
            continue
        if "\n" in text[last:start]:
            parts.append("\n")
        parts.append(text[start:end])
        last = end
    if "\n" in text[last : span.end]:
        parts.append("\n")
    return "".join(parts)
