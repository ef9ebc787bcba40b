"""An article → a CSL-JSON item, the form from which all references and bibliographies are made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ...fields import SHOWN
from ...model import Article, Outlet
from ...text.dates import is_day
from ...text.paragraphs import fold
from .addresses import page_address
from .issued import EDTF, csl_date
from .names import csl_name, plain_name

Item = dict[str, Any]
# What the note of one of our items begins with.
SEED = "Seed: "


def outlet_name(article: Article, outlets: Mapping[str, Outlet]) -> str | None:
    """The outlet's name as readers know it, or as printed when nobody has described it."""
    outlet = article.description.outlet
    if outlet is None:
        return None
    return outlets[outlet.value].name if outlet.value in outlets else outlet.value


def csl_item(article: Article, outlets: Mapping[str, Outlet], site_url: str | None) -> Item:
    """The article as a CSL-JSON item; what is not known is not in it.

    Agencies are no authors. `URL` is where the outlet published it, `archive_location` the archive's page.
    """
    known, saved = article.description, article.saved
    item: Item = {"id": article.address.citekey, "type": "article-newspaper"}
    if known.title:
        item["title"] = fold(known.title.value)
    if outlet := outlet_name(article, outlets):
        item["container-title"] = fold(outlet)
    if known.authors:
        item["author"] = [csl_name(author.value) for author in known.authors]
    if known.date and (issued := csl_date(known.date.value)):
        item["issued"] = issued
    for field in SHOWN:
        if field.csl and (printed := getattr(known, field.name)):
            item[field.csl] = fold(printed.value)
    if known.url:
        item["URL"] = known.url.value.strip()
    if known.lang:
        item["language"] = known.lang.value
    if address := page_address(article, site_url):
        item["archive_location"] = address
    remarks = [f"{SEED}{saved.label}", f"SHA-256: {saved.sha256}"]
    if known.date and not is_day(known.date.value):
        remarks.append(f"{EDTF}{known.date.value}")
    item["note"] = "\n".join(remarks)
    return item


def csl_json(items: Iterable[Item]) -> str:
    """Items as a CSL-JSON file, one of them a line; names in the form that Zotero reads as well."""
    lines = ",\n".join(json.dumps(_for_others(item), ensure_ascii=False) for item in items)
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def _for_others(item: Item) -> Item:
    """The item with the archive's page for an unknown address, and without fields for particles."""
    made = {key: [plain_name(name) for name in v] if key == "author" else v for key, v in item.items()}
    if "URL" not in made and "archive_location" in made:
        made["URL"] = made["archive_location"]
    return made
