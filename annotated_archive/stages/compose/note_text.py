"""A note's Markdown → inline Markdown that cannot break the page around it.

Curators write Markdown: emphasis, code, links, lists, quotations, paragraphs. Anything else that their text
may hold, such as a heading, a picture or raw HTML, is shown as the words it has. nh3 cleans the HTML that the
Markdown makes, as a browser would read it. What comes out is one line of known tags with escaped text between
them, so that it fits into an item of a list.
"""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

import markdown

from ...text.html_words import cleaned
from ...text.paragraphs import fold
from .escape import Markdown, escape, escape_html, presentable

KEPT = frozenset({"p", "em", "strong", "code", "ul", "ol", "li", "blockquote", "i", "b", "sub", "sup", "br"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# A paragraph cannot hold a list: a browser ends it before and begins another behind.
# Python-Markdown calls itself for each level of a list, quotation or bracket.
MOST_LEVELS = 40
_NESTED = re.compile(
    rf"^[ ]{{{4 * MOST_LEVELS},}}\S|(?:[>*+-][ \t]*){{{2 * MOST_LEVELS},}}\S|\[{{{MOST_LEVELS},}}",
    re.MULTILINE,
)
_EMPTY = re.compile(r"<p>\s*</p>")


def note_text(source: str) -> Markdown:
    """`note_text("# A *b*") == "<p>A <em>b</em></p>"`; links lead to the web only.

    What is nested more deeply than anybody reads is shown as the words it has.
    """
    if not _NESTED.search(source):
        try:
            return safe(_renderer().reset().convert(source))
        except RecursionError:
            _renderer.cache_clear()  # it was left in the midst of its work
    return Markdown(f"<p>{escape(fold(source), starts_line=False)}</p>")


def safe(markup: str) -> Markdown:
    """HTML reduced to known tags, balanced, as inline Markdown."""
    printer = _Printer()
    clean = cleaned(presentable(markup), KEPT | HEADINGS | {"a", "img"}, {"a": {"href"}, "img": {"alt"}})
    printer.feed(_EMPTY.sub("", clean))
    printer.close()
    return Markdown("".join(printer.pieces).strip())


@cache
def _renderer() -> markdown.Markdown:
    renderer = markdown.Markdown()
    # Indented text is a slip in YAML more often than code, and code over several lines needs a block.
    renderer.parser.blockprocessors.deregister("code")
    renderer.preprocessors.deregister("html_block")
    return renderer


class _Printer(HTMLParser):
    """Prints clean HTML so that Markdown reads its tags as tags and its text as text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.linked = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "img":
            self.handle_data(given.get("alt") or "")
        elif tag == "a":
            self.linked = bool(given.get("href"))
            if self.linked:
                self.pieces.append(f'<a href="{_attribute(given["href"] or "")}">')
        else:
            self.pieces.append(f"<{_shown(tag)}>")

    def handle_endtag(self, tag: str) -> None:
        if tag != "a" or self.linked:
            self.pieces.append(f"</{_shown(tag)}>")

    def handle_data(self, data: str) -> None:
        self.pieces.append(escape(data, starts_line=False))


def _shown(tag: str) -> str:
    return "p" if tag in HEADINGS else tag


def _attribute(value: str) -> str:
    """A value in a tag amid Markdown: nothing in it is read as Markdown first."""
    return "".join(f"&#{ord(c)};" if c in "\\`[]*_{}!" else c for c in escape_html(value))
