"""A project that was gathered once → the same after a decision: only what it touches is understood anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from ...knowledge.curation import Curation, read_curation
from ...knowledge.curation.accepted import left_open
from ...knowledge.outlets import known_outlets
from ...model import Article, SavedText
from ...pipeline import understand
from ...problems import Problem
from ...project import Project
from ...results import Result
from ...seed_key import seed_key
from ...stages.identify import spelling_key
from ...stages.merge_people import archive_of
from ...stages.read import read_file
from ...stages.tell_apart import NAMESAKE, tell_apart

NAMESAKES = "P005"
PEOPLE, OUTLETS = "curation/people.yml", "curation/outlets.yml"


def reread(project: Project, result: Result, key: str, files: Collection[str]) -> Result:
    """The result with the articles understood anew that a change of these files, or of a seed, can concern.

    The seed of the article `key` is read again. Addresses stay those that were given when the desk opened.
    """
    curation, _ = read_curation(project.curation, "curation")
    touched = {key, *_named(files), *_concerned(result, curation, files), *_with_namesakes(result)}
    accepted = {key: article.accepted for key, article in curation.articles.items()}
    articles: list[Article] = []
    problems = dict(result.of_articles)
    fresh = _read_again(project, result, curation, key)
    for article in result.archive.articles:
        if article.saved.key not in touched:
            articles.append(article)
            continue
        saved, unread = fresh.get(article.saved.key, (article.saved, None))
        u = understand(saved, curation)
        known = (u.segments, u.description, u.mentions, u.people)
        articles.append(Article(saved, *known, article.address, u.notes, u.sayings))
        if unread is None:
            unread = [p for p in problems.get(saved.key, ()) if p.code.startswith("R")]
        problems[saved.key] = left_open((*unread, *u.problems), accepted, curation.accepted)
    articles, namesakes = tell_apart(articles)
    archive = archive_of(articles, known_outlets() | curation.outlets, spelling_key)
    others = (problem for problem in result.problems if problem.code != NAMESAKES)
    left = (*others, *left_open(namesakes, accepted, curation.accepted))
    return replace(result, archive=archive, curation=curation, of_articles=problems, problems=left)


def _with_namesakes(result: Result) -> Iterator[str]:
    """The articles of people who were told apart, who must be told apart together."""
    people = result.archive.people.values()
    alike = {person.id for person in people if person.only_here == NAMESAKE}
    for article in result.archive.articles:
        if any(person.id in alike for person in article.people):
            yield article.saved.key


def _named(files: Iterable[str]) -> Iterator[str]:
    """The articles whose own files are among these."""
    head, tail = "curation/articles/", ".yml"
    return (file[len(head) : -len(tail)] for file in files if file.startswith(head) and file.endswith(tail))


def _concerned(result: Result, curation: Curation, files: Collection[str]) -> Iterator[str]:
    """The articles that name somebody, or an outlet, of whom these files now say something else."""
    words: set[str] = set()
    if PEOPLE in files:
        before = set(result.curation.people)
        changed = before.symmetric_difference(curation.people)
        words |= {form.split()[-1] for one in changed for form in (one.name, *one.also) if form.split()}
    outlets: set[str] = set()
    if OUTLETS in files:
        old, new = result.curation.outlets, curation.outlets
        for one in (new.get(i) or old[i] for i in old.keys() | new.keys() if old.get(i) != new.get(i)):
            outlets |= {one.id, one.name, *one.names, *one.hosts}
    for article in result.archive.articles:
        known = article.description.outlet
        text = article.saved.text
        if any(word in text for word in words | outlets) or (known and known.value in outlets):
            yield article.saved.key


def _read_again(
    project: Project, result: Result, curation: Curation, key: str
) -> dict[str, tuple[SavedText, list[Problem]]]:
    """The articles of a seed as it lies on the disk now, with the problems of reading it."""
    saved = next((a.saved for a in result.archive.articles if a.saved.key == key), None)
    if saved is None:
        return {}
    path = project.seeds / saved.name
    curated = curation.articles.get(seed_key(saved.name))
    encoding = curated.fields.get("encoding") if curated else None
    articles, problems = read_file(path, saved.name, saved.file, str(encoding) if encoding else None)
    return {one.key: (one, list(problems)) for one in articles}
