"""Export: the archive in the forms that reference managers, spreadsheets and annotation tools read.

Comes in: articles, outlets and anchored notes. Goes out: texts and head elements. Nothing is written here,
and what an edition may show is decided before: give only what may be published.
"""

from ...export_values import Tag
from .addresses import articles_by_address, page_address, same_address
from .bibtex import bibtex
from .cite_this import cite_this
from .cited_works import cited_works
from .csl import csl_item, csl_json
from .data_files import data_files, exports
from .head import as_html, head_metadata
from .hypothesis import from_hypothesis, notes_yaml, to_hypothesis
from .references import STYLES, Reference, reference, references
from .ris import ris
from .table import csv_table
from .web_annotation import annotation_collection

__all__ = [
    "STYLES",
    "Reference",
    "Tag",
    "annotation_collection",
    "articles_by_address",
    "as_html",
    "bibtex",
    "cite_this",
    "cited_works",
    "csl_item",
    "csl_json",
    "csv_table",
    "data_files",
    "exports",
    "from_hypothesis",
    "head_metadata",
    "notes_yaml",
    "page_address",
    "reference",
    "references",
    "ris",
    "same_address",
    "to_hypothesis",
]
