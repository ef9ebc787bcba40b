"""Saved web pages: SingleFile, Zotero snapshots, "save complete page", and databases' exports as HTML."""

from __future__ import annotations

from ..model import Element, Kind, Segment, Span
from .charset import decode_page
from .html_hints import page_hints
from .html_source import place
from .html_text import page_text
from .reading import Reading, Unreadable

# Elements that are no part of an article by what they say they are, and the rule that says so.
FURNITURE = {"nav": "page-navigation", "footer": "page-footer", "aside": "page-aside"}
# An element with more of the page's text than this holds the article, whatever it calls itself.
LARGEST_SHARE = 0.4


def read_html(content: bytes, encoding: str | None, told: str | None = None) -> Reading | Unreadable:
    """The visible text of a page with its hints; navigation, footers and asides are set apart.

    `told` is the character set that the page's server named.
    """
    from lxml import etree

    source, used = decode_page(content, encoding, told)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = etree.fromstring(source.replace("\0", "\ufffd").encode("utf-8", "replace"), parser)
    except etree.ParserError:
        root = None
    if root is None:
        return Unreadable("R001", "The page is empty.", "Save the page again, or remove the file.")
    page = page_text(root)
    text = "".join(page.parts)
    if not text.strip():
        return Unreadable(
            "R001",
            "The page shows no text.",
            "Save the page again with its text (SingleFile keeps what a browser shows), or remove the file.",
        )
    elements = tuple(sorted(page.elements, key=lambda element: (element.span.start, -element.span.end)))
    lines, origins = place(source, text, page.pieces, used)
    hints = page_hints(root, source, elements, text)
    return Reading(text, used, False, lines, origins, hints, elements, _furniture(text, elements))


def _furniture(text: str, elements: tuple[Element, ...]) -> tuple[Segment, ...]:
    """Navigation, footers and asides that hold neither the heading nor a large part of the text."""
    headings = [element.span.start for element in elements if element.tag == "h1"]
    articles = [element.span for element in elements if element.tag == "article"]
    found: list[Segment] = []
    end = 0
    for element in elements:
        rule = FURNITURE.get(element.tag)
        span = _stripped(text, element.span)
        if rule is None or span.start < end or span.end <= span.start:
            continue
        holds_heading = any(span.start <= start < span.end for start in headings)
        inside = element.tag == "footer" and any(
            a.start <= span.start and span.end <= a.end for a in articles
        )
        if holds_heading or inside or span.end - span.start > LARGEST_SHARE * len(text):
            continue
        found.append(Segment(Kind.BOILERPLATE, span, rule))
        end = span.end
    return tuple(found)


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
