"""Templates → text. What a template prints is escaped unless it is `Markdown` already.

There are two kinds of templates: `*.md.j2` print Markdown, `*.html.j2` print one raw HTML block each. Nobody
has to remember a filter, so nobody can forget one.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ...model import Page
from ...words.languages import Interface
from .escape import Markdown, escape, escape_html
from .front_matter import front_matter

TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment(kind: str) -> Environment:
    escaped = escape_html if kind == "html" else escape

    def finalize(value: object) -> str:
        return value if isinstance(value, Markdown) else escaped(str(value))

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # the pages are Markdown; `finalize` escapes for it
        auto_reload=False,
    )


def render_markdown(template: str, **values: Any) -> str:
    """A Markdown page or part of one; blank lines are never doubled."""
    rendered = _environment("md").get_template(f"{template}.md.j2").render(values)
    return re.sub(r"\n{3,}", "\n\n", rendered).strip("\n") + "\n"


def render_html(template: str, **values: Any) -> Markdown:
    """A raw HTML block, without blank lines: a CommonMark renderer would end the block there."""
    rendered = _environment("html").get_template(f"{template}.html.j2").render(values)
    return Markdown(re.sub(r"\n\s*\n", "\n", rendered).strip())


def list_page(
    place: str, kind: str, words: Interface, title: str, searched: bool = False, **values: Any
) -> Page:
    """A page that is no article: `kind` names its template, and the theme sets the page by it.

    `searched` is for the page of one person or outlet, which a search should find beside the articles; lists
    of many would come up with every one of these.
    """
    meta: dict[str, Any] = {"title": title, "kind": kind}
    if not searched:
        meta["search"] = {"exclude": True}
    head = Markdown(front_matter(meta))
    return Page(place, render_markdown(kind, front_matter=head, words=words, title=title, **values))
