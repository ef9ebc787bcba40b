"""A page's tree → the text that a browser shows, line by line, and the elements whose text it is.

Hidden is what a browser hides by markup: `hidden`, inline `display:none`, a closed `details`, and what
SingleFile marks as hidden. `aria-hidden` hides nothing from the eye. Style sheets are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..model import Element, Span

_UNSEEN = (
    "script style noscript template head title meta link svg iframe object embed audio video canvas datalist "
    "select option textarea map area param source track colgroup col frameset noframes"
)
_BLOCKS = (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section "
    "summary table tbody tfoot thead tr ul caption"
)
UNSEEN, BLOCKS = frozenset(_UNSEEN.split()), frozenset(_BLOCKS.split())
SHADOW = frozenset({"shadowrootmode", "shadowmode", "shadowroot"})  # of a template that browsers show
CELLS = frozenset({"td", "th"})
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
NAMED = frozenset({"h1", "h2", "h3", "nav", "footer", "aside", "article", "header", "main", "time"})


@dataclass
class PageText:
    """The text as it grows. `pieces` are the text nodes with the offset where each one's text begins."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    elements: list[Element] = field(default_factory=list)
    pieces: list[tuple[int, str]] = field(default_factory=list)
    space: bool = False  # a space waits for the next word of its line
    line_open: bool = False

    def put(self, text: str) -> None:
        """Add characters as they are."""
        self.parts.append(text)
        self.length += len(text)

    def new_line(self, forced: bool = False) -> None:
        """End the line; a second time only where the page breaks it (`<br>`)."""
        if self.line_open or (forced and self.length):
            self.put("\n")
        self.line_open = self.space = False

    def cell(self) -> None:
        """Set the next words apart in their line."""
        if self.line_open:
            self.put("\t")
            self.space = False

    def node(self, text: str, preserved: bool) -> None:
        """Add a text node."""
        if preserved:
            self._preserved(text)
            return
        words = _SPACE.sub(" ", text)
        if not words:
            return
        if words[0] == " ":
            self.space = self.line_open
            words = words[1:]
        if not words:
            return
        if self.space and self.line_open and not self.parts[-1].endswith("\t"):
            self.put(" ")
        self.space = words[-1] == " "
        words = words.rstrip(" ")
        self.pieces.append((self.length, text))
        self.put(words)
        self.line_open = True

    def _preserved(self, text: str) -> None:
        self.pieces.append((self.length, text))
        self.put(text.replace("\r\n", "\n").replace("\r", "\n"))
        self.line_open = not text.endswith("\n")
        self.space = False


def page_text(root: Any) -> PageText:
    """The visible text below an element of an lxml tree."""
    page = PageText()
    stack: list[tuple[Any, int, bool]] = []  # open elements: where their text begins, whether in <pre>
    for event, element in _walk(root):
        tag = element.tag
        if event == "start":
            preserved = (stack[-1][2] if stack else False) or tag == "pre"
            if tag == "br":
                page.new_line(forced=True)
            elif tag in BLOCKS:
                page.new_line()
            elif tag in CELLS:
                page.cell()
            stack.append((element, page.length, preserved))
            if element.text:
                page.node(element.text, preserved)
        elif event == "end":
            _, start, _ = stack.pop()
            _note(page, element, start)
            if tag in BLOCKS:
                page.new_line()
        if event in ("end", "unseen") and element.tail and stack:
            page.node(element.tail, stack[-1][2])
    page.new_line()
    return page


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    """Start and end of each element; of an unseen one only that it was passed."""
    stack: list[tuple[Any, Any]] = []
    yield "start", root
    stack.append((root, iter(root)))
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
        elif not isinstance(child.tag, str) or _is_unseen(child):
            yield "unseen", child
        else:
            yield "start", child
            stack.append((child, iter(child)))


def _is_unseen(element: Any) -> bool:
    tag = element.tag
    if tag in UNSEEN:
        return not (tag == "template" and SHADOW.intersection(element.attrib))
    attributes = element.attrib
    if not attributes and tag not in ("details", "dialog"):
        parent = element.getparent()
        return parent is not None and _closed(parent) and tag != "summary"
    if "hidden" in attributes and attributes["hidden"].casefold() != "false":
        return True
    if tag == "dialog" and "open" not in attributes:
        return True
    if "style" in attributes and _HIDDEN.search(attributes["style"]):
        return True
    if "class" in attributes and "sf-hidden" in attributes["class"].split():
        return True
    parent = element.getparent()
    return parent is not None and _closed(parent) and tag != "summary"


def _closed(element: Any) -> bool:
    return bool(element.tag == "details") and "open" not in element.attrib


def _note(page: PageText, element: Any, start: int) -> None:
    """Keep an element that says what it is."""
    attributes = element.attrib
    if element.tag not in NAMED and "class" not in attributes and "id" not in attributes:
        return
    if page.length > start:
        names = tuple(attributes.get("class", "").split())
        page.elements.append(Element(Span(start, page.length), element.tag, attributes.get("id", ""), names))
