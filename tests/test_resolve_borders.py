"""What decides whether an article has a quotation, on both sides of each border."""

import pytest

from annotated_archive.essays import EssayPage
from annotated_archive.stages.resolve import backlinks, resolve
from annotated_archive.stages.resolve.difference import differences, nearest
from annotated_archive.stages.resolve.quotation import parts_of, with_one_mark, without_marks
from annotated_archive.stages.resolve.sentence import LONGEST
from annotated_archive.stages.resolve.verify import readings_of

from .test_resolve import article


def words(count: int) -> str:
    return " ".join(["wieder"] * count)


def checked(lines: str, markdown: str, key: str = "blatt2021hafen"):
    (citation,), problems = resolve(
        [EssayPage("docs/e.md", "e.md", markdown)],
        (article(key, lines), article("bote2021rat", "Der Rat tagt.")),
    )
    return citation, [str(problem) for problem in problems]


def verified(lines: str, quotation: str) -> bool | None:
    return checked(lines, f"{quotation} [@blatt2021hafen]")[0].verified


GAPS = {
    "a hundred words left out": (f"Die Fähre fährt {words(100)} nach Altstadt.", True),
    "one more": (f"Die Fähre fährt {words(101)} nach Altstadt.", False),
    "forty from one paragraph into the next": (
        f"Die Fähre fährt {words(20)}.\n{words(20)} nach Altstadt.",
        True,
    ),
    "forty-one": (f"Die Fähre fährt {words(20)}.\n{words(21)} nach Altstadt.", False),
    "none": ("Die Fähre fährt nach Altstadt.", True),
    "a subhead in between": ("Die Fähre fährt heute.\nsubhead: Hafen\nHeute nach Altstadt.", True),
    "two subheads": ("Die Fähre fährt.\nsubhead: Hafen\nsubhead: Rat\nHeute nach Altstadt.", True),
    "a paragraph in between": ("Die Fähre fährt.\nHeute.\nEs geht nach Altstadt.", False),
    "from the title": ("title: Die Fähre fährt\nHeute nach Altstadt.", False),
    "to a subhead": ("Die Fähre fährt.\nsubhead: Heute nach Altstadt.", False),
    "from a subhead": ("subhead: Die Fähre fährt\nHeute nach Altstadt.", False),
    "in the wrong order": ("Wer nach Altstadt will: Die Fähre fährt.", False),
    "the first also later": ("Die Fähre fährt. Sie fährt nach Altstadt. Die Fähre fährt.", True),
    "the second also earlier": ("Sie fährt nach Altstadt. Die Fähre fährt nach Altstadt.", True),
}


@pytest.mark.parametrize(("lines", "expected"), GAPS.values(), ids=GAPS)
def test_words_may_be_left_out(lines, expected):
    assert verified(lines, "„Die Fähre fährt […] nach Altstadt“") is expected


SINGLE = {
    "in one sentence": ("Die Fähre fährt heute, am Dienstag, ab.", True),
    "in two": ("Die Fähre fährt. Heute, am Dienstag, ist Markt.", False),
    "asked": ("Fährt die Fähre? Nun, am Dienstag, ist Markt.", False),
    "with an ellipsis": ("Die Fähre fährt … Nun, am Dienstag, ist Markt.", False),
    "with a dash": ("Die Fähre fährt. – Nun, am Dienstag, ist Markt.", False),
    "in brackets": ("(Ab Markt fährt nun die Fähre.) Nun, am Dienstag, ist Markt.", False),
    "quoted": ("„Die Fähre fährt!“ Nun, am Dienstag, ist Markt.", False),
    "with a figure": ("Die Fähre fährt 3,5 Meilen in 1.000 Tagen, am Dienstag mehr.", True),
    "in two paragraphs": ("Die Fähre fährt heute\nund am Dienstag ab.", False),
}


