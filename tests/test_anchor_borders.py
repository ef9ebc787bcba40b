"""Each number that decides where a note lands, on both sides of its border."""

import pytest

from annotated_archive.model import Note, Span
from annotated_archive.stages.anchor import anchor, describe_span
from annotated_archive.stages.anchor.alike import Near, is_clear, near_passages, same_statement, with_edges
from annotated_archive.text.reader_text import reader_text

from .printed_page import printed_page

# Nine words, of which any may be changed a little.
NINE = "Die städtischen Lotsen fahren morgen abend mit kleinen Booten"


def text_of(lines: str):
    return reader_text(*printed_page(lines))


SMALL = {
    "one change in few words": ("Alle städtischen Lotsen fahren", "Alle städtische Lotsen fahren"),
    "two in ten words": (
        f"{NINE} aus",
        f"{NINE} aus".replace("städtischen", "städtische").replace("Booten", "Boote"),
    ),
    "three in fifteen": (
        f"{NINE} aus dem alten Hafen der Stadt",
        f"{NINE} aus dem alten Hafen der Stadt".replace("städtischen", "städtische")
        .replace("Booten", "Boote")
        .replace("kleinen", "kleiner"),
    ),
    "an ending behind four letters": ("Alle diese Boote fahren", "Alle diese Boot fahren"),
    "an e that both endings have": ("Alle beteiligten Boote fahren", "Alle beteiligter Boote fahren"),
    "an e behind the fourth letter": ("Alle schönen Boote fahren", "Alle schöner Boote fahren"),
    "a word that begins like a short negation": (
        "Alle Niederungen liegen dort",
        "Alle Niederung liegen dort",
    ),
    "seven letters spelt out": ("Alle größere Boote fahren", "Alle groessere Boote fahren"),
    "a doubled letter in seven": ("Alle zusamen fahren dort", "Alle zusammen fahren dort"),
    "a doubled letter at the end": ("Das kabinettt fährt dort", "Das kabinett fährt dort"),
    "swapped letters in seven": ("Alle fahren gesetrn dort", "Alle fahren gestern dort"),
    "a doubled letter in twelve with a capital": (
        "Eine Zusamenkunft ist dort",
        "Eine Zusammenkunft ist dort",
    ),
    "another letter in twelve": ("Das geht weitergahend dort", "Das geht weitergehend dort"),
    "a letter more in twelve": ("Das geht weitergeihend dort", "Das geht weitergehend dort"),
    "the fourth letter of twelve": ("Das geht weixergehend dort", "Das geht weitergehend dort"),
    "the last but two of twelve": ("Das geht weitergehxnd dort", "Das geht weitergehend dort"),
    "a capital at the beginning": ("alle Boote fahren dort", "Alle Boote fahren dort"),
    "a space less": ("Alle fahren wieder zurück dort", "Alle fahren wiederzurück dort"),
}
LARGE = {
    "two in nine words": (NINE, NINE.replace("städtischen", "städtische").replace("Booten", "Boote")),
    "a space less and an ending in nine words": (
        NINE,
        NINE.replace("morgen abend", "morgenabend").replace("Booten", "Boote"),
    ),
    "three in fourteen": (
        f"{NINE} aus dem alten Hafen dort",
        f"{NINE} aus dem alten Hafen dort".replace("städtischen", "städtische")
        .replace("Booten", "Boote")
        .replace("kleinen", "kleiner"),
    ),
    "an ending behind three letters": ("Alle diese Tore fallen", "Alle diese Tor fallen"),
    "an ending of three letters": ("Alle diese Boote fahren", "Alle diese Bootens fahren"),
    "an adjective's ending of a noun": ("Alle diese Dicken fahren", "Alle diese Dicker fahren"),
    "a form of a negation": ("Alle keiner Boote fahren", "Alle keinen Boote fahren"),
    "six letters spelt out": ("Alle größer Boote fahren", "Alle groesser Boote fahren"),
    "a doubled letter in six": ("Alle fahren heutte dort", "Alle fahren heute dort"),
    "swapped letters in six": ("Alle fahren abdens dort", "Alle fahren abends dort"),
    "a doubled letter in eleven with a capital": ("Ein Zusamenhang ist dort", "Ein Zusammenhang ist dort"),
    "another letter in eleven": ("Das geht vorhergahen dort", "Das geht vorhergehen dort"),
    "a letter more in eleven": ("Das geht vorhergeihen dort", "Das geht vorhergehen dort"),
    "two letters": ("Das geht wxitergahend dort", "Das geht weitergehend dort"),
    "two letters in the middle": ("Das geht weixergahend dort", "Das geht weitergehend dort"),
    "the third letter of twelve": ("Das geht wextergehend dort", "Das geht weitergehend dort"),
    "the last but one of twelve": ("Das geht weitergehexd dort", "Das geht weitergehend dort"),
    "a capital inside": ("Alle boote fahren dort", "Alle Boote fahren dort"),
    "a capital behind another change": (
        f"Die neue boote fahren dort. {NINE}",
        f"Die neuen Boote fahren dort. {NINE}",
    ),
    "a capital in the second word": (f"die boote fahren dort. {NINE}", f"Die Boote fahren dort. {NINE}"),
    "another sign": ("Kommen alle Boote?", "Kommen alle Boote."),
    "a figure": ("Alle 3 Boote fahren dort", "Alle 30 Boote fahren dort"),
    "a figure put for a word": ("Alle zwölf Boote fahren dort", "Alle 12 Boote fahren dort"),
    "a figure of seven digits": ("Alle 2000000 Boote fahren", "Alle 20000000 Boote fahren"),
    "a word with a figure": ("Alle Versionenreihen fahren", "Alle Versionenrei3hen fahren"),
    "a word with another figure": ("Alle Versionenrei3hen fahren", "Alle Versionenrei33hen fahren"),
    "a number misspelt": ("Alle siebzig Boote fahren", "Alle siebbzig Boote fahren"),
    "another first word": ("Alle Boote fahren dort", "Jene Boote fahren dort"),
    "another first letter": ("Alle alten Boote fahren", "Alle alten Coote fahren"),
    "a word less": ("Alle Boote fahren dort", "Alle Boote dort"),
}


