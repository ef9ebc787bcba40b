"""What a quotation claims: parts that the article must have, and the editor's marks between and in them.

Comes in: the words of a quotation. Goes out: `Part`s, each with a pattern for an article's comparable text.
Marks are `[…]` or `(…)` for words left out, `[D]ie` and `dies[e]` for changed letters, `[word]` for words
added or put for a pronoun, `[sic]`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from ...text.comparable import comparable
from ...text.paragraphs import fold
from ...words.lexicon import words

WORD = re.compile(r"[^\W_]+")
# Double marks become single ones in a quotation inside a quotation, so both count as the same sign here.
_ONE_MARK = str.maketrans('"', "'")

_GAP = re.compile(r"[\[(](?:…|\.\.)[.,;]?[\])]")
_MARK = re.compile(
    r"""(?P<case>(?<![^\W_])\[(?P<letter>[^\W\d_])\](?=[^\W\d_]))
    |(?P<ending>(?<=[^\W\d_])\[(?P<letters>[^\W\d_]{0,5})\])
    |(?P<added>\ ?(?:\[[^\[\]]+\]|\((?:sic\ ?!?|!|\?)\)))
    """,
    re.VERBOSE,
)
# Letters that `dies[e]` may stand for: an inflection, not another word.
_ENDINGS = "e|en|er|es|em|ern|n|s|st|t|te|ten|tet|test|et|est|ed|ing|d|r|m"

# At a quotation's edges, punctuation is the essay's. A question or exclamation mark at the end is not: it
# changes what was said.
_BEFORE, _AFTER = " '.,;:!?…-", " '.,;:…-"


_GAP_AS_WRITTEN = re.compile(r"[\[(]\s*(?:…|\.(?:\s*\.)+)\s*[\])]")


class Join(Enum):
    """How a part follows the one before it."""

    GAP = "words were left out"
    BREAK = "a line or paragraph ends"


@dataclass(frozen=True, slots=True)
class Part:
    """Words that must stand together. `words` counts them; `join` is None for the first part.

    The pattern leaves it to the reader of the article to see that no word goes on before or after it.
    """

    join: Join | None
    pattern: re.Pattern[str]
    text: str
    words: int


def with_one_mark(text: str) -> str:
    """The form in which quotation and article are compared: `with_one_mark("„Ja“ – gut") == "'Ja'-gut"`."""
    return comparable(text).text.translate(_ONE_MARK)


def without_marks(text: str) -> str:
    """The words as written, without marks: `without_marks("[D]ie […] Tür [sic]") == "Die Tür"`."""
    return fold(_MARK.sub(r"\g<letter>\g<letters>", _GAP_AS_WRITTEN.sub(" ", text)))


@lru_cache(1 << 10)
def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a quotation in order; none if it has no words of the article."""
    parts: list[Part] = []
    join: Join | None = None
    for line in text.split("\n"):
        for number, piece in enumerate(_GAP.split(with_one_mark(line))):
            join = Join.GAP if number else join
            if (part := _part(piece, join if parts else None)) is not None:
                parts.append(part)
                join = None
        join = join or Join.BREAK
    return tuple(parts)


def in_brackets(text: str) -> tuple[Part, ...]:
    """A quotation that is one bracket, as the words of an article that prints it so; none if it has no words.

    `parts_of` finds no part in it, since it may as well be an editor's remark.
    """
    words_of_it = with_one_mark(text).strip(_BEFORE)
    count = len(WORD.findall(words_of_it))
    return (Part(None, re.compile(re.escape(words_of_it)), words_of_it, count),) if count else ()


def _part(text: str, join: Join | None) -> Part | None:
    pieces: list[tuple[str, str]] = []  # words as they stand, or a pattern for a mark
    at = 0
    for mark in _MARK.finditer(text):
        pieces += [("words", text[at : mark.start()]), _marked(mark)]
        at = mark.end()
    pieces.append(("words", text[at:]))
    while pieces and (pieces[0][0] == "added" or not pieces[0][1].strip(_BEFORE)):
        pieces.pop(0)
    while pieces and (pieces[-1][0] == "added" or not pieces[-1][1].strip(_AFTER)):
        pieces.pop()
    if not pieces:
        return None
    if pieces[0][0] == "words":
        pieces[0] = ("words", pieces[0][1].lstrip(_BEFORE))
    if pieces[-1][0] == "words":
        pieces[-1] = ("words", pieces[-1][1].rstrip(_AFTER))
    counted = len(WORD.findall(_MARK.sub(r"\g<letter>\g<letters>", text)))
    pattern = "".join(
        _words_pattern(piece, after_mark=i > 0 and pieces[i - 1][0] == "added") if kind == "words" else piece
        for i, (kind, piece) in enumerate(pieces)
    )
    return Part(join, re.compile(pattern), text.strip(_BEFORE), counted)


def _words_pattern(text: str, after_mark: bool) -> str:
    # The article has no space beside a quotation mark, where the essay has one before its bracket.
    if after_mark and text.startswith(" "):
        return r"(?: |\b)" + re.escape(text[1:])
    return re.escape(text)


def _marked(mark: re.Match[str]) -> tuple[str, str]:
    if mark["case"]:
        letter = mark["letter"]
        return "case", f"(?:{re.escape(letter.lower())}|{re.escape(letter.upper())})"
    if mark["ending"]:
        inside = mark.string[mark.end() : mark.end() + 1].isalpha()
        letters = re.escape(mark["letters"])
        return "ending", f"(?:{letters})?" if inside else rf"(?:{letters}|{_ENDINGS}|)(?![^\W_])"
    literal = re.escape(mark["added"])
    return "added", rf"(?:{literal}| {_pronoun()}(?![^\W_]))?"


@cache
def _pronoun() -> str:
    return "(?i:" + "|".join(sorted(words("pronouns"), key=len, reverse=True)) + ")"
