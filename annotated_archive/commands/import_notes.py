"""Annotations from Hypothes.is → notes that a person pastes into `curation/`. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..model import Article
from ..problems import Problem
from ..stages.export import articles_by_address, from_hypothesis, notes_yaml
from ..text.paragraphs import fold


def notes_of_export(
    json_text: str, file: str, articles: Sequence[Article], site_url: str
) -> tuple[str, tuple[Problem, ...]]:
    """The notes as YAML below the name of the file where they belong, and what could not be taken.

    Notes that are in the archive already are left out, so an export can be imported again. `file` is how
    problems name the export.
    """
    found, problems = from_hypothesis(json_text, articles_by_address(articles, site_url), file)
    by_key = {article.saved.key: article for article in articles}
    parts = [_part(key, _new(found[key], by_key[key]), bool(by_key[key].notes)) for key in sorted(found)]
    return "\n".join(part for part in parts if part), problems


def _new(entries: Iterable[Mapping[str, Any]], article: Article) -> list[dict[str, Any]]:
    there = {_told_apart_by(anchor.note.quote, anchor.note.text) for anchor in article.notes}
    return [dict(entry) for entry in entries if _told_apart_by(entry["quote"], entry["note"]) not in there]


def _told_apart_by(quote: str, text: str) -> tuple[str, str]:
    return fold(quote), fold(text)


def _part(key: str, entries: Sequence[dict[str, Any]], has_notes: bool) -> str:
    """What to paste into one file: below the `notes:` that it has, or with a new one."""
    if not entries:
        return ""
    lines: Iterator[str] = iter(notes_yaml(entries).splitlines(keepends=True))
    head = f"# curation/articles/{key}.yml"
    if has_notes:
        head += ", at the end of its notes"
        next(lines)
    return f"{head}\n{''.join(lines)}"
