"""Promise: whatever a saved text holds, a reader of the page sees this text and nothing else.

Texts go through the real Markdown configuration of `mkdocs.yml`, in every place where pages print one, and
come back as the text of the HTML.
"""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mkdocs.config import load_config

from annotated_archive.stages.compose.escape import escape, escape_html, presentable

ROOT = Path(__file__).parent.parent

# What Markdown, its extensions and HTML give a meaning to; Hypothesis mixes it with anything else.
CHARACTERS = (
    "#>-+=:|~*_`[]()<>&\\{}!^$%@\"';?/.,0123 \t\n\r\v\f\x00\x02\x03\x1c\x85\u2028\u200b\ufeff\ufffe\xa0"
)
PHRASES = r"""
1. |1) |- |* |+ |> |# |## x ##|---|***|___|===|~~~|```|    |{: .x }|{: #x }|{.x}|{ #x }
--8<-- |--8<-- "index.md"|--8<--|;--8<--|[a]|[a]: http://b|[a](b)|![a](b)|[^1]|<http://a.b>|<a@b.c>
http://a.b/_c_|*[A]: b|&amp;|&lt|&#0|&#58;|&#x3a;|&copy|&copy;|R&D|<b>|</b>|<!--|-->|<?|?>|<br/>|<details>
</details>|<![CDATA[|]]>|wzxhzdk:0|klzzwxh:0000|snake_case|_a_|__a__|**a**|`a`|: a|!!! note|??? x|::: x
١. |Ärger|😀|a|B
"""
TELLING = [
    *CHARACTERS,
    *re.split(r"[|\n]", PHRASES.strip("\n")),
    "  \n",
    "\\\n",
    "\n\n",
    "a | b\n--- | ---\n",
    "\ud800",
]
TEXTS = st.lists(st.one_of(st.sampled_from(TELLING), st.text(max_size=4)), max_size=12).map("".join)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def text_of(html: str) -> str:
    """What a reader sees of this HTML, white space folded."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return " ".join("".join(parser.parts).split())


@cache
def renderer() -> markdown.Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    return markdown.Markdown(
        extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"]
    )


def rendered(source: str) -> str:
    return renderer().reset().convert(source)


def seen(text: str) -> str:
    return " ".join(presentable(text).split())


@settings(max_examples=600, deadline=None)
@given(TEXTS)
@example("# C# ##")
@example("1. *a* <b> &amp; {: .x } R&D &copy 2015")
@example("---")
@example("a\n---\nb")
def test_a_paragraph_shows_its_text(text: str) -> None:
    assert text_of(rendered(f"{escape(text)}\n")) == seen(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_numbered_paragraph_shows_its_text(text: str) -> None:
    html = rendered(f"[¶ 3](#p-0){{ .para data-search-exclude }} {escape(text)}\n{{: #p-0 .lead }}\n")
    assert text_of(html) == f"¶ 3 {seen(text)}".strip()
    assert 'id="p-0"' in html


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("# C# ##")
def test_a_heading_shows_its_text(text: str) -> None:
    assume(seen(text))  # the archive prints no heading without words
    html = rendered(f"# {escape(text)}\n\n## {escape(text)} {{: #p-0 }}\n")
    assert text_of(html) == f"{seen(text)} {seen(text)}".strip()


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_a_link_and_a_list_show_their_texts(title: str, teaser: str) -> None:
    title = f"x{title}"  # the archive prints no link without words
    source = f"- **[{escape(title)}](a.md)**\n  *[{escape(title)}](b.md) · x*\n  {escape(teaser)}\n"
    assert text_of(rendered(source)) == f"{seen(title)} {seen(title)} · x {seen(teaser)}".strip()


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_raw_block_shows_its_text(text: str) -> None:
    html = rendered(f"before\n\n<details>\n<p>{escape_html(text)}</p>\n</details>\n\nafter\n")
    assert text_of(html) == " ".join(f"before {seen(text)} after".split())


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_commonmark_renderer_shows_the_text(text: str) -> None:
    """Another renderer may take over: nothing rests on how Python-Markdown reads an escape."""
    source = f"{escape(text)}\n\n# {escape(text)}\n\n- [x{escape(text)}](a.md)\n\n"
    source += f"<details>\n<p>{escape_html(text)}</p>\n</details>\n\nafter\n"
    expected = f"{seen(text)} {seen(text)} {seen(f'x{text}')} {seen(text)} after"
    assert text_of(MarkdownIt("commonmark").render(source)) == " ".join(expected.split())


@pytest.mark.parametrize(
    "text", ["AT&T", "snake_case", "17. September", "a - b + c", "a > b", "Was ist das?", "(a)"]
)
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert escape(text, starts_line=False) == text
