"""Resolved citations → what stands in their place when a hand-written page is rendered.

Comes in: the essays and the catalogue. Goes out: `.citations.json`, which `renderer/citations.py` reads.
MkDocs ignores files whose name starts with a dot. The index is by the checksum of a page's body as MkDocs
hands it to Markdown, so what it says of a page can never be applied to another text.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ...essays import Essays, Resolved
from ...model import Page
from ...text.front_matter import read_front_matter
from ...words.languages import Interface
from .catalogue import Catalogue, Entry
from .cited_in import CitationIds
from .essay_citations import CitedPage

PLACE = ".citations.json"


def citation_index(contents: Catalogue, essays: Essays, ids: CitationIds, words: Interface) -> Iterator[Page]:
    """The index of all pages that cite; nothing if none does."""
    pages: defaultdict[str, list[Resolved]] = defaultdict(list)
    for citation in essays.citations:
        pages[citation.page.path].append(citation)
    if not pages:
        return
    entries = {entry.article.address.path: entry for entry in contents.entries}
    index = dict(_rendered(citations, entries, essays, ids, words) for citations in pages.values())
    yield Page(PLACE, json.dumps(index, ensure_ascii=False, indent=0) + "\n")


def _rendered(
    citations: list[Resolved],
    entries: dict[str, Entry],
    essays: Essays,
    ids: CitationIds,
    words: Interface,
) -> tuple[str, dict[str, Any]]:
    page = citations[0].page
    matter = read_front_matter(page.markdown)
    body, start = matter.body, matter.start
    cited = CitedPage(citations, entries, essays, words)
    replaced = [
        [c.span.start - start, c.span.end - start, cited.citation(c, ids[page.path, c.span])]
        for c in citations
        if c.span.start >= start
    ]
    checksum = hashlib.sha256(body.encode()).hexdigest()
    return checksum, {"length": len(body), "replace": replaced, "append": cited.references()}
