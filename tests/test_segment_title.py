"""The title is found among the lines that can be one, or there is none: both sides of each border."""

from dataclasses import replace

import pytest

from annotated_archive.model import Kind, SavedText
from annotated_archive.stages.segment import segment
from annotated_archive.stages.segment.segmenting import lay_out
from annotated_archive.stages.segment.title import find_title, signs_of_titles
from annotated_archive.stages.segment.title_entries import headlines_of_entries
from annotated_archive.stages.segment.title_signs import introduces
from annotated_archive.stages.segment.title_variants import same_headline, same_wording

from .page_lines import blocks_and_marks, paragraph, sentence

HEADLINE = "Die alte Fähre fährt wieder"
OTHER = "Ganz anderes anderswo"  # shares no longer word with the article
ARTICLE = [paragraph(60), paragraph(60), paragraph(60)]


def page(*above, article=ARTICLE):
    blocks, marks = blocks_and_marks(*above, *article)
    return blocks, marks, len(above), len(blocks) - 1


def candidates(*above, article=ARTICLE):
    return set(signs_of_titles(*page(*above, article=article))[0])


@pytest.mark.parametrize(("lines", "is_candidate"), [(249, True), (250, False)])
def test_a_title_is_at_most_250_lines_above_the_article(lines, is_candidate):
    assert (0 in candidates(HEADLINE, *["Hafen heute"] * lines)) == is_candidate


@pytest.mark.parametrize(("lines", "is_candidate"), [(5, True), (6, False)])
def test_farther_up_than_six_lines_a_title_shares_a_word_with_the_article(lines, is_candidate):
    assert (0 in candidates(OTHER, *["Am Tor"] * lines)) == is_candidate
    assert 0 in candidates(HEADLINE, *["Am Tor"] * lines)


FORMS = {
    "two letters": ("Ab", False),
    "three letters": ("Rat", True),
    "320 characters": ("Fähre " * 53 + "er", True),
    "321 characters": ("Fähre " * 53 + "der", False),
    "a paragraph of 25 words": (sentence(25), True),
    "a paragraph of 26 words": (sentence(26), False),
    "26 words that are no paragraph": (sentence(26).rstrip("."), True),
    "a dash at its end": ("Die Fähre fährt -", False),
    "a long dash at its end": ("Die Fähre fährt –", False),
    "a comma at its end": ("Die Fähre fährt,", False),
    "the post before": ("« Die Fähre fährt", False),
    "the post after": ("Die Fähre fährt »", False),
    "a quotation": ("« Die Fähre » fährt »", True),
    "a quotation at the beginning": ("« Die Fähre » fährt", True),
    "an arrow to the left": ("← Die Fähre fährt", False),
    "a small arrow to the left": ("‹ Die Fähre fährt", False),
    "a sign to the left": ("< Die Fähre fährt", False),
    "two signs to the left": ("<< Die Fähre fährt", False),
    "an arrow to the right": ("Die Fähre fährt →", False),
    "a small arrow to the right": ("Die Fähre fährt ›", False),
    "any line that says what it is": (("Anzeige hier", "advert"), False),
    "a line above a credit": (("Die Fähre fährt", "caption-above-credit"), True),
    "a line that describes a picture": (("Die Fähre fährt", "picture-described"), True),
}


@pytest.mark.parametrize(("line", "is_candidate"), FORMS.values(), ids=FORMS)
def test_a_line_can_be_a_title_by_its_form(line, is_candidate):
    assert (0 in candidates(line)) == is_candidate


@pytest.mark.parametrize(
    ("text", "is_candidate"), [("Die\nalte\nFähre", True), ("Die\nalte\nFähre\ndort", False)]
)
def test_a_title_has_three_lines_at_most(text, is_candidate):
    blocks, marks, first, last = page("Die alte Fähre dort")
    blocks = (replace(blocks[0], text=text), *blocks[1:])
    assert (0 in signs_of_titles(blocks, marks, first, last)[0]) == is_candidate


def test_a_line_inside_the_article_can_be_its_title():
    lines = ["Am Tor"] * 22
    assert max(candidates(article=[*lines, *ARTICLE])) == 20
    assert max(candidates(HEADLINE, article=[*lines, *ARTICLE])) == 21
    assert candidates(HEADLINE, article=[paragraph(30), HEADLINE, paragraph(200)]) == {0, 2}
    assert candidates(HEADLINE, article=[paragraph(30), paragraph(200), HEADLINE]) == {0}
    assert candidates(article=[paragraph(30), HEADLINE, paragraph(200), "Am Tor", "Am Tor"]) == {1}


