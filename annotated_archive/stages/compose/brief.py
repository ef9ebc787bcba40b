"""A quotation of any length → as much of it as a list, a note or a preview shows."""

from __future__ import annotations


def brief(text: str, longest: int) -> str:
    """The first words of a quotation, with an ellipsis where more follow."""
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + " …"
