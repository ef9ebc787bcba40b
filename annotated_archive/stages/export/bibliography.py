"""The table of formats of reference managers: a line here is offered for each article and for the archive.

Comes in: CSL-JSON items. Goes out: a file in each format. Left to the interface: whom a format is for
(`cite.for.<ending>`, `data.archive.<ending>`); a test names the words that a new line lacks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...export_values import Offered
from .bibtex import bibtex
from .csl import Item, csl_json
from .ris import ris


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what the field calls it, its files' ending and media type, and what writes it."""

    name: str
    ending: str
    media_type: str
    write: Callable[[list[Item]], str]


FORMATS: tuple[Format, ...] = (
    Format("BibTeX", "bib", "application/x-bibtex", bibtex),
    Format("RIS", "ris", "application/x-research-info-systems", ris),
    Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl_json),
)


def bibliography(items: list[Item], name: str) -> tuple[Offered, ...]:
    """Items in every format, as files of this name."""
    return tuple(Offered(f.name, f"{name}.{f.ending}", f.media_type, f.write(items)) for f in FORMATS)
