"""Passages → candidates: runs of words that have the form of a name, with what stands before them.

A candidate is a form only; `evidence` decides whether it is a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .passages import Passage
from .words import CAPITAL_PARTICLES, FAMILY_FIRST, GIVEN, INNER, JOINING, LEADS, NOBLE, SHORT_PART, Sort

# Family names of two unknown words are frequent ("Gómez Sáez"); of three they are mostly firms or titles.
MOST_FAMILY_WORDS = 2
MOST_UNKNOWN_WORDS = 3

_FAMILY = frozenset(
    {Sort.NAME, Sort.SURNAME, Sort.TRADE, Sort.NOUN, Sort.COMPOUND, Sort.ROLE, Sort.FIRST, Sort.MAYBE_FIRST}
)
_EAST_ASIAN = frozenset({Sort.NAME, Sort.SURNAME, Sort.MAYBE_FIRST, Sort.FIRST})
_OPENING = frozenset({*GIVEN, Sort.NAME})


@dataclass(frozen=True, slots=True)
class Candidate:
    """The words from `first` up to `after` of a passage. `given` of them, at the front, are first names.

    `lead` is the index of the role, title or form of address directly before, or -1.
    """

    passage: Passage
    first: int
    after: int
    given: int
    lead: int

    @property
    def words(self) -> list[str]:
        """The words as printed."""
        return self.passage.words[self.first : self.after]

    @property
    def single(self) -> bool:
        """A family name or first name by itself, which counts only with a lead."""
        return self.after - self.first == 1 or (
            self.given == 0 and self.passage.sorts[self.first] is Sort.PARTICLE
        )


def candidates(passage: Passage) -> Iterator[Candidate]:
    """All candidates of a passage, in order and without overlap."""
    sorts = passage.sorts
    i, lead = 0, -1
    while i < len(sorts):
        sort = sorts[i]
        if sort in LEADS and not (sort is Sort.TRADE and lead == i - 1 >= 0 and not _goes_on(passage, i + 1)):
            lead = i
            i += 1
            continue
        led = lead == i - 1 and lead >= 0
        after, given = _extent(passage, i, led)
        if after > i:
            yield Candidate(passage, i, after, given, lead if led else -1)
            i = after
        else:
            i += 1
    return


def _goes_on(passage: Passage, i: int) -> bool:
    return i < len(passage.sorts) and passage.sorts[i] in _FAMILY | {Sort.INITIAL}


def _extent(passage: Passage, start: int, led: bool) -> tuple[int, int]:
    """Where a name that starts here ends, and how many first names it has; the start itself if there is none."""
    words, sorts = passage.words, passage.sorts
    if sorts[start] not in _OPENING:
        if not led:
            return start, 0
        if sorts[start] in {Sort.SURNAME, Sort.TRADE}:
            return start + 1, 0
        noble = words[start] in NOBLE and words[start] != "van"
        if sorts[start] is Sort.PARTICLE and (not noble or words[start + 1 : start + 2] in (["der"], ["den"], ["dem"])):
            return _family(passage, start, True), 0
        return start, 0
    if words[start] in FAMILY_FIRST:
        end = start + 1
        while end < min(len(words), start + 3) and _part_of_given(passage, end):
            end += 1
        if end > start + 1:
            return end, 0
    i = start
    while i < len(sorts) and sorts[i] in GIVEN:
        i += 1
    if i < len(sorts) and sorts[i - 1] is Sort.INITIAL and i - start == 1 and passage.ends[i - 1] == passage.starts[i]:
        return start, 0  # "B.Muster" is a firm, "B. Muster" may be a person
    given = i - start
    if given:
        return _after_given(passage, start, i)
    # The first word is unknown. It opens a name unless a known first name comes next and is followed by more.
    if i + 1 < len(sorts) and sorts[i + 1] is Sort.FIRST and _goes_on(passage, i + 2) and not led:
        return start, 0
    return _run_of_unknown(passage, start, led), 0


def _part_of_given(passage: Passage, i: int) -> bool:
    """Whether a word can be part of a given name after a family name: "Ki", "Moon", "Jinping"."""
    word, sort = passage.words[i], passage.sorts[i]
    return sort in _EAST_ASIAN or (sort is Sort.NEVER and len(word) <= SHORT_PART and word.istitle())


def _after_given(passage: Passage, start: int, i: int) -> tuple[int, int]:
    """The end of a name whose first names are the words from `start` to `i`."""
    sorts = passage.sorts
    family = _family(passage, i, True)
    if family > i:
        return family, i - start
    if i - start == 1:
        return (i, 1) if sorts[start] is not Sort.INITIAL else (start, 0)
    if sorts[i - 1] is Sort.INITIAL and sorts[i - 2] is Sort.INITIAL:
        return start, 0
    return i, i - start - 1  # the last one is the family name: "Frank Martin", "Dieter S."


def _family(passage: Passage, i: int, after_given: bool) -> int:
    """The end of the family name that starts at `i`, or `i`."""
    words, sorts = passage.words, passage.sorts
    end, count = i, 0
    while i < len(sorts):
        step = _particles(passage, i, after_given and count == 0)
        sort = sorts[step] if step < len(sorts) else Sort.OTHER
        if sort is Sort.NAME or (count == 0 and sort in _FAMILY and _may_be_surname(passage, step, step > i)):
            i = end = step + 1
            count += 1
        elif count and sort in {Sort.FIRST, Sort.MAYBE_FIRST} and step > i:
            i = end = step + 1  # "al Ali" after a family name
        elif sort is Sort.NUMERAL or (words[step : step + 1] in (["Jr"], ["Jr."], ["Sr."], ["jun."], ["sen."])):
            return step + 1 if step == i else end
        else:
            break
        if count == MOST_FAMILY_WORDS:
            break
    return end


def _may_be_surname(passage: Passage, i: int, after_particle: bool) -> bool:
    """Whether a word that also means something else can be a family name here."""
    sort = passage.sorts[i]
    if sort is Sort.ROLE:  # "Peter Hofmeister", not "Peter Sprecherin", "Peter US-Sprecher" or "Peter Sprecher Muster"
        word = passage.words[i]
        return "-" not in word and not word.endswith("in") and not _goes_on(passage, i + 1)
    return not (sort in {Sort.NOUN, Sort.COMPOUND} and after_particle)


def _particles(passage: Passage, i: int, directly_after_given: bool) -> int:
    """The index after the particles at `i`; `i` if they lead to no family name."""
    words, sorts = passage.words, passage.sorts
    j = i
    if j < len(words) and words[j] in NOBLE:
        if not directly_after_given:
            return i
        j += 1
        while j < len(words) and words[j] in INNER:
            j += 1
        if j < len(words) and sorts[j] not in {Sort.NAME, Sort.SURNAME, Sort.TRADE}:
            return i
    else:
        while j < len(words) and (words[j] in JOINING or words[j] in CAPITAL_PARTICLES) and j - i < 3:
            j += 1
    return j if j > i and j < len(sorts) and sorts[j] in _FAMILY else i


def _run_of_unknown(passage: Passage, start: int, led: bool) -> int:
    """The end of a run of words that no list knows, with first names and particles among them."""
    sorts = passage.sorts
    second = {Sort.SURNAME, Sort.TRADE, Sort.COMPOUND} if led else {Sort.SURNAME, Sort.TRADE}
    i, count = start + 1, 1
    while i < len(sorts):
        step = _particles(passage, i, led and count == 1)
        if step < len(sorts) and (
            sorts[step] in {Sort.NAME, Sort.FIRST, Sort.MAYBE_FIRST, Sort.INITIAL}
            or (count == 1 and sorts[step] in second)
        ):
            i = step + 1
            count += 1
        else:
            break
    return i if count <= MOST_UNKNOWN_WORDS + 1 else start
