"""The running text → the people in it: names as printed at their places, and who they are.

Comes in: a saved text with its segments, the register of the people described in `curation/people.yml`, made
once for all articles, and what a person decided about this one. Goes out: mentions in the order of the text,
people in order of first mention, problems. Left to others: captions, comments and boilerplate (nobody there
is a person of the article), and merging people across articles, for which `spelling_key` suggests who might
be one.
"""

from ...text.spelling import same_spelling, spelling_key
from .identifying import identify
from .register import Register
from .vocabulary import is_role

__all__ = ["Register", "identify", "is_role", "same_spelling", "spelling_key"]
