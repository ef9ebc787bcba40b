"""Notes whose passage is not there, or there more than once → the passages they may mean."""

from __future__ import annotations

from collections.abc import Iterator

from ...knowledge.curation.edits import Edit
from ...model import Article, Note
from ...questions import Choice, Question
from .known import LONGEST, Known, one_line

CODES = ("N001", "N002")
MOST = 5  # passages to choose from


def notes(article: Article, known: Known) -> Iterator[Question]:
    """A question for each note that is anchored nowhere."""
    curated = known.curated(article)
    if curated is None:
        return
    for problem in known.problems.get(article.saved.key, ()):
        note = next((n for n in curated.notes if n.line == problem.line), None)
        if problem.code not in CODES or note is None or note.line is None:
            continue
        choices = list(_choices(article, known, note, note.line))
        away = Edit(curated.file, ("notes", note.line))
        choices.append(Choice(known.words("ask.notes.drop"), (away,)))
        key = f"notes:{note.line}"
        finding, detail = known.words(f"ask.problem.{problem.code}"), f"{problem.finding} {problem.remedy}"
        yield Question(
            "notes",
            key,
            article.saved.key,
            problem.file,
            problem.line,
            finding,
            tuple(choices),
            detail=detail,
        )


def _choices(article: Article, known: Known, note: Note, line: int) -> Iterator[Choice]:
    for span, (quote, prefix, suffix) in known.passages(note, article)[:MOST]:
        value: dict[str, object] = {"quote": quote}
        value |= {key: words for key, words in (("prefix", prefix), ("suffix", suffix)) if words}
        value["note"] = note.text
        value |= {"tags": list(note.tags)} if note.tags else {}
        value |= {key: words for key, words in (("by", note.by), ("date", note.date)) if words}
        # A context that the note gives, and the passage does not need, would be looked for as well.
        gone = [key for key in ("prefix", "suffix") if key not in value and getattr(note, key)]
        value |= dict.fromkeys(gone)
        before, after = (f"… {prefix} " if prefix else ""), (f" {suffix} …" if suffix else "")
        shown = one_line(f"{before}[{quote}]{after}", LONGEST)
        edit = Edit(note.file, ("notes", line), value)
        yield Choice(shown, (edit,), article.saved.lines_of(span))
