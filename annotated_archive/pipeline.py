"""The stages in the order in which data flows. This is the map; it decides nothing itself.

One article at a time:  read → segment → describe → identify → anchor → attribute
The whole archive:      unite → address → resolve → export → compose → publish
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from .address import assign
from .anchor import anchor
from .attribute import attribute
from .cited import Essays
from .compose import compose
from .curated import Curation, orphans, read_curation
from .describe import describe
from .editions import copied, marked
from .export import cited_works, exports
from .folder import UNREADABLE
from .identify import identify, spelling_key
from .model import (
    Anchor,
    Archive,
    Article,
    Description,
    Mention,
    Outlet,
    Page,
    Permalink,
    Person,
    SavedText,
    Saying,
    Segment,
)
from .outlets import known_outlets
from .parallel import apply
from .problems import CITING, Problem
from .project import Project
from .publish import Report, append_permalinks, obstacle, publish
from .read import lies_in, read_folder
from .resolve import backlinks, resolve
from .segment import segment
from .unite import archive_of
from .withheld import of_edition
from .written import read_pages, read_references

Progress = Callable[[Iterable[Any], int], Iterator[Any]]


def in_silence(items: Iterable[Any], total: int) -> Iterator[Any]:
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
    notes: tuple[Anchor, ...]
    sayings: tuple[Saying, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The archive and what was written about it, with all problems and what publishing needs besides."""

    archive: Archive
    essays: Essays
    new_addresses: tuple[Permalink, ...]
    problems: tuple[Problem, ...]
    copies: tuple[Problem, ...] = ()  # those of the problems that forbid to publish


def understand(saved: SavedText, curation: Curation) -> Understood:
    """All stages that look at one article alone. Depends on nothing but its arguments."""
    curated = curation.articles.get(saved.key)
    segments, unsegmented = segment(saved)
    description, undescribed = describe(saved, segments, curated, curation.outlets)
    mentions, people, unidentified = identify(saved, segments, curation.people, curated)
    notes, unanchored = anchor(curated.notes if curated else (), saved, segments)
    sayings = attribute(saved.text, segments, mentions)
    problems = (*unsegmented, *undescribed, *unidentified, *unanchored)
    return Understood(saved, segments, description, mentions, people, notes, sayings, problems)


def gather(project: Project, progress: Progress = in_silence, jobs: int | None = 1) -> Result:
    """Everything up to pages: reads `seeds/`, `curation/` and `docs/`, writes nothing.

    `jobs` is the most processes to use; None means one a processor.
    """
    curation, miscurated = read_curation(project.curation, "curation")
    encodings = {
        key: str(a.fields["encoding"]) for key, a in curation.articles.items() if "encoding" in a.fields
    }
    known = {*curation.articles, *(permalink.seed for permalink in curation.permalinks)}
    texts, unreadable = read_folder(project.seeds, "seeds", encodings, known)
    alone = partial(understand, curation=curation)
    unread = partial(lies_in, [p.file for p in unreadable if p.code == UNREADABLE])
    understood: list[Understood] = list(progress(apply(alone, texts, jobs), len(texts)))
    outlets: dict[str, Outlet] = known_outlets() | curation.outlets
    addressed = assign(
        [(u.saved, u.segments, u.description) for u in understood],
        outlets,
        curation.permalinks,
        "curation/permalinks.yml",
        unread,
    )
    articles = [
        Article(
            u.saved,
            u.segments,
            u.description,
            u.mentions,
            u.people,
            addressed.addresses[u.saved.key],
            u.notes,
            u.sayings,
        )
        for u in understood
    ]
    archive = archive_of(articles, outlets, spelling_key)
    docs = project.docs.relative_to(project.root).as_posix()
    works, unusable = read_references(project.docs, docs)
    written, unusable_pages = read_pages(project.docs, docs, project.archive, project.config)
    citations, unresolved = resolve(written, archive.articles, works)
    copies = tuple(copied(written))
    problems = (
        *miscurated,
        *unreadable,
        *orphans(
            curation, [*(saved.file for saved in texts), *(problem.file for problem in unreadable)], unread
        ),
        *(problem for u in understood for problem in u.problems),
        *addressed.problems,
        *unusable,
        *unusable_pages,
        *unresolved,
        *copies,
    )
    essays = Essays(citations, backlinks(citations), works)
    return Result(archive, essays, addressed.new, problems, copies)


def build(
    project: Project, edition: str, progress: Progress = in_silence, jobs: int | None = 1
) -> tuple[Report, tuple[Problem, ...]]:
    """Gather, compose and publish an edition ("local" or "public"); the report says if that was stopped.

    Pages that the edition does not show cite nothing in it, and their citations are no problems of it.
    """
    result = gather(project, progress, jobs)
    unseen = {c.page.file for c in result.essays.citations if edition not in c.page.editions}
    problems = tuple(p for p in result.problems if not (p.code in CITING and p.file in unseen))
    citations = tuple(c for c in result.essays.citations if edition in c.page.editions)
    cited = [item.written.key for citation in citations for item in citation.items]
    archive = of_edition(result.archive, edition)
    references = cited_works(cited, archive, result.essays.works, project.language)
    essays = Essays(citations, backlinks(citations), result.essays.works, references)
    offered = exports(archive, project.site_url)
    composed: tuple[Page, ...] = compose(archive, edition, project.language, essays, offered)
    pages = tuple(marked(page, edition) for page in composed)
    shown = project.archive.relative_to(project.root).as_posix()
    unread = {problem.file.partition("/")[0] for problem in problems if problem.code == UNREADABLE}
    if why := obstacle(unread, project.archive, edition):
        return Report(0, 0, 0, why), problems
    report, unpublished = publish(
        pages, project.archive, shown, edition, result.copies, keep_stale="seeds" in unread
    )
    if not report.stopped and not any(
        p.code == "C001" and p.file == "curation/permalinks.yml" for p in problems
    ):
        append_permalinks(project.curation / "permalinks.yml", result.new_addresses)
    return report, (*problems, *unpublished)
