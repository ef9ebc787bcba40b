"""Exports of press databases: where each article of a file begins and ends, and what its labelled lines say.

Comes in: a file's text as read. Goes out: a `SavedText` for each article, the parts that tile the file, with
the kinds of lines that the format settles and the facts behind its labels; and a problem where the number
of articles is not the one that the file itself names. What the running text is made of is left to segmenting.
"""

from .saved import articles

__all__ = ["articles"]
