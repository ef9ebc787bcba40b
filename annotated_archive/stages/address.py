"""Articles → addresses that last: a path and a citation key, each given once.

Comes in: what is known of all seeds, and the addresses already given out. Goes out: an address for each seed,
the new entries for `curation/permalinks.yml`, and problems where two seeds want one address. An address once
given is kept whatever is corrected later, so links and citations made today still arrive.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..editions.published import never_published
from ..model import Address, Description, Outlet, Permalink, SavedText, Segment
from ..problems import Problem
from ..seed_key import written_as_file
from ..text.dates import filed
from ..text.page_paths import mended, same_place, why_unusable
from ..text.paragraphs import paragraphs
from ..text.slugs import letters_of, slug_of
from ..words import lexicon

SHORTEST_KEYWORD = 5  # letters; shorter words of a title are mostly articles and prepositions
LONGEST_TITLE = 200  # characters; the longest headlines of newspapers stay well below
Doubt = tuple[str, str] | None  # a problem's code and finding, where something is wrong


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
    unsettled: Container[str] = frozenset(),
) -> Addressed:
    """Give every seed its address. `file` is the permalinks file as problems name it.

    `unread` tells of a seed's key whether it may lie where nobody could look: it is not called gone then.
    Seeds that are `unsettled`, because nobody could read what people decided about them, get new addresses
    for this build only.
    """
    ledger = _Ledger(file)
    keys = {saved.key for saved, _, _ in seeds}
    entries = list(_with_seeds_of_today(given, {saved.identity: saved.key for saved, _, _ in seeds}, keys))
    for entry in entries:
        ledger.take(entry)
    for entry in entries:
        ledger.take_former(entry)
    ledger.mend()
    for entry in entries:
        gone = entry.seed and entry.seed not in keys and not unread(entry.seed)
        if gone and entry.address and entry.address.path:
            finding = f'The seed "{entry.seed}", whose address is {entry.address.path}, gives no page.'
            remedy = (
                "Restore the seed; or delete this entry, if nobody was given the address or links may break."
            )
            ledger.problems.append(Problem(file, entry.line, "A002", finding, remedy))
    new: list[Permalink] = []
    for saved, segments, description in seeds:
        now = tuple((p.id, p.spans[0].start) for p in paragraphs(saved.text, segments))
        if now:
            ledger.problems += _untitled(saved, description)
        known = dict(ledger.passages.get(saved.key, ()))
        added = tuple((identifier, start) for identifier, start in now if identifier not in known)
        address = ledger.address(saved, description, outlets)
        if saved.key in unsettled:
            pass  # what nobody may know yet is not given for good
        elif saved.key not in ledger.claims:
            new.append(Permalink(saved.key, address, saved.sha256, added))
        elif added:
            new.append(Permalink(saved.key, None, None, added))
        ledger.addresses[saved.key] = replace(address, passages=(*known.items(), *added))
    return Addressed(ledger.addresses, tuple(new), tuple(ledger.problems))


def _with_seeds_of_today(
    given: Sequence[Permalink], by_identity: Mapping[str, str], keys: Container[str]
) -> Iterator[Permalink]:
    """The entries with the key of the seed that is meant: renamed since, or written as a file's name."""
    for entry in given:
        names = (entry.seed, by_identity.get(_identity(entry), ""), *written_as_file(entry.seed))
        yield replace(entry, seed=next((name for name in names if name in keys), entry.seed))


def _identity(entry: Permalink) -> str:
    """The checksum of the file and the part that the entry is about, as `SavedText.identity` gives them."""
    _, mark, part = entry.seed.rpartition("/")[2].partition("#")
    return f"{entry.sha256 or ''}{mark}{part}"


@dataclass(slots=True)
class _Claim:
    """What the entry of a seed gives it: "" for what it lacks or what cannot be used, with the reason."""

    line: int | None
    written: str  # the path, usable or not
    path: str
    no_path: Doubt
    citekey: str
    no_citekey: Doubt


