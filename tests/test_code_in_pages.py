"""Promise: what stands in code on a rendered page is no citation, and what does not is one.

Each text of `cases/code_in_pages.txt` (`---` between them) has keys, `@k1` and so on. Python-Markdown says
which of them are in code: as `mkdocs.yml` sets it up, and with the extensions that people add most.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import markdown
import pytest
from lxml import html as lxml_html

from annotated_archive.text.pandoc_citations import find_citations, prose_of

from .test_markdown_text import rendered

TEXTS = (
    (Path(__file__).parent / "cases" / "code_in_pages.txt").read_text("utf-8").rstrip("\n").split("\n---\n")
)
CASES = [(text, key) for text in TEXTS for key in re.findall(r"@k\d", text)]
WITH_MORE = ["admonition", "footnotes", "def_list", "md_in_html", "tables", "attr_list"]
WITH_MORE += ["pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed"]


@cache
def more() -> markdown.Markdown:
    return markdown.Markdown(
        extensions=WITH_MORE, extension_configs={"pymdownx.tabbed": {"alternate_style": True}}
    )


def in_code(page: str, key: str) -> bool:
    """Whether nobody reads the key as text: it is in code, preformatted, or in a comment."""
    tree = lxml_html.fragment_fromstring(page, create_parent="main")
    shown = tree.xpath("//text()[not(ancestor::code or ancestor::pre or ancestor::script)]")
    return not any(key in text for text in shown if not is_comment(text))


def is_comment(text: object) -> bool:
    parent = text.getparent()
    return not isinstance(parent.tag, str) and not text.is_tail


@pytest.mark.parametrize(("text", "key"), CASES)
def test_code_is_where_the_renderer_has_it(text: str, key: str) -> None:
    verdicts = {in_code(rendered(text), key), in_code(more().reset().convert(text), key)}
    assert (key not in prose_of(text)) in verdicts
    assert any(c.items[0].key == key[1:] for c in find_citations(text)) in {
        not verdict for verdict in verdicts
    }


def test_the_two_rarely_differ() -> None:
    """Otherwise the test above says little: only blocks that `mkdocs.yml` does not know may."""
    differing = [
        text
        for text, key in CASES
        if in_code(rendered(text), key) != in_code(more().reset().convert(text), key)
    ]
    assert len(differing) <= 0.06 * len(CASES)


def test_fences_without_end_cost_little() -> None:
    text = "```a\n" * 20_000 + "@k1"
    assert "@k1" in prose_of(text)