@pytest.mark.parametrize(("lines", "expected"), SINGLE.values(), ids=SINGLE)
@pytest.mark.parametrize(
    "quotation", ["„Fähre […] am Dienstag“", "„die Fähre […] Dienstag“", "„Fähre […] Dienstag“"]
)
def test_a_single_word_belongs_to_its_sentence(lines, expected, quotation):
    assert verified(lines.replace("Die Fähre", "Nun die Fähre"), quotation) is expected


RUNNING = {
    "a sentence that the page broke": ("Die Fähre fährt\nheute ab.", True),
    "the next with a capital": ("Die Fähre fährt\nHeute ab.", False),
    "a finished one": ("Die Fähre fährt.\nheute ab.", False),
    "a question": ("Die Fähre fährt?\nheute ab.", False),
    "one that announces": ("Die Fähre fährt:\nheute ab.", False),
    "kicker and title": ("kicker: Die Fähre fährt\ntitle: Heute ab.", True),
    "title and text": ("title: Die Fähre fährt\nheute ab.", False),
    "text and title": ("Die Fähre fährt\ntitle: heute ab.", False),
    "text and subhead": ("Die Fähre fährt\nsubhead: heute ab.", False),
    "subhead and text": ("subhead: Die Fähre fährt\nheute ab.", False),
}


@pytest.mark.parametrize(("lines", "expected"), RUNNING.values(), ids=RUNNING)
def test_a_quotation_runs_on_into_the_next_passage(lines, expected):
    quoted = lines.split("\n")
    text = " ".join(line.split(": ")[-1] for line in quoted).rstrip(".")
    assert verified(lines, f"„{text}“") is expected


BREAKS = {
    "paragraphs that follow": ("Die Fähre fährt.\nHeute geht sie ab.", True),
    "a word between": ("Die Fähre fährt.\nAlso heute geht sie ab.", False),
    "a word between, above": ("Die Fähre fährt nun.\nHeute geht sie ab.", False),
}


@pytest.mark.parametrize(("lines", "expected"), BREAKS.values(), ids=BREAKS)
def test_quoted_paragraphs_follow_one_another(lines, expected):
    assert (
        verified(lines.replace("Heute", "heute"), "> Die Fähre fährt.\n>\n> heute geht sie ab.\n>")
        is expected
    )


MARKS = {
    "a capital for a small letter": ("[D]ie Fähre fährt", True),
    "another letter": ("[W]ie Fähre fährt", False),
    "an ending left out": ("die Fähr[e] fährt", True),
    "another inflection": ("die Fähr[en] fährt", True),
    "a letter added inside": ("die F[l]ähre fährt", True),
    "a letter put for another inside": ("die F[l]hre fährt", False),
    "too long an ending": ("die Fähr[schiffe] fährt", False),
    "words added": ("die [alte] Fähre fährt", True),
    "words added at the beginning": ("[Nun] die Fähre fährt", True),
    "words added at the end": ("die Fähre fährt [nun]", True),
    "a pronoun replaced": ("die Fähre fährt, sagt [Ampel]", True),
    "no pronoun": ("die [Ampel] fährt", False),
    "sic": ("die Fähre [sic] fährt", True),
    "sic in round brackets": ("die Fähre (sic!) fährt", True),
    "an exclamation mark": ("die Fähre (!) fährt", True),
    "a question mark": ("die Fähre (?) fährt", True),
    "words in round brackets": ("die Fähre (alte) fährt", False),
    "a space where the article has a mark": ("sagt sie [Ampel] 'heute'", True),
    "a mark alone": ("[…]", None),
    "words that are none of the article's": ("[Ampel]", None),
}


@pytest.mark.parametrize(("quotation", "expected"), MARKS.values(), ids=MARKS)
def test_editors_mark_what_they_change(quotation, expected):
    assert verified("Gewiss: die Fähre fährt, sagt sie „heute“.", f"„{quotation}“") is expected


