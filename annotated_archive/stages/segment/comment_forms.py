"""Comment forms: lines that by their shape belong to a reader's comment: its head, its buttons, its writer.

Each test looks at one block, or at it and the next one. How many of them make a thread, `comments.py` says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import forms
from .block import DIGIT, Block
from .words import alternatives, entries

NUMBERED = re.compile(r"#?\d{1,4}[.)](?:\s|$)|#\d{1,4}\b")
SAYS = re.compile(
    rf"\S.{{0,58}}\s(?:{alternatives('comment-verbs')})"
    rf"(?:\s?:|\.{{3}}|\s(?:{alternatives('before-moment')})\s.*)?$",
    re.IGNORECASE,
)
BY_NAME = re.compile(
    rf"(?:#?\d{{1,4}}[.)]?\s)?(?:{alternatives('comment-nouns')})\s(?:{alternatives('comment-by')})\s\S",
    re.IGNORECASE,
)
# Signs of a vote: thumbs, arrows, hearts.
VOTES = re.compile("[👍👎△▽▲▼❤⇧⇩⬆⬇]")
CLOCK = re.compile(
    rf"\b\d{{1,2}}[:.]\d{{2}}\b|\b\d{{1,2}}\s?(?:h\s?\d{{2}}|[ap]m|{alternatives('clock-words')})\b"
)
AGE = re.compile(
    rf"[·•–\s]*(?:(?:{alternatives('before-age')})\s)?\d{{1,3}}\s?(?:{alternatives('short-units')})\b\.?"
    rf"(?:\s{alternatives('after-age')})?\.?$",
    re.IGNORECASE,
)
HANDLE = re.compile(r"@\w{2,30}\b:?(?:\s|$)|.{2,40}\(@\w{2,30}\)")
NICK = re.compile(r"@?\w[\w.-]{1,24}$")
# `Nick: …`, `Nick Nagel aus Musterstadt: …`, `Nick, Musterstadt : …`
WRITER = r"@?\w[\w.-]{1,24}(?:\s[A-ZÄÖÜÉ][\w.-]{0,24}){0,2}"
SPEAKS = re.compile(
    rf"{WRITER}(?:(?:,|\s(?:{alternatives('from-place-before-colon')}))\s{forms.CAPITALISED}(?:\s{forms.CAPITALISED})?)?\s?:\s\S"
)
# `Nick N., Musterstadt`, `— Otto O., Musterstadt`, `Nick aus Musterstadt`
PLACED = re.compile(
    rf"[—–-]?\s?{forms.CAPITALISED}(?:\s{forms.CAPITALISED}){{0,2}}(?:,|\s(?:{alternatives('from-place')}))\s{forms.CAPITALISED}"
    rf"(?:[\s-]{forms.CAPITALISED}){{0,2}}$"
)
INITIAL = re.compile(r"\s[A-ZÄÖÜ]\.$")  # `Nick N.`
COLUMNS = re.compile(r"\s*[|\t]\s*")
IN_BRACKETS = re.compile(r"\s?\([^()]{3,20}\)$")  # `Gast (nicht überprüft)`
LONGEST_HEAD = 14  # words
LONGEST_SIGNATURE = 10  # words of a line with name and date
LONGEST_BUTTONS = 14  # words of a line of buttons
LONGEST_NICK = 3  # words
MOST_NAMES = 4  # words beside a date that can be a name, with the verb


def is_buttons(block: Block) -> bool:
    """Nothing but buttons, one of them to reply or report: `Melden Empfehlen Antworten`; or votes."""
    if block.words > LONGEST_BUTTONS:
        return False
    counted = all(token in ("#", "h") for token in block.tokens)
    if VOTES.search(block.text) and counted:
        return True
    words = [token for token in block.tokens if token != "#"]
    if entries("reply-words").isdisjoint(words):
        return False
    known = entries("reply-words") | entries("button-words") | entries("dateline-words") | entries("months")
    return all(word in known for word in words)


def is_button(block: Block) -> bool:
    """A single button that comments share with other parts of a page, as `Like`."""
    return block.words <= 2 and all(token in entries("button-words") for token in block.tokens)


def is_row(block: Block) -> bool:
    """`Nick | 12.05.2014 | Das ist doch …`: a row of a table of comments."""
    if "|" not in block.text and "\t" not in block.text:
        return False
    columns = COLUMNS.split(block.text)
    writer = min(columns[:2], key=forms.dated)
    dates = [column for column in columns[:2] if forms.dated(column)]
    return len(columns) > 2 and len(dates) == 1 and len(writer.split()) <= LONGEST_NICK and block.sentence


def says(block: Block) -> bool:
    """`Nick schrieb am 12. Mai 2014`, `Nick says:`, `Kommentar von Nick`."""
    return block.words <= LONGEST_HEAD and (SAYS.match(block.text) or BY_NAME.match(block.text)) is not None


def dated_name(block: Block) -> bool:
    """A short line with a date."""
    return block.words <= LONGEST_HEAD and not block.sentence and forms.dated(block.text)


def signs(block: Block) -> bool:
    """A name and a date, and hardly anything else."""
    if block.words > LONGEST_SIGNATURE or block.sentence or not forms.dated(block.text):
        return False
    return 1 <= len(forms.names_beside_date(block.text)) <= MOST_NAMES


def numbered(block: Block) -> bool:
    """`#3`, `3. …`."""
    return NUMBERED.match(block.text) is not None


def is_nick(block: Block) -> bool:
    """A name or nickname alone on its line: `Nick Nagel`, `otto17`, `Gast (nicht überprüft)`."""
    text = IN_BRACKETS.sub("", block.text)
    if is_buttons(block) or is_button(block):
        return False
    ended = text.endswith((".", ":", "?", "!")) and INITIAL.search(text) is None
    if block.sentence or ended or len(text.split()) > LONGEST_NICK:
        return False
    return NICK.match(text) is not None or forms.NAME.match(text) is not None


def is_age(block: Block) -> bool:
    """A date, or a comment's age, alone on its line: `vor 3 Stunden`, `3h`, `12.05.2014, 18:30`."""
    if DIGIT.search(block.text) is None:
        return False
    if AGE.match(block.text):
        return True
    return dated_name(block) and not forms.names_beside_date(block.text)


