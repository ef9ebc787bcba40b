"""An item's text on its way through citeproc: out of the reach of markup and of the style's punctuation.

citeproc-py escapes no HTML, and nobody could tell its quotation marks and full stops from those of a
headline. So the text's own ones travel as characters that mean nothing, and come back at the end: as they
were, or as single marks where the style has set double ones around them.
"""

from __future__ import annotations

import html
import re

from ...text.html_words import words_of_html
from ...text.quotation_marks import SINGLE_FOR, TYPOGRAPHIC

# Unicode's noncharacters: no text that can be exchanged has them.
_FIRST = 0xFDD0
_OWN = f'<>&"{TYPOGRAPHIC}?!….'
_CONCEAL = {ord(character): _FIRST + number for number, character in enumerate(_OWN)}
_REVEAL = {there: here for here, there in _CONCEAL.items()}
_UNUSABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def _concealed(characters: str) -> str:
    return characters.translate(_CONCEAL)


# Initials are made from a name's full stops, so these stay.
_CONCEAL_NAME = {character: there for character, there in _CONCEAL.items() if character != ord(".")}
# Around a date that is no date: a style that prints year and day apart would print it twice.
_WORDS_START, _WORDS_END = "\ufdee", "\ufdef"
_WORDS = re.compile(f"(?:[.,] )?{_WORDS_START}([^{_WORDS_END}]*){_WORDS_END}")

# Behind a particle that is written to its name.
_BOUND = "\ufdec"

_TO_SINGLE = {_CONCEAL[ord(double)]: ord(single) for double, single in SINGLE_FOR.items()}
_QUOTED = {"de": re.compile("„([^“]*)“"), "en-US": re.compile("“([^”]*)”")}
# A sentence ends once. Only American English ends it within the quotation marks.
_FULL_STOP = re.compile(f"({_concealed('.')}(?:</i>)?[“”’]?)\\.")
_MARK = re.compile(f"([{_concealed('?!…')}](?:</i>)?)\\.")
_OUTSIDE = re.compile(r"”([.,])")
_LESS, _GREATER, _QUOTE = _concealed("<"), _concealed(">"), _concealed('"')
_RICH = re.compile(f"{_LESS}(i|b|sub|sup){_GREATER}((?:(?!{_LESS}).)*){_LESS}/\\1{_GREATER}", re.DOTALL)
_NO_CASE = re.compile(f"{_LESS}span class={_QUOTE}nocase{_QUOTE}{_GREATER}(.*?){_LESS}/span{_GREATER}")
_TAG = re.compile(r"<[^<>]*>")
_TAG_OR_TEXT = re.compile(r"<[^<>]*>|[^<]+|<")
# Double and single marks; a single closing one is an apostrophe as well, which every language writes alike.
_MARKS = {"de": ("„“", "‚’"), "en": ("“”", "‘’"), "fr": (("«\u00a0", "\u00a0»"), "‘’")}
# White space, and the one that French sets inside its quotation marks.
_SPACE = re.compile(r"(?P<french>(?<=«)\u00a0(?=\S)|(?<=\S)\u00a0(?=»))|\s+")
_COLON = re.compile(r"(?<=\w):(?= )")
_BEFORE_A_WORD = "([{–—-/„“‚‘«"


def typographic(text: str, locale: str) -> str:
    """Straight quotation marks as a language sets them: `typographic('Der "Rat"', "de")` is "Der „Rat“".

    Those of CSL's rich text (`<span class="nocase">`) stay.
    """
    double, single = _MARKS.get(locale[:2], _MARKS["en"])
    made = ""
    for piece in _TAG_OR_TEXT.findall(text):
        if piece.startswith("<") and piece.endswith(">"):
            made += piece
            continue
        for at, character in enumerate(piece):
            marks = {'"': double, "'": single}.get(character)
            before = (_TAG.sub("", made) or " ")[-1]
            opens = (before.isspace() or before in _BEFORE_A_WORD) and piece[at + 1 : at + 2] != " "
            made += character if marks is None else marks[0] if opens else marks[1]
    return made


def spaced(arranged: str, locale: str) -> str:
    """What a style adds, spaced as the language does: French has a space before a colon too."""
    return _COLON.sub("\u00a0:", arranged) if locale.startswith("fr") else arranged


def conceal(text: str, name: bool = False) -> str:
    """A text that citeproc may carry: white space folded, markup and punctuation concealed."""
    folded = _SPACE.sub(lambda space: space["french"] or " ", _UNUSABLE.sub("\ufffd", text)).strip()
    return folded.translate(_CONCEAL_NAME if name else _CONCEAL)


def conceal_words(text: str) -> str:
    """A date in words, which is printed once, however often the style asks for it."""
    return f"{_WORDS_START}{conceal(text)}{_WORDS_END}"


def bound(particle: str) -> str:
    """A name's particle; after "al-" and "d'" no style's space stands."""
    return f"{particle}{_BOUND}" if particle.endswith(("-", "‐", "'", "’", _concealed("’"))) else particle


def reveal_html(rendered: str, locale: str) -> str:
    """citeproc's HTML with the texts back in it, escaped. CSL's rich text (`<i>`, `<sup>`) works."""
    marked = _RICH.sub(r"<\1>\2</\1>", _NO_CASE.sub(r"\1", _punctuated(rendered, locale)))
    return "".join(html.escape(chr(_REVEAL[ord(c)]), quote=False) if ord(c) in _REVEAL else c for c in marked)


def reveal_plain(rendered: str, locale: str) -> str:
    """The same without markup."""
    bare = _RICH.sub(r"\2", _NO_CASE.sub(r"\1", _punctuated(rendered, locale)))
    return words_of_html(bare).translate(_REVEAL)


def _punctuated(rendered: str, locale: str) -> str:
    language = "de" if locale.startswith("de") else locale
    rendered = re.sub(f"{_BOUND} ?", "", rendered)
    if language in _QUOTED:
        rendered = _QUOTED[language].sub(lambda match: match[0].translate(_TO_SINGLE), rendered)
    rendered = _FULL_STOP.sub(r"\1", rendered)
    if locale == "en-US":
        rendered = _FULL_STOP.sub(r"\1", _OUTSIDE.sub(r"\1”", rendered))
    first = _WORDS.search(rendered)
    if first:
        rest = _WORDS.sub("", rendered[first.end() :])
        words = first[0].replace(_WORDS_START, "").replace(_WORDS_END, "")
        rendered = rendered[: first.start()] + words + rest
    return _MARK.sub(r"\1", rendered)
