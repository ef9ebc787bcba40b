"""Promise: an index lists names where a reader looks for them, in whatever script and with whatever marks."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_archive.stages.compose.sorting import sort_key, surname_first

ORDERS = [
    ["Ost", "Østergaard", "Otter", "Zoll"],
    ["Lange", "Łukasik", "Lund", "Zoll"],
    ["Dorn", "Đurić", "Dynow", "Zoll"],
    ["Adler", "Ærø", "Afra"],
    ["Arger", "Ärger", "Arglos", "Azur"],
    ["Muller", "Müller", "Müllner", "Mut"],
    ["Ofen", "Öfen", "Offen", "Zoll"],
    ["Strasse", "Straße", "Strauß"],
    ["Sand", "Šima", "Sinn", "Ștefan", "Storm"],
    ["Åberg", "Abt", "Azur"],
    ["Cadiz", "Čapek", "Çelik", "Cizek"],
    ["Inan", "İnönü", "Iza"],
    ["Nadel", "Ñuñez", "Nuss"],
    ["d'Arc", "D’Arc", "Darc"],
    ["emil", "Emil", "émil", "Émil", "Emma"],
    ["12 Uhr", "Anna", "Zoll", "Омега", "Яна", "王"],
    ["Wagner", "wald", "Wald", "Walde"],
]


@pytest.mark.parametrize("names", ORDERS, ids=lambda names: names[1])
def test_names_stand_where_they_are_looked_for(names: list[str]) -> None:
    shuffled = list(names)
    Random(1).shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == names


@pytest.mark.parametrize(
    ("name", "turned"),
    [
        ("Anna Muster", "Muster Anna"),
        ("Anna Maria de la Muster", "Muster Anna Maria de la"),
        ("Muster", "Muster"),
        ("  ", ""),
    ],
)
def test_people_are_listed_by_the_last_word_of_their_names(name: str, turned: str) -> None:
    assert surname_first(name) == turned


@given(st.lists(st.text(max_size=6), max_size=6, unique=True))
def test_every_list_has_one_order(names: list[str]) -> None:
    turned = names[::-1]
    assert sorted(names, key=sort_key) == sorted(turned, key=sort_key)


def test_names_that_look_alike_have_an_order_too() -> None:
    assert len({sort_key(name) for name in ("A", "A\u00ad", "A\u200b")}) == 3
