"""Texts as newspapers print them: bylines, source lines, headlines with days, columns, names, corrections."""

from typing import Any

import pytest

from annotated_archive.commands.inspection import as_json
from annotated_archive.knowledge.curation import Curation
from annotated_archive.model import Outlet, SavedText
from annotated_archive.pipeline import understand
from annotated_archive.text.paragraphs import fold, folded_position

BODY = """Die Stadt Grauburg will ihren alten Kran bis zum Herbst sanieren. Das beschloss der Stadtrat am \
Mittwochabend mit neun gegen vier Stimmen. Die Kosten bezifferte Bürgermeisterin Roswitha Talheim auf 2,3 \
Millionen Euro.

„Wir dürfen nicht länger zögern“, sagte Talheim nach der Sitzung. Der Kran stammt aus dem Jahr 1904 und ist \
seit drei Jahren nur noch ein Denkmal. Gutachter hatten Rost in den Trägern gefunden.

Widerspruch kam von Detlev Brinkmeyer, der die Bürgerliste im Rat führt. Er hält einen neuen Kran für \
billiger und verwies auf die leere Stadtkasse."""
CURATION = Curation(
    outlets={
        "bote": Outlet("bote", "Grauburger Bote", ("Bote",)),
        "kurier": Outlet("kurier", "Der Kurier"),
        "znw": Outlet("znw", "Zeitung Nordwest", ("ZNW",)),
    }
)


def read(text: str) -> dict[str, Any]:
    saved = SavedText("case.txt", "seeds/case.txt", text, "0" * 64)
    understood = understand(saved, CURATION)
    return as_json(understood, CURATION, understood.problems)


def page(*head: str, tail: str = "", body: str = BODY) -> dict[str, Any]:
    return read("\n\n".join(part for part in (*head, body, tail) if part) + "\n")


TITLE, DAY = "Alter Kran in Grauburg wird saniert", "02.09.2020"


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Von Ulla Kersting", ["Ulla Kersting"]),
        ("Von unserer Redaktion", []),
        ("Von der Redaktion", []),
        ("Von unserer Lokalredaktion", []),
        ("Von unserem Korrespondenten Klaus Dornseif, Grauburg", ["Klaus Dornseif"]),
        ("Von unserer Korrespondentin Anna Muster", ["Anna Muster"]),
        ("Von unserem Mitarbeiter Max Beispiel", ["Max Beispiel"]),
        ("Von unserem Redaktionsmitglied Ulla Kersting", ["Ulla Kersting"]),
        ("Von Jörg Stadlhuber, DER KURIER", ["Jörg Stadlhuber"]),
        ("Von Jörg Stadlhuber, Grauburger Bote", ["Jörg Stadlhuber"]),
        (
            "Von Ulla Kersting, Jan\nBergmann und Tom Lindner",
            ["Ulla Kersting", "Jan Bergmann", "Tom Lindner"],
        ),
        ("Von Ulla Kersting und\nTom Lindner", ["Ulla Kersting", "Tom Lindner"]),
        ("Von Ulla Kersting,\nTom Lindner", ["Ulla Kersting", "Tom Lindner"]),
        ("Autor: Dornseif, Klaus", ["Klaus Dornseif"]),
        ("Autorin: Kersting, Ulla", ["Ulla Kersting"]),
        ("Von Kersting, Ulla", ["Ulla Kersting"]),
        ("Autor: von Beispiel, Max", ["Max von Beispiel"]),
    ],
)
def test_bylines(byline, authors):
    found = page(TITLE, byline, DAY)
    assert (found["title"], found["authors"], found["date"]) == (TITLE, authors, "2020-09-02")


@pytest.mark.parametrize(
    ("line", "outlet", "date"),
    [
        ("Grauburger Bote vom 12.03.2014, Seite 5 / Ressort Politik", "Grauburger Bote", "2014-03-12"),
        ("Grauburger Bote vom 3.1.11, Seite 7", "Grauburger Bote", "2011-01-03"),
        ('"Grauburger Bote" vom 12.03.2014, S. 5', "Grauburger Bote", "2014-03-12"),
        ("Grauburger Bote, 12. März 2014, Seite 5", "Grauburger Bote", "2014-03-12"),
        ("ZNW v. 12.03.2014, S. 5", "Zeitung Nordwest", "2014-03-12"),
        ("Grauburger Bote Nr. 59 vom 12.3.2014", "Grauburger Bote", "2014-03-12"),
    ],
)
def test_source_lines(line, outlet, date):
    found = page(line, TITLE)
    assert (found["title"], found["outlet"], found["date"]) == (TITLE, outlet, date)


