"""Promises of `review`: what confirms all of an article is ready to paste; people, most mentioned first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from annotated_archive.cli import main
from annotated_archive.commands.inspection import inspect_files
from annotated_archive.commands.review import review
from annotated_archive.knowledge.curation import Curation, read_curation
from annotated_archive.model import Certainty, Person
from annotated_archive.pipeline import gather, known
from annotated_archive.problems import Problem
from annotated_archive.project import Project
from annotated_archive.results import Result
from annotated_archive.stages.ask import ask
from annotated_archive.stages.ask.person import near

from .question_cases import DOUBTFUL, NAMED, WEBERS
from .small_project import article, small_project

LIKELY = DOUBTFUL.replace("Der Fluss und seine Brücken\n", "")
PEOPLE = (
    "\nDie Hafenmeisterin Anna Tilsen kam. Anna Tilsen sprach mit Serguej Mustrow, und Serguej Mustrow "
    "schwieg. Tilsen ging.\n"
)
MUSTROV = Person("sergej-mustrow", "Sergej Mustrow", also=("S. Mustrow",), role="Lotse", verified=True)
WEBER = (Person("anna-weber", "Anna Weber", role="Köchin", verified=True), Person("bea-weber", "Bea Weber"))


def printed(project: Project, result: Result | None = None) -> str:
    result = result or gather(project)
    return review(ask(known(project, result, "en")), (), result.curation)


@pytest.fixture
def people(tmp_path: Path) -> Project:
    project = small_project(tmp_path, hafen=article("Der Hafen", "Stein") + PEOPLE)
    entry = "- {id: sergej-mustrow, name: Sergej Mustrow, role: Lotse}\n"
    (project.curation / "people.yml").write_text(entry, "utf-8")
    return project


def part(project: Project) -> str:
    text = printed(project)
    return text[text.index("# People that nobody verified") :].split("\n\n")[0]


def test_the_entries_can_be_pasted_into_people_yml(people: Project, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new/people.yml").write_text(part(people), "utf-8")
    curation, problems = read_curation(tmp_path / "new", "curation")
    assert problems == ()
    assert [person.id for person in curation.people] == ["anna-tilsen", "serguej-mustrow"]
    assert curation.people[0] == Person("anna-tilsen", "Anna Tilsen", role="Hafenmeisterin", verified=True)


def test_spellings_and_roles_that_were_seen_are_told(people: Project) -> None:
    told = "3 mentions in 1 article, printed Anna Tilsen (2), Tilsen (1). Roles seen: Hafenmeisterin (1). "
    assert told in part(people)
    assert "Die Hafenmeisterin [Anna Tilsen] kam. Anna Tilsen sprach" in part(people)


def test_a_near_miss_is_suggested_as_another_spelling(people: Project) -> None:
    text = part(people)
    assert (
        "#   or: Another spelling of Sergej Mustrow, Lotse\n"
        "#     curation/people.yml\n#     - id: sergej-mustrow\n#       also: [Serguej Mustrow]\n"
        "#   or: Serguej Mustrow is not a person\n"
        "#     curation/people.yml\n#     - id: serguej-mustrow\n#       name: Serguej Mustrow\n"
        "#       person: false\n"
        "- id: serguej-mustrow"
    ) in text
    assert "spelling of" not in text[: text.index("- id: anna-tilsen")]


def test_near_is_near() -> None:
    people = [MUSTROV, *WEBER]
    assert near("Sergey Mustrov", people) == [MUSTROV]
    assert near("Mustrov", people) == [MUSTROV]
    assert near("Weber", people) == list(WEBER[:2])
    assert near("Sergej Mastrowski", people) == []
    assert near("Anna Wegner", people) == []


def test_a_tie_is_shown_with_every_candidate(tmp_path: Path) -> None:
    project = small_project(tmp_path, hafen=NAMED)
    (project.curation / "people.yml").write_text(WEBERS, "utf-8")
    text = printed(project)
    assert "“Anna Weber” fits several people: " in text
    assert "Auch [Anna Weber] war da" in text
    for person in ("anna-weber", "anna-weber-2", "unclear"):
        assert f"#     curation/articles/hafen.yml\n#     people:\n#       Anna Weber: {person}\n" in text


def test_nothing_to_decide_is_said() -> None:
    assert review((), (), Curation()) == "Nothing is left to decide."


# With a third headline, no line is likely enough to be called the title.
@pytest.mark.parametrize(("text", "certainty"), [(LIKELY, Certainty.INFERRED), (DOUBTFUL, None)])
def test_a_doubtful_title_is_settled_by_pasting(
    tmp_path: Path, text: str, certainty: Certainty | None
) -> None:
    project = small_project(tmp_path, doubt=text)
    result = gather(project)
    title = result.archive.articles[0].description.title
    assert (title.certainty if title else None) is certainty
    found = printed(project, result)
    if certainty is None:
        snippet = found[found.index("#     sha256") :].split("#   or")[0].replace("#     ", "")
        assert "To confirm what was found" not in found
    else:
        snippet = found[found.index("# To confirm what was found") :].split("\n\n")[0]
    (project.curation / "articles/doubt.yml").write_text(snippet, "utf-8")
    settled = gather(project)
    assert [p for p in settled.problems if p.code.startswith("C")] == []
    now = settled.archive.articles[0].description.title
    assert now is not None
    assert now.certainty is Certainty.CURATED
    assert "Title, seeds" not in printed(project, settled)


def test_one_article_at_a_time_and_as_json(tmp_path: Path, monkeypatch, capsys) -> None:
    project = small_project(tmp_path, doubt=LIKELY, bruecke=article("Die Brücke am Hafen", "Holz"))
    monkeypatch.chdir(project.root)
    assert main(["review", "seeds/doubt.txt"]) == 0
    alone = capsys.readouterr().out
    assert "seeds/doubt.txt" in alone
    assert "bruecke" not in alone
    assert main(["review", "--json"]) == 0
    questions = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {question["seed"] for question in questions} >= {"doubt", "bruecke"}
    assert questions[0]["kind"] == "title"
    assert questions[0]["choices"][0]["snippets"][0]["file"] == "curation/articles/doubt.yml"
    assert main(["review", "seeds/there-is-none.txt"]) == 0
    assert capsys.readouterr().out == "Nothing is left to decide.\n"


def test_keys_that_stand_there_are_named(tmp_path: Path) -> None:
    project = small_project(tmp_path, doubt=LIKELY)
    (project.curation / "articles/doubt.yml").write_text("\nlines:\n  4: lead\n", "utf-8")
    assert "# `lines:` stands there on line 2: put what follows it here under that one.\n" in printed(project)


def test_rivals_and_chances_are_in_the_evidence(tmp_path: Path) -> None:
    project = small_project(tmp_path, doubt=LIKELY)
    (found,) = inspect_files([project.root / "seeds/doubt.txt"], project.root / "mkdocs.yml")
    proof = found["evidence"]["title"]
    assert proof["certainty"] == "inferred"
    assert 0.5 < proof["chance"] < 0.9
    (rival,) = proof["rivals"]
    assert (rival["lines"], rival["text"]) == ([1, 1], "Hafenstadt Sandhaven")
    assert 0 < rival["chance"] < proof["chance"]


ABSURD = ("Blatt der Blätter", "qqq", "Der: Bote", "O'Neill & Söhne", "日報", "#blatt")


@pytest.mark.parametrize("name", ABSURD)
def test_an_outlet_that_nobody_described_is_settled_by_pasting(tmp_path: Path, name: str) -> None:
    """What the problem says can be pasted into outlets.yml."""
    project = small_project(tmp_path, doubt=LIKELY)
    curated = yaml.safe_dump({"outlet": name, "because": {"outlet": "Steht darüber."}}, allow_unicode=True)
    (project.curation / "articles/doubt.yml").write_text(curated, "utf-8")
    found = gather(project)
    (problem,) = [p for p in found.problems if p.code == "D003"]
    pasted = problem.remedy.partition("`")[2].rpartition("`")[0]
    (project.curation / "outlets.yml").write_text(pasted, "utf-8")
    settled = gather(project)
    assert [p.code for p in settled.problems] == []
    described = settled.archive.articles[0].description.outlet
    assert described is not None
    assert settled.archive.outlets[described.value].name == name


AUTHORS = {
    "a role behind": ("Mira Tilsen Political Correspondent", "Mira Tilsen"),
    "a label that is not known": ("Protokoll Mira Tilsen", "Mira Tilsen"),
    "a date": ("Mira Tilsen • 12:40", "Mira Tilsen"),
    "who is spoken of": ("Anna Weber mit Blumen", None),
    "a sentence": ("Mehr von Mira Tilsen lesen Sie in der nächsten Ausgabe am Samstag", None),
    "no first name": ("Küstenbote Magazin", None),
}


@pytest.mark.parametrize("case", AUTHORS)
def test_who_may_be_the_author_is_offered_by_name(case: str, tmp_path: Path) -> None:
    line, name = AUTHORS[case]
    project = small_project(tmp_path, a=NAMED.replace("Küstenbote, 5", f"{line}\n\nKüstenbote, 5"))
    questions = ask(known(project, gather(project), "en"))
    values = [c.value for q in questions if q.kind == "authors" for c in q.choices if not c.typed]
    found = gather(project).archive.articles[0].description.authors
    assert (name in values or name in [one.value for one in found]) if name else "Anna Weber" not in values


def test_an_outlet_is_offered_for_its_other_articles_from_two_on(tmp_path: Path) -> None:
    entry = "- {id: kuestenbote, name: Küstenbote}\n"
    for count in (1, 2):
        seeds = {f"b{i}": article(f"Ein Weg {i}", f"Holz {i}") for i in range(count)}
        nameless = article("Der Hafen", "Stein").replace("Küstenbote, ", "")
        project = small_project(tmp_path / str(count), a=nameless, **seeds)
        (project.curation / "outlets.yml").write_text(entry, "utf-8")
        questions = ask(known(project, gather(project), "en"))
        [asked] = [q for q in questions if q.seed == "a" and q.kind == "outlet"]
        offered = [choice.value for choice in asked.choices]
        assert ("Küstenbote, as other articles of the archive" in offered) is (count == 2)


def test_days_near_the_article_are_offered_first(tmp_path: Path) -> None:
    menu = "".join(f"Kalender {day}.1.1999\n\n" for day in range(1, 9))
    text = menu + article("Der Hafen", "Stein").replace("Küstenbote, 5.6.2001", "Gemeldet am 7.7.2002, Hafen")
    project = small_project(tmp_path, a=text + "\nKalender 9.1.1999\n")
    questions = ask(known(project, gather(project), "en"))
    days = [q.choices[0].value for q in questions if q.kind == "date"]
    date = gather(project).archive.articles[0].description.date
    assert (date is not None and date.value == "2002-07-07") or days == ["July 7, 2002 (2002-07-07)"]


def test_one_problem_is_one() -> None:
    one = Problem("seeds/a.txt", None, "R001", "Nothing.", "Look.")
    assert review((), [one], Curation()).startswith("# 1 problem (")
