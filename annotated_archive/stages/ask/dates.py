"""Dates that nobody knows, that a rule concluded, or that contradict each other → the days the file names."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds import RUNNING_TEXT
from ...model import Article, Certainty, Kind, Span
from ...questions import Choice, Question
from ...text.dates import display, find_dates, valid
from .known import Known, field_edits, has_text, line_reason, typed_field

MOST = 6  # days to choose from
BEGINS = RUNNING_TEXT | {Kind.TITLE}
CODES = ("D001", "D002", "D006")


def date(article: Article, known: Known) -> Iterator[Question]:
    """A question where the date is unknown, inferred or contradicted."""
    found, saved = article.description.date, article.saved
    if found is None and not has_text(article):
        return
    problem = next((p for p in known.problems.get(saved.key, ()) if p.code in CODES), None)
    if problem is None and found is not None and found.certainty is not Certainty.INFERRED:
        return
    line = saved.line_of(found.span.start) if found and found.span else None
    finding = known.words("ask.date.inferred" if found else "ask.date.none")
    file = saved.file
    if problem is not None:
        finding, line, file = known.words(f"ask.problem.{problem.code}"), problem.line, problem.file
    rule = found.rule if found else ""
    detail = f"{problem.finding} {problem.remedy}" if problem else ""
    yield Question(
        "date", "date", saved.key, file, line, finding, tuple(_choices(article, known)), rule, detail
    )


def _choices(article: Article, known: Known) -> Iterator[Choice]:
    found, saved = article.description.date, article.saved
    seen: set[str] = set()

    def choice(
        day: str,
        because: str,
        lines: tuple[int, int] | None,
        confirms: bool = False,
        chance: float | None = None,
    ) -> Choice:
        shown = f"{display(day, known.words.language)} ({day})"
        return Choice(shown, field_edits(article, "date", day, because), lines, chance, confirms)

    if found is not None:
        seen.add(found.value)
        reason = known.reasons("ask.because.confirmed", rule=found.rule)
        if found.span is not None:
            reason = line_reason(known, article, found.span)
        lines = saved.lines_of(found.span) if found.span else None
        yield choice(found.value, reason, lines, True, found.chance)
    for hint in saved.hints:
        day = hint.value[:10]
        if hint.field == "date" and day not in seen and valid(day):
            seen.add(day)
            yield choice(day, known.reasons("ask.because.hint", source=hint.source), None)
    for day, span in _printed(article):
        if day not in seen and len(seen) < MOST:
            seen.add(day)
            yield choice(day, line_reason(known, article, span), saved.lines_of(span))
    yield Choice(known.words("ask.typed.date"), typed_field(known, article, "date"), typed="date")


def _printed(article: Article) -> list[tuple[str, Span]]:
    """The days and months that the file prints outside of comments.

    First those of datelines, then those nearest to where the article begins: menus have dates, too.
    """
    begins = next((s.span.start for s in article.segments if s.kind in BEGINS), 0)
    lang = article.description.lang.value if article.description.lang else None
    found: list[tuple[bool, int, Span, str]] = []
    for segment in article.segments:
        if segment.kind in (Kind.COMMENT, Kind.BLANK):
            continue
        for printed in find_dates(segment.span.of(article.saved.text), lang):
            start = segment.span.start
            span = Span(start + printed.span.start, start + printed.span.end)
            away = abs(span.start - begins)
            found.append((segment.kind is not Kind.DATELINE, away, span, printed.edtf))
    return [(day, span) for _, _, span, day in sorted(found)]
