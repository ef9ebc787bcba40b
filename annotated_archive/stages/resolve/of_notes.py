"""Notes of the archive → their citations, resolved as those of a page, and problems at the notes' lines."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ...essays import EssayPage, Resolved
from ...model import Article
from ...problems import Problem
from .resolving import resolve


def resolve_notes(
    articles: Sequence[Article], elsewhere: Collection[str] = ()
) -> tuple[dict[str, tuple[Resolved, ...]], tuple[Problem, ...]]:
    """The citations of each note by its text; `elsewhere` are keys of works outside the archive."""
    found: dict[str, tuple[Resolved, ...]] = {}
    problems: list[Problem] = []
    for note in (anchor.note for article in articles for anchor in article.notes):
        if "@" not in note.text:
            continue
        page = EssayPage(note.file, note.file, note.text)
        found[note.text], unresolved = resolve([page], articles, elsewhere)
        # What a line of the note is in its file, only the writer of the YAML knows.
        problems.extend(replace(problem, line=note.line) for problem in unresolved)
    return {text: citations for text, citations in found.items() if citations}, tuple(problems)
