"""The stages in the order in which data flows. This is the map; it decides nothing itself.

One article at a time:  read → segment → describe → identify → anchor → attribute
The whole archive:      → address → tell_apart → merge_people → read_docs → resolve → export → compose
                        → publish
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from .disk.folder import UNREADABLE
from .disk.project_lock import PATIENCE, only_build
from .editions.mark import MARK, PUBLIC, copied, marked
from .editions.withheld import of_edition
from .essays import Essays
from .knowledge.curation import Curation, Settled, add_permalinks, orphans, read_curation, settle
from .knowledge.curation.schemas import refresh_schemas
from .knowledge.outlets import known_outlets
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
from .parallel import apply
from .problems import CITING, OF_A_SITE, Problem
from .project import Project, without_address
from .stages.address import assign
from .stages.anchor import anchor
from .stages.attribute import attribute
from .stages.compose import article_place, compose
from .stages.describe import describe
from .stages.export import cited_works, exports
from .stages.identify import Register, identify, spelling_key
from .stages.merge_people import archive_of
from .stages.publish import Report, edition_of, obstacle, plan
from .stages.publish import apply as apply_plan
from .stages.read import nobody_could_look, read_folder, unreadable_seeds
from .stages.read_docs import read_other_texts, read_pages, read_references
from .stages.resolve import backlinks, resolve
from .stages.segment import correct, segment, set_aside
from .stages.tell_apart import tell_apart

Progress = Callable[[Iterable[Any], int], Iterator[Any]]


PERMALINKS = "curation/permalinks.yml"


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
    """The archive and what was written about it, with all problems and what publishing needs besides.

    `unread` are files without which nothing may be published, `unsettled` the seeds whose own could not be
    read. `settled` are notices that a person accepted; they are among no problems.
    """

    archive: Archive
    essays: Essays
    new_addresses: tuple[Permalink, ...]
    problems: tuple[Problem, ...]
    copies: tuple[Problem, ...] = ()  # those of the problems that forbid to publish
    unread: tuple[str, ...] = ()
    unsettled: frozenset[str] = frozenset()
    settled: tuple[Settled, ...] = ()
    unreadable: frozenset[str] = frozenset()  # the seeds that are there and could not be read


def understand(saved: SavedText, curation: Curation, register: Register | None = None) -> Understood:
    """All stages that look at one article alone. Depends on nothing but its arguments.

    Whoever has many articles makes the `register` of the curation's people once.
    """
    curated = curation.articles.get(saved.key)
    segments, unsegmented = correct(saved, segment(saved), curated)
    description, undescribed = describe(saved, segments, curated, curation.outlets)
    mentions, people, unidentified = identify(saved, segments, register or Register(curation.people), curated)
    notes, unanchored = anchor(curated.notes if curated else (), saved, segments)
    sayings = attribute(saved.text, segments, mentions)
    found = (*unsegmented, *set_aside(saved, segments), *undescribed, *unidentified, *unanchored)
    problems = tuple(replace(problem, seed=saved.key) for problem in found)
    return Understood(saved, segments, description, mentions, people, notes, sayings, problems)


def gather(project: Project, progress: Progress = in_silence, jobs: int | None = 1) -> Result:
    """Everything up to pages: reads `seeds/`, `curation/` and `docs/`, writes nothing.

    `jobs` is the most processes to use; None means one a processor.
    """
    curation, miscurated = read_curation(project.curation, "curation")
    encodings = {
        key: str(a.fields["encoding"]) for key, a in curation.articles.items() if "encoding" in a.fields
    }
    named = {*curation.articles, *(permalink.seed for permalink in curation.permalinks)}
    known = named | {key.partition("#")[0] for key in named}
    given = {permalink.seed: permalink.sha256 for permalink in curation.permalinks if permalink.sha256}
    texts, unreadable = read_folder(project.seeds, "seeds", encodings, known, given)
    alone = partial(understand, curation=curation, register=Register(curation.people))
    closed_seeds = unreadable_seeds(unreadable)
    unread = partial(nobody_could_look, [p.file for p in unreadable if p.code == UNREADABLE], closed_seeds)
    understood: list[Understood] = list(progress(apply(alone, texts, jobs), len(texts)))
    outlets: dict[str, Outlet] = known_outlets() | curation.outlets
    addressed = assign(
        [(u.saved, u.segments, u.description) for u in understood],
        outlets,
        curation.permalinks,
        PERMALINKS,
        unread,
        curation.unread_articles,
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
    articles, namesakes = tell_apart(articles)
    archive = archive_of(articles, outlets, spelling_key)
    docs = project.docs.relative_to(project.root).as_posix()
    works, unusable = read_references(project.docs, docs)
    own_pages, unusable_pages = read_pages(project.docs, docs, project.archive, project.config)
    citations, unresolved = resolve(own_pages, archive.articles, works)
    others = read_other_texts(project.docs, docs, project.archive, MARK)
    copies = tuple(copied((*own_pages, *others)))
    problems = (
        *miscurated,
        *unreadable,
        *orphans(curation, (saved.key for saved in texts), (problem.file for problem in unreadable), unread),
        *(problem for u in understood for problem in u.problems),
        *addressed.problems,
        *namesakes,
        *unusable,
        *unusable_pages,
        *unresolved,
        *copies,
        *without_address(project),
    )
    accepted = {key: article.accepted for key, article in curation.articles.items()}
    open_ones, settled = settle(problems, accepted, curation.accepted)
    essays = Essays(citations, backlinks(citations), works)
    closed = tuple(problem.file for problem in problems if problem.code == UNREADABLE)
    # An address is given for good, so it waits until a person's date of the article can be read.
    waiting = {u.saved.key for u in understood if any(problem.code == "D002" for problem in u.problems)}
    return Result(
        archive,
        essays,
        tuple(entry for entry in addressed.new if entry.seed not in waiting),
        open_ones,
        copies,
        (*curation.unread, *closed),
        curation.unread_articles,
        settled,
        closed_seeds,
    )


def build(
    project: Project,
    edition: str,
    progress: Progress = in_silence,
    jobs: int | None = 1,
    say: Callable[[str], None] = print,
    patience: float = PATIENCE,
) -> tuple[Report, tuple[Problem, ...]]:
    """Gather, compose and publish an edition ("local" or "public"), one build of a project at a time.

    The report says if that was stopped, because what decides addresses or people cannot be read, because
    something else would be published with the pages, or because nothing can be written. Raises BusyError when
    another build went on for longer than `patience` seconds; `say` is told when it begins to wait.
    """
    with only_build(project.root, say, patience):
        return build_alone(project, edition, progress, jobs)


def build_alone(
    project: Project, edition: str, progress: Progress = in_silence, jobs: int | None = 1
) -> tuple[Report, tuple[Problem, ...]]:
    """As `build`, for whoever holds the project's lock already."""
    refresh_schemas(project.root / "schemas")
    result = _of_edition(gather(project, progress, jobs), edition)
    if why := obstacle(result.unread, project.archive, edition):
        return Report(stopped=why), result.problems
    shown = project.archive.relative_to(project.root).as_posix()
    unsettled = [a.address for a in result.archive.articles if a.saved.key in result.unsettled]
    planned = plan(
        _pages(project, result, edition),
        project.archive,
        shown,
        edition,
        result.copies,
        keep={article_place(address) for address in unsettled},
        keep_stale=bool(result.unread)
        or (bool(result.unreadable) and edition_of(project.archive) == edition),
    )
    if planned.stopped:
        return Report(stopped=planned.stopped), (*result.problems, *planned.problems)
    # First the record: a page that was published keeps its address, whatever happens next.
    unrecorded = add_permalinks(project.root / PERMALINKS, PERMALINKS, result.new_addresses)
    report, unwritten = apply_plan(planned, project.archive, shown)
    return report, (*result.problems, *planned.problems, *unrecorded, *unwritten)


def _of_edition(result: Result, edition: str) -> Result:
    """Pages that the edition does not show cite nothing in it; their citations are no problems of it."""
    unseen = {c.page.file for c in result.essays.citations if edition not in c.page.editions}
    citations = tuple(c for c in result.essays.citations if edition in c.page.editions)
    return replace(
        result,
        archive=of_edition(result.archive, edition),
        essays=Essays(citations, backlinks(citations), result.essays.works),
        problems=tuple(
            p
            for p in result.problems
            if not (p.code in CITING and p.file in unseen) and not (p.code in OF_A_SITE and edition != PUBLIC)
        ),
    )


def _pages(project: Project, result: Result, edition: str) -> tuple[Page, ...]:
    archive, essays = result.archive, result.essays
    cited = [item.written.key for citation in essays.citations for item in citation.items]
    references = cited_works(cited, archive, essays.works, project.language)
    offered = exports(archive, project.site_url, project.language)
    composed = compose(archive, edition, project.language, replace(essays, references=references), offered)
    return tuple(marked(page, edition) for page in composed)
