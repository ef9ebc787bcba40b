"""A page that people write → its front matter and its body, as MkDocs, which renders the page, reads them.

Comes in: a page's Markdown. Goes out: values of any kind that YAML knows, and the rest of the page. Between
dashes stands YAML; without dashes, MkDocs takes lines such as `Title: Harbour` at a page's beginning for it
too. YAML with a mistake is no front matter: MkDocs prints it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs.utils.meta import get_data


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`values` by key, `body` the Markdown below, which begins at the offset `start` of the page."""

    values: Mapping[str, Any]
    body: str
    start: int

    @property
    def title(self) -> str:
        """The title that it gives the page, whatever kind of value it is; "" if it gives none."""
        return title_of(self.values)


def read_front_matter(markdown: str) -> FrontMatter:
    """`read_front_matter("---\\ntitle: 'It''s'\\n---\\nText").title == "It's"`. Line ends must be `\\n`."""
    body, values = get_data(markdown)
    return FrontMatter(values, body, len(markdown) - len(body))


def title_of(values: Mapping[str, Any]) -> str:
    """The title among the values of a front matter as text; "" if there is none or it says nothing."""
    return str(values.get("title") or "").strip()
