"""Annotations from Hypothes.is, and highlights of read-later programs → notes to paste into `curation/`.

Nothing is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..file_formats import Export, export_of
from ..model import Article
from ..problems import Problem
from ..stages.export import articles_by_address, from_hypothesis, notes_yaml, same_address
from ..text.paragraphs import fold


def highlights_of(content: bytes) -> Export | None:
    """The export of a read-later program that these bytes are, if it has highlights."""
    export = export_of(content)
    return export if export is not None and any(page.highlights for page in export.pages) else None


def notes_of_highlights(
    export: Export, file: str, articles: Sequence[Article], highlighted: str
) -> tuple[str, tuple[Problem, ...]]:
    """The highlights as notes, like `notes_of_export`. An article is known by the page it was saved from.

    `highlighted` is what a note says of a passage that was marked without a word.
    """
    by_page = {same_address(url.value): a for a in articles if (url := a.description.url) is not None}
    rows = [
        {
            "uri": page.address,
            "target": [{"selector": [{"type": "TextQuoteSelector", "exact": highlight.quote}]}],
            "text": highlight.text or highlighted,
            "tags": list(highlight.tags),
            "user_info": {"display_name": highlight.by},
            "created": highlight.day,
        }
        for page in export.pages
        for highlight in page.highlights
    ]
    found, problems = from_hypothesis(json.dumps(rows), by_page, file)
    return _offered(found, articles), problems


def notes_of_export(
    json_text: str, file: str, articles: Sequence[Article], site_url: str
) -> tuple[str, tuple[Problem, ...]]:
    """The notes as YAML below the name of the file where they belong, and what could not be taken.

    Notes that are in the archive already are left out, so an export can be imported again. `file` is how
    problems name the export.
    """
    found, problems = from_hypothesis(json_text, articles_by_address(articles, site_url), file)
    return _offered(found, articles), problems


def _offered(found: Mapping[str, Sequence[Mapping[str, Any]]], articles: Sequence[Article]) -> str:
    by_key = {article.saved.key: article for article in articles}
    parts = [_part(key, _new(found[key], by_key[key]), bool(by_key[key].notes)) for key in sorted(found)]
    return "\n".join(part for part in parts if part)


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
