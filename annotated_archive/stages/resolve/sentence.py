"""The citing passage: the sentence around a citation, with its quotation, in plain words."""

from __future__ import annotations

import re

from ...text.pandoc_citations import IN_TEXT, Citation, words_of
from ...text.paragraphs import fold
from ...text.quotation_marks import CLOSING, OPENING
from ...text.shortened import shortened

LONGEST = 320  # characters; enough to see what is claimed, short enough for a list of many

_BLANK = re.compile(r"\n[ \t>]*\n")
_END = re.compile(rf"[.!?…][{CLOSING})\]]*(?=\s+[{OPENING}(\[]*[^\W_a-zäöüß])")
# In a table, the cell is what says something.
_ROW, _CELL = re.compile(r"(?:\A|\n)[ \t]*\|[^\n]*\Z"), re.compile(r"(?<!\\)\|")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)]|#{1,6})[ \t]+")


def sentence_around(markdown: str, citation: Citation) -> str:
    """The words, with `…` where they are too many; of citations, only a key in the text stays."""
    quotation = citation.quotation
    start = quotation.span.start if quotation else citation.span.start
    before, after = markdown[_block_start(markdown, start) : start], markdown[citation.span.end :]
    if quotation and quotation.block:
        return shortened(fold(quotation.text), LONGEST)
    after = after[: match.start()] if (match := _BLANK.search(after)) else after
    if _ROW.search(before):
        before, after = _CELL.split(before)[-1], _CELL.split(after)[0]
    lead, rest = words_of(_ITEM.sub("", before, count=1)), words_of(after)
    lead = lead[max((end.end() for end in _END.finditer(lead + " X")), default=0) :]
    middle = words_of(markdown[start : citation.span.start])
    if citation.form == IN_TEXT:
        # The key is the sentence's subject or object; without it the sentence would have a hole.
        middle = f"{middle} @{citation.items[0].key}".strip()
    if _END.search(middle + " X", max(0, len(middle) - 3)) and rest[:1].isupper():
        rest = ""
    elif (match := _END.search(rest + " X")) is not None:
        rest = rest[: match.end()]
    text = f"{lead} {middle}".strip()
    return shortened(fold(f"{text} {rest}" if rest[:1].isalnum() else f"{text}{rest}"), LONGEST)


def _block_start(markdown: str, offset: int) -> int:
    return max((blank.end() for blank in _BLANK.finditer(markdown, 0, offset)), default=0)
