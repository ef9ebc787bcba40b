"""Outlets: which publication a printed name or an address means."""

from __future__ import annotations

from datetime import date

import pytest

from annotated_archive.knowledge.outlets import directory, host_of, known_outlets
from annotated_archive.model import Outlet

GIVEN = {
    "beispielblatt": Outlet(
        "beispielblatt",
        "Beispielblatt",
        ("Das Beispiel-Blatt",),
        ("beispielblatt.example", "en.beispiel.example"),
    )
}


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Beispielblatt", "beispielblatt"),
        ("BEISPIELBLATT", "beispielblatt"),
        ("das Beispiel Blatt", "beispielblatt"),
        ("beispielblatt.example", "beispielblatt"),
        ("Anderes Blatt", None),
        ("", None),
    ],
)
def test_a_printed_name_means_an_outlet(printed: str, found: str | None) -> None:
    outlet = directory(GIVEN).named(printed)
    assert (outlet.id if outlet else None) == found


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://www.beispielblatt.example/a?b=c", "beispielblatt"),
        ("http://sport.beispielblatt.example", "beispielblatt"),
        ("beispielblatt.example/a", "beispielblatt"),
        ("https://beispiel.example", None),
        ("https://notbeispielblatt.example", None),
    ],
)
def test_an_address_means_an_outlet(address: str, found: str | None) -> None:
    outlet = directory(GIVEN).at(address)
    assert (outlet.id if outlet else None) == found


def test_a_name_depends_on_the_day() -> None:
    """Where one publication followed another at the same address, the day decides; without it, nothing."""
    known = directory()
    assert known.at("spiegel.de", date(2015, 9, 16)) == known_outlets()["spiegel-online"]
    assert known.at("spiegel.de", date(2021, 9, 16)) == known_outlets()["spiegel"]
    assert known.at("spiegel.de") is None


def test_a_given_outlet_replaces_the_lexicons() -> None:
    mine = {"welt": Outlet("welt", "Mein Name", (), ())}
    assert directory(mine).identified("welt") == mine["welt"]


def test_the_nearest_outlet_is_named() -> None:
    known = directory(GIVEN)
    nearest = known.nearest("beispielblat")
    assert nearest is not None
    assert nearest.id == "beispielblatt"
    assert known.nearest("qqqqqqqqq") is None


def test_no_two_outlets_share_a_name_or_host_without_dates() -> None:
    """Else the name would mean nothing."""
    known = directory()
    for shared in (known.by_name, known.by_host):
        ambiguous = {
            name: outlets
            for name, outlets in shared.items()
            if len(outlets) > 1 and not {outlet.id for outlet in outlets} <= {"spiegel-online", "spiegel"}
        }
        assert ambiguous == {}


def test_every_outlet_is_found_by_its_names_and_hosts() -> None:
    known = directory()
    for outlet in known_outlets().values():
        for day in (date(2015, 1, 1), date(2024, 1, 1)):
            found = {
                *(known.named(name, day) for name in (outlet.name, *outlet.names)),
                *(known.at(host, day) for host in outlet.hosts),
            }
            if outlet.id not in ("spiegel-online", "spiegel"):
                assert found == {outlet}


@pytest.mark.parametrize(
    ("address", "host"),
    [("http://www.welt.de/politik", "welt.de"), ("welt.de", "welt.de"), ("", ""), ("http://[broken", "")],
)
def test_hosts(address: str, host: str) -> None:
    assert host_of(address) == host
