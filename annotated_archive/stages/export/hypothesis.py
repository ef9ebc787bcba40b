"""Notes ⇄ Hypothes.is: its annotations as JSON, the way its API and its client's export write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml

from ...model import Anchor, Article
from ...problems import Problem
from ...text.dates import is_day
from ...text.paragraphs import fold
from .addresses import page_address, same_address
from .selectors import NUMBER, Quote, located, page_quote, position


class _Dumper(yaml.SafeDumper):
    """Lists are indented below their key, and texts of several lines are blocks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def represent_str(self, data: str) -> yaml.ScalarNode:
        block = "|" if "\n" in data else None
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=block)


_Dumper.add_representer(str, _Dumper.represent_str)

Entry = dict[str, Any]  # a note as `curation/articles/*.yml` has it

AUTHORITY = "hypothes.is"
GROUP = "__world__"
_USER = re.compile(r"[A-Za-z0-9._]{3,30}")
_ACCOUNT = re.compile(r"acct:([^@]+)@.+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def to_hypothesis(
    articles: Iterable[Article],
    anchors_by_seed: Mapping[str, Sequence[Anchor]],
    site_url: str,
) -> str:
    """The anchored notes as Hypothes.is exports annotations: `{"total": …, "rows": [...]}`.

    Offsets count in the saved text, not on the page; the client takes them as a hint beside the quotation.
    """
    rows = [
        _row(article, anchor, page_address(article, site_url) or "")
        for article in articles
        for anchor in anchors_by_seed.get(article.saved.key, ())
    ]
    return json.dumps({"total": len(rows), "rows": rows}, ensure_ascii=False, indent=1) + "\n"


def from_hypothesis(
    json_text: str, articles_by_address: Mapping[str, Article], file: str
) -> tuple[dict[str, list[Entry]], tuple[Problem, ...]]:
    """Annotations → entries for `notes:` by seed key, and what could not be taken.

    `articles_by_address` is from `addresses.articles_by_address`; `file` is what problems name. Takes the
    API's answer (`rows`), the client's export (`annotations`) and a bare list.
    """
    rows, problems = _read(json_text, file)
    notes: dict[str, list[Entry]] = {}
    for number, row in enumerate(rows, 1):
        entry = _entry(row)
        article = articles_by_address.get(same_address(_text(row, "uri")))
        quotes = _selectors(row)
        what = f"Annotation {number} ({_text(row, 'id') or 'without id'})"
        if row.get("references"):
            finding, remedy = "answers another one.", "Add its text to that note, if it should stay."
        elif article is None:
            finding = f'is on "{_text(row, "uri")}", which is no article\'s page.'
            remedy = "Check `site_url` in mkdocs.yml, or leave this annotation out."
        elif not quotes or not _text(quotes[0], "exact").strip():
            finding, remedy = "is on the whole page.", "Quote the passage that it is about."
        elif not entry["note"]:
            finding, remedy = "only highlights a passage.", "Say something about it, or leave it out."
        else:
            notes.setdefault(article.saved.key, []).append({**_passage(quotes[0], article), **entry})
            continue
        code = "C004" if article is None and not row.get("references") else "C003"
        problems.append(Problem(file, None, code, f"{what} {finding}", remedy))
    return notes, tuple(problems)


def notes_yaml(entries: Sequence[Entry]) -> str:
    """Entries as the `notes:` of a curation file, the way people write them."""
    return yaml.dump({"notes": list(entries)}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


def _row(article: Article, anchor: Anchor, address: str) -> dict[str, Any]:
    note, title = anchor.note, article.description.title
    user = note.by if note.by and _USER.fullmatch(note.by) else None
    row: dict[str, Any] = {
        "uri": address,
        "document": {"title": [fold(title.value)] if title else []},
        "target": [
            {
                "source": address,
                "selector": [position(anchor.span), page_quote(article, anchor.span).selector()],
            }
        ],
        "text": note.text,
        "tags": list(note.tags),
        "group": GROUP,
    }
    if user:
        row["user"] = f"acct:{user}@{AUTHORITY}"
    elif note.by:
        row["user_info"] = {"display_name": note.by}
    if note.date and is_day(note.date):
        row["created"] = row["updated"] = f"{note.date}T00:00:00.000000+00:00"
    return row


def _read(json_text: str, file: str) -> tuple[list[dict[str, Any]], list[Problem]]:
    try:
        content = json.loads(json_text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        remedy = "Export the annotations from Hypothes.is again, as JSON."
        return [], [Problem(file, line, "C003", "This is not JSON.", remedy)]
    if isinstance(content, dict):
        content = content.get("rows", content.get("annotations"))
    if not isinstance(content, list):
        finding = "There are no annotations in this file."
        return [], [Problem(file, None, "C003", finding, "Export them from Hypothes.is as JSON.")]
    rows = [row for row in content if isinstance(row, dict)]
    if len(rows) < len(content):
        finding = f"{len(content) - len(rows)} of the entries are no annotations."
        return rows, [Problem(file, None, "C003", finding, "Export them from Hypothes.is again.")]
    return rows, []


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def _selectors(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The quotations that the annotation's targets are selected by."""
    targets = row.get("target")
    found: list[dict[str, Any]] = []
    for target in targets if isinstance(targets, list) else ():
        selectors = target.get("selector") if isinstance(target, dict) else None
        for selector in selectors if isinstance(selectors, list) else ():
            if isinstance(selector, dict) and selector.get("type") == "TextQuoteSelector":
                found.append(selector)
    return found


def _passage(quote: Mapping[str, Any], article: Article) -> Entry:
    """The words, with what stands around them where they stand more than once in the article."""
    exact, prefix, suffix = (_text(quote, key) for key in ("exact", "prefix", "suffix"))
    found = located(article, exact, prefix, suffix)
    if found is None:
        # A caption, or words that the context does not tell apart: for a person to see.
        found = Quote(*(fold(NUMBER.sub(" ", part)) for part in (exact, prefix, suffix)))
    entry: Entry = {"quote": found.exact}
    if fold(article.saved.text).count(found.exact) > 1:
        entry |= {key: part for key in ("prefix", "suffix") if (part := getattr(found, key))}
    return entry


def _entry(row: Mapping[str, Any]) -> Entry:
    entry: Entry = {"note": _text(row, "text").strip()}
    tags = row.get("tags")
    if isinstance(tags, list) and tags:
        entry["tags"] = [tag for tag in tags if isinstance(tag, str)]
    info = row.get("user_info")
    shown = _text(info, "display_name") if isinstance(info, dict) else ""
    account = _ACCOUNT.fullmatch(_text(row, "user"))
    if by := shown or (account[1] if account else ""):
        entry["by"] = by
    day = _text(row, "created")[:10]
    if _DAY.fullmatch(day) and is_day(day):
        entry["date"] = day
    return entry
