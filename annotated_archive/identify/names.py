"""Passages → names: the candidates that are people, as printed, and the family names that stand alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Span
from .candidates import Candidate, candidates
from .evidence import ENOUGH, around, base
from .passages import Passage
from .words import LEADS, Sort, from_capitals

REPEATED = 2  # the last word stands alone elsewhere, as a family name does after the first mention
MATE = 1  # in a list with a name that is sure


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text. `words` are without the genitive's s and not in capitals; `roles` stand before it."""

    span: Span
    printed: str
    words: tuple[str, ...]
    given: int
    rule: str
    roles: tuple[str, ...]

    @property
    def text(self) -> str:
        """The name's usual form: `JOHN KERRY` → `John Kerry`."""
        return " ".join(self.words)


def find(read: Sequence[Passage], text: str) -> tuple[list[Name], list[Name]]:
    """Full names, and single names that a role or a title marks; each in the order of the text."""
    vocabulary = {word for passage in read for word in passage.words}
    full: dict[str, list[Candidate]] = defaultdict(list)
    single: list[Name] = []
    for passage in read:
        for candidate in candidates(passage):
            if candidate.single:
                if candidate.lead >= 0 and marked(candidate):
                    single.append(_name(candidate, vocabulary, text, "role-before"))
            else:
                full[" ".join(_normal(candidate, vocabulary))].append(candidate)
    alone = _alone(read)
    names: list[Name] = []
    for same in full.values():
        rule = _person(same, alone, vocabulary)
        if rule:
            names += [_name(candidate, vocabulary, text, rule) for candidate in same]
    names.sort(key=lambda name: name.span)
    return names, single


def marked(candidate: Candidate) -> bool:
    """Whether the words around a single name leave it a person's."""
    passage = candidate.passage
    sort = passage.sorts[candidate.first]
    following = passage.sorts[candidate.after] if candidate.after < len(passage.sorts) else Sort.OTHER
    return sort is not Sort.NOUN and following is not Sort.INSTITUTION


def _person(same: Sequence[Candidate], alone: dict[str, int], vocabulary: set[str]) -> str | None:
    """The rule that makes these candidates of one form a person, or None."""
    points, rule = base(same[0])
    best = max((around(candidate) for candidate in same), key=lambda signs: sum(p for p, _ in signs))
    points += sum(p for p, _ in best)
    last = _normal(same[0], vocabulary)[-1]
    if alone.get(last) or alone.get(last + "s"):
        points += REPEATED
        best = [*best, (REPEATED, "repeated")]
    if points < ENOUGH:
        return None
    strongest = max(best, default=(0, rule))
    return rule if same[0].given or strongest[0] <= 0 else strongest[1]


def _alone(read: Sequence[Passage]) -> dict[str, int]:
    """How often a word with a capital stands alone, as a family name would."""
    counts: dict[str, int] = defaultdict(int)
    for passage in read:
        sorts = passage.sorts
        for i, sort in enumerate(sorts):
            if sort in (Sort.NAME, Sort.SURNAME, Sort.TRADE) and (i == 0 or sorts[i - 1] in _BEFORE_ALONE):
                counts[passage.words[i]] += 1
    return counts


_BEFORE_ALONE = frozenset({Sort.OTHER, Sort.NEVER, *LEADS})


def _normal(candidate: Candidate, vocabulary: set[str]) -> tuple[str, ...]:
    words = [from_capitals(word) for word in candidate.words]
    words[-1] = without_genitive(candidate, vocabulary)
    return tuple(words)


def without_genitive(candidate: Candidate, vocabulary: set[str]) -> str:
    """The last word without the s of its genitive, if it has one."""
    last = candidate.words[-1]
    for ending in ("'s", "’s"):
        if last.endswith(ending):
            return from_capitals(last[: -len(ending)])
    if not last.endswith("s") or len(last) < 3:
        return from_capitals(last)
    stem = last[:-1]
    if stem in vocabulary:
        return from_capitals(stem)
    passage, after = candidate.passage, candidate.after
    noun_follows = after < len(passage.words) and passage.words[after][0].isupper()
    if noun_follows and last not in _standing_alone(passage, candidate) and not last.endswith(("ss", "us", "is")):
        return from_capitals(stem)
    return from_capitals(last)


def _standing_alone(passage: Passage, candidate: Candidate) -> set[str]:
    words = passage.words
    return {
        word
        for i, word in enumerate(words)
        if i + 1 < len(words)
        and not words[i + 1][0].isupper()
        and not candidate.first <= i < candidate.after
    }


def _name(candidate: Candidate, vocabulary: set[str], text: str, rule: str) -> Name:
    words = _normal(candidate, vocabulary)
    span = candidate.passage.span(candidate.first, candidate.after)
    printed_last, last = candidate.words[-1], words[-1]
    cut = len(printed_last) - len(last)
    span = Span(span.start, span.end - cut)
    return Name(span, " ".join(span.of(text).split()), words, candidate.given, rule, roles_before(candidate))


def roles_before(candidate: Candidate) -> tuple[str, ...]:
    """The words of the role before a name, in the order of the text: `("deutsche", "Außenminister")`."""
    if candidate.lead < 0:
        return ()
    passage, i = candidate.passage, candidate.lead
    start = i
    while start > 0 and (passage.sorts[start - 1] in LEADS or passage.words[start - 1].endswith(_ADJECTIVE)):
        start -= 1
    return tuple(passage.words[start : i + 1])


_ADJECTIVE = ("e", "er", "en", "em", "es")