@pytest.mark.parametrize(("notice", "is_candidate"), [(30, True), (31, False)])
def test_what_stands_above_a_title_is_at_most_three_tenths_of_the_article(notice, is_candidate):
    article = [paragraph(notice), "Fähre fährt", paragraph(98 - notice)]
    assert (1 in candidates(article=article)) == is_candidate
    article = ["Am Tor", paragraph(notice), "Fähre fährt", paragraph(96 - notice)]
    assert (2 in candidates(article=article)) == is_candidate


def test_a_line_of_an_interview_is_no_title():
    turns = ["Kohlgruber: Die Fähre fährt", "Kohlgruber: Das sagt der Rat", "Kohlgruber: Nein"]
    assert candidates(article=[*turns, *ARTICLE]) == set()
    assert candidates(article=[*turns[:2], *ARTICLE]) == {0, 1}
    assert candidates(*turns) == {0, 1, 2}


DATE = ("16.09.2015", "dateline")
AUTHOR = "Erika Muster"
BESIDE_DATES = {
    "below a date": ([DATE, AUTHOR], {}),
    "above a date": ([AUTHOR, DATE], {}),
    "between dates": ([DATE, AUTHOR, DATE], {}),
    "no date": ([AUTHOR], {0}),
    "another line": ([("Drucken", "page-tools"), AUTHOR, ("Drucken", "page-tools")], {1}),
    "a headline below a date": ([DATE, HEADLINE], {1}),
    "above a headline": ([AUTHOR, HEADLINE, DATE], {0, 1}),
}


@pytest.mark.parametrize(("above", "found"), BESIDE_DATES.values(), ids=BESIDE_DATES)
def test_names_beside_a_date_are_the_authors(above, found):
    assert candidates(*above) == set(found)


def test_the_lines_above_an_article_are_counted():
    assert signs_of_titles(*page(HEADLINE, OTHER))[1] == 2
    assert signs_of_titles(*page(("Anzeige", "advert"), HEADLINE))[1] == 1
    assert signs_of_titles(*page(HEADLINE, article=["Am Tor", "Am Tor", *ARTICLE]))[1] == 2
    assert signs_of_titles(*page(OTHER, *["Am Tor"] * 7))[1] == 8


KICKERS = {
    "a kicker": ("Hafen", "Die alte Fähre fährt wieder heute", True),
    "of four words": ("So ist der Hafen", "Die alte Fähre fährt wieder über den Fluss", True),
    "of five words": ("So ist es am Hafen", "Die alte Fähre fährt wieder über den breiten Fluss", False),
    "four words above seven": ("So ist der Hafen", "Die alte Fähre fährt wieder heute ab", False),
    "above five words": ("Hafen", "Die alte Fähre fährt wieder", False),
    "above a single word": ("Hafen", "Hallenbad", False),
    "above a sentence": ("Hafen", "Die alte Fähre fährt wieder heute.", False),
    "above a date": ("Hafen", "Die alte Fähre fährt am 16. September 2015", False),
    "an earlier print": (
        "Alte Fähre fährt wieder über Flüsse",
        "Wieder fährt Fähre durch kleine Flüsse",
        True,
    ),
    "too little in common": (
        "Alte Fähre fährt wieder über Flüsse",
        "Wieder fährt Brücke durch kleine Häfen",
        False,
    ),
    "of five words in common": ("Alte Fähre fährt wieder über", "Wieder fährt Fähre über alte Flüsse", False),
}


@pytest.mark.parametrize(("upper", "lower", "expected"), KICKERS.values(), ids=KICKERS)
def test_one_line_introduces_another(upper, lower, expected):
    blocks, _ = blocks_and_marks(upper, lower)
    assert introduces(*blocks, {blocks[1].folded: 1}) == expected


@pytest.mark.parametrize(("words", "expected"), [(6, True), (7, False)])
def test_a_line_printed_elsewhere_is_introduced_by_a_longer_kicker(words, expected):
    blocks, _ = blocks_and_marks("Hafen " * (words - 1) + "heute", HEADLINE)
    assert introduces(*blocks, {blocks[1].folded: 2}) == expected
    assert not introduces(*blocks, {blocks[1].folded: 1})


