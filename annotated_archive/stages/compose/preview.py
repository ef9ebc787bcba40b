"""A cited work → what a reader sees of it beside a citation: title, source, and the words in question."""

from __future__ import annotations

from ...essays import ResolvedItem
from ...text.dates import display
from ...words.languages import Interface
from .brief import brief
from .catalogue import Entry, shorten
from .escape import Markdown, escape
from .highlights import position

# A glance: longer passages are read on the article's page.
CONTEXT, LONGEST_PASSAGE = 70, 260


def preview(entry: Entry, item: ResolvedItem, words: Interface) -> Markdown:
    """Title, outlet and date, and the quoted passage, the cited paragraph or how the article begins."""
    parts = [entry.outlet.name] if entry.outlet else []
    parts.append(display(entry.date, words.language) if entry.date else words("undated"))
    return Markdown(
        f"<strong>{escape(entry.title)}</strong>"
        f'<span class="source">{escape(" · ".join(parts), starts_line=False)}</span>'
        f"<span>{_passage(entry, item)}</span>"
    )


def _passage(entry: Entry, item: ResolvedItem) -> Markdown:
    cited = next((p for p in entry.paragraphs if p.id == item.paragraph), None)
    if cited is None:
        return escape(entry.teaser)
    place = position(cited.spans, entry.article.saved.text, item.span) if item.span else None
    if place is None:
        return escape(shorten(cited.text, LONGEST_PASSAGE))
    start, end = place
    before = _last_words(cited.text[:start])
    after = brief(cited.text[end:], CONTEXT)
    quoted = brief(cited.text[start:end], LONGEST_PASSAGE)
    return Markdown(f"{escape(before)}<mark>{escape(quoted)}</mark>{escape(after)}")


def _last_words(text: str) -> str:
    if len(text) <= CONTEXT:
        return text
    return "… " + text[-CONTEXT:].partition(" ")[2]
