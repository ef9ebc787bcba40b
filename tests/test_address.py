"""An address is given once and kept; two articles never share one."""

from dataclasses import replace

import pytest

from annotated_archive.model import (
    Address,
    Certainty,
    Description,
    Found,
    Kind,
    Outlet,
    Permalink,
    SavedText,
    Segment,
    Span,
)
from annotated_archive.stages.address import assign

OUTLETS = {"der-bote": Outlet("der-bote", "Der Bote")}


def seed(key: str, title: str | None, date: str | None = "2001-02-03", outlet: str | None = "der-bote"):
    def found(value):
        return value and Found(value, None, "curated", Certainty.CURATED)

    saved = SavedText(f"{key}.txt", f"seeds/{key}.txt", "", "")
    return saved, (), Description(title=found(title), date=found(date), outlet=found(outlet))


def run(*seeds, given=()):
    result = assign(seeds, OUTLETS, given, "curation/permalinks.yml")
    plain = {key: (address.path, address.citekey) for key, address in result.addresses.items()}
    return plain, [entry.seed for entry in result.new], [str(problem) for problem in result.problems]


def test_an_address_is_made_of_year_title_and_outlet():
    addresses, new, problems = run(seed("a", "Für Jäger & Söhne: die Straße"))
    assert addresses == {"a": ("2001/fuer-jaeger-soehne-die-strasse", "derbote2001jaeger")}
    assert (new, problems) == (["a"], [])


def test_what_is_unknown_is_left_out():
    assert run(seed("x_1", None, None, None))[0] == {"x_1": ("undated/x-1", "anonymousnd")}
    assert run(seed("x", "Index", "1914-07~"))[0] == {"x": ("1914/index-1", "derbote1914index")}
    assert run(seed("x", "?!", "2001"))[0] == {"x": ("2001/x", "derbote2001")}


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Erika Muster", "muster"),
        ("Ursula von der Muster", "muster"),
        ("Muster, Erika", "muster"),
        ("von der Muster, Erika", "muster"),
        ("Martin Luther Sample Jr.", "sample"),
        ("Martin Luther Sample, Jr.", "sample"),
        ("Sample, Martin Luther, Jr.", "sample"),
        ("John Sample III", "sample"),
        ("Erika Muster, MdB", "muster"),
        ("Jean d'Exemple", "dexemple"),
        ("Redaktion Beispielblatt", "beispielblatt"),
        ("dpa/AFP", "afp"),
        ("dpa, AFP", "dpa"),
        ("mkr", "mkr"),
        (" ,", "anonymous"),
    ],
)
def test_without_an_outlet_the_authors_name_is_in_the_key(author, name):
    saved, segments, description = seed("x", "Der alte Hafen", outlet=None)
    signed = replace(description, authors=(Found(author, None, "curated", Certainty.CURATED),))
    assert run((saved, segments, signed))[0]["x"][1] == f"{name}2001hafen"


def test_a_given_address_outlives_corrections():
    given = [Permalink("a", Address("1999/old-title", "old1999"))]
    assert run(seed("a", "New title"), given=given) == ({"a": ("1999/old-title", "old1999")}, [], [])


def test_two_articles_of_one_year_and_title_are_kept_apart_and_reported():
    addresses, _, problems = run(seed("a", "Wetter heute"), seed("b", "Wetter heute"))
    assert addresses == {
        "a": ("2001/wetter-heute", "derbote2001wetter"),
        "b": ("2001/wetter-heute-2", "derbote2001wetterb"),
    }
    assert problems == [
        'seeds/b.txt: A008 The article has the year and title of "a"; its address is 2001/wetter-heute-2. '
        "To choose another one, set its `path` in curation/permalinks.yml before you publish."
    ]


def test_one_address_for_two_seeds_is_a_problem_and_the_second_gets_its_own():
    given = [Permalink("a", Address("2001/x", "k1"), line=2), Permalink("b", Address("2001/x", "k2"), line=5)]
    addresses, new, problems = run(seed("a", "A"), seed("b", "Breite Wege"), given=given)
    assert addresses == {"a": ("2001/x", "k1"), "b": ("2001/breite-wege", "k2")}
    assert new == []  # a second entry would be the next problem
    assert problems == [
        'curation/permalinks.yml:5: A001 "2001/x" was already given to the seed "a". Until that is '
        "corrected, 2001/breite-wege is used. Write `path: 2001/breite-wege`, or another one."
    ]


