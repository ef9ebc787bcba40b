"""A walk over the tables of kinds, fields and exports: the places that do not carry one of their lines.

As a program (`python -m tests.tables`) it prints what is missing, one place a line.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console

import annotated_archive
from annotated_archive.commands.explain import explain
from annotated_archive.commands.inspection import as_json
from annotated_archive.fields import FIELDS, Field
from annotated_archive.kinds import Fate, Kind, Role
from annotated_archive.knowledge.curation import Curation
from annotated_archive.knowledge.curation.schemas import schema_texts
from annotated_archive.knowledge.outlets import directory
from annotated_archive.model import Archive, Certainty, CuratedArticle, Description, Found, Segment
from annotated_archive.results import Understood
from annotated_archive.stages.describe.overrule import overrule
from annotated_archive.stages.export import csl_item, csv_table, data_files
from annotated_archive.stages.export.bibliography import FORMATS
from annotated_archive.text.paragraphs import paragraphs
from annotated_archive.text.reader_text import beside, reader_text
from annotated_archive.words.yaml_text import plain_yaml

from .compose_samples import BOTE, article, front_matter, pages

PACKAGE = Path(annotated_archive.__file__).parent
LANGUAGES = sorted((PACKAGE / "words" / "languages").glob("*.yml"))
STYLES = "".join(file.read_text("utf-8") for file in (PACKAGE / "renderer/theme/assets").glob("*.css"))
SAMPLES: dict[str, Any] = {
    "comments_declared": 7,
    "date": "2021-03-05",
    "lang": "fr",
    "outlet": "bote",
    "url": "https://bote.example/lokales",
}
SAID = "Lokales vom Weiher"
# These fill a variable of CSL in a form of their own, or none by intention.
CSL_BY_HAND = {"title": "title", "outlet": "container-title", "authors": "author", "date": "issued"}
CSL_BY_HAND |= {"url": "URL", "lang": "language"}


WORDS = {file.name: plain_yaml(file.read_text("utf-8")) for file in LANGUAGES}


def wordless(keys: list[str]) -> Iterator[str]:
    """The languages that lack one of these words of the interface."""
    for name, words in WORDS.items():
        yield from (f"words/languages/{name}: {key}" for key in keys if key not in words)


def missing_of_kind(kind: Kind) -> Iterator[str]:
    """Where a kind of the table is not carried."""
    keys = [kind.label, f"fate.{kind.fate}", *([kind.section] if kind.section else [])]
    without = list(wordless(keys))
    yield from without
    if f".parts > .{kind.fate}" not in STYLES and kind.fate is not Fate.KEPT:
        yield f"renderer/theme/assets/folds.css: .{kind.fate}"
    parts = [(Kind.TITLE, "Titel"), (Kind.BODY, "Ein Absatz."), (kind, SAID), (Kind.BODY, "Noch einer.")]
    one = article("2021/a", parts=[(Kind.CAPTION, "Ein Bild"), *parts])
    if without:
        return
    page = pages(one)["2021/a.md"].partition('<details class="seed"')
    shown = kind.role is not Role.NONE or kind is Kind.COMMENT
    shown = shown or kind is Kind.CREDIT  # beside a caption, or among the facts
    if kind.role is Role.BESIDE and f"{{: #{kind.section} .apparatus }}" not in page[0]:
        yield f"stages/compose/article.py: the section {kind.section}"
    if kind.role is not Role.NONE and SAID not in page[0]:
        yield "stages/compose/article.py: its text"
    if not shown and SAID in page[0]:
        yield "stages/compose/article.py: a part that is not shown is"
    if kind is not Kind.BLANK and f'<li class="{kind.fate}" id="seed-7">' not in page[2]:
        yield "stages/compose/seed.py: its fate"
    if kind.in_text != any(p.text == SAID for p in paragraphs(one.saved.text, one.segments)):
        yield "text/paragraphs.py: a paragraph"
    if kind.readable != (SAID in reader_text(one.saved, one.segments).joined):
        yield "text/reader_text.py: what can be quoted"
    if (kind.role is Role.BESIDE) != (SAID in beside(one.saved, one.segments).joined):
        yield "text/reader_text.py: what can be quoted beside the text"
    console = Console(file=io.StringIO(), width=200)
    for line in explain(inspected(Description(), one.segments)):
        console.print(line)


def inspected(description: Description, segments: tuple[Segment, ...] = ()) -> dict[str, object]:
    """What `inspect` prints for an article, by way of JSON."""
    understood = Understood(article("2021/a").saved, segments, description, (), (), (), (), ())
    answer: dict[str, object] = json.loads(json.dumps(as_json(understood, Curation(), ())))
    return answer


def missing_of_field(field: Field) -> Iterator[str]:
    """Where a field of the table is not carried."""
    name = field.name
    without = list(wordless([f"fact.{field.fact}"] if field.fact else []))
    yield from without
    if isinstance(getattr(Description(), name), tuple) != field.several:
        yield f"model.py: Description.{name} has one value where the table has several, or the reverse"
        return
    said = SAMPLES.get(name, SAID)
    keys = json.loads(schema_texts()["article.json"])["properties"]
    if field.curated != (name in keys):
        yield "knowledge/curation/forms.py: what a person may decide"
    if field.hint and keys.get(name, {}).get("description") != field.hint:
        yield "knowledge/curation/forms.py: its hint"
    curated = CuratedArticle("a", "curation/articles/a.yml", {name: (said,) if field.several else said})
    known, problems = overrule(Description(), curated, directory({"bote": BOTE}))
    if field.curated and (problems or not getattr(known, name)):
        yield "stages/describe/overrule.py: what a person decided"
        return
    if not field.curated:
        known = replace(Description(), **{name: Found(said, None, "rule", Certainty.STATED)})
    found = getattr(known, name)
    answer = inspected(known)
    if answer.get(name) in (None, []) or name not in answer["evidence"]:  # type: ignore[operator]
        yield "commands/inspection.py: value and evidence"
    whole = article("2021/a")
    one = replace(whole, description=replace(whole.description, **{name: found}))
    (row,) = csv.DictReader(io.StringIO(csv_table([one], {}, None).removeprefix("\ufeff")))
    if not row.get(name) or (field.columns == 2) != bool(row.get(f"{name}_certainty")):
        yield "stages/export/table.py: its columns"
    item = csl_item(one, {}, None)
    if (field.csl or CSL_BY_HAND.get(name, "id")) not in item:
        yield "stages/export/csl.py: its variable"
    if without:
        return
    if field.front_matter != (name in front_matter(pages(one)["2021/a.md"])):
        yield "stages/compose/front_matter.py: its key"
    facts = (
        pages(one, language="en")["2021/a.md"].partition("#facts")[2].partition('<details class="seed"')[0]
    )
    if field.fact and name not in SAMPLES and said not in facts:
        yield "stages/compose/facts.py: its line"


def missing_of_files() -> Iterator[str]:
    """The words that an export lacks: on the page of data, and beside an article."""
    archive = Archive((article("2021/a"),), {}, {"bote": BOTE})
    for file in data_files(archive, "https://archiv.example"):
        keys = [f"data.{file.offered.file}", f"data.count.{file.kind}"]
        yield from (f"file {file.offered.file}: {place}" for place in wordless(keys))
    for form in FORMATS:
        yield from (f"format {form.name}: {place}" for place in wordless([f"cite.for.{form.ending}"]))


def missing() -> list[str]:
    """Every place that a line of these tables lacks."""
    known, listed = set(Description.__dataclass_fields__), {field.name for field in FIELDS}
    if known != listed:
        return [f"field {n}: {'fields.py' if n in known else 'model.py'}" for n in sorted(known ^ listed)]
    kinds = [f"kind {kind}: {place}" for kind in Kind for place in missing_of_kind(kind)]
    fields = [f"field {f.name}: {place}" for f in FIELDS for place in missing_of_field(f)]
    return [*kinds, *fields, *missing_of_files()]


if __name__ == "__main__":
    print("\n".join(missing()))
