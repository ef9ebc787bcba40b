"""People of one name in several articles → those whose roles contradict are not taken for one.

Comes in: articles with the people found in each. Goes out: the same, where a person whom nobody described has
an id for each family of roles that is printed beside the name; and a problem for each such name. Articles
that print no role stay with the name alone. Spellings of one name are united later, elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ..model import Article, Person
from ..problems import Problem
from ..text.slugs import slug_of
from ..words.role_families import contradict

NAMESAKE = "namesake"
Group = list[tuple[int, Person]]  # articles by their place in the list, with the person as found there


def tell_apart(articles: Sequence[Article]) -> tuple[list[Article], list[Problem]]:
    """The articles, with namesakes told apart, and P005 for each name."""
    found: defaultdict[str, Group] = defaultdict(list)
    for number, article in enumerate(articles):
        for person in article.people:
            if not (person.verified or person.only_here):
                found[person.id].append((number, person))
    changes: defaultdict[int, dict[str, Person]] = defaultdict(dict)
    problems: list[Problem] = []
    for identifier, group in found.items():
        parted = _parted([one for one in group if one[1].roles])
        if len(parted) < 2:
            continue
        for part in parted:
            role = part[0][1].roles[0]
            for number, person in part:
                own = f"{identifier}-{slug_of(role)}"
                changes[number][identifier] = replace(person, id=own, only_here=NAMESAKE)
        for number, person in group:
            if not person.roles:
                changes[number][identifier] = replace(person, only_here=NAMESAKE)
        problems.append(_problem(articles, identifier, parted))
    return [_changed(article, changes.get(n, {})) for n, article in enumerate(articles)], problems


def _parted(group: Group) -> list[Group]:
    """The articles in groups whose roles do not contradict, in order."""
    parts: list[Group] = []
    for one in group:
        fitting = [
            part for part in parts if not any(contradict(one[1].roles, other.roles) for _, other in part)
        ]
        if fitting:
            fitting[0].append(one)
        else:
            parts.append([one])
    return parts


def _problem(articles: Sequence[Article], identifier: str, parted: Sequence[Group]) -> Problem:
    told = " and ".join(f"{part[0][1].roles[0]} in {articles[part[0][0]].saved.file}" for part in parted)
    number, person = parted[1][0]
    saved = articles[number].saved
    at = next(m.span.start for m in articles[number].mentions if m.person == identifier)
    finding = f'"{person.name}" is {told}, and each has a page.'
    remedy = (
        "Describe each in curation/people.yml with its role; or one with all roles, if they are the same."
    )
    return Problem(saved.file, saved.line_of(at), "P005", finding, remedy, saved.key)


def _changed(article: Article, people: dict[str, Person]) -> Article:
    if not people:
        return article

    def now(identifier: str) -> str:
        return people[identifier].id if identifier in people else identifier

    return replace(
        article,
        mentions=tuple(
            replace(m, person=now(m.person) if m.person else None, candidates=tuple(map(now, m.candidates)))
            for m in article.mentions
        ),
        people=tuple(people.get(person.id, person) for person in article.people),
        sayings=tuple(replace(saying, person=now(saying.person)) for saying in article.sayings),
    )
