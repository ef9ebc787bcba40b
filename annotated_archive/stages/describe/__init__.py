"""Describe: what is known of an article as a publication, each fact with its evidence.

Comes in: the saved text, its segments, what a person decided, and the known outlets. Goes out: a
`Description` and problems. People in the article, and what a segment is, are other stages' business.
"""

from .describing import describe

__all__ = ["describe"]
