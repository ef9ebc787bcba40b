"""`review`: what a person should decide next, most useful first. Archive and problems → text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import yaml

from .model import Archive, Certainty
from .problems import Problem

MOST_PEOPLE = 25  # entries to paste at a time: what a person can check in one sitting


def review(archive: Archive, problems: Sequence[Problem]) -> str:
    """The decisions that are open, with lines ready to paste into `curation/`."""
    parts = [*_problems(problems), *_dates(archive), *_outlets(archive), *_people(archive)]
    return "\n".join(parts) if parts else "Nothing is left to decide."


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        yield f"# {len(problems)} problems (see also: build_archive.py check)"
        yield from (str(problem) for problem in sorted(set(problems)))
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
    entries = (f"{name} ({count} articles)" for name, count in unknown.most_common())
    yield from _heading("Outlets that nobody described (curation/outlets.yml)", entries)


def _people(archive: Archive) -> Iterator[str]:
    mentions: Counter[str] = Counter()
    printed: dict[str, Counter[str]] = {}
    for article in archive.articles:
        for mention in article.mentions:
            if mention.person:
                mentions[mention.person] += 1
                printed.setdefault(mention.person, Counter())[mention.printed] += 1
    unverified = [
        (count, archive.people[person])
        for person, count in mentions.most_common()
        if not archive.people[person].verified
    ]
    if not unverified:
        return
    yield f"# People that nobody verified: {len(unverified)}, most mentioned first (curation/people.yml)"
    for count, person in unverified[:MOST_PEOPLE]:
        also = [name for name, _ in printed[person.id].most_common() if name != person.name and " " in name]
        entry = {"id": person.id, "name": person.name} | ({"also": also} if also else {})
        if person.role:
            entry["role"] = person.role
        yield yaml.safe_dump([entry], allow_unicode=True, sort_keys=False).rstrip() + f"  # {count} mentions"
