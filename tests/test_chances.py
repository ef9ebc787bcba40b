"""A fact is stated only where it is likely; a doubtful one says how sure, a wrong one nothing."""

import re
from pathlib import Path

import pytest

from annotated_archive.commands.inspection import inspect_files
from annotated_archive.commands.review import review
from annotated_archive.model import Certainty, Found, Kind, Span
from annotated_archive.pipeline import gather, known
from annotated_archive.stages.ask import ask
from annotated_archive.stages.compose.catalogue import catalogue
from annotated_archive.stages.compose.facts import facts
from annotated_archive.stages.describe.doubts import signs_of_author, weighed
from annotated_archive.words import lexicon
from annotated_archive.words.chances import STATED, chance, chance_of_kind
from annotated_archive.words.languages import interface

from .small_project import small_project

TEXT = """\
Neue Brücke verbindet die Ufer

{head}

Die Stadt Sandhaven hat am Dienstag eine neue Brücke eröffnet. Sie führt über den Fluss zum Hafen.

Viele Menschen kamen, obwohl es in Strömen regnete, und gingen am Abend über die neue Brücke wieder heim.

Der Bürgermeister lobte die Arbeiter, die drei Jahre an der Brücke über den Fluss gebaut hatten, und dankte.

{tail}
"""


IN_HEAD, BELOW = "16.09.2015", "Sandhaven, den 17. September 2015"


def page(head: str = "", tail: str = "") -> str:
    return TEXT.format(head=head, tail=tail)


# What a page prints, the day that is given and how.
DATES = {
    "in the head": (page(head=IN_HEAD), "2015-09-16", Certainty.STATED),
    "in the head, and the rights of a later year": (
        page(head=IN_HEAD, tail="Alle Rechte vorbehalten 2019"),
        "2015-09-16",
        Certainty.STATED,
    ),
    "in the head, a later day and a later year": (
        page(head=IN_HEAD, tail="Nächste Sitzung: 03.02.2017\n\nAlle Rechte vorbehalten 2019"),
        "2015-09-16",
        Certainty.INFERRED,
    ),
    "below the text": (page(tail=BELOW), "2015-09-17", Certainty.INFERRED),
}


@pytest.mark.parametrize(("text", "day", "certainty"), DATES.values(), ids=DATES)
def test_a_date_is_stated_only_where_it_is_likely_enough(
    tmp_path: Path, text: str, day: str, certainty: Certainty
) -> None:
    (article,) = gather(small_project(tmp_path, bridge=text)).archive.articles
    found = article.description.date
    assert found is not None
    assert (found.value, found.certainty) == (day, certainty)
    assert found.chance is not None
    assert (found.chance >= STATED) == (certainty is Certainty.STATED)


def test_a_doubtful_fact_says_how_sure_it_is(tmp_path: Path) -> None:
    project = small_project(tmp_path, bridge=page(tail=BELOW))
    archive = gather(project).archive
    (found,) = inspect_files([project.root / "seeds/bridge.txt"], project.root / "mkdocs.yml")
    sure = found["evidence"]["date"]["chance"]
    assert 0.5 < sure < STATED
    result = gather(project)
    printed = review(ask(known(project, result, "en")), result.problems, result.curation)
    assert re.search(rf"confirm: {sure:.0%}, line 11, .*\(2015-09-17\)", printed)
    (entry,) = catalogue(archive).entries
    for language, words in (("de", "sicher zu {} %"), ("en", "{}% certain"), ("fr", "sûr à {} %")):
        told = {fact.label: fact for fact in facts(entry, interface(language), "")}
        evidence = told[interface(language)("fact.date", n=1)].evidence
        assert evidence is not None
        assert words.format(round(100 * sure)) in evidence.details.replace("\\", "")


def test_a_certain_fact_does_not_speak_of_chances(tmp_path: Path) -> None:
    archive = gather(small_project(tmp_path, bridge=page(head=IN_HEAD))).archive
    (entry,) = catalogue(archive).entries
    told = [fact.evidence.details for fact in facts(entry, interface("en"), "") if fact.evidence]
    assert told
    assert not any("certain" in details for details in told)


