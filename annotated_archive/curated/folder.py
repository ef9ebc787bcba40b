"""The folder `curation/` → Curation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from ..model import Address, CuratedArticle, Outlet, Permalink, Person
from ..problems import Problem
from .check import check, nearest
from .forms import ArticleForm, Form, OutletForm, PermalinkForm, PersonForm
from .lines import read_yaml

F = TypeVar("F", bound=Form)
FILES = ("people.yml", "outlets.yml", "permalinks.yml")
# Not facts about the article: they need no reason of their own.
WITHOUT_REASON = frozenset({"because", "people"})


@dataclass(frozen=True, slots=True)
class Curation:
    """All that people decided: articles by seed key, people and outlets in order, addresses given out."""

    articles: dict[str, CuratedArticle] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    outlets: dict[str, Outlet] = field(default_factory=dict)
    permalinks: tuple[Permalink, ...] = ()


def read_curation(folder: Path, shown_as: str) -> tuple[Curation, tuple[Problem, ...]]:
    """Read `folder`, which may be missing or empty; `shown_as` is its name in problems ("curation")."""
    problems: list[Problem] = []

    def entries(file: str, form: type[F]) -> Iterator[tuple[F, int | None]]:
        shown = f"{shown_as}/{file}"
        if not (folder / file).is_file():
            return
        content, lines, found = read_yaml(folder / file, shown)
        problems.extend(found)
        if content is not None and not isinstance(content, list):
            finding = "Here a list is expected: entries that each begin with a dash."
            problems.append(Problem(shown, lines.of(()), "C003", finding, "Put `- ` before each entry."))
            return
        for i, item in enumerate(content or ()):
            entry, found = check(item, form, (i,), lines, shown)
            problems.extend(found)
            if entry is not None:
                yield entry, lines.of((i,))

    people: dict[str, Person] = {}
    for person, line in entries("people.yml", PersonForm):
        if person.id in people:
            finding = f'The id "{person.id}" stands twice; the first entry counts.'
            remedy = "Give one of the two people another id."
            problems.append(Problem(f"{shown_as}/people.yml", line, "P001", finding, remedy))
            continue
        fields = person.model_dump(exclude={"also"})
        people[person.id] = Person(**fields, also=tuple(person.also), verified=True)
    outlets: dict[str, Outlet] = {}
    for outlet, line in entries("outlets.yml", OutletForm):
        if outlet.id in outlets:
            finding = f'The id "{outlet.id}" stands twice; the first entry counts.'
            problems.append(
                Problem(f"{shown_as}/outlets.yml", line, "C006", finding, "Remove or rename one of them.")
            )
            continue
        outlets[outlet.id] = Outlet(outlet.id, outlet.name, tuple(outlet.names), tuple(outlet.hosts))
    permalinks = tuple(
        Permalink(entry.seed, Address(entry.path, entry.citekey), line)
        for entry, line in entries("permalinks.yml", PermalinkForm)
    )
    articles: dict[str, CuratedArticle] = {}
    if folder.is_dir():
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_dir() or name in FILES or any(part.startswith(".") for part in name.split("/")):
                continue
            shown = f"{shown_as}/{name}"
            if path.suffix == ".yml" and name.startswith("articles/"):
                key = name.removeprefix("articles/").removesuffix(".yml")
                article, found = _article(path, key, shown)
                problems.extend(found)
                if article:
                    articles[key] = article
            else:
                finding = "Curation knows no file of this name."
                remedy = nearest(name, [*FILES, "articles/<seed>.yml"])
                problems.append(Problem(shown, None, "C007", finding, remedy))
    return Curation(articles, tuple(people.values()), outlets, permalinks), tuple(problems)


def _article(path: Path, key: str, shown: str) -> tuple[CuratedArticle | None, list[Problem]]:
    content, lines, found = read_yaml(path, shown)
    problems = list(found)
    if content is None:
        return None, problems
    form, found = check(content, ArticleForm, (), lines, shown)
    problems.extend(found)
    if form is None:
        return None, problems
    fields = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in form.model_dump(exclude_none=True, exclude=set(WITHOUT_REASON)).items()
    }
    at = {name: line for (name, *rest), line in _named(lines.by_location) if not rest}
    at |= {
        f"people.{rest[0]}": line
        for (name, *rest), line in _named(lines.by_location)
        if name == "people" and rest
    }
    for name in fields:
        if name not in form.because:
            finding = f"The field `{name}` does not say why."
            problems.append(Problem(shown, at.get(name), "C005", finding, f"Add `{name}:` under `because:`."))
    for name in form.because:
        if name not in fields:
            finding = f"A reason is given for `{name}`, which this file does not set."
            line = lines.of(("because", name))
            problems.append(Problem(shown, line, "C002", finding, f"Add `{name}:`, or remove the reason."))
    return CuratedArticle(key, shown, fields, form.because, form.people, at), problems


def _named(by_location: dict[tuple[str | int, ...], int]) -> Iterator[tuple[tuple[str, ...], int]]:
    return ((tuple(map(str, location)), line) for location, line in by_location.items() if location)
