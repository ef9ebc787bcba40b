"""Passages → names: full names of people, and single names that the words around mark as a person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from ...model import Span
from ...text.letters import from_capitals
from . import vocabulary as known
from .candidates import Candidate, candidates
from .passages import WordedPassage, role_before
from .weighing import people
from .words import NOUNS, Sort

_MAY_BE_LISTED = frozenset({Sort.NAME, Sort.FIRST, Sort.MAYBE_FIRST, Sort.SURNAME, Sort.TRADE})


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text, without a genitive's s. `printed` is as it stands there, `words` not in capitals.

    `given` of the words are first names; `roles` are the words of the role before.
    """

    span: Span
    printed: str
    words: tuple[str, ...]
    given: int
    rule: str
    roles: tuple[str, ...]

    @property
    def text(self) -> str:
        """The name's usual form: "Anna Muster" for "ANNA MUSTER"."""
        return " ".join(self.words)


def find(read: Sequence[WordedPassage], described: Container[str]) -> tuple[list[Name], list[Name]]:
    """Full names, and single names; each in the order of the text.

    `described` are spelling keys of names that somebody entered: these need no evidence.
    """
    vocabulary = {word for passage in read for word in passage.words}
    full: dict[str, list[Candidate]] = defaultdict(list)
    single: list[Name] = []
    for passage in read:
        single += _listed(passage)
        for candidate in candidates(passage):
            if not candidate.single:
                whole = _before_noun(candidate, vocabulary)
                full[" ".join(_words(whole, vocabulary))].append(whole)
            elif _is_marked(candidate):
                single.append(_name(candidate, vocabulary, "role-before"))
    names = [
        _name(candidate, vocabulary, rule)
        for form, rule in people(full, read, described).items()
        for candidate in full[form]
    ]
    things = _things(read) if single else set()
    return sorted(names, key=lambda name: name.span), [name for name in single if name.text not in things]


def _things(read: Sequence[WordedPassage]) -> set[str]:
    """Words that name a thing somewhere in the article: "bei der Firma Zandora"."""
    return {
        after
        for passage in read
        for word, after in zip(passage.words, passage.words[1:], strict=False)
        if word in known.THING_BEFORE
    }


def _is_marked(candidate: Candidate) -> bool:
    """Whether the words around a single name make it a person's."""
    passage, last = candidate.passage, candidate.words[-1]
    if candidate.lead < 0 or known.role_of_firms(passage.words[candidate.lead]):
        return False
    if len(last) == 1 or known.is_place(last) or candidate.sorts[0] in NOUNS:
        return False
    return candidate.after == len(passage.sorts) or passage.sorts[candidate.after] is not Sort.INSTITUTION


def _listed(passage: WordedPassage) -> Iterator[Name]:
    """Family names after a word for several people: "Dichter wie Muster, Probst und Velsing"."""
    words, sorts = passage.words, passage.sorts
    for i, word in enumerate(words):
        if word != "wie" or i == 0 or words[i - 1].lower() not in known.SEVERAL:
            continue
        start = i + 1
        while start < len(words) and sorts[start] in _MAY_BE_LISTED:
            end = start + 1
            while end < len(words) and sorts[end] in _MAY_BE_LISTED:
                end += 1
            if end == start + 1:  # longer ones are candidates for full names
                yield Name(
                    passage.span(start, end), words[start], (words[start],), 0, "list", (words[i - 1],)
                )
            if end == len(words) or words[end] not in known.SMALL["listing"]:
                break
            start = end + 1


def _before_noun(candidate: Candidate, vocabulary: set[str]) -> Candidate:
    """The candidate without a noun that its genitive stands before: "Xaver Musters | Entwurf"."""
    family = candidate.words[-2]
    genitive = family.endswith("s") and family[:-1] in vocabulary
    if genitive and candidate.after - candidate.first - candidate.given > 1:
        return replace(candidate, after=candidate.after - 1)
    return candidate


def _words(candidate: Candidate, vocabulary: set[str]) -> tuple[str, ...]:
    """The words of a name in their usual form."""
    last = _without_genitive(candidate, vocabulary)
    return (*map(from_capitals, candidate.words[:-1]), from_capitals(last))


def _without_genitive(candidate: Candidate, vocabulary: set[str]) -> str:
    """The last word without the s of its genitive.

    It is one if the word without it occurs too, or before a noun: names that end in s have an apostrophe.
    """
    last = candidate.words[-1]
    if last.endswith(("'s", "’s")):
        return last[:-2]
    if not last.endswith("s") or len(last) < 3:
        return last
    noun_follows = candidate.following[:1].isupper() and not last.endswith(known.ENDS_IN_S)
    if last[:-1] in vocabulary or (noun_follows and not _elsewhere(candidate, last)):
        return last[:-1]
    return last


def _elsewhere(candidate: Candidate, word: str) -> bool:
    """Whether a word stands elsewhere in the passage where no genitive could: not before a noun."""
    words = candidate.passage.words
    return any(
        other == word and i != candidate.after - 1 and not words[i + 1][0].isupper()
        for i, other in enumerate(words[:-1])
    )


def _name(candidate: Candidate, vocabulary: set[str], rule: str) -> Name:
    passage = candidate.passage
    words = _words(candidate, vocabulary)
    cut = len(candidate.words[-1]) - len(words[-1])
    span = passage.span(candidate.first, candidate.after)
    printed = " ".join(candidate.words)
    return Name(
        span=Span(span.start, span.end - cut),
        printed=printed[: len(printed) - cut],
        words=words,
        given=candidate.given,
        rule=rule,
        roles=role_before(passage, candidate.first) if candidate.lead >= 0 else (),
    )
