"""Promises of `review`: entries that can be pasted, most mentioned first; suggestions, never decisions."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from annotated_archive.commands.inspection import inspect_files
from annotated_archive.commands.review import review
from annotated_archive.commands.review.people import near
from annotated_archive.knowledge.curation import read_curation
from annotated_archive.model import (
    Address,
    Archive,
    Article,
    Certainty,
    Description,
    Mention,
    Person,
    SavedText,
    Span,
)
from annotated_archive.pipeline import gather
from annotated_archive.problems import Problem

from .small_project import small_project

TEXT = (
    "Die Hafenmeisterin Mira Tilsen kam. Tilsen sprach mit Serguej Mustrow.\n"
    "Mira Tilsen, Kapitänin, ging: Mira  Tilsen!\nAuch Weber war da."
)
MIRA = Person("mira-tilsen", "Mira Tilsen")
MUSTROV = Person("sergej-mustrow", "Sergej Mustrow", also=("S. Mustrow",), role="Lotse", verified=True)
SERGUEJ = Person("serguej-mustrow", "Serguej Mustrow")
WEBERS = (Person("anna-weber", "Anna Weber", role="Köchin", verified=True), Person("bea-weber", "Bea Weber"))


def archive() -> Archive:
    def mention(words: str, person: str | None, start: int = 0, candidates: tuple[str, ...] = ()) -> Mention:
        at = TEXT.index(words, start)
        return Mention(Span(at, at + len(words)), words, person, "r", candidates)

    mentions = (
        mention("Mira Tilsen", MIRA.id),
        mention("Tilsen", MIRA.id, 36),
        mention("Serguej Mustrow", SERGUEJ.id),
        mention("Mira Tilsen", MIRA.id, 60),
        mention("Mira  Tilsen", MIRA.id),
        mention("Weber", None, candidates=("anna-weber", "bea-weber")),
    )
    one = Article(
        SavedText("2001/hafen.txt", "seeds/2001/hafen.txt", TEXT, "0"),
        (),
        Description(),
        mentions,
        (MIRA, SERGUEJ),
        Address("2001/a", "a"),
    )
    people = {person.id: person for person in (MIRA, MUSTROV, SERGUEJ, *WEBERS)}
    return Archive((one,), people, {})


def part(heading: str) -> str:
    """The part of the review under a heading."""
    text = review(archive(), ())
    return text[text.index(heading) :].split("\n\n")[0]


def test_the_entries_can_be_pasted_into_people_yml(tmp_path: Path) -> None:
    printed = part("# People that nobody verified")
    (tmp_path / "people.yml").write_text(printed, "utf-8")
    curation, problems = read_curation(tmp_path, "curation")
    assert problems == ()
    assert [person.id for person in curation.people] == ["mira-tilsen", "serguej-mustrow"]
    assert curation.people[0] == Person("mira-tilsen", "Mira Tilsen", role="Hafenmeisterin", verified=True)


def test_spellings_and_roles_that_were_seen_are_told() -> None:
    printed = part("# People that nobody verified")
    assert "# 4 mentions in 1 article\n# printed: Mira Tilsen (3), Tilsen (1)\n" in printed
    assert "# roles seen: Hafenmeisterin (1), Kapitänin (1)\n" in printed


def test_a_near_miss_is_suggested_as_another_spelling() -> None:
    printed = part("# People that nobody verified")
    assert (
        "# Another spelling of sergej-mustrow (Sergej Mustrow, Lotse)? Then add it there, under also:\n"
        "#   - Serguej Mustrow\n- id: serguej-mustrow"
    ) in printed
    assert "spelling of" not in printed[: printed.index("# 1 mention")]


def test_near_is_near() -> None:
    people = [MUSTROV, *WEBERS]
    assert near("Sergey Mustrov", people) == [MUSTROV]
    assert near("Mustrov", people) == [MUSTROV]
    assert near("Weber", people) == list(WEBERS[:2])
    assert near("Sergej Mastrowski", people) == []
    assert near("Anna Wegner", people) == []


def test_a_tie_is_shown_with_every_candidate() -> None:
    printed = part("# Names that fit several people: 1")
    assert "# curation/articles/2001/hafen.yml\npeople:\n" in printed
    assert "# seeds/2001/hafen.txt:3: " in printed
    assert "[Weber] war da." in printed
    assert "  # Weber: anna-weber  # Anna Weber, Köchin\n" in printed
    assert "  # Weber: bea-weber  # Bea Weber; unverified: first describe this person" in printed
    chosen = printed.replace("# Weber: anna-weber", "Weber: anna-weber")
    assert yaml.safe_load(chosen) == {"people": {"Weber": "anna-weber"}}


def test_nothing_to_decide_is_said() -> None:
    assert review(Archive((), {}, {}), ()) == "Nothing is left to decide."


def test_a_described_person_whom_no_article_names_is_suggested_too() -> None:
    one = archive()
    unnamed = Person("myra-tilsen", "Myra Tilsen", verified=True)
    assert "spelling of myra-tilsen" in review(one, (), [unnamed])


DOUBTFUL = """\
Hafenstadt Sandhaven
Neue Brücke verbindet die Ufer
Der Fluss und seine Brücken

