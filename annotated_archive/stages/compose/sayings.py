"""What a person is quoted as saying → lines with the words, their paragraph and the rule that says whose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import Saying
from ...words.languages import Interface
from .catalogue import Entry, shorten
from .concordance import Group, passage_link
from .escape import Markdown, escape
from .language import foreign, marked
from .rows import row
from .rules import explanation

# Characters. Longer quotations are passages; the paragraph that holds one is a link away.
LONGEST_SAYING = 400
# On one page: the newest say most about why somebody is being read about.
MOST_SAYINGS = 40


def quoted(entries: Iterable[Entry], person: str, words: Interface, here: str) -> tuple[list[Group], int]:
    """The articles that quote the person, with the quotations, and how many quotations are left out."""
    groups: list[Group] = []
    room, left_out = MOST_SAYINGS, 0
    for entry in entries:
        sayings = entry.sayings.get(person, ())
        lines = tuple(_lines(sayings[: max(room, 0)], entry, words, here)) if sayings else ()
        room -= len(lines)
        left_out += max(len(sayings) - len(lines), 0)
        if lines:
            count = words("sayings", n=len(lines))
            groups.append(Group(row(entry, words, here, brief=True), count, lines))
    return groups, left_out


def _lines(sayings: Iterable[Saying], entry: Entry, words: Interface, here: str) -> Iterator[Markdown]:
    language = foreign(entry, words)
    for saying in sayings:
        found = entry.parts.find(saying.span)
        if found:
            passage, start, end = found
            said = marked(shorten(passage.text[start:end], LONGEST_SAYING), language)
            yield _line(passage_link(entry, passage, here, words), said, saying.rule, words)


def _line(target: Markdown, said: Markdown, rule: str, words: Interface) -> Markdown:
    """A quotation, and folded behind it why a rule holds it for this person's."""
    why = escape(explanation(rule, words.language) or rule)
    summary = escape(words("saying.by-rule"))
    fold = f'<details class="evidence inferred"><summary>{summary}</summary>{why}</details>'
    return Markdown(f"{target} {said} {fold}")