@pytest.mark.parametrize(
    ("title", "head", "date"),
    [
        ("Rede vom 17. Juni 1953 wiederentdeckt", ["Von Ulla Kersting"], None),
        ("Brief vom 3. Mai 1921 aufgetaucht", ["Von Ulla Kersting"], None),
        ("Rückblick auf den 9. November 1989", ["Von Ulla Kersting", DAY], "2020-09-02"),
        ("Erinnerung an den 8. Mai 1945", ["Von Ulla Kersting", DAY], "2020-09-02"),
        ("Von Brinkmeyer zu Talheim", ["Von Ulla Kersting", DAY], "2020-09-02"),
        ("Von Grauburg nach Oberlind", ["Von Ulla Kersting", DAY], "2020-09-02"),
        ("Lebensretter geehrt", ["Von Ulla Kersting", DAY], "2020-09-02"),
    ],
)
def test_headlines(title, head, date):
    found = page(title, *head)
    assert (found["title"], found["authors"], found["date"]) == (title, ["Ulla Kersting"], date)


@pytest.mark.parametrize(
    ("head", "date"),
    [
        (["Samstag/Sonntag, 12./13. März 2016"], "2016-03-12/2016-03-13"),
        (["Grauburger Bote, Sa./So., 12./13. März 2016, Seite 17"], "2016-03-12/2016-03-13"),
        (["Grauburger Bote vom 12./13.3.16, Seite 17"], "2016-03-12/2016-03-13"),
        (["Wochenendausgabe, 30. April/1. Mai 2016, Seite 3"], "2016-04-30/2016-05-01"),
        (["Grauburger Bote, Weekend edition, March 12-13, 2016"], "2016-03-12/2016-03-13"),
        (["Grauburger Bote, Weekend edition", "12 March 2016"], "2016-03-12"),
    ],
)
def test_weekend_issues(head, date):
    found = page(*head, TITLE, "Von Ulla Kersting")
    assert (found["title"], found["authors"], found["date"]) == (TITLE, ["Ulla Kersting"], date)


@pytest.mark.parametrize("desk", ["dpa/sn", "dpa/bb", "dpa/mv", "dpa/th", "dpa/sa"])
def test_an_agencys_desk_is_no_author(desk):
    found = page(TITLE, DAY, body=f"Grauburg ({desk}) - {BODY}")
    assert (found["agencies"], found["authors"]) == (["dpa"], [])


@pytest.mark.parametrize("width", [24, 28, 34, 38, 42])
@pytest.mark.parametrize("mark", ["-", "\u00ad", "¬", "‐"])
def test_narrow_columns(width, mark):
    column = "\n\n".join(wrapped(paragraph, width, mark) for paragraph in BODY.split("\n\n"))
    found = page(TITLE, "Von Ulla Kersting", DAY, body=column)
    assert (found["title"], found["authors"], found["date"]) == (TITLE, ["Ulla Kersting"], "2020-09-02")
    assert {person["name"] for person in found["people"]} == {"Roswitha Talheim", "Detlev Brinkmeyer"}
    assert sum(segment["kind"] in ("lead", "body") for segment in found["segments"]) == 3


@pytest.mark.parametrize("width", [24, 28, 34, 38, 42])
@pytest.mark.parametrize("mark", ["-", "\u00ad", "¬", "‐"])
@pytest.mark.parametrize("head", [(), ("Grauburger Bote, 2. September 2020, Seite 17",)])
def test_a_narrow_column_without_blank_lines(width, mark, head):
    """As `pdftotext -raw` gives it."""
    column = "\n".join(wrapped(paragraph, width, mark) for paragraph in BODY.split("\n\n"))
    found = read("\n".join([*(head or [DAY]), TITLE, "Von Ulla Kersting", column]) + "\n\f")
    assert (found["title"], found["authors"], found["date"]) == (TITLE, ["Ulla Kersting"], "2020-09-02")
    assert {person["name"] for person in found["people"]} == {"Roswitha Talheim", "Detlev Brinkmeyer"}


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("der Gemein-\nderat", "der Gemeinderat"),
        ("der Gemein\u00ad\nderat", "der Gemeinderat"),
        ("der Gemein¬\n derat", "der Gemeinderat"),
        ("der Gemein‐ \n  derat", "der Gemeinderat"),
        ("der Gemein\u00ad\n‐\nderat", "der Gemeinderat"),
        ("der US-\nMinister", "der US-Minister"),
        ("Friederike Weidinger-\nHolm", "Friederike Weidinger-Holm"),
        ("Nord-\nund Südtor", "Nord- und Südtor"),
        ("day-\nand night", "day- and night"),
        ("ein Satz – \nnoch einer", "ein Satz – noch einer"),
        ("2014-\n2016", "2014- 2016"),
        ("eine Zeile\nnoch eine", "eine Zeile noch eine"),
    ],
)
def test_words_broken_at_a_line_end(printed, shown):
    assert fold(printed) == shown
    for at in [0, *(i for i, c in enumerate(printed) if c.isalnum()), len(printed)]:
        assert shown[folded_position(printed, at) :][:1] == printed[at : at + 1]


