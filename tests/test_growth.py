"""No stage takes more than n log n for what can be in a saved file, so that nobody waits without end.

Four times as much may take nine times as long, where n² would take sixteen: room for a busy machine. Time is
that of the processor, the least of three.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from annotated_archive.knowledge.curation import Curation
from annotated_archive.knowledge.outlets import known_outlets
from annotated_archive.model import Article, SavedText, Span
from annotated_archive.pipeline import understand
from annotated_archive.results import Understood
from annotated_archive.stages.address import assign
from annotated_archive.stages.compose import compose
from annotated_archive.stages.identify import spelling_key
from annotated_archive.stages.identify.identity import grouped
from annotated_archive.stages.identify.names import Name
from annotated_archive.stages.merge_people import archive_of
from annotated_archive.stages.segment.block import blocks_of
from annotated_archive.stages.segment.quotes import Paragraphs, is_pull_quote
from annotated_archive.text.quotations import quotations
from annotated_archive.text.slugs import letters_of

TIMES, MOST = 4, 9
MORE = "Die Stadt hat sie am Abend mit Musik empfangen, wie der Rat mitteilte, und sie gingen über den Fluss."
SYLLABLES = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "zu"]


def word(number: int) -> str:
    """A word of its own for each number."""
    letters = ""
    number += len(SYLLABLES) ** 4  # all of one length: none begins another
    while number:
        number, last = divmod(number, len(SYLLABLES))
        letters += SYLLABLES[last]
    return letters


def _saved(text: str, name: str = "a.txt") -> SavedText:
    return SavedText(name, f"seeds/{name}", text, "0" * 64)


def _names(number: int, family: Callable[[int], str]) -> Callable[[], object]:
    names = [
        Name(Span(i, i + 1), "", (word(i).title(), family(i)), 1, "full-name", ()) for i in range(number)
    ]
    return lambda: grouped(names)


def _composed(number: int) -> Callable[[], object]:
    people = " ".join(f"Am Abend kam Anna {word(7 * i).title()}rmann und ging heim." for i in range(number))
    head = "Brücke eröffnet\n\nKüstenbote, 5.6.2001\n\n"
    saved = _saved(f"{head}{MORE} {people}\n\n{MORE}\n")
    u: Understood = understand(saved, Curation())
    assert len(u.people) > number / 2
    outlets = known_outlets()
    address = assign([(saved, u.segments, u.description)], outlets, (), "p").addresses["a"]
    article = Article(saved, u.segments, u.description, u.mentions, u.people, address)
    archive = archive_of([article], outlets, spelling_key)
    return lambda: compose(archive, "local", "de")


def _addresses(number: int) -> Callable[[], object]:
    u = understand(_saved("Brücke eröffnet\n\nAm Dienstag kamen alle auf die Brücke.\n"), Curation())
    seeds = [(_saved("a", f"{i}.txt"), u.segments, u.description) for i in range(number)]
    return lambda: assign(seeds, known_outlets(), (), "p")


def _pull_quotes(number: int) -> Callable[[], object]:
    text = "\n\n".join(
        f"Die Stadt hat am Dienstag {word(i)} und {word(i + 3)} auf der Brücke gesehen, sagte er, und ging."
        for i in range(number)
    )
    blocks = blocks_of(text)
    paragraphs = Paragraphs(blocks)
    return lambda: [is_pull_quote(block, paragraphs) for block in blocks]


SHAPES: dict[str, tuple[int, Callable[[int], Callable[[], object]]]] = {
    "people of one family": (2000, lambda n: _names(n, lambda i: "Ahlsen")),
    "people of many families": (2000, lambda n: _names(n, lambda i: word(i).title())),
    "marks that nobody closes": (20_000, lambda n: lambda: quotations("„ja " * n)),
    "marks that close nothing": (20_000, lambda n: lambda: quotations("ja“ " * n)),
    "marks of two kinds": (20_000, lambda n: lambda: quotations("»ja «nein " * n)),
    "straight marks between": (1000, lambda n: lambda: quotations('„ja "ja ' * n)),
    "spaces that nobody sees": (30_000, lambda n: lambda: blocks_of("\u200b " * n + "ja")),
    "pull quotes": (500, _pull_quotes),
    "pages of people": (150, _composed),
    "articles of one title": (1500, _addresses),
}


def _seconds(work: Callable[[], object]) -> float:
    def once() -> float:
        begun = time.process_time()
        work()
        return time.process_time() - begun

    return min(once() for _ in range(3))


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_as_much_takes_not_much_more_than_four_times_as_long(shape: str) -> None:
    size, made = SHAPES[shape]
    small, large = _seconds(made(size)), _seconds(made(size * TIMES))
    assert large < max(small, 0.01) * MOST, (small, large)


def test_endings_of_equal_names() -> None:
    assert [letters_of(n) for n in (0, 1, 25, 26, 27, 51, 52, 701, 702)] == [
        "", "b", "z", "aa", "ab", "az", "ba", "zz", "aaa",
    ]  # fmt: skip