class _Ledger:
    """Who has which path and citation key; nobody gets one that was ever given out.

    What an entry lacks is made up anew in each build, and a person told. It is never recorded as a second
    entry: the person corrects the first, and the address that was given out is there again.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.addresses: dict[str, Address] = {}
        self.passages: dict[str, dict[str, int]] = {}
        self.claims: dict[str, _Claim] = {}
        self.formerly: dict[str, tuple[str, ...]] = {}
        self.path_owner: dict[str, str] = {}  # the seed of a path, by `same_place`
        self.citekey_owner: dict[str, str] = {}
        # How many endings of a wanted path or key are taken: none is ever given back, so nobody asks again.
        self._paths_tried: Counter[str] = Counter()
        self._citekeys_tried: Counter[str] = Counter()
        self.problems: list[Problem] = []

    def take(self, entry: Permalink) -> None:
        """Record what an entry of the permalinks file gives its seed."""
        self.passages.setdefault(entry.seed, {}).update(entry.passages)
        address = entry.address
        if address is None or not (address.path or address.citekey):
            return
        path, no_path = self._usable_path(address.path, entry.seed)
        citekey, no_citekey = self._usable_citekey(address.citekey, entry.seed)
        if entry.seed in self.claims:
            finding = f'The seed "{entry.seed}" has an address already; the first one counts.'
            remedy = "Delete one of the two entries; put its path under `formerly` of the other."
            self.problems.append(Problem(self.file, entry.line, "A003", finding, remedy))
            first = self.claims[entry.seed]
            first.path, first.citekey = first.path or path, first.citekey or citekey
        elif entry.seed:
            claim = _Claim(entry.line, address.path, path, no_path, citekey, no_citekey)
            self.claims[entry.seed] = claim

    def take_former(self, entry: Permalink) -> None:
        """Record the paths that lead to an entry's; none of them hides a page of today."""
        usable: list[str] = []
        for written in entry.address.formerly if entry.address else ():
            path, doubt = self._usable_path(written, entry.seed)
            if doubt:
                code, finding = doubt
                finding += " Nothing leads on from there."
                remedy = "Correct it under `formerly`, or remove it."
                self.problems.append(Problem(self.file, entry.line, code, finding, remedy))
            else:
                usable.append(path)
        self.formerly[entry.seed] = (*self.formerly.get(entry.seed, ()), *usable)

    def mend(self) -> None:
        """Where it is plain which path was meant and nobody has it, the seed does."""
        for seed, claim in self.claims.items():
            meant = mended(claim.written)
            if (
                not claim.path
                and meant
                and not _stays_at_home(meant)
                and self.path_owner.setdefault(same_place(meant), seed) == seed
            ):
                claim.path = meant

    def address(self, saved: SavedText, description: Description, outlets: dict[str, Outlet]) -> Address:
        """The address given to a seed, or a new one from what is known of the article today."""
        claim = self.claims.get(saved.key)
        path = claim.path if claim else ""
        if not path:
            wanted = _path(saved, description)
            path = self._free_path(wanted)
            if path != wanted and not claim:
                owner = self.path_owner[same_place(wanted)]
                finding = f'The article has the year and title of "{owner}"; its address is {path}.'
                remedy = f"To choose another one, set its `path` in {self.file} before you publish."
                self.problems.append(Problem(saved.file, None, "A008", finding, remedy, saved.key))
            self.path_owner[same_place(path)] = saved.key
        citekey = claim.citekey if claim else ""
        if not citekey:
            citekey = self._free_citekey(_citekey(description, outlets))
            self.citekey_owner[citekey] = saved.key
        if claim:
            self._report(claim, path, citekey)
        return Address(path, citekey, self.formerly.get(saved.key, ()))

    def _report(self, claim: _Claim, path: str, citekey: str) -> None:
        """Say what a seed's entry lacks, and what is used for it in this build."""
        for doubt, key, now in ((claim.no_path, "path", path), (claim.no_citekey, "citekey", citekey)):
            if doubt:
                code, finding = doubt
                finding += f" Until that is corrected, {now} is used."
                remedy = f"Write `{key}: {now}`, or another one."
                self.problems.append(Problem(self.file, claim.line, code, finding, remedy))

    def _usable_path(self, path: str, seed: str) -> tuple[str, Doubt]:
        """The path, taken for the seed, or "" and why it cannot be."""
        if not path:
            return "", ("A005", "The entry has no `path`.")
        if why := why_unusable(path) or _stays_at_home(path):
            return "", ("A004", f'The path "{path}" cannot be used: {why}.')
        owner = self.path_owner.setdefault(same_place(path), seed)
        return (path, None) if owner == seed else ("", _given_to(path, owner))

    def _usable_citekey(self, citekey: str, seed: str) -> tuple[str, Doubt]:
        if not citekey:
            return "", ("A005", "The entry has no `citekey`.")
        owner = self.citekey_owner.setdefault(citekey, seed)
        return (citekey, None) if owner == seed else ("", _given_to(citekey, owner))

    def _free_path(self, wanted: str) -> str:
        def path(number: int) -> str:
            return f"{wanted}-{number + 1}" if number else wanted

        tried = itertools.count(self._paths_tried[wanted])
        free = next(number for number in tried if same_place(path(number)) not in self.path_owner)
        self._paths_tried[wanted] = free
        return path(free)

    def _free_citekey(self, wanted: str) -> str:
        tried = itertools.count(self._citekeys_tried[wanted])
        free = next(number for number in tried if wanted + letters_of(number) not in self.citekey_owner)
        self._citekeys_tried[wanted] = free
        return wanted + letters_of(free)


