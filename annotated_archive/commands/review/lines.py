"""Texts of an archive → what may stand in a comment."""

from __future__ import annotations

import re


def one_line(text: str) -> str:
    """The text without what could end a comment or command a terminal: `one_line("a\\n b") == "a b"`."""
    return "".join(c if c.isprintable() else "�" for c in re.sub(r"\s+", " ", text)).strip()