def wrapped(text: str, width: int, mark: str) -> str:
    """The text in a column, long words of small letters cut at their middle."""
    lines, line = [], ""
    for word in text.split():
        if len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
            continue
        room = width - len(line) - 2
        if word.isalpha() and len(word) > 7 and 3 <= room <= len(word) - 3:
            lines.append(f"{line} {word[:room]}{mark}")
            line = word[room:]
        else:
            lines.append(line)
            line = word
    return "\n".join([*lines, line])


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Der Wirt Josef „Sepp“ Stangassinger will spenden.", {"Josef Stangassinger"}),
        ("Auch Hans-Dieter 'Hansi' Kröllmann gab Geld.", {"Hans-Dieter Kröllmann"}),
        ("Die Händlerin Maria (Mitzi) Obermeier half.", {"Maria Obermeier"}),
        ("Der Trainer Karl «Kalle» Brückmann kam.", {"Karl Brückmann"}),
        ("Der Belgier Olivier Van der Aar sprach.", {"Olivier Van der Aar"}),
        ("Auch Peter Van den Burgh sprach.", {"Peter Van den Burgh"}),
        ("Der Jurist Karl Freiherr von und zu Musterstein kam.", {"Karl Freiherr von und zu Musterstein"}),
    ],
)
def test_names_of_several_parts(sentence, people):
    found = page(TITLE, DAY, body=f"{BODY}\n\n{sentence} Das freute alle im Rat der Stadt sehr.")
    assert {p["name"] for p in found["people"]} == {"Roswitha Talheim", "Detlev Brinkmeyer"} | people


@pytest.mark.parametrize(
    "note",
    [
        "Berichtigung: Anders als gemeldet, leitete nicht Karl Lindermayr die Sitzung, sondern Brinkmeyer.",
        "Korrektur: In einer früheren Version hieß es, Karl Lindermayr habe die Sitzung geleitet.",
        "Hinweis: In einer früheren Version dieses Artikels stand, Karl Lindermayr habe den Rat geleitet.",
        "In einer ersten Fassung hatten wir Karl Lindermayr als Leiter der Sitzung genannt.",
    ],
)
def test_whom_a_correction_withdraws_is_nobody(note):
    found = page(TITLE, DAY, tail=note)
    assert {p["name"] for p in found["people"]} == {"Roswitha Talheim", "Detlev Brinkmeyer"}
    assert all("Lindermayr" not in s["text"] for s in found["segments"] if s["kind"] == "body")


def test_a_text_that_goes_on_in_another_language_is_asked_about():
    english = """The town of Grauburg wants to repair its old crane before the autumn. The council decided \
this on Wednesday evening by nine votes to four. The mayor put the cost at 2.3 million euros.

“We must not wait any longer,” she said after the meeting. The crane dates from 1904 and has been nothing \
but a monument for three years. Experts had found rust in the beams of it."""
    assert [p.split(": ")[1][:4] for p in page(TITLE, DAY, tail=english)["problems"]] == ["D007"]
    quoted = (
        "„The show must go on, as we said before the war and will say to them after it is over“, sagte sie."
    )
    assert page(TITLE, DAY, tail=quoted)["problems"] == []


@pytest.mark.parametrize(
    "wall",
    [
        "Dieser Artikel ist Teil von G+.\n\nZugang zu allen Artikeln\nMonatlich kündbar",
        "Zugriff auf alle Artikel\nJederzeit kündbar",
        "Noch 85 % des Artikels",
    ],
)
def test_a_text_that_breaks_off_is_incomplete(wall):
    found = page(TITLE, DAY, body=BODY.rsplit(" ", 4)[0] + " …", tail=wall)
    assert any("S002" in problem for problem in found["problems"])
