"""Passages → names: the candidates that are people, as printed, and the family names that stand alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Span
from .candidates import Candidate, candidates
from .evidence import ENOUGH, IMPOSSIBLE, around, base
from .passages import Passage
from .words import LEADS, SEVERAL, Sort, from_capitals, role_of_firms

# Before a noun a final s is the genitive's ("Xaver Musters Haus"), except where the name itself ends so; such a name
# takes an apostrophe.
_NO_GENITIVE = re.compile(r"(?:ss|us|[dkvwrl]is|nnis|itis|ouis)\Z")
REPEATED = 2  # the last word stands alone elsewhere, as a family name does after the first mention
MATE = 2  # in a list with a person: "Xaver Muster, Yorick Beispiel und …"
TWICE = 1  # the whole name again


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
        single += _listed(passage, text)
        for candidate in candidates(passage):
            if candidate.single:
                if marked(candidate):
                    single.append(_name(candidate, vocabulary, text, "role-before"))
            else:
                full[" ".join(_normal(candidate, vocabulary))].append(candidate)
    alone = _alone(read)
    weighed = {form: _weigh(same, alone, vocabulary) for form, same in full.items()}
    _help_mates(full, weighed)
    people = {form: rule for form, (points, rule) in weighed.items() if points >= ENOUGH}
    tails = {" ".join(words[i:]) for form in people if len(words := form.split()) > 2 for i in range(1, len(words) - 1)}
    names: list[Name] = []
    for form, rule in people.items():
        if form not in tails:
            names += [_name(candidate, vocabulary, text, rule) for candidate in full[form]]
    names.sort(key=lambda name: name.span)
    return names, single


def marked(candidate: Candidate) -> bool:
    """Whether the words around a single name leave it a person's."""
    passage = candidate.passage
    if candidate.lead < 0 or role_of_firms(passage.words[candidate.lead]):
        return False
    sort = passage.sorts[candidate.first]
    following = passage.sorts[candidate.after] if candidate.after < len(passage.sorts) else Sort.OTHER
    return sort not in {Sort.NOUN, Sort.COMPOUND} and following is not Sort.INSTITUTION


def _listed(passage: Passage, text: str) -> list[Name]:
    """Family names after a word for several people: "Dichter wie Muster, Beispiel und Probe"."""
    words, sorts = passage.words, passage.sorts
    found: list[Name] = []
    for i, word in enumerate(words):
        if word != "wie" or i == 0 or words[i - 1].lower() not in SEVERAL:
            continue
        at = i + 1
        while at < len(words) and sorts[at] in _MAY_BE_LISTED:
            span = passage.span(at, at + 1)
            if at + 1 == len(words) or not words[at + 1][0].isupper():
                found.append(Name(span, span.of(text), (words[at],), 0, "list", (words[i - 1],)))
            at += 1
            while at < len(words) and sorts[at] in _MAY_BE_LISTED:
                at += 1
            if words[at : at + 1] not in _LISTED:
                break
            at += 1
    return found


def _weigh(
    same: Sequence[Candidate], alone: dict[str, int], vocabulary: set[str]
) -> tuple[int, str]:
    """What speaks for the candidates of one form being a person, and the strongest rule of it."""
    first = same[0].words[0]
    if not same[0].given and first.endswith("s") and first[:-1] in vocabulary:
        return IMPOSSIBLE, "genitive"  # before its noun: "Musters Zölle"
    points, rule = base(same[0])
    signs = max((around(candidate) for candidate in same), key=lambda found: sum(p for p, _ in found))
    last = _normal(same[0], vocabulary)[-1]
    if alone.get(last) or alone.get(last + "s"):
        signs = [*signs, (REPEATED, "repeated")]
    if len(same) > 1:
        signs = [*signs, (TWICE, "repeated")]
    strongest = max(signs, default=(0, rule))
    return points + sum(p for p, _ in signs), rule if same[0].given or strongest[0] <= 0 else strongest[1]


def _help_mates(full: dict[str, list[Candidate]], weighed: dict[str, tuple[int, str]]) -> None:
    """Let people help the candidates that stand beside them in a list; along the list, so one helps many."""
    ends: dict[tuple[int, int], str] = {}
    begins: dict[tuple[int, int], str] = {}
    for form, same in full.items():
        for candidate in same:
            ends[id(candidate.passage), candidate.after] = form
            begins[id(candidate.passage), candidate.first] = form
    for form, same in full.items():
        points, rule = weighed[form]
        if points >= ENOUGH or points + MATE < ENOUGH:
            continue
        for candidate in same:
            words, at = candidate.passage.words, id(candidate.passage)
            before = ends.get((at, candidate.first - 1)) if words[candidate.first - 1] in _LISTING else None
            after = begins.get((at, candidate.after + 1)) if words[candidate.after : candidate.after + 1] in _LISTED else None
            if any(mate and weighed[mate][0] >= ENOUGH for mate in (before, after)):
                weighed[form] = points + MATE, "list"
                break


_LISTING = frozenset({",", "und", "sowie", "oder"})
_MAY_BE_LISTED = frozenset({Sort.NAME, Sort.FIRST, Sort.MAYBE_FIRST, Sort.SURNAME, Sort.TRADE})
_LISTED = [[word] for word in _LISTING]


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
    if noun_follows and last not in _standing_alone(passage, candidate) and not _NO_GENITIVE.search(last):
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
