"""A note's Markdown → inline Markdown that cannot break the page around it.

Curators write Markdown: emphasis, code, links, lists, quotations, paragraphs. Anything else that their text
may hold, such as a heading, a picture or raw HTML, is shown as the words it has. What comes out is one line
of known tags with escaped text between them, so that it fits into an item of a list.
"""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser

import markdown

from .escape import Markdown, escape, escape_html

KEPT = frozenset({"p", "em", "strong", "code", "ul", "ol", "li", "blockquote", "i", "b", "sub", "sup", "br"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
WEB = ("https://", "http://", "mailto:")


def note_text(source: str) -> Markdown:
    """`note_text("# A *b*") == "<p>A <em>b</em></p>"`; links lead to the web only."""
    return safe(_renderer().reset().convert(source))


def plain(html: str) -> str:
    """The words of HTML: `plain("<i>A</i> &amp; B") == "A & B"`."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return "".join(reader.words)


def safe(html: str) -> Markdown:
    """HTML reduced to known tags, balanced, as inline Markdown."""
    printer = _Printer()
    printer.feed(html)
    printer.close()
    return Markdown("".join([*printer.pieces, *(f"</{tag}>" for tag in reversed(printer.open))]).strip())


@cache
def _renderer() -> markdown.Markdown:
    renderer = markdown.Markdown()
    # Indented text is a slip in YAML more often than code, and code over several lines needs a block.
    renderer.parser.blockprocessors.deregister("code")
    renderer.preprocessors.deregister("html_block")
    return renderer


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


class _Printer(HTMLParser):
    """Prints what is kept. `open` are the tags to be closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.open: list[str] = []

    def set_cdata_mode(self, elem: str, **_: bool) -> None:
        """Nothing changes: the text of a script is text, and tags in it are tags."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "br":
            self.pieces.append("<br>")
        elif tag == "img":
            self.handle_data(given.get("alt") or "")
        elif tag == "a":
            target = given.get("href") or ""
            if target.startswith(WEB) and "a" not in self.open:
                self._start("a", f' href="{_attribute(target)}"')
        elif tag in KEPT or tag in HEADINGS:
            self._start("p" if tag in HEADINGS else tag)

    def handle_endtag(self, tag: str) -> None:
        tag = "p" if tag in HEADINGS else tag
        while tag in self.open:
            last = self.open.pop()
            self.pieces.append(f"</{last}>")
            if last == tag:
                break

    def handle_data(self, data: str) -> None:
        self.pieces.append(escape(data, starts_line=False))

    def _start(self, tag: str, attributes: str = "") -> None:
        self.open.append(tag)
        self.pieces.append(f"<{tag}{attributes}>")


def _attribute(value: str) -> str:
    """A value in a tag amid Markdown: nothing in it is read as Markdown first."""
    return "".join(f"&#{ord(c)};" if c in "\\`[]*_{}!" else c for c in escape_html(value))
