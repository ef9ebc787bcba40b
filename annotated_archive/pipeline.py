"""The stages in the order in which data flows. This is the map; it decides nothing itself.

read → segment → describe → identify → unite → address → compose → publish
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .address import assign
from .compose import compose
from .curated import Curation, read_curation
from .describe import describe
from .identify import identify, spelling_key
from .model import Archive, Article, Description, Mention, Outlet, Page, Permalink, Person, SavedText, Segment
from .outlets import known_outlets
from .problems import Problem
from .project import Project
from .publish import Report, append_permalinks, publish
from .read import read_folder
from .segment import segment
from .unite import other_addresses, settle, unite

Progress = Callable[[Iterable[SavedText], int], Iterator[SavedText]]


def in_silence(items: Iterable[SavedText], total: int) -> Iterator[SavedText]:
    """No progress bar."""
    return iter(items)


@dataclass(frozen=True, slots=True)
class Understood:
    """One saved article after the stages that look at it alone."""

    saved: SavedText
    segments: tuple[Segment, ...]
    description: Description
    mentions: tuple[Mention, ...]
    people: tuple[Person, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The archive with all problems, and what publishing needs besides."""

    archive: Archive
    new_addresses: tuple[Permalink, ...]
    problems: tuple[Problem, ...]


def understand(saved: SavedText, curation: Curation) -> Understood:
    """Segment, describe and identify one article. Depends on nothing but its arguments."""
    curated = curation.articles.get(saved.key)
    segments, unsegmented = segment(saved)
    description, undescribed = describe(saved, segments, curated, curation.outlets)
    mentions, people, unidentified = identify(saved, segments, curation.people, curated)
    problems = (*unsegmented, *undescribed, *unidentified)
    return Understood(saved, segments, description, mentions, people, problems)


def gather(project: Project, progress: Progress = in_silence) -> Result:
    """Everything up to pages: reads `seeds/` and `curation/`, writes nothing."""
    curation, miscurated = read_curation(project.curation, "curation")
    encodings = {
        key: str(a.fields["encoding"]) for key, a in curation.articles.items() if "encoding" in a.fields
    }
    texts, unreadable = read_folder(project.seeds, "seeds", encodings)
    understood = [understand(saved, curation) for saved in progress(texts, len(texts))]
    outlets: dict[str, Outlet] = known_outlets() | curation.outlets
    addressed = assign(
        [(u.saved, u.segments, u.description) for u in understood],
        outlets,
        curation.permalinks,
        "curation/permalinks.yml",
    )
    same = unite([u.people for u in understood], spelling_key)
    chosen = {person.id: person for u in understood for person in u.people}
    articles = tuple(
        Article(
            u.saved,
            u.segments,
            u.description,
            *settle(u.mentions, u.people, same, chosen),
            addressed.addresses[u.saved.key],
        )
        for u in understood
    )
    people = {person.id: person for article in articles for person in article.people}
    archive = Archive(articles, people, outlets, tuple(_moved(articles, people, same)))
    problems = (
        *miscurated,
        *unreadable,
        *_orphans(curation, texts, unreadable),
        *(problem for u in understood for problem in u.problems),
        *addressed.problems,
    )
    return Result(archive, addressed.new, problems)


def build(
    project: Project, edition: str, progress: Progress = in_silence
) -> tuple[Report, tuple[Problem, ...]]:
    """Gather, compose and publish an edition ("local" or "public")."""
    result = gather(project, progress)
    pages: tuple[Page, ...] = compose(result.archive, edition, project.language)
    shown = project.archive.relative_to(project.root).as_posix()
    report, unpublished = publish(pages, project.archive, shown, edition)
    if not any(p.code == "C001" and p.file == "curation/permalinks.yml" for p in result.problems):
        append_permalinks(project.curation / "permalinks.yml", result.new_addresses)
    return report, (*result.problems, *unpublished)


def _moved(
    articles: Iterable[Article], people: dict[str, Person], same: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Addresses that lead elsewhere now: renamed articles, merged people, people that somebody described."""
    for article in articles:
        yield from ((old, article.address.path) for old in article.address.formerly)
    elsewhere = dict(same)
    for person in people.values():
        elsewhere |= {old: person.id for old in other_addresses(person) if old not in people}
    yield from ((f"people/{old}", f"people/{new}") for old, new in elsewhere.items())


def _orphans(
    curation: Curation, texts: Iterable[SavedText], unreadable: Iterable[Problem]
) -> Iterator[Problem]:
    """Curation for seeds that are not there. A seed that is there but cannot be read has its own problem."""
    there = {saved.key for saved in texts}
    there |= {problem.file.removeprefix("seeds/").rsplit(".", 1)[0] for problem in unreadable}
    for key, article in curation.articles.items():
        if key not in there:
            finding = f'There is no seed "{key}" that this file could speak of.'
            remedy = "Rename the file after its seed, or delete it."
            yield Problem(article.file, None, "C004", finding, remedy)
