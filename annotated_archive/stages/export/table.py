"""Articles → a CSV table for spreadsheets and statistics: one row an article, each fact with its certainty.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula and would run what a saved page
wrote there; such a cell gets an apostrophe before it. The byte-order mark tells Excel that it is UTF-8.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from ...fields import FIELDS
from ...model import Article, Found, Outlet
from ...text.dates import is_day
from ...text.paragraphs import fold
from .addresses import page_address
from .csl import outlet_name

BYTE_ORDER_MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BETWEEN = "; "  # several values in one cell
FACTS = tuple(field for field in FIELDS if field.columns == 2)
REMARKS = tuple(field for field in FIELDS if field.columns == 1)
COLUMNS = (
    "citekey",
    "address",
    *(column for field in FACTS for column in (field.name, f"{field.name}_certainty")),
    "date_edtf",
    "people",
    *(field.name for field in REMARKS),
    "seed",
    "seed_sha256",
)


def csv_table(articles: Iterable[Article], outlets: Mapping[str, Outlet], site_url: str | None) -> str:
    """The table with a heading. `date` is there only when it is known to the day; `date_edtf` always."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for article in articles:
        row = _row(article, outlets, site_url)
        writer.writerow({key: no_formula(value) for key, value in row.items()})
    return BYTE_ORDER_MARK + stream.getvalue()


def no_formula(value: str) -> str:
    """A cell that no spreadsheet calculates: `no_formula("=1+1") == "'=1+1"`."""
    return f"'{value}" if value.lstrip(" ").startswith(FORMULA) else value


def _row(article: Article, outlets: Mapping[str, Outlet], site_url: str | None) -> dict[str, str]:
    known = article.description
    row = {
        "citekey": article.address.citekey,
        "address": page_address(article, site_url) or article.address.path,
        "date_edtf": known.date.value if known.date else "",
        "people": BETWEEN.join(fold(person.name) for person in article.people),
        "seed": article.saved.label,
        "seed_sha256": article.saved.sha256,
    }
    for field in (*FACTS, *REMARKS):
        found = getattr(known, field.name)
        values: tuple[Found[Any], ...] = found if isinstance(found, tuple) else (found,) if found else ()
        row[field.name] = BETWEEN.join(fold(str(value.value)) for value in values)
        if field in FACTS:
            row[f"{field.name}_certainty"] = BETWEEN.join(value.certainty for value in values)
    row["outlet"] = fold(outlet_name(article, outlets) or "")
    if known.date and not is_day(known.date.value):
        row["date"] = ""
    return row
