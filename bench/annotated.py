"""Annotated pages: whose page it is, and whether a title is the one that was annotated."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

ALIKE = (
    0.3  # share of its longer words that another headline of the same article has in common with the title
)
SECOND_LEVEL = frozenset({"ac", "co", "com", "gov", "org"})  # `example.co.uk` is a name, `co.uk` none


def outlet_of(page: dict[str, Any]) -> str:
    """The outlet's domain by the page's address, or else what its id begins with."""
    host = urlsplit(page.get("url") or "").netloc.lower().partition(":")[0]
    if not host:
        return str(page["id"]).rsplit("/", 1)[-1].partition("_")[0]
    labels = host.removeprefix("www.").split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and labels[-2] in SECOND_LEVEL else labels[-2:])


def same_title(title: str, line: str) -> bool:
    """Whether a line is the title, perhaps with a kicker or without its last words."""
    one, two = (" ".join(re.sub(r"[\W_]+", " ", _plain(text)).split()) for text in (title, line))
    short, long = sorted((one, two), key=len)
    return bool(short) and short in long and (one == two or len(short) > 0.6 * len(long))


def other_headline(title: str, line: str) -> bool:
    """Whether a line speaks of the same: a teaser's or the printed edition's headline of the article."""
    one, two = ({w[:6] for w in re.findall(r"\w+", _plain(text)) if len(w) >= 4} for text in (title, line))
    return bool(one & two) and len(one & two) >= ALIKE * min(len(one), len(two))


def _plain(text: str) -> str:
    return text.replace("\u00ad", "").casefold()
