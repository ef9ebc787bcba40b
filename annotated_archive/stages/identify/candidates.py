"""Passages → candidates: runs of words that have the form of a name, with what stands before them.

A candidate is a form only; `evidence` decides whether it is a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from . import vocabulary as known
from .passages import WordedPassage
from .words import GIVEN, LEADS, NOUNS, Sort

# Family names of two unknown words are frequent ("Vela Ruiz"); of three they are mostly firms or titles.
MOST_FAMILY_WORDS = 2
MOST_UNKNOWN_WORDS = 4
MOST_PARTICLES = 3  # "de la", "bin Abu al"
MOST_EAST_ASIAN_WORDS = 3  # a family name and a given name of two parts
SHORT_PART = 5  # letters that a part of an East Asian given name has at most: "Moon", "Jong"

_FAMILY = frozenset(
    {Sort.NAME, Sort.SURNAME, Sort.TRADE, Sort.NOUN, Sort.COMPOUND, Sort.ROLE, Sort.FIRST, Sort.MAYBE_FIRST}
)
_UNKNOWN = frozenset({Sort.NAME, Sort.FIRST, Sort.MAYBE_FIRST, Sort.INITIAL})
_EAST_ASIAN = frozenset({Sort.NAME, Sort.SURNAME, Sort.MAYBE_FIRST, Sort.FIRST})
_OPENING = frozenset({*GIVEN, Sort.NAME})
_AFTER_NOBLE = frozenset({Sort.NAME, Sort.SURNAME, Sort.TRADE})


@dataclass(frozen=True, slots=True)
class Candidate:
    """The words from `first` up to `after` of a passage. `given` of them, at the front, are first names.

    `lead` is the index of the role, title or form of address directly before, or -1.
    """

    passage: WordedPassage
    first: int
    after: int
    given: int
    lead: int

    @property
    def words(self) -> list[str]:
        """The words as printed."""
        return self.passage.words[self.first : self.after]

    @property
    def sorts(self) -> list[Sort]:
        """What the words can be."""
        return self.passage.sorts[self.first : self.after]

    @property
    def single(self) -> bool:
        """A family name or first name by itself, which counts only with a lead."""
        return self.after - self.first == 1 or (self.given == 0 and self.sorts[0] is Sort.PARTICLE)

    @property
    def previous(self) -> str:
        """The word before, in small letters if it stands first in its sentence; or nothing."""
        if self.first == 0:
            return ""
        word = self.passage.words[self.first - 1]
        return word[0].lower() + word[1:] if self.passage.opens_sentence(self.first - 1) else word

    @property
    def following(self) -> str:
        """The word after, or nothing."""
        return self.passage.words[self.after] if self.after < len(self.passage.words) else ""


def candidates(passage: WordedPassage) -> Iterator[Candidate]:
    """All candidates of a passage, in order and without overlap."""
    sorts = passage.sorts
    i, lead = 0, -1
    while i < len(sorts):
        led = 0 <= lead == i - 1
        family_after_role = sorts[i] is Sort.TRADE and led and not _goes_on(passage, i + 1)
        if sorts[i] in LEADS and not family_after_role:
            lead = i
            i += 1
            continue
        after, given = _extent(passage, i, led)
        if after > i:
            if led and after < len(sorts) and sorts[after] is Sort.NUMERAL:
                after += 1  # "Papst Probus XIV."
            yield Candidate(passage, i, after, given, lead if led else -1)
        i = max(after, i + 1)


def _goes_on(passage: WordedPassage, i: int) -> bool:
    return i < len(passage.sorts) and (passage.sorts[i] in _FAMILY or passage.sorts[i] is Sort.INITIAL)


def _extent(passage: WordedPassage, start: int, led: bool) -> tuple[int, int]:
    """Where a name that starts here ends, and its number of first names; the start if there is none."""
    sorts = passage.sorts
    if sorts[start] not in _OPENING:
        return _only_after_lead(passage, start) if led else start, 0
    if (end := _east_asian(passage, start)) > start:
        return end, 0
    i = start
    while i < len(sorts) and sorts[i] in GIVEN:
        i += 1
    if i > start:
        return _after_given(passage, start, i)
    # The first word is unknown. It opens a name unless a known first name comes next and is followed by more.
    if not led and i + 1 < len(sorts) and sorts[i + 1] is Sort.FIRST and _goes_on(passage, i + 2):
        return start, 0
    return _unknown(passage, start, led), 0


def _only_after_lead(passage: WordedPassage, start: int) -> int:
    """The end of a family name that needs a lead: "Frau Winter", "Ministerin von der Mustern"."""
    words, sorts = passage.words, passage.sorts
    if sorts[start] in {Sort.SURNAME, Sort.TRADE}:
        return start + 1
    preposition = words[start] in known.NOBLE - {"van"} and words[start + 1 : start + 2] not in (
        ["der"],
        ["den"],
    )
    return _family(passage, start) if sorts[start] is Sort.PARTICLE and not preposition else start


def _east_asian(passage: WordedPassage, start: int) -> int:
    """The end of a name whose family name stands first, or the start."""
    words, sorts = passage.words, passage.sorts
    if words[start] not in known.FAMILY_FIRST:
        return start
    i = start + 1
    while i < min(len(words), start + MOST_EAST_ASIAN_WORDS):
        short = sorts[i] is Sort.NEVER and len(words[i]) <= SHORT_PART and words[i].istitle()
        if sorts[i] not in _EAST_ASIAN and not short:
            break
        i += 1
    return i if i > start + 1 else start


def _after_given(passage: WordedPassage, start: int, i: int) -> tuple[int, int]:
    """The end of a name whose first names are the words from `start` to `i`, and their number."""
    words, sorts = passage.words, passage.sorts
    if i - start == 1 and sorts[start] is Sort.INITIAL and passage.ends[start] in passage.starts[i : i + 1]:
        return start, 0  # "B.Muster" is a firm, "B. Muster" may be a person
    if words[i : i + 1] == ["von"] and all(map(known.is_noun_first, words[start:i])):
        return start, 0  # "Tore von …" are goals
    family = _family(passage, i)
    if family > i:
        return family, i - start
    if i - start == 1:
        return (start, 0) if sorts[start] is Sort.INITIAL else (i, 1)
    if sorts[i - 1] is Sort.INITIAL and sorts[i - 2] is Sort.INITIAL:
        return start, 0
    return i, i - start - 1  # the last one is the family name: "Anna Martin", "Dieter S."


def _family(passage: WordedPassage, i: int) -> int:
    """The end of the family name that starts at `i`, directly after first names or a lead; or `i`."""
    sorts = passage.sorts
    most = 1 if passage.capitals else MOST_FAMILY_WORDS
    end, count = i, 0
    while i < len(sorts) and count < most:
        step = _particles(passage, i, after_given=count == 0)
        if step == len(sorts):
            break
        if count == 0 and sorts[step] in _FAMILY:
            fits = _may_be_surname(passage, step, after_particle=step > i)
            fits = fits or (passage.words[i] in known.NOBLE and _opens_double(passage, i, step))
        elif sorts[step] is Sort.TRADE:
            fits = not _goes_on(passage, step + 1)
        elif sorts[step] in {Sort.FIRST, Sort.MAYBE_FIRST}:
            fits = step > i or not _goes_on(passage, step + 1)  # else it opens the next name
        else:
            fits = sorts[step] is Sort.NAME
        if not fits:
            break
        i = end = step + 1
        count += 1
    closed = end < len(sorts) and (
        sorts[end] is Sort.NUMERAL or passage.words[end].rstrip(".") in known.AFTER_NAME
    )
    return end + 1 if closed else end


def _may_be_surname(passage: WordedPassage, i: int, after_particle: bool) -> bool:
    """Whether a word that also means something else can be a family name here."""
    word, sort = passage.words[i], passage.sorts[i]
    if sort is Sort.ROLE:  # "Xaver Hofmeister"; no feminine, no plural, no compound, nothing after it
        return "-" not in word and not word.endswith(("in", "en", "ern")) and not _goes_on(passage, i + 1)
    return not (sort in NOUNS and after_particle)


def _particles(passage: WordedPassage, i: int, after_given: bool) -> int:
    """The index after the particles at `i`; `i` if they lead to no family name."""
    words, sorts = passage.words, passage.sorts
    j = i
    if after_given and words[j] in known.TITLED and words[j + 1 : j + 2] and words[j + 1] in known.NOBLE:
        j += 1
    if words[j] in known.NOBLE:
        if not after_given:
            return i
        j += 1
        while j < len(words) and words[j] in known.INNER:
            j += 1
        return j if j < len(sorts) and (sorts[j] in _AFTER_NOBLE or _opens_double(passage, i, j)) else i
    while j < len(words) and j - i < MOST_PARTICLES and (_is_joining(words[j]) or _goes_inside(words, i, j)):
        j += 1
    return j if j < len(sorts) and sorts[j] in _FAMILY else i


def _opens_double(passage: WordedPassage, i: int, j: int) -> bool:
    """Whether the word at `j` opens a family name of two words behind the particles from `i`.

    "von Bergen Wesselring", "von der Heide Mustlindner": places, nouns, first names do where a name follows
    that is nothing else. Behind "von" alone a first name is another person's: "Anna von Peter Muster".
    """
    words, sorts = passage.words, passage.sorts
    may_open = sorts[j] in NOUNS or (j > i + 1 and sorts[j] in {Sort.FIRST, Sort.MAYBE_FIRST})
    contracted = words[i].endswith(("m", "r"))  # "Anna vom Verein Muster" says where she is from
    return may_open and not contracted and sorts[j + 1 : j + 2] == [Sort.NAME]


def _goes_inside(words: list[str], start: int, j: int) -> bool:
    """Whether a small word follows a particle with a capital: "Van der", "Von und zu"."""
    return j > start and words[start].lower() in known.NOBLE and words[j] in known.INNER


def _is_joining(word: str) -> bool:
    return word in known.JOINING or word in known.CAPITAL_PARTICLE


def _unknown(passage: WordedPassage, start: int, led: bool) -> int:
    """The end of a run of words that no list knows, with first names and particles among them."""
    words, sorts = passage.words, passage.sorts
    second = {Sort.SURNAME, Sort.TRADE, Sort.COMPOUND} if led else {Sort.SURNAME, Sort.TRADE}
    i, count = start + 1, 1
    while i < len(sorts):
        if count > 1 and sorts[i] is Sort.FIRST and _goes_on(passage, i + 1):
            break  # the next person, without a comma between: "lässt Xaver Muster Anna Probst gehen"
        step = _particles(passage, i, after_given=led and count == 1 and words[i] in known.AFTER_UNKNOWN)
        if step == len(sorts):
            break
        opens = count == 1 and (sorts[step] in second or (step > i and _opens_double(passage, i, step)))
        if sorts[step] not in _UNKNOWN and not opens:
            break
        i = step + 1
        count += 1
    return i if count <= MOST_UNKNOWN_WORDS else start
