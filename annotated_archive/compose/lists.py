"""Catalogue → the pages that list: all articles, years, outlets, people; and the start page's partials."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..dates import display
from ..languages import Interface
from ..model import Page, Person
from . import places
from .article import language_attribute
from .catalogue import Catalogue, Entry
from .escape import Markdown, escape
from .front_matter import front_matter
from .printing import render_markdown

# What a start page shows of a large archive: a screen or two, the rest is one link away.
NEWEST = 20
OTHER_LETTERS = "#"
# A search finds articles, people and outlets; lists of them would come up beside every one of these.
SEARCHED = frozenset({"outlet", "person"})
# Printed with the id, so that a reader can look the person up; no page loads anything from there.
AUTHORITIES = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/"),
    "gnd": ("GND", "https://d-nb.info/gnd/"),
    "viaf": ("VIAF", "https://viaf.org/viaf/"),
}


@dataclass(frozen=True)
class Row:
    """An article in a list. `passages` are links to the paragraphs that name the page's person."""

    title: Markdown
    source: Markdown
    teaser: str = ""
    mentioned: str = ""
    passages: tuple[Markdown, ...] = ()


def list_pages(contents: Catalogue, words: Interface) -> Iterator[Page]:
    """Every page that is not an article's."""
    yield _all_articles(contents, words)
    yield from (_year(year, entries, contents, words) for year, entries in contents.years.items())
    yield _all_outlets(contents, words)
    yield from (_outlet(outlet, entries, contents, words) for outlet, entries in contents.of_outlet.items())
    yield _all_people(contents, words)
    yield from (_person(person, entries, contents, words) for person, entries in contents.of_person.items())
    yield _partial("_figures", words, figures=_figures(contents, words))
    newest = [_row(entry, words, places.FROM_DOCS) for entry in contents.entries[:NEWEST]]
    rest = len(contents.entries) - len(newest)
    yield _partial("_newest", words, rows=newest, rest=rest, all_articles="archive/index.md")


def _all_articles(contents: Catalogue, words: Interface) -> Page:
    here = places.ALL_ARTICLES
    years = [
        (year, _year_name(year, words), places.link(here, places.year_place(year)), entries)
        for year, entries in _newest_first(contents)
    ]
    groups = [
        (year, name, target, [_row(entry, words, here, with_teaser=False) for entry in entries])
        for year, name, target, entries in years
    ]
    figures = _figures(contents, words)
    return _page(here, "all-articles", words, words("title.articles"), groups=groups, figures=figures)


def _year(year: str, entries: Sequence[Entry], contents: Catalogue, words: Interface) -> Page:
    here = places.year_place(year)
    order = [name for name, _ in _newest_first(contents)]
    at = order.index(year)
    neighbours = [
        (_year_name(order[i], words), places.link(here, places.year_place(order[i])))
        for i in (at + 1, at - 1)
        if 0 <= i < len(order)
    ]
    rows = [_row(entry, words, here) for entry in entries]
    return _page(
        here,
        "year",
        words,
        _year_name(year, words),
        rows=rows,
        neighbours=neighbours,
        all_articles=places.link(here, places.ALL_ARTICLES),
    )


def _all_outlets(contents: Catalogue, words: Interface) -> Page:
    here = places.ALL_OUTLETS
    outlets = sorted(contents.outlets.values(), key=lambda outlet: (_collation(outlet.name), outlet.id))
    rows = [
        (outlet.name, places.link(here, places.outlet_place(outlet.id)), len(entries), _span(entries, words))
        for outlet in outlets
        for entries in [contents.of_outlet[outlet.id]]
    ]
    return _page(here, "all-outlets", words, words("title.outlets"), rows=rows)


def _outlet(outlet: str, entries: Sequence[Entry], contents: Catalogue, words: Interface) -> Page:
    here = places.outlet_place(outlet)
    rows = [_row(entry, words, here) for entry in entries]
    known = contents.outlets[outlet]
    return _page(
        here,
        "outlet",
        words,
        known.name,
        rows=rows,
        span=_span(entries, words),
        hosts=known.hosts,
        all_outlets=places.link(here, places.ALL_OUTLETS),
    )


