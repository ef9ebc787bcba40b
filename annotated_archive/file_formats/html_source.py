"""Where a page's visible text stands in its source: the line and the bytes of each line of the text.

Comes in: the source's characters and the text nodes of its tree in order. The parser does not say where a
node stands, so the source's own runs of text between tags are met with the nodes, one after the other.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Sequence

# Comments, code and tags; what lies between them is text.
_MARKUP = re.compile(
    r"<!--.*?(?:-->|$)|<(script|style|noscript|template|svg|textarea|title)\b.*?(?:</\1\s*>|$)"
    r"|<[!/?]?[A-Za-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>|<[!?/][^>]*>",
    re.DOTALL | re.IGNORECASE,
)
LOOK_AHEAD = 400  # runs among which a node is looked for: hidden parts lie between


def runs_of(source: str) -> list[tuple[int, int, str]]:
    """The runs of text between tags: start, end, and the characters that they show without white space."""
    found: list[tuple[int, int, str]] = []
    at = 0
    for match in _MARKUP.finditer(source):
        if match.start() > at:
            _add(found, source, at, match.start())
        at = match.end()
    if at < len(source):
        _add(found, source, at, len(source))
    return found


def _add(found: list[tuple[int, int, str]], source: str, start: int, end: int) -> None:
    raw = source[start:end]
    shown = html.unescape(raw) if "&" in raw else raw
    if bare := "".join(shown.split()):
        lead = len(raw) - len(raw.lstrip())
        found.append((start + lead, start + len(raw.rstrip()), bare))


def place(
    source: str, text: str, pieces: Sequence[tuple[int, str]], encoding: str
) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    """For each line of the text the source's line and its bytes (first, behind the last)."""
    runs = runs_of(source)
    homes: list[tuple[int, int, int]] = []  # offset in the text, start and end in the source
    at = 0
    for offset, node in pieces:
        bare = "".join(node.split())
        if not bare:
            continue
        for i in range(at, min(at + LOOK_AHEAD, len(runs))):
            if runs[i][2] == bare or (len(bare) > 20 and runs[i][2].startswith(bare[:20])):
                homes.append((offset, runs[i][0], runs[i][1]))
                at = i + 1
                break
    newlines = [found.start() for found in re.finditer("\n", source)]
    sizes = _Bytes(source, encoding)
    lines: list[int] = []
    origins: list[tuple[int, int]] = []
    starts = [home[0] for home in homes]
    here, last = 0, (0, 0)
    for line in text.split("\n"):
        first = bisect_right(starts, here - 1)
        behind = bisect_right(starts, here + len(line) - (1 if line else 0))
        if behind > first:
            last = (homes[first][1], homes[behind - 1][2])
        lines.append(bisect_right(newlines, last[0]) + 1)
        origins.append((sizes.before(last[0]), sizes.before(last[1])) if behind > first else (0, 0))
        here += len(line) + 1
    return tuple(lines), tuple(origins)


class _Bytes:
    """How many bytes stand before a character; asked in rising order, counted once."""

    def __init__(self, source: str, encoding: str) -> None:
        self._source, self._encoding = source, "utf-8" if encoding == "utf-8-sig" else encoding
        self._mark = 3 if encoding == "utf-8-sig" else 2 if encoding == "utf-16" else 0
        if encoding == "utf-16":
            self._encoding = "utf-16-le"
        self._at, self._count = 0, 0

    def before(self, offset: int) -> int:
        """Bytes of the file before the character at `offset`."""
        if offset < self._at:
            self._at, self._count = 0, 0
        self._count += len(self._source[self._at : offset].encode(self._encoding, "replace"))
        self._at = offset
        return self._count + self._mark
