"""The exports of the whole archive → files among the pages, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator

from babel.units import format_unit

from ...export_values import DataFile
from ...model import Page
from ...words.languages import Interface
from . import paths as places
from .printing import list_page

KILOBYTE, MEGABYTE = 1_000, 1_000_000


def data_pages(files: tuple[DataFile, ...], words: Interface) -> Iterator[Page]:
    """Every file beside the page that says what it is."""
    here = places.DATA
    rows = []
    for file in files:
        offered = file.offered
        text = offered.text.encode("utf-8", "replace").decode()  # curation may have lone surrogates
        there = places.data_place(offered.file)
        yield Page(there, text)
        rows.append(
            (
                offered,
                places.link(here, there),
                words(f"data.count.{file.kind}", n=file.count),
                _size(len(text.encode()), words),
                words(f"data.{offered.file}"),
            )
        )
    yield list_page(
        here,
        "data",
        words,
        words("title.data"),
        rows=rows,
        all_articles=places.link(here, places.ALL_ARTICLES),
    )


def _size(bytes_: int, words: Interface) -> str:
    """A file's size as readers know it: `4,2 kB`."""
    unit, size = ("megabyte", MEGABYTE) if bytes_ >= MEGABYTE else ("kilobyte", KILOBYTE)
    digits = "#,##0.#" if bytes_ < 10 * size else "#,##0"
    return str(format_unit(bytes_ / size, unit, "short", digits, locale=words.locale))
