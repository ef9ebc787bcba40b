"""Articles → addresses that last: a path and a citation key, each given once.

Comes in: what is known of all seeds, and the addresses already given out. Goes out: an address for each seed,
the new entries for `curation/permalinks.yml`, and problems where two seeds want one address. An address once
given is kept whatever is corrected later, so links and citations made today still arrive.
"""

from __future__ import annotations

import itertools
import re
import string
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from .dates import earliest
from .model import Address, Description, Outlet, Permalink, SavedText, Segment
from .paragraphs import paragraphs
from .problems import Problem
from .slugs import slug_of

SHORTEST_KEYWORD = 5  # letters; shorter words of a title are mostly articles and prepositions
LONGEST_TITLE = 200  # characters; the longest headlines of newspapers stay well below
RESERVED = frozenset({"index"})  # a folder's own page


@dataclass(frozen=True, slots=True)
class Addressed:
    """Addresses by seed key, the entries to add to the permalinks file, and the problems."""

    addresses: dict[str, Address]
    new: tuple[Permalink, ...]
    problems: tuple[Problem, ...]


def assign(
    seeds: Sequence[tuple[SavedText, tuple[Segment, ...], Description]],
    outlets: dict[str, Outlet],
    given: Sequence[Permalink],
    file: str,
    unread: Callable[[str], bool] = lambda key: False,
) -> Addressed:
    """Give every seed its address. `file` is the permalinks file as problems name it.

    `unread` tells of a seed's key whether it may lie where nobody could look: it is not called gone then.
    """
    ledger = _Ledger(file)
    by_checksum = {saved.sha256: saved.key for saved, _, _ in seeds}
    keys = {saved.key for saved, _, _ in seeds}
    for entry in given:
        renamed = by_checksum.get(entry.sha256 or "") if entry.seed not in keys else None
        ledger.take(replace(entry, seed=renamed or entry.seed))
    for entry in given:
        gone = entry.seed not in keys and by_checksum.get(entry.sha256 or "") is None
        if gone and entry.address and not unread(entry.seed):
            published = f'The seed "{entry.seed}", published as {entry.address.path},'
            finding = f"{published} gives no page any more."
            remedy = "Restore the seed; or delete this entry if links to the page may break."
            ledger.problems.append(Problem(file, entry.line, "A002", finding, remedy))
    new: list[Permalink] = []
    for saved, segments, description in seeds:
        now = tuple((p.id, p.spans[0].start) for p in paragraphs(saved.text, segments))
        if now:
            ledger.problems += _untitled(saved, description)
        known = dict(ledger.passages.get(saved.key, ()))
        added = tuple((identifier, start) for identifier, start in now if identifier not in known)
        if saved.key not in ledger.addresses:
            address = ledger.invent(saved, description, outlets)
            new.append(Permalink(saved.key, address, saved.sha256, added))
        elif added:
            new.append(Permalink(saved.key, None, None, added))
        passages = (*known.items(), *added)
        ledger.addresses[saved.key] = replace(ledger.addresses[saved.key], passages=passages)
    return Addressed(ledger.addresses, tuple(new), tuple(ledger.problems))


class _Ledger:
    """Who has which path and citation key; nobody gets one that was ever given out."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.addresses: dict[str, Address] = {}
        self.passages: dict[str, dict[str, int]] = {}
        self.owner: dict[str, str] = {}  # the seed of a path or citation key
        self.problems: list[Problem] = []

    def take(self, entry: Permalink) -> None:
        """Record an entry of the permalinks file, or say why it is not used."""
        self.passages.setdefault(entry.seed, {}).update(entry.passages)
        address = entry.address
        if address is None:
            return
        names = (address.path, *address.formerly, address.citekey)
        for name in names:
            if self.owner.get(name, entry.seed) != entry.seed:
                finding = (
                    f'"{name}" was already given to the seed "{self.owner[name]}"; this entry is not used.'
                )
                remedy = "Give this seed another one, or delete the entry to have one made."
                self.problems.append(Problem(self.file, entry.line, "A001", finding, remedy))
                return
        if entry.seed in self.addresses:
            finding = f'The seed "{entry.seed}" has an address already; the first one counts.'
            remedy = "Delete one of the two entries; put its path under `formerly` of the other."
            self.problems.append(Problem(self.file, entry.line, "A003", finding, remedy))
            return
        self.addresses[entry.seed] = address
        self.owner |= dict.fromkeys(names, entry.seed)

    def invent(self, saved: SavedText, description: Description, outlets: dict[str, Outlet]) -> Address:
        """A new address, from what is known of the article today."""
        wanted = _path(saved, description)
        path = self._free(wanted, (f"-{n}" for n in itertools.count(2)))
        if path != wanted:
            finding = f'The article has the year and title of "{self.owner[wanted]}"; its address is {path}.'
            remedy = f"To choose another one, set its `path` in {self.file} before you publish."
            self.problems.append(Problem(saved.file, None, "A001", finding, remedy))
        self.owner[path] = saved.key
        citekey = self._free(_citekey(description, outlets), _letters())
        self.owner[citekey] = saved.key
        self.addresses[saved.key] = Address(path, citekey)
        return self.addresses[saved.key]

    def _free(self, wanted: str, endings: Iterable[str]) -> str:
        if wanted not in self.owner:
            return wanted
        return next(name for ending in endings if (name := wanted + ending) not in self.owner)


def _untitled(saved: SavedText, description: Description) -> Iterator[Problem]:
    """A page is named after its title; without a usable one a person should know."""
    where = f"Give it as `title` in curation/articles/{saved.key}.yml."
    title = description.title
    if title is None:
        finding = "No title was found, so the page is named after the file."
        yield Problem(saved.file, None, "D005", finding, where)
    elif len(title.value) > LONGEST_TITLE:
        line = saved.line_of(title.span.start) if title.span else None
        finding = f"The title has {len(title.value)} characters; it probably holds more than the title."
        yield Problem(saved.file, line, "D004", finding, where)


def _year(description: Description) -> str:
    return f"{earliest(description.date.value).year:04d}" if description.date else ""


def _path(saved: SavedText, description: Description) -> str:
    title = description.title.value if description.title else saved.key
    slug = slug_of(title) or slug_of(saved.key) or "article"
    if slug in RESERVED:
        slug += "-1"
    return f"{_year(description) or 'undated'}/{slug}"


def _citekey(description: Description, outlets: dict[str, Outlet]) -> str:
    """Outlet, year and the title's first telling word, as reference managers do: `welt2015russland`."""
    outlet = description.outlet.value if description.outlet else ""
    name = outlets[outlet].id if outlet in outlets else outlet
    words = slug_of(description.title.value).split("-") if description.title else []
    telling = next((word for word in words if len(word) >= SHORTEST_KEYWORD and not word.isdigit()), "")
    letters = re.sub(r"[^a-z0-9]", "", slug_of(name))
    return f"{letters or 'anonymous'}{_year(description) or 'nd'}{telling}"


def _letters() -> Iterator[str]:
    """Endings that set equal citation keys apart: b, c … z, aa, ab …"""
    yield from string.ascii_lowercase[1:]
    for length in itertools.count(2):
        yield from map("".join, itertools.product(string.ascii_lowercase, repeat=length))
