"""Python-Markdown extension: citations of hand-written pages, resolved before, are put in their places.

Comes in: the Markdown of any page. Goes out: the same, or, if the index of resolved citations knows this very
text, with its citations rendered and the list of references at its end. It decides nothing itself.
Every renderer that shows the archive loads this extension, so it brings the guard of the editions with it.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from ..editions.mark import PUBLIC
from .edition_guard import AFTER_INCLUDED, GuardPreprocessor

# Before any other extension changes the text, since the index is made from the text as MkDocs reads it.
FIRST = 1000
# The index, in the folder of generated pages.
CITATIONS = ".citations.json"

Index = dict[str, Any]


class CitedPreprocessor(Preprocessor):
    """Replaces the citations of the pages that the index knows."""

    def __init__(self, md: Markdown, index: Path) -> None:
        super().__init__(md)
        self.index = index

    def run(self, lines: list[str]) -> list[str]:
        """The lines of a page with its citations rendered; most pages are told apart by their length."""
        index = _current(self.index)
        if not index:
            return lines
        length = sum(map(len, lines)) + len(lines) - 1
        if not any(page["length"] == length for page in index.values()):
            return lines
        text = "\n".join(lines)
        page = index.get(hashlib.sha256(text.encode("utf-8", "replace")).hexdigest())
        return _rendered(text, page).split("\n") if page else lines


class CiteExtension(Extension):
    """`annotated_archive` in `markdown_extensions`."""

    def __init__(self, **configs: Any) -> None:
        self.config = {
            "index": [f"docs/archive/{CITATIONS}", "The index that the build writes"],
            "edition": [PUBLIC, "The edition that is rendered"],
        }
        super().__init__(**configs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the preprocessors."""
        md.preprocessors.register(CitedPreprocessor(md, Path(self.getConfig("index"))), "citations", FIRST)
        guard = GuardPreprocessor(md, self.getConfig("edition"))
        md.preprocessors.register(guard, "edition-guard", AFTER_INCLUDED)


def makeExtension(**configs: Any) -> CiteExtension:
    """What Python-Markdown calls for the name of the package, or of this module."""
    return CiteExtension(**configs)


def _rendered(text: str, page: dict[str, Any]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, markdown in page["replace"]:
        pieces += [text[at:start], markdown]
        at = end
    pieces.append(text[at:])
    if page["append"]:
        pieces.append(f"\n\n{page['append']}")
    return "".join(pieces)


def _current(path: Path) -> Index:
    try:
        state = path.stat()
    except OSError:
        return {}
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1)
def _read(path: Path, _changed: int, _size: int) -> Index:
    """The index; read again only when the file has changed."""
    try:
        index = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return index if isinstance(index, dict) else {}
