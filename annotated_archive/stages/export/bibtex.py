"""CSL-JSON items → BibTeX for biblatex; classic BibTeX reads it too, without what only biblatex knows.

A newspaper article is an `@article` with the subtype `newspaper`. Dates are EDTF, as far as biblatex prints
it; `year` and `month` are there for classic BibTeX.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .csl import Item
from .issued import edtf_of
from .lesser_dates import biblatex_date, has_no_beginning, month_of, year_of

# biblatex names languages as babel does.
LANGUAGES = {"de": "german", "en": "english", "fr": "french", "es": "spanish", "it": "italian", "nl": "dutch"}
_SPECIAL = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces even behind a backslash, so `\{` alone would swallow the rest of the file.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_ESCAPES = str.maketrans(_SPECIAL)
# `url` is verbatim to biblatex, so only what would break the file is percent-encoded.
_URL = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def escape(text: str) -> str:
    """Text for a field: `escape("50 % & mehr") == "50 \\\\% \\\\& mehr"`."""
    return _CONTROL.sub(" ", text).strip().translate(_ESCAPES)


def bibtex(items: Iterable[Item]) -> str:
    """The items as a BibTeX file."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(item))
    edtf = edtf_of(item)
    if (month := month_of(edtf)) and not has_no_beginning(edtf):
        # A word of BibTeX's own, so without braces: each style prints it in its language.
        fields += f"  month = {month},\n"
    return f"@article{{{item['id']},\n{fields}}}\n"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    if "author" in item:
        yield "author", " and ".join(_name(name) for name in item["author"])
    if "title" in item:
        # The inner braces keep a style from changing the capitals.
        yield "title", f"{{{escape(item['title'])}}}"
    if "container-title" in item:
        yield "journal", f"{{{escape(item['container-title'])}}}"
    yield "entrysubtype", "newspaper"
    edtf = edtf_of(item)
    if date := biblatex_date(edtf):
        yield "date", date
    if year := year_of(edtf):
        yield "year", year
    # No field of BibTeX's is for the section; every style prints a note.
    for field, key in (("number", "issue"), ("pages", "page"), ("note", "section")):
        if key in item:
            yield field, escape(item[key]).replace("–", "--") if key == "page" else escape(item[key])
    address = item.get("URL") or item.get("archive_location")
    if address:
        yield "url", _CONTROL.sub("", address).translate(_URL)
    language = item.get("language", "").partition("-")[0]
    if language in LANGUAGES:
        yield "langid", LANGUAGES[language]
    remarks = item.get("note", "").splitlines()
    if "URL" in item and "archive_location" in item:
        remarks.append(f"Archived: {item['archive_location']}")
    if remarks:
        yield "annotation", escape("; ".join(remarks))


def _name(name: dict[str, str]) -> str:
    if "family" not in name:
        return f"{{{escape(name['literal'])}}}"
    particles = [name[key] for key in ("dropping-particle", "non-dropping-particle") if key in name]
    family = escape(name["family"])
    if not particles and " " in family:
        family = f"{{{family}}}"
    parts = (f"{escape(' '.join(particles))} {family}".strip(), name.get("suffix"), name["given"])
    return ", ".join((parts[0], *(escape(part) for part in parts[1:] if part)))
