"""The order of names in an index."""

from __future__ import annotations

import unicodedata


def collation(name: str) -> str:
    """Letters without case and accents, as indexes sort: `collation("Émile") == "emile"`."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


def surname_first(name: str) -> str:
    """The last word, then the others: which word is the surname, no rule knows for all the world's names."""
    *others, last = collation(name).split() or [""]
    return " ".join([last, *others])
