"""An article's headline and text as its page prints them: people linked, noted passages highlighted.

Below a passage stand the notes whose passages end in it. Where the window is wide they stand beside it, and
`beside` says how many passages they may be as long as before the next notes come.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...model import Found, Kind, Span
from ...text.paragraphs import fold
from ...words.languages import Interface
from .catalogue import Entry
from .escape import Markdown
from .former_ids import former_ids
from .highlights import Highlight, Link, position, with_highlights
from .introductions import introductions
from .note_citations import NoteCitations
from .notes import PrintedNote, printed_notes
from .passages import person_links

# The style sheet has a rule for each of these.
BESIDE = (1, 2, 3, 4, 6, 9)


@dataclass(frozen=True, slots=True)
class PrintedPassage:
    """A paragraph or subhead. `notes` stand below it, and take the height of `beside` passages."""

    kind: Kind
    id: str
    number: int | None
    markdown: Markdown
    notes: tuple[PrintedNote, ...] = ()
    beside: int = 1


@dataclass(frozen=True, slots=True)
class Annotated:
    """Headline and text of an article. `notes` are those of the headline, `beside` is theirs."""

    kicker: Markdown | None
    title: Markdown
    passages: tuple[PrintedPassage, ...]
    notes: tuple[PrintedNote, ...] = ()
    beside: int = 1


@dataclass(frozen=True, slots=True)
class _Unit:
    """A text of the page with the parts of the saved text that it is made from."""

    text: str
    parts: tuple[Span, ...]
    links: tuple[Link, ...] = ()


def annotated(entry: Entry, words: Interface, here: str, citing: NoteCitations) -> Annotated:
    """The headline and text of an article for the page `here`."""
    notes = printed_notes(entry, words, citing, here)
    known = entry.article.description
    mentions = [mention for found in entry.mentions.values() for mention in found]
    saved = entry.article.saved.text
    kicker = _headline(known.kicker, saved)
    title = _headline(known.title, saved) or _Unit(entry.title, ())
    who = introductions(entry.article.people, entry.articles_naming, words)
    units = [_Unit(p.text, p.spans, person_links(p, saved, mentions, here, who)) for p in entry.paragraphs]
    former = former_ids(entry.article.address, entry.paragraphs)
    head = [unit for unit in (kicker, title) if unit]
    everything = [*head, *units]
    homes = {note.id: _home(note.span, saved, everything, otherwise=len(head) - 1) for note in notes}

    def shown(unit: _Unit, number: int) -> Markdown:
        found = (_highlight(note, unit, saved, homes[note.id] == number, words) for note in notes)
        return with_highlights(unit.text, unit.links, [highlight for highlight in found if highlight])

    below = [tuple(n for n in notes if homes[n.id] == len(head) + i) for i in range(len(units))]
    of_head = tuple(note for note in notes if homes[note.id] < len(head))
    if below and below[0]:
        # Beside the first passage there is room for one list only.
        below[0], of_head = (*of_head, *below[0]), ()
    places = [i for i, found in enumerate(below) if found]
    passages = tuple(
        PrintedPassage(
            p.kind,
            p.id,
            p.number,
            Markdown(former.get(p.id, "") + shown(unit, len(head) + i)),
            below[i],
            _room(i, places, len(units)),
        )
        for i, (p, unit) in enumerate(zip(entry.paragraphs, units, strict=True))
    )
    return Annotated(
        shown(kicker, 0) if kicker else None,
        shown(title, len(head) - 1),
        passages,
        of_head,
        _room(0, places, len(units)),
    )


def _headline(found: Found[str] | None, saved: str) -> _Unit | None:
    """A headline; without its place in the saved text where a person worded it, so that no note is on it."""
    if found is None:
        return None
    text = fold(found.value)
    stands = found.span is not None and fold(found.span.of(saved)) == text
    return _Unit(text, (found.span,) if stands and found.span else ())


def _home(span: Span, saved: str, units: Sequence[_Unit], otherwise: int) -> int:
    """The number of the last text of the page that a passage touches."""
    touched = [i for i, unit in enumerate(units) if position(unit.parts, saved, span)]
    return touched[-1] if touched else otherwise


def _highlight(
    note: PrintedNote, unit: _Unit, saved: str, at_home: bool, words: Callable[..., str]
) -> Highlight | None:
    place = position(unit.parts, saved, note.span)
    if place is None:
        if not at_home:
            return None
        # The headline was worded by a person: the number alone stands behind it.
        place = (len(unit.text), len(unit.text))
    label = words("note.number", number=note.number)
    return Highlight(*place, note.number, note.id, label, note.approximate, at_home)


def _room(at: int, places: Sequence[int], passages: int) -> int:
    """How many passages the notes at one of them may be as long as."""
    following = next((place for place in places if place > at), max(passages, at + 1))
    return max(size for size in BESIDE if size <= following - at)
