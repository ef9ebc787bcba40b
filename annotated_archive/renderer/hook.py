"""MkDocs hook: builds the archive before MkDocs builds the site, so that `mkdocs serve` alone is enough.

It only calls the pipeline and what marks the texts of pages as text, gives the theme its words, and has the
made site indexed for the search. `mkdocs serve` shows the local edition, every other command makes the public
one. From before the pages are written until the site is made of them, no other build of the project is at
work: one beside a running server waits its turn, and so does the server.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import ExitStack
from logging import ERROR, INFO, WARNING
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import clean_directory

from annotated_archive.disk.project_lock import BusyError, only_build
from annotated_archive.editions.mark import LOCAL, PUBLIC
from annotated_archive.pipeline import build_alone
from annotated_archive.problems import Problem, counted, in_order, tally
from annotated_archive.project import ProjectError, project_of
from annotated_archive.renderer import theme
from annotated_archive.renderer.citations import CITATIONS
from annotated_archive.renderer.page_texts import mark_texts
from annotated_archive.renderer.port import in_the_way
from annotated_archive.renderer.saves import Saves
from annotated_archive.renderer.search.indexing import FACTS, index_site
from annotated_archive.renderer.search.page import search_page
from annotated_archive.renderer.search.serving import FollowingIndex
from annotated_archive.stages.publish import Report, edition_of
from annotated_archive.stages.read_docs import is_endless, withheld
from annotated_archive.words.languages import interface

# MkDocs counts the warnings of its own loggers: with --strict, one of ours stops the build as well.
log = logging.getLogger("mkdocs.annotated_archive")
SNIPPETS = "annotated_archive.renderer.snippets"
# The extension as mkdocs.yml names it, and as it named it before it had a name that stays.
EXTENSION_NAMES = ("annotated_archive", "annotated_archive.renderer.citations")
STOPPED = (
    "{count} above, so no site was made. Do what is said of each; `mkdocs serve` shows the archive meanwhile."
)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Publish nothing private, no backups, and nothing to which a link leads out of `docs/`."""
    project = project_of(config)
    written = {file.src_uri: file for file in files if file.src_dir == config.docs_dir}
    for path in sorted(withheld(project.docs, project.archive, written)):
        log.debug("Not published: %s", path)
        files.remove(written[path])
    own, problems = search_page(files, config, project.language)
    for page in own:
        files.append(page)
    for problem in problems:
        log.log(WARNING if problem.is_error else INFO, "%s", problem)


def on_env(env: Environment, config: MkDocsConfig, **_: Any) -> None:
    """Give the theme's templates the words of the site's language."""
    env.globals["words"] = interface(project_of(config).language)


def on_page_content(html: str, page: Page, **_: Any) -> None:
    """Mark the page's title as what it is before a template or the search prints it."""
    mark_texts(page)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> None:
    """Watch what the archive is made of. (`watch:` in mkdocs.yml would insist that the folders exist.)"""
    project = project_of(config)
    Saves(server, project.docs, project.archive)
    for folder in (project.seeds, project.curation):
        if folder.is_dir():
            server.watch(str(folder))


