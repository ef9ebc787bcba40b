"""Archive → pages, as Markdown strings; pure.

Comes in: the archive, the edition and the interface language. Goes out: every page below `docs/archive/`.
Writing them is left to `publish`, and how they look to the theme.
"""

from __future__ import annotations

from ...essays import Essays
from ...export_values import Exports
from ...model import Archive, Page
from ...words.languages import interface
from .article import article_page
from .catalogue import catalogue
from .cited_in import citation_ids, citing_passages
from .data_page import data_pages
from .lists import list_pages
from .note_index import notes_page
from .paths import article_place
from .people import people_pages
from .redirects import redirect_pages
from .rendered_citations import citation_index
from .short_form import short_form_of_entry

__all__ = ["article_place", "compose"]

NOTHING_WRITTEN = Essays()


def compose(
    archive: Archive,
    edition: str,
    language: str,
    essays: Essays = NOTHING_WRITTEN,
    exports: Exports | None = None,
) -> tuple[Page, ...]:
    """All pages of an edition: `"local"`, or `"public"`, which has no reader comments anywhere.

    Without `exports`, nothing is offered for citing, and no data.
    """
    contents = catalogue(archive)
    words = interface(language)
    with_comments = edition == "local"
    ids = citation_ids(essays.citations)
    names = {e.article.address.citekey: short_form_of_entry(e, words).name for e in contents.entries}
    articles = (
        article_page(
            entry,
            words,
            with_comments,
            citing_passages(entry, essays, ids, names, words),
            exports.cite(entry.article) if exports else None,
        )
        for entry in contents.entries
    )
    pages = (
        *articles,
        *list_pages(contents, words, with_data=exports is not None),
        *people_pages(contents, words),
        notes_page(contents, words),
        *citation_index(contents, essays, ids, words),
        *(data_pages(exports.files, words) if exports else ()),
    )
    return (*pages, *redirect_pages(archive, contents, {page.path for page in pages}, words))
