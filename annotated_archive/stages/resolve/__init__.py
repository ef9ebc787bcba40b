"""Citations in essays and notes → the articles and paragraphs they mean, their quotations verified.

Comes in: pages that people write, and the articles with their notes. Goes out: a `Resolved` for each
citation, and problems for unknown keys, missing paragraphs and quotations that the cited article does not
have. Rendering is left to others.
"""

from .backlinks import backlinks
from .of_notes import resolve_notes
from .resolving import resolve

__all__ = ["backlinks", "resolve", "resolve_notes"]
