"""HTML → its words, and HTML with few tags: what nh3 makes of it, losing no word.

Comes in: HTML of anybody. Goes out: the same with no other tags and attributes than those that may stay.
Words of Markdown are told in `pandoc_citations/words.py`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache

import nh3

WEB = frozenset({"https", "http", "mailto"})


def words_of_html(markup: str) -> str:
    """`words_of_html("<i>A</i> &amp; B") == "A & B"`. White space stays."""
    return html.unescape(cleaned(markup, frozenset(), {}))


def cleaned(
    markup: str, tags: frozenset[str], attributes: Mapping[str, set[str]], relative: bool = False
) -> str:
    """HTML with these tags and attributes by tag, balanced; of others the words stay. Links lead to the web,
    and if `relative` ones may stay, anywhere on the site.

    Raises UnicodeEncodeError for a lone surrogate.
    """
    return nh3.clean(
        _other_tag(tags).sub("", markup),
        tags=set(tags),
        clean_content_tags=set(),
        attributes=dict(attributes),
        url_schemes=set(WEB),
        url_relative="pass_through" if relative else "deny",
        link_rel=None,
    )


@lru_cache(maxsize=16)
def _other_tag(tags: frozenset[str]) -> re.Pattern[str]:
    """Tags that go by their names first: of some, such as svg and script, nh3 would take the words too, and
    all that follows one that is never closed.
    """
    kept = rf"(?!(?:{'|'.join(sorted(tags))})[\s/>])" if tags else ""
    return re.compile(rf"</?{kept}[A-Za-z][^<>]*>", re.IGNORECASE)