PASSAGES = {
    "words added at the beginning": ("[Nun] die Fähre fährt", "die Fähre fährt"),
    "twice": ("[Nun] [ja] die Fähre fährt", "die Fähre fährt"),
    "words added at the end": ("die Fähre fährt, sagt [Ampel]", "die Fähre fährt, sagt"),
    "twice at the end": ("die Fähre fährt, sagt [Ampel] [ja]", "die Fähre fährt, sagt"),
    "a pronoun replaced inside": ("fährt, sagt [Ampel] heute", "fährt, sagt sie heute"),
    "nothing replaced inside": ("sagt sie [Ampel] heute", "sagt sie heute"),
    "a mark behind a quoted word": ("heute mit der ‚Möwe‘ [dem Boot] ab", "heute mit der „Möwe“ ab"),
    "signs at the edges": ("…: die Fähre fährt, …", "die Fähre fährt"),
    "a capital at the beginning": ("[D]ie Fähre fährt", "die Fähre fährt"),
    "an ending at the end": ("die Fähr[en]", "die Fähre"),
    "a sign behind an added word": ("die Fähre fährt [ja].", "die Fähre fährt"),
    "a sign before an added word": ("„… [Nun] die Fähre", "die Fähre"),
}


@pytest.mark.parametrize(("quotation", "passage"), PASSAGES.values(), ids=PASSAGES)
def test_the_passage_is_the_articles_words(quotation, passage):
    lines = "Gewiss: die Fähre fährt, sagt sie heute mit der „Möwe“ ab."
    citation, problems = checked(lines, f"> {quotation} [@blatt2021hafen]")
    assert problems == []
    assert [item.span.of(lines) for item in citation.items] == [passage]


def test_the_passage_ends_with_the_nearest_of_what_follows():
    lines = "Die Fähre fährt jetzt nach Altstadt, dann geht es nach Altstadt."
    citation, _ = checked(lines, "„Die Fähre […] nach Altstadt“ [@blatt2021hafen]")
    assert [item.span.of(lines) for item in citation.items] == ["Die Fähre fährt jetzt nach Altstadt"]


def test_parts_of_words_hide_no_whole_words():
    assert verified("Viele Fährenlotsen nehmen die Fähre.", "„Fähre“") is True
    assert verified("Der Hafenrat tagt, der rat tagt.", "„rat tagt“") is True
    assert verified("Der Hafenrat tagt, ein Rattagt.", "„rat tagt“") is False


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ("title: Die Fähre fährt\nHeute: Die Fähre fährt ab.\nNun auch: Die Fähre fährt ab.", 1),
        ("title: Die Fähre fährt\nEs regnet.", None),
        ("Es regnet.\nNein: Die Fähre fährt.\nDie Fähre fährt.\nDie Fähre fährt.", 2),
        ("caption: Die Fähre fährt\nNein. Die Fähre fährt.", 1),
    ],
)
def test_the_first_paragraph_that_has_it_is_cited(lines, number):
    citation, _ = checked(lines, "„Die Fähre fährt“ [@blatt2021hafen]")
    assert [item.number for item in citation.items] == [number]


def test_three_parts_follow_one_another():
    lines = "Die alte Fähre fährt. Sie fährt noch heute. Der neue Rat tagt noch heute. Alles ist gut."
    assert verified(lines, "„alte Fähre […] neue Rat […] ist gut“") is True
    assert verified(lines, "„alte Fähre […] ist gut […] neue Rat“") is False
    assert verified(lines, "„neue Rat […] alte Fähre […] ist gut“") is False
    assert verified(lines, "„alte Fähre […] Sie fährt […] noch heute“") is True


