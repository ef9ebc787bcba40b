"""`doctor`: what in `mkdocs.yml` does not fit this version of the program, with file, line and remedy.

Nothing is written. What an archive needs beside its own files is in the package and changes with it; this
file is the one place where both meet.
"""

from __future__ import annotations

import ast
import logging
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ... import __all__ as PUBLIC_NAMES
from ...problems import Problem
from ...project import NOT_FOUND, ProjectError, docs_elsewhere
from ...text.page_paths import FOLDERS, LOCAL_ONLY
from .former import PACKAGE, former_names, is_former, listed
from .needs import extensions_are_there, nothing_is_fetched, search_is_ours, theme_fits
from .settings import Setting, read_settings

PURE = (former_names, theme_fits, extensions_are_there, search_is_ours, nothing_is_fetched)
COMMAND = "build_archive.py"
HOOKS = frozenset(name for name in PUBLIC_NAMES if name.startswith("on_"))
# MkDocs stops at these as well, and would say no more than that they are there.
SAID_BETTER = frozenset({"M002", "M008"})
# Pages that every edition has; others depend on the articles.
INDEX_PAGES = frozenset(
    {"archive/index.md", *(f"archive/{folder.own_page}" for folder in FOLDERS - LOCAL_ONLY)}
)
ANEW = f"Take the file from a new archive: `annotated-archive new FOLDER` writes {COMMAND}."


def examine(config_file: Path) -> list[Problem]:
    """All that does not fit. Raises ProjectError if there is no such file."""
    if not config_file.is_file():
        raise ProjectError(NOT_FOUND.format(file=config_file))
    root = config_file.parent
    settings, problems = read_settings(
        config_file.name, lambda name: (root / name).read_bytes().decode("utf-8-sig")
    )
    if problems:
        return list(problems)
    found = [problem for check in PURE for problem in check(settings)]
    found += [*_hooks(settings, root), *_outside(settings, root), *_pages(settings, root)]
    if any(problem.code in SAID_BETTER for problem in found):
        return found
    return [*found, *_refused(settings, config_file)]


def _hooks(settings: Setting, root: Path) -> Iterator[Problem]:
    """One of the hooks hands over all that the program does for MkDocs."""
    hooks = listed(settings.get("hooks"))
    handed: set[str] = set()
    for hook in hooks:
        path = root / hook.text
        remedy = ANEW if path.name == COMMAND else "Correct the setting or the file, or delete the line."
        if is_former(hook.text) and not path.is_file():
            handed |= HOOKS  # what is to be done was said with its name
            continue
        try:
            handed |= _handed_over(ast.parse(path.read_bytes()))
        except (OSError, ValueError, SyntaxError) as error:
            handed |= HOOKS
            reason = error.strerror if isinstance(error, OSError) else "it is not Python"
            finding = f"The hook {hook.text} cannot be read: {reason}."
            yield Problem(hook.file, hook.line, "M008", finding, remedy)
    if not handed:
        at = settings.get("hooks") or settings
        finding = "No hook builds the archive: MkDocs shows what an earlier build left, or nothing."
        yield Problem(at.file, at.line, "M003", finding, f"Add `- {COMMAND}` below `hooks:`. {ANEW}")
    elif lacking := sorted(HOOKS - handed):
        finding = f"The hooks do not hand over {', '.join(lacking)}, which this version needs."
        yield Problem(hooks[0].file, hooks[0].line, "M008", finding, ANEW)


def _handed_over(tree: ast.Module) -> set[str]:
    """The hooks that a file takes from the package: all of them, some, or none."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == PACKAGE:
            names |= {alias.name for alias in node.names}
    return set(HOOKS) if "*" in names else names & HOOKS


def _outside(settings: Setting, root: Path) -> Iterator[Problem]:
    """A folder of pages that lies outside of the project."""
    docs = settings.get("docs_dir")
    if docs and docs.text:
        top, folder = (Path(os.path.abspath(path)) for path in (root, root / docs.text))  # noqa: PTH100
        if not folder.is_relative_to(top):
            yield docs_elsewhere(docs.file, docs.line, docs.text)


def _pages(settings: Setting, root: Path) -> Iterator[Problem]:
    """Pages of the navigation that nobody wrote and no build makes."""
    nav = settings.get("nav")
    docs = root / (settings.get("docs_dir") or Setting("", 1, "", "docs")).text
    for entry in nav.walk() if nav else ():
        page = entry.text
        if not page.endswith(".md") or "://" in page or (docs / page).is_file():
            continue
        generated = PurePosixPath(page).parts[:1] == ("archive",)
        if generated and (page in INDEX_PAGES or _may_come(page, docs / "archive")):
            continue
        remedy = "Correct it, or delete the line."
        if generated:
            remedy = f"The build makes {', '.join(sorted(INDEX_PAGES))}. {remedy}"
        finding = f"The navigation names {page}, which is not in {docs.name}/."
        yield Problem(entry.file, entry.line, "M005", finding, remedy)


def _may_come(page: str, archive: Path) -> bool:
    """Before the first build: whether a page depends on the articles, as that of a year or a person does."""
    folder = PurePosixPath(page).parent.name
    return not archive.is_dir() and (
        not page.endswith("/index.md") or folder.isdecimal() or folder == "undated"
    )


def _refused(settings: Setting, config_file: Path) -> Iterator[Problem]:
    """What MkDocs itself says of the settings, at the lines where they are."""
    from ...renderer import quiet  # noqa: F401, I001  (must come before MkDocs, which loads the theme)
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.exceptions import ConfigurationError

    config = MkDocsConfig(config_file_path=os.path.abspath(config_file))  # noqa: PTH100  (keeps links)
    before = logging.root.manager.disable
    logging.disable(logging.ERROR)  # what MkDocs logs beside is said below
    try:
        with config_file.open("rb") as stream:
            config.load_file(stream)
        config.load_dict({"hooks": []})  # they were looked at, and are not to be run for this
        said = [(name, str(error)) for part in config.validate() for name, error in part]
    except ConfigurationError as error:
        said = [("", str(error))]
    finally:
        logging.disable(before)
    for name, finding in said:
        at = settings.get(name) or settings
        finding = f"MkDocs says: {' '.join(finding.split()).rstrip('.')}."
        yield Problem(at.file, at.line, "M006", finding, "Correct or delete the setting.")
