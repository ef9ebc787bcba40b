"""Citations in a page's Markdown, in Pandoc's syntax, each with the quotation directly before it.

Comes in: the Markdown of one page. Goes out: `Citation`s with their places in it. Whether a key exists and a
quotation is true is left to the stage that knows the articles.
"""

from .prose import prose_of
from .quotation_before import Quotation
from .syntax import BRACKETED, IN_TEXT, Citation, Item, find_citations, find_literal
from .words import words_of

__all__ = [
    "BRACKETED",
    "IN_TEXT",
    "Citation",
    "Item",
    "Quotation",
    "find_citations",
    "find_literal",
    "prose_of",
    "words_of",
]
