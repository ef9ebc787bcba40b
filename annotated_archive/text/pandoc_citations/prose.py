"""Which characters of a page's Markdown are prose, and not code, markup or an address.

Comes in: Markdown. Goes out: a string of the same length in which everything else is blotted out, so that a
search for citations and quotation marks finds only what readers read, at its true offset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ..front_matter import read_front_matter
from ..quotation_marks import DOUBLE

# Two signs that no text contains. UNSEEN stands for what nobody reads (a comment, a footnote's mark,
# a tag): a quotation may stand "directly before" a citation with such a thing between.
OTHER, UNSEEN = "\x00", "\x01"

QUOTE_PREFIX = re.compile(r"^[ \t]*(?:>[ \t]?)+")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
# Blocks whose content is indented without being code: lists, admonitions, tabs, footnotes, definitions.
_CONTAINER = re.compile(r"[ \t]*(?:[-*+]|\d+[.)]|!!!|\?\?\?\+?|===|\[\^[^\]]+\]:|:)[ \t]")
_CODE_INDENT = 4

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
    """Indices of the lines of fenced and indented code, by the indents that Python-Markdown goes by."""
    fence = ""
    containers: list[int] = []
    after_blank, in_code = True, False
    for number, line in enumerate(lines):
        prefix = QUOTE_PREFIX.match(line)
        content = line[prefix.end() :].expandtabs(4) if prefix else line.expandtabs(4)
        mark = _FENCE.match(content)
        if fence:
            yield number
            if mark and mark[1].startswith(fence) and not content.strip(" `~"):
                fence = ""
            continue
        if not content.strip():
            after_blank = True
            continue
        indent = len(content) - len(content.lstrip())
        while containers and indent <= containers[-1]:
            containers.pop()
        inside = containers[-1] + _CODE_INDENT if containers else 0
        if mark and "`" not in content[mark.end() :]:
            fence = mark[1]
            yield number
        elif indent >= inside + _CODE_INDENT and (after_blank or in_code):
            in_code = True
            yield number
            after_blank = False
            continue
        elif _CONTAINER.match(content):
            containers.append(indent)
        after_blank = in_code = False
