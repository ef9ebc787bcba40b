"""A name that is shortened or changed means a person of one article, whoever else is called so."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotated_archive.pipeline import build, gather
from annotated_archive.results import Result

from .small_project import pages, reviewed, small_project

TEXT = """{title}

Küstenbote, {day}.6.2001

{first} Die Stadt Sandhaven hat am Dienstag eine Brücke eröffnet. Sie führt über den Fluss zum Hafen.

{second} Viele Menschen kamen, obwohl es in Strömen regnete, und gingen am Abend heim.

{third}
"""


def pair(tmp_path: Path, one: tuple[str, str, str], two: tuple[str, str, str], people: str = "") -> Result:
    texts = {
        name: TEXT.format(title=title, day=day, first=parts[0], second=parts[1], third=parts[2])
        for name, title, day, parts in (("one", "Eine Brücke", 5, one), ("two", "Ein Weg", 6, two))
    }
    project = small_project(tmp_path / "p", **texts)
    (project.curation / "people.yml").write_text(people, "utf-8")
    return gather(project)


def named(result: Result, key: str) -> set[str | None]:
    (article,) = [a for a in result.archive.articles if a.saved.key == key]
    return {mention.person for mention in article.mentions}


PLAIN = ("Die Lehrerin Sabine Mertens kam.", "Sabine Mertens fuhr heim.", "Sie kam spät.")
OPEN = ("Sabine Mertens lebt allein.", "Mertens geht gern zum Hafen.")
STAR = ("Sabine Mertens* lebt allein.", "Sabine Mertens* geht gern zum Hafen.")
# How a text says that the name is not the person's own: the three parts that are put into it.
CHANGED = {
    "in a bracket": (
        "Sabine Mertens (Name von der Redaktion geändert) lebt allein.",
        OPEN[1],
        "Sie schweigt.",
    ),
    "with an age": ("Sabine Mertens (34, Name geändert) lebt allein.", OPEN[1], "Sie schweigt."),
    "a pseudonym": ("Sabine Mertens (Pseudonym) lebt allein.", OPEN[1], "Sie schweigt."),
    "a star": (*STAR, "* Name von der Redaktion geändert"),
    "a star and no space": (*STAR, "*Name geändert"),
    "a star, whose": (*STAR, "* Der Name der Frau wurde von der Redaktion geändert."),
    "a star, plural": (*STAR, "*Alle Namen wurden von der Redaktion geändert."),
    "a star, first name": (*STAR, "* Vorname geändert"),
    "a number": ("Sabine Mertens (1) lebt allein.", OPEN[1], "(1) Der Name wurde geändert."),
    "no mark": (*OPEN, "Name von der Redaktion geändert."),
    "no mark, plural": (*OPEN, "Namen geändert"),
    "to protect": (
        *OPEN,
        "Um die Familie zu schützen, haben wir alle Namen in diesem Bericht über das Leben geändert.",
    ),
    "said in the text": (
        *OPEN,
        "Sabine Mertens heißt eigentlich anders, sie fürchtet um ihre Stelle am Hafen.",
    ),
    "in reality": (*OPEN, "In Wirklichkeit heißt sie anders: Mertens heißt in Wirklichkeit anders."),
    "real name": (*OPEN, "Ihren richtigen Namen will sie nicht in der Zeitung lesen."),
    "changed at her wish": (*OPEN, "Auf Wunsch wurde der Name von Sabine Mertens geändert."),
    "English": (*OPEN, "Names have been changed."),
    "English, star": (*STAR, "* Name changed"),
    "English, why": (*OPEN, "The name has been changed to protect her identity."),
    "English, real": (*OPEN, "Sabine Mertens is not her real name."),
    "French, star": (*STAR, "* Le prénom a été modifié"),
    "French, numbered": (*OPEN, "(1) Les prénoms ont été changés."),
    "French, borrowed": (*OPEN, "Nom d'emprunt."),
}


@pytest.mark.parametrize("case", CHANGED)
def test_a_changed_name_is_nobody_elsewhere(case: str, tmp_path: Path) -> None:
    result = pair(tmp_path, CHANGED[case], PLAIN)
    assert named(result, "one") == {"sabine-mertens-one"}
    assert named(result, "two") == {"sabine-mertens"}
    assert result.archive.people["sabine-mertens-one"].only_here == "changed"
    assert not [new for old, new in result.archive.moved if "mertens" in new]


UNCHANGED = {
    "a street": (
        *OPEN,
        "Der Name der Straße am Hafen wurde vor vielen Jahren schon einmal vom Rat geändert, sagt die Stadt.",
    ),
    "a firm": (
        *OPEN,
        "The name of the company was changed three times since it was founded by two brothers in 1904.",
    ),
    "a poet": (*OPEN, "Der Dichter schrieb unter einem Pseudonym, das heute kaum noch jemand kennt."),
    "the weather": (*OPEN, "Das Wetter hat sich geändert."),
    "another's": (f"Karla Winter* sprach. {OPEN[0]}", f"Karla Winter* ging. {OPEN[1]}", "* Name geändert"),
    "another's bracket": (f"Karla Winter (Name geändert) sprach. {OPEN[0]}", OPEN[1], "Karla Winter ging."),
}


@pytest.mark.parametrize("case", UNCHANGED)
def test_what_else_is_changed_changes_nobody(case: str, tmp_path: Path) -> None:
    result = pair(tmp_path, UNCHANGED[case], PLAIN)
    assert "sabine-mertens" in named(result, "one")
    assert "sabine-mertens-one" not in named(result, "one")


DESCRIBED = "- {id: mertens, name: Sabine Mertens}\n- {id: robert-k, name: Robert K.}\n"
SHORT = ("Der 34-jährige Robert K. steht vor Gericht.", "Robert K. schwieg.", "Das Urteil fällt am Freitag.")
OTHER_SHORT = ("Auch Robert K. war da.", "Der Lehrer Robert K. fuhr heim.", "Er kam spät.")


@pytest.mark.parametrize("people", ["", DESCRIBED])
def test_a_shortened_name_is_nobody_elsewhere(people: str, tmp_path: Path) -> None:
    result = pair(tmp_path, SHORT, OTHER_SHORT, people)
    assert (named(result, "one"), named(result, "two")) == ({"robert-k-one"}, {"robert-k-two"})
    assert result.archive.people["robert-k-one"].only_here == "shortened"
    assert "Robert K." not in reviewed(result)


@pytest.mark.parametrize("name", ["Hans-Peter S.", "Anna Maria W.", "Sabine M.-L.", "Ali B."])
def test_every_form_of_a_shortened_name(name: str, tmp_path: Path) -> None:
    one = (f"Die Zeugin {name} sprach leise.", f"Dann ging {name} heim.", "Es war spät.")
    result = pair(tmp_path, one, PLAIN)
    assert all(person and person.endswith("-one") for person in named(result, "one"))


def test_a_changed_name_is_not_that_of_a_described_person(tmp_path: Path) -> None:
    result = pair(tmp_path, CHANGED["in a bracket"], PLAIN, DESCRIBED)
    assert (named(result, "one"), named(result, "two")) == ({"sabine-mertens-one"}, {"mertens"})


def test_a_note_without_a_name_leaves_described_people_alone(tmp_path: Path) -> None:
    result = pair(tmp_path, CHANGED["no mark"], PLAIN, DESCRIBED)
    assert named(result, "one") == {"mertens"}


def test_a_person_may_decide_otherwise(tmp_path: Path) -> None:
    pair(tmp_path, SHORT, OTHER_SHORT, DESCRIBED)
    project = small_project(
        tmp_path / "q", one=TEXT.format(title="T", day=5, first=SHORT[0], second="", third="")
    )
    (project.curation / "people.yml").write_text(DESCRIBED, "utf-8")
    (project.curation / "articles/one.yml").write_text("people: {Robert K.: robert-k}\n", "utf-8")
    assert named(gather(project), "one") == {"robert-k"}


def test_the_page_says_so(tmp_path: Path) -> None:
    one = TEXT.format(title="Eine Brücke", day=5, first=SHORT[0], second=SHORT[1], third="Ende.")
    project = small_project(tmp_path / "p", one=one)
    build(project, "local")
    page = pages(project)["people/robert-k-one.md"]
    assert "Der gespeicherte Text kürzt diesen Namen ab." in page
    assert "annotated-archive review" not in page
