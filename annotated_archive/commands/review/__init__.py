"""`review`: what a person should decide next, most useful first. Archive and problems → text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ...model import Archive, Certainty, Person
from ...problems import Problem, in_order, tally
from .people import entries
from .ties import choices
from .titles import titles

__all__ = ["review"]


def review(archive: Archive, problems: Sequence[Problem], described: Iterable[Person] = ()) -> str:
    """The decisions that are open, with lines ready to paste into `curation/`.

    `described` are the people of `curation/people.yml`, also those whom no article names.
    """
    parts = [
        *_problems(problems),
        *titles(archive),
        *_dates(archive),
        *_outlets(archive),
        *choices(archive),
        *entries(archive, described),
    ]
    return "\n".join(parts) if parts else "Nothing is left to decide."


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        yield f"# {tally(problems)} (see also: build_archive.py check)"
        yield from (str(problem) for problem in in_order(problems))
        yield ""


def _heading(words: str, items: Iterable[str]) -> Iterator[str]:
    found = list(items)
    if found:
        yield f"# {words}: {len(found)}"
        yield from found
        yield ""


def _dates(archive: Archive) -> Iterator[str]:
    undated = (f"curation/articles/{a.saved.key}.yml" for a in archive.articles if a.description.date is None)
    yield from _heading("Articles without a date (add `date:` and why)", undated)
    inferred = (
        f"{a.saved.file}: {found.value} (rule {found.rule})"
        for a in archive.articles
        if (found := a.description.date) and found.certainty is Certainty.INFERRED
    )
    yield from _heading("Dates that a rule concluded (confirm or correct)", inferred)


def _outlets(archive: Archive) -> Iterator[str]:
    nameless = (
        f"curation/articles/{a.saved.key}.yml" for a in archive.articles if a.description.outlet is None
    )
    yield from _heading("Articles without an outlet (add `outlet:` and why)", nameless)
    unknown = Counter(
        a.description.outlet.value
        for a in archive.articles
        if a.description.outlet and a.description.outlet.value not in archive.outlets
    )
    entries = (f"{name} ({count} article{'s' * (count != 1)})" for name, count in unknown.most_common())
    yield from _heading("Outlets that nobody described (curation/outlets.yml)", entries)