LINE = "Am Tor"
DECISIONS = {
    "a headline": ([HEADLINE], ARTICLE, (0, True)),
    "no line": ([], ARTICLE, None),
    "a line alone above the article, whatever it says": ([OTHER], ARTICLE, (0, True)),
    "below an advertisement too": ([("Anzeige", "advert"), OTHER], ARTICLE, (1, True)),
    "one of two that are equal": ([HEADLINE, "Die breite Fähre fährt heute"], ARTICLE, (0, False)),
    "one of two wordings": (["Die alte Fähre fährt wieder heute", HEADLINE], ARTICLE, (1, True)),
    "one told anew": ([HEADLINE, "Heute fährt die alte Fähre wieder"], ARTICLE, (0, True)),
    "one printed twice": ([HEADLINE, HEADLINE], ARTICLE, (0, True)),
    "above names": ([HEADLINE, AUTHOR], ARTICLE, (0, True)),
    "below names": ([AUTHOR, HEADLINE], ARTICLE, (1, True)),
    "below a section": (["Fähre", HEADLINE], ARTICLE, (1, True)),
    "a word alone": (["Fähre"], ARTICLE, (0, True)),
    "the likeliest of unlikely lines": ([LINE, OTHER, LINE], ARTICLE, (2, False)),
    "lines of a menu": ([LINE, LINE, OTHER, *[LINE] * 3], ARTICLE, (5, False)),
    "at the article's beginning": ([], [HEADLINE, *ARTICLE], (0, True)),
    "below a notice": ([], [paragraph(20), HEADLINE, *ARTICLE], (1, True)),
    "an unlikely line inside the article": ([], [paragraph(30), OTHER, *ARTICLE], None),
    "a word above four words and a date": (["Fähre", "ab, zu, da, um.", DATE], ARTICLE, (0, True)),
    "a word that may be a section": (["Fähre", "ab, zu, da, um ab.", DATE], ARTICLE, (0, False)),
    "a word above a line without a date": (["Fähre", "ab, zu, da, um ab."], ARTICLE, (0, True)),
    "a line less likely below a word": (["Fähre", "Dort am breiten Fluss"], ARTICLE, (1, True)),
    "twice as likely as the next": (["Dort am Fluss"], [paragraph(20), *ARTICLE], (1, True)),
    "a word and a name that are no title": (["Erika Muster", "Hafen"], ARTICLE, None),
    "two words against a headline inside": (
        ["Fluss heute", ("Von Max Probe", "byline")],
        [HEADLINE, *ARTICLE],
        None,
    ),
    "a line against a headline inside": (
        ["Der Fluss: wieder am Tor", ("Teilen", "share-box")],
        [HEADLINE, *ARTICLE],
        (0, False),
    ),
    "unlikely, at the article's beginning": ([], [OTHER, *ARTICLE], None),
    "as likely as a line of names": (["Max Breiten Fähre", "Fluss heute"], ARTICLE, (1, True)),
    "a word above a line and a date": (["Fähre", "Am Tor am Fluss dort", DATE], ARTICLE, (1, True)),
}


