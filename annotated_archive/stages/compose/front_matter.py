"""What is known of an article → front matter: the keys that other programs read. Absent means unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from ...export_values import Tag
from ...fields import SHOWN, Field
from ...text.dates import is_day
from .catalogue import Entry
from .escape import presentable

# YAML breaks long lines otherwise, which makes a diff of one word a diff of three lines.
NO_LINE_BREAKS = 2**31


def article_front_matter(entry: Entry, head: Sequence[Tag] = ()) -> str:
    """The front matter of an article's page, with its fences. `head` is for the theme to print."""
    article = entry.article
    behind: dict[str, dict[str, Any]] = {
        "agencies": {"people": [person.name for person in article.people]},
        "url": {
            "seed": article.saved.label,
            "seed_sha256": article.saved.sha256,
            "citekey": article.address.citekey,
        },
    }
    values: dict[str, Any] = {}
    for field in SHOWN:
        if field.front_matter:
            values |= _values(field, entry)
        values |= behind.get(field.name, {})
    return front_matter(values | {"description": entry.opening}, head)


def _values(field: Field, entry: Entry) -> dict[str, Any]:
    """The keys of one field."""
    found = getattr(entry.article.description, field.name)
    if field.name == "outlet":
        return {"outlet": entry.outlet.name if entry.outlet else None}
    if field.name == "date":
        date = found.value if found else None
        return {"date": date if date and is_day(date) else None, "date_edtf": date}
    if field.several:
        return {field.name: [one.value for one in found]}
    return {field.name: found.value if found else None}


def front_matter(values: Mapping[str, Any], head: Sequence[Tag] = ()) -> str:
    """These values as YAML between fences; what is empty is left out. Each element of `head` is one line."""
    known = {key: _presentable(value) for key, value in values.items() if value}
    dump = yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=NO_LINE_BREAKS)
    return f"---\n{dump}{_head(head)}---\n"


def _head(tags: Sequence[Tag]) -> str:
    if not tags:
        return ""
    elements = [[tag.name, dict(tag.attributes), *([tag.text] if tag.text else [])] for tag in tags]
    lines = (
        yaml.safe_dump(
            _presentable(element),
            allow_unicode=True,
            sort_keys=False,
            width=NO_LINE_BREAKS,
            default_flow_style=True,
        )
        for element in elements
    )
    return "head:\n" + "".join(f"- {line}" for line in lines)


def _presentable(value: Any) -> Any:
    if isinstance(value, list):
        return [_presentable(item) for item in value]
    if isinstance(value, dict):
        return {key: _presentable(item) for key, item in value.items()}
    return presentable(value).strip() if isinstance(value, str) else value
