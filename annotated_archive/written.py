"""Pages and references that people write under `docs/` → values. Reads, and judges nothing but their form.

Comes in: the folder `docs/`. Goes out: the pages that may cite, and the works outside the archive that
`docs/references.json` describes (CSL-JSON, as Zotero exports it), with problems for what cannot be used.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .cited import EssayPage
from .problems import Problem

REFERENCES = "references.json"


def read_pages(docs: Path, shown_as: str, archive: Path) -> tuple[EssayPage, ...]:
    """Every Markdown page below `docs` but the generated ones below `archive`, in order of path."""
    pages: list[EssayPage] = []
    for path in sorted(docs.rglob("*.md")):
        if path.is_relative_to(archive):
            continue
        name = path.relative_to(docs).as_posix()
        # As MkDocs reads it: a byte-order mark is no text, and what is not UTF-8 is its business to report.
        markdown = path.read_text(encoding="utf-8-sig", errors="replace")
        pages.append(EssayPage(f"{shown_as}/{name}", name, markdown))
    return tuple(pages)


def read_references(docs: Path, shown_as: str) -> tuple[Mapping[str, Mapping[str, Any]], tuple[Problem, ...]]:
    """The works of `references.json` by key; empty when there is no such file."""
    path, shown = docs / REFERENCES, f"{shown_as}/{REFERENCES}"
    if not path.is_file():
        return {}, ()
    remedy = "Export the collection from Zotero as CSL JSON again."
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        return {}, (Problem(shown, error.lineno, "C001", f"This is not valid JSON: {error.msg}.", remedy),)
    except (OSError, UnicodeDecodeError) as error:
        return {}, (Problem(shown, None, "C001", f"The file cannot be read: {error}.", remedy),)
    if not isinstance(content, list):
        return {}, (Problem(shown, 1, "C003", "Here a list of works is expected.", remedy),)
    works: dict[str, Mapping[str, Any]] = {}
    problems: list[Problem] = []
    for number, work in enumerate(content, start=1):
        if not isinstance(work, dict) or not isinstance(work.get("type"), str) or "id" not in work:
            finding = f"Work {number} of the list has no `id` or no `type` and is not used."
            problems.append(Problem(shown, None, "C003", finding, remedy))
            continue
        # Better BibTeX, an extension of Zotero, exports the key that people know as "citation-key".
        key = str(work.get("citation-key") or work["id"])
        if key in works:
            finding = f'The key "{key}" stands twice; the first work counts.'
            problems.append(Problem(shown, None, "C006", finding, "Give one of them another key."))
            continue
        works[key] = work
    return works, tuple(problems)
