"""The only writer. Pages → files below `docs/archive/`; new addresses → `curation/permalinks.yml`.

It writes what changed and removes what is stale. Which files are its own it knows from a record of their
checksums, kept beside them: a file that is not in the record, or no longer as recorded, belongs to a person.
It is reported and left alone. Each file is replaced in one step, so nobody ever sees half of one.

For the public edition, anything below the folder that is not a page as composed just now stops the build
before a file is changed: what a person or another edition left there would be published with the rest.
"""

from __future__ import annotations

import codecs
import hashlib
import json
import os
import tempfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from .editions import PUBLIC
from .model import Page, Permalink
from .problems import Problem

RECORD = ".written.json"
PERMALINKS_HEAD = """\
# Addresses already given out: links and citations depend on them. The build adds new ones at the end.
# Before an article is published you may change its path and citekey, or delete its entry to have
# them made anew. Afterwards, keep them; a path that must change goes under `formerly`.
"""


@dataclass(frozen=True, slots=True)
class Report:
    """How many pages were written, were up to date already, and were removed.

    `stopped` is why none was, if so: the folder cannot be brought to hold this edition and nothing else.
    """

    written: int
    unchanged: int
    removed: int
    stopped: str | None = None


def publish(
    pages: Sequence[Page],
    folder: Path,
    shown_as: str,
    edition: str,
    elsewhere: Sequence[Problem] = (),
    *,
    keep_stale: bool = False,
) -> tuple[Report, tuple[Problem, ...]]:
    """Make `folder` hold `pages` and nothing else of ours. `shown_as` is the folder as problems name it.

    `elsewhere` are problems of other places that forbid to publish; only the public edition minds them.
    With `keep_stale`, pages of this edition that are no longer among `pages` stay until the next time.
    """
    record = _read_record(folder)
    wanted = {page.path: page.markdown.encode() for page in pages}
    obstacles = _obstacles(folder, wanted)
    problems = [_in_the_way(_shown(shown_as, path)) for path in obstacles]
    write: dict[str, bytes] = {}
    kept: dict[str, list[str]] = {}  # pages that a person edited stay in the record, with what we once wrote
    for path, content in wanted.items():
        if obstacles and any(parent in obstacles for parent in _parents(path)):
            kept[path] = record.get(path, [])
            continue
        on_disk = _checksum_on_disk(folder / path)
        if on_disk == _checksum(content):
            continue
        known = on_disk is None or on_disk in record.get(path, []) or _same_words(folder / path, content)
        if not known:
            shown = _shown(shown_as, path)
            problems.append(_edited(shown) if on_disk and path in record else _in_the_way(shown))
            kept[path] = record.get(path, [])
            continue
        write[path] = content
    remove: list[str] = []
    stale: list[str] = []
    for path, checksums in record.items():
        if path in wanted:
            continue
        on_disk = _checksum_on_disk(folder / path)
        if on_disk in checksums and keep_stale:
            stale.append(path)
            kept[path] = checksums
        elif on_disk in checksums:
            remove.append(path)
        elif on_disk is not None:
            shown = _shown(shown_as, path)
            problems.append(_edited(shown) if on_disk else _in_the_way(shown))
            kept[path] = checksums
    if edition == PUBLIC:
        named = {problem.file for problem in problems}
        others = (_shown(shown_as, path) for path in _others(folder, {*wanted, *remove, *stale}))
        problems += (_among_pages(shown) for shown in others if shown not in named)
    hindering = [*elsewhere, *problems]
    if (edition == PUBLIC and hindering) or not obstacles.isdisjoint(("", RECORD)):
        stop = _stop(hindering, shown_as if problems else None, edition)
        return Report(0, 0, 0, stop), tuple(problems)
    after = {path: [_checksum(content)] for path, content in wanted.items() if path not in kept}
    after |= {path: checksums for path, checksums in kept.items() if checksums}
    if write or remove:
        # Before and after are both on record while files change: a build that was cut off recognises its own.
        during = {path: [*record.get(path, []), *after.get(path, [])] for path in record | after}
        _write_record(folder, during, edition)
    for path, content in write.items():
        _replace(folder / path, content)
    for path in remove:
        (folder / path).unlink()
        _remove_empty_folders((folder / path).parent, folder)
    if write or remove or after != record or edition != edition_of(folder):
        _write_record(folder, after, edition)
    return Report(len(write), len(wanted) - len(write), len(remove)), tuple(problems)


