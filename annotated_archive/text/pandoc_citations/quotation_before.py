"""The quotation directly before a citation: a blockquote, or text in quotation marks.

Comes in: Markdown, its prose (see `prose.py`) and where a citation starts. Goes out: the quotation or None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model import Span
from ..quotation_marks import CLOSING
from ..quotations import opening_of
from .prose import OTHER, QUOTE_PREFIX, UNSEEN
from .words import words_of

# What may stand between a quotation and its citation: punctuation, emphasis, what nobody sees, one line end.
_BETWEEN = re.compile(rf"(?:[ \t\u00a0.,;:!?…–—()*_{UNSEEN}-]|\n(?![ \t>]*\n))*\Z")
_NOTHING_MORE = re.compile(rf"[ \t.,;:!?…)*_{UNSEEN}]*(?:\n[ \t>]*(?:\n|\Z)|\Z)")
_EDGES = re.compile(r"[\s.,;:>]*")
_SENTENCE_END = re.compile(r"[.!?…]")
# The line below a quotation that names its speaker: "— Anna Beispiel [@key]".
_ATTRIBUTION = re.compile(r"(?:\A|\n)[ \t>]*(?:—|–|―|--+)[^\n]{0,80}\Z")
_ALERT = re.compile(r"[ \t>]*\[![A-Za-z]+\]")  # "> [!NOTE]": a box, no quotation
_BLANK = re.compile(r"[ \t>]*\Z")

# Emphasis and what nobody sees stand beside a mark as if they were not there. Behind code, an address or the
# sign of a blockquote a quotation may begin, as behind a bracket.
_BESIDE = frozenset("*_" + UNSEEN)
_APART = str.maketrans({OTHER: "(", ">": "("})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that an essay quotes. `span` has its marks, or the `>` of a blockquote; `text` only the words.

    In `text` a line feed stands where a paragraph ends or a line is broken on purpose.
    """

    span: Span
    text: str
    block: bool


def quotation_before(markdown: str, prose: str, cited: Span, floor: int, in_text: bool) -> Quotation | None:
    """The quotation whose citation has the span `cited`; `floor` is where the citation before it ends."""
    if (block := _blockquote(prose, cited, in_text)) is not None:
        start, end = max(block.start, floor), block.end
        attribution = _ATTRIBUTION.search(prose, start, end)
        if attribution and words_of(markdown[start : attribution.start()]):
            end = attribution.start()
        # Behind the citation of an earlier quotation in the blockquote stands that one's punctuation.
        if floor > block.start and (edge := _EDGES.match(prose, start, end)) is not None:
            start = edge.end()
        end = start + len(markdown[start:end].rstrip(" \t\n>"))
        text = words_of(markdown[start:end])
        return Quotation(Span(start, end), text, True) if text else None
    start = _block_start(prose, cited.start)
    between = _BETWEEN.search(prose, start, cited.start)
    closing = between.start() - 1 if between else cited.start - 1
    if closing <= start or (in_text and _begins_a_sentence(prose, closing, cited)):
        return None
    opening = _opening(prose, start, closing)
    if opening is None or not (text := words_of(markdown[opening + 1 : closing])):
        return None
    return Quotation(Span(opening, closing + 1), text, False)


def _begins_a_sentence(prose: str, closing: int, cited: Span) -> bool:
    """Whether a key in the text starts a sentence of its own, so that the quotation before is not its."""
    ended = _SENTENCE_END.search(prose, closing + 1, cited.start)
    return bool(ended) and not _NOTHING_MORE.match(prose, cited.end)


def _blockquote(prose: str, cited: Span, in_text: bool) -> Span | None:
    """The blockquote that a citation ends, or whose line below it is; up to where the citation starts."""
    starts = [0, *(match.end() for match in re.finditer("\n", prose[: cited.start]))]
    lines = [prose[start:end] for start, end in zip(starts, [*starts[1:], cited.start], strict=True)]
    last = len(lines) - 1
    ends_block = bool(_NOTHING_MORE.match(prose, cited.end))
    if not QUOTE_PREFIX.match(lines[last]):
        alone = not lines[last].strip(" \t(*_") or bool(_ATTRIBUTION.search(lines[last]))
        last -= 1
        while last > 0 and lines[last].strip() and not QUOTE_PREFIX.match(lines[last]):
            last -= 1
        if last > 0 and not lines[last].strip():
            # One blank line between, if nothing but the citation is in its paragraph.
            if last != len(lines) - 2 or not alone or not ends_block or in_text:
                return None
            last -= 1
    if last < 0 or not QUOTE_PREFIX.match(lines[last]) or (in_text and not ends_block):
        return None
    first = last
    while first > 0 and _continues(lines, first - 1):
        first -= 1
    if _ALERT.match(lines[first]):
        return None
    return Span(starts[first], cited.start)


def _continues(lines: list[str], number: int) -> bool:
    """Whether a line is of the blockquote that the next line is of."""
    if QUOTE_PREFIX.match(lines[number]):
        return True
    # A line without a prefix continues the paragraph above it.
    above = number
    while above > 0 and lines[above].strip() and not QUOTE_PREFIX.match(lines[above]):
        above -= 1
    return bool(lines[number].strip()) and bool(QUOTE_PREFIX.match(lines[above]))


def _block_start(prose: str, offset: int) -> int:
    """Where the paragraph of an offset starts."""
    start = 0
    for blank in re.finditer(r"\n[ \t]*\n", prose[:offset]):
        start = blank.end()
    return start


def _opening(prose: str, start: int, closing: int) -> int | None:
    """Where the mark at `closing` was opened."""
    if prose[closing] not in CLOSING:
        return None
    seen = [at for at in range(start, closing + 1) if prose[at] not in _BESIDE]
    opening = opening_of("".join(prose[at] for at in seen).translate(_APART))
    return None if opening is None else seen[opening]
