"""Resolved citations → "cited in": for each article, where essays cite it."""

from __future__ import annotations

from collections.abc import Iterable

from ...essays import Backlink, Resolved


def backlinks(resolved: Iterable[Resolved]) -> dict[str, tuple[Backlink, ...]]:
    """The citing passages of each cited article by its address, in the order of the citations."""
    found: dict[str, list[Backlink]] = {}
    for citation in resolved:
        page = citation.page
        for item in citation.items:
            if item.article is not None:
                link = Backlink(
                    page.path,
                    page.title,
                    citation.span,
                    citation.sentence,
                    item.paragraph,
                    item.number,
                    item.verified,
                )
                found.setdefault(item.article, []).append(link)
    return {article: tuple(links) for article, links in found.items()}
