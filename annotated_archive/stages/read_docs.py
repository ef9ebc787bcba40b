"""Pages and references that people write under `docs/` → values. Reads, and judges nothing but their form.

Comes in: the folder `docs/`. Goes out: the pages that may cite, with the editions that show them, and the
works outside the archive that `docs/references.json` describes (CSL-JSON, as Zotero exports it), with
problems for what cannot be used; and, for whoever publishes the folder, what of it must be withheld.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..disk.folder import LEADS_BACK, LEADS_OUT, Listing, Refused, look, shown_path
from ..editions.published import is_page, never_published, published
from ..essays import EssayPage
from ..problems import Problem
from ..text.csl_work import usable

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

REFERENCES = "references.json"
MEGABYTE = 1_000_000
MOST_BYTES = 50 * MEGABYTE  # of references: some 50,000 works
READ_REMEDY = "Check its permissions, and save it as UTF-8."
# MkDocs follows every link to a folder. Where one leads back, or out into a whole disk, that may never end.
MOST_FOLDERS = 5000


def read_pages(
    docs: Path, shown_as: str, archive: Path, config: MkDocsConfig | None = None
) -> tuple[tuple[EssayPage, ...], tuple[Problem, ...]]:
    """Every page below `docs` but the generated ones below `archive`, in order of path.

    Pages that MkDocs leaves out are among them, and say so by their `editions`; backups of editors are not.
    Of a file that no edition shows it is no problem that it cannot be read or followed.
    """
    listing = _look(docs, archive)
    inside = {refused.path: f"{refused.path}/index.md" for refused in listing.refused}
    generated = f"{archive.name}/index.md"
    known = published(
        dict.fromkeys([*listing.files, *listing.folders, *inside, *inside.values(), generated]), config
    )
    pages: list[EssayPage] = []
    problems = [
        refused.problem(shown_as)
        for refused in listing.refused
        if not refused.path or (known.editions[refused.path] and known.editions[inside[refused.path]])
    ]
    problems += [
        Problem(shown_path(f"{shown_as}/{path}"), None, "F005", "This is a folder, not a page.", "Rename it.")
        for path in listing.folders
        if is_page(path) and known.editions[path]
    ]
    for path, file in listing.files.items():
        shown = shown_path(f"{shown_as}/{path}")
        text, trouble = _read(file, path, archive)
        if trouble and (known.editions[path] or path in known.replaced):
            problems.append(Problem(shown, None, "F005", f"The file cannot be read: {trouble}.", READ_REMEDY))
        if text is not None:
            pages.append(EssayPage(shown, path, text, known.editions[path]))
        if path in known.replaced:
            finding = "Another page has the same address and is shown instead."
            problems.append(Problem(shown, None, "F006", finding, "Rename one of the two."))
    return tuple(pages), tuple(problems)


def read_other_texts(docs: Path, shown_as: str, archive: Path, word: str) -> tuple[EssayPage, ...]:
    """The published files below `docs` that are no pages, of whatever kind, if `word` is in them."""
    found: list[EssayPage] = []
    for path, file in _look(docs, archive).files.items():
        if is_page(path) or path.startswith(f"{archive.name}/"):
            continue
        try:
            content = file.read_bytes() if file.is_file() else b""
        except OSError:  # read_pages says so
            continue
        if word.encode() in content:
            found.append(
                EssayPage(shown_path(f"{shown_as}/{path}"), path, content.decode("utf-8", "replace"))
            )
    return tuple(found)


def withheld(docs: Path, archive: Path, paths: Collection[str]) -> frozenset[str]:
    """Those of `paths` below `docs` that must not be published, whatever `mkdocs.yml` says.

    Private files and backups, and all that cannot be read or is reached by a link that leads out.
    """
    listing = _look(docs, archive)
    usable = {path for path, file in listing.files.items() if not _read(file, path, archive)[1]}
    return frozenset(path for path in paths if path not in usable or never_published(path))


def is_endless(docs: Path, archive: Path) -> bool:
    """Whether MkDocs, which follows every link, would find more folders than anybody can have meant."""
    if not any(refused.code in (LEADS_OUT, LEADS_BACK) for refused in _look(docs, archive).refused):
        return False
    return any(number > MOST_FOLDERS for number, _ in enumerate(os.walk(docs, followlinks=True)))


def read_references(docs: Path, shown_as: str) -> tuple[Mapping[str, Mapping[str, Any]], tuple[Problem, ...]]:
    """The works of `references.json` by key; empty when there is no such file."""
    listing, shown = look(docs, lambda path: path != REFERENCES), f"{shown_as}/{REFERENCES}"
    if REFERENCES not in listing.files:
        return {}, listing.problems(shown_as)
    path = listing.files[REFERENCES]
    remedy = "Export the collection from Zotero as CSL JSON again."
    try:
        if (size := path.stat().st_size) > MOST_BYTES:
            most = MOST_BYTES // MEGABYTE
            finding = f"The file has {size / MEGABYTE:.0f} MB, more than the {most} MB that are read."
            return {}, (Problem(shown, None, "C001", finding, "Export only the works that are cited."),)
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        return {}, (Problem(shown, error.lineno, "C001", f"This is not valid JSON: {error.msg}.", remedy),)
    except (OSError, ValueError) as error:  # ValueError: it is not UTF-8, or a number has thousands of digits
        return {}, (Problem(shown, None, "C001", f"The file cannot be read: {error}.", remedy),)
    except RecursionError:
        return {}, (Problem(shown, None, "C001", "The file is nested too deeply to be read.", remedy),)
    if not isinstance(content, list):
        return {}, (Problem(shown, 1, "C003", "Here a list of works is expected.", remedy),)
    works: dict[str, Mapping[str, Any]] = {}
    problems: list[Problem] = []
    for number, work in enumerate(content, start=1):
        if not isinstance(work, dict) or not isinstance(work.get("type"), str) or "id" not in work:
            finding = f"Work {number} of the list has no `id` or no `type` and is not used."
            problems.append(Problem(shown, None, "C003", finding, remedy))
            continue
        work, wrong = usable(work)
        if wrong:
            keys = ", ".join(wrong)
            finding = f"Work {number} of the list has values of a wrong form, which are not used: {keys}."
            problems.append(Problem(shown, None, "C003", finding, remedy))
        if "id" not in work or "type" not in work:
            continue
        # Better BibTeX, an extension of Zotero, exports the key that people know as "citation-key".
        key = str(work.get("citation-key") or work["id"])
        if key in works:
            finding = f'The key "{key}" is used twice; the first work counts.'
            problems.append(Problem(shown, None, "C006", finding, "Give one of them another key."))
            continue
        works[key] = work
    return works, tuple(problems)


def _look(docs: Path, archive: Path) -> Listing:
    """What of `docs` may be published by its place and name. Either folder may be a link to elsewhere."""

    def skip(path: str) -> bool:
        return path == archive.name or never_published(path)

    written = look(docs, skip)
    generated = look(archive, lambda path: never_published(f"{archive.name}/{path}"))
    top = os.path.realpath(docs)
    files = {
        path: file
        for path, file in written.files.items()
        if not never_published(os.path.relpath(os.path.realpath(file), top))
    }
    files |= {f"{archive.name}/{path}": file for path, file in generated.files.items()}
    refused = [
        *written.refused,
        *(
            Refused(f"{archive.name}/{one.path}".rstrip("/"), one.code, one.reason)
            for one in generated.refused
        ),
    ]
    return Listing(files, tuple(refused), written.folders)


def _read(file: Path, path: str, archive: Path) -> tuple[str | None, str]:
    """The text of a page that people wrote, or None; and why MkDocs could not publish the file, or ""."""
    try:
        path.encode()
        if is_page(path) and not path.startswith(f"{archive.name}/"):
            return file.read_text(encoding="utf-8-sig"), ""  # as MkDocs reads it
        file.open("rb").close()
    except UnicodeEncodeError:
        return None, "its name is not text"
    except UnicodeDecodeError:
        return None, "it is not UTF-8"
    except OSError as error:
        return None, error.strerror or str(error)
    return None, ""
