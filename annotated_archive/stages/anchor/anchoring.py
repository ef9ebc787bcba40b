"""The stage: the notes of one article → anchors and problems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...model import Anchor, Note, SavedText, Segment
from ...problems import Problem
from ...text.comparable import comparable
from ...text.paragraphs import fold
from ...text.reader_text import ReaderText, reader_text
from ...text.shortened import shortened
from .alike import FEWEST_WORDS_IN_CONTEXT, is_clear, near_passages, with_edges
from .describe import selector
from .exact import WORD, Range, find

EXACT, APPROXIMATE = "exact", "approximate"
# How many passages a problem lists, and how many characters of each: enough to recognise them.
LISTED, SHOWN = 3, 120
LINES = 10  # of passages that a problem names


def anchor(
    notes: Sequence[Note], saved: SavedText, segments: Sequence[Segment]
) -> tuple[tuple[Anchor, ...], tuple[Problem, ...]]:
    """Anchor each note at its one passage, or say why it has none. Boilerplate and comments have none."""
    if not notes:
        return (), ()
    text = reader_text(saved, tuple(segments))
    anchors: list[Anchor] = []
    problems: list[Problem] = []
    for note in notes:
        found = _place(note, text, saved)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            place, method = found
            anchors.append(Anchor(note, text.span(*place), method))
    return tuple(anchors), tuple(problems)


def _place(note: Note, text: ReaderText, saved: SavedText) -> tuple[Range, str] | Problem:
    exact = find(text, note.quote, note.prefix, note.suffix)
    if len(exact) == 1:
        return exact[0], EXACT
    if exact:
        return _ambiguous(note, exact, text, saved)
    quote = comparable(note.quote.strip()).text.strip()
    if not WORD.search(quote):
        remedy = "Quote the words of the passage that the note is about."
        return Problem(note.file, note.line, "N001", "The note quotes no words.", remedy)
    if bare := find(text, note.quote):
        alike = [place for place in bare if _in_context(note, place, text)]
        return (alike[0], APPROXIMATE) if len(alike) == 1 else _elsewhere(note, bare, text, saved)
    best = near_passages(text, quote)
    if is_clear(best, quote, text.text) and _in_context(note, best[0].place, text):
        return with_edges(best[0].place, quote, text.text), APPROXIMATE
    return _missing(note, [near.place for near in best], text, saved)


def _in_context(note: Note, place: Range, text: ReaderText) -> bool:
    """Whether the context given, with its quote, differs from a place in small things only.

    The whole must be as clear as a quote alone must be, and longer.
    """
    prefix, suffix = comparable(note.prefix).text.strip(), comparable(note.suffix).text.strip()
    if not prefix and not suffix:
        return True
    whole = comparable(f"{prefix} {note.quote.strip()} {suffix}".strip()).text
    best = near_passages(text, whole)
    clear = is_clear(best, whole, text.text, FEWEST_WORDS_IN_CONTEXT)
    return clear and best[0].place[0] <= place[0] and place[1] <= best[0].place[1]


def _ambiguous(note: Note, places: Sequence[Range], text: ReaderText, saved: SavedText) -> Problem:
    context = " with this context" if note.prefix or note.suffix else ""
    finding = (
        f"The words {_shown(note.quote)} occur {len(places)} times in {saved.file}{context}, "
        f"in {_lines(places, text, saved)}."
    )
    ways = []
    for place in places[:LISTED]:
        _, prefix, suffix = selector(text, place)
        # A context longer than this is nothing to type: the passage is better quoted at more length.
        if max(len(prefix), len(suffix)) <= SHOWN:
            given = (("prefix", prefix), ("suffix", suffix))
            context = ", ".join(f"{key}: {_as_yaml(value)}" for key, value in given if value)
            ways.append(f"{context} for line {_line(place, text, saved)}")
    remedy = f"Say which is meant: {'; '.join(ways)}." if ways else "Quote more of the passage."
    return Problem(note.file, note.line, "N002", finding, remedy)


def _elsewhere(note: Note, places: Sequence[Range], text: ReaderText, saved: SavedText) -> Problem:
    where = _lines(places, text, saved)
    given = " and ".join(name for name, value in (("prefix", note.prefix), ("suffix", note.suffix)) if value)
    finding = f"The words {_shown(note.quote)} are in {saved.file}, {where}, but not with this {given}."
    remedy = f"Correct the {given} if one of these passages is meant, or delete the note."
    if len(places) == 1:
        remedy = f"Delete the {given} if that passage is meant, or delete the note."
    return Problem(note.file, note.line, "N001", finding, remedy)


def _missing(note: Note, places: Sequence[Range], text: ReaderText, saved: SavedText) -> Problem:
    finding = f"The words {_shown(note.quote)} are not in the title or running text of {saved.file}."
    if not places:
        remedy = "Copy the words of the passage from the seed, or delete the note."
        return Problem(note.file, note.line, "N001", finding, remedy)
    nearest = "; ".join(
        f"{_shown(text.as_printed(*place))} in line {_line(place, text, saved)}" for place in places
    )
    remedy = "Quote the words of the passage that is meant, or delete the note."
    return Problem(note.file, note.line, "N001", f"{finding} Nearest: {nearest}.", remedy)


def _as_yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def _line(place: Range, text: ReaderText, saved: SavedText) -> int:
    return saved.line_of(text.span(*place).start)


def _lines(places: Iterable[Range], text: ReaderText, saved: SavedText) -> str:
    lines = list(dict.fromkeys(str(_line(place, text, saved)) for place in places))
    if len(lines) == 1:
        return f"line {lines[0]}"
    if len(lines) > LINES:
        return f"lines {', '.join(lines[:LINES])} and {len(lines) - LINES} more"
    return f"lines {', '.join(lines[:-1])} and {lines[-1]}"


def _shown(text: str) -> str:
    return f'"{shortened(fold(text), SHOWN)}"'
