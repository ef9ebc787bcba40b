"""Python-Markdown extension: `pymdownx.snippets`, but no link leads out of the folder of the included files.

Comes in: a page that includes files of `docs/`. Goes out: the page with them. The library holds the names of
files inside its base path and then follows any link. Here such a link stops the build, as a missing file
does: a page with a silent gap helps nobody. The hook puts this extension in the other's place.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.exceptions import BuildError
from pymdownx.snippets import SnippetExtension, SnippetPreprocessor

from annotated_archive.disk.folder import lies_in


class InsidePreprocessor(SnippetPreprocessor):
    """Includes plain files that really lie below a base path."""

    def get_snippet_path(self, path: str) -> str | None:
        """Where the file is. Raises BuildError for what must not be opened and, if so set, for none."""
        found: str | None = super().get_snippet_path(path)
        if found is None:
            if self.check_paths:
                raise BuildError(f'"{path}" is included, and there is no such file in docs/.')
            return None
        if not Path(found).is_file():
            raise BuildError(f'"{path}" is included, and is no file. Include a file.')
        if self.restrict_base_path and not any(_really_lies_in(found, base) for base in self.base_path):
            raise BuildError(
                f'"{path}" is included, and is a link that leads out of docs/. Put a copy in its place.'
            )
        return found


class InsideExtension(SnippetExtension):
    """`annotated_archive.renderer.snippets`, with the settings of `pymdownx.snippets`."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the preprocessor, under the name and with the priority that the library gives it."""
        super().extendMarkdown(md)
        md.preprocessors.register(InsidePreprocessor(self.getConfigs(), md), "snippet", 32)


def makeExtension(**configs: Any) -> InsideExtension:
    """What Python-Markdown calls for the name of this module."""
    return InsideExtension(**configs)


def _really_lies_in(file: str, folder: str) -> bool:
    return lies_in(os.path.realpath(file), os.path.realpath(folder))