def test_of_several_works_each_is_looked_at():
    articles = [article("blatt2021hafen", PLACED), article("bote2021rat", "Der Rat tagt.")]

    def said(markdown):
        found, problems = resolve([EssayPage("docs/e.md", "e.md", markdown)], articles, elsewhere={"buch"})
        return [item.verified for item in found[0].items], [str(problem) for problem in problems]

    assert said("„Die Fähre“ [@buch; @blatt2021hafen]") == ([None, True], [])
    assert said("„Die Fähre“ [@bote2021rat; @blatt2021hafen]") == ([None, True], [])
    assert said("„Nie“ [@buch; @blatt2021hafen]") == ([None, None], [])
    assert [p[:17] for p in said("\n\nDas [@unbekannt2021; @blatt2021hafen, ¶ 9].")[1]] == [
        "docs/e.md:3: Q001",
        "docs/e.md:3: Q004",
    ]
    assert (
        "¶ 2 of blatt2021hafen, but in ¶ 1" in said("„Die Fähre“ [@blatt2021hafen, ¶ 2; @bote2021rat]")[1][0]
    )


EDGES = {
    "a full stop more": ("die Fähre fährt.", True),
    "a comma more": ("die Fähre fährt,", True),
    "a semicolon more": ("die Fähre fährt;", True),
    "an ellipsis more": ("… die Fähre fährt …", True),
    "a question made of it": ("die Fähre fährt?", False),
    "an exclamation made of it": ("die Fähre fährt!", False),
    "a mark at the beginning": ("? die Fähre fährt", True),
    "half a word at the end": ("die Fähre fäh", False),
    "half a word at the beginning": ("ie Fähre fährt", False),
}


@pytest.mark.parametrize(("quotation", "expected"), EDGES.values(), ids=EDGES)
def test_punctuation_at_the_edges_is_the_essays(quotation, expected):
    assert verified("Gewiss: die Fähre fährt so ab.", f"„{quotation}“") is expected


def test_the_parts_of_a_quotation():
    parts = parts_of("Die Fähre […] fährt [nun]\nheute (...) ab [sic]")
    assert [(part.text, part.words, part.join and part.join.name) for part in parts] == [
        ("Die Fähre", 2, None),
        ("fährt [nun]", 1, "GAP"),
        ("heute", 1, "BREAK"),
        ("ab [sic]", 1, "GAP"),
    ]
    assert [part.join for part in parts_of("[…] Die Fähre")] == [None]
    assert [part.join and part.join.name for part in parts_of("Die Fähre […]\nfährt")] == [None, "GAP"]
    assert parts_of("") == ()
    assert without_marks("[D]ie Fähr[e] [nun] ( . . . ) fährt [sic]") == "Die Fähre fährt"


WHERE = {
    "its first paragraph": ("¶ 1", "„Die Fähre“", []),
    "its range": ("¶ 1–2", "„Die Fähre fährt. […] Morgen auch“", []),
    "a wider range": ("¶ 1–3", "„Die Fähre“", []),
    "the paragraph above": ("¶ 1", "„Morgen auch“", ["¶ 2"]),
    "the paragraph below": ("¶ 2", "„Die Fähre“", ["¶ 1"]),
    "half its range": ("¶ 1", "„Die Fähre fährt. […] Morgen auch“", ["¶ 1–2"]),
    "the other half": ("¶ 2", "„Die Fähre fährt. […] Morgen auch“", ["¶ 1–2"]),
    "a range above": ("¶ 1–2", "„Und dann nicht“", ["¶ 3"]),
    "a title": ("¶ 1", "„Neues vom Hafen“", ["the title"]),
    "a kicker": ("¶ 1", "„Hafenblick“", ["the kicker"]),
    "a subhead": ("¶ 1", "„Was wird“", ["a subhead"]),
    "a caption": ("¶ 1", "„Lotsin Ampel“", ["a caption"]),
}
PLACED = """
kicker: Hafenblick
title: Neues vom Hafen
Die Fähre fährt.
Morgen auch.
subhead: Was wird
Und dann nicht.
caption: Lotsin Ampel
"""


@pytest.mark.parametrize(("cited", "quotation", "elsewhere"), WHERE.values(), ids=WHERE)
def test_a_quotation_is_in_the_paragraph_named(cited, quotation, elsewhere):
    citation, problems = checked(PLACED, f"{quotation} [@blatt2021hafen, {cited}]")
    said = f'docs/e.md:1: Q003 The quotation "{quotation[1:-1]}" is not in {cited} of blatt2021hafen'
    numbered = "¶" in "".join(elsewhere)
    remedy = f"Cite {elsewhere[0]}." if numbered else "Cite the article without a paragraph."
    assert problems == [f"{said}, but in {where}. {remedy}" for where in elsewhere]
    assert citation.verified is (not elsewhere)


