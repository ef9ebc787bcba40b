"""Forms: lines that say by their shape what they are: datelines, bylines, names, addresses, wire headers.

Each test looks at one block alone. What it means in its place is for the modules that read the whole page.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ...words.lexicon import given_names, load, plain, sections
from .block import DIGIT, REMEMBERED_LINES, Block
from .words import alternatives, entries, first_words

LONGEST_BYLINE = 16  # words; longer lines that begin with "Von" are sentences
LONGEST_DATELINE = 18  # words
MOST_NAMES = 4  # words of one name
LONGEST_AUTHORS = 12  # words of a line of nothing but names and an outlet
# Words of a dateline that speak of no time: an outlet or place, or an author's name with its "von".
NAMES_BESIDE_DATE, NAMES_AFTER_BY = 2, 5
SEPARATED = re.compile(r"\s[/|•·]\s")
LONGEST_PART = 3  # words of an author or agency beside a date
BY, TIMED = entries("by-words"), entries("timed-words")
# `Von unserem Korrespondenten Max Muster` names an author as well.
OURS, TOWARDS = entries("our-words"), entries("towards-words")
CLOCK_WORD = alternatives("clock-words")

# Dates and times are looked for in texts folded in case: that is twice as quick as ignoring it.
TIME = re.compile(
    rf"\b\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?\s?(?:{CLOCK_WORD}|[ap]\.?m\.?|h\b)?"
    rf"|\b\d{{1,2}}\s?(?:{CLOCK_WORD}|[ap]m|h\s?\d{{2}}(?:\smin)?|h)\b"
)
ADDRESS = re.compile(
    rf"\(?(?:(?:{alternatives('link-labels')}):\s?)?(?:https?://|www\.)\S+\)?$", re.IGNORECASE
)
WIRE_HEADER = re.compile(r"[a-z]{3}\d{4} \d [a-z]{2}\b|(?:[A-ZÄÖÜ][\w-]+/){2,}$")
TITLES = rf"(?:(?:{alternatives('name-titles')})\.\s)*"
CAPITALISED = r"[A-ZÄÖÜÉÀ][\w'’.-]*"
NAME = re.compile(rf"{TITLES}{CAPITALISED}(?:\s(?:{alternatives('name-particles')}|{CAPITALISED})){{0,4}}$")
BEGINS_WITH_NAME = re.compile(
    rf"{TITLES}{CAPITALISED} (?:(?:{alternatives('name-particles-after-first')}) )?{CAPITALISED}"
)
BETWEEN_NAMES = re.compile(rf"\s*[,·|&]\s*|\s(?:{alternatives('between-names')})\s")
ABOUT_DAY = re.compile(
    rf"[^\W\d_]{{4,}} (?:{alternatives('about-day')}) (?:(?:{alternatives('about-day-articles')}) )?"
    r"\d{1,2}\. ?[A-ZÄÖÜ\d]"
)
SIGNED = re.compile(
    rf"\d\D{{0,12}}\b(?:{alternatives('signed-words')})\s", re.IGNORECASE
)  # an author behind the day
VERB = 6  # letters of a small word that ends a headline rather than a dateline
WORD = re.compile(r"[^\W\d_][\w.-]*")


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('byline-openers')})\s*:?\s+(?=\S)", re.IGNORECASE)


@cache
def _date() -> re.Pattern[str]:
    months, units = alternatives("months"), alternatives("time-units")
    ordinal = "|".join(load("dates")["ordinals"]["behind"])
    return re.compile(
        rf"\b(?:\d{{1,2}}(?:\.|{ordinal})?\s?(?:{months})\b\.?,?\s?(?:\d{{4}}|\d{{2}}\b)?"
        rf"|(?:{months})\b\.?\s\d{{1,2}}(?:{ordinal})?,?\s\d{{4}}"
        r"|\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})?(?!\d)|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}\b"
        rf"|(?:{alternatives('before-age')})\s\d+\s(?:{units})\b\.?"
        rf"|\d+\s(?:{units})\s{alternatives('after-age')}\b)"
    )


@lru_cache(maxsize=REMEMBERED_LINES)  # several modules ask it of the same short lines
def dated(text: str) -> bool:
    """Whether there is a printed date in a text: `16.09.2015`, `16. Sept. 2015`, `vor 3 Stunden`."""
    return DIGIT.search(text) is not None and _date().search(text.casefold()) is not None


def is_dateline(block: Block) -> bool:
    """A line of little but a date: `welt.de, 17.09.2015`, `Stand: 16.09.2015, 17:31 Uhr`."""
    if block.words > LONGEST_DATELINE or DIGIT.search(block.text) is None:
        return False
    if not dated(block.text):
        timed = not TIMED.isdisjoint(block.tokens) and TIME.search(block.folded) is not None
        # `18.45 Uhr` is a ticker's time, `Beginn: 18 Uhr` is not.
        return timed and not names_beside_date(block.text)
    if speaks_of_day(block.text):
        return False
    names = len(names_beside_date(block.text))
    if names <= (NAMES_BESIDE_DATE if BY.isdisjoint(block.tokens) else NAMES_AFTER_BY):
        return True
    # `Erika Muster / Agentur / 19.05.2022, 15:36 Uhr`
    parts = [part for part in SEPARATED.split(block.text) if part]
    return (
        len(parts) > 1
        and all(len(part.split()) <= LONGEST_PART or dated(part) for part in parts)
        and any(dated(part) and len(names_beside_date(part)) <= 1 for part in parts)  # a zone
    )


@lru_cache(maxsize=REMEMBERED_LINES)
def speaks_of_day(text: str) -> bool:
    """Whether a line is a headline about a day: `Rede vom 17. Juni 1953 entdeckt`, `Blick auf den 9. Mai`."""
    if ABOUT_DAY.search(text):
        return True
    if SIGNED.search(text):
        return False
    beside = names_beside_date(text)
    verbs = [w for w in beside if len(w) >= VERB and w.isalpha() and re.search(rf"(?<!\w){w}(?!\w)", text)]
    return len(beside) > 1 and bool(verbs) and text.rstrip().endswith(verbs[-1])


@lru_cache(maxsize=REMEMBERED_LINES)
def names_beside_date(text: str) -> tuple[str, ...]:
    """The words of a dateline that speak of no time: `("welt.de",)` of `welt.de, 17.09.2015`."""
    rest = TIME.sub(" ", _date().sub(" ", text.casefold()))
    known = entries("dateline-words")
    return tuple(w for w in WORD.findall(rest) if w.rstrip(".") not in known)


def begins_with_name(block: Block) -> bool:
    """A paragraph that begins with a person's first name and surname: `Erika Muster, 39, ist …`."""
    return BEGINS_WITH_NAME.match(block.text) is not None