@pytest.mark.parametrize(("one", "other"), SMALL.values(), ids=SMALL)
def test_small_differences_are_the_same_statement(one, other):
    assert same_statement(one, other)
    assert same_statement(other, one)


@pytest.mark.parametrize(("one", "other"), LARGE.values(), ids=LARGE)
def test_anything_larger_is_another_statement(one, other):
    assert not same_statement(one, other)
    assert not same_statement(other, one)


def test_a_long_quote_in_few_words_is_compared_word_by_word():
    long = f"{NINE} aus " * 25
    assert same_statement(long, long.replace("Booten", "Boote", 1))


QUOTE = "Alle Boote fahren aus"
CLEAR = {
    "alike": ([88.0], True),
    "not quite": ([87.9], False),
    "with a rival that is far behind": ([95.0, 85.0], True),
    "not far enough": ([95.0, 85.1], False),
    "others do not count": ([95.0, 85.0, 85.0], True),
    "equally alike": ([95.0, 95.0], False),
    "none": ([], False),
}


@pytest.mark.parametrize(("scores", "expected"), CLEAR.values(), ids=CLEAR)
def test_the_best_must_be_alike_and_unrivalled(scores, expected):
    text = f"{QUOTE}. Nichts davon ist wahr."
    elsewhere = (len(QUOTE) + 2, len(text))
    near = [Near(score, elsewhere if i else (0, len(QUOTE))) for i, score in enumerate(scores)]
    assert is_clear(near, QUOTE, text) == expected


def test_the_best_must_be_the_same_statement():
    near = [Near(99.0, (0, 21)), Near(10.0, (23, 44))]
    assert not is_clear(near, QUOTE, "Alle Boote fahren ein, Alle Boote fahren aus")


def test_a_quote_has_four_words_unless_more_are_asked_for():
    assert not is_clear([Near(99.0, (0, 14))], "Alle Boote aus", "Alle Boote aus")
    assert not is_clear([Near(99.0, (0, len(QUOTE)))], QUOTE, QUOTE, fewest=5)
    assert is_clear([Near(99.0, (0, len(QUOTE)))], QUOTE, QUOTE, fewest=4)


@pytest.mark.parametrize(
    ("quote", "printed", "found"),
    [
        ("abcdefghij", "abcdefxxxx", True),  # 60 per cent
        ("abcdefghijklmnopqrstuv", "abcdefghijklmxxxxxxxxx", False),  # 59.1
    ],
)
def test_passages_that_share_little_are_not_near(quote, printed, found):
    assert bool(near_passages(text_of(printed), quote)) == found


