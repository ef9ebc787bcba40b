"""The page of the search: the theme fills it, and nobody has to write it.

Comes in: the files of the site. Goes out: one page more, `search/`, and a problem where somebody has written
one there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from ...problems import Problem
from ...words.languages import interface

SOURCE = "search.md"
KIND = "search"
PLACES = frozenset({SOURCE, "search/index.md", "search/README.md"})


def search_page(
    files: Iterable[File], config: MkDocsConfig, language: str
) -> tuple[list[File], list[Problem]]:
    """The page, unless `docs/` has one in its place."""
    title = interface(language)("search.title")
    taken = sorted(file.src_uri for file in files if file.src_uri in PLACES)
    if taken:
        finding, remedy = "This page stands where the search has its own.", "Rename it."
        return [], [Problem(f"docs/{taken[0]}", None, "W007", finding, remedy)]
    head = {"title": title, "kind": KIND, "search": {"exclude": True}}
    content = f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n\n# {title}\n"
    return [File.generated(config, SOURCE, content=content, inclusion=InclusionLevel.NOT_IN_NAV)], []
