"""What an article prints beside people's names: who may be meant by "der Minister" or "sie"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from ...model import Mention
from ...text.quotation_marks import DOUBLE
from .words import FEMALE, FEMALE_ENDING, MALE

REACH = 70  # characters beside a name that are looked at for roles
SHORTEST_SHARED = 5  # letters of a role that a longer one may end with: "Minister" in "Außenminister"

_BEFORE = re.compile(r"(?:[A-ZÄÖÜ0-9][\w.-]*\s+|\w+(?:e|en|er)\s+)*\Z")
_AFTER = re.compile(rf"\s*\(([^()]{{1,30}})\)|,\s+([^,.;:{DOUBLE}]{{3,60}})[,.]")
_WORD = re.compile(r"\w+")


class Acquaintance:
    """The roles, parties and ages that stand beside each person's name in one article."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text, self._mentions = text, mentions

    @cached_property
    def _beside(self) -> dict[str, set[str]]:
        beside: dict[str, set[str]] = {}
        for mention in self._mentions:
            if mention.person is None:
                continue
            before = _BEFORE.search(self._text, max(0, mention.span.start - REACH), mention.span.start)
            after = _AFTER.match(self._text, mention.span.end, mention.span.end + REACH)
            words = beside.setdefault(mention.person, set())
            words |= {word for word in (before[0].split() if before else ()) if not word[0].islower()}
            words |= set(_WORD.findall(after[1] or after[2])) if after else set()
        return beside

    def is_called(self, person: str, role: str) -> bool:
        """Whether a role is printed beside this person's name, and beside nobody else's."""
        called = [other for other, words in self._beside.items() if any(_same(role, word) for word in words)]
        return called == [person]

    def may_be(self, person: str, pronoun: str) -> bool:
        """Whether nothing beside the name speaks against "he" or "she"."""
        words = self._beside.get(person, set())
        if pronoun == "she":
            return not words & MALE
        return not any(word in FEMALE or word.endswith(FEMALE_ENDING) for word in words)


def _same(role: str, word: str) -> bool:
    """Whether a role repeats a printed word: itself, its end, a party ("CDU-Politiker") or an age."""
    if role.endswith(("-Jährige", "-jährige")):
        return word.split("-")[0] == role.split("-")[0]
    head, hyphen, _ = role.partition("-")
    if hyphen and head == word:
        return True
    short, long = sorted((_stem(role), _stem(word)), key=len)
    return short == long or (len(short) >= SHORTEST_SHARED and long.endswith(short))


def _stem(word: str) -> str:
    return word.lower().removesuffix("r").removesuffix("n")
