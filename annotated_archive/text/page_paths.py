"""Paths of articles below `docs/archive/`: which can be held by every system and are shown.

A path has no suffix: `2015/a-title` is the page `2015/a-title.md`, shown at `2015/a-title/`.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from .quotation_marks import TYPOGRAPHIC


class Folder(StrEnum):
    """The folders of pages that are no articles, each with an index. No article can stand in one."""

    PEOPLE = "people"
    OUTLETS = "outlets"
    NOTES = "notes"
    DATA = "data"
    DESK = "desk"

    @property
    def own_page(self) -> str:
        """The page of the folder itself: `people/index.md`."""
        return f"{self}/index.md"


FOLDERS = frozenset(Folder)
LOCAL_ONLY = frozenset({Folder.DESK})  # no public edition has these
# What Windows keeps for devices, with any suffix and in any case.
DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
# `\ : * ? " < > |` are refused by Windows; `? # %` mean something else in an address, `\` in some of them.
REFUSED = re.compile(r'[\\:*?"<>|#%]')
SUFFIX = re.compile(r"\.(?:md|html?)\Z", re.IGNORECASE)
YEAR = re.compile(r"\d{4,}|undated", re.IGNORECASE)  # the folders of articles that got no other path
LONGEST_PART = 255 - len(".md")  # bytes: what file systems hold, less the page's suffix
LONGEST_PATH = 1000  # bytes; with the folders around it, what Linux and macOS hold


def why_unusable(path: str) -> str | None:
    """Why no article can stand at this path, as the end of "… cannot be used: "; None if one can."""
    parts = path.split("/")
    if "" in parts:
        return "it begins or ends with a slash, or has two in a row"
    if any(not c.isprintable() for c in path):
        return "it has a character that cannot be seen"
    if found := REFUSED.search(path):
        return f"it has the character {found[0]}"
    if path[0] in TYPOGRAPHIC and path[-1] in TYPOGRAPHIC:
        return 'its quotation marks are no " or \'"'
    if not unicodedata.is_normalized("NFC", path):
        return "its letters and accents are apart (Unicode form NFD)"
    if parts[0].casefold() in FOLDERS:
        return f"the folder {parts[0]}/ is for other pages"
    if YEAR.fullmatch(path):
        return "the page of this folder stands there"
    if len(path.encode()) > LONGEST_PATH:
        return "it is too long"
    return next(filter(None, map(_why_not_a_part, parts)), None)


def _why_not_a_part(part: str) -> str | None:
    if part[0] in "._":
        return f'a part of it begins with "{part[0]}", and such pages are not shown'
    if part[-1] == "." or part != part.strip():
        return "a part of it begins or ends with a space, or ends with a dot, which Windows drops"
    if part.casefold() == "index" or part == "README":
        return f'"{part}" is the name of a folder\'s own page'
    if DEVICES.fullmatch(part):
        return f'"{part}" is a device for Windows, not a file'
    if found := SUFFIX.search(part):
        return f'"{found[0]}" is no part of it'
    return "a part of it is too long" if len(part.encode()) > LONGEST_PART else None


def mended(path: str) -> str | None:
    """The usable path that was surely meant: `mended("/2001/a.md") == "2001/a"`. None if it is not sure."""
    parts = unicodedata.normalize("NFC", path).strip(TYPOGRAPHIC).replace("\\", "/").split("/")
    meant = "/".join(part for each in parts if (part := SUFFIX.sub("", each.strip())))
    return meant if meant and why_unusable(meant) is None else None


def same_place(path: str) -> str:
    """Equal for two paths that are one file where case or Unicode form make no difference."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
