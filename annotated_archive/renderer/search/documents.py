"""A page of the site → what the search knows of it: its blocks of text, each as what it is.

Comes in: the HTML of a page as readers get it, so that nothing can be found that an edition does not show.
Goes out: a `Document`; None for pages that only list others. What is marked `data-search-exclude` stays out,
a heading with all that follows it up to the next one. What else the archive knows of the page is added by
`facts.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import html
from lxml.etree import _Element

from ...text.searchable import searchable

CONTENT = "md-content__inner"
EXCLUDED = "data-search-exclude"
TAGS = "data-search-tags"
# The kinds of pages that are searched, as the theme names them; "page" is any that a person wrote.
SEARCHED = frozenset({"article", "person", "outlet", "page", "start"})
ESSAYS = "essays/"
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(HEADINGS) | {
    "p",
    "li",
    "dt",
    "dd",
    "td",
    "th",
    "pre",
    "figcaption",
    "summary",
    "blockquote",
}
BLOCKS |= {"div", "section", "ul", "ol", "dl", "table", "tr", "tbody", "thead", "details"}
SILENT = frozenset({"script", "style", "template", "form", "svg", "noscript", "nav"})
# What generated pages print around a text: facts that the search has as such, hints, links on.
AROUND = frozenset({"imprint", "standfirst", "hint", "jump", "withheld", "note-approximate", "point"})
# Sections of an article's page that are not its text.
BESIDE = frozenset({"captions", "corrections"})
_SPACE = re.compile(r"\s+")


@dataclass
class Block:
    """A piece of text. `part` says what it is, `id` where a link leads, of it or of what it stands in."""

    part: str  # title, kicker, lead, subhead, body, beside, note, foot (its tags)
    text: str
    id: str = ""


@dataclass
class Document:
    """A page. `place` is its path below the site; `kind` is article, person, outlet, essay or page."""

    place: str
    kind: str
    language: str
    blocks: list[Block] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The title without its kicker."""
        return next((block.text for block in self.blocks if block.part == "title"), "")


def document(place: str, source: bytes) -> Document | None:
    """The page at `place` ("archive/2015/a/index.html") as it is searched."""
    page = html.document_fromstring(source, parser=html.HTMLParser(encoding="utf-8"))
    content = next((found for found in page.iter("article") if CONTENT in _classes(found)), None)
    if content is None or EXCLUDED in content.attrib:
        return None
    kind = next((c.removeprefix("kind-") for c in _classes(content) if c.startswith("kind-")), "page")
    if kind not in SEARCHED:
        return None
    start = kind == "start"
    if kind in ("page", "start"):
        essay = place.startswith(ESSAYS) and place not in (f"{ESSAYS}index.html", "essays.html")
        kind = "essay" if essay else "page"
    reader = _Reader(generated=start or kind in ("article", "person", "outlet"))
    reader.walk(content, "body", "")
    reader.flush()
    blocks = [block for block in reader.blocks if block.text]
    # A start page that only greets and lists is what everybody has seen already.
    if not blocks or (start and all(block.part == "title" for block in blocks)):
        return None
    found = Document(place, kind, page.get("lang") or "", blocks, (content.get(TAGS) or "").split("\n"))
    if not found.title:
        # A page without a heading has the name that its front matter or its file gives it.
        name = (page.findtext(".//title") or "").rpartition(" – ")[0] or place
        blocks.insert(0, Block("title", searchable(_SPACE.sub(" ", name).strip())))
    blocks += [Block("foot", searchable(tag)) for tag in found.tags if tag]
    return found


def _classes(element: _Element) -> list[str]:
    return (element.get("class") or "").split()


class _Reader:
    """Reads blocks in the order of the page."""

    def __init__(self, generated: bool) -> None:
        self.generated = generated
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.open = Block("body", "")
        self.skipped = 0  # the level of a heading whose section is left out
        self.section = ""  # the heading's id of a section beside the text

    def flush(self) -> None:
        """End the block that is being read."""
        text = _SPACE.sub(" ", "".join(self.pieces)).strip()
        if text:
            self.blocks.append(Block(self.open.part, searchable(text), self.open.id))
        self.pieces = []

    def walk(self, element: _Element, part: str, anchor: str) -> None:
        """All text of an element, its children's in their own blocks."""
        self._text(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, part, anchor)
            self._text(child.tail)

    def _child(self, child: _Element, part: str, anchor: str) -> None:
        tag, classes = child.tag, set(_classes(child))
        if level := HEADINGS.get(tag):
            if EXCLUDED in child.attrib:
                self.skipped = level
            elif level <= self.skipped:
                self.skipped = 0
            self.section = child.get("id", "") if level == 2 else self.section
        if tag in SILENT or EXCLUDED in child.attrib or "hidden" in child.attrib:
            return
        if self.skipped or (self.generated and (classes & AROUND or (level and "apparatus" in classes))):
            return
        if tag == "br":
            self.pieces.append(" ")
            return
        block = tag in BLOCKS or "kicker" in classes or "headline" in classes
        if not block:
            self.walk(child, part, anchor)
            return
        self.flush()
        before = self.open
        anchor = child.get("id") or anchor
        part = self._part(tag, classes, part)
        self.open = Block(part, "", anchor)
        self.walk(child, part, anchor)
        self.flush()
        self.open = before

    def _part(self, tag: str, classes: set[str], around: str) -> str:
        if "note-foot" in classes:
            return "foot"
        if around in ("note", "title", "kicker") or "margin-note" in classes:
            return "kicker" if "kicker" in classes else "note" if "margin-note" in classes else around
        if tag == "h1":
            return "title"
        if tag in HEADINGS:
            return "beside" if self.generated and self.section in BESIDE else "subhead"
        if self.section in BESIDE and self.generated:
            return "beside"
        return "lead" if "lead" in classes else around

    def _text(self, text: str | None) -> None:
        if text and not self.skipped:
            self.pieces.append(text)
