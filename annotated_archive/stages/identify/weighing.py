"""Candidates of an article → those that are people, each with the rule that says so.

Evidence is weighed for a form of a name, not for a place: what one place shows holds for the article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence

from ...text.spelling import spelling_key
from . import vocabulary as known
from .candidates import Candidate
from .evidence import AGAINST, ENOUGH, IMPOSSIBLE, SLIGHT, around, of_form
from .passages import WordedPassage
from .words import LEADS, Sort

REPEATED = 2  # the last word stands alone elsewhere, as a family name does after the first mention
MATE = 2  # in a list with a person: "Xaver Muster, Yorick Probst und …"
TWICE = 1  # the whole name again
AS_NOUN = -100  # once is enough: no family name stands directly after an article

_ALONE = frozenset({Sort.NAME, Sort.SURNAME, Sort.TRADE})
_BESIDE_ALONE = frozenset({*_ALONE, Sort.FIRST, Sort.MAYBE_FIRST, Sort.INITIAL})
_BEFORE_ALONE = frozenset({Sort.OTHER, Sort.NEVER, *LEADS})

Forms = dict[str, list[Candidate]]  # full names as they are usually written, with their places


def people(forms: Forms, read: Sequence[WordedPassage], described: Container[str]) -> dict[str, str]:
    """The forms that are people's names, with their rules. Spelling keys in `described` need no evidence."""
    alone = alone_counts(read)
    vocabulary = {word for passage in read for word in passage.words}
    families: dict[str, set[str]] = defaultdict(set)  # family names, with the initials of their first names
    for form, same in forms.items():
        if same[0].given:
            families[form.split()[-1]].add(form[0])
    weighed = {form: _weigh(form, same, alone, vocabulary, families) for form, same in forms.items()}
    for form, (points, _) in weighed.items():
        if points < ENOUGH and spelling_key(form) in described:
            weighed[form] = ENOUGH, "described-name"
    _help_mates(forms, weighed)
    found = {form: rule for form, (points, rule) in weighed.items() if points >= ENOUGH}
    # "Vela Ruiz" after "Juan Vela Ruiz" is his family name, not a second person.
    tails = {" ".join(form.split()[i:]) for form in found for i in range(1, form.count(" "))}
    return {form: rule for form, rule in found.items() if form not in tails}


def _weigh(
    form: str,
    same: Sequence[Candidate],
    alone: dict[str, int],
    vocabulary: set[str],
    families: dict[str, set[str]],
) -> tuple[int, str]:
    """What speaks for the candidates of one form being a person, and the strongest rule of it."""
    first, last = form.split()[0], form.split()[-1]
    named = same[0].given > 0  # with a first name or initials
    places = [around(candidate) for candidate in same]
    if (
        not named
        and (
            first in families  # two people side by side: "die Muster Probst gab"
            or (
                first.endswith("s") and first[:-1] in vocabulary
            )  # a genitive before its noun: "Musters Zölle"
            or any(points == IMPOSSIBLE for signs in places for points, _ in signs)
        )
    ):
        return IMPOSSIBLE, "full-name"
    points = of_form(same[0])
    signs = max(places, key=lambda signs: sum(points for points, _ in signs))
    if not named and alone.get(first, 0) > 0:
        points += AGAINST  # "Muster Technik", where Muster stands alone elsewhere
    if alone.get(last, 0) + alone.get(last + "s", 0) > 0 and (named or last not in families):
        signs = [*signs, (REPEATED, "repeated")]
    if same[0].sorts[0] is Sort.INITIAL and first[0] in families[last] and len(families[last]) == 1:
        points += SLIGHT  # "A. Muster" beside "Anna Muster"
    if len(same) > 1:
        signs = [*signs, (TWICE, "repeated")]
    strongest = max(signs, default=(0, "full-name"))
    rule = "full-name" if named or strongest[0] <= 0 else strongest[1]
    return points + sum(points for points, _ in signs), rule


def _help_mates(forms: Forms, weighed: dict[str, tuple[int, str]]) -> None:
    """Let people help the candidates beside them in a list, forwards and back, so that one helps many."""
    begins: dict[tuple[int, int], str] = {}
    ends: dict[tuple[int, int], str] = {}
    for form, same in forms.items():
        for candidate in same:
            begins[id(candidate.passage), candidate.first] = form
            ends[id(candidate.passage), candidate.after] = form
    for form, same in [*forms.items(), *reversed(forms.items())]:
        points = weighed[form][0]
        if points >= ENOUGH or points + MATE < ENOUGH:
            continue
        for candidate in same:
            at = id(candidate.passage)
            mates = []
            if candidate.previous in known.SMALL["listing"]:
                mates.append(ends.get((at, candidate.first - 1)))
            if candidate.following in known.SMALL["listing"]:
                mates.append(begins.get((at, candidate.after + 1)))
            if any(mate and weighed[mate][0] >= ENOUGH for mate in mates):
                weighed[form] = points + MATE, "list"
                break


def alone_counts(read: Sequence[WordedPassage]) -> dict[str, int]:
    """How often a word stands alone as a family name would; far below 0 if it does as a noun would."""
    counts: dict[str, int] = defaultdict(int)
    for passage in read:
        sorts = passage.sorts
        for i, sort in enumerate(sorts):
            if sort not in _ALONE or (i and sorts[i - 1] not in _BEFORE_ALONE):
                continue
            if i + 1 == len(sorts) or sorts[i + 1] not in _BESIDE_ALONE:
                noun = i and passage.words[i - 1].lower() in known.SMALL["determiner"]
                counts[passage.words[i]] += AS_NOUN if noun else 1
    return counts
