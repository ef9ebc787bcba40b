"""Credits and captions: whose text it is, whose picture it is, and what the picture shows.

Each test looks at one block alone; captions that only the credit below them gives away are read in
`pictures.py`.
"""

from __future__ import annotations

import re
from functools import cache

from ...words.lexicon import given_names, plain
from .block import Block
from .words import alternatives, entries, first_words

LONGEST_SIGNATURE = 6  # words
LONGEST_SOURCE, LONGEST_SOURCE_SENTENCE = 10, 30  # words
LONGEST_CREDIT = 18  # words
LONGEST_BARE_CREDIT = 8  # words of a credit without a label: `Erika Muster / Pool via dpa`
LONGEST_CAPTION = 60  # words; a caption that ends in a credit can be a small paragraph
LONGEST_CODE = 12  # characters of an author's or agency's code

SIGNATURE = re.compile(
    rf"[(\[]?[\w.-]{{1,16}}(?:\s?[/,|+]\s?(?:{alternatives('credit-with')}\s)?[\w.-]{{1,16}})*[)\]]?$"
)
CODE = re.compile(r"[\w-]+")
# A picture's file name on a line of its own: `img_0815`, `garten-03`, `karte.png`; not `Covid-19`.
FILE_NAME = re.compile(r"[a-z][\w-]*(?:_\d{2,}|-0\d+|-\d{3,})$|\S+\.(?:jpe?g|png|gif|webp)$", re.IGNORECASE)
RIGHTS_AFTER_CAPTION = re.compile(
    rf"\s[–—|-]\s+{alternatives('copyright')}\s+(?=\w)", re.IGNORECASE
)  # `… am Ufer. - Copyright Name`
LICENSED = re.compile(r"\s[–—|/(\[-]\s?(?:CC0|CC[ -]BY)\b[^!?]*$")  # `… am Ufer – CC-BY 2.0 Erika Muster`
LICENCE = re.compile(r"\bcc[ -]by\b.*", re.IGNORECASE)  # `… / cc by sa 2.0` has small words, but is a credit


@cache
def _credit() -> re.Pattern[str]:
    openers = alternatives("credit-openers")
    colon = r"\s?(?:[:/|©]|\.{3})\s?(?=\S)"
    image_source = rf"(?:{alternatives('image-credits')}),\s"
    return re.compile(rf"[(\[]?(?:{openers}){colon}|{image_source}|[(\[]?©|\(c\)", re.IGNORECASE)


@cache
def _credit_words() -> frozenset[str]:
    return first_words("credit-openers") | {"c"}


@cache
def _credit_at_end() -> re.Pattern[str]:
    """A credit that ends a caption: `… Foto: Name/Agency`, `… © Name`, `… (Bild: Name)`."""
    opener = rf"(?:[(\[]?\s?(?:{alternatives('credit-openers')})\s?(?::|\.{{3}})\s?|©\s?|\(c\)\s)"
    glued = r"(?-i:(?<=[a-zäöüß])(?=[A-Z]))"  # the site's layout had them apart: `… am UferBild: Name/Agency`
    initial = r"\b\w\.\s"
    rest = rf"[^.!?]*(?:(?:\.\w|{initial})[^.!?]*)*"
    return re.compile(rf"(?:[\s.!?\"“)/|–-]|{glued}){opener}(?=\S){rest}[.)\]]*$", re.IGNORECASE)


@cache
def _caption_opener() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternatives('caption-openers')})\s?:\s|{alternatives('image-captions')},\s"
        rf"|(?:{alternatives('file-pictures')})\s?[-–:]\s",
        re.IGNORECASE,
    )


@cache
def _caption_end() -> re.Pattern[str]:
    """A caption's last words: a picture agency, alone or below a name: `… Erika Muster/dpa`."""
    sources = alternatives("picture-sources")
    source = rf"[.!?“\"]\s(?:{sources})(?:\s?/\s?\S+){{0,3}}$"
    # `… on Saturday evening (AP)`: with a full stop before it, an agency in brackets signs a paragraph
    in_brackets = rf"\w \((?:{alternatives('agency-codes')}|{sources})(?:\s?/[\w ]+)?\)$"
    name_and_agency = rf"\w[\w.-]+\s?[/|,]\s?(?:{alternatives('agency-codes')}|{sources})(?:[/|][\w ]+)?$"
    return re.compile(f"{source}|{in_brackets}|{name_and_agency}", re.IGNORECASE)