def near(lines: str, quote: str) -> list[str]:
    text = text_of(lines)
    return [text.text[slice(*one.place)] for one in near_passages(text, quote)]


def test_a_passage_may_have_one_word_more_or_less():
    assert near("Nun wiederaufnehmen sie das", "wieder aufnehmen sie das") == ["wiederaufnehmen sie das"]
    assert near("Nun wieder aufnehmen sie das", "wiederaufnehmen sie das") == ["wieder aufnehmen sie das"]
    assert near("Nun ab fahren", "abfahren") == ["ab fahren"]
    assert near("Nun abfahren", "ab fahren") == ["abfahren"]
    assert near("ab fah ren", "abfahren") == ["fah ren"]
    # But not two: the passage is then the words that are most like it.
    assert near("Nun wieder auf nehmen sie das", "wiederaufnehmen sie das") == ["wieder auf nehmen sie"]


def test_the_most_alike_come_first_and_none_overlaps_another():
    lines = "Die Fähre kommt. Die Fähren kommen. Die Fähre kommt nun. Die Fähre kommt je."
    assert near(lines, "Die Fähre kommt") == ["Die Fähre kommt"] * 3
    assert near("Die Fähren kommen. Die Fähre kommt", "Die Fähre kommt") == [
        "Die Fähre kommt",
        "Die Fähren kommen",
    ]
    assert near("abcx%abcd%", "abcd%") == ["abcd%", "abcx%"]
    assert near("5%5%5%", "5%") == ["5%", "5%", "5%"]


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("„Boote fahren“", "Nun „Boote fahren“ sie", "„Boote fahren“"),
        ("Boote fahren", "Nun „Boote fahren“ sie", "Boote fahren"),
        ("„Boote fahren", "Nun „Boote fahren“ sie", "„Boote fahren"),
        ("Boote fahren“", "Nun „Boote fahren“ sie", "Boote fahren“"),
        ("(Boote fahren!)", "Nun „Boote fahren“ sie", "Boote fahren"),
        ("„Boote, fahren“", "„Boote fahren“", "„Boote fahren“"),
    ],
)
def test_signs_around_the_words_belong_to_a_passage_if_the_quote_has_them(quote, text, expected):
    start = text.index("Boote")
    place = with_edges((start, start + len("Boote fahren")), quote, text)
    assert text[slice(*place)] == expected


def anchored(lines: str, quote: str, prefix: str = "", suffix: str = ""):
    """The passage, or the problem's code, and how it was found, or what is wrong."""
    saved, segments = printed_page(lines)
    anchors, problems = anchor(
        [Note(quote, "A note.", prefix, suffix, file="a.yml", line=1)], saved, segments
    )
    if anchors:
        return anchors[0].span.of(saved.text), anchors[0].method
    return problems[0].code, f"{problems[0].finding} {problems[0].remedy}"


TWO = "Am Abend legt die kleine Fähre im Hafen an. Am Morgen kommt sie heim."
CONTEXTS = {
    "exact": ("die kleine Fähre", "legt", "im Hafen", "exact"),
    "with a space": ("die kleine Fähre", "legt ", " im Hafen", "exact"),
    "with spaces outside": ("die kleine Fähre", " legt", "im Hafen ", "exact"),
    "half a word": ("die kleine Fähre", "egt", "", "exact"),
    "half a word behind": ("die kleine Fähre", "", "im Haf", "exact"),
    "eight words, one changed a little": ("legt die kleine Fähre", "Am Abende", "im Hafen", "approximate"),
    "seven words, one changed a little": ("legt die kleine Fähre", "Abende", "im Hafen", "N001"),
    "a prefix of other words": ("legt die kleine Fähre im Hafen an", "Am Mittag", "", "N001"),
    "a suffix of other words": ("Am Abend legt die kleine Fähre", "", "im Norden an", "N001"),
    "a prefix from elsewhere": ("legt die kleine Fähre im Hafen an", "Am Morgen", "", "N001"),
}


@pytest.mark.parametrize(("quote", "prefix", "suffix", "found"), CONTEXTS.values(), ids=CONTEXTS)
def test_a_context_must_be_that_of_the_passage(quote, prefix, suffix, found):
    result = anchored(TWO, quote, prefix, suffix)
    assert result == (quote, found) if found in ("exact", "approximate") else result[0] == found


