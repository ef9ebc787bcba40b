"""What an article's page offers for citing it: references, files for reference managers, its keys."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from ...export_values import CiteThis, Offered
from ...words.languages import Interface
from .catalogue import Entry
from .escape import Markdown
from .printing import render_html

# What a `data:` address may hold as it stands. All else is percent-encoded, quotation marks and `#` among it.
DATA_CHARACTERS = "/:;,=@!$()*"
# The paragraph in the example of how one is cited, if the article has so many.
EXAMPLE = 3


@dataclass(frozen=True, slots=True)
class Listing:
    """The references in one language, by style; `name` is the language's own, in the interface's words."""

    language: str
    name: str
    references: tuple[tuple[str, Markdown], ...]


def cite_this_section(entry: Entry, cite: CiteThis, words: Interface) -> Markdown:
    """The section as a raw HTML block. It needs no script: the files are in their links."""
    listings = [
        Listing(
            language,
            words.locale.languages.get(language, language),
            tuple((style, Markdown(html)) for style, html in references),
        )
        for language, references in cite.references
    ]
    # The reader's language comes first; the others are folded.
    listings.sort(key=lambda listing: listing.language != words.language)
    return render_html(
        "cite",
        words=words,
        citekey=entry.article.address.citekey,
        paragraph=min(EXAMPLE, max((p.number or 0 for p in entry.paragraphs), default=0)),
        address=cite.address,
        listings=listings,
        files=[(file, data_address(file)) for file in cite.files],
    )


def data_address(file: Offered) -> str:
    """An address that holds the whole file."""
    return f"data:{file.media_type};charset=utf-8,{quote(file.text, safe=DATA_CHARACTERS, errors='replace')}"
