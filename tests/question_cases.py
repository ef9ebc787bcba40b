"""Projects in which a question of each kind is open, and what a person types where an answer asks for it.

Invented people, outlets and texts.
"""

from __future__ import annotations

from dataclasses import dataclass, field

ARTICLE = """\
Neue Brücke in Sandhaven eröffnet

Küstenbote, 5.6.2001

Die Stadt Sandhaven hat am Dienstag eine neue Brücke eröffnet. Sie führt über den Fluss zum Hafen.

Viele Menschen kamen, obwohl es in Strömen regnete, und gingen am Abend über die neue Brücke nach Hause.
"""
MORE = "\nDer Bürgermeister lobte die Arbeiter und sagte, die Brücke werde den Weg zum Hafen verkürzen.\n"
ENGLISH = """
The city of Sandhaven opened a new bridge on Tuesday. It leads across the river to the harbour, and many came.

Many of them walked home over the new bridge in the evening, although it was raining and the wind was strong.

The mayor praised the workers and said that the bridge would make the way to the harbour shorter for all.
"""
DOUBTFUL = """\
Hafenstadt Sandhaven
Neue Brücke verbindet die Ufer
Der Fluss und seine Brücken

Die Stadt Sandhaven hat am Dienstag eine neue Brücke eröffnet. Sie führt über den Fluss zum Hafen.

Viele Menschen kamen, obwohl es in Strömen regnete, und gingen am Abend über die neue Brücke heim.
"""
WEBERS = """\
- id: anna-weber
  name: Anna Weber
- id: anna-weber-2
  name: Anna Weber
"""
NAMED = ARTICLE + "\nAuch Anna Weber war da, und sie sprach zu den Leuten am Hafen von der alten Fähre.\n"
CURATED = "curation/articles/a.yml"
CONTEXT = "quote: Dienstag\n    prefix: gern am"
CLAIMS = "\n© 2001 Küstenbote. Alle Rechte vorbehalten\n\n© 2001 Agentur Nord\n"
TILSEN = "\nDie Hafenmeisterin Anna Tilsen kam, und Anna Tilsen sprach von der alten Fähre und vom Hafen.\n"
DATED = ARTICLE.replace("5.6.2001", "Sandhaven") + "\nLetzte Änderung: 6.6.2001\n"
OUTLET = "- id: kuestenbote\n  name: Küstenbote\n"
SPORT = "\nDie Torhüterin Jette Ahlsen kam, und Jette Ahlsen sprach am Abend von der alten Fähre am Hafen.\n"
MINISTRY = SPORT.replace("Torhüterin", "Ministerin")
# Paragraphs behind a box of headlines: the article seemed to have ended.
BOX = """
Lesen Sie auch
Neuer Radweg am Deich
Streit um die Mole

""" + (
    "Die Arbeiten sollen im April beginnen und fünf Monate dauern, sagte der Bauamtsleiter. Bis dahin bleibt "
    "die Brücke offen. Für Fußgänger wird ein Steg gebaut, der neben ihr über den Fluss führt.\n"
)
# What a person types, by what is asked for.
TYPES = {
    "title": "Eine Brücke für Sandhaven",
    "date": "2001-06",
    "encoding": "cp1252",
    "outlet": "Küstenpost",
    "authors": "Mira Tilsen; Jonte Mustrow",
    "rights": "© 2001 Hafenpresse",
    "name": "Mira von Tilsen",
}


@dataclass(frozen=True)
class Case:
    """A project in which a question of the kind is open: a seed `a.txt`, curation and essays by path."""

    kind: str
    seed: str | bytes = ARTICLE
    files: dict[str, str] = field(default_factory=dict)


def _essay(text: str) -> dict[str, str]:
    return {"docs/essays/e.md": f"# Über die Brücke\n\n{text}\n"}


def _noted(note: str) -> dict[str, str]:
    return {"curation/articles/a.yml": f"notes:\n  - {note}\n    note: Ein *Wort*.\n    tags: [Hafen]\n"}


