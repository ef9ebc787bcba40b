"""The characters of a web page, decoded as a browser decides: mark, declaration, or what the bytes show."""

from __future__ import annotations

import codecs
import re

# A declaration counts in the first bytes only, as in browsers.
WITHIN = 1024
_META = re.compile(rb"<meta[^>]+?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
# Names that browsers take for a wider set, and the page that says UTF-16 in bytes that are none.
_SAME = {
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "iso-8859-11": "windows-874",
    "tis-620": "windows-874",
    "gb2312": "gbk",
    "ks_c_5601-1987": "euc-kr",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "x-user-defined": "windows-1252",
}
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode_page(content: bytes, encoding: str | None = None, told: str | None = None) -> tuple[str, str]:
    """The page's characters and the name of their encoding.

    `encoding` is what a person decided, `told` what the server said that the page came from.
    """
    for candidate in (encoding, _marked(content), told, _declared(content), _shown(content)):
        if candidate:
            try:
                text = content.decode(candidate, "replace").removeprefix("\ufeff")
                text.encode("utf-8")
            except (ValueError, LookupError):
                continue
            return text, candidate
    return content.decode("windows-1252", "replace"), "windows-1252"


def _marked(content: bytes) -> str | None:
    return next((name for mark, name in _MARKS if content.startswith(mark)), None)


def _declared(content: bytes) -> str | None:
    start = content[: 4 * WITHIN]
    found = _META.search(start) or _XML.match(start.lstrip())
    if found is None:
        return None
    return known_charset(found[1].decode("ascii", "replace"))


def known_charset(name: str) -> str:
    """The encoding that browsers take a name for: `known_charset("ISO-8859-1") == "windows-1252"`."""
    return _SAME.get(name.casefold(), name.casefold())


def _shown(content: bytes) -> str:
    """UTF-8 where the bytes are valid UTF-8: nothing else looks like it by chance."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"
