"""Paragraph ids that were once given out → empty anchors in the paragraphs that now stand there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from ...model import Address
from ...text.paragraphs import Paragraph
from .escape import Markdown

# `curation/permalinks.yml` may be edited by hand: what is no id does not come into a page.
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def former_ids(address: Address, paragraphs: Sequence[Paragraph]) -> Mapping[str, Markdown]:
    """By the id of a paragraph, the anchors to put before its text, so that old links arrive there.

    An old id belongs to the last paragraph that starts at or before the place where its own began; to the
    first one if none does, so that a link arrives at the text in any case.
    """
    if not paragraphs:
        return {}
    ordered = sorted(paragraphs, key=lambda paragraph: paragraph.spans[0])
    starts = [paragraph.spans[0].start for paragraph in ordered]
    seen = {paragraph.id for paragraph in paragraphs}
    anchors: dict[str, str] = {}
    for identifier, offset in address.passages:
        if identifier in seen or not _ID.fullmatch(identifier):
            continue
        seen.add(identifier)
        home = ordered[max(bisect_right(starts, offset) - 1, 0)].id
        anchors[home] = anchors.get(home, "") + f'<span id="{identifier}"></span>'
    return {home: Markdown(html) for home, html in anchors.items()}