CASES: dict[str, Case] = {
    "no article": Case("text", "Start\nPolitik\nWirtschaft\nImpressum\nKontakt\n"),
    "two languages": Case("parts", ARTICLE + ENGLISH),
    "signs of two articles": Case("parts", f"1 von 2\n{ARTICLE}{MORE * 4}2 von 2\n{ARTICLE}{MORE * 4}"),
    "another version": Case(
        "corrections", files={"curation/articles/a.yml": 'sha256: "00000000"\nlines:\n  5: lead\n'}
    ),
    "a likely title": Case("title", DOUBTFUL.replace("Der Fluss und seine Brücken\n", "")),
    "no title": Case("title", DOUBTFUL),
    "not UTF-8": Case("encoding", ARTICLE.encode("cp1252")),
    "no date": Case("date", ARTICLE.replace("Küstenbote, 5.6.2001\n\n", "")),
    "days in the text": Case("date", DATED),
    "another weekday": Case("date", ARTICLE.replace("Küstenbote,", "Küstenbote, Mittwoch,")),
    "a curated date nobody can read": Case(
        "date", files={"curation/articles/a.yml": "date: neulich\nbecause:\n  date: gehört\n"}
    ),
    "no outlet": Case("outlet", ARTICLE.replace("Küstenbote, ", "")),
    "an outlet beside the date": Case("outlet"),
    "an outlet that claims the rights": Case(
        "outlet", ARTICLE.replace("Küstenbote, ", "") + "\n© 2001 Talbote GmbH\n"
    ),
    "the host of an address": Case(
        "outlet", "https://www.sandhaven-blatt.example/neu\n" + ARTICLE.replace("Küstenbote, ", "")
    ),
    "a masthead": Case(
        "outlet",
        "Küstenbote\n\n" + ARTICLE.replace("Küstenbote, ", ""),
        {"curation/outlets.yml": OUTLET},
    ),
    "a curated outlet nobody described": Case(
        "outlet", files={"curation/articles/a.yml": "outlet: kuestenbote\nbecause:\n  outlet: Kopfzeile\n"}
    ),
    "a curated outlet by a name": Case(
        "outlet", files={"curation/articles/a.yml": "outlet: Der Küstenbote\nbecause:\n  outlet: Kopfzeile\n"}
    ),
    "a name beside the date": Case("authors", ARTICLE.replace("Küstenbote,", "Mira Tilsen\nKüstenbote,")),
    "a byline without a name": Case(
        "authors", ARTICLE.replace("2001\n", "2001\nVon unserem Korrespondenten am Hafen\n", 1)
    ),
    "a note about the author": Case(
        "lines",
        f"{ARTICLE}{MORE}\nVon Mira Tilsen\n\nMira Tilsen ist Redakteurin des Küstenboten und schreibt seit "
        "vielen Jahren über den Hafen und die Schiffe.\n",
    ),
    "a wall": Case("cut", ARTICLE + "\nWeiterlesen mit Abo\n"),
    "sentences behind a box": Case("cut", ARTICLE + MORE + BOX),
    "namesakes": Case("namesakes", ARTICLE + SPORT, {"seeds/b.txt": ARTICLE + MINISTRY}),
    "two people of one name": Case("people", NAMED, {"curation/people.yml": WEBERS}),
    "a decision for nobody": Case("people", NAMED, {CURATED: "people:\n  Anna Weber: carl-weber\n"}),
    "a decision about no name": Case(
        "people",
        NAMED,
        {"curation/people.yml": WEBERS, CURATED: "people:\n  Maier: anna-weber\n"},
    ),
    "an unknown key": Case("quotations", files=_essay("„Viele Menschen kamen“ [@kuestenbote2001brukke].")),
    "a wrong paragraph": Case("quotations", files=_essay("Man liest: „Viele Menschen kamen“ [@KEY, ¶ 1].")),
    "no such paragraph": Case("quotations", files=_essay("Dazu mehr [@KEY, ¶ 9].")),
    "other words": Case("quotations", files=_essay("Man liest: „Ganz erfundene Worte zur Kirche“ [@KEY].")),
    "a page": Case("quotations", files=_essay("Man liest: „Viele Menschen kamen“ [@KEY, S. 5].")),
    "a key in a link": Case("quotations", files=_essay("Mehr [bei @KEY](https://bote.example).")),
    "words that stand twice": Case("notes", files=_noted("quote: Brücke")),
    "words with a context that is not there": Case("notes", files=_noted(CONTEXT)),
    "words that are nearly there": Case("notes", files=_noted("quote: kamen wenige Menschen, obwohl")),
    "words that are nowhere": Case("notes", files=_noted("quote: Kirchturmuhr")),
    "two claims": Case("rights", ARTICLE + CLAIMS),
    "a new person": Case("person", ARTICLE + TILSEN),
    "another spelling": Case(
        "person",
        ARTICLE + "\nSerguej Mustrow kam, und Serguej Mustrow sprach.\n",
        {"curation/people.yml": "- id: sergej-mustrow\n  name: Sergej Mustrow\n  also: [S. Mustrow]\n"},
    ),
}  # fmt: skip
