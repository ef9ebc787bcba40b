"""A page's citations → Markdown: links with a readable short form, previews, verdicts, and the references.

The links name Markdown files, so MkDocs resolves and checks them like any other link of the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...essays import Essays, Resolved, ResolvedItem
from ...text.dates import display
from ...text.html_words import words_of_html
from ...text.pandoc_citations import IN_TEXT
from ...words.languages import Interface
from .catalogue import Entry
from .escape import Markdown, escape
from .note_text import safe
from .paths import FOLDER, between
from .preview import preview
from .short_form import ShortForm, short_form_of_entry, short_form_of_work, short_forms
from .sorting import sort_key

# As Python-Markdown reads headings, in quotations and lists too: no space needs to stand behind the sign.
_HEADING = re.compile(r"[ \t>*+-]*#")
_UNDERLINE = re.compile(r"[ \t>]*(?:=+|-+)[ \t]*(?:\n|\Z)")


class CitedPage:
    """The citations of one page, with the articles (by address) and other works that they may mean."""

    def __init__(
        self, citations: Sequence[Resolved], entries: Mapping[str, Entry], essays: Essays, words: Interface
    ) -> None:
        self.page = citations[0].page
        self.words = words
        self.works = essays.works
        self.full = essays.references
        items = [item for citation in citations for item in citation.items if item.known]
        self.entries = {
            i.written.key: entries[i.article] for i in items if i.article and i.article in entries
        }
        known = [i.written.key for i in items if i.written.key in self.entries or i.article is None]
        self.short = short_forms(known, self._short_form)
        self.listed = sorted(self.short, key=lambda key: (sort_key(str(self.short[key])), key))

    def citation(self, citation: Resolved, identifier: str) -> Markdown:
        """What stands in the place of a citation's markup; `identifier` is its id on the page."""
        shown = self.shown(citation, identifier, self._is_in_heading(citation))
        return Markdown(f'<span class="citation" id="{identifier}">{shown}{self._verdict(citation)}</span>')

    def shown(self, citation: Resolved, identifier: str, brief: bool) -> Markdown:
        """The works of a citation, linked; if not `brief`, each with its preview."""
        in_text = citation.form == IN_TEXT
        items = [
            self._item(
                item, f"{identifier}-{number}", in_text and number == 1, brief, len(citation.items) == 1
            )
            for number, item in enumerate(citation.items, start=1)
        ]
        first = citation.items[0].written
        closes = not in_text or (len(items) > 1 and first.key in self.short)
        opens = "(" if not in_text else ""
        return Markdown(f"{opens}{'; '.join(items)}{')' if closes else ''}")

    def references(self) -> Markdown:
        """The list of all works cited, for the end of the page; empty if none is known."""
        if not self.listed:
            return Markdown("")
        title = f"## {escape(self.words('references'))} {{: #references .apparatus data-search-exclude }}"
        return Markdown("\n".join([title, "", *map(self._reference, self.listed), ""]))

    def _short_form(self, key: str, detail: int) -> ShortForm:
        if key in self.entries:
            return short_form_of_entry(self.entries[key], self.words, detail)
        return short_form_of_work(self.works.get(key, {"id": key}), self.words, detail)

    def _item(self, item: ResolvedItem, identifier: str, in_text: bool, brief: bool, alone: bool) -> str:
        written = item.written
        before = f"{escape(written.prefix)} " if written.prefix else ""
        if written.key not in self.short:
            label = escape(self.words("citation.unknown", name=f"@{written.key}"))
            return f'{before}<strong class="unverified">{label}</strong>'
        text = escape(self._text(item, in_text, alone)).replace("¶ ", "¶&nbsp;")
        if (target := self._target(item)) is None:
            return f"{before}{text}"
        attributes = "{ .cited }" if brief else f"{{ .cited aria-describedby={identifier} }}"
        linked = f"{before}[{text}]({target}){attributes}"
        if brief:
            return linked
        shown = self._preview(item)
        return f'{linked}<span class="preview" id="{identifier}" data-search-exclude>{shown}</span>'

    def _text(self, item: ResolvedItem, in_text: bool, alone: bool) -> str:
        """`welt.de 2015, ¶ 2`; in the text `welt.de (2015, ¶ 2)`; without its author `2015, ¶ 2`.

        The bracket of one in the text stays open for other works behind it, unless it is `alone`.
        """
        written, short = item.written, self.short[item.written.key]
        paragraphs = self._paragraphs(item)
        after = f", {paragraphs}" if paragraphs else ""
        after += f"{written.joint}{written.suffix}" if written.suffix else ""
        close = ")" if alone else ""
        if written.suppress_author:
            return f"({short.when}{after}{close}" if in_text else f"{short.when}{after}"
        return f"{short.name} ({short.when}{after}{close}" if in_text else f"{short}{after}"

    def _paragraphs(self, item: ResolvedItem) -> str:
        first, last = item.written.paragraph, item.written.last_paragraph
        return "" if first is None else f"¶ {first}–{last}" if last else f"¶ {first}"

    def _target(self, item: ResolvedItem) -> str | None:
        """The article or its paragraph; for a work outside the archive its place in the list, if one is."""
        key = item.written.key
        if key not in self.entries:
            return f"#{self._place_in_list(key)}"
        return between(self.page.path, f"{FOLDER}/{self.entries[key].place}", item.paragraph or "")

    def _preview(self, item: ResolvedItem) -> Markdown:
        key = item.written.key
        if key in self.entries:
            return preview(self.entries[key], item, self.words)
        return self._full(key)

    def _verdict(self, citation: Resolved) -> str:
        """The mark behind a citation that says whether its quotation is in a work cited."""
        if citation.verified is None:
            return ""
        if not citation.verified:
            return f' <strong class="unverified">{escape(self.words("citation.unverified"))}</strong>'
        found = next(item for item in citation.items if item.verified)
        label = escape(self.words("citation.verified"))
        attributes = f'{{ .verified title="{label}" data-search-exclude }}'
        return f"[<span>{label}</span>]({self._target(found)}){attributes}"

    def _reference(self, key: str) -> str:
        short: str = escape(str(self.short[key]))
        if key in self.entries:
            short = f"[{short}]({between(self.page.path, f'{FOLDER}/{self.entries[key].place}')})"
        place = self._place_in_list(key)
        return f'- **<span id="{place}">{short}</span>** <span>{self._full(key)}</span>'

    def _place_in_list(self, key: str) -> str:
        return f"reference-{self.listed.index(key) + 1}"

    def _full(self, key: str) -> Markdown:
        """The full reference; without one, what is known."""
        if html := self.full.get(key):
            return safe(html) if words_of_html(html).strip() else escape(key)
        if (entry := self.entries.get(key)) is None:
            return escape(str(self.works.get(key, {}).get("title") or key))
        parts = [entry.title, entry.outlet.name if entry.outlet else None]
        parts.append(display(entry.date, self.words.language) if entry.date else self.words("undated"))
        return escape(", ".join(part for part in parts if part))

    def _is_in_heading(self, citation: Resolved) -> bool:
        """Whether a citation is in a heading: what is hidden there would show in the table of contents."""
        text, span = self.page.markdown, citation.span
        line_start = text.rfind("\n", 0, span.start) + 1
        line_end = text.find("\n", span.end) + 1 or len(text)
        return bool(_HEADING.match(text, line_start) or _UNDERLINE.match(text, line_end))