class SiteBuild:
    """The site being made: what one event of MkDocs tells and another needs. A server makes it many times."""

    def __init__(self) -> None:
        self.edition = PUBLIC
        self.serves = False
        self.keeps_site = False  # older pages stay
        self.will_listen = False  # as a server, once the first build is done
        self.up_to_date = True
        self.lock = ExitStack()  # of the project, while a site is made
        self.index = FollowingIndex()

    def on_startup(self, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note which edition the command makes, and whether it leaves older pages of the site standing."""
        self.serves = self.will_listen = command == "serve"
        self.edition, self.keeps_site = LOCAL if self.serves else PUBLIC, dirty

    def on_config(self, config: MkDocsConfig) -> None:
        """Find the theme, included parts of pages, and their citations, wherever the package and MkDocs are.

        The theme stands behind a `custom_dir` of the archive's own, and before Material.
        """
        folders = config.theme.dirs
        if theme not in folders:
            folders.insert(1 if config.theme.custom_dir else 0, theme)
        if self.will_listen and (why := in_the_way(*config.dev_addr)):
            raise PluginError(why)
        self.will_listen = False
        try:
            archive = project_of(config).archive
        except ProjectError as error:
            raise PluginError(str(error)) from error
        extensions = config.markdown_extensions
        config.markdown_extensions = [
            SNIPPETS if name == "pymdownx.snippets" else name for name in extensions
        ]
        snippets = config.mdx_configs.pop("pymdownx.snippets", {})
        config.mdx_configs.setdefault(SNIPPETS, snippets)["base_path"] = [config.docs_dir, str(archive)]
        index = str(archive / CITATIONS)
        for name in EXTENSION_NAMES:
            config.mdx_configs.setdefault(name, {}).update(index=index, edition=self.edition)

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Bring `docs/archive/` up to date. Else no site is made, and a server goes on with what was there.

        It stops before anything is published that is not of this edition, and the public edition at any
        error. Notices stop nothing.
        """
        project = project_of(config)
        self.lock.close()  # of a build of this process that something else cut off
        before, problems = edition_of(project.archive), tuple[Problem, ...]()
        try:
            self.lock.enter_context(only_build(project.root, log.info))
        except BusyError as error:
            report = Report(stopped=str(error))
        else:
            before = edition_of(project.archive)
            report, problems = build_alone(project, self.edition)
        for problem in in_order(problems):
            # MkDocs counts warnings, and a strict build stops at them; with --quiet it prints errors only,
            # and then too it must be said why the build stops.
            stops = self.edition == PUBLIC or report.stopped
            log.log(INFO if not problem.is_error else ERROR if stops else WARNING, "%s", problem)
        self.up_to_date = report.stopped is None
        if report.stopped:
            if self.edition == LOCAL and before:
                log.error("%s Until then, what was there before is shown.", report.stopped)
                return
            raise PluginError(report.stopped)
        if self.edition == PUBLIC and (errors := tally(problems).errors):
            raise PluginError(STOPPED.format(count=counted(errors, "problem")))
        if is_endless(project.docs, project.archive):
            raise PluginError(
                f"The links in {project.docs} lead to folders without end. Delete them, then build again."
            )
        if self.keeps_site and self.edition == PUBLIC and before != PUBLIC:
            clean_directory(config.site_dir)  # a page that has gone since may be there with its comments
        log.info(
            "Archive (%s edition): %d pages written, %d removed.",
            self.edition,
            report.written,
            report.removed,
        )

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Refuse a site for which somebody else exchanged the pages meanwhile: it may hold the other edition.

        The lock prevents that, but not everywhere: a copy of the program without it may be at work. Else
        index the site for the search; a server does not wait for that.
        """
        project = project_of(config)
        if self.up_to_date and edition_of(project.archive) != self.edition:
            self.lock.close()
            clean_directory(config.site_dir)  # what was written of it must not be published by hand either
            raise PluginError(
                f"While the {self.edition} edition was being built, another process wrote the other edition. "
                "Stop `mkdocs serve`, then build again."
            )
        site, facts = Path(config.site_dir), project.archive / FACTS
        if self.serves:
            self.index.follow(site, facts, project.language, log, patient=self.keeps_site)
        else:
            for problem in index_site(site, facts, project.language):
                log.log(WARNING if problem.is_error else INFO, "%s", problem)
        self.lock.close()

    def on_build_error(self, error: Exception, **_: Any) -> None:
        """Let other builds go on when this one has failed, wherever."""
        self.lock.close()


_build = SiteBuild()
on_startup, on_config, on_pre_build = _build.on_startup, _build.on_config, _build.on_pre_build
on_post_build, on_build_error = _build.on_post_build, _build.on_build_error
