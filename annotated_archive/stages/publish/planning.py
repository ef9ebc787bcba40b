"""Pages and the folder as it is → what is to be done to it. Reads the folder and writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...editions.mark import PUBLIC
from ...model import Page
from ...problems import Problem
from ...text.page_paths import same_place
from .on_disk import checksum_on_disk, obstacles, others, parents, same_words
from .record import RECORD, checksum, edition_of, read_record


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done to a folder, by path below it: nothing has been done yet.

    `before` and `after` are the records of what is ours: the checksums of each file's possible contents.
    `stopped` is why nothing may be done, if so: the folder cannot be brought to hold this edition and nothing
    else.
    """

    edition: str
    write: dict[str, bytes]
    remove: tuple[str, ...]
    unchanged: int
    before: dict[str, list[str]]
    after: dict[str, list[str]]
    problems: tuple[Problem, ...]
    stopped: str | None = None


def plan(
    pages: Sequence[Page],
    folder: Path,
    shown_as: str,
    edition: str,
    elsewhere: Sequence[Problem] = (),
    *,
    keep: Collection[str] = (),
    keep_stale: bool = False,
) -> Plan:
    """How to make `folder` hold `pages` and nothing else of ours. `shown_as` is its name in problems.

    `elsewhere` are problems of other places that forbid to publish; only the public edition minds them. The
    pages of `keep` stay as they are where they are there in this edition. Then, and with `keep_stale`, pages
    of this edition that are no longer among `pages` stay until the next time.
    """
    record = read_record(folder)
    keep = keep if edition_of(folder) == edition else ()
    wanted, doubled = _one_for_each_place(pages, shown_as)
    blocked = obstacles(folder, wanted)
    problems = [_in_the_way(_shown(shown_as, path)) for path in sorted(blocked)]
    stale = [path for path in record if path not in wanted]
    # Where case makes no difference, A.md and a.md are one file: it is removed first, and then written.
    renamed = {same_place(path): record[path] for path in stale}
    write: dict[str, bytes] = {}
    kept: dict[str, list[str]] = {}  # pages that a person edited stay in the record, with what we once wrote
    for path, content in wanted.items():
        if blocked and any(parent in blocked for parent in parents(path)):
            kept[path] = record.get(path, [])
            continue
        now = checksum_on_disk(folder / path)
        old_name = renamed.get(same_place(path), [])
        if now == checksum(content) and not old_name:
            continue
        ours = now in (checksum(content), *record.get(path, []), *old_name) or (
            now is not None and same_words(folder / path, content)
        )
        if now is None or (ours and path not in keep):
            write[path] = content
            continue
        if not ours:
            shown = _shown(shown_as, path)
            problems.append(_edited(shown) if now and path in record else _in_the_way(shown))
        kept[path] = record.get(path, [])
    remove: list[str] = []
    for path in stale:
        now = checksum_on_disk(folder / path)
        if now in record[path] and not (keep or keep_stale):
            remove.append(path)
        elif now is not None:
            kept[path] = record[path]
            if now not in record[path]:
                shown = _shown(shown_as, path)
                problems.append(_edited(shown) if now else _in_the_way(shown))
    if edition == PUBLIC:
        named = {problem.file for problem in problems}
        unknown = (_shown(shown_as, path) for path in others(folder, {*wanted, *stale}))
        problems += (_among_pages(shown) for shown in unknown if shown not in named)
    after = {path: [checksum(content)] for path, content in wanted.items() if path not in kept}
    after |= {path: checksums for path, checksums in kept.items() if checksums}
    everything = (*doubled, *problems)
    unchanged = len(wanted) - len(write)
    planned = Plan(edition, write, tuple(remove), unchanged, record, after, everything)
    hindering = [*elsewhere, *problems]
    if (edition == PUBLIC and hindering) or not blocked.isdisjoint(("", RECORD)):
        return replace(planned, stopped=_stop(hindering, shown_as if problems else None, edition))
    return planned


def obstacle(unread: Collection[str], folder: Path, edition: str) -> str | None:
    """Why nothing may be published while files or folders ("seeds/old", …) are `unread`; None if it may.

    Without what people decided, pages would say what somebody corrected. Pages of articles that nobody can
    read now may stay as they are, but not in another edition than they were made for.
    """
    tops = {file.partition("/")[0] for file in unread}
    if "curation" in tops:
        return "A part of curation/ cannot be read, so nothing was published. See the problems above."
    if "seeds" in tops and edition_of(folder) not in (None, edition):
        return (
            f"A part of seeds/ cannot be read, and its pages are those of another edition than {edition}, "
            "so nothing was published."
        )
    return None


def _one_for_each_place(pages: Sequence[Page], shown_as: str) -> tuple[dict[str, bytes], list[Problem]]:
    """Contents by path; a problem for a page whose place on disk or on the site another one has."""
    wanted: dict[str, bytes] = {}
    problems: list[Problem] = []
    first_at: dict[str, str] = {}
    for page in pages:
        # `a.md` and `a/index.md` are both shown at `a/`.
        place = same_place(page.path.removesuffix(".md").removesuffix("/index"))
        first = first_at.setdefault(place, page.path)
        if page.path in wanted or first != page.path:
            finding = f"Another page ({shown_as}/{first}) has this place already; this one is left out."
            remedy = "Give one of them another name or address in curation/."
            problems.append(Problem(f"{shown_as}/{page.path}", None, "W007", finding, remedy))
            continue
        wanted[page.path] = page.markdown.encode()
    return wanted, problems


def _shown(shown_as: str, path: str) -> str:
    return f"{shown_as}/{path}" if path else shown_as


def _edited(shown: str) -> Problem:
    finding = "A person edited this generated page; it is kept as it is and no longer brought up to date."
    remedy = "Move what you wrote into curation/ or docs/, then delete the page: the build makes it anew."
    return Problem(shown, None, "W001", finding, remedy)


def _in_the_way(shown: str) -> Problem:
    finding = "A file that the build did not write is in the way of a generated page; it is kept."
    remedy = "Move it out of this folder, which is for generated pages only."
    return Problem(shown, None, "W002", finding, remedy)


def _among_pages(shown: str) -> Problem:
    finding = "The build did not write this, but it would be published with the generated pages; it is kept."
    remedy = "Move it out of this folder, which is for generated pages only, or delete it."
    return Problem(shown, None, "W003", finding, remedy)


def _stop(problems: Sequence[Problem], shown_as: str | None, edition: str) -> str:
    """Why nothing was written; `shown_as` is the folder if there are problems in it."""
    files = len({problem.file for problem in problems})
    text = (
        f"{'A file is' if files == 1 else f'{files} files are'} in the way of the {edition} edition, so no "
        "page was changed and nothing is published. Do what is said of each file above, then build again."
    )
    if shown_as is None:
        return text
    return (
        f"{text} Where nobody wrote by hand in {shown_as}/, you may delete that folder instead: the build "
        "makes it anew."
    )
