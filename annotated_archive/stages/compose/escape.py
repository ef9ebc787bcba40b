"""Text → Markdown or HTML that shows exactly this text, whatever characters it has.

The promise: a CommonMark renderer, and Python-Markdown as `mkdocs.yml` sets it up, show the text unchanged
but for white space, every run of which is one space. Characters that HTML cannot hold appear as U+FFFD.

A page should also stay readable as a plain file, so a character is escaped only where it could mean
something. Where it could, a backslash is used if both renderers take one, else a character reference:
Python-Markdown knows no backslash before `<`, `&`, `=`, `:` and `~`.
"""

from __future__ import annotations

import html
import re


class Markdown(str):
    """Markdown that is ready to be printed: what templates leave alone. Any other string they escape."""

    __slots__ = ()


# What HTML's standard forbids in a document: controls that are no white space, lone surrogates (which no
# encoding can write either) and noncharacters. Python-Markdown's own marks, STX and ETX, are among them.
_FORBIDDEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))
    + "]"
)
_WHITE_SPACE = re.compile(r"\s+")

# Code, emphasis, links, images, attribute lists, escapes, cells of a table. A closing bracket counts, because
# the text may stand in a link; an underscore inside a word (snake_case) does not, in either renderer.
_INLINE = re.compile(r"[\\`*\[\]{}|]|(?<![^\W_])_|_(?![^\W_])")
_TAG = "<"
# Python-Markdown reads a numeric reference even without its semicolon.
_REFERENCE = re.compile(r"&(?=#|\w+;)")

# Headings, quotations, lists, rules, underlines of headings, fences: only where a line starts. To
# Python-Markdown, a list is numbered with any digits that Unicode has.
_LINE_START = re.compile(r"\A(\s*)(?:([#>+-])|([=:~])|(\d+)([.)]))")
# A run of # that ends a heading is taken for its closing sequence.
_LINE_END = re.compile(r"#(?=\s*\Z)")


def presentable(text: str) -> str:
    """White space folded, and U+FFFD for what HTML cannot hold: `presentable("a\\n b") == "a b"`.

    A space at either end stays: the text may be a part of a sentence.
    """
    return _WHITE_SPACE.sub(" ", _FORBIDDEN.sub("\ufffd", text))


def escape(text: str, starts_line: bool = True) -> Markdown:
    """The text as inline Markdown: `escape("1. *a* < b") == "1\\\\. \\\\*a\\\\* &lt; b"`.

    Say `starts_line=False` only where other characters stand before it: a date then keeps its full stop.
    """
    escaped = _REFERENCE.sub("&amp;", presentable(text))
    escaped = _INLINE.sub(r"\\\g<0>", escaped).replace(_TAG, "&lt;")
    # As a link at a line's start, `[a\\]: b](c)` would define a reference for Python-Markdown.
    escaped = escaped.replace(r"\]:", r"\]&#58;")
    escaped = _LINE_END.sub(r"\\#", escaped)
    return Markdown(_LINE_START.sub(_escape_line_start, escaped) if starts_line else escaped)


def escape_html(text: str) -> Markdown:
    """The text for a raw HTML block, between tags or in a quoted attribute, line ends kept.

    Line ends become references: a blank line would end the block for a CommonMark renderer.
    """
    kept = re.sub(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]", "\n", text)
    kept = _FORBIDDEN.sub("\ufffd", kept.replace("\x1f", " "))
    return Markdown(html.escape(kept).replace("\n", "&#10;"))


def _escape_line_start(match: re.Match[str]) -> str:
    space, punctuation, bare, digits, mark = match.groups()
    if punctuation:
        return f"{space}\\{punctuation}"
    if bare:
        return f"{space}&#{ord(bare)};"
    return f"{space}{digits}\\{mark}"
