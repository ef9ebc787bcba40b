"""The only writer. Pages → files below `docs/archive/`; new addresses → `curation/permalinks.yml`.

It writes what changed and removes what is stale. Which files are its own it knows from a record of their
checksums, kept beside them: a file that is not in the record, or no longer as recorded, belongs to a person.
It is reported and left alone. Each file is replaced in one step, so nobody ever sees half of one.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

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
    """How many pages were written, were up to date already, and were removed."""

    written: int
    unchanged: int
    removed: int


def publish(
    pages: Sequence[Page], folder: Path, shown_as: str, edition: str
) -> tuple[Report, tuple[Problem, ...]]:
    """Make `folder` hold `pages` and nothing else of ours. `shown_as` is the folder as problems name it."""
    record = _read_record(folder)
    wanted = {page.path: page.markdown.encode() for page in pages}
    problems: list[Problem] = []
    write: dict[str, bytes] = {}
    kept: dict[str, list[str]] = {}  # pages that a person edited stay in the record, with what we once wrote
    for path, content in wanted.items():
        on_disk = _checksum_on_disk(folder / path)
        if on_disk == _checksum(content):
            continue
        if on_disk is not None and on_disk not in record.get(path, []):
            problems.append(_hands_off(f"{shown_as}/{path}", path in record))
            kept[path] = record.get(path, [])
            continue
        write[path] = content
    remove: list[str] = []
    for path, checksums in record.items():
        if path in wanted:
            continue
        on_disk = _checksum_on_disk(folder / path)
        if on_disk in checksums:
            remove.append(path)
        elif on_disk is not None:
            problems.append(_hands_off(f"{shown_as}/{path}", True))
            kept[path] = checksums
    after = {path: [_checksum(content)] for path, content in wanted.items() if path not in kept} | kept
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


def _hands_off(shown: str, ours: bool) -> Problem:
    if ours:
        finding = "A person edited this generated page; it is kept as it is and no longer brought up to date."
        remedy = "Move what you wrote into curation/ or docs/, then delete the page: the build makes it anew."
        return Problem(shown, None, "W001", finding, remedy)
    finding = "A file that the build did not write is in the way of a generated page; it is kept."
    return Problem(
        shown, None, "W002", finding, "Move it out of this folder, which is for generated pages only."
    )


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _checksum_on_disk(path: Path) -> str | None:
    try:
        return _checksum(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:  # a folder, or a file that may not be read: in any case not one of ours
        return ""


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
