"""Namesakes with contradicting roles have a page each, until a person says who is who."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotated_archive.pipeline import build, gather
from annotated_archive.results import Result
from annotated_archive.words.role_families import contradict, families

from .small_project import article, pages, reviewed, small_project

KEEPER, MINISTER, NOBODY = "Die Torhüterin Jette Ahlsen", "Die Ministerin Jette Ahlsen", "Jette Ahlsen"


def result(tmp_path: Path, people: str = "", **openings: str) -> Result:
    seeds = {
        name: article(f"Die Lage {name}", name).replace("Die Stadt", f"{words} kam am Abend. Die Stadt")
        for name, words in openings.items()
    }
    project = small_project(tmp_path / "p", **seeds)
    (project.curation / "people.yml").write_text(people, "utf-8")
    return gather(project)


def named(found: Result) -> dict[str, set[str | None]]:
    return {a.saved.key: {m.person for m in a.mentions} for a in found.archive.articles}


def test_contradicting_roles_are_two_people_and_a_notice(tmp_path: Path) -> None:
    found = result(tmp_path, one=KEEPER, two=MINISTER, three=KEEPER)
    assert named(found) == {
        "one": {"jette-ahlsen-torhueterin"},
        "three": {"jette-ahlsen-torhueterin"},
        "two": {"jette-ahlsen-ministerin"},
    }
    assert [str(problem) for problem in found.problems] == [
        'seeds/two.txt:5: P005 "Jette Ahlsen" is Torhüterin in seeds/one.txt and Ministerin in '
        "seeds/two.txt, and each has a page. Describe each in curation/people.yml with its role; or one "
        "with all roles, if they are the same."
    ]
    printed = reviewed(found)
    assert "- id: jette-ahlsen-torhueterin" in printed
    assert "- id: jette-ahlsen-ministerin" in printed


def test_who_has_no_role_is_neither(tmp_path: Path) -> None:
    found = result(tmp_path, one=KEEPER, two=MINISTER, three=NOBODY)
    assert named(found)["three"] == {"jette-ahlsen"}
    assert found.archive.moved == ()


SAME = {
    "the same": (KEEPER, "Torhüterin Jette Ahlsen"),
    "one family": (KEEPER, "Die Stürmerin Jette Ahlsen"),
    "another office": (MINISTER, "Die Abgeordnete Jette Ahlsen"),
    "no role": (KEEPER, NOBODY),
    "an unknown role": (MINISTER, "Die Nachbarin Jette Ahlsen"),
}


@pytest.mark.parametrize("case", SAME)
def test_what_does_not_contradict_stays_one(case: str, tmp_path: Path) -> None:
    one, two = SAME[case]
    found = result(tmp_path, one=one, two=two)
    assert named(found) == {"one": {"jette-ahlsen"}, "two": {"jette-ahlsen"}}
    assert found.problems == ()


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (
            "- {id: keeper, name: Jette Ahlsen, role: Torhüterin}\n"
            "- {id: min, name: Jette Ahlsen, role: Ministerin}\n",
            {"one": {"keeper"}, "two": {"min"}},
        ),
        (
            "- {id: both, name: Jette Ahlsen, role: Torhüterin und Ministerin}\n",
            {"one": {"both"}, "two": {"both"}},
        ),
        ("- {id: both, name: Jette Ahlsen}\n", {"one": {"both"}, "two": {"both"}}),
        # Of two, one is described: the other is not taken for her.
        (
            "- {id: keeper, name: Jette Ahlsen, role: Torhüterin}\n",
            {"one": {"keeper"}, "two": {"jette-ahlsen"}},
        ),
    ],
)
def test_a_person_says_who_is_who(people: str, expected: dict[str, set[str]], tmp_path: Path) -> None:
    found = result(tmp_path, people, one=KEEPER, two=MINISTER)
    assert named(found) == expected
    assert found.problems == ()


def test_the_page_says_that_there_are_others(tmp_path: Path) -> None:
    seeds = {
        name: article(f"Die Lage {name}", name).replace("Die Stadt", f"{words} kam am Abend. Die Stadt")
        for name, words in {"one": KEEPER, "two": MINISTER}.items()
    }
    project = small_project(tmp_path / "p", **seeds)
    build(project, "local")
    assert (
        "Im Archiv haben mehrere Personen diesen Namen" in pages(project)["people/jette-ahlsen-ministerin.md"]
    )


@pytest.mark.parametrize(
    ("role", "family"),
    [
        ("US-Außenminister", {"public"}),
        ("frühere Torhüterin", {"sport"}),
        ("Schauspielerinnen", {"arts"}),
        ("Strafverteidiger", {"public"}),
        ("Ärztin", {"care"}),
        ("goalkeeper", {"sport"}),
        ("Nachbarin", set()),
        ("Torhüterin und Ministerin", {"sport", "public"}),
    ],
)
def test_roles_have_families(role: str, family: set[str]) -> None:
    assert families(role) == family


def test_only_known_roles_contradict() -> None:
    assert contradict(["Torhüterin"], ["Ministerin"])
    assert not contradict(["Torhüterin", "Ministerin"], ["Abgeordnete"])
    assert not contradict([], ["Ministerin"])
    assert not contradict(["Nachbarin"], ["Ministerin"])
