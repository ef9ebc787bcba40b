"""Forms: lines that say by their shape what they are: bylines, datelines, credits, captions, addresses.

Each test looks at one block alone. What it means in its place is for the modules that read the whole page.
"""

from __future__ import annotations

import re
from functools import cache

from ..lexicon import sections
from .block import DIGIT, TOKEN, Block

LONGEST_BYLINE = 16  # words; longer lines that begin with "Von" are sentences
LONGEST_DATELINE = 14
LONGEST_CREDIT = 18
LONGEST_CAPTION = 60  # words; a caption that ends in a credit can be a small paragraph


@cache
def _forms(section: str) -> frozenset[str]:
    return frozenset(entry.casefold() for entry in sections("line_forms")[section])


def _alternatives(section: str) -> str:
    return "|".join(re.escape(e) for e in sorted(sections("line_forms")[section], key=len, reverse=True))


@cache
def _first_words(section: str) -> frozenset[str]:
    """The words that the entries of a section begin with: a cheap look before an expensive one."""
    return frozenset(TOKEN.findall(entry.casefold())[0] for entry in sections("line_forms")[section])


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives('byline-openers')})\s*:?\s+(?=\S)", re.IGNORECASE)


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"[(\[]?(?:{_alternatives('credit-openers')})\s?[:/|©]\s?(?=\S)|[(\[]?©|\(c\)", re.IGNORECASE)


@cache
def _credit_inside() -> re.Pattern[str]:
    """A credit that ends a caption: `… Foto: Name/Agency`, `… © Name`, `… (Bild: Name)`."""
    openers = _alternatives("credit-openers")
    return re.compile(rf"[\s.!?\"“)/|–-](?:[(\[]?\s?(?:{openers})\s?:\s?|©\s?|\(c\)\s)(?=\S)[^.!?]*(?:\.\w[^.!?]*)*[.)\]]*$", re.I)


@cache
def _date() -> re.Pattern[str]:
    months = _alternatives("months")
    return re.compile(
        rf"\b\d{{1,2}}(?:\.|er|st|nd|rd|th)?\s?(?:{months})\b\.?,?\s?(?:\d{{4}}|\d{{2}}\b)?"
        rf"|\b(?:{months})\b\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}"
        r"|\b\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})?(?!\d)|\b\d{4}-\d{2}-\d{2}|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
        r"|\b(?:vor|il y a)\s\d+\s(?:sekunden?|minuten?|min|stunden?|std|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?|heures?|jours?)\b\.?"
        r"|\b\d+\s(?:minutes?|mins?|hours?|days?|weeks?|months?|years?)\sago\b",
        re.IGNORECASE,
    )


TIME = re.compile(r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:uhr|[ap]\.?m\.?|h\b)?|\b\d{1,2}\s?(?:uhr|[ap]m)\b", re.IGNORECASE)
ADDRESS = re.compile(r"\(?(?:Link:\s?)?(?:https?://|www\.)\S+\)?$", re.IGNORECASE)
WITH_AGENCIES = (("mit", "informationen"), ("mit", "material"), ("mit", "agenturmaterial"), ("unter", "verwendung"), ("with", "reporting"), ("avec", "les"))
SIGNATURE = re.compile(r"[(\[]?[\w.-]{1,16}(?:\s?[/,|+]\s?(?:mit\s)?[\w.-]{1,16})*[)\]]?$")
WIRE_NUMBER = re.compile(r"\bdpa:\d{6}-\S+|\b\w{3}\d{4} \d \w{2,3} ")
NAME = re.compile(r"(?:(?:Dr|Prof|St)\.\s)*[A-ZÄÖÜÉÀ][\w'’.-]*(?:\s(?:von|van|de|der|den|zu|al|el|la|le|di|da|[A-ZÄÖÜÉÀ][\w'’.-]*)){0,4}$")


def dated(text: str) -> bool:
    """Whether there is a printed date in a text: `16.09.2015`, `16. Sept. 2015`, `vor 3 Stunden`."""
    return DIGIT.search(text) is not None and _date().search(text) is not None


def is_dateline(block: Block) -> bool:
    """A line of little but a date: `welt.de, 17.09.2015`, `Stand: 16.09.2015, 17:31 Uhr`."""
    if block.words > LONGEST_DATELINE or DIGIT.search(block.text) is None:
        return False
    bare = _date().sub(" ", block.text)
    timed = TIME.sub(" ", bare)
    if bare == block.text and (timed == bare or not {"uhr", "heute", "today"} & set(block.tokens)):
        return False
    return len(names_beside_date(block.text)) <= 2


