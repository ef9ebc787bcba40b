"""Full names → the places where their family names stand alone, with or without a genitive's s."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import Span
from .names import Name
from .passages import Passage
from .words import (
    ARTICLES,
    CAPITAL_PARTICLES,
    FAMILY_FIRST,
    JOINING,
    LEADS,
    NOBLE,
    SHORTEST_CAPITALS,
    Sort,
    from_capitals,
)

# Directly after these, a word with a capital is a noun: "der Frieden", "im Spiegel".
_NOUN_BEFORE = frozenset(
    "der die das dem den des ein eine einen einem einer eines im am vom zum zur beim ins ans kein keine keinen "
    "mein meine sein seine seinen ihr ihre ihren unser unsere dieser diese dieses diesen jeder jede jedes".split()
)
_ADJECTIVE = ("e", "en", "er", "es", "em")
_ALSO_WORDS = frozenset({Sort.NOUN, Sort.COMPOUND, Sort.SURNAME, Sort.TRADE, Sort.ROLE, Sort.NEVER, Sort.INSTITUTION})


@dataclass(frozen=True, slots=True)
class Alone:
    """A family name by itself. `key` is the form of it that the full name has."""

    span: Span
    printed: str
    key: str
    roles: tuple[str, ...]


def family_names(name: Name) -> tuple[str, ...]:
    """The forms in which the family name may stand alone, longest first.

    `("Ursula", "von", "der", "Leyen")` gives "von der Leyen" and "Leyen"; family-name-first names give both ends.
    """
    words = name.words
    given = max(name.given, 1)
    family = words[given:]
    while family and family[-1].rstrip(".") in {"Jr", "Sr", "jun", "sen"}:
        family = family[:-1]
    if not family:
        return ()
    forms = [" ".join(family[i:]) for i in range(len(family)) if _may_stand_alone(family[i:])]
    if len(family) > 1 and family[0][0].isupper() and family[0] not in CAPITAL_PARTICLES:
        forms.append(family[0])
    head, hyphen, tail = family[-1].partition("-")
    if hyphen and head.lower() in ARTICLES:
        forms.append(tail)
    if words[0] in FAMILY_FIRST:
        forms.append(words[0])
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1 and not form.endswith(".")))


def _may_stand_alone(words: Sequence[str]) -> bool:
    return words[-1][0].isupper() or "-" in words[-1]


class Forms:
    """Names to be looked up in passages: family names that may stand alone, or names that people wrote down."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for form in forms:
            parts = tuple(form.split())
            self._by_first.setdefault(parts[0], []).append(parts)
        for same_first in self._by_first.values():
            same_first.sort(key=len, reverse=True)

    def find(self, read: Iterable[Passage], taken: Iterable[Span], alone: bool) -> list[Alone]:
        """The places of the forms outside the spans that are taken, in order; longer forms go first.

        With `alone`, a place counts only if the words are no part of a longer name and no ordinary noun there.
        """
        occupied = {start for span in taken for start in range(span.start, span.end)}
        found: list[Alone] = []
        for passage in read:
            i = 0
            for i_next, word in enumerate(passage.words):
                if i_next < i or passage.starts[i_next] in occupied:
                    continue
                options = self._options(word)
                match = _match(passage, i_next, options, alone) if options else None
                if match:
                    found.append(match[0])
                    i = match[1]
        return found

    def _options(self, word: str) -> list[tuple[str, ...]] | None:
        options = self._by_first.get(word)
        if options is None and word[0].isupper():
            get = self._by_first.get
            options = get(_without_s(word)) or get(word[0].lower() + word[1:])
            if options is None and len(word) > SHORTEST_CAPITALS and word.isupper():
                options = get(from_capitals(word)) or get(_without_s(from_capitals(word)))
        return options


def _match(
    passage: Passage, i: int, options: Iterable[tuple[str, ...]], alone: bool
) -> tuple[Alone, int] | None:
    for parts in options:
        after = i + len(parts)
        words = [from_capitals(word) if len(word) > SHORTEST_CAPITALS else word for word in passage.words[i:after]]
        if len(words) < len(parts) or tuple(words[1:-1]) != parts[1:-1]:
            continue
        first, last = words[0], words[-1]
        if len(parts) > 1 and parts[0] not in {first, first[0].lower() + first[1:]}:
            continue
        last = last if last[0] == parts[-1][0] else last[0].lower() + last[1:]
        if parts[-1] not in {last, _without_s(last)} or (alone and not _stands_alone(passage, i, after)):
            continue
        span = passage.span(i, after)
        span = Span(span.start, span.end - (len(last) - len(parts[-1])))
        printed = " ".join(passage.words[i:after])[: span.end - passage.ends[after - 1] or None]
        return Alone(span, printed, " ".join(parts), _roles(passage, i)), after
    return None


def _without_s(word: str) -> str:
    for ending in ("'s", "’s", "s"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def _stands_alone(passage: Passage, i: int, after: int) -> bool:
    """Whether the words are no part of a longer name, and no ordinary noun."""
    words, sorts = passage.words, passage.sorts
    if after < len(words) and sorts[after] is Sort.INSTITUTION:
        return False
    if i == 0:
        return True
    previous, sort = words[i - 1], sorts[i - 1]
    if sort in LEADS:
        return True
    if previous in _NOUN_BEFORE or sort in {Sort.INSTITUTION, Sort.SAINT}:
        return False
    if previous.lower() in _NOUN_BEFORE and sort is Sort.NEVER:
        return False
    if sort in {Sort.FIRST, Sort.INITIAL} or (sort is Sort.NAME and previous not in NOBLE | JOINING):
        return False
    return not (sorts[i] in _ALSO_WORDS and sort is Sort.OTHER and len(previous) > 3 and previous.endswith(_ADJECTIVE[1:]))


def _roles(passage: Passage, i: int) -> tuple[str, ...]:
    """The role directly before, with its adjectives."""
    start = i
    while start > 0 and passage.sorts[start - 1] in LEADS:
        start -= 1
    if start == i:
        return ()
    while start > 0 and passage.words[start - 1].endswith(_ADJECTIVE):
        start -= 1
    return tuple(passage.words[start:i])
