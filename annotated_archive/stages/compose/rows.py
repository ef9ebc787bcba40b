"""An article as a row of a list: title, source, a line of its text, and where it names a person."""

from __future__ import annotations

from dataclasses import dataclass

from ...text.dates import display
from ...words.languages import Interface
from . import paths as places
from .catalogue import Entry
from .escape import Markdown, escape
from .language import foreign, in_attribute_list, marked


@dataclass(frozen=True)
class Row:
    """What `rows.md.j2` prints. `passages` link to the paragraphs that name the page's person."""

    title: Markdown
    source: Markdown
    teaser: Markdown | None = None
    mentioned: str | None = None
    passages: tuple[Markdown, ...] = ()


def row(entry: Entry, words: Interface, here: str, person: str | None = None, brief: bool = False) -> Row:
    """The row of an article on the page `here`: the page of `person`, if given; `brief` without its text."""
    language = foreign(entry, words)
    attributes = f"{{{in_attribute_list(language)} }}" if language else ""
    title = escape(entry.title, starts_line=False)
    return Row(
        title=Markdown(f"[{title}]({places.link(here, entry.place)}){attributes}"),
        source=_source(entry, words, here),
        teaser=None if brief or not entry.teaser else marked(entry.teaser, language),
        mentioned=words("mentions", n=len(entry.mentions[person])) if person else None,
        passages=tuple(
            Markdown(f"[¶ {passage.number}]({places.link(here, entry.place, passage.id)})")
            for passage in (entry.passages(person) if person else ())
        ),
    )


def _source(entry: Entry, words: Interface, here: str) -> Markdown:
    """Outlet and date; a page does not link to itself."""
    parts: list[str] = []
    if entry.outlet:
        name, place = escape(entry.outlet.name), places.outlet_place(entry.outlet.id)
        parts.append(name if here == place else f"[{name}]({places.link(here, place)})")
    date = display(entry.date, words.language) if entry.date else words("undated")
    parts.append(escape(date, starts_line=False))
    return Markdown(" · ".join(parts))