# English pictures: `(AP Photo/Erika Muster)`, `[Erika Muster/Outlet]`, `(Erika Muster for The Outlet)`,
# `… | Erika Muster/OUTLET`, `… REUTERS/Erika Muster`, `… Courtesy of Erika Muster`. All words but a few small
# ones have a capital; a bracket after running text rarely has so many names.
PART = rf"(?:[A-ZÀÄÉÖÜ][\w.’'-]*|{alternatives('credit-particles')}|&)"
NAMES = rf"{PART}(?: {PART}){{0,6}}"
PICTURED_FOR = (
    rf"{PART} {NAMES}\s?(?:/\s?{NAMES}(?:/{NAMES})*|:\s{NAMES}|,? (?:{alternatives('credit-for')}|/) {NAMES})"
)
PICTURES, COURTESY = f"(?:(?:{alternatives('pictures')}) )?", f"(?:{alternatives('courtesy')})"
OF = alternatives("courtesy-of")
CREDIT_IN_BRACKETS = re.compile(rf"[(\[](?:{PICTURED_FOR}|{PICTURES}{COURTESY} (?:{OF} )?{NAMES})[)\]]$")
CREDIT_AFTER_CAPTION = re.compile(
    rf"\|\s{PICTURED_FOR}$"
    rf"|[.!?”\"]\s(?:[A-Z]{{2,}}/{NAMES}(?:/{NAMES})*|{PICTURES}{COURTESY} {OF} {NAMES})$"
    rf"|[.!?”\"]\s?(?:{alternatives('pictures-by')}) {NAMES}(?: (?:{alternatives('credit-for')}) {NAMES})?$"
)
# `Erika Muster for NPS`, `Erika Muster/For The Outlet`; not `Hope Fades for Miners`, which is a subhead.
MADE_FOR = re.compile(
    rf"{PART} {NAMES}(?: |/)(?:{alternatives('made-for')})"
    rf" (?:{alternatives('the-outlet')} {PART}|[A-Z]{{2,}})(?: {PART}){{0,2}}$"
)
MANY_NAMES = 3  # words with a capital in such a credit: `(CDU/CSU)` is none


def _has_names_at_end(text: str) -> bool:
    found = CREDIT_IN_BRACKETS.search(text) if text.endswith((")", "]")) else None
    if found is not None:
        return len(re.findall(r"[A-Z]", re.sub(r"(?<=[A-Z])[A-Z]+", "", found[0]))) >= MANY_NAMES
    return CREDIT_AFTER_CAPTION.search(text) is not None


def is_signature(block: Block) -> bool:
    """The codes of author and agency that end an article: `abc/dpa`, `(afp)`."""
    if block.words > LONGEST_SIGNATURE or entries("agency-codes").isdisjoint(block.tokens):
        return False
    codes = CODE.findall(block.folded)
    return SIGNATURE.match(block.text) is not None and all(len(code) <= LONGEST_CODE for code in codes)


def is_source(block: Block) -> bool:
    """`Quelle: …` with whom the text is from; `Mit Informationen von dpa und AFP`."""
    if " ".join(block.tokens[:2]) in entries("with-agencies"):
        agencies = entries("agency-codes").intersection(block.tokens)
        return bool(agencies) and block.words <= LONGEST_SOURCE_SENTENCE
    head, colon, rest = block.text.partition(":")
    named = head.casefold() in entries("source-openers")
    return named and bool(colon) and bool(rest.strip()) and block.words <= LONGEST_SOURCE


def is_credit(block: Block) -> bool:
    """A picture's credit alone on its line: `Foto: Name/Agency`, `© Name`, `Name / Pool via Agency`."""
    if block.words > LONGEST_CREDIT or block.sentences > 1 or not block.tokens:
        return False
    if _is_bare_credit(block) or (block.text[0] in "([" and CREDIT_IN_BRACKETS.match(block.text)):
        return True
    labelled = "©" in block.text or block.tokens[0] in _credit_words()
    return labelled and _credit().match(block.text) is not None


def is_picture_rights(block: Block) -> bool:
    """`Copyright AP Photo/Erika Muster`; a page's own rights have a year, and no agency."""
    return "/" in block.text and "#" not in block.tokens and block.words <= LONGEST_BARE_CREDIT


def is_made_for(block: Block) -> bool:
    """`Erika Muster for The Outlet`: a photographer and who sent them; a credit only below a caption."""
    if block.words > LONGEST_BARE_CREDIT or MADE_FOR.match(block.text) is None:
        return False
    return plain(block.text.split()[0]) in given_names()


def _is_bare_credit(block: Block) -> bool:
    if block.words > LONGEST_BARE_CREDIT or block.closed or block.sentences or ":" in block.text:
        return False
    ends_in_agency = block.tokens[-1] in entries("agency-codes")
    return ends_in_agency and block.text[0].isupper() and ("/" in block.text or "via" in block.tokens)


def has_credit(block: Block) -> bool:
    """A caption whose end is the picture's credit."""
    if block.words > LONGEST_CAPTION:
        return False
    if _has_names_at_end(block.text) or ("CC" in block.text and LICENSED.search(block.text)):
        return True
    if "copyright" in block.tokens and RIGHTS_AFTER_CAPTION.search(block.text):
        return True
    if "©" not in block.text and _credit_words().isdisjoint(block.tokens):
        return False  # spares most lines the search
    found = _credit_at_end().search(block.text)
    if found is None:
        return False
    credit = LICENCE.sub("", found[0]).split()
    small = sum(word[0].islower() for word in credit)
    # `Erstes Bild: So könnte es aussehen` is a title: a credit has names, hardly any small words.
    return len(credit) <= LONGEST_CREDIT and 3 * small <= len(credit)


def is_caption(block: Block) -> bool:
    """A caption by its first or last words: `Legende: …`, `… (Archivbild)`, `… Muster/dpa`; `img_0815`."""
    if block.words == 1 and FILE_NAME.match(block.text):
        return True
    if not 3 <= block.words <= LONGEST_CAPTION or not block.tokens:
        return False
    text = block.text.rstrip(".")
    if text.endswith(")") and text[text.rfind("(") + 1 : -1].casefold() in entries("caption-closers"):
        return True
    opens = block.tokens[0] in first_words("caption-openers") or block.tokens[0] in entries(
        "english-caption-openers"
    )
    if opens and _caption_opener().match(text):
        return True
    possible = "/" in text or not entries("agency-codes").isdisjoint(block.tokens[-3:])
    return possible and _caption_end().search(text) is not None
