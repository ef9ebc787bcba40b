"""Catalogue → the pages that list articles: all, by year, by outlet; and the start page's partials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Outlet, Page
from ...words.languages import Interface
from . import paths as places
from .catalogue import Catalogue, Entry
from .printing import list_page, render_markdown
from .rows import row
from .sorting import sort_key

# What a start page shows of a large archive: a screen or two; the rest is one link away.
NEWEST = 20


def list_pages(
    contents: Catalogue, words: Interface, with_data: bool = False, questions: int | None = None
) -> Iterator[Page]:
    """Every list of articles but those of people. `with_data`: there is a page of data to link to.

    `questions` is how many are open on the curator's desk; None where there is no desk.
    """
    yield _all_articles(contents, words, with_data, questions)
    for year in contents.years:
        yield _year(year, contents, words)
    yield _all_outlets(contents, words)
    for outlet in contents.outlets.values():
        yield _outlet(outlet, contents, words)
    yield Page("_figures.md", render_markdown("_figures", figures=_figures(contents, words)))
    yield _newest(contents, words)


def _all_articles(contents: Catalogue, words: Interface, with_data: bool, questions: int | None) -> Page:
    here = places.ALL_ARTICLES
    groups = [
        (
            year,
            _year_name(year, words),
            places.link(here, places.year_place(year)),
            [row(entry, words, here, brief=True) for entry in contents.years[year]],
        )
        for year in _newest_first(contents)
    ]
    title, figures = words("title.articles"), _figures(contents, words)
    data = places.link(here, places.DATA) if with_data else None
    noted = sum(len(entry.article.notes) for entry in contents.entries)
    notes = (words("notes", n=noted), places.link(here, places.ALL_NOTES)) if noted else None
    desk = None if questions is None else (words("desk.open", n=questions), places.link(here, places.DESK))
    return list_page(
        here, "all-articles", words, title, groups=groups, figures=figures, data=data, notes=notes, desk=desk
    )


def _year(year: str, contents: Catalogue, words: Interface) -> Page:
    here, order = places.year_place(year), _newest_first(contents)
    at = order.index(year)
    neighbours = [order[i] for i in (at + 1, at - 1) if 0 <= i < len(order)]
    return list_page(
        here,
        "year",
        words,
        _year_name(year, words),
        rows=[row(entry, words, here) for entry in contents.years[year]],
        neighbours=[(_year_name(y, words), places.link(here, places.year_place(y))) for y in neighbours],
        all_articles=places.link(here, places.ALL_ARTICLES),
    )


def _all_outlets(contents: Catalogue, words: Interface) -> Page:
    here = places.ALL_OUTLETS
    rows = [
        (outlet.name, places.link(here, places.outlet_place(outlet.id)), len(entries), _span(entries, words))
        for outlet in sorted(contents.outlets.values(), key=lambda o: (sort_key(o.name), o.id))
        for entries in [contents.of_outlet[outlet.id]]
    ]
    return list_page(here, "all-outlets", words, words("title.outlets"), rows=rows)


def _outlet(outlet: Outlet, contents: Catalogue, words: Interface) -> Page:
    here, entries = places.outlet_place(outlet.id), contents.of_outlet[outlet.id]
    return list_page(
        here,
        "outlet",
        words,
        outlet.name,
        searched=True,
        rows=[row(entry, words, here) for entry in entries],
        span=_span(entries, words),
        hosts=outlet.hosts,
        all_outlets=places.link(here, places.ALL_OUTLETS),
    )


def _newest(contents: Catalogue, words: Interface) -> Page:
    """The newest articles, for a hand-written page to include."""
    here = places.FROM_DOCS
    rows = [row(entry, words, here) for entry in contents.entries[:NEWEST]]
    more = len(contents.entries) - len(rows)
    target = places.link(here, places.ALL_ARTICLES)
    return Page("_newest.md", render_markdown("_newest", words=words, rows=rows, more=more, target=target))


def _figures(contents: Catalogue, words: Interface) -> str:
    """The archive in one sentence of numbers."""
    years = [year for year in contents.years if year != places.UNDATED]
    key = "figures.undated" if not years else "figures.year" if len(years) == 1 else "figures.years"
    return words(
        key,
        articles=words("articles", n=len(contents.entries)),
        outlets=words("outlets", n=len(contents.outlets)),
        people=words("people", n=len(contents.people)),
        first=years[0] if years else "",
        last=years[-1] if years else "",
    )


def _span(entries: Sequence[Entry], words: Interface) -> str:
    """The years of these articles: `2014–2016`."""
    years = sorted({entry.year for entry in entries} - {places.UNDATED})
    if not years:
        return words("undated")
    return years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _newest_first(contents: Catalogue) -> list[str]:
    """The years, and what has none at the end."""
    return sorted(contents.years, key=lambda year: (year != places.UNDATED, year), reverse=True)


def _year_name(year: str, words: Interface) -> str:
    return words("undated.heading") if year == places.UNDATED else year
