"""What the archive knows of a page → the fields by which the search filters, sorts and finds it beside its
text.

Comes in: the facts that the build left for the search (`.search.json`), and a document. Goes out: its
`Fields`. Hidden words are found and never shown: other spellings of names, parts of compounds, keys for dates
and for short words in capitals. A key begins with a sign that no text has, so that nobody meets one by
accident.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

from ...text.letters import plain
from ...text.spelling import spelling_key
from ...text.transliteration import spellings
from ...words import lexicon
from .compounds import WORD, Splitter
from .documents import Block, Document

Facts = dict[str, Any]
# Before a key. Pagefind finds by the first letters, so a short word has the sign behind it as well.
KEY = "q7"
TITLES = frozenset({"title", "kicker"})
# Short words in capitals mean something else than the same letters in a sentence: "IS", "UN", "US", "WHO".
_CAPITALS = re.compile(r"(?<![^\W_])[A-ZÄÖÜ][A-ZÄÖÜ0-9]{1,3}(?![^\W_])")
_NAME_WORD = re.compile(r"[^\W\d_]{3,}")
_ELIDED = re.compile(r"(?<![^\W_])[^\W\d_]{1,4}['’]([^\W\d_]{3,})")
_SPECIAL = frozenset("œæŒÆłŁøØđĐıþð")
# "Vor- und Nachteile", "Innen-, Außen- und Verteidigungsminister": the words with a hyphen, and the last one.
_JOINING = lexicon.alternatives("search", "joining")
_SUSPENDED = re.compile(rf"(?<![\w-])((?:[^\W\d_]{{2,}}-, )*[^\W\d_]{{2,}}-) (?:{_JOINING}) ([^\W\d_]{{6,}})")
_HEAD, _TAIL = re.compile(r"([^\W\d_]+)[-‐¬]$"), re.compile(r"[a-zäöüßà-ÿ]+")
SHOUTED = 0.7  # more capitals than that, and they say nothing
# Names that end so take no s in the genitive.
_HISSING = ("s", "x", "z", "ß")


@dataclass
class Fields:
    """`hidden` and `shown` are Pagefind's metadata by name, `filters` its filters, `sort` a day as
    YYYYMMDD.
    """

    filters: dict[str, list[str]] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    hidden: dict[str, str] = field(default_factory=dict)
    sort: int = 0


def fields(page: Document, known: Facts, archive: Facts, splitter: Splitter | None) -> Fields:
    """The fields of a page; `known` is what the build said of it, `archive` of everybody."""
    found = Fields(sort=known.get("sort", 0))
    people = [archive["people"][p] for p in known.get("people", ()) if p in archive.get("people", {})]
    outlet = archive.get("outlets", {}).get(known.get("outlet"), {})
    found.filters = {
        "kind": [page.kind],
        "apart": [] if page.kind == "article" else [page.kind],  # small: it is loaded for each first search
        "language": [page.language],
        "outlet": [outlet["name"]] if outlet else [],
        "year": [known["year"]] if "year" in known else [],
        "person": [person["name"] for person in people],
        "tag": [*known.get("tags", []), *page.tags],
    }
    found.shown = {
        "date": known.get("date", ""),
        "day": f"{KEY}s{known.get('sort', 0)}",
        "sure": KEY + known["sure"] if "sure" in known else "",
        "author": ", ".join(known.get("authors", ())),
        "outlet": " · ".join(dict.fromkeys([outlet["name"], *outlet["names"]])) if outlet else "",
    }
    # What is hidden of a headline counts more, in articles: a person's page has little else.
    heading = [block for block in page.blocks if block.part in TITLES and page.kind == "article"]
    text = [block for block in page.blocks if block not in heading]
    title = plain(" ".join(block.text for block in heading)).lower()
    groups = [group for person in people for group in name_groups(person)]
    in_title = set(WORD.findall(title))
    own = archive.get("people", {}).get(known.get("person"))  # whose page it is
    if own:
        groups = list(name_groups(own))
        found.filters["person"] = [own["name"]]
    titled = [word for group in groups if in_title & {*group} for word in group]
    found.hidden = {
        "near": _words(
            [
                *_parts(heading, splitter),
                *completed(heading, splitter),
                *capitals(heading),
                *_written_otherwise(heading),
                *titled,
            ]
        ),
        "also": _words(
            [
                *_parts(text, splitter),
                *completed(text, splitter),
                *capitals(text),
                *_written_otherwise(text),
                *_broken(text),
                *(f"{KEY}d{day}" for day in known.get("days", ())),
                known.get("citekey", ""),
                *_short_names((*known.get("authors", ()), *outlet.get("names", ()), outlet.get("name", ""))),
            ]
        ),
        "names": " | ".join(" ".join(group) for group in groups),
    }
    return found


def name_groups(person: Facts) -> tuple[tuple[str, ...], ...]:
    """The spellings of each word of a person's names, plain: `("lawrow", "lavrov", …)`."""
    return _groups((person["name"], *person.get("names", ())))


