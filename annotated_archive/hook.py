"""MkDocs hook: builds the archive before MkDocs builds the site, so that `mkdocs serve` alone is enough.

It only calls the pipeline. `mkdocs serve` shows the local edition, every other command makes the public one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from annotated_archive.cite import CITATIONS
from annotated_archive.pipeline import build
from annotated_archive.problems import in_order
from annotated_archive.project import project_of
from annotated_archive.publish import edition_of

# MkDocs counts the warnings of its own loggers: with --strict, one of ours stops the build as well.
log = logging.getLogger("mkdocs.annotated_archive")
edition = "public"


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember which edition the command makes."""
    global edition
    edition = "local" if command == "serve" else "public"


def on_config(config: MkDocsConfig) -> None:
    """Find included parts of pages, and their citations, from wherever MkDocs was started."""
    config.mdx_configs.setdefault("pymdownx.snippets", {})["base_path"] = [config.docs_dir]
    index = project_of(config).archive / CITATIONS
    config.mdx_configs.setdefault("annotated_archive.cite", {})["index"] = str(index)


def on_pre_build(config: MkDocsConfig) -> None:
    """Bring `docs/archive/` up to date."""
    report, problems = build(project_of(config), edition)
    for problem in in_order(problems):
        log.warning("%s", problem)
    log.info("Archive (%s edition): %d pages written, %d removed.", edition, report.written, report.removed)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> None:
    """Watch what the archive is made of. (`watch:` in mkdocs.yml would insist that the folders exist.)"""
    project = project_of(config)
    for folder in (project.seeds, project.curation):
        if folder.is_dir():
            server.watch(str(folder))


def on_post_build(config: MkDocsConfig) -> None:
    """Refuse a site for which somebody else exchanged the pages meanwhile: it may hold the other edition."""
    if edition_of(project_of(config).archive) != edition:
        raise PluginError(
            f"While the {edition} edition was being built, another process wrote the other edition. "
            "Stop `mkdocs serve`, then build again."
        )
