"""The stage: every field by its rules, then what a person decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..dates import earliest, is_day
from ..model import Certainty, CuratedArticle, Description, Found, Kind, Outlet, SavedText, Segment
from ..outlets import directory
from ..paragraphs import fold
from ..problems import Problem
from . import notices
from .bylines import credits
from .language import language
from .outlet import outlet
from .overrule import overrule
from .page import Page
from .publication import Publication, publication


def describe(
    saved: SavedText,
    segments: Sequence[Segment],
    curated: CuratedArticle | None = None,
    outlets: Mapping[str, Outlet] | None = None,
) -> tuple[Description, tuple[Problem, ...]]:
    """What is known of an article as a publication, each fact with its evidence, and the problems.

    `curated` fields overrule the rules'. `outlets` are known besides the lexicon's, by id.
    """
    page = Page(saved, segments)
    known = directory(outlets)
    lang = language(page)
    published = publication(page, lang.value if lang else None)
    url = notices.address(page)
    authors, agencies = credits(page)
    day = published.date.value if published.date else ""
    if curated and isinstance(decided := curated.fields.get("date"), str):
        day = decided
    found = Description(
        title=_segment(page, Kind.TITLE),
        kicker=_segment(page, Kind.KICKER),
        outlet=outlet(page, known, url, earliest(day) if is_day(day) else None),
        date=published.date,
        time=published.time,
        authors=authors,
        agencies=agencies,
        url=url,
        lang=lang,
        rights=notices.rights(page),
        comments_declared=notices.comments_declared(page),
        incomplete=notices.incomplete(page),
    )
    problems: tuple[Problem, ...] = ()
    if curated is not None:
        found, problems = overrule(found, curated, known)
    if found.date is published.date:
        problems += _contradictions(saved, published)
    return found, problems


def _segment(page: Page, kind: Kind) -> Found[str] | None:
    segment = page.first(kind)
    if segment is None:
        return None
    return Found(fold(segment.span.of(page.saved.text)), segment.span, segment.rule, Certainty.STATED)


def _contradictions(saved: SavedText, published: Publication) -> tuple[Problem, ...]:
    if published.contradiction is None:
        return ()
    span, weekday = published.contradiction
    return (
        Problem(
            saved.file,
            saved.line_of(span.start),
            "D001",
            f'The text prints "{fold(span.of(saved.text))}", but that day was no {weekday}.',
            f'Find the right day and give it as "date" in curation/articles/{saved.key}.yml.',
        ),
    )
