"""The stage `identify`: cases of names in text, keys of spellings, and word lists that contradict nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_archive.model import CuratedArticle, Kind, Person, SavedText, Segment, Span
from annotated_archive.stages.identify import Register, identify, same_spelling, spelling_key
from annotated_archive.stages.identify.words import Sort, sort_of
from annotated_archive.words import lexicon

from .casebook import cases

LISTS = ("roles", "honorifics", "speech", "not_people", "nouns", "name_particles", "first_names")


def saved_parts(parts: list[tuple[Kind, str]]) -> tuple[SavedText, list[Segment]]:
    """A saved text of these parts, each a segment, with a blank line between them."""
    text, segments = "", []
    for kind, part in parts:
        segments.append(Segment(kind, Span(len(text), len(text) + len(part)), "test"))
        text += part + "\n\n"
        segments.append(Segment(Kind.BLANK, Span(len(text) - 2, len(text)), "test"))
    return SavedText("2020/case.txt", "seeds/2020/case.txt", text, ""), segments


def parts_of(case: dict[str, Any]) -> list[tuple[Kind, str]]:
    parts = [(Kind.TITLE, case["title"])] if "title" in case else []
    parts += [(Kind.BODY, paragraph.rstrip("\n")) for paragraph in case["text"].split("\n\n")]
    return parts + [(Kind(kind), text) for kind, text in case.get("beside", {}).items()]


@pytest.mark.parametrize("case", cases("identify"))
def test_cases(case):
    """Each form of a name is found as printed, for the right person, and ties are reported in full."""
    saved, segments = saved_parts(parts_of(case))
    people = [
        Person(**{**p, "also": tuple(p.get("also", ())), "verified": True}) for p in case.get("people", ())
    ]
    decided = case.get("decided", {})
    curated = CuratedArticle(
        "2020/case", "curation/articles/2020/case.yml", people=decided, lines=case.get("lines", {})
    )
    mentions, found, problems = identify(saved, segments, Register(people), curated)
    assert [[m.printed, m.person] for m in mentions] == case["expect"]
    assert [str(problem) for problem in problems] == case.get("problems", [])
    if "names" in case:
        assert [person.name for person in found] == case["names"]
    assert [person.id for person in found] == list(dict.fromkeys(m.person for m in mentions if m.person))
    for mention in mentions:
        printed = mention.span.of(saved.text).replace("-\n", "").replace("\u00ad", "")
        assert " ".join(printed.split()) == mention.printed
        assert mention.rule in lexicon.load("rules/identify")
    assert all(person.verified == (person in people) for person in found)


SPELLINGS = [
    ("Sergej Mustrow", "Sergey Mustrov"),
    ("Sergei Mustrow", "Sergej Mustrov"),
    ("Baschar al-Muhsin", "Bashar al Muhsin"),
    ("Ban Zu Ro", "Ban Zu-ro"),
    ("Véla Ruíz", "Vela Ruiz"),
    ("Voß", "Voss"),
    ("Jürgen Müster", "Juergen Muester"),
    ("Wolodymyr Probskyj", "Volodymyr Probsky"),
    ("Michail Chodarkowski", "Mikhail Khodarkovsky"),
    ("Jona Netanwelju", "Yona Netanvelyu"),
]


@pytest.mark.parametrize(("a", "b"), SPELLINGS)
def test_spellings_of_one_name_meet(a, b):
    assert same_spelling(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("Anna Weber", "Anne Weber"), ("Karl Maier", "Karl Mauer"), ("Jan Hus", "Jana Hus")]
)
def test_other_names_stay_apart(a, b):
    assert spelling_key(a) != spelling_key(b)


@pytest.mark.parametrize("name", LISTS)
def test_word_lists_load(name):
    assert all(lexicon.sections(name).values())


def test_word_lists_contradict_nothing():
    """No word is a role and at the same time never part of a name, a form of address or a verb."""
    roles = {word for section in ("ending", "whole", "origin") for word in lexicon.sections("roles")[section]}
    never = lexicon.sections("not_people")
    others = {word.lower() for section in ("function", "institution", "calendar") for word in never[section]}
    assert not roles & others - {word.lower() for word in never["also_surnames"]}
    assert not set(lexicon.sections("honorifics")["address"]) & set(never["function"])
    assert not set(lexicon.sections("speech")["saying"]) & set(lexicon.sections("name_particles")["joining"])


def test_trades_are_roles_and_family_names():
    assert sort_of("Bischof") is Sort.TRADE
    assert sort_of("Landesbischof") is Sort.ROLE


PIECES = (
    "Anna Muster Weber von der al-Muhsin Präsidentin Dr. J. Xi Probing (34) , . „ “ sagte wie Dichtern und "
    "MUSTER Musters Velsing-Probst am Bern Bank AG II. z.B. @ : d'Arx Mus-\nter \u00ad – Frau 67 Weber’s"
)
PEOPLE = (
    Person("anna-muster", "Anna Muster", also=("Muster A.",), role="Präsidentin", verified=True),
    Person("a-weber", "Anna Weber", verified=True),
    Person("k-weber", "Karl Weber", verified=True),
)


texts = st.lists(st.one_of(st.sampled_from(PIECES.split(" ")), st.text(max_size=6)), max_size=40)


@given(texts, st.sampled_from([(), PEOPLE]))
def test_mentions_lie_in_the_text_and_do_not_overlap(words, people):
    """Whatever the text: mentions are in order, within a segment, and say what is printed there."""
    saved, segments = saved_parts([(Kind.TITLE, "Anna Weber"), (Kind.BODY, " ".join(words))])
    mentions, found, _ = identify(saved, segments, Register(people))
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
    kept = [segment.span for segment in segments if segment.kind is not Kind.BLANK]
    for mention in mentions:
        assert mention.printed
        assert any(span.start <= mention.span.start and mention.span.end <= span.end for span in kept)
        assert mention.span.of(saved.text)[0] == mention.printed[0]
        assert (mention.person is None) == (len(mention.candidates) > 1)
    assert {m.person for m in mentions if m.person} == {person.id for person in found}
