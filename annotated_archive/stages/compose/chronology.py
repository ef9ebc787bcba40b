"""The articles that name a person → a table of years and outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ...words.languages import Interface
from . import paths as places
from .catalogue import Entry
from .escape import Markdown, escape

# Columns that a phone shows without scrolling far; the other outlets are one column.
MOST_OUTLETS = 4
# Fewer articles are overseen without a table.
FEWEST_ARTICLES = 4


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` are headings, `rows` a heading and cells each; all of it Markdown."""

    columns: tuple[Markdown, ...]
    rows: tuple[tuple[Markdown, tuple[str, ...]], ...]


def chronology(
    entries: Sequence[Entry], words: Interface, here: str, year_target: Callable[[str], Markdown]
) -> Table | None:
    """Articles by year, newest first, and outlet, most first; None where there are too few to compare."""
    if len(entries) < FEWEST_ARTICLES:
        return None
    outlets = Counter(entry.outlet.id if entry.outlet else None for entry in entries)
    ranked = sorted(((i, n) for i, n in outlets.items() if i), key=lambda item: (-item[1], item[0]))
    shown = [identifier for identifier, _ in ranked[:MOST_OUTLETS]]
    rest = len(outlets) > len(shown)
    cells = Counter((entry.year, _column(entry, shown)) for entry in entries)
    totals = Counter(entry.year for entry in entries)
    names = {entry.outlet.id: entry.outlet.name for entry in entries if entry.outlet}
    columns = [
        Markdown(f"[{escape(names[outlet])}]({places.link(here, places.outlet_place(outlet))})")
        for outlet in shown
    ]
    columns += [escape(words("outlets.other"))] if rest else []
    keys = [*shown, *([None] if rest else [])]
    rows = []
    for year in newest_first(totals):
        label = escape(words("undated.heading") if year == places.UNDATED else year)
        counts = [cells[year, key] for key in keys]
        numbers = [words.number(n) if n else "–" for n in counts]
        rows.append((Markdown(f"[{label}]({year_target(year)})"), (*numbers, words.number(totals[year]))))
    return Table((*columns, escape(words("outlets.together"))), tuple(rows))


def newest_first(years: Iterable[str]) -> list[str]:
    """Years from the last to the first, and what has none at the end."""
    return sorted(years, key=lambda year: (year != places.UNDATED, year), reverse=True)


def _column(entry: Entry, shown: Sequence[str]) -> str | None:
    return entry.outlet.id if entry.outlet and entry.outlet.id in shown else None