def _all_people(contents: Catalogue, words: Interface) -> Page:
    here = places.ALL_PEOPLE
    letters: dict[str, list[tuple[str, str, int]]] = {}
    for person in sorted(contents.people.values(), key=lambda p: (_surname(p.name), p.id)):
        initial = _surname(person.name)[:1].upper()
        target = places.link(here, places.person_place(person.id))
        row = (person.name, target, len(contents.of_person[person.id]))
        letters.setdefault(initial if "A" <= initial <= "Z" else OTHER_LETTERS, []).append(row)
    return _page(here, "all-people", words, words("title.people"), letters=sorted(letters.items()))


def _person(person: str, entries: Sequence[Entry], contents: Catalogue, words: Interface) -> Page:
    known, here = contents.people[person], places.person_place(person)
    printed = dict.fromkeys(m.printed for entry in entries for m in entry.mentions[person])
    return _page(
        here,
        "person",
        words,
        known.name,
        person=known,
        also=sorted({*known.also, *printed} - {known.name}),
        authorities=_authorities(known),
        rows=[_row(entry, words, here, person=person) for entry in entries],
        companions=[
            (other.name, places.link(here, places.person_place(other.id)), count)
            for other, count in contents.companions(person)
        ],
        all_people=places.link(here, places.ALL_PEOPLE),
    )


def _row(
    entry: Entry, words: Interface, here: str, with_teaser: bool = True, person: str | None = None
) -> Row:
    lang = language_attribute(entry, words)
    attributes = f"{{{lang} }}" if lang else ""
    source: list[str] = []
    if entry.outlet:
        target = places.link(here, places.outlet_place(entry.outlet.id))
        name = escape(entry.outlet.name)
        source.append(name if here == places.outlet_place(entry.outlet.id) else f"[{name}]({target})")
    date = display(entry.date, words.language) if entry.date else words("undated")
    source.append(escape(date, starts_line=False))
    title = escape(entry.title, starts_line=False)
    return Row(
        title=Markdown(f"[{title}]({places.link(here, entry.place)}){attributes}"),
        source=Markdown(" · ".join(source)),
        teaser=entry.teaser if with_teaser else "",
        mentioned=words("mentions", n=len(entry.mentions[person])) if person else "",
        passages=tuple(
            Markdown(f"[¶ {passage.number}]({places.link(here, entry.place, passage.id)})")
            for passage in (entry.passages(person) if person else ())
        ),
    )


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


def _authorities(person: Person) -> list[tuple[str, str, str]]:
    given = {"wikidata": person.wikidata, "gnd": person.gnd, "viaf": person.viaf}
    return [
        (AUTHORITIES[key][0], identifier, AUTHORITIES[key][1] + identifier)
        for key, identifier in given.items()
        if identifier and identifier.replace("-", "").isalnum()
    ]


def _span(entries: Sequence[Entry], words: Interface) -> str:
    """The years of these articles: `2014–2016`."""
    years = sorted({entry.year for entry in entries} - {places.UNDATED})
    if not years:
        return words("undated")
    return years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _newest_first(contents: Catalogue) -> list[tuple[str, tuple[Entry, ...]]]:
    dated = [item for item in contents.years.items() if item[0] != places.UNDATED]
    undated = [item for item in contents.years.items() if item[0] == places.UNDATED]
    return dated[::-1] + undated


def _year_name(year: str, words: Interface) -> str:
    return words("undated.heading") if year == places.UNDATED else year


def _collation(name: str) -> str:
    """Letters without accents, as German and English indexes sort."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


def _surname(name: str) -> str:
    """What an index sorts a name by: its last word, then the others."""
    *others, last = _collation(name).split() or [""]
    return " ".join([last, *others])


def _page(place: str, template: str, words: Interface, title: str, **values: Any) -> Page:
    meta: dict[str, Any] = {"title": title, "kind": template}
    if template not in SEARCHED:
        meta["search"] = {"exclude": True}
    head = Markdown(front_matter(meta))
    return Page(place, render_markdown(template, front_matter=head, words=words, title=title, **values))


def _partial(name: str, words: Interface, **values: Any) -> Page:
    return Page(f"{name}.md", render_markdown(name, words=words, **values))