def is_byline(block: Block) -> bool:
    """A line that names who wrote the text: `Von Erika Muster, Genf`; or its first word alone."""
    if block.folded in BY:
        return True
    if not 2 <= block.words <= LONGEST_BYLINE or block.tokens[:1] == () or block.sentence:
        return False
    opener = _byline().match(block.text) if block.tokens[0] in first_words("byline-openers") else None
    if opener is None:
        return False
    named = block.text[opener.end() :].split()
    if named[0].casefold() in OURS:
        named = named[1:] or named
    if len(named) > 2 and named[1] in TOWARDS and plain(named[0]) not in given_names():
        return False  # a headline: `Von Muster zu Beispiel`
    capitals = [word for word in named if word[0].isupper() or "." in word[:-1]]
    return named[0] in capitals and 2 * len(capitals) >= len(named)


def is_wire_header(block: Block) -> bool:
    """An agency's number, priority and desk above a text: `bdt0432 4 pl 246  xyz 0717`; its slug line."""
    return WIRE_HEADER.match(block.text) is not None


def is_address(block: Block) -> bool:
    """A web address alone on its line."""
    return ("://" in block.text or "www." in block.text) and ADDRESS.match(block.text) is not None


def is_name(block: Block) -> bool:
    """Nothing but a name or a nickname of up to five words.

    English subheads have capitals too (`What We Found`), but small words that no name has.
    """
    if block.words > 5 or NAME.match(block.text) is None:
        return False
    return block.words == 1 or entries("words-of-no-name").isdisjoint(block.tokens)


def names_people(block: Block) -> bool:
    """A line of names of people: `Erika Muster und Max Muster`; an outlet or a function may follow a name."""
    words = block.text.split(None, 1)
    if not 2 <= block.words <= LONGEST_AUTHORS or plain(words[0]) not in given_names():
        return False  # spares most lines the rest
    return not block.closed and not words[0][0].islower() and _are_names(block.text)


@lru_cache(maxsize=REMEMBERED_LINES)
def _are_names(text: str) -> bool:
    roles = sections("author_notes")["roles"]
    named = " ".join(word for word in text.split() if word.rstrip(",") not in roles)
    first, *others = BETWEEN_NAMES.split(named)
    if len(first.split()) > MOST_NAMES or " " not in first or NAME.match(first) is None:
        return False
    return all(NAME.match(other) for other in others)