def is_placed(block: Block) -> bool:
    """A name with a place: `Nick N., Musterstadt`."""
    return block.words <= LONGEST_NICK + 3 and PLACED.match(block.text) is not None


def speaks(block: Block) -> bool:
    """A writer's name and what it says in one line: `Nick: Das ist doch …`."""
    return block.sentence and SPEAKS.match(block.text) is not None


def has_handle(block: Block) -> bool:
    """The name of an account at the line's start, or in brackets behind a name."""
    return "@" in block.text and HANDLE.match(block.text) is not None


def is_moment(text: str) -> bool:
    """Whether a date comes with a time, or as an age: nobody dates a chronicle's chapters so."""
    folded = text.casefold()
    before, after = alternatives("before-age"), alternatives("after-age")
    relative = re.search(rf"(?:{before})\s\d+\s(?:{alternatives('time-units')})|\s{after}\b", folded)
    return relative is not None or CLOCK.search(folded) is not None


def head_of_two(block: Block, blocks: Sequence[Block]) -> int | None:
    """Where a head of two lines begins, if its date is this block: the name stands above it or below."""
    if not is_age(block):
        return None
    above, below = blocks[block.index - 1 : block.index], blocks[block.index + 1 : block.index + 3]
    if above and is_nick(above[0]) and any(other.sentence for other in below):
        return above[0].index
    if len(below) > 1 and is_nick(below[0]) and below[1].sentence and not AGE.match(block.text):
        return block.index
    return None
