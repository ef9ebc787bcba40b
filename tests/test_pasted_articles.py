"""Articles pasted into one plain file: nothing of the second becomes a fact of the first, which is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotated_archive.pipeline import gather

from .small_project import small_project

FIRST = """\
Die Stadt Grauburg will ihre Mühlbrücke bis zum Frühjahr sanieren. Das beschloss der Rat am Dienstag.

Die Brücke stammt aus dem Jahr 1911 und ist seit zwei Jahren gesperrt. Bürgermeister Jan Petersen klagte.
"""
SECOND = """\
Der Landkreis hat einen neuen Weg gebaut. Er führt am Fluss entlang bis zum Wehr hinter der alten Mühle.

Viele Menschen kamen, obwohl es in Strömen regnete. Landrat Udo Meier sprach am Abend ein paar Worte.
"""
TITLES = "Brücke wird saniert", "Neuer Weg am Fluss"
# What stands below the two titles; the first may have nothing.
HEADS = {
    "author, then outlet and day": (
        "Von Ulla Kersting\n\nKüstenbote, 12.03.2019",
        "Von Karl Brandt\n\nTalzeitung, 15.04.2020",
    ),
    "outlet and day": ("Küstenbote, 12.03.2019", "Talzeitung, 15.04.2020"),
    "day in words": ("Küstenbote, 12. März 2019", "Talzeitung, 15. April 2020"),
    "day, then author": ("12.03.2019\nVon Ulla Kersting", "15.04.2020\nVon Karl Brandt"),
    "author and day": ("Von Ulla Kersting\n12.03.2019", "Von Karl Brandt\n15.04.2020"),
    "nothing above the first": ("", "Von Karl Brandt\n\nTalzeitung, 15.04.2020"),
    "English": ("By Jane Moor\nThe Tide, March 12, 2019", "By Tom Reed\nThe Valley Post, April 15, 2020"),
    "French": ("Par Anne Leroux\nLe Quai, 12 mars 2019", "Par Luc Morel\nLa Vallée, 15 avril 2020"),
}
BETWEEN = ("\n\n", "\n\n\n\n", "\n----------\n\n", "\n* * *\n\n", "\n==========\n", "\f")


def text(heads: tuple[str, str], between: str = "\n\n") -> str:
    one, two = (
        f"{title}\n\n{head}\n\n{body}"
        for title, head, body in zip(TITLES, heads, (FIRST, SECOND), strict=True)
    )
    return one + between + two


def codes_and_facts(tmp_path: Path, written: str) -> tuple[list[str], set[str], str]:
    found = gather(small_project(tmp_path / "p", one=written))
    (article,) = found.archive.articles
    known = article.description
    facts = {a.value for a in known.authors} | {p.name for p in article.people}
    return [p.code for p in found.problems], facts, known.date.value if known.date else ""


@pytest.mark.parametrize("case", HEADS)
def test_no_fact_crosses(case: str, tmp_path: Path) -> None:
    codes, facts, day = codes_and_facts(tmp_path, text(HEADS[case]))
    assert "R007" in codes
    assert not facts & {"Karl Brandt", "Tom Reed", "Luc Morel", "Udo Meier"}
    assert day in ("2019-03-12", "")


@pytest.mark.parametrize("between", BETWEEN)
def test_whatever_stands_between(between: str, tmp_path: Path) -> None:
    codes, facts, day = codes_and_facts(tmp_path, text(HEADS["author and day"], between))
    assert (codes, day) == (["R007"], "2019-03-12")
    assert facts == {"Ulla Kersting", "Jan Petersen"}


TOP = f"{TITLES[0]}\n\n12.03.2019\n\n{FIRST}\n"
ONE = {
    "a teaser below": f"{TOP}{TITLES[1]}\nVon Karl Brandt\n15.04.2020\nDer Weg ist da.\n",
    "parts by several authors": f"{TOP}{TITLES[1]}\n\nVon Karl Brandt\n\n{SECOND}",
    "a comment": f"{TOP}2 Kommentare\n\nKarl Brandt\n15.04.2020 um 12:03\n\n{SECOND}",
    "a subhead": f"{TOP}{TITLES[1]}\n\n{SECOND}",
}


@pytest.mark.parametrize("case", ONE)
def test_one_article_stays_one(case: str, tmp_path: Path) -> None:
    assert "R007" not in codes_and_facts(tmp_path, ONE[case])[0]