@pytest.mark.parametrize(("number", "problem"), [(0, True), (1, False), (3, False), (4, True)])
def test_a_paragraph_must_be_there(number, problem):
    _, problems = checked(PLACED, f"Das steht dort [@blatt2021hafen, ¶ {number}].")
    assert bool(problems) == problem
    assert all("Q004 blatt2021hafen has no ¶" in p and "it has 3 paragraphs" in p for p in problems)


@pytest.mark.parametrize(
    ("lines", "has"), [("Ein Absatz.", "1 paragraph"), ("title: Hafen", "no paragraphs")]
)
def test_few_paragraphs_are_counted_too(lines, has):
    _, problems = checked(lines, "Das steht dort [@blatt2021hafen, ¶ 2–3].")
    assert [p.split("Q004 ")[1].split(". ")[0] for p in problems] == [
        f"blatt2021hafen has no ¶ 2; it has {has}"
    ]


KEYS = {
    "80 per cent alike": ("hafenblatt", "hafenblaxy", True),
    "79 per cent": ("abcdefghijklmnopqrstu", "abcdefghijklmnopqxxxxx", False),
    "the form of a key": ("hafenblatt", "ganz2021anders", True),
    "a year of the twentieth century": ("hafenblatt", "ganz1999anders", True),
    "another year": ("hafenblatt", "ganz2199anders", False),
    "a handle": ("hafenblatt", "erika", False),
    "the key itself": ("hafenblatt", "hafenblatt", None),
}


@pytest.mark.parametrize(("key", "written", "is_key"), KEYS.values(), ids=KEYS)
def test_a_word_that_looks_like_a_key_is_meant_as_one(key, written, is_key):
    page = EssayPage("docs/e.md", "e.md", f"So sagt @{written} es.")
    found, problems = resolve([page], (article(key, "Die Fähre."),))
    assert len(found) == (is_key is not False)
    assert [p.code for p in problems] == (["Q001"] if is_key else [])
    assert resolve([page], (), elsewhere={written})[1] == ()


def test_three_nearest_keys_are_named():
    keys = [f"blatt202{i}hafen" for i in range(4)]
    page = EssayPage("docs/e.md", "e.md", "Zuerst.\n\nDann [@blatt2029hafen].")
    _, problems = resolve([page], [article(key, "Die Fähre.") for key in keys])
    assert [(p.line, p.finding) for p in problems] == [
        (3, f'Nothing has the citation key "blatt2029hafen". The nearest keys: {", ".join(keys[:3])}.')
    ]
    assert "nearest" not in resolve([page], ())[1][0].finding


DIFFERENCES = {
    "nothing": ("er geht heim", "er geht heim", "er geht heim", ""),
    "very many words": ("er geht heim und " * 60, f"nun {'er geht heim und ' * 60}", " ".join(
        ["er geht heim und"] * 60), ""),
    "more on both sides": ("er geht heim", "nun ja er geht heim und isst", "er geht heim", ""),
    "a comma behind": ("er geht heim", "er geht heim, und", "er geht heim,", ""),
    "the first word": (
        "sie geht heim", "nun er geht heim", "er geht heim",
        'the article has "er" where the quotation has "sie"',
    ),
    "the last word": (
        "er geht heim", "er geht weg nun ja", "er geht weg",
        'the article has "weg" where the quotation has "heim"',
    ),
    "a word more": (
        "er geht nun heim", "er geht heim", "er geht heim",
        'the quotation has "nun" after "geht", the article has not',
    ),
    "a word more at the beginning": (
        "nun er geht heim", "er geht heim", "er geht heim",
        'the quotation has "nun", the article has not',
    ),
    "a word less": (
        "er geht heim", "er geht nicht heim", "er geht nicht heim",
        'the quotation leaves out "nicht" after "geht"',
    ),
    "more words than the article has": (
        "ja nun er geht heim", "so er geht heim", "so er geht heim",
        'the article has "so" where the quotation has "ja nun"',
    ),
    "the first word behind others": (
        "sie er geht heim", "ja nun als er geht heim", "als er geht heim",
        'the article has "als" where the quotation has "sie"',
    ),
    "three differences": (
        "a b c d e f g", "a x c y e z g", "a x c y e z g",
        'the article has "x" where the quotation has "b"; the article has "y" where the quotation has "d"; '
        'the article has "z" where the quotation has "f"',
    ),
    "four": ("a b c d e f g h i", "a w c x e y g z i", "a w c x e y g z i", ""),
    "marks around a word": ("er 'geht' heim", "er geht heim", "er geht heim", ""),
}  # fmt: skip


