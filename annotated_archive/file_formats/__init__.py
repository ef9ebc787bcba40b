"""Readers of files: bytes → the text that a reader of the file sees, and what the file says beside it.

Comes in: a file's bytes, its ending, and the encoding that a person named. Goes out: a `Reading`, `Several`
where it holds several pages, or, where it cannot be read, an `Unreadable`. Where articles begin and end, and
what a text says, is left to others.
"""

from .read_later import Export, export_of
from .reading import Reading, Several, Unreadable
from .table import read_content, reads, unknown_type

__all__ = ["Export", "Reading", "Several", "Unreadable", "export_of", "read_content", "reads", "unknown_type"]
