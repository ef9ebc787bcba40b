"""Articles → addresses that last: a path and a citation key, each given once.

Comes in: descriptions of all seeds and the addresses already given out. Goes out: an address for each seed,
the new ones among them for `curation/permalinks.yml`, and problems where two seeds want one address. An
address once given is kept whatever is corrected later, so links and citations made today still arrive.
"""

from __future__ import annotations

import itertools
import re
import string
from collections.abc import Iterable, Iterator, Sequence

from slugify import slugify

from .dates import earliest
from .model import Address, Description, Outlet, Permalink, SavedText
from .problems import Problem

# Long enough to recognise a headline, short enough for file systems (255 bytes a name) and for printing.
LONGEST_SLUG = 80
GERMAN_LETTERS = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("ß", "ss")]
SHORTEST_KEYWORD = 5  # letters; shorter words of a title are mostly articles and prepositions
RESERVED = frozenset({"index"})  # a folder's own page


def slug_of(text: str, longest: int = LONGEST_SLUG) -> str:
    """A text as part of an address: `slug_of("Für Jäger & Co.") == "fuer-jaeger-co"`. May be empty."""
    return slugify(text, max_length=longest, word_boundary=True, replacements=GERMAN_LETTERS)


def assign(
    seeds: Sequence[tuple[SavedText, Description]],
    outlets: dict[str, Outlet],
    given: Sequence[Permalink],
    file: str,
) -> tuple[dict[str, Address], tuple[Permalink, ...], tuple[Problem, ...]]:
    """Addresses by seed key, and the new entries. `file` is the permalinks file as problems name it."""
    problems: list[Problem] = []
    addresses: dict[str, Address] = {}
    owner: dict[str, str] = {}  # the seed of a path or citation key
    for entry in given:
        for taken in (entry.address.path, entry.address.citekey):
            if taken in owner and owner[taken] != entry.seed:
                finding = f'"{taken}" was already given to the seed "{owner[taken]}"; this entry is not used.'
                remedy = "Give this seed another one, or delete the entry to have one made."
                problems.append(Problem(file, entry.line, "A001", finding, remedy))
                break
        else:
            if entry.seed in addresses:
                finding = f'The seed "{entry.seed}" has an address already; the first one counts.'
                problems.append(Problem(file, entry.line, "A003", finding, "Delete one of the two entries."))
                continue
            addresses[entry.seed] = entry.address
            owner[entry.address.path] = owner[entry.address.citekey] = entry.seed
    keys = {saved.key for saved, _ in seeds}
    for entry in given:
        if entry.seed not in keys:
            published = f'The seed "{entry.seed}", published as {entry.address.path},'
            finding = f"{published} gives no page any more."
            remedy = "Restore the seed; or delete this entry if links to the page may break."
            problems.append(Problem(file, entry.line, "A002", finding, remedy))
    new: list[Permalink] = []
    for saved, description in seeds:
        if saved.key in addresses:
            continue
        wanted = _path(saved, description)
        path = _free(wanted, owner, (f"-{n}" for n in itertools.count(2)))
        if path != wanted:
            finding = f'The article has the year and title of "{owner[wanted]}"; its address is {path}.'
            remedy = f"To choose another one, set its `path` in {file} before you publish."
            problems.append(Problem(saved.file, None, "A001", finding, remedy))
        owner[path] = saved.key
        citekey = _free(_citekey(description, outlets), owner, _letters())
        owner[citekey] = saved.key
        addresses[saved.key] = Address(path, citekey)
        new.append(Permalink(saved.key, addresses[saved.key]))
    return addresses, tuple(new), tuple(problems)


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


def _free(wanted: str, taken: dict[str, str], endings: Iterable[str]) -> str:
    if wanted not in taken:
        return wanted
    return next(name for ending in endings if (name := wanted + ending) not in taken)
