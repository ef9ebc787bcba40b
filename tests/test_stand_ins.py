"""A reference made with stand-ins is, letter for letter, the one that citeproc makes of the item itself."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotated_archive.stages.export.references import STYLES, _arranged, _plain_item
from annotated_archive.stages.export.stand_ins import Pattern

TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(" ,;:.!?'\"„“ß𐐀𐐨78"), min_size=1)
WORD = st.sampled_from(["Erika", "Max", "Ål", "J.", "Jean-Pierre", "de", "M", "O'Neill", "Éva", "X7", "ßa"])
GIVEN = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
FAMILY = st.sampled_from(["Muster", "Groß", "von der Aue", "Beispiel-Probe", "d’Exempel", "Müller,"]) | TEXT
NAME = (
    st.fixed_dictionaries({"family": FAMILY, "given": GIVEN})
    | st.fixed_dictionaries(
        {"family": FAMILY, "given": GIVEN, "non-dropping-particle": st.sampled_from(["van", "de la"])}
    )
    | st.fixed_dictionaries({"literal": TEXT})
)
YEAR, MONTH, DAY = st.sampled_from([33, 999, 2016, 8888]), st.integers(1, 12), st.integers(1, 28)
DATE = (st.tuples(YEAR) | st.tuples(YEAR, MONTH) | st.tuples(YEAR, MONTH, DAY)).map(
    lambda parts: {"date-parts": [list(parts)]}
)
ITEM = st.fixed_dictionaries(
    {"type": st.just("article-newspaper")},
    optional={
        "title": TEXT,
        "container-title": TEXT,
        "URL": TEXT,
        "archive_location": TEXT,
        "author": st.lists(NAME, max_size=4),
        "issued": DATE | st.tuples(DATE).map(lambda one: {**one[0], "circa": True}),
        "volume": st.just("8888"),
    },
)


@pytest.mark.parametrize("style", STYLES)
@settings(deadline=None, max_examples=60)
@given(item=ITEM, locale=st.sampled_from(["de-DE", "en-US", "en-GB"]))
@example(
    item={
        "type": "article-newspaper",
        "title": "Was, wenn?",
        "author": [{"family": "Groß", "given": "Erika de Maria"}, {"literal": "Redaktion"}],
        "issued": {"date-parts": [[2016, 7, 27]]},
    },
    locale="de-DE",
)
def test_stand_ins_change_no_letter(style, item, locale):
    plain = _plain_item(item)
    pattern = Pattern(plain)
    direct = _arranged(json.dumps(plain, ensure_ascii=False), style, locale)
    assert pattern.fill(_arranged(pattern.json, style, locale)) == direct


def test_items_of_one_form_share_an_arrangement():
    def form(title, given, day):
        name = {"family": "Muster", "given": given}
        item = {"title": title, "author": [name], "issued": {"date-parts": [[2016, 7, day]]}}
        return Pattern(_plain_item(item)).json

    assert form("Eins", "Erika", 14) == form("Zwei", "Max", 31)
    assert form("Eins", "Erika", 14) != form("Eins", "Erika", 3)
    assert form("Eins", "Erika", 14) != form("Eins", "Erika Maria", 14)
