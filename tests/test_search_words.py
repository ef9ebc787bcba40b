"""Promise: a page is found by the words that readers type: other spellings, parts of words, whole words."""

from __future__ import annotations

from collections import Counter

import pytest

from annotated_archive.renderer.search.compounds import Splitter
from annotated_archive.renderer.search.documents import Block
from annotated_archive.renderer.search.facts import capitals, completed, name_groups
from annotated_archive.renderer.search.suggestions import drawer, suggestions
from annotated_archive.stages.compose.search_facts import date_keys
from annotated_archive.text.searchable import searchable
from annotated_archive.text.transliteration import spellings


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Kran\u00adken\u00adhaus", "Krankenhaus"),
        ("Kran\u00ad kenhaus", "Krankenhaus"),
        ("o\ufb03ziell, \ufb01nden, \ufb02iegen, Sto\ufb00", "offiziell, finden, fliegen, Stoff"),
        ("Ver- handlung", "Verhandlung"),
        ("Ver¬ handlung", "Verhandlung"),
        ("Vor- und Nachteile", "Vor- und Nachteile"),
        ("Ein- bzw. Ausfuhr", "Ein- bzw. Ausfuhr"),
        ("pre- and post-war", "pre- and post-war"),
        ("US- Minister", "US-Minister"),
        ("Ukraine-Krise – und nun", "Ukraine-Krise – und nun"),
        ("a\u0308ndern", "ändern"),
        ("zero\u200bwidth \ufeffmark", "zerowidth mark"),
        ("plain", "plain"),
    ],
)
def test_the_text_for_the_search_has_the_words_that_are_meant(text: str, meant: str):
    assert searchable(text) == meant
    assert searchable(searchable(text)) == searchable(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vor- und Nachteile des Baus", ["vorteile"]),
        ("Innen-, Außen- und Verteidigungsminister", ["innenminister", "außenminister"]),
        ("die Hin- oder Rückflüge", ["hinflüge"]),
        ("Bundes- und Landesregierung", ["bundesregierung"]),
        ("Ober- und Unterhaus", ["oberhaus"]),
        ("US- und Nato-Truppen", []),
        ("Frauen- und Männer", []),
        ("Ukraine-Krise und Verwaltung", []),
    ],
)
def test_a_word_whose_end_stands_with_another_only_is_completed(text: str, found: list[str]):
    assert list(completed([Block("body", text)], Splitter(Counter()))) == found


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("Sergej Worobjow", "worobyov vorobjow vorobyov worobjov vorobiov sergey sergei"),
        ("Dmitri Peskarow", "peskarov peskaroff dmitry dmitrij"),
        ("Michail Gorbanschow", "gorbanshov gorbanchev mikhail"),
        ("Viktor Yanutschuk", "janutschuk yanuchuk ianoutchouk wiktor"),
        ("Maria Sacharinowa", "zakharinova sacharinova"),
        ("Nikita Chruschtanow", "khrushtanov chruschtanov khrouchtanov"),
        ("Alexej Nawalinski", "nawalinsky navalinskij alexey aleksej"),
        ("Igor Zhukowski", "schukowski joukovski zhukovsky"),
        ("Sergueï Choïgarov", "schoigarov shoigarov sergei sergej"),
        ("Juri Uschakorin", ""),
    ],
)
def test_slavic_names_are_known_in_the_spellings_of_three_languages(printed: str, typed: str):
    known = {form for word, others in spellings(printed.split()).items() for form in (word, *others)}
    assert set(typed.split()) <= known


@pytest.mark.parametrize("name", ["Hans Weber", "Wiebke Tjardsen", "Theodora Größling", "Jacques Chevalier"])
def test_other_names_have_their_own_spelling_only(name: str):
    assert not any(spellings(name.split()).values())


def test_no_name_fills_the_index():
    assert max(len(v) for v in spellings(["Wladimirowitsch", "Jewgeniwskij", "Schtschwowski"]).values()) <= 24


def test_a_persons_spellings_stand_together_and_take_the_genitive():
    groups = name_groups({"name": "Sergej Worobjow", "names": ["Vorobyov", "S. Worobjow", "Sergius Fux"]})
    assert [group[0] for group in groups] == ["sergej", "worobjow", "sergius", "fux"]
    assert {"worobjow", "vorobyov", "worobjows", "vorobyovs"} <= set(groups[1])
    assert "fuxs" not in groups[3]


ARCHIVE = Counter(
    {
        "Hafen": 9,
        "Militär": 4,
        "Gespräche": 5,
        "Miliz": 3,
        "Terror": 2,
        "Uhr": 2,
        "Turm": 3,
        "Fähre": 4,
        "Küste": 2,
    }
    | {"und": 50, "Weiter": 3, "weiter": 9, "Sand": 2, "Haven": 1}
)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Militärgespräche", ("gespräche",)),
        ("Militärgesprächen", ("gesprächen",)),
        ("Terrormiliz", ("miliz",)),
        ("Küstenmiliz", ("miliz",)),
        ("Außenminister", ("minister",)),
        ("Verteidigungsministeriums", ("ministeriums",)),
        ("Hafenfähre", ("fähre",)),
        ("Donaudampfschifffahrt", ("schifffahrt", "fahrt")),
        ("militärisch", ()),
        ("Mittwoch", ()),
        ("Russland", ()),
        ("Unterhafen", ()),
        ("Wisselink", ()),
        ("Hafen", ()),
    ],
)
def test_compounds_are_taken_apart_into_known_nouns(word: str, parts: tuple[str, ...]):
    assert Splitter(ARCHIVE, ["Wisselink"]).parts(word) == parts


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Der IS und die UN-Mission in der EU", ["q7isq7", "q7unq7", "q7euq7"]),
        ("Die USA, G7 und NATO", ["q7usaq7", "q7g7q7", "q7natoq7"]),
        ("Es ist so", []),
        ("ALLES GROSS GESCHRIEBEN IN DER ZEILE", []),
        ("McDUFF und LKWs", []),
    ],
)
def test_short_words_in_capitals_have_keys(text: str, keys: list[str]):
    assert list(capitals([Block("body", text)])) == keys


@pytest.mark.parametrize(
    ("edtf", "keys"),
    [
        ("2016-07-15", ["20160715"]),
        ("2016-07-15~", ["20160715"]),
        ("2016-08", ["201608"]),
        ("2016", ["2016"]),
        ("2016-07-12/2016-07-14", ["20160712", "20160713", "20160714"]),
        ("2016-11/2017-01", ["201611", "201612", "201701"]),
        ("2015/2017", ["2015", "2016", "2017"]),
        ("../2016", ["2016"]),
    ],
)
def test_a_date_is_found_by_each_day_month_or_year_that_it_can_mean(edtf: str, keys: list[str]):
    assert date_keys(edtf) == keys


def test_suggestions_are_the_archives_own_words_the_frequent_first():
    made = suggestions(
        Counter({"Wagen": 2, "wagen": 1, "Vagabund": 5, "der": 99, "Ähre": 1}), ["Ada Wagenknecht"]
    )
    assert made == {"v": "Wagenknecht\nVagabund\nWagen", "a": "Ähre"}
    assert drawer("Wagen") == drawer("vagen") == "v"
    assert drawer("Жук") == "other"