@pytest.mark.parametrize(("above", "article", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_the_likeliest_line_is_the_title_if_it_is_likely_enough(above, article, expected):
    found = find_title(*page(*above, article=article))
    assert (found and (found.block, found.likely)) == expected


WORDINGS = {
    # name: two lines, whether they are one headline, whether in the same words
    "letter for letter": (HEADLINE, HEADLINE, True, True),
    "in capitals": (HEADLINE, HEADLINE.upper(), True, True),
    "with a kicker": (HEADLINE, f"Hafen: {HEADLINE}", True, True),
    "with a long kicker": (HEADLINE, f"Verkehr auf dem unteren Fluss: {HEADLINE}", True, False),
    "without its end": ("Die alte Fähre fährt wieder über den Fluss", HEADLINE, True, True),
    "two words of it": ("Alte Fähre", HEADLINE, False, False),
    "three words of it": ("Die alte Fähre", HEADLINE, True, False),
    "told anew": ("Nach drei Jahren fährt die Fähre wieder", "Fähre fährt nach Jahren wieder", True, False),
    "half of it": ("Die Fähre fährt nach Jahren", "Die Fähre fährt neben Brücken", False, False),
    "another matter": (HEADLINE, "Der Rat kauft ein neues Tor", False, False),
}


@pytest.mark.parametrize(("one", "other", "headline", "wording"), WORDINGS.values(), ids=WORDINGS)
def test_two_lines_are_one_headline(one, other, headline, wording):
    blocks, _ = blocks_and_marks(one, other)
    assert same_headline(*blocks) == same_headline(*reversed(blocks)) == headline
    assert same_wording(*blocks) == same_wording(*reversed(blocks)) == wording


ENTRIES = (
    "Der Rat gibt auf\n\nDie Bürgermeisterin hat am Abend gesagt, dass sie verloren hat. Sie dankte allen, "
    "die gekommen waren, und wünschte dem anderen viel Glück.",
    "Neue Zahlen am Abend\n\nNach den ersten Bezirken liegt ein anderer vorn. Er sprach vor den Leuten am "
    "Hafen von einem guten Tag für die Stadt.",
    "Streit um das Tor\n\nUnbekannte haben in der Nacht Plakate abgerissen. Die Polizei sucht nach Zeugen, "
    "wie ein Sprecher am Morgen mitteilte.",
)


def live_blog(*times, head=("Newsblog zur Wahl in Sandhaven",)):
    """The page of a live blog as text: its head, and one entry for each time."""
    entries = [f"{time}\n{said}" for time, said in zip(times, ENTRIES, strict=False)]
    return "\n\n".join([*head, *entries]) + "\n"


LIVE_BLOGS = {
    "days and times": ("12. März 2019, 21:58", "11. März 2019, 18:30", "10. März 2019, 09:05"),
    "days and times with their word": (
        "12.03.2019, 21:58 Uhr",
        "12.03.2019, 18:30 Uhr",
        "12.03.2019, 9:05 Uhr",
    ),
    "times alone": ("21.58 Uhr", "18.30 Uhr", "9.05 Uhr"),
    "times with colons": ("21:58 Uhr", "18:30 Uhr", "9:05 Uhr"),
    "two entries": ("12. März 2019, 21:58", "12. März 2019, 18:30"),
    "English": ("12 March 2019, 9:58 pm", "12 March 2019, 6:30 pm", "12 March 2019, 9:05 am"),
    "French": ("12 mars 2019 à 21h58", "12 mars 2019 à 18h30", "12 mars 2019 à 9h05"),
}
HEADS = {
    "the headline alone": ("Newsblog zur Wahl in Sandhaven",),
    "the headline and its own time": ("Newsblog zur Wahl in Sandhaven", "12. März 2019, 22:10 Uhr"),
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("times", LIVE_BLOGS.values(), ids=LIVE_BLOGS)
def test_the_title_of_a_live_blog_stands_above_its_entries(times, head):
    text = live_blog(*times, head=head)
    segments, _ = segment(SavedText("a.txt", "a.txt", text, "0" * 64))
    assert [s.span.of(text) for s in segments if s.kind is Kind.TITLE] == ["Newsblog zur Wahl in Sandhaven"]


NO_LIVE_BLOGS = {
    "one entry": live_blog("12. März 2019, 21:58"),
    "nothing above the entries": live_blog("12. März 2019, 21:58", "11. März 2019, 18:30", head=()),
    "days without a time": live_blog("12. März 2019", "11. März 2019"),
}


@pytest.mark.parametrize("text", NO_LIVE_BLOGS.values(), ids=NO_LIVE_BLOGS)
def test_an_article_below_its_date_is_no_live_blog(text):
    page = lay_out(SavedText("a.txt", "seeds/a.txt", text, ""), "extend")
    assert headlines_of_entries(page.blocks, page.marks, *page.run) == frozenset()


def test_below_the_article_entries_are_teasers():
    text = live_blog("12. März 2019, 21:58", "11. März 2019, 18:30", head=("Nachrichten aus der Stadt",))
    page = lay_out(SavedText("a.txt", "seeds/a.txt", text, ""), "extend")
    first, _ = page.run
    assert first == 3
    assert headlines_of_entries(page.blocks, page.marks, first, first) == frozenset()
