"""Outlets: the publications that `lexicon/outlets.yml` knows, and which one a printed name or address means.

Comes in: names and addresses as printed. Goes out: `Outlet`s. Where a page prints them is decided elsewhere.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlsplit

from ..model import Outlet
from ..words import lexicon

_KEYS = {"name", "names", "hosts", "since", "until"}


@cache
def _entries() -> dict[str, Any]:
    entries: dict[str, Any] = lexicon.load("outlets")
    for identifier, entry in entries.items():
        if "name" not in entry or (unknown := entry.keys() - _KEYS):
            raise lexicon.LexiconError(f"lexicon/outlets.yml: {identifier}: no name, or unknown {unknown}")
    return entries


@cache
def _known() -> tuple[Outlet, ...]:
    return tuple(
        Outlet(identifier, entry["name"], tuple(entry.get("names", ())), tuple(entry.get("hosts", ())))
        for identifier, entry in _entries().items()
    )


def known_outlets() -> dict[str, Outlet]:
    """All outlets of the lexicon by id."""
    return {outlet.id: outlet for outlet in _known()}


def fold_name(name: str) -> str:
    """A name for comparing: case and hyphens do not count, so `Spiegel-Online` is `SPIEGEL ONLINE`."""
    return re.sub(r"[\s-]+", " ", name).casefold().strip()


def host_of(address: str) -> str:
    """The host of an address, without `www.`, or nothing: `host_of("http://www.welt.de/a") == "welt.de"`."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:  # brackets without their counterpart
        return ""
    return host.removeprefix("www.")


@dataclass(frozen=True)
class Directory:
    """Outlets by folded name and by host; several share one where a publication changed its name."""

    by_id: Mapping[str, Outlet]
    by_name: Mapping[str, tuple[Outlet, ...]]
    by_host: Mapping[str, tuple[Outlet, ...]]

    def named(self, name: str, on: date | None = None) -> Outlet | None:
        """The outlet that this printed name means, on that day if it is known."""
        return _of_day(self.by_name.get(fold_name(name), ()), on)

    def at(self, address: str, on: date | None = None) -> Outlet | None:
        """The outlet whose address this is; a subdomain belongs to its domain unless it is listed itself."""
        host = host_of(address)
        while host:
            if host in self.by_host:
                return _of_day(self.by_host[host], on)
            host = host.partition(".")[2]
        return None

    def identified(self, name: str) -> Outlet | None:
        """The outlet with this id, or with this name."""
        return self.by_id.get(name) or self.named(name)

    def nearest(self, name: str) -> Outlet | None:
        """The outlet whose id or name is spelt most like this one, if any is like it."""
        spelt = {
            form: outlet for outlet in self.by_id.values() for form in (outlet.id, fold_name(outlet.name))
        }
        close = difflib.get_close_matches(fold_name(name), spelt, n=1)
        return spelt[close[0]] if close else None


def directory(more: Mapping[str, Outlet] | None = None) -> Directory:
    """The lexicon's outlets and those given; a given one replaces the lexicon's with the same id."""
    return _directory(tuple(more.values()) if more else ())


@lru_cache(maxsize=8)
def _directory(more: tuple[Outlet, ...]) -> Directory:
    by_id = {outlet.id: outlet for outlet in (*_known(), *more)}
    by_name: dict[str, tuple[Outlet, ...]] = {}
    by_host: dict[str, tuple[Outlet, ...]] = {}
    for outlet in by_id.values():
        for name in sorted({fold_name(form) for form in _forms(outlet)}):
            by_name[name] = (*by_name.get(name, ()), outlet)
        for host in outlet.hosts:
            by_host[host] = (*by_host.get(host, ()), outlet)
    return Directory(by_id, by_name, by_host)


def _forms(outlet: Outlet) -> Iterable[str]:
    return (outlet.name, *outlet.names, *outlet.hosts)


def _of_day(candidates: tuple[Outlet, ...], on: date | None) -> Outlet | None:
    """The only candidate, or the only one in use on that day; otherwise none."""
    if len(candidates) == 1 or on is None:
        return candidates[0] if len(candidates) == 1 else None
    fitting = [outlet for outlet in candidates if _in_use(outlet, on)]
    return fitting[0] if len(fitting) == 1 else None


def _in_use(outlet: Outlet, on: date) -> bool:
    entry = _entries().get(outlet.id, {})
    since, until = entry.get("since"), entry.get("until")
    return (since is None or since <= on) and (until is None or on <= until)
