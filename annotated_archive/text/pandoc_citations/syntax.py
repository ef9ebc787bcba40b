"""Pandoc's citation syntax: `[see @a, ¶ 3; @b]`, `[-@a]`, `@a`, `@a [¶ 3]`, `@{a}`.

Comes in: Markdown. Goes out: its `Citation`s in order.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...model import Span
from ...words.lexicon import words
from ..paragraphs import fold
from .prose import OTHER, UNSEEN, prose_of
from .quoted import Quotation, quotation_before
from .words import words_of

BRACKETED, IN_TEXT = "bracketed", "in-text"

# A key starts with a letter, digit or underscore; punctuation is only inside: "@key." ends a sentence.
_KEY = r"(?:\{(?P<braced>[^{}\s]+)\}|(?P<key>\w(?:\w|[:.#$%&\-+?~/](?=\w))*))"
# Before the @: nothing that an e-mail or web address has there.
_AT = rf"(?<![\w.+%/@\\-])(?P<minus>-?)@{_KEY}"
_MENTION = re.compile(_AT)
_BRACKET = re.compile(r"\[((?:[^\[\]\n]|\n(?![ \t>]*\n)|\[[^\[\]]*\])*)\]")
_LOCATOR_AFTER = re.compile(rf"[ \u00a0]?\[([^\[\]\n@{OTHER}{UNSEEN}]{{2,}})\](?![(\[:])")


@dataclass(frozen=True, slots=True)
class Item:
    """One work of a citation. `paragraph` is the number cited, `last_paragraph` ends a range (¶ 3–5)."""

    key: str
    prefix: str = ""
    suppress_author: bool = False
    paragraph: int | None = None
    last_paragraph: int | None = None
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as written. `form` is "bracketed" or "in-text"; `span` is its markup in the Markdown.

    A word after an @ in the text looks like a citation even when it is somebody's handle elsewhere: whoever
    knows the keys decides by `form`.
    """

    form: str
    items: tuple[Item, ...]
    span: Span
    quotation: Quotation | None = None


def find_citations(markdown: str) -> tuple[Citation, ...]:
    """All citations of a page, in order, with their quotations.

    Code, links, addresses, comments, front matter and `\\@` are left alone.
    """
    if "@" not in markdown:
        return ()
    prose = prose_of(markdown)
    bracketed = list(_bracketed(markdown, prose))
    taken = [citation.span for citation in bracketed]
    found = sorted((*bracketed, *_in_text(markdown, prose, taken)), key=lambda citation: citation.span)
    result: list[Citation] = []
    floor = 0
    for citation in found:
        in_text = citation.form == IN_TEXT
        quotation = quotation_before(markdown, prose, citation.span, floor, in_text)
        result.append(Citation(citation.form, citation.items, citation.span, quotation))
        # A word after an @ inside a quotation may be one of its words, so it does not end it.
        floor = floor if in_text and quotation is None else citation.span.end
    return tuple(result)


def _bracketed(markdown: str, prose: str) -> Iterator[Citation]:
    for bracket in _BRACKET.finditer(prose):
        items: list[Item] = []
        at = bracket.start(1)
        for part in re.split(r"(;)", bracket[1]):
            mention = _MENTION.search(prose, at, at + len(part))
            if mention:
                prefix = words_of(markdown[at : mention.start()])
                items.append(_item(mention, prefix, markdown[mention.end() : at + len(part)]))
            at += len(part)
        if items:
            yield Citation(BRACKETED, tuple(items), Span(*bracket.span()))


def _in_text(markdown: str, prose: str, taken: list[Span]) -> Iterator[Citation]:
    for mention in _MENTION.finditer(prose):
        start, end = mention.span()
        if any(span.start <= start < span.end for span in taken):
            continue
        suffix = ""
        if (after := _LOCATOR_AFTER.match(prose, end)) is not None:
            end, suffix = after.end(), markdown[after.start(1) : after.end(1)]
        yield Citation(IN_TEXT, (_item(mention, "", suffix),), Span(start, end))


def _item(mention: re.Match[str], prefix: str, rest: str) -> Item:
    key = mention["braced"] or mention["key"]
    text = fold(html.unescape(rest)).lstrip(", ")
    first = last = None
    if (locator := _locator().match(text)) is not None:
        first = int(locator[1])
        last = int(locator[2]) if locator[2] else None
        text = text[locator.end() :].lstrip(", ")
    return Item(key, prefix, bool(mention["minus"]), first, last, words_of(text))


@cache
def _locator() -> re.Pattern[str]:
    named = "|".join(re.escape(word) for word in sorted(words("locators"), key=len, reverse=True))
    return re.compile(rf"(?:{named})\s*(\d{{1,4}})(?!\d)(?:\s*[-–—]+\s*(\d{{1,4}})(?!\d))?", re.IGNORECASE)
