"""Plans and applies in one go, as the pipeline does around recording new addresses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annotated_archive.model import Page
from annotated_archive.problems import Problem
from annotated_archive.stages.publish import Report, apply, plan


def publish(
    pages: Sequence[Page], folder: Path, shown_as: str, edition: str, *more: Any, **how: Any
) -> tuple[Report, tuple[Problem, ...]]:
    planned = plan(pages, folder, shown_as, edition, *more, **how)
    report, unwritten = apply(planned, folder, shown_as)
    return report, (*planned.problems, *unwritten)
