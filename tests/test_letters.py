"""Who signed one of several letters did not write their page; whoever is named in its byline did."""

from string import ascii_letters

import pytest

from .test_as_printed import BODY, DAY, TITLE, read

LETTERS = (
    "Ich sehe das anders. Der Kran wäre für die Kinder wichtig gewesen, und die Schulen hätten auch etwas "
    "davon gehabt, denn die Führungen fallen seit Jahren aus.",
    "Völlig richtig so, endlich denkt jemand nach. Die Stadt hat kein Geld, und der Kran war seit Jahren nur "
    "zu einem Drittel besucht, wie jeder weiß, der dort war.",
    "Schade darum. Wer soll jetzt noch an den Hafen kommen, wenn dort nichts mehr offen ist außer den Banken "
    "und den Handyläden, fragt man sich als Bürgerin.",
)
INTRO = (
    "Zum Bericht über den Kran erreichten uns viele Zuschriften, von denen wir hier eine Auswahl abdrucken, "
    "gekürzt und ohne Wertung, wie immer an dieser Stelle."
)


@pytest.mark.parametrize(
    "signed",
    [
        ("Nick Nagel, Musterstadt", "Otto Ohnesorg, Probedorf", "Lena Lang, Musterstadt"),
        ("Nick Nagel", "Otto Ohnesorg", "Lena Lang"),
        ("Nick Nagel, Musterstadt", "Otto Ohnesorg, Probedorf", "Lena Lang"),
        ("Dr. Nick Nagel, 12345 Musterstadt", "Otto Ohnesorg", "Lena Lang"),
        ("Von Nick Nagel, Musterstadt", "Von Otto Ohnesorg, Probedorf", "Von Lena Lang"),
        ("Nick Nagel, per E-Mail", "Otto Ohnesorg, via Facebook", "Lena Lang"),
    ],
)
@pytest.mark.parametrize(
    "head",
    [("Leserbriefe", INTRO), ("Briefe an die Redaktion",), ("Letters to the editor",), ("Forum", INTRO)],
)
def test_who_signed_a_letter_is_no_author_of_the_page(head, signed):
    lines = [line for letter, name in zip(LETTERS, signed, strict=True) for line in (letter, name)]
    assert read("\n\n".join([DAY, *head, *lines]) + "\n")["authors"] == []


# Authors far above the text, whom boxes below it portray.
FAR_BYLINE = "\n".join(
    ["Ulla Kersting, Tom Lindner (Grauburg)", *(f"Abschnitt {letter}" for letter in ascii_letters)]
)
LONG_TITLE = "Stadt Grauburg will ihren alten Kran aus dem Jahr 1904 bis zum Herbst ganz sanieren"
LONG_TEASER = "Warum in Probedorf seit drei Jahren niemand mehr mit der alten Fähre über den Fluss will"
LEAD = (
    "Der alte Kran am Hafen von Grauburg rostet seit Jahren vor sich hin, nun gibt der Stadtrat dafür Geld."
)


@pytest.mark.parametrize(
    ("parts", "authors"),
    [
        ([TITLE, DAY, BODY, "Ulla Kersting"], ["Ulla Kersting"]),
        ([TITLE, "Von Ulla Kersting", DAY, BODY, "Tom Lindner"], ["Ulla Kersting"]),
        (
            [TITLE, "Von Ulla Kersting", DAY, *LETTERS[:1], "Nick Nagel", *LETTERS[1:2], "Lena Lang"],
            ["Ulla Kersting"],
        ),
        ([FAR_BYLINE, TITLE, DAY, LETTERS[1], "Tom Lindner", LETTERS[0], "Ulla Kersting"], ["Tom Lindner"]),
        ([LONG_TITLE, "Ulla Kersting", DAY, BODY, LONG_TEASER, "Otto Ohnesorg"], ["Ulla Kersting"]),
        ([LONG_TEASER, "Otto Ohnesorg", LONG_TITLE, "Von Ulla Kersting", DAY, BODY], ["Ulla Kersting"]),
        ([TITLE, LEAD, "Von Ulla Kersting", DAY, BODY, "Otto Ohnesorg"], ["Ulla Kersting"]),
        (
            [
                TITLE,
                LEAD,
                "Von Ulla Kersting",
                DAY,
                LETTERS[0],
                "Alte Kräne",
                LETTERS[1],
                "Neue Kräne",
                LETTERS[2],
            ],
            ["Ulla Kersting"],
        ),
        (
            [
                TITLE,
                LEAD,
                "Von Ulla Kersting",
                DAY,
                LETTERS[0],
                "Otto Ohnesorg",
                LETTERS[1],
                "Lena Lang",
                BODY,
            ],
            ["Ulla Kersting"],
        ),
        (
            [TITLE, LEAD, "Ulla Kersting", DAY, BODY, "Mehr zum Thema", LONG_TEASER, "Lena Lang"],
            ["Ulla Kersting"],
        ),
        (
            [
                LONG_TEASER,
                "Nick Nagel",
                LONG_TEASER + " nicht",
                "Lena Lang",
                TITLE,
                "Von Ulla Kersting",
                DAY,
                BODY,
            ],
            ["Ulla Kersting"],
        ),
    ],
)
def test_who_signed_the_whole_is_its_author(parts, authors):
    assert read("\n\n".join(parts) + "\n")["authors"] == authors
