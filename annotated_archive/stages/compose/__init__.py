"""Archive → pages, as Markdown strings; pure.

Comes in: the archive, the edition and the interface language. Goes out: every page below `docs/archive/`.
Writing them is left to `publish`, and how they look to the theme.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...essays import Essays
from ...export_values import Exports
from ...model import Archive, Page
from ...questions import Question
from ...words.languages import Interface, interface
from .article import article_page
from .catalogue import Entry, catalogue
from .cited_in import citation_ids, citing_passages
from .data_page import data_pages
from .desk import by_article, data_block, desk_assets, desk_body, desk_pages, desk_queue, questions_open
from .desk_article import desk_article, questions_json
from .escape import Markdown
from .lists import list_pages
from .note_citations import NoteCitations
from .note_index import notes_page
from .paths import article_place
from .people import people_pages
from .redirects import redirect_pages
from .rendered_citations import citation_index
from .search_facts import search_facts
from .short_form import short_form_of_entry

__all__ = [
    "article_place",
    "compose",
    "desk_article",
    "desk_assets",
    "desk_body",
    "desk_queue",
    "questions_json",
]

NOTHING_WRITTEN = Essays()


def compose(
    archive: Archive,
    edition: str,
    language: str,
    essays: Essays = NOTHING_WRITTEN,
    exports: Exports | None = None,
    questions: Sequence[Question] | None = None,
) -> tuple[Page, ...]:
    """All pages of an edition: `"local"`, or `"public"`, which has no reader comments anywhere.

    Without `exports`, nothing is offered for citing, and no data. With `questions`, the local edition has the
    desk and leads to it from every fact; a public one never has.
    """
    contents = catalogue(archive)
    words = interface(language)
    with_comments = edition == "local"
    asked = questions if edition == "local" else None
    by_seed = by_article(asked or ())
    ids = citation_ids(essays.citations)
    names = {e.article.address.citekey: short_form_of_entry(e, words).name for e in contents.entries}
    citing = NoteCitations(contents, essays, words)
    articles = (
        article_page(
            entry,
            words,
            with_comments,
            citing,
            citing_passages(entry, essays, ids, names, words),
            exports.cite(entry.article) if exports else None,
            desk=_desk_data(entry, by_seed, words, archive) if asked is not None else None,
        )
        for entry in contents.entries
    )
    pages = (
        *articles,
        *list_pages(
            contents, words, exports is not None, None if asked is None else questions_open(archive, asked)
        ),
        *people_pages(contents, words),
        notes_page(contents, words, citing),
        *citation_index(contents, essays, ids, words),
        *search_facts(contents, words),
        *(data_pages(exports.files, words) if exports else ()),
        *(desk_pages(contents, asked, words) if asked is not None else ()),
    )
    return (*pages, *redirect_pages(archive, contents, {page.path for page in pages}, words))


def _desk_data(
    entry: Entry, by_seed: Mapping[str, Sequence[Question]], words: Interface, archive: Archive
) -> Markdown:
    """What the desk shows of the article, in its page."""
    asked = by_seed.get(entry.article.saved.key, ())
    return data_block("desk-data", desk_article(entry.article, asked, words, archive.outlets))
