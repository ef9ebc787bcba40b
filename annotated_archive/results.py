"""What the pipeline hands on: an article after the stages that look at it alone, and the whole archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .essays import EssayPage, Essays
from .knowledge.curation import Curation, Settled
from .model import (
    Anchor,
    Archive,
    Description,
    Mention,
    Permalink,
    Person,
    SavedText,
    Saying,
    Segment,
)
from .problems import Problem


@dataclass(frozen=True, slots=True)
class Understood:
    """One saved article after the stages that look at it alone."""

    saved: SavedText
    segments: tuple[Segment, ...]
    description: Description
    mentions: tuple[Mention, ...]
    people: tuple[Person, ...]
    notes: tuple[Anchor, ...]
    sayings: tuple[Saying, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The archive and what was written about it, with all problems and what publishing needs besides.

    `unread` are files without which nothing may be published, `unsettled` the seeds whose own could not be
    read. `settled` are notices that a person accepted; they are among no problems.
    """

    archive: Archive
    essays: Essays
    new_addresses: tuple[Permalink, ...]
    problems: tuple[Problem, ...]
    copies: tuple[Problem, ...] = ()  # those of the problems that forbid to publish
    unread: tuple[str, ...] = ()
    unsettled: frozenset[str] = frozenset()
    settled: tuple[Settled, ...] = ()
    unreadable: frozenset[str] = frozenset()  # the seeds that are there and could not be read
    curation: Curation = field(default_factory=Curation)
    of_articles: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)  # by key, among the problems
    pages: tuple[EssayPage, ...] = ()