def names_beside_date(text: str) -> list[str]:
    """The words of a dateline that speak of no time: `["welt.de"]` of `welt.de, 17.09.2015`."""
    allowed = _forms("dateline-words")
    rest = TIME.sub(" ", _date().sub(" ", text))
    return [w for w in re.findall(r"[^\W\d_][\w.-]*", rest) if w.casefold().rstrip(".") not in allowed]


def is_byline(block: Block) -> bool:
    """A line that names who wrote the text: `Von Erika Muster, Genf`."""
    if not 2 <= block.words <= LONGEST_BYLINE or not block.tokens or block.tokens[0] not in _first_words("byline-openers"):
        return False
    if block.text.endswith((".", "?", "!", ":")) and block.words > 5:
        return False
    opener = _byline().match(block.text)
    if opener is None:
        return False
    first = block.text[opener.end() :].split()[0]
    names = [w for w in block.text[opener.end() :].split() if w[0].isupper() or "." in w[:-1]]
    rest = len(block.text[opener.end() :].split())
    return (first[0].isupper() or "." in first) and (len(names) >= 0.5 * rest)


def is_signature(block: Block) -> bool:
    """The codes of author and agency that end an article: `abc/dpa`, `(afp)`."""
    if block.words > 6 or _forms("agency-codes").isdisjoint(block.tokens) or not SIGNATURE.match(block.text):
        return False
    parts = re.findall(r"[\w-]+", block.folded)
    return any(p in _forms("agency-codes") for p in parts) and all(len(p) <= 12 for p in parts)


def is_source(block: Block) -> bool:
    """`Quelle: …` with whom the text is from; `Mit Informationen von dpa und AFP`."""
    if block.tokens[:2] in WITH_AGENCIES:
        return block.words <= 30 and not _forms("agency-codes").isdisjoint(block.tokens)
    if not block.tokens or block.tokens[0] not in _first_words("source-openers"):
        return False
    head, colon, rest = block.text.partition(":")
    return bool(colon) and block.words <= 10 and head.casefold() in _forms("source-openers") and bool(rest.strip())


@cache
def _credit_words() -> frozenset[str]:
    return _first_words("credit-openers") | {"c"}


def is_credit(block: Block) -> bool:
    """A picture's credit alone on its line: `Foto: Name/Agency`, `© Name`, `picture alliance / Name`."""
    if block.words > LONGEST_CREDIT or block.sentences > 1:
        return False
    if block.words <= 8 and not block.closed and block.tokens and block.tokens[-1] in _forms("agency-codes"):
        return ("/" in block.text or "via" in block.tokens) and block.text[0].isupper()
    if "©" not in block.text and not (block.tokens and block.tokens[0] in _credit_words()):
        return False
    return _credit().match(block.text) is not None


def caption_credit(block: Block) -> int | None:
    """Where in a block the credit begins that makes it a caption, or None."""
    if block.words > LONGEST_CAPTION or not any(sign in block.text for sign in (":", "©", "(c)")):
        return None
    found = _credit_inside().search(block.text)
    if found is None or len(block.text) - found.start() > 120:
        return None
    return found.start() + 1


@cache
def _caption() -> re.Pattern[str]:
    openers, closers = _alternatives("caption-openers"), _alternatives("caption-closers")
    codes = "|".join(re.escape(code) for code in sorted(_forms("agency-codes"), key=len, reverse=True))
    return re.compile(
        rf"(?:{openers})\s?:\s|.*\((?:{closers})\)$|.*[.!?“\"]\s(?:{_alternatives('picture-sources')})(?:\s?/\s?\S+){{0,3}}$|.*[A-ZÄÖÜ][\w.-]+\s?[/|,]\s?(?:{codes})(?:[/|][\w ]+)?$", re.I | re.S
    )


def is_caption(block: Block) -> bool:
    """A caption by its first or last words: `Legende: …`, `… (Archivbild)`, `… Erika Muster/dpa`."""
    if not 3 <= block.words <= LONGEST_CAPTION or not block.tokens:
        return False
    tokens = block.tokens
    if not (
        "/" in block.text
        or block.text.endswith(")")
        or tokens[0] in _first_words("caption-openers")
        or not _forms("agency-codes").isdisjoint(tokens[-3:])
    ):
        return False
    return _caption().match(block.text) is not None


def is_address(block: Block) -> bool:
    """A web address alone on its line."""
    return ("://" in block.text or "www." in block.text) and ADDRESS.match(block.text) is not None


def is_name(block: Block) -> bool:
    """Nothing but a name or a nickname of up to five words."""
    return block.words <= 5 and NAME.match(block.text) is not None
