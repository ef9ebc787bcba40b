"""Pandoc's citation syntax: `[see @a, ¶ 3; @b]`, `[-@a]`, `@a`, `@a [¶ 3]`, `@{a}`.

Comes in: Markdown. Goes out: its `Citation`s in order.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from ...model import Span
from ...words.lexicon import load
from ..paragraphs import fold
from ..quotation_marks import CLOSING
from .prose import OTHER, UNSEEN, prose_of
from .quotation_before import Quotation, quotation_before
from .words import words_of

BRACKETED, IN_TEXT = "bracketed", "in-text"
# Around a locator, whatever it holds: "{¶ 1, 2}, and more"; empty where there is none.
_BRACES = re.compile(r"\{([^{}]*)\}(.*)", re.DOTALL)
_NOTHING = re.compile(r"(?<!\\)[,; ]+\Z")
# What stands without a space behind a key or a locator.
_CLINGS = re.compile(rf"[:;.!?)\]{CLOSING}]")

# A key starts with a letter, digit or underscore; punctuation is only inside: "@key." ends a sentence.
_KEY = r"(?:\{(?P<braced>[^{}\s]+)\}|(?P<key>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*))"
# Before the @: nothing that an e-mail or web address has there.
_AT = rf"(?<![\w.+%/@\\-])(?P<minus>-?)@{_KEY}"
_MENTION = re.compile(_AT)
_BRACKET = re.compile(r"\[((?:[^\[\]\n]|\n(?![ \t>]*\n)|\[[^\[\]]*\])*)\]")
_INNER = re.compile(r"\[([^\[\]]*)\]")
# Behind a key in the text, in the same line or the next: "@a [¶ 3]". One letter is a box to tick.
_AFTER = re.compile(
    rf"[ \t\u00a0]*(?:\n(?![ \t>]*\n)[ \t>]*)?"
    rf"\[((?:\d|(?:[^\[\]\n{OTHER}{UNSEEN}]|\n(?![ \t>]*\n)|\[[^\[\]]*\]){{2,}}))\](?![(\[:])"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One work of a citation. `paragraph` is the number cited, `last_paragraph` ends a range (¶ 3–5).

    `suffix` is what follows, and `joint` stands before it. `place` is the kind of another place that it
    begins with, as the lexicon calls it ("page" or "other"), and `pages` the number of a page.
    """

    key: str
    prefix: str = ""
    suppress_author: bool = False
    paragraph: int | None = None
    last_paragraph: int | None = None
    suffix: str = ""
    joint: str = ", "
    place: str = ""
    pages: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as written. `form` is "bracketed" or "in-text"; `span` is its markup in the Markdown.

    A word after an @ in the text looks like a citation even when it is somebody's handle elsewhere: whoever
    knows the keys decides by `form`. Of one in the text, `bracket` is what follows it in brackets.
    """

    form: str
    items: tuple[Item, ...]
    span: Span
    quotation: Quotation | None = None
    bracket: Span | None = None


def find_citations(markdown: str) -> tuple[Citation, ...]:
    """All citations of a page, in order, with their quotations.

    Code, links, addresses, comments, front matter and `\\@` are left alone.
    """
    if "@" not in markdown:
        return ()
    prose = prose_of(markdown)
    found: list[Citation] = []
    in_text = list(_in_text(markdown, prose))
    taken = [citation.span for citation in in_text]
    found = sorted((*in_text, *_bracketed(markdown, prose, taken)), key=lambda citation: citation.span)
    result: list[Citation] = []
    floor = 0
    for citation in found:
        is_in_text = citation.form == IN_TEXT
        quotation = quotation_before(markdown, prose, citation.span, floor, is_in_text)
        result.append(replace(citation, quotation=quotation))
        # A word after an @ inside a quotation may be one of its words, so it does not end it.
        floor = floor if is_in_text and quotation is None else citation.span.end
    return tuple(result)


def find_literal(markdown: str, citations: Iterable[Citation]) -> tuple[tuple[str, Span], ...]:
    """Keys with their places that look like citations and are none, as they stand in the text of a link."""
    if "@" not in markdown:
        return ()
    taken = [citation.span for citation in citations]
    return tuple(
        (mention["braced"] or mention["key"], Span(*mention.span()))
        for mention in _MENTION.finditer(prose_of(markdown, links=True))
        if not any(span.start <= mention.start() < span.end for span in taken)
    )


def _bracketed(markdown: str, prose: str, taken: list[Span]) -> Iterator[Citation]:
    for bracket in _BRACKET.finditer(prose):
        if any(span.start <= bracket.start() < span.end for span in taken):
            continue
        start, end = bracket.span()
        mentions = list(_MENTION.finditer(prose, *bracket.span(1)))
        if not mentions:
            continue
        # Brackets around the brackets of a citation are the text's.
        for inner in _INNER.finditer(prose, start + 1, end - 1):
            if inner.start() < mentions[0].start() and mentions[-1].end() <= inner.end():
                start, end = inner.span()
        yield Citation(
            BRACKETED, tuple(_items(markdown, prose, mentions, start + 1, end - 1)), Span(start, end)
        )


def _in_text(markdown: str, prose: str) -> Iterator[Citation]:
    inside = [Span(*bracket.span()) for bracket in _BRACKET.finditer(prose)]
    for mention in _MENTION.finditer(prose):
        start, end = mention.span()
        if any(span.start <= start < span.end for span in inside):
            continue
        after = _AFTER.match(prose, end)
        if after is None:
            yield Citation(IN_TEXT, (_item(mention, "", ""),), Span(start, end))
            continue
        mentions = [mention, *_MENTION.finditer(prose, *after.span(1))]
        items = tuple(_items(markdown, prose, mentions, after.start(1), after.end(1)))
        bracket = Span(after.start(1) - 1, after.end())
        yield Citation(IN_TEXT, items, Span(start, after.end()), bracket=bracket)


def _items(markdown: str, prose: str, mentions: list[re.Match[str]], start: int, end: int) -> Iterator[Item]:
    """The works of a bracket from `start` to `end`. No word of it is lost: what is neither prefix nor suffix
    stands before the next work, or behind the last.
    """
    prefix = words_of(markdown[start : max(start, mentions[0].start())])
    for mention, following in zip(mentions, [*mentions[1:], None], strict=True):
        # Of a key before the bracket, what follows it begins in the bracket.
        begins = max(start, mention.end())
        if following is None:
            yield _item(mention, prefix, markdown[begins:end])
            return
        semicolon = prose.find(";", begins, following.start())
        if semicolon >= 0:
            yield _item(mention, prefix, markdown[begins:semicolon])
            prefix = words_of(markdown[semicolon + 1 : following.start()])
        else:
            item = _item(mention, prefix, markdown[begins : following.start()])
            prefix = item.suffix
            yield replace(item, suffix="", place="", pages="")


def _item(mention: re.Match[str], prefix: str, rest: str) -> Item:
    key = mention["braced"] or mention["key"]
    text = _NOTHING.sub("", fold(html.unescape(rest)))
    bare = text.lstrip(", ")
    named = True
    if (braces := _BRACES.match(bare)) is not None:
        named = bool(braces[1].strip())
        text = f", {braces[1].strip()}{braces[2]}" if named else f", {braces[2].lstrip(', ')}"
        bare = text.lstrip(", ")
    first = last = None
    if named and (locator := _locator().match(bare)) is not None:
        first = int(locator[1])
        last = int(locator[2]) if locator[2] else None
        text = bare[locator.end() :]
    place = _place().match(text.lstrip(",: ")) if named and first is None else None
    joint = _joint(text, bool(place), first is not None)
    return Item(
        key,
        prefix.lstrip(",; "),
        bool(mention["minus"]),
        first,
        last,
        words_of(text.lstrip(", ")),
        joint,
        ("other" if place["other"] else "page") if place else "",
        place["number"] or "" if place else "",
    )


def _joint(text: str, is_place: bool, behind_paragraph: bool) -> str:
    """What stands before a suffix: as written, but a comma before the number of a page."""
    if text.startswith(","):
        return ", "
    if _CLINGS.match(text) and text[:1] != " ":
        return ""
    return ", " if is_place and not behind_paragraph else " "


@cache
def _locator() -> re.Pattern[str]:
    named = _named("paragraph")
    return re.compile(rf"(?:{named})\s*(\d{{1,4}})(?!\d)(?:\s*[-–—]+\s*(\d{{1,4}})(?!\d))?", re.IGNORECASE)


@cache
def _place() -> re.Pattern[str]:
    """A place that is no paragraph; a number alone is a page, as Pandoc has it."""
    number = r"(?P<number>\d+(?:\s*[-–—]+\s*\d+)?)"
    return re.compile(
        rf"(?:(?P<other>(?:{_named('other')})\s*\d+)|(?:(?:{_named('page')})\s*)?{number}(?![\w.]))",
        re.IGNORECASE,
    )


def _named(section: str) -> str:
    return "|".join(re.escape(word) for word in sorted(load("locators")[section], key=len, reverse=True))