@pytest.mark.parametrize(("quoted", "printed", "meant", "named"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_what_differs_is_named(quoted, printed, meant, named):
    assert differences(quoted, printed) == (meant, named)


def nearest_in(lines: str, quoted: str):
    return nearest(quoted, readings_of(article("a", lines)))


def test_the_nearest_passage_is_the_most_alike():
    lines = (
        "Die Fähre bleibt.\nDie Fähre fährt morgen ab.\ncaption: Die Fähre fährt heute ab.\nDie Brücke kommt."
    )
    found = nearest_in(lines, "Die Fähre fährt heute ab.")
    assert (found.passage.kind, found.words, found.score, found.differences) == (
        "caption", "Die Fähre fährt heute ab.", 100.0, "",
    )  # fmt: skip
    assert nearest_in("Die Fähre fährt ab.\nDie Fähre fährt ab.", "Die Fähre fuhr ab.").passage.number == 1


@pytest.mark.parametrize(
    ("quoted", "printed", "found"),
    [
        ("abcdefghij", "abcdefxxxx", True),  # 60 per cent
        ("abcdefghijklmnopqrstuv", "abcdefghijklmxxxxxxxxx", False),  # 59.1
        ("abcdefghij", "abcdefxxxx" + "y" * 40, True),
    ],
)
def test_what_shares_little_is_not_near(quoted, printed, found):
    assert (nearest_in(printed, quoted) is not None) == found


def test_a_passage_is_shown_with_the_words_left_out_at_its_edges():
    text = "eins zwei drei vier Die Fähre fährt heute ab fünf sechs sieben acht neun zehn elf zwölf."
    found = nearest_in(text, "Die Fähre fährt gestern ab")
    assert found.words == "Die Fähre fährt heute ab"
    assert found.span.of(text) == "zwei drei vier Die Fähre fährt heute ab fünf sechs sieben"


@pytest.mark.parametrize(("length", "cut"), [(160, False), (161, True)])
def test_a_long_passage_is_cut(length, cut):
    printed = "Die Fähre " + "x" * (length - 10)
    found = nearest_in(printed, printed.replace("Fähre", "Fährte"))
    assert found.words == ("Die Fähre …" if cut else printed)


@pytest.mark.parametrize(("length", "cut"), [(100, False), (101, True)])
def test_a_long_quotation_is_cut(length, cut):
    quotation = "Die Fähre " + "x" * (length - 10)
    _, (problem,) = checked("Nichts.", f"„{quotation}“ [@blatt2021hafen]")
    assert f'The quotation "{"Die Fähre …" if cut else quotation}" is not in' in problem


SENTENCE = "Die Fähre fährt „heute“ [@blatt2021hafen] wieder."
AROUND = {
    "a sentence": (f"Erst das. {SENTENCE} Dann nichts.", "Die Fähre fährt „heute“ wieder."),
    "a paragraph": (f"Erst das.\n\n{SENTENCE}\n\nDann nichts.", "Die Fähre fährt „heute“ wieder."),
    "an item": (f"- {SENTENCE}", "Die Fähre fährt „heute“ wieder."),
    "a heading": (f"## {SENTENCE}", "Die Fähre fährt „heute“ wieder."),
    "a cell": (f"| Erst | {SENTENCE} | dann |", "Die Fähre fährt „heute“ wieder."),
    "a quotation that ends it": (
        "Er sagt: „Sie fährt heute.“ [@blatt2021hafen] Dann nichts.",
        "Er sagt: „Sie fährt heute.“",
    ),
    "a quotation of two sentences": (
        "> Die Fähre fährt. Sie kommt. [@blatt2021hafen]\n\nWeiter.",
        "Die Fähre fährt. Sie kommt.",
    ),
    "a paragraph without a full stop": ("Das steht dort [@blatt2021hafen]\n\nund hier.", "Das steht dort"),
    "bars that make no table": ("Ja | nein [@blatt2021hafen] | so.", "Ja | nein| so."),
    "a capital behind it": ("Das sagt „heute“ [@blatt2021hafen] Ampel.", "Das sagt „heute“ Ampel."),
    "a citation before its full stop": ("Das steht dort [@blatt2021hafen].", "Das steht dort."),
    "a key in the text": ("Erst. Nach @blatt2021hafen fährt sie. Dann.", "Nach @blatt2021hafen fährt sie."),
}


@pytest.mark.parametrize(("markdown", "expected"), AROUND.values(), ids=AROUND)
def test_the_sentence_around_a_citation(markdown, expected):
    citation, _ = checked("Die Fähre fährt heute.", markdown)
    assert citation.sentence == expected


@pytest.mark.parametrize(("length", "cut"), [(LONGEST, False), (LONGEST + 1, True)])
def test_a_long_sentence_is_cut(length, cut):
    text = "Die Fähre " + "ä" * (length - 11)
    citation, _ = checked("Die Fähre.", f"{text} [@blatt2021hafen].")
    assert citation.sentence == ("Die Fähre …" if cut else f"{text}.")


def test_only_articles_of_the_archive_are_cited_in_essays():
    citation, _ = checked("Die Fähre.", "So [@buch1999; @blatt2021hafen].")
    assert set(backlinks([citation])) == {"2021/blatt2021hafen"}


def test_the_comparable_form():
    assert with_one_mark("„Ja“ – gut") == "'Ja'-gut"


HANDLES = {
    "a handle and a citation": ("@hafenwirt2 [@blatt2021hafen] lacht.", [["blatt2021hafen"]]),
    "a handle and a citation of two": (
        "@hafenwirt2 [@blatt2021hafen; @bote2021rat] lacht.",
        [["blatt2021hafen", "bote2021rat"]],
    ),
    "a handle and what is no key": ("@hafenwirt2 [@nochwer] lacht.", []),
    "a handle alone": ("@hafenwirt2 lacht.", []),
    "a key alone": ("@blatt2021hafen lacht.", [["blatt2021hafen"]]),
}


@pytest.mark.parametrize(("markdown", "keys"), HANDLES.values(), ids=HANDLES)
def test_a_handle_is_no_citation_but_one_may_follow_it(markdown, keys):
    found, _ = resolve(
        [EssayPage("docs/e.md", "e.md", markdown)],
        (article("blatt2021hafen", "Die Fähre fährt."), article("bote2021rat", "Der Rat tagt.")),
    )
    assert [[item.written.key for item in citation.items] for citation in found] == keys


@pytest.mark.parametrize(("above", "line"), [("", 1), ("\n", 2), ("\n\nEin Satz.\n\n", 5)])
def test_a_problem_names_its_line(above, line):
    markdown = f"{above}Das sagt er „ganz anders, als es hier steht“ [@blatt2021hafen]."
    found, problems = resolve(
        [EssayPage("docs/e.md", "e.md", markdown)], (article("blatt2021hafen", "Die Fähre fährt."),)
    )
    assert [citation.line for citation in found] == [line]
    assert [problem.line for problem in problems] == [line]
