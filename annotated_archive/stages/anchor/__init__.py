"""Notes → their passages in a saved text; and the inverse, a span → quote with context.

Comes in: notes and one article. Goes out: an `Anchor` for each note that has one passage, a problem for any
other. A note on a wrong passage is worse than none, so what is in doubt is a problem.
"""

from .anchoring import anchor
from .describe import describe_span
from .possible import possible_passages

__all__ = ["anchor", "describe_span", "possible_passages"]
