"""The stages in the order in which data flows. This is the map; it decides nothing itself.

One article at a time:  read → segment → describe → identify → anchor → attribute
The whole archive:      → address → tell_apart → merge_people → read_docs → resolve → export → ask
                        → compose → publish
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from .disk.folder import UNREADABLE
from .disk.project_lock import PATIENCE, only_build
from .editions.mark import LOCAL, MARK, PUBLIC, copied, marked
from .editions.withheld import of_edition
from .essays import EssayPage, Essays, Resolved
from .knowledge.curation import Curation, add_permalinks, orphans, read_curation, settle
from .knowledge.curation.schemas import refresh_schemas
from .knowledge.outlets import directory, known_outlets
from .model import (
    Article,
    Outlet,
    Page,
    SavedText,
)
from .parallel import apply
from .problems import CITING, OF_A_SITE, Problem
from .project import Project, without_address
from .results import Result, Understood
from .stages.address import assign
from .stages.anchor import anchor, possible_passages
from .stages.ask import Known, ask
from .stages.attribute import attribute
from .stages.compose import article_place, compose
from .stages.describe import describe
from .stages.export import cited_works, exports
from .stages.identify import Register, identify, is_role, spelling_key
from .stages.merge_people import archive_of
from .stages.publish import Report, edition_of, obstacle, plan
from .stages.publish import apply as apply_plan
from .stages.read import nobody_could_look, read_folder, unreadable_seeds
from .stages.read_docs import read_other_texts, read_pages, read_references
from .stages.resolve import backlinks, resolve, resolve_notes
from .stages.segment import correct, segment, set_aside, title_candidates
from .stages.tell_apart import tell_apart
from .words.languages import interface

Progress = Callable[[Iterable[Any], int], Iterator[Any]]


PERMALINKS = "curation/permalinks.yml"


def in_silence(items: Iterable[Any], total: int) -> Iterator[Any]:
    """No progress bar."""
    return iter(items)


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

    `jobs` is the most processes to use; None means one per processor.
    """
    curation, miscurated = read_curation(project.curation, "curation")
    encodings = {
        key: str(a.fields["encoding"]) for key, a in curation.articles.items() if "encoding" in a.fields
    }
    named = {*curation.articles, *(permalink.seed for permalink in curation.permalinks)}
    spoken_of = named | {key.partition("#")[0] for key in named}
    given = {permalink.seed: permalink.sha256 for permalink in curation.permalinks if permalink.sha256}
    texts, unreadable = read_folder(
        project.seeds, "seeds", encodings, spoken_of, given, curation.largest_seed
    )
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
    in_notes, unresolved_in_notes = resolve_notes(archive.articles, works)
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
        *unresolved_in_notes,
        *copies,
        *without_address(project),
    )
    accepted = {key: article.accepted for key, article in curation.articles.items()}
    open_ones, settled = settle(problems, accepted, curation.accepted)
    essays = Essays(citations, backlinks(citations), works, in_notes=in_notes)
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
        curation,
        {u.saved.key: _open(u, unreadable, frozenset(open_ones)) for u in understood},
        tuple(own_pages),
    )


def _open(u: Understood, unreadable: Iterable[Problem], left: frozenset[Problem]) -> tuple[Problem, ...]:
    """The problems of an article that are left: of reading its file, where it stands there, and its own."""
    first, last = u.saved.first_line, u.saved.line_of(len(u.saved.text))
    of_file = (p for p in unreadable if p.file == u.saved.file)
    found = (*(p for p in of_file if p.line is None or first <= p.line <= last), *u.problems)
    return tuple(problem for problem in found if problem in left)


def known(project: Project, result: Result, language: str | None = None) -> Known:
    """What a person can be asked about. `language` is that of whoever reads it, the archive's if None."""
    archive = result.archive
    of_articles = {problem for problems in result.of_articles.values() for problem in problems}

    def resolved(page: EssayPage) -> tuple[tuple[Resolved, ...], tuple[Problem, ...]]:
        return resolve([page], archive.articles, result.essays.works)

    return Known(
        archive,
        result.essays,
        result.curation,
        result.of_articles,
        tuple(problem for problem in result.problems if problem not in of_articles),
        directory(result.curation.outlets),
        lambda article: [(c.span, c.chance) for c in title_candidates(article.saved)],
        lambda note, article: possible_passages(note, article.saved, article.segments),
        result.pages,
        resolved,
        is_role,
        interface(language or project.language),
        interface(project.language),
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
        essays=replace(result.essays, citations=citations, cited_in=backlinks(citations)),
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
    asked = ask(known(project, result)) if edition == LOCAL else None
    essays = replace(essays, references=references)
    composed = compose(archive, edition, project.language, essays, offered, asked)
    return tuple(marked(page, edition) for page in composed)
