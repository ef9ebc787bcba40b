"""Names → the places where they stand: family names alone, and names that people wrote down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model import Span
from ...text.letters import GENITIVE, NUMERAL, SHORTEST_CAPITALS, from_capitals, without_s
from . import vocabulary as known
from .names import Name
from .passages import WordedPassage, role_before
from .words import LEADS, Sort

_ADJECTIVE = ("en", "er", "es", "em")
_ALSO_WORDS = frozenset(
    {Sort.NOUN, Sort.COMPOUND, Sort.SURNAME, Sort.TRADE, Sort.ROLE, Sort.NEVER, Sort.INSTITUTION}
)
_PART_OF_A_NAME = frozenset({Sort.FIRST, Sort.INITIAL, Sort.INSTITUTION, Sort.SAINT})


@dataclass(frozen=True, slots=True)
class NamePlace:
    """Where a form stands: `printed` as it is there, without a genitive's s; `roles` before it."""

    span: Span
    printed: str
    form: str
    roles: tuple[str, ...]


def family_names(name: Name) -> tuple[str, ...]:
    """The forms in which the family name may stand alone, longest first.

    "Ursula von der Mustern" gives "von der Mustern" and "Mustern"; "Juan Vela Ruiz" gives "Vela Ruiz" and
    both words of it; a name with the family name first gives both ends.
    """
    words = name.words
    if NUMERAL.match(words[-1]):
        return (" ".join(words[:-1]),)
    family = words[max(name.given, 1) :]
    while family and family[-1].rstrip(".") in known.AFTER_NAME:
        family = family[:-1]
    if not family:
        return ()
    forms = [" ".join(family[i:]) for i in range(len(family))]
    if len(family) > 1 and family[0][0].isupper() and family[0] not in known.CAPITAL_PARTICLE:
        forms.append(family[0])
    article, hyphen, rest = family[-1].partition("-")
    if hyphen and article.lower() in known.ARABIC_ARTICLE:
        forms.append(rest)
    if words[0] in known.FAMILY_FIRST:
        forms.append(words[0])
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1 and not form.endswith(".")))


class Forms:
    """Names to be looked up in passages."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._by_start: dict[str, list[tuple[str, ...]]] = {}
        for form in forms:
            parts = tuple(form.split())
            for start in _starts(parts[0], whole=len(parts) == 1):
                self._by_start.setdefault(start, []).append(parts)
        for same_start in self._by_start.values():
            # Of two as long, "Hans" before "Han", whose genitive it would be: the same at every build.
            same_start.sort(key=lambda parts: (len(parts), len(parts[-1]), parts), reverse=True)

    def find(self, read: Iterable[WordedPassage], taken: Iterable[Span], alone: bool) -> list[NamePlace]:
        """The places of the forms outside the spans that are taken, in order; longer forms go first.

        With `alone`, a place counts only if the words are no part of a longer name and no noun there.
        """
        if not self._by_start:
            return []
        occupied = {offset for span in taken for offset in range(span.start, span.end)}
        found: list[NamePlace] = []
        for passage in read:
            after = 0
            for i, word in enumerate(passage.words):
                options = self._by_start.get(word)
                if options is None or i < after:
                    continue
                for parts in options:
                    end = i + len(parts)
                    if (
                        not occupied.isdisjoint(passage.starts[i:end])
                        or (place := _at(passage, i, parts)) is None
                    ):
                        continue
                    if not alone or _is_alone(passage, i, end):
                        found.append(place)
                        after = end
                        break
        return found


def _starts(word: str, whole: bool) -> set[str]:
    """How the first word of a form may be printed: with a capital, in capitals, with a genitive's s."""
    starts = {word, word[0].upper() + word[1:]}
    if whole:
        starts |= {start + ending for start in starts for ending in GENITIVE}
    if len(word) > SHORTEST_CAPITALS:
        starts |= {start.upper() for start in starts}
    return starts


def _at(passage: WordedPassage, i: int, parts: Sequence[str]) -> NamePlace | None:
    """The place of a form whose first word is the passage's word `i`, if its other words follow."""
    after = i + len(parts)
    words = [
        from_capitals(word) if len(word) > SHORTEST_CAPITALS else word for word in passage.words[i:after]
    ]
    if len(words) < len(parts):
        return None
    if not parts[0][0].isupper():
        words[0] = words[0][0].lower() + words[0][1:]
    last = words[-1]
    if tuple(words[:-1]) != tuple(parts[:-1]) or parts[-1] not in {last, without_s(last)}:
        return None
    cut = len(last) - len(parts[-1])
    span = passage.span(i, after)
    printed = " ".join(passage.words[i:after])
    return NamePlace(
        Span(span.start, span.end - cut),
        printed[: len(printed) - cut],
        " ".join(parts),
        role_before(passage, i),
    )


def _is_alone(passage: WordedPassage, i: int, after: int) -> bool:
    """Whether the words are no part of a longer name, and no ordinary noun."""
    words, sorts = passage.words, passage.sorts
    if after < len(words) and sorts[after] is Sort.INSTITUTION:
        return False
    if i == 0 or sorts[i - 1] in LEADS:
        return True
    previous, sort = words[i - 1], sorts[i - 1]
    if previous.lower() in known.SMALL["determiner"] or sort in _PART_OF_A_NAME:
        return False
    if sort is Sort.NAME and previous not in known.NOBLE | known.JOINING:
        return False
    return not (sorts[i] in _ALSO_WORDS and sort is Sort.OTHER and previous.endswith(_ADJECTIVE))