@lru_cache(1 << 14)
def _groups(names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    groups: dict[str, dict[str, None]] = {}
    for name in names:
        for word, others in spellings(_NAME_WORD.findall(name)).items():
            group = groups.setdefault(spelling_key(word), {})
            group[word] = None
            group.update(dict.fromkeys(others))
            if not word.endswith(_HISSING):
                group[f"{word}s"] = None
    return tuple(tuple(group) for group in groups.values())


def capitals(blocks: Iterable[Block]) -> Iterable[str]:
    """Keys of the short words in capitals: `q7isq7` for "IS"."""
    for block in blocks:
        words = _CAPITALS.findall(block.text)
        if words and not _is_shouted(block.text):
            yield from (f"{KEY}{word.lower()}{KEY}" for word in words)


def _is_shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 5 and sum(map(str.isupper, letters)) > SHOUTED * len(letters)


def _short_names(names: Iterable[str]) -> Iterable[str]:
    """Keys of agencies and outlets with short names: "dpa", "TZ", however a reader writes them."""
    return (f"{KEY}{name.lower()}{KEY}" for name in names if 1 < len(name) <= 4 and name.isalnum())


def _parts(blocks: Iterable[Block], splitter: Splitter | None) -> Iterable[str]:
    if splitter is None:
        return
    for block in blocks:
        for word in WORD.findall(block.text):
            yield from splitter.parts(word)


def completed(blocks: Iterable[Block], splitter: Splitter | None) -> Iterable[str]:
    """Words whose second part stands with another word only: "vorteile" of "Vor- und Nachteile"."""
    if splitter is None:
        return
    for block in blocks:
        for heads, last in _SUSPENDED.findall(block.text):
            if tail := splitter.tail(last):
                yield from (f"{head}{tail}".lower() for head in re.findall(r"(\w+)-", heads))


def _written_otherwise(blocks: Iterable[Block]) -> Iterable[str]:
    """Words behind an elided one ("l’hôpital"), and those with letters that nobody may have a key for."""
    for block in blocks:
        if "'" in block.text or "’" in block.text:
            yield from (word.lower() for word in _ELIDED.findall(block.text))
        if not _SPECIAL.isdisjoint(block.text):
            words = WORD.findall(block.text)
            yield from (plain(word).lower() for word in words if not _SPECIAL.isdisjoint(word))


def _broken(blocks: Sequence[Block]) -> Iterable[str]:
    """Words that a line's end broke, where it was taken for the end of a paragraph."""
    for block, following in pairwise(blocks):
        head = _HEAD.search(block.text[-40:]) if block.text[-1] in "-‐¬" else None
        tail = _TAIL.match(following.text)
        if head and tail:
            yield f"{head[1]}{tail[0]}".lower()


def _words(words: Iterable[str]) -> str:
    """Each word once, in order."""
    return " ".join(word for word in dict.fromkeys(words) if word)
