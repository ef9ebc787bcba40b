"""Where an archive lies on disk: a value made from its `mkdocs.yml`."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .problems import Problem

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

NOT_FOUND = "{file}: not found. Run this beside mkdocs.yml, or give --config-file."


class ProjectError(Exception):
    """There is no usable `mkdocs.yml`; the message says where, what and what to do next."""


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of an archive, and the language of its interface (`theme.language`, BCP 47).

    `site_url` is where the site is published; None where nobody has said. `config` is the loaded
    `mkdocs.yml`, by which MkDocs decides what it publishes; None for MkDocs' own rules alone.
    """

    root: Path
    docs: Path
    language: str
    site_url: str | None = None
    config: MkDocsConfig | None = field(default=None, compare=False, repr=False)

    @property
    def seeds(self) -> Path:
        """The saved articles: read, never written."""
        return self.root / "seeds"

    @property
    def curation(self) -> Path:
        """What people decided."""
        return self.root / "curation"

    @property
    def archive(self) -> Path:
        """The generated pages."""
        return self.docs / "archive"


def load_project(config_file: Path) -> Project:
    """The project that `config_file` belongs to. Raises ProjectError."""
    if not config_file.is_file():
        raise ProjectError(NOT_FOUND.format(file=config_file))
    from .renderer import quiet  # noqa: F401, I001  (must come before MkDocs, which loads the theme)
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    try:
        return project_of(load_config(str(config_file)))
    except (ConfigurationError, Abort) as error:
        raise ProjectError(f"{config_file}: {error}") from error


def project_of(config: MkDocsConfig) -> Project:
    """The project that a loaded `mkdocs.yml` belongs to. Raises ProjectError."""
    # With `-f ../folder/mkdocs.yml` it is relative; MkDocs made docs_dir absolute in the same way.
    root = Path(os.path.abspath(config.config_file_path)).parent  # noqa: PTH100  (keeps links)
    docs = Path(config.docs_dir)
    if not docs.is_relative_to(root):
        raise ProjectError(str(docs_elsewhere(Path(config.config_file_path).name, None, docs.as_posix())))
    return Project(root, docs, str(config.theme["language"]), _site_url(config), config)


def docs_elsewhere(file: str, line: int | None, docs: str) -> Problem:
    """The problem of pages that lie outside of the project."""
    finding = f"The folder of the pages, docs_dir ({docs}), lies outside of the folder of this file."
    remedy = "Put both into one folder and write `docs_dir: docs`, or delete the line."
    return Problem(file, line, "M010", finding, remedy)


def without_address(project: Project) -> tuple[Problem, ...]:
    """The notice of an archive whose `mkdocs.yml` does not say where it is published."""
    if project.site_url or project.config is None:
        return ()
    finding = "The site has no address, so references have none, and sitemap.xml is empty."
    remedy = "Set `site_url`, or SITE_URL where the site is made."
    return (Problem("mkdocs.yml", None, "M009", finding, remedy),)


def _site_url(config: MkDocsConfig) -> str | None:
    """The address as the file gives it: `mkdocs serve` puts its own there, which nobody should cite."""
    from mkdocs.utils.yaml import get_yaml_loader, yaml_load

    with Path(config.config_file_path).open("rb") as stream:
        return yaml_load(stream, get_yaml_loader(config=config)).get("site_url") or None
