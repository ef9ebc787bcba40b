"""The archive → files about all of it: references, a table of the articles, and the notes.

The page of data lists them; each needs its words there, `data.<file>`. A test names those that are missing.
"""

from __future__ import annotations

from functools import partial

from ...export_values import DataFile, Exports, Offered
from ...model import Archive
from .bibliography import bibliography
from .cite_this import EVERYWHERE, cite_this
from .csl import csl_item
from .hypothesis import to_hypothesis
from .table import csv_table
from .web_annotation import annotation_collection

NAME, NOTES = "archive", "notes"
CSV, JSON, JSON_LD = "text/csv", "application/json", "application/ld+json"


def exports(archive: Archive, site_url: str | None, language: str = EVERYWHERE) -> Exports:
    """Everything that the archive's pages offer in the site's `language` (BCP 47).

    `site_url` is where they are published, if that is known.
    """
    cite = partial(cite_this, outlets=archive.outlets, site_url=site_url, language=language)
    return Exports(cite, data_files(archive, site_url))


def data_files(archive: Archive, site_url: str | None) -> tuple[DataFile, ...]:
    """The files in the order in which they are offered. Hypothes.is knows pages by their addresses only."""
    articles, outlets = archive.articles, archive.outlets
    notes = {article.saved.key: article.notes for article in articles}
    count = sum(map(len, notes.values()))
    items = [csl_item(article, outlets, site_url) for article in articles]
    table = Offered("CSV", f"{NAME}.csv", CSV, csv_table(articles, outlets, site_url))
    collection = annotation_collection(articles, notes, site_url)
    files = [DataFile(file, "references", len(items)) for file in bibliography(items, NAME)]
    files.append(DataFile(table, "table", len(items)))
    files.append(DataFile(Offered("Web Annotation", f"{NOTES}.jsonld", JSON_LD, collection), "notes", count))
    if site_url:
        rows = to_hypothesis(articles, notes, site_url)
        files.append(DataFile(Offered("Hypothes.is", f"{NOTES}-hypothesis.json", JSON, rows), "notes", count))
    return tuple(files)
