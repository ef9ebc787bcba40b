"""Articles whose outlet nobody knows or has described → outlets to choose from, and the entry of a new one.

An outlet is described in `curation/outlets.yml`, once for all of its articles; an article's file only names
it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from ...knowledge.curation.edits import TYPED, TYPED_ID, Edit
from ...knowledge.outlets import host_of
from ...model import Article, Certainty, Kind, Outlet, Span
from ...questions import Choice, Question
from ...text.dates import find_dates, weekday_number
from ...text.slugs import slug_of
from ...words import lexicon
from .known import Known, field_edits, has_text, line_reason

OUTLETS = "curation/outlets.yml"
# Outlets to choose from: those that the text names, the archive's own, and names beside a date or a claim.
MOST_NAMED, MOST_USED, MOST_NEW = 4, 3, 3
LONGEST_NAME = 40  # characters
OFTEN = 2  # articles of an outlet from which on another one is likely enough to be from it
# Whose pictures a page shows says nothing of whose page it is.
_OF_PICTURES = frozenset({Kind.CAPTION, Kind.CREDIT, Kind.COMMENT})
_CLAIM = re.compile(r"(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*\d+)?)?\s*([^.|·•,;©\n]+)", re.I)
_DATED = re.compile(r"[^\W\d_][^\d,|·•;:]*[^\W\d_]")  # words before or behind a date, without figures


def outlet(article: Article, known: Known) -> Iterator[Question]:
    """A question where the outlet is unknown, inferred, or described nowhere."""
    found, saved, curated = article.description.outlet, article.saved, known.curated(article)
    if found is None and not has_text(article):
        return
    problem = next((p for p in known.problems.get(saved.key, ()) if p.code == "D003"), None)
    undescribed = found is not None and found.value not in known.archive.outlets
    doubtful = found is None or undescribed or found.certainty is Certainty.INFERRED
    if problem is None and not doubtful:
        return
    choices: list[Choice] = []
    line, file, rule = None, saved.file, ""
    if problem is not None and curated is not None:
        written = str(curated.fields.get("outlet", ""))
        choices += _described(article, known, written, rename=True)
        finding = known.words("ask.outlet.undescribed", name=written)
        line, file = problem.line, problem.file
    elif found is None:
        finding = known.words("ask.outlet.none")
    else:
        line = saved.line_of(found.span.start) if found.span else None
        rule = found.rule
        if undescribed:
            choices += _described(article, known, found.value)
            finding = known.words("ask.outlet.undescribed", name=found.value)
        else:
            known_one = known.archive.outlets[found.value]
            lines = saved.lines_of(found.span) if found.span else None
            reason = _reason(article, known, found.span, found.rule)
            edits = field_edits(article, "outlet", found.value, reason)
            choices.append(Choice(known_one.name, edits, lines, found.chance, True))
            finding = known.words("ask.outlet.inferred")
    taken = {found.value} if found else set()
    named = [choice for choice in _named(article, known) if choice.edits[0].value not in taken]
    if not choices and all(choice.lines is None for choice in named):
        choices += _new(article, known)
    choices += named
    choices.append(_typed(article, known))
    yield Question("outlet", "outlet", saved.key, file, line, finding, tuple(choices), rule)


def _reason(article: Article, known: Known, span: Span | None, rule: str) -> str:
    return line_reason(known, article, span) if span else known.reasons("ask.because.confirmed", rule=rule)


def _described(article: Article, known: Known, written: str, rename: bool = False) -> list[Choice]:
    """A new entry for a printed name, a host, or what an article's file says."""
    host = host_of(written) if re.fullmatch(r"[\w.-]+\.\w+", written) else ""
    told = [hint.value for hint in article.saved.hints if hint.field == "publisher"]
    names = list(dict.fromkeys([*told, written]))
    choices: list[Choice] = []
    for name in names:
        taken = written if rename and slug_of(written) == written else ""
        identifier = taken or slug_of(name) or slug_of(host)
        entry: dict[str, object] = {"id": identifier, "name": name}
        if name != written and not host and not rename:
            entry["names"] = [written]
        if host:
            entry["hosts"] = [host]
        edits: tuple[Edit, ...] = (Edit(OUTLETS, (identifier,), entry),)
        # The printed name or the address leads to the entry; what an article's file says must be its id.
        if rename and identifier != written:
            edits += (Edit(f"curation/articles/{article.saved.key}.yml", ("outlet",), identifier),)
        choices.append(Choice(known.words("ask.outlet.describe", name=name), edits, confirms=not choices))
    return choices