Die Stadt Sandhaven hat am Dienstag eine neue Brücke eröffnet. Sie führt über den Fluss zum Hafen.

Viele Menschen kamen, obwohl es in Strömen regnete, und gingen am Abend über die neue Brücke heim.
"""


# With a third headline, no line is likely enough to be called the title.
LIKELY = DOUBTFUL.replace("Der Fluss und seine Brücken\n", "")


@pytest.mark.parametrize(("text", "certainty"), [(LIKELY, Certainty.INFERRED), (DOUBTFUL, None)])
def test_a_doubtful_title_is_settled_by_pasting(
    tmp_path: Path, text: str, certainty: Certainty | None
) -> None:
    project = small_project(tmp_path, doubt=text)
    archive = gather(project).archive
    title = archive.articles[0].description.title
    assert (title.certainty if title else None) is certainty
    printed = review(archive, ())
    snippet = printed[printed.index("# Titles that may be another line: 1") :].split("\n\n")[0]
    if certainty is None:  # nobody chose: whoever pastes it uncomments the line that is the title
        assert "\n  # 2: title  # " in snippet
        snippet = snippet.replace("\n  # 2: title", "\n  2: title")
    (project.curation / "articles/doubt.yml").write_text(snippet, "utf-8")
    settled = gather(project)
    assert [p for p in settled.problems if p.code.startswith("C")] == []
    found = settled.archive.articles[0].description.title
    assert found is not None
    assert (found.value, found.certainty) == ("Neue Brücke verbindet die Ufer", Certainty.CURATED)
    assert "Titles that may be" not in review(settled.archive, ())


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
    """Both what `review` prints and what the problem says can be pasted into outlets.yml."""
    project = small_project(tmp_path, doubt=LIKELY)
    curated = yaml.safe_dump({"outlet": name, "because": {"outlet": "Steht darüber."}}, allow_unicode=True)
    (project.curation / "articles/doubt.yml").write_text(curated, "utf-8")
    found = gather(project)
    (problem,) = [p for p in found.problems if p.code == "D003"]
    printed = review(found.archive, found.problems)
    heading = "# Outlets that nobody described (describe each in curation/outlets.yml first): 1"
    snippet = printed[printed.index(heading) :].split("\n\n")[0]
    for pasted in (snippet, problem.remedy.partition("`")[2].rpartition("`")[0]):
        (project.curation / "outlets.yml").write_text(pasted, "utf-8")
        settled = gather(project)
        assert [p.code for p in settled.problems] == []
        assert heading not in review(settled.archive, settled.problems)
        described = settled.archive.articles[0].description.outlet
        assert described is not None
        assert settled.archive.outlets[described.value].name == name


def test_one_problem_is_one() -> None:
    one = Problem("seeds/a.txt", None, "R001", "Nothing.", "Look.")
    assert review(Archive((), {}, {}), [one]).startswith("# 1 problem (")
