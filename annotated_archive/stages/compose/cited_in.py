"""Where pages cite: an id for every citation, and "cited in" on the pages of articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...essays import Essays, Resolved
from ...model import Span
from ...words.languages import Interface
from .catalogue import Entry
from .escape import Markdown, escape
from .paths import FOLDER, between

CitationIds = Mapping[tuple[str, Span], str]

_KEY = re.compile(r"(?<![\w.])@([a-z0-9-]+)")
# Where a citation in brackets stood before a comma, the words of its sentence have a space.
_LONELY_COMMA = re.compile(r"\s+(?=[,.;](?:\s|\Z))")


@dataclass(frozen=True, slots=True)
class CitingPassage:
    """A passage that cites an article. `source` links to it; `number` and `paragraph` are the article's."""

    id: str
    sentence: Markdown
    source: Markdown
    paragraph: str | None
    number: int | None


def citation_ids(citations: Iterable[Resolved]) -> dict[tuple[str, Span], str]:
    """The id of each citation by its page's path and its place there: `cite-1` is the first of a page."""
    counted: Counter[str] = Counter()
    ids: dict[tuple[str, Span], str] = {}
    for citation in citations:
        path = citation.page.path
        counted[path] += 1
        ids[path, citation.span] = f"cite-{counted[path]}"
    return ids


def citing_passages(
    entry: Entry, essays: Essays, ids: CitationIds, names: Mapping[str, str], words: Interface
) -> tuple[CitingPassage, ...]:
    """The passages that cite an article, in the order of the citing pages. `names` are those of keys."""
    here = f"{FOLDER}/{entry.place}"
    return tuple(
        CitingPassage(
            f"cited-{number}",
            escape(_readable(found.sentence, names) or words("cited.bare")),
            Markdown(
                f"[{escape(found.title)}]({between(here, found.page, ids[found.page, found.span])})"
                f"{{ #cited-{number} }}"
            ),
            found.paragraph,
            found.number,
        )
        for number, found in enumerate(essays.cited_in.get(entry.article.address.path, ()), start=1)
    )


def _readable(sentence: str, names: Mapping[str, str]) -> str:
    named = _KEY.sub(lambda match: names.get(match[1], match[0]), sentence)
    return _LONELY_COMMA.sub("", named)
