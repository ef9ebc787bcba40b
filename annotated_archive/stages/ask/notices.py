"""Problems of a file's text that a person settles: no article, several, cut off, unknown encoding.

`accept:` with a reason settles what may stay as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...knowledge.curation.edits import Edit, one_key
from ...model import Article, Kind, Span
from ...problems import Problem
from ...questions import Choice, Question
from .known import (
    Known,
    accept_edits,
    checksum_edit,
    field_edits,
    file_of,
    line_edits,
    typed_field,
)

NO_TEXT, REPLACED, ENCODING = "S001", "C008", "R003"
CUT = ("S002", "S003", "S004")
SEVERAL = ("R007", "R008", "D007")
SET_ASIDE = "S004"
_LINES = re.compile(r"\bon lines? (\d+(?:–\d+)?(?:, \d+(?:–\d+)?)*)")
_FROM_HERE = frozenset({"D007"})  # what stands below the line can be left out


def _found(article: Article, known: Known, *codes: str) -> Iterator[Problem]:
    return (p for p in known.problems.get(article.saved.key, ()) if p.code in codes)


def _question(kind: str, article: Article, known: Known, problem: Problem, choices: list[Choice]) -> Question:
    said = f"{problem.finding} {problem.remedy}"
    return Question(
        kind,
        f"{kind}:{problem.code}",
        article.saved.key,
        problem.file,
        problem.line,
        known.words(f"ask.problem.{problem.code}"),
        tuple(choices),
        detail=said,
    )


def _accept(article: Article, known: Known, problem: Problem, key: str) -> Choice:
    reason = known.reasons("ask.because.accepted")
    return Choice(known.words(key), accept_edits(article, problem.code, reason), confirms=True)


def text(article: Article, known: Known) -> Iterator[Question]:
    """A file in which no article was found: all of it may be one."""
    saved = article.saved
    for problem in _found(article, known, NO_TEXT):
        choices = [_accept(article, known, problem, "ask.text.accept")]
        words = [s.span for s in article.segments if s.kind is not Kind.BLANK]
        if words and not saved.lines:
            all_of_it = Span(words[0].start, words[-1].end)
            edits = (
                *checksum_edit(article, known.curated(article)),
                Edit(file_of(article), ("lines", one_key(*saved.lines_of(all_of_it))), Kind.BODY.value),
            )
            choices.insert(0, Choice(known.words("ask.text.all"), edits, saved.lines_of(all_of_it)))
        yield _question("text", article, known, problem, choices)


def parts(article: Article, known: Known) -> Iterator[Question]:
    """A text that may be several."""
    saved = article.saved
    for problem in _found(article, known, *SEVERAL):
        choices = [_accept(article, known, problem, "ask.parts.accept")]
        if problem.code in _FROM_HERE and problem.line is not None and not saved.lines:
            below = [s.span for s in article.segments if s.kind is not Kind.BLANK]
            below = [span for span in below if saved.line_of(span.start) >= (problem.line or 0)]
            if below:
                last = saved.lines_of(below[-1])[1]
                edits = (
                    *checksum_edit(article, known.curated(article)),
                    Edit(file_of(article), ("lines", one_key(problem.line, last)), Kind.BOILERPLATE.value),
                )
                choices.append(Choice(known.words("ask.parts.rest"), edits, (problem.line, last)))
        yield _question("parts", article, known, problem, choices)


def corrections(article: Article, known: Known) -> Iterator[Question]:
    """Corrections that were made for another version of the file."""
    curated, file = known.curated(article), file_of(article)
    if curated is None or not curated.corrections or article.saved.sha256.startswith(curated.sha256):
        return
    for problem in _found(article, known, REPLACED):
        checksum = Edit(file, ("sha256",), article.saved.sha256[:12])
        choices = [
            Choice(known.words("ask.corrections.fit"), (checksum,), confirms=True),
            Choice(known.words("ask.corrections.drop"), (Edit(file, ("lines",)),)),
        ]
        yield _question("corrections", article, known, problem, choices)
        return


def encoding(article: Article, known: Known) -> Iterator[Question]:
    """A file whose encoding was guessed."""
    guessed = article.saved.encoding
    for problem in _found(article, known, ENCODING):
        reason = known.reasons("ask.because.readable")
        choices = [
            Choice(guessed, field_edits(article, "encoding", guessed, reason), confirms=True),
            Choice(
                known.words("ask.typed.encoding"), typed_field(known, article, "encoding"), typed="encoding"
            ),
        ]
        yield _question("encoding", article, known, problem, choices)


def cut(article: Article, known: Known) -> Iterator[Question]:
    """A text that breaks off, or is shorter than its file says, or of whose sentences some were set aside."""
    saved = article.saved
    for problem in _found(article, known, *CUT):
        key = "ask.cut.others" if problem.code == SET_ASIDE else "ask.cut.accept"
        choices = [_accept(article, known, problem, key)]
        if problem.code == SET_ASIDE and not saved.lines and (found := _LINES.search(problem.finding)):
            file = file_of(article)
            edits = (
                *checksum_edit(article, known.curated(article)),
                *(
                    Edit(file, ("lines", one.replace("–", "-")), Kind.BODY.value)
                    for one in found[1].split(", ")
                ),
            )
            choices.append(Choice(known.words("ask.cut.belong"), edits))
        wall = article.description.incomplete
        if problem.code == "S002" and wall is not None and wall.span is not None:
            edits = line_edits(article, known.curated(article), wall.span, Kind.BODY.value)
            choices.append(Choice(known.words("ask.cut.body"), edits, saved.lines_of(wall.span)))
        yield _question("cut", article, known, problem, choices)
