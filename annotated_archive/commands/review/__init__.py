"""`review`: what a person should decide next, most useful first. Archive and problems → text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import yaml

from ...model import Archive, Certainty, Person
from ...problems import Problem, counted, in_order, tally
from ...text.slugs import slug_of
from .lines import one_line
from .people import entries
from .ties import choices
from .titles import titles

__all__ = ["review"]

UNDESCRIBED = "D003"  # its remedy holds the entry


def review(archive: Archive, problems: Sequence[Problem], described: Iterable[Person] = ()) -> str:
    """The decisions that are open, with lines ready to paste into `curation/`.

    `described` are the people of `curation/people.yml`, also those whom no article names.
    """
    parts = [
        *_problems(problems),
        *titles(archive),
        *_dates(archive),
        *_outlets(archive, problems),
        *_heading("Authors that a rule concluded (confirm or correct)", _inferred(archive, "authors")),
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
    yield from _heading("Dates that a rule concluded (confirm or correct)", _inferred(archive, "date"))


def _inferred(archive: Archive, field: str) -> Iterator[str]:
    """What a rule concluded of a field, with how sure that is, the least sure first."""
    lines: list[tuple[float, str]] = []
    for article in archive.articles:
        known = getattr(article.description, field)
        for found in known if isinstance(known, tuple) else (known,) if known else ():
            if found.certainty is Certainty.INFERRED:
                sure = "" if found.chance is None else f", {found.chance:.0%} certain"
                lines.append(
                    (found.chance or 0.0, f"{article.saved.file}: {found.value} (rule {found.rule}{sure})")
                )
    yield from (line for _, line in sorted(lines, key=lambda item: item[0]))


def _outlets(archive: Archive, problems: Iterable[Problem]) -> Iterator[str]:
    yield from _heading("Outlets that a rule concluded (confirm or correct)", _inferred(archive, "outlet"))
    nameless = (
        f"curation/articles/{a.saved.key}.yml" for a in archive.articles if a.description.outlet is None
    )
    words = "add `outlet:` and why; describe it in curation/outlets.yml first if the program does not know it"
    yield from _heading(f"Articles without an outlet ({words})", nameless)
    unknown = Counter(
        a.description.outlet.value
        for a in archive.articles
        if a.description.outlet and a.description.outlet.value not in archive.outlets
    )
    entries = [
        f"# {one_line(name)} ({counted(count, 'article')})\n{_entry(name)}"
        for name, count in unknown.most_common()
    ]
    # What a person wrote as an outlet is not used until the outlet is described.
    named = {p.remedy.partition("`")[2].rpartition("`")[0] for p in problems if p.code == UNDESCRIBED}
    yield from _heading(
        "Outlets that nobody described (describe each in curation/outlets.yml first)",
        [*entries, *sorted(named)],
    )


def _entry(name: str) -> str:
    """The entry of an outlet, complete; by its name as printed every article finds it."""
    entry = {"id": slug_of(name) or "outlet", "name": one_line(name)}
    return yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=2**31).rstrip()