def _stays_at_home(path: str) -> str | None:
    """Why a page at this path would be written and shown to nobody; None if it is shown."""
    hidden = never_published(f"archive/{path}.md")
    return "files of such names are backups and drafts, which are never published" if hidden else None


def _given_to(name: str, owner: str) -> tuple[str, str]:
    return "A001", f'"{name}" was already given to ' + (f'the seed "{owner}".' if owner else "another entry.")


def _untitled(saved: SavedText, description: Description) -> Iterator[Problem]:
    """A page is named after its title; without a usable one a person should know."""
    where = f"Give it as `title` in curation/articles/{saved.key}.yml."
    title = description.title
    if title is None:
        finding = "No title was found, so the page is named after the file."
        yield Problem(saved.file, None, "D005", finding, where, saved.key)
    elif len(title.value) > LONGEST_TITLE:
        line = saved.line_of(title.span.start) if title.span else None
        finding = f"The title has {len(title.value)} characters; it probably holds more than the title."
        yield Problem(saved.file, line, "D004", finding, where, saved.key)


def _year(description: Description) -> str:
    day = filed(description.date.value) if description.date else None
    return f"{day.year:04d}" if day else ""


def _path(saved: SavedText, description: Description) -> str:
    title = description.title.value if description.title else saved.key
    slug = slug_of(title) or slug_of(saved.key) or "article"
    path = f"{_year(description) or 'undated'}/{slug}"
    return path if why_unusable(path) is None else f"{path}-1"  # a title such as "Index" or "Con"


def _citekey(description: Description, outlets: dict[str, Outlet]) -> str:
    """Outlet, year and the title's first telling word, as reference managers do: `welt2015russland`.

    Where no outlet is known, the author's last name: `muster2015russland`.
    """
    outlet = description.outlet.value if description.outlet else ""
    name = outlets[outlet].id if outlet in outlets else outlet
    words = slug_of(description.title.value).split("-") if description.title else []
    telling = next((word for word in words if len(word) >= SHORTEST_KEYWORD and not word.isdigit()), "")
    if not name and description.authors:
        name = _last_name(description.authors[0].value)
    letters = re.sub(r"[^a-z0-9]", "", slug_of(name))
    return f"{letters or 'anonymous'}{_year(description) or 'nd'}{telling}"


def _last_name(author: str) -> str:
    """The word by which an author is known: "Muster" of "Erika Muster, Jr." and of "Muster, Erika"."""
    behind = {
        word for section in ("suffixes", "degrees") for word in lexicon.sections("author_names")[section]
    }
    words = re.findall(r"[^\s,;/]+[,;/]?", author)
    while len(words) > 1 and words[-1].rstrip(",;/") in behind:
        words.pop()
    before_comma = next((i for i, word in enumerate(words[:-1]) if word.endswith(",")), -1)
    return words[before_comma].strip(",;/") if words else ""
