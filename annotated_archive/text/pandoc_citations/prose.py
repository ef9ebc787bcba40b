"""Which characters of a page's Markdown are prose, and not code, markup or an address.

Comes in: Markdown. Goes out: a string of the same length in which everything else is blotted out, so that a
search for citations and quotation marks finds only what readers read, at its true offset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from ..front_matter import read_front_matter
from ..quotation_marks import DOUBLE

# Two signs that no text contains. UNSEEN stands for what nobody reads (a comment, a footnote's mark,
# a tag): a quotation may stand "directly before" a citation with such a thing between.
OTHER, UNSEEN = "\x00", "\x01"

QUOTE_PREFIX = re.compile(r"^[ \t]*(?:>[ \t]?)+")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
# Blocks whose content is indented without being code: lists, and admonitions, tabs, footnotes, definitions.
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+\.)[ \t]")
_CONTAINER = re.compile(r"[ \t]*(?:!!!|\?\?\?\+?|===|\[\^[^\]]+\]:|:)[ \t]")
# Headings and rules: another block may follow without a blank line.
_ALONE = re.compile(r"[ ]*(?:#|(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,}|=+[ ]*)\Z)")
_INDENT = 4

_SAME_BLOCK = r"(?:(?!\n[ \t>]*\n)[\s\S])"
_INLINE = re.compile(
    rf"""(?P<escape>\\[\\`*_{{}}\[\]()\#+.!@<>~^;-])
    |(?P<key>(?<![\w.+%/@\\-])-?@\{{[^{{}}\s]+\}})
    |(?P<comment><!--[\s\S]*?-->)
    |(?P<element><(?P<name>script|style|pre|code|kbd|textarea)\b[^<>]*>[\s\S]*?</(?P=name)\s*>)
    |(?P<code>(?P<ticks>`+)(?!`){_SAME_BLOCK}+?(?<!`)(?P=ticks)(?!`))
    |(?P<tag></?[A-Za-z][A-Za-z0-9-]*(?=[\s/>])(?:[^<>\n]|\n(?![ \t]*[>\n]))*>)
    |(?P<footnote>\[\^[^\]\s]+\])
    |(?P<definition>^[ ]{{0,3}}\[[^\]\n]+\]:[ \t]*\S+[^\n]*)
    |(?P<link>!?\[(?:[^\[\]\n]|\n(?![ \t>]*\n)|\[[^\[\]]*\])*\]\((?:[^()\n]|\([^()\n]*\))*\))
    |(?P<address>\b[A-Za-z][A-Za-z0-9+.-]*://[^\s<>{DOUBLE}]+|\bmailto:\S+)
    |(?P<attributes>\{{:?[ ]*[.\#][^{{}}\n]*\}}|\{{:[^{{}}\n]*\}})
    """,
    re.VERBOSE | re.MULTILINE,
)
_UNSEEN_KINDS = frozenset({"comment", "footnote", "attributes", "tag"})


def prose_of(markdown: str, links: bool = False) -> str:
    """The Markdown with the same length and lines, blotted out where it is no prose; with `links`, not these.

    `prose_of("`@a` b") == "\\0\\0\\0\\0 b"`.
    """
    start = read_front_matter(markdown).start
    lines = (_blot(markdown[:start], OTHER) + markdown[start:]).split("\n")
    for number in _code_lines(lines):
        lines[number] = OTHER * len(lines[number])
    kept = {"key", "link"} if links else {"key"}
    return _INLINE.sub(partial(_blot_inline, kept=kept), "\n".join(lines))


def _blot_inline(match: re.Match[str], kept: set[str]) -> str:
    kind = next(name for name in match.re.groupindex if match[name] is not None)
    if kind in kept:
        return match[0]
    return _blot(match[0], UNSEEN if kind in _UNSEEN_KINDS else OTHER)


def _blot(text: str, sign: str) -> str:
    # Line ends stay, and quotation prefixes with them: what a blockquote is must still be seen.
    return re.sub(r"[^\n]", sign, text)


def _code_lines(lines: list[str]) -> Iterator[int]:
    """Indices of the lines of fenced and indented code, as Python-Markdown tells them."""
    contents = [QUOTE_PREFIX.sub("", line).expandtabs(_INDENT) for line in lines]
    ends = _ends_of_fences(contents)
    fenced_until = -1
    containers: list[int] = []  # the levels of indentation at which they begin
    new_block, in_code, in_paragraph = True, False, False
    for number, content in enumerate(contents):
        if number <= fenced_until:
            yield number
            continue
        if not content.strip():
            new_block, in_paragraph = True, False
            continue
        level = (len(content) - len(content.lstrip())) // _INDENT
        alone = bool(_ALONE.match(content))
        # A list begins no line of a paragraph; a text that goes on below an item belongs to it.
        item = not alone and not in_paragraph and bool(_ITEM.match(content))
        while containers and level <= containers[-1] and (new_block or item or alone):
            containers.pop()
        inside = containers[-1] + 1 if containers else 0
        if number in ends:
            fenced_until, in_paragraph, alone = ends[number], False, True
            yield number
        elif level > inside and (new_block or in_code):
            new_block, in_code = False, True
            yield number
            continue
        elif item or _CONTAINER.match(content):
            containers.append(level)
        else:
            in_paragraph = not containers and not alone
        new_block, in_code = alone, False


def _ends_of_fences(contents: Sequence[str]) -> dict[int, int]:
    """The line that closes the fence at each line, if one does: the next with nothing but the same mark."""
    ends: dict[int, int] = {}
    closing: dict[str, int] = {}
    for number in range(len(contents) - 1, -1, -1):
        mark = _FENCE.match(contents[number])
        if mark is None:
            continue
        if mark[1] in closing and "`" not in contents[number][mark.end() :]:
            ends[number] = closing[mark[1]]
        if contents[number].strip() == mark[1]:
            closing[mark[1]] = number
    return ends