def test_a_changed_quote_needs_its_context_too():
    quote = "Am Abend legt die kleinen Fähre im Hafen an"
    assert anchored(TWO, quote) == (quote.replace("kleinen", "kleine"), "approximate")
    assert anchored(TWO, quote, suffix="Am Morgen kommt")[1] == "approximate"
    assert anchored(TWO, quote, suffix="Am Mittag geht")[0] == "N001"
    assert anchored(TWO, quote, prefix="Am Mittag geht")[0] == "N001"


def test_a_context_changed_a_little_chooses_between_places():
    saved, segments = printed_page(f"Die Fähre ist alt. {TWO} Die Fähre ist klein. Die Fähre kommt.")
    note = Note("Fähre", "A note.", "Am Abende legt die kleine", "im Hafen an", file="a.yml", line=1)
    anchors, _ = anchor([note], saved, segments)
    assert [found.span.start for found in anchors] == [saved.text.index("kleine Fähre") + 7]


def test_a_context_that_fits_no_place_of_the_words_fits_none():
    assert (
        anchored(f"{TWO} Die Lotsin ist da.", "Lotsin", "Am Abende legt die kleine Fähre im Hafen")[0]
        == "N001"
    )


LESS_ALIKE = "Am Mittag lag eine große Fähre im Hafen. {} Am Montag liegt kein Schiff im Norden."


def test_others_that_are_less_alike_do_not_count():
    text = LESS_ALIKE.format(TWO)
    quote = "Am Abend legt die kleinen Fähre im Hafen an"
    assert len(near_passages(text_of(text), quote)) > 1
    assert anchored(text, quote) == (quote.replace("kleinen", "kleine"), "approximate")
    assert anchored(text, quote, suffix="Am Morgen kommt")[0] == quote.replace("kleinen", "kleine")
    place = anchored(text, "die kleine Fähre", "Am Abende legt", "im Hafen an")
    assert place == ("die kleine Fähre", "approximate")
    for lines in (text, f"{TWO} {LESS_ALIKE}"):
        saved, segments = printed_page(lines)
        note = Note("Fähre", "A note.", "Am Abende legt die kleine", "im Hafen an")
        anchors, _ = anchor([note], saved, segments)
        assert [found.span.start for found in anchors] == [saved.text.index("kleine Fähre") + 7]


def test_each_note_has_its_own_anchor():
    saved, segments = printed_page(TWO)
    notes = [Note(quote, "A note.", file="a.yml", line=1) for quote in ("Fähre", "zebra", "Hafen")]
    anchors, problems = anchor(notes, saved, segments)
    assert [found.note.quote for found in anchors] == ["Fähre", "Hafen"]
    assert len(problems) == 1


WORDS = {
    "a whole word": ("Fähre", "exact"),
    "half a word": ("Fähr", "N001"),
    "the other half": ("ähre", "N001"),
    "a part of a number": ("3", "N001"),
    "the number": ("3,5", "exact"),
    "with white space": ("  Fähre ", "exact"),
    "signs only": ("…", "N001"),
    "nothing": ("", "N001"),
}


@pytest.mark.parametrize(("quote", "found"), WORDS.values(), ids=WORDS)
def test_a_quote_starts_and_ends_with_whole_words(quote, found):
    result = anchored("Für 3,5 Taler fährt die Fähre … ab.", quote)
    assert result == (quote.strip(), found) if found == "exact" else result[0] == found


def test_overlapping_places_are_all_found():
    code, said = anchored("ja ja ja", "ja ja")
    assert (code, "occur 2 times" in said) == ("N002", True)


FOUR = "Hier die Fähre kommt.\nNun und die Fähre geht. Denn die"
SAID = {
    "twice": ("Fähre", "", "", 'The words "Fähre" occur 2 times in seeds/hafen.txt, in lines 1 and 2.'),
    "twice in a line": ("die", "", "", 'The words "die" occur 3 times in seeds/hafen.txt, in lines 1 and 2.'),
    "with a context": ("Fähre", "die", "", "occur 2 times in seeds/hafen.txt with this context, in lines 1"),
    "how to tell apart": (
        "Fähre",
        "",
        "",
        'meant: suffix: " kommt." for line 1; suffix: " geht." for line 2.',
    ),
    "a prefix": ("Fähre", "der", "", "lines 1 and 2, but not with this prefix. Correct the prefix if one"),
    "a suffix": ("Fähre", "", "der", "but not with this suffix. Correct the suffix if one of these"),
    "both": (
        "kommt",
        "der",
        "der",
        "line 1, but not with this prefix and suffix. Delete the prefix and suffix",
    ),
    "needless": ("und die", "der", "", "line 2, but not with this prefix. Delete the prefix if that passage"),
    "nothing near": ("Zebra", "", "", "of seeds/hafen.txt. Copy the words of the passage from the seed, or"),
    "near": ("dies Fähre", "", "", 'Nearest: "die Fähre" in line 1; "die Fähre" in line 2. Quote the words'),
    "signs": ("…", "", "", "The note quotes no words."),
}


