"""A note's Markdown → inline Markdown that cannot break the page around it.

Curators write Markdown: emphasis, code, links, lists, quotations, paragraphs. Anything else that their text
may hold, such as a heading, a picture or raw HTML, is shown as the words it has. nh3 cleans the HTML that the
Markdown makes, as a browser would read it. What comes out is one line of known tags with escaped text between
them, so that it fits into an item of a list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser

import markdown

from ...model import Span
from ...text.html_words import WEB, cleaned
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
# For private use, so that no text means anything by them.
_FREE_SIGNS = tuple(map(chr, range(0xE000, 0xE100)))
_ON_THE_WEB = re.compile(rf"(?:{'|'.join(sorted(WEB))}):", re.IGNORECASE)
_EMPTY = re.compile(r"<p>\s*</p>")


def nowhere(href: str) -> Markdown | None:
    """The page that a relative link leads to, where no pages are known."""
    return None


def note_text(
    source: str,
    citations: Sequence[tuple[Span, Markdown]] = (),
    page: Callable[[str], Markdown | None] = nowhere,
) -> Markdown:
    """`note_text("# A *b*") == "<p>A <em>b</em></p>"`; links lead to the web, and to a `page`.

    In the place of each of the `citations` stands what is given with it. What is nested more deeply than
    anybody reads is shown as the words it has.
    """
    if not _NESTED.search(source):
        held = _Held.of(source, citations)
        try:
            return safe(_renderer().reset().convert(held.source), held, page)
        except RecursionError:
            _renderer.cache_clear()  # it was left in the midst of its work
    return Markdown(f"<p>{escape(fold(source), starts_line=False)}</p>")


@dataclass(frozen=True, slots=True)
class _Held:
    """A text with a `sign`, a number and the `sign` in place of each citation, until its HTML is clean.

    The sign means nothing to Markdown and HTML, and the text has none. `parts` are by number what was written
    there and what takes its place.
    """

    source: str = ""
    sign: str = ""
    parts: Sequence[tuple[str, Markdown]] = ()

    @classmethod
    def of(cls, source: str, citations: Iterable[tuple[Span, Markdown]]) -> _Held:
        """Hold the citations, in order, out of a text."""
        sign = next((sign for sign in _FREE_SIGNS if sign not in source), "")
        if not sign:
            return cls(source)
        pieces, parts, start = list[str](), list[tuple[str, Markdown]](), 0
        for span, shown in citations:
            pieces.append(f"{source[start : span.start]}{sign}{len(parts)}{sign}")
            parts.append((span.of(source), shown))
            start = span.end
        return cls("".join(pieces) + source[start:], sign, parts)

    def split(self, text: str) -> list[tuple[str, Markdown | None]]:
        """The pieces of a text as they were written, with what takes the place of a citation."""
        if not self.parts:
            return [(text, None)]
        pieces = re.split(f"{self.sign}([0-9]{{1,6}}){self.sign}", text)
        return [
            self.parts[int(piece)] if i % 2 and int(piece) < len(self.parts) else (piece, None)
            for i, piece in enumerate(pieces)
        ]

    def written(self, text: str) -> str:
        """The text as it was written."""
        return "".join(piece for piece, _ in self.split(text))


_NOTHING_HELD = _Held()


def safe(
    markup: str, held: _Held = _NOTHING_HELD, page: Callable[[str], Markdown | None] = nowhere
) -> Markdown:
    """HTML reduced to known tags, balanced, as inline Markdown."""
    printer = _Printer(held, page)
    attributes = {"a": {"href"}, "img": {"alt"}}
    clean = cleaned(presentable(markup), KEPT | HEADINGS | {"a", "img"}, attributes, relative=True)
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

    def __init__(self, held: _Held, page: Callable[[str], Markdown | None]) -> None:
        super().__init__(convert_charrefs=True)
        self.held = held
        self.pieces: list[str] = []
        self.page = page
        self.link_end = ""  # of the link that is open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "img":
            self.handle_data(given.get("alt") or "")
        elif tag == "a":
            self._open_link(self.held.written(given.get("href") or ""))
        else:
            self.pieces.append(f"<{_shown(tag)}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.pieces.append(self.link_end)
            self.link_end = ""
        else:
            self.pieces.append(f"</{_shown(tag)}>")

    def _open_link(self, href: str) -> None:
        if _ON_THE_WEB.match(href.strip()):
            start, self.link_end = f'<a href="{_attribute(href)}">', "</a>"
        elif href and (target := self.page(href)):
            start, self.link_end = "[", f"]({target})"  # so that MkDocs finds the page
        else:
            return
        self.pieces.append(start)

    def handle_data(self, data: str) -> None:
        # There are no links in links.
        self.pieces.extend(
            shown if shown is not None and not self.link_end else escape(written, starts_line=False)
            for written, shown in self.held.split(data)
        )


def _shown(tag: str) -> str:
    return "p" if tag in HEADINGS else tag


def _attribute(value: str) -> str:
    """A value in a tag amid Markdown: nothing in it is read as Markdown first."""
    return "".join(f"&#{ord(c)};" if c in "\\`[]*_{}!" else c for c in escape_html(value))