def test_an_address_whose_seed_is_gone_is_reported():
    given = [Permalink("gone", Address("2001/x", "k"), line=7)]
    assert run(given=given)[2] == [
        'curation/permalinks.yml:7: A002 The seed "gone", whose address is 2001/x, gives no page. Restore '
        "the seed; or delete this entry, if nobody was given the address or links may break."
    ]


def test_two_addresses_for_one_seed_are_a_problem():
    given = [Permalink("a", Address("2001/x", "k"), line=2), Permalink("a", Address("2001/y", "l"), line=5)]
    addresses, _, problems = run(seed("a", "A"), given=given)
    assert addresses == {"a": ("2001/x", "k")}
    assert problems == [
        'curation/permalinks.yml:5: A003 The seed "a" has an address already; the first one counts. '
        "Delete one of the two entries; put its path under `formerly` of the other."
    ]


def test_equal_citation_keys_run_on_through_the_alphabet():
    seeds = [seed(str(n), "Wetter") for n in range(30)]
    keys = [key for _, key in run(*seeds)[0].values()]
    assert keys[:3] == ["derbote2001wetter", "derbote2001wetterb", "derbote2001wetterc"]
    assert keys[25:28] == ["derbote2001wetterz", "derbote2001wetteraa", "derbote2001wetterab"]


TEXT = "Der Anfang, den eine Regel später abschneidet. Die Stadt baut einen Turm.\n\nEr wird hoch."


def article(key: str, *spans: tuple[int, int], title: str | None = "Der Turm"):
    saved = SavedText(f"{key}.txt", f"seeds/{key}.txt", TEXT, "c" * 64)
    segments = tuple(Segment(Kind.BODY, Span(start, end), "paragraph") for start, end in spans)
    parts = [Segment(Kind.BLANK, Span(0, 0), "blank"), *segments]
    separated = tuple(s for part in parts[1:] for s in (part, Segment(Kind.BLANK, Span(0, 0), "blank")))
    found = title and Found(title, None, "curated", Certainty.CURATED)
    return saved, separated, Description(title=found)


def test_every_paragraph_id_ever_given_out_keeps_its_place():
    first = assign([article("a", (0, 73), (75, 88))], OUTLETS, (), "p.yml")
    (entry,) = first.new
    assert [start for _, start in entry.passages] == [0, 75]
    # The rules improve: the first paragraph now begins later, so its id is another one.
    second = assign([article("a", (47, 73), (75, 88))], OUTLETS, first.new, "p.yml")
    (more,) = second.new
    assert more.address is None
    assert [start for _, start in more.passages] == [47]
    assert sorted(start for _, start in second.addresses["a"].passages) == [0, 47, 75]
    third = assign([article("a", (47, 73), (75, 88))], OUTLETS, (*first.new, *second.new), "p.yml")
    assert third.new == ()
    assert third.addresses == second.addresses


def test_a_missing_or_endless_title_is_reported_where_there_is_text():
    untitled = assign([article("a", (0, 73), title=None)], OUTLETS, (), "p.yml")
    assert list(map(str, untitled.problems)) == [
        "seeds/a.txt: D005 No title was found, so the page is named after the file. "
        "Give it as `title` in curation/articles/a.yml."
    ]
    saved, segments, _ = article("a", (0, 73))
    title = Found("W" * 300, Span(0, 73), "title", Certainty.STATED)
    endless = assign([(saved, segments, Description(title=title))], OUTLETS, (), "p.yml")
    assert list(map(str, endless.problems)) == [
        "seeds/a.txt:1: D004 The title has 300 characters; it probably holds more than the title. "
        "Give it as `title` in curation/articles/a.yml."
    ]


def test_a_renamed_seed_keeps_its_address():
    first = assign([article("a", (0, 73))], OUTLETS, (), "p.yml")
    second = assign([article("b", (0, 73))], OUTLETS, first.new, "p.yml")
    assert second.addresses["b"] == first.addresses["a"]
    assert (second.new, second.problems) == ((), ())


def test_a_former_path_is_nobody_elses():
    given = [Permalink("a", Address("2001/new", "k", formerly=("2001/wetter-heute",)))]
    result = assign([seed("a", "New"), seed("b", "Wetter heute")], OUTLETS, given, "p.yml")
    assert result.addresses["a"].formerly == ("2001/wetter-heute",)
    assert result.addresses["b"].path == "2001/wetter-heute-2"
