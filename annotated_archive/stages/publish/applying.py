"""A plan → files. What was begun and cut off is recognised as ours by the next build, and repaired."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...disk.atomic import replace_file
from ...problems import Problem
from .planning import Plan
from .record import edition_of, write_record


@dataclass(frozen=True, slots=True)
class Report:
    """How many pages were written, were up to date already, and were removed.

    `stopped` is why the folder was not brought up to date, if so.
    """

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    stopped: str | None = None


def apply(planned: Plan, folder: Path, shown_as: str) -> tuple[Report, tuple[Problem, ...]]:
    """Do what was planned; a problem where the disk does not let it. `shown_as` is the folder in problems."""
    if planned.stopped:
        return Report(stopped=planned.stopped), ()
    try:
        _write(planned, folder)
    except OSError as error:
        finding = f"{error.filename or shown_as} cannot be written: {error.strerror or error}."
        remedy = "Allow writing to this folder, and see that there is room; then build again."
        why = f"{shown_as}/ could not be brought up to date. See the problems above."
        return Report(stopped=why), (Problem(shown_as, None, "W006", finding, remedy),)
    return Report(len(planned.write), planned.unchanged, len(planned.remove)), ()


def _write(planned: Plan, folder: Path) -> None:
    before, after = planned.before, planned.after
    if planned.write or planned.remove:
        # Before and after are both on record while files change.
        during = {path: [*before.get(path, []), *after.get(path, [])] for path in before | after}
        write_record(folder, during, planned.edition)
    for path in planned.remove:
        (folder / path).unlink()
        _remove_empty_folders((folder / path).parent, folder)
    for path, content in planned.write.items():
        replace_file(folder / path, content)
    if planned.write or planned.remove or after != before or planned.edition != edition_of(folder):
        write_record(folder, after, planned.edition)


def _remove_empty_folders(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
