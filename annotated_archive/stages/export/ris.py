"""CSL-JSON items → RIS, which every reference manager reads; `TY  - NEWS` is a newspaper article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .csl import Item
from .issued import edtf_of
from .lesser_dates import ris_date, year_of
from .names import given_and_suffix, joined, single_field

_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
# The standard ends lines so, and some readers take nothing else.
END_OF_LINE = "\r\n"


def ris(items: Iterable[Item]) -> str:
    """The items as an RIS file."""
    lines: list[str] = []
    for item in items:
        lines += [f"{tag}  - {_one_line(value)}" for tag, value in _tags(item)]
        lines += ["ER  - ", ""]
    return "".join(line + END_OF_LINE for line in lines)


def _one_line(value: str) -> str:
    return _BREAKS.sub(" ", value).strip()


def _tags(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", item["id"]
    for name in item.get("author", ()):
        yield "AU", _name(name)
    for tag, key in (("TI", "title"), ("T2", "container-title")):
        if key in item:
            yield tag, item[key]
    edtf = edtf_of(item)
    if year := year_of(edtf):
        yield "PY", year
        yield "DA", ris_date(edtf)
    yield from zip(("SP", "EP"), first_and_last_page(item.get("page", "")), strict=False)
    for tag, key in (("IS", "issue"), ("SE", "section")):
        if key in item:
            yield tag, item[key]
    if address := item.get("URL") or item.get("archive_location"):
        yield "UR", address
    if "language" in item:
        yield "LA", item["language"]
    if "URL" in item and "archive_location" in item:
        yield "AV", item["archive_location"]
    # One field: Zotero makes a note of its own of each.
    if remarks := item.get("note", "").splitlines():
        yield "N1", "; ".join(remarks)


def first_and_last_page(page: str) -> list[str]:
    """The ends of "5–6", or the one page."""
    return [end for end in re.split(r"\s*[-–]\s*", page) if end][:2]


def _name(name: dict[str, str]) -> str:
    if "family" not in name:
        return single_field(name["literal"])
    family = joined(name.get("dropping-particle"), joined(name.get("non-dropping-particle"), name["family"]))
    # "Sample, Martin, Jr." would be the standard's form, which Pandoc reads as a first name "Jr.".
    return f"{family}, {given_and_suffix(name, ' ')}"
