"""Marks: what single lines declare themselves to be, before their place on the page is known.

Comes in: blocks. Goes out: for each block a `Mark` or None. A mark is a first reading: the modules that see
the whole page may overrule it, for example where a dateline belongs to a teaser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from ...model import Kind
from ...text.quotation_marks import CLOSING_DOUBLE, OPENING_DOUBLE
from . import comment_forms, credits, forms
from .block import REMEMBERED_LINES, Block, line_alone
from .corrections import is_correction
from .labels import page_furniture, picture_agencies
from .layout import Layout
from .mark import Mark
from .words import entries, first_words

# Words. A label that begins a line or stands in one proves little when the line is a long paragraph: there it
# is what the article says. Walls and boxes, on the other hand, speak in sentences.
LONGEST_LABELLED = {
    "related-teasers": 25,
    "comment-head": 10,
    "comment-control": 6,
    "navigation": 12,
    "topic-list": 30,
    "video-box": 12,
    "share-box": 16,
    "advert": 30,
    "login-box": 30,
    "rights-notice": 30,
    "wire-notes": 12,
    "consent-notice": 120,
}
LONGEST_PICTURE_CREDIT = 9
LONGEST_BOX = max(LONGEST_LABELLED.values())
LONGEST_LINE = 1200  # characters; a longer one has few words only where it is no writing
QUOTES, CLOSING = tuple(OPENING_DOUBLE), tuple(CLOSING_DOUBLE)
SIGNS = re.compile(r"[\d:©/()|,\[]")
PICTURE_WORDS = entries("picture-words")
LONGEST_DECLARED = 60  # of any line that declares itself


CORRECTION = Mark(Kind.CORRECTION, "correction-of-text")


def is_ornament(block: Block) -> bool:
    """Signs without a letter or figure."""
    return not any(character.isalnum() for character in block.text)


def is_bracketed_teaser(block: Block) -> bool:
    """A headline in square brackets between two paragraphs: `[ Why old bridges sing ]`."""
    inside = block.text[1:-1]
    return (
        block.text[0] == "["
        and block.text[-1] == "]"
        and block.words >= 4
        and not set("[]").intersection(inside)
    )


# The tests in order: the first that fits wins, so the narrower form stands above the wider one.
DECLARED: tuple[tuple[Callable[[Block], bool], Mark], ...] = (
    (forms.is_wire_header, Mark(Kind.BOILERPLATE, "wire-header")),
    (forms.is_address, Mark(Kind.LINK, "address-line")),
    (forms.is_dateline, Mark(Kind.DATELINE, "date-line")),
    (credits.is_signature, Mark(Kind.CREDIT, "agency-signature")),
    (credits.is_source, Mark(Kind.CREDIT, "source-line")),
    (forms.is_byline, Mark(Kind.BYLINE, "byline")),
    (credits.is_credit, Mark(Kind.CREDIT, "photo-credit")),
    (credits.has_credit, Mark(Kind.CAPTION, "caption-with-credit")),
    (credits.is_caption, Mark(Kind.CAPTION, "caption-by-its-form")),
    (comment_forms.is_buttons, Mark(Kind.BOILERPLATE, "comment-control")),
    (is_ornament, Mark(Kind.BOILERPLATE, "ornament")),
    (is_bracketed_teaser, Mark(Kind.BOILERPLATE, "bracketed-teaser")),
)


def declare(page: Layout) -> Layout:
    """The page with what its lines declare themselves to be."""
    return replace(page, marks=declared_marks(page.blocks))


def declared_marks(blocks: Sequence[Block]) -> tuple[Mark | None, ...]:
    """A mark or None for each block, by its own words alone."""
    return tuple([_declared(block.text) for block in blocks])


def _says_nothing(block: Block) -> bool:
    """A line without a sign, figure or word that any of the tests above asks for: most lines of a menu."""
    words = not block.tokens or block.tokens[0][0] == "_" or block.tokens[0] in first_words("byline-openers")
    return (
        not words
        and PICTURE_WORDS.isdisjoint(block.tokens)
        and "..." not in block.text
        and SIGNS.search(block.text) is None
        and entries("agency-codes").isdisjoint(block.tokens)
        and entries("reply-words").isdisjoint(block.tokens)
    )


def _credits_agency(block: Block) -> bool:
    """A short line with a picture agency's name. With a credit in brackets at its end it is a caption."""
    if block.closed or block.words > LONGEST_PICTURE_CREDIT:
        return False
    if block.text.endswith((")", "]")) and block.text[0] not in "([":
        return False
    agencies = picture_agencies()
    return not agencies.inside.keys().isdisjoint(block.tokens) and agencies.rule(block) is not None


def _own_words(block: Block) -> int:
    """The words of a thread's head without the title that it quotes: `4 Gedanken zu „…“` has three."""
    opening = min((at for sign in QUOTES if (at := block.text.find(sign)) > 0), default=0)
    return len(block.text[:opening].split()) if opening and block.text.endswith(CLOSING) else block.words


@lru_cache(maxsize=REMEMBERED_LINES)
def _declared(text: str) -> Mark | None:
    block = line_alone(text)
    if block.words > LONGEST_BOX:
        return None
    if is_correction(block):
        return CORRECTION
    rule = page_furniture().rule(block)
    words = _own_words(block) if rule == "comment-head" else block.words
    if rule == "rights-notice" and block.tokens[0] == "copyright" and credits.is_picture_rights(block):
        return Mark(Kind.CREDIT, "photo-credit")
    if rule is not None and words <= LONGEST_LABELLED.get(rule, LONGEST_DECLARED):
        return Mark(Kind.BOILERPLATE, rule)
    if _credits_agency(block):
        return Mark(Kind.CREDIT, "photo-credit")
    if block.words > LONGEST_DECLARED or len(block.text) > LONGEST_LINE or _says_nothing(block):
        return None
    return next((mark for test, mark in DECLARED if test(block)), None)
