"""An invented archive of 80 articles, with dates and authors of every form, to build and give to other tools.

The values that are right are those of `exchange/dates.yml` and `exchange/names.yml`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from annotated_archive.words.yaml_text import plain_yaml

HERE = Path(__file__).parent / "exchange"
SIZE = 80
BODY = """
Der Rat der Stadt hat am Abend lange über den alten Hafen beraten und am Ende alles vertagt, wie es hieß.

Die Kosten sind noch nicht bekannt, und auch über den Zeitplan wird in der Verwaltung weiter gestritten.

Am Ende ging der Rat auseinander, ohne dass jemand gesagt hätte, wann er wieder zusammenkommen will.
"""
TITLES = ('Der "alte" Hafen', "Rat & Tat: 50 %", "Was kostet {Ruhe}?", "Die Brücke", "Größe_und_Maß #1")


class Invented(NamedTuple):
    """An article with what is right about it; `date` and `name` are entries of the tables."""

    title: str
    edtf: str
    printed: str
    date: dict[str, Any]
    name: dict[str, Any]


@cache
def invented() -> list[Invented]:
    """The articles: each form of a date and of a name at least once."""
    dates, names = (
        list(plain_yaml((HERE / f"{table}.yml").read_text("utf-8")).items()) for table in ("dates", "names")
    )
    made: list[Invented] = []
    for i in range(SIZE):
        (edtf, date), (printed, name) = dates[i % len(dates)], names[i % len(names)]
        made.append(Invented(f"{TITLES[i % len(TITLES)]} {i}", edtf, printed, date, name))
    return made


def write(root: Path) -> None:
    """Seeds, curation and an empty `docs/` below `root`."""
    for folder in ("seeds", "curation/articles", "docs"):
        (root / folder).mkdir(parents=True)
    (root / "curation" / "outlets.yml").write_text("- {id: beispielblatt, name: Beispielblatt}\n", "utf-8")
    for i, its in enumerate(invented()):
        (root / "seeds" / f"s{i:02}.txt").write_text(f"{its.title}\n{BODY}", "utf-8")
        fields: dict[str, Any] = {
            "title": its.title,
            "date": its.edtf,
            "outlet": "beispielblatt",
            "authors": [its.printed],
            "lang": "de",
        }
        if i % 5 == 0:
            fields |= {"page": "5-6", "section": "Politik", "issue": "59"}
        if i % 2:
            fields["url"] = f"https://beispielblatt.example/{i}?a=1&b=2"
        fields["because"] = dict.fromkeys(fields, "weil")
        (root / "curation" / "articles" / f"s{i:02}.yml").write_text(
            yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), "utf-8"
        )