@pytest.mark.parametrize(("quote", "prefix", "suffix", "said"), SAID.values(), ids=SAID)
def test_a_problem_says_what_to_do(quote, prefix, suffix, said):
    assert said in anchored(FOUR, quote, prefix, suffix)[1]


@pytest.mark.parametrize(
    ("count", "named"), [(10, "lines 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10."), (11, "and 1 more.")]
)
def test_ten_lines_are_named(count, named):
    assert named in anchored("\n".join(["Die Fähre"] * count), "Fähre")[1]


@pytest.mark.parametrize(("length", "cut"), [(120, False), (121, True)])
def test_a_long_quote_is_cut_in_a_problem(length, cut):
    quote = "Zebra " + "z" * (length - 6)
    assert ('"Zebra …"' in anchored("Die Fähre", quote)[1]) == cut
    assert (f'"{quote}"' in anchored("Die Fähre", quote)[1]) != cut


@pytest.mark.parametrize(("count", "ways"), [(3, 3), (4, 3)])
def test_three_ways_to_tell_passages_apart_are_named(count, ways):
    said = anchored("\n".join(f"Die Fähre {'abcd'[i]}" for i in range(count)), "Fähre")[1]
    assert said.count(" for line ") == ways


@pytest.mark.parametrize(("length", "named"), [(120, True), (121, False)])
def test_a_context_too_long_to_type_is_not_offered(length, named):
    long = "x" * (length - 2)
    said = anchored(f"Fähre {long}a\nFähre {long}b", "Fähre")[1]
    assert (f'suffix: " {long}a" for' in said) == named
    assert ("Quote more of the passage." in said) != named


@pytest.mark.parametrize(
    ("sign", "shown"),
    [("b", '"b "'), ('"', "'\" '"), ("\\", "'\\ '"), ("'b\"", "'''b\" '"), ("'", '"\' "')],
)
def test_a_context_is_offered_as_yaml(sign, shown):
    assert f"prefix: {shown} for line 1" in anchored(f"Fährt {sign} Fähre\nNun Fähre", "Fähre")[1]


SPANS = {
    "the words": (4, 9, ("Fähre", "", "")),
    "with the space before": (3, 9, ("Fähre", "", "")),
    "with the space behind": (4, 10, ("Fähre", "", "")),
    "with both": (3, 10, ("Fähre", "", "")),
    "a space alone": (3, 4, ("", "", "")),
    "nothing": (4, 4, ("", "", "")),
    "a space at the end": (15, 16, ("", "", "")),
    "all": (0, 16, ("Die Fähre kommt.", "", "")),
}


@pytest.mark.parametrize(("start", "end", "expected"), SPANS.values(), ids=SPANS)
def test_a_span_is_its_words(start, end, expected):
    saved, segments = printed_page("Die Fähre kommt.")
    assert describe_span(Span(start, end), saved, segments) == expected


def test_a_context_grows_word_by_word_and_then_by_half():
    same = " ".join(f"w{i}" for i in range(40))
    for count, taken in ((1, 1), (2, 2), (12, 12), (14, 14), (15, 20), (20, 20), (21, 29)):
        shared = " ".join(same.split()[: count - 1])
        text = f"Fähre {shared} a {same} Fähre {shared} b {same}"
        _, prefix, suffix = describe_span(Span(0, 5), *printed_page(text))
        assert (prefix, len(suffix.split())) == ("", taken)
    text = "a b c Fähre d e f a x c Fähre d e f"
    assert describe_span(Span(6, 11), *printed_page(text)) == ("Fähre", "b c ", "")
    text = "x a Fähre b y x c Fähre b z y a Fähre d"
    assert describe_span(Span(4, 9), *printed_page(text)) == ("Fähre", "a ", " b")
