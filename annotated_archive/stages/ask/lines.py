"""Lines whose kind is borderline → the kinds to choose from.

Borderline is what was set aside by its place alone although it reads like a paragraph of the article, inside
it or directly below; and what was kept inside the article although it does not read like a part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...kinds import RUNNING_TEXT
from ...model import BY_HAND, Article, Kind, Segment
from ...questions import Choice, Question
from ...text.quotation_marks import CLOSING_DOUBLE
from .known import Known, line_edits, one_line

# These rules know a part by its place or its neighbours, and not by what it says.
BY_PLACE = frozenset(
    {
        "outside-article",
        "above-article",
        "below-article",
        "lines-in-a-box",
        "teaser-box",
        "summary-box",
        "portrait-box",
        "author-note",
        "unexplained",
        "page-aside",
    }
)
KEPT_BY_PLACE = frozenset({"short-line"})
FEWEST_WORDS = 12  # of a line that reads like a paragraph
ENDINGS = (".", "!", "?", "…", *CLOSING_DOUBLE)
BELOW = 3  # parts below the text that are looked at: a label may stand between
LONGEST_SHOWN = 240  # characters of the line in the question
MOST = 8  # lines of an article: more is no doubt about lines but about the whole
# What a person means most often, then the others in the order of the table.
COMMON = (Kind.BODY, Kind.BOILERPLATE, Kind.SUBHEAD)
NEVER_OFFERED = (Kind.BLANK, Kind.TITLE, Kind.DATELINE, Kind.LINK)  # a title has a question of its own
ORDER = (*COMMON, *(kind for kind in Kind if kind not in COMMON and kind not in NEVER_OFFERED))


def lines(article: Article, known: Known) -> Iterator[Question]:
    """A question for each borderline part, the longest first."""
    saved, curated = article.saved, known.curated(article)
    found = sorted(_borderline(article), key=lambda s: s.span.start - s.span.end)[:MOST]
    for segment in sorted(found, key=lambda s: s.span.start):
        first, last = saved.lines_of(segment.span)
        kinds = [segment.kind, *(kind for kind in ORDER if kind is not segment.kind)]
        choices = tuple(
            Choice(
                known.words(kind.label),
                line_edits(article, curated, segment.span, kind.value),
                (first, last),
                None,
                kind is segment.kind,
            )
            for kind in kinds
        )
        key = "ask.lines.kept" if segment.kind in RUNNING_TEXT else "ask.lines.removed"
        text = one_line(segment.span.of(saved.text), LONGEST_SHOWN)
        finding = known.words(key, kind=known.words(segment.kind.label), text=text)
        number = f"lines:{segment.span.start}"
        yield Question("lines", number, saved.key, saved.file, first, finding, choices, segment.rule)


def _borderline(article: Article) -> Iterator[Segment]:
    """The parts in doubt, from the title to what stands directly below the text."""
    parts = [s for s in article.segments if s.kind is not Kind.BLANK]
    inside = [i for i, s in enumerate(parts) if s.kind in RUNNING_TEXT]
    if not inside:
        return
    title = next((i for i, s in enumerate(parts) if s.kind is Kind.TITLE), inside[0])
    first, last = min(title, inside[0]), inside[-1]
    for number, part in enumerate(parts[first : last + 1 + BELOW], start=first):
        if part.rule == BY_HAND:
            continue
        set_aside = part.rule in BY_PLACE and part.kind is Kind.BOILERPLATE and _is_prose(article, part)
        if set_aside or (part.rule in KEPT_BY_PLACE and not _beside_its_like(parts, number)):
            yield part


def _is_prose(article: Article, part: Segment) -> bool:
    words = part.span.of(article.saved.text).strip()
    return len(words.split()) >= FEWEST_WORDS and words.endswith(ENDINGS)


def _beside_its_like(parts: Sequence[Segment], number: int) -> bool:
    """Whether a short line is one of several: verses, rows of a table."""
    return any(0 <= i < len(parts) and parts[i].rule in KEPT_BY_PLACE for i in (number - 1, number + 1))