def author(name: str, rule: str = "byline", certainty: Certainty = Certainty.STATED) -> Found[str]:
    return Found(name, Span(0, len(name)), rule, certainty)


NAMES = {
    "Erika Muster": False,
    "Erika MusterReise": True,
    "Max BeispielVeröffentlicht": True,
    "Erika McMuster": False,
    "Max MacBeispiel": False,
    "Erika FitzMuster": False,
    "Max LeMuster": False,
    "ERIKA MUSTER": False,
    "Hans-Peter Muster": False,
    "Erika O’Muster": False,
    "Änne ÜberallÖlsen": True,
}


@pytest.mark.parametrize(("name", "glued"), NAMES.items())
def test_a_capital_inside_a_name_says_that_more_was_glued_to_it(name: str, glued: bool) -> None:
    found = author(name)
    assert signs_of_author(found) == ({"capital-inside"} if glued else set())
    assert (weighed(found, "authors", signs_of_author(found)) is None) == glued


def test_what_is_rather_wrong_than_right_is_left_out(tmp_path: Path) -> None:
    (article,) = gather(small_project(tmp_path, b=page(head="Von Erika MusterReise"))).archive.articles
    assert article.description.authors == ()
    (article,) = gather(small_project(tmp_path / "2", b=page(head="Von Erika Muster"))).archive.articles
    assert [found.value for found in article.description.authors] == ["Erika Muster"]


def test_a_decision_and_a_rule_that_nobody_measured_are_not_doubted() -> None:
    decided = author("Erika MusterReise", certainty=Certainty.CURATED)
    assert weighed(decided, "authors", {"capital-inside"}) == decided
    unmeasured = author("Redaktion", rule="byline-of-a-new-form")
    assert weighed(unmeasured, "authors", {"capital-inside"}) == unmeasured


def test_a_chance_never_makes_an_inferred_fact_stated() -> None:
    found = weighed(author("Erika Muster", "byline-beside-date", Certainty.INFERRED), "authors")
    assert found is not None
    assert found.chance is not None
    assert found.chance >= STATED
    assert found.certainty is Certainty.INFERRED


def test_signs_add_up() -> None:
    weights = lexicon.load("chances")["date"]
    alone, later = (chance("date", "date-in-head", signs) for signs in ((), ["later-day-printed"]))
    assert alone is not None
    assert later is not None
    assert (later < alone) == (weights["later-day-printed"] < 0)
    assert chance("date", "date-in-head", ["a-new-sign"]) == alone
    assert chance("date", "a-new-rule") is None


def test_kinds_of_lines_have_chances(tmp_path: Path) -> None:
    for rule, share in lexicon.load("chances")["kinds"].items():
        assert chance_of_kind(rule) == share
        assert 0 < share < 1
    assert chance_of_kind("a-new-rule") is None
    project = small_project(tmp_path, bridge=page())
    (found,) = inspect_files([project.root / "seeds/bridge.txt"], project.root / "mkdocs.yml")
    paragraphs = [part for part in found["segments"] if part["kind"] == Kind.BODY]
    assert paragraphs
    assert all(part["chance"] == chance_of_kind(part["rule"]) for part in paragraphs)


def test_a_title_that_is_the_only_line_is_not_given_a_chance(tmp_path: Path) -> None:
    alone = page().replace("Neue Brücke verbindet die Ufer", "Ganz anderes.")
    alone = alone.replace(
        "zum Hafen.", "zum Hafen und ist aus Holz, wie es der Rat vor drei Jahren haben wollte."
    )
    project = small_project(tmp_path, bridge=alone)
    (found,) = inspect_files([project.root / "seeds/bridge.txt"], project.root / "mkdocs.yml")
    title = found["evidence"]["title"]
    assert (found["title"], title["certainty"], title["rivals"]) == ("Ganz anderes.", "stated", [])
    assert "chance" not in title
