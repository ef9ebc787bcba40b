"""Where a note may belong that is anchored nowhere: its words with or without context, or what is nearest."""

import pytest

from annotated_archive.model import Note
from annotated_archive.stages.anchor import possible_passages

from .printed_page import printed_page

TWICE = (
    "Die kleine Fähre fährt am Morgen über den Fluss.\n\n"
    "Am Abend warten dort viele Gäste auf sie.\n\n"
    "Die kleine Fähre fährt am Morgen nicht, sagt der Wirt."
)
FERRY = "Die kleine Fähre fährt am Morgen"


def places(quote: str, prefix: str = "", suffix: str = "", page: str = TWICE) -> list[tuple[str, str]]:
    """Each passage that may be meant, and how the selector that anchors there quotes it."""
    saved, segments = printed_page(page)
    note = Note(quote=quote, prefix=prefix, suffix=suffix, text="")
    found = possible_passages(note, saved, segments)
    return [(span.of(saved.text), selector[0]) for span, selector in found]


@pytest.mark.parametrize(
    ("quote", "prefix", "suffix", "expected"),
    [
        ("viele Gäste", "", "", ["viele Gäste"]),
        (FERRY, "", "", [FERRY, FERRY]),
        (FERRY, "", " nicht, sagt", [FERRY]),  # its context tells the two apart
        (FERRY, "Gestern Abend: ", "", [FERRY, FERRY]),  # a context that is nowhere is left away
        ("Am Abend wartet dort viele Gäste auf sie", "", "", ["Am Abend warten dort viele Gäste auf sie"]),
        ("Über Steuern hat der Rat nicht gesprochen", "", "", []),
        ("…", "", "", []),
        (" – ", "Am Abend", "", []),
        ("", "", "", []),
    ],
)
def test_what_a_note_may_mean(quote, prefix, suffix, expected):
    found = places(quote, prefix, suffix)
    assert [text for text, _ in found] == expected
    assert [quoted for _, quoted in found] == expected


def test_the_second_of_two_is_told_by_its_context():
    saved, segments = printed_page(TWICE)
    note = Note(quote=FERRY, prefix="", suffix=" nicht, sagt", text="")
    ((span, _),) = possible_passages(note, saved, segments)
    assert span.start == saved.text.rindex(FERRY)