def _new(article: Article, known: Known) -> Iterator[Choice]:
    """Names beside a date, or that claim the rights, which may be those of an outlet nobody has described."""
    names: dict[str, Span] = {}
    for segment in article.segments:
        text = segment.span.of(article.saved.text)
        if segment.kind is Kind.DATELINE:
            found = _DATED.search(text)
            name = found[0].strip() if found else ""
        elif not segment.kind.readable and segment.kind not in _OF_PICTURES:
            found = _CLAIM.search(text)
            name = found[1].strip() if found else ""
        else:
            continue
        if found and _is_name(name):
            start = segment.span.start
            names.setdefault(name, Span(start + found.start(), start + found.end()))
    for name, span in list(names.items())[:MOST_NEW]:
        identifier = slug_of(name)
        edits = (
            Edit(OUTLETS, (identifier,), {"id": identifier, "name": name}),
            *field_edits(article, "outlet", identifier, line_reason(known, article, span)),
        )
        lines = article.saved.lines_of(span)
        yield Choice(known.words("ask.outlet.describe", name=name), edits, lines)


def _is_name(words: str) -> bool:
    """Whether words may name an outlet: capitals, and none of the words around dates, months or weekdays."""
    parts = words.split()
    if not parts or len(words) > LONGEST_NAME or not slug_of(words) or not words[0].isalnum():
        return False
    around = any(_is_of_a_date(part.rstrip(".:,")) for part in parts)
    return parts[0][0].isupper() and parts[-1][0].isupper() and not around


def _is_of_a_date(word: str) -> bool:
    is_month = bool(find_dates(f"5. {word} 2001"))
    return word.casefold() in _around_dates() or weekday_number(word) is not None or is_month


@cache
def _around_dates() -> frozenset[str]:
    entries = [entry for found in lexicon.sections("datelines").values() for entry in found]
    return frozenset(word.casefold() for entry in entries for word in entry.split())


def _typed(article: Article, known: Known) -> Choice:
    """An outlet that nobody has described, by the name that a person types."""
    edits = (
        Edit(OUTLETS, (TYPED_ID,), {"id": TYPED_ID, "name": TYPED}),
        *field_edits(article, "outlet", TYPED_ID, known.reasons("ask.because.known")),
    )
    return Choice(known.words("ask.typed.outlet"), edits, typed="outlet")


def _named(article: Article, known: Known) -> Iterator[Choice]:
    """The outlets that the saved text names, and those that most articles of the archive are from."""
    saved = article.saved
    places: dict[str, Span] = {}
    counts: Counter[str] = Counter()
    for one in known.outlets.by_id.values():
        for span in _printed(article, one):
            counts[one.id] += 1
            places.setdefault(one.id, span)
    for identifier, _ in counts.most_common(MOST_NAMED):
        span = places[identifier]
        edits = field_edits(article, "outlet", identifier, line_reason(known, article, span))
        yield Choice(known.outlets.by_id[identifier].name, edits, saved.lines_of(span))
    used = Counter(
        found.value
        for other in known.archive.articles
        if (found := other.description.outlet) and found.value in known.archive.outlets
    )
    for identifier, count in used.most_common(MOST_USED):
        if identifier not in places and count >= OFTEN:
            edits = field_edits(article, "outlet", identifier, known.reasons("ask.because.known"))
            name = known.archive.outlets[identifier].name
            yield Choice(known.words("ask.outlet.elsewhere", name=name), edits)


def _printed(article: Article, one: Outlet) -> Iterator[Span]:
    """Where a form of the outlet's name stands, in its own spelling: "Bild" and "Zeit" are words too."""
    text = article.saved.text
    for form in dict.fromkeys((one.name, *one.names, *one.hosts)):
        if form not in text:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            at = match.start()
            segment = next(s for s in article.segments if s.span.start <= at < s.span.end)
            if segment.kind not in _OF_PICTURES and not segment.kind.readable:
                yield Span(at, match.end())
