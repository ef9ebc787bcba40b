"""Archive → pages, as Markdown strings; pure.

Comes in: the archive, the edition and the interface language. Goes out: every page below `docs/archive/`.
Writing them is left to `publish`, and how they look to the theme.
"""

from __future__ import annotations

from ..cited import Essays
from ..languages import interface
from ..model import Archive, Page
from .article import article_page
from .catalogue import catalogue
from .lists import list_pages
from .people import people_pages

__all__ = ["compose"]

NOTHING_WRITTEN = Essays()


def compose(
    archive: Archive, edition: str, language: str, essays: Essays = NOTHING_WRITTEN
) -> tuple[Page, ...]:
    """All pages of an edition: `"local"`, or `"public"`, which has no reader comments anywhere."""
    contents = catalogue(archive)
    words = interface(language)
    with_comments = edition == "local"
    articles = (article_page(entry, words, with_comments) for entry in contents.entries)
    return (*articles, *list_pages(contents, words), *people_pages(contents, words))
