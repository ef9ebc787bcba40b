"""Python-Markdown preprocessor: no page of the local edition is rendered unless it is asked for.

Comes in: the Markdown of any page. Goes out: the same without the mark, or an exception that stops the
renderer, whichever it is. Only the hook of MkDocs asks for the local edition, and only for `mkdocs serve`.
"""

from __future__ import annotations

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from ..editions.mark import LOCAL, MARK, REFUSAL

# After included parts of pages are in place (32) and code that is shown, not meant, is put away (25).
AFTER_INCLUDED = 22


class GuardPreprocessor(Preprocessor):
    """Takes the mark of the local edition away, or refuses the page."""

    def __init__(self, md: Markdown, edition: str) -> None:
        super().__init__(md)
        self.edition = edition

    def run(self, lines: list[str]) -> list[str]:
        """The lines of a page; raises when they must not be published."""
        unmarked = [line for line in lines if line.strip() != MARK]
        if len(unmarked) < len(lines) and self.edition != LOCAL:
            raise refusal()
        return unmarked


def refusal() -> Exception:
    """What stops the renderer: MkDocs shows errors of its own kind to people, and others to programmers."""
    try:
        from mkdocs.exceptions import PluginError
    except ImportError:  # another renderer, which brings no MkDocs
        return RuntimeError(REFUSAL)
    return PluginError(REFUSAL)