def obstacle(unread: Collection[str], folder: Path, edition: str) -> str:
    """Why nothing may be published while some of the folders "seeds" and "curation" are `unread`, or nothing.

    Without what people decided, pages would say what somebody corrected. Pages of articles that nobody can
    read now may stay as they are, but not in another edition than they were made for.
    """
    if "curation" in unread:
        return "A part of curation/ cannot be read, so nothing was published."
    if "seeds" in unread and edition_of(folder) not in (None, edition):
        return (
            f"A part of seeds/ cannot be read, and its pages are those of another edition than {edition}, "
            "so nothing was published."
        )
    return ""


def edition_of(folder: Path) -> str | None:
    """The edition that `folder` holds now, or None when nothing was published there."""
    try:
        edition = json.loads((folder / RECORD).read_text(encoding="utf-8"))["edition"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return str(edition)


def append_permalinks(file: Path, entries: Sequence[Permalink]) -> None:
    """Add new addresses at the end of `file`; what people wrote above stays as it is, comments included."""
    if not entries:
        return
    before = file.read_text(encoding="utf-8") if file.exists() else PERMALINKS_HEAD
    if not before.endswith("\n"):
        before += "\n"
    _replace(file, (before + "".join(map(_permalink, entries))).encode())


def _permalink(entry: Permalink) -> str:
    head: dict[str, str] = {"seed": entry.seed}
    if entry.address:
        head |= {"path": entry.address.path, "citekey": entry.address.citekey}
    if entry.sha256:
        head["sha256"] = entry.sha256
    text = yaml.safe_dump([head], allow_unicode=True, sort_keys=False, width=1000)
    if entry.passages:
        flow = yaml.safe_dump(dict(entry.passages), default_flow_style=True, sort_keys=False, width=1_000_000)
        text += f"  passages: {flow}"
    return text


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


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _checksum_on_disk(path: Path) -> str | None:
    try:
        if path.exists() and not path.is_file():
            return ""  # a folder, or what must not be opened: in any case not one of ours
        return _checksum(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:  # a file that may not be read
        return ""


def _same_words(path: Path, content: bytes) -> bool:
    """Whether only the marks that editors and checkouts change differ: line ends, the last one, a BOM."""
    try:
        return path.is_file() and _words(path.read_bytes()) == _words(content)
    except OSError:
        return False


def _words(content: bytes) -> bytes:
    lines = content.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return lines.rstrip(b"\n")


def _parents(path: str) -> Iterator[str]:
    """The folders that hold a file, from `folder` itself ("") downwards."""
    parts = path.split("/")[:-1]
    return ("/".join(parts[:depth]) for depth in range(len(parts) + 1))


def _obstacles(folder: Path, paths: Collection[str]) -> set[str]:
    """Files where folders are needed, and a folder where the record is: nothing can be written there."""
    needed = {parent for path in paths for parent in _parents(path)}
    found = {
        parent for parent in needed if os.path.lexists(folder / parent) and not (folder / parent).is_dir()
    }
    if "" not in found and (folder / RECORD).is_dir():
        found.add(RECORD)
    return found


def _others(folder: Path, known: Collection[str]) -> Iterator[str]:
    """What lies below `folder` and is not known: files, links even to known ones, and closed folders.

    Names that begin with a dot are those of systems and editors (`.DS_Store`); renderers leave them out.
    """
    if not folder.exists():
        return
    closed: list[Path] = []
    for top, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in (*folders, *sorted(files)):
            path = Path(top, name)
            shown = path.relative_to(folder).as_posix()
            if name.startswith(".") or (path.is_dir() and not path.is_symlink()):
                continue
            if path.is_symlink() or shown not in known:
                yield shown
    yield from ("" if path == folder else path.relative_to(folder).as_posix() for path in closed)


def _read_record(folder: Path) -> dict[str, list[str]]:
    try:
        files = json.loads((folder / RECORD).read_text(encoding="utf-8"))["files"]
        return {str(path): [str(c) for c in checksums] for path, checksums in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _write_record(folder: Path, files: dict[str, list[str]], edition: str) -> None:
    content = json.dumps({"edition": edition, "files": dict(sorted(files.items()))}, indent=0)
    _replace(folder / RECORD, content.encode())


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).chmod(0o644)  # mkstemp makes files that only their owner may read
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _remove_empty_folders(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
