"""Where pages stand below `docs/archive/`, and relative links between them.

Links are relative and name Markdown files, so that they work on disk, in MkDocs, in Zensical and under any
sub-path.
"""

from __future__ import annotations

import hashlib
import posixpath
from functools import lru_cache
from urllib.parse import quote

from slugify import slugify

from ...model import Address
from ...text.page_paths import DEVICES, Folder
from .escape import Markdown

# The folder of generated pages, seen from `docs/`.
FOLDER = "archive"
ALL_ARTICLES = "index.md"
ALL_PEOPLE = Folder.PEOPLE.own_page
ALL_OUTLETS = Folder.OUTLETS.own_page
ALL_NOTES = Folder.NOTES.own_page
DATA = Folder.DATA.own_page
DESK = Folder.DESK.own_page
UNDATED = "undated"
# Partials are included in hand-written pages of `docs/`, so their links start there.
FROM_DOCS = "../index.md"


def article_place(address: Address) -> str:
    """The page of an article: `2015/title.md`."""
    return f"{address.path}.md"


def year_place(year: str) -> str:
    """The page of a year, or of `UNDATED`."""
    return f"{year}/index.md"


def person_place(person: str) -> str:
    """The page of the person with this id."""
    return f"{Folder.PEOPLE}/{_file_name(person)}.md"


def person_year_place(person: str, year: str) -> str:
    """The page of a year, or of `UNDATED`, of a person who is named often."""
    return f"{Folder.PEOPLE}/{_file_name(person)}/{year}.md"


def outlet_place(outlet: str) -> str:
    """The page of the outlet with this id, or with this printed name when nobody has described it."""
    return f"{Folder.OUTLETS}/{_file_name(outlet)}.md"


def data_place(file: str) -> str:
    """A file about the whole archive."""
    return f"{Folder.DATA}/{file}"


def desk_place(file: str) -> str:
    """A file that the desk's page needs."""
    return f"{Folder.DESK}/{file}"


def desk_link(here: str, path: str, field: str) -> Markdown:
    """A link to a field of an article on the desk; in the query, since the page has no such anchor."""
    return Markdown(f"{link(here, DESK)}?article={quote(path)}&field={quote(field)}")


def link(here: str, there: str, fragment: str = "") -> Markdown:
    """A link between pages below `docs/archive/`: `link("2015/a.md", "b/c.md", "d") == "../b/c.md#d"`."""
    page = posixpath.basename(FROM_DOCS) if here == FROM_DOCS else f"{FOLDER}/{here}"
    return between(page, f"{FOLDER}/{there}", fragment)


def between(here: str, there: str, fragment: str = "") -> Markdown:
    """A link between pages below `docs/`: `between("essays/a.md", "archive/b.md") == "../archive/b.md"`."""
    folders, target = here.split("/")[:-1], there.split("/")
    shared = 0
    while shared < min(len(folders), len(target) - 1) and folders[shared] == target[shared]:
        shared += 1
    path = "/".join([*[".."] * (len(folders) - shared), *target[shared:]])
    return Markdown(quote(path) + (f"#{fragment}" if fragment else ""))


@lru_cache(1 << 14)
def _file_name(identifier: str) -> str:
    """An id as a file name; ids made for this purpose stay, printed names become ASCII.

    A printed name gets a part of its checksum: two names may differ only in what a slug drops.
    """
    slug = slugify(identifier, max_length=60)
    if slug == identifier and slug != "index" and not DEVICES.fullmatch(slug):
        return slug
    return f"{slug or 'name'}-{hashlib.sha256(identifier.encode('utf-8', 'replace')).hexdigest()[:6]}"
