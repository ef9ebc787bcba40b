"""The stage: every field by its rules, then what a person decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from ...knowledge.outlets import directory
from ...model import (
    BY_HAND,
    Certainty,
    CuratedArticle,
    Description,
    Found,
    Hint,
    Kind,
    Outlet,
    SavedText,
    Segment,
)
from ...problems import Problem
from ...text.dates import latest, valid
from ...text.paragraphs import fold
from . import doubts, notices
from .bylines import credits
from .language import language, second_language
from .letters import without_letter_writers
from .outlet import outlet
from .overrule import overrule, unreadable
from .page import Page
from .print_edition import print_edition
from .publication import Publication, publication
from .relative import told_from
from .stated import fields, language_of, stated, too_short
from .weigh import address, weigh

SOFT_HYPHEN = "\u00ad"
# Parts that speak of the database, of its index or of another article; corrections speak of another version.
NO_FACTS = frozenset({"export-field", "export-cover", "another-article"})


def describe(
    saved: SavedText,
    segments: Sequence[Segment],
    curated: CuratedArticle | None = None,
    outlets: Mapping[str, Outlet] | None = None,
) -> tuple[Description, tuple[Problem, ...]]:
    """What is known of an article as a publication, each fact with its evidence, and the problems.

    `curated` fields overrule the rules'. `outlets` are known besides the lexicon's, by id.
    """
    speaking = [s for s in segments if s.rule not in NO_FACTS and s.kind is not Kind.CORRECTION]
    page = Page(saved, speaking)
    told = fields(saved)
    known = directory(outlets)
    lang = language(page) or language_of(told)
    language_tag = lang.value if lang else None
    published = publication(page, language_tag)
    problems: list[Problem] = []
    if published.date is None:
        published = _from_saving(page, curated, language_tag, problems)
    url = address(saved.hints) or notices.address(page)
    authors, agencies = credits(page, published.date.span if published.date else None)
    # A paper beside an author's name is where that author works.
    authors = tuple(author for author in authors if known.named(author.value) is None) or authors
    authors = without_letter_writers(page, authors)
    likely = (doubts.weighed(a, "authors", doubts.signs_of_author(a)) for a in authors)
    named = outlet(page, known, url, _day(published, curated))
    if named is not None and named.span is not None:
        named = doubts.weighed(named, "outlet")
    found = Description(
        title=_segment(page, Kind.TITLE),
        kicker=_segment(page, Kind.KICKER),
        outlet=named,
        date=published.date,
        time=published.time,
        authors=tuple(author for author in likely if author is not None),
        agencies=agencies,
        url=url,
        lang=lang,
        rights=notices.rights(page),
        **print_edition(page),
        comments_declared=notices.comments_declared(page),
        incomplete=notices.incomplete(page),
    )
    found, contradicted = weigh(page, found)
    problems += contradicted
    if told:
        found = replace(found, **stated(told, known, _told_day(told, curated)))
        published = Publication(found.date)
        problems += too_short(saved, tuple(segments), found.words)
    if (other := second_language(page)) is not None:
        problems.append(_in_two_languages(saved, *other))
    if curated is not None:
        found, unusable = overrule(found, curated, known)
        problems += unusable
    if found.date is published.date:
        problems += _contradictions(saved, published)
    return found, tuple(problems)


def _told_day(told: Mapping[str, list[Hint]], curated: CuratedArticle | None) -> date | None:
    hints = told.get("date")
    found = Found(hints[0].value, None, "", Certainty.STATED) if hints else None
    return _day(Publication(found), curated)


def _from_saving(
    page: Page, curated: CuratedArticle | None, language_tag: str | None, problems: list[Problem]
) -> Publication:
    """The date told from the day of saving, if a person or the page itself gives that."""
    day = curated.fields.get("saved") if curated else None
    if not isinstance(day, str):
        day = next((hint.value for hint in page.saved.hints if hint.field == "saved"), None)
    if day is None:
        return Publication()
    try:
        return Publication(told_from(page, day, language_tag))
    except ValueError:
        if curated is None or "saved" not in curated.fields:
            return Publication()
        problems.append(unreadable(curated, "saved", "Write it like 2016-07-15 or 2016-07-15T14:30."))
        return Publication()


def _day(published: Publication, curated: CuratedArticle | None) -> date | None:
    """The day on which the outlet's names must be in use, as far as it is known."""
    decided = curated.fields.get("date") if curated else None
    edtf = decided if isinstance(decided, str) and valid(decided) else None
    if edtf is None and published.date is not None:
        edtf = published.date.value
    return None if edtf is None else latest(edtf)


def _segment(page: Page, kind: Kind) -> Found[str] | None:
    segment = page.first(kind)
    if segment is None:
        return None
    # Soft hyphens say where a line may break; no reader sees them, and a citation must not have them.
    words = fold(segment.span.of(page.saved.text)).replace(SOFT_HYPHEN, "")
    certainty = Certainty.INFERRED if segment.rule == "likely-title" else Certainty.STATED
    if segment.rule == BY_HAND:
        certainty = Certainty.CURATED
    return Found(words, segment.span, segment.rule, certainty, segment.because)


def _in_two_languages(saved: SavedText, segment: Segment, language_tag: str) -> Problem:
    finding = f"From here the text goes on in another language ({language_tag})."
    remedy = "If it is a translation or another article, save it as a file of its own."
    return Problem(saved.file, saved.line_of(segment.span.start), "D007", finding, remedy)


def _contradictions(saved: SavedText, published: Publication) -> list[Problem]:
    if published.contradiction is None:
        return []
    span, weekday = published.contradiction
    return [
        Problem(
            saved.file,
            saved.line_of(span.start),
            "D001",
            f'The text prints "{fold(span.of(saved.text))}", but that day was no {weekday}.',
            f'Find the right day and give it as "date" in curation/articles/{saved.key}.yml.',
        )
    ]
