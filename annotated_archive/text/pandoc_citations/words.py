"""Markdown → the words that a reader sees, without its markup.

Comes in: a part of a page's Markdown. Goes out: its words; a line feed where a paragraph or a line was
ended on purpose, one space for other white space.
"""

from __future__ import annotations

import html
import re

from .prose import QUOTE_PREFIX

_HARD_BREAK = re.compile(r"(?:[ ]{2,}|\\)\n|\n[ \t]*\n\s*|<br\s*/?>\s*")
_MARKUP = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
    |(?P<comment><!--[\s\S]*?-->|</?[A-Za-z][A-Za-z0-9-]*(?=[\s/>])[^<>]*>)
    |(?P<ticks>`+)(?!`)(?P<code>[\s\S]+?)(?<!`)(?P=ticks)(?!`)
    |(?P<unseen>\[\^[^\]\s]+\]|!\[[^\[\]]*\]\([^()]*\)|\{:?[ ]*[.\#][^{}\n]*\})
    |\[(?P<linked>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()\n]|\([^()\n]*\))*\)
    |(?P<citation>\[[^\[\]]*(?<![\w.])-?@[\w{][^\[\]]*\])
    |(?P<emphasis>(?<!\s)[*]+|[*]+(?!\s)|~~|==|\^\^|(?<![^\W_])_+(?!\s)|(?<!\s)_+(?![^\W_]))
    """,
    re.VERBOSE,
)


def words_of(markdown: str) -> str:
    """The words: `words_of("> *Wir* [kommen](u),\\n> sagte er.") == "Wir kommen, sagte er."`."""
    lines = [QUOTE_PREFIX.sub("", line, count=1) for line in markdown.split("\n")]
    # A break is marked by a sign that no text contains while other line ends become spaces.
    broken = _HARD_BREAK.sub("\x00", "\n".join(lines).strip())
    words = html.unescape(_without_markup(broken))
    return re.sub(r" ?\x00[\x00 ]*", "\n", re.sub(r"[^\S\x00]+", " ", words)).strip()


def _without_markup(text: str) -> str:
    return _MARKUP.sub(_seen, text)


def _seen(match: re.Match[str]) -> str:
    if match["escaped"]:
        return match["escaped"]
    if match["code"]:
        return match["code"]
    return _without_markup(match["linked"]) if match["linked"] else ""
