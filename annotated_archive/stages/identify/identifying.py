"""The stage itself: find names, say who they are, let a person's decisions win, report ties."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import CuratedArticle, Mention, Person, SavedText, Segment
from ...problems import Problem
from .decisions import decide, people_only
from .mentions import mentions_of
from .only_here import only_here
from .passages import passages
from .register import Register
from .ties import ties


def identify(
    saved: SavedText,
    segments: Sequence[Segment],
    register: Register,
    curated: CuratedArticle | None = None,
) -> tuple[tuple[Mention, ...], tuple[Person, ...], tuple[Problem, ...]]:
    """Who is named in title, lead, subheads and body.

    Every occurrence of a full name or of a family name alone is a mention; its span and `printed` leave out
    a genitive's s, titles and roles. A name that fits several people has no person but candidates, and a
    problem says so. A person whom the register does not have is unverified, with an id made from the fullest
    form printed. A name that is said to mean nobody is no mention. The people are in order
    of first mention.
    """
    read = passages(saved.text, segments)
    mentions, unverified = mentions_of(read, register)
    known = unverified | register.people
    mentions, own = only_here(saved, segments, mentions, known)
    known = known | own
    mentions, problems = decide(saved, read, mentions, known, register.people, curated)
    mentions = people_only(mentions, register.people)
    problems += ties(saved, mentions, register.people)
    named = dict.fromkeys(mention.person for mention in mentions if mention.person is not None)
    return tuple(mentions), tuple(known[identifier] for identifier in named), tuple(problems)
