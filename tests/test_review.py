"""Promises of `review`: entries that can be pasted, most mentioned first; suggestions, never decisions."""

from __future__ import annotations

from pathlib import Path

import yaml

from annotated_archive.commands.review import review
from annotated_archive.commands.review.people import near
from annotated_archive.knowledge.curation import read_curation
from annotated_archive.model import Address, Archive, Article, Description, Mention, Person, SavedText, Span

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
