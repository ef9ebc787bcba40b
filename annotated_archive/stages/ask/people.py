"""Names of an article that fit several people, or nobody → who may be meant.

A choice that means somebody whom nobody has described brings that person's entry with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...knowledge.curation.edits import Edit
from ...model import Article, Mention, Person
from ...problems import Problem
from ...questions import Choice, Question
from .known import Known, file_of, one_line

PEOPLE, UNCLEAR, NOBODY = "curation/people.yml", "unclear", "nobody"
NAMESAKE = "namesake"
CONTEXT = 70  # characters on either side of a name: enough to see who is meant


def people(article: Article, known: Known) -> Iterator[Question]:
    """A question for each name that is nobody's, each once, and for each decision that fits nobody."""
    saved = article.saved
    moved = {old.removeprefix("people/"): new.removeprefix("people/") for old, new in known.archive.moved}
    seen: set[str] = set()
    for mention in article.mentions:
        if mention.person is not None or not mention.candidates or mention.printed in seen:
            continue
        seen.add(mention.printed)
        ids = dict.fromkeys(moved.get(identifier, identifier) for identifier in mention.candidates)
        candidates = [known.archive.people.get(i) or _described(i, known) for i in ids]
        printed = one_line(mention.printed)
        lines = saved.lines_of(mention.span)
        edit = file_of(article), ("people", printed)
        # Whoever is known by a shortened or changed name shall not be described for all articles.
        choices = [
            Choice(_shown(person), (*_entry(person), Edit(*edit, person.id)), lines)
            for person in candidates
            if not person.only_here or person.only_here == NAMESAKE
        ]
        choices.append(Choice(known.words("ask.people.unclear"), (Edit(*edit, UNCLEAR),), lines))
        choices.append(Choice(known.words("ask.people.nobody"), (Edit(*edit, NOBODY),), lines))
        finding = known.words("ask.people.tie", name=printed, context=context_of(article, mention))
        key = f"people:{printed}"
        yield Question("people", key, saved.key, saved.file, lines[0], finding, tuple(choices))
    for problem in known.problems.get(saved.key, ()):
        if problem.code in ("P003", "P004"):
            yield from _undecided(article, known, problem)


def _undecided(article: Article, known: Known, problem: Problem) -> Iterator[Question]:
    """A decision about a name that is not in the text, or about a person whom nobody has described."""
    curated = known.curated(article)
    printed = next(
        (
            name
            for name in (curated.people if curated else {})
            if curated and curated.lines.get(f"people.{name}") == problem.line
        ),
        None,
    )
    if curated is None or printed is None:
        return
    away = Choice(known.words("ask.people.drop"), (Edit(curated.file, ("people", printed)),))
    choices = [away]
    if problem.code == "P004":
        person = Person(curated.people[printed], printed)
        choices.insert(0, Choice(known.words("ask.people.describe", name=printed), _entry(person)))
    key = f"people:{problem.code}:{printed}"
    finding, detail = known.words(f"ask.problem.{problem.code}"), f"{problem.finding} {problem.remedy}"
    yield Question(
        "people", key, article.saved.key, problem.file, problem.line, finding, tuple(choices), detail=detail
    )


def _described(identifier: str, known: Known) -> Person:
    return next((p for p in known.curation.people if p.id == identifier), Person(identifier, identifier))


def _entry(person: Person) -> tuple[Edit, ...]:
    """The entry of a person who has none."""
    if person.verified:
        return ()
    entry = {"id": person.id, "name": person.name} | ({"role": person.role} if person.role else {})
    return (Edit(PEOPLE, (person.id,), entry),)


def _shown(person: Person) -> str:
    return one_line(f"{person.name}, {person.role}" if person.role else person.name)


def context_of(article: Article, mention: Mention) -> str:
    """The words around a name, in brackets: "Auch [Anna Weber] war da"."""
    text, span = article.saved.text, mention.span
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return one_line(f"{before}[{span.of(text)}]{after}")
