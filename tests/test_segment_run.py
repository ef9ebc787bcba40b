"""The run is the heaviest stretch of a page: each weight decides on both sides of its border.

Two kinds of pages measure a weight. In a contest two stretches stand so far apart that one of them must be
the article: the heavier one, and the upper one of two that are equal. In a page with a bridge an article goes
on below something that counts against it only if what follows weighs more.
"""

import pytest

from annotated_archive.model import SavedText
from annotated_archive.stages.segment.layout import Layout, Thread
from annotated_archive.stages.segment.run import find_run

from .page_lines import blocks_and_marks, paragraph, sentence

WALL = [("Ihr Kommentar", "comment-form"), ("Rechte", "rights-notice"), ("Ihr Kommentar", "comment-form")]
ARTICLE = [paragraph(80), paragraph(80)]  # weighs 160: more than anything that counts against an article
UPPER, LOWER = "upper", "lower"


def run(*lines, boxes=(), discussed=()):
    blocks, marks = blocks_and_marks(*lines)
    threads = tuple(Thread(block, block + 1, ()) for block in discussed)
    nothing = SavedText("", "", "", "")
    return find_run(Layout(nothing, blocks, tuple(marks), threads, frozenset(boxes))).run


def contest(upper, lower):
    first, last = run(*upper, *WALL, *lower)
    here = len(upper) + len(WALL)
    assert (first, last) in {(0, len(upper) - 1), (here, here + len(lower) - 1)}
    return UPPER if first == 0 else LOWER


def weighing(weight):
    """Lines of this weight, a multiple of a half: from 2.5 to 8.5, or from 18 on."""
    if weight < 18:
        return [sentence(int(2 * weight))]
    if weight <= 80:
        return [paragraph(int(weight))]
    # Two paragraphs that can each be as light as paragraphs are.
    return (
        [paragraph(80), *weighing(weight - 80)] if weight >= 98 else [paragraph(40), *weighing(weight - 40)]
    )


SPEECHES = ["Kohlgruber: Ja doch.", "Kohlgruber: Nein.", f"Kohlgruber: {sentence(9)}"]  # 4, 4, 10
LEGAL = f"Wir verwenden cookies und bitten um einwilligung. {sentence(18)}"
WEIGHTS = {
    "a paragraph weighs its words": ([paragraph(30)], 30),
    "but no more than eighty": ([paragraph(81)], 80),
    "a long one too": ([paragraph(300)], 80),
    "a paragraph of one sentence half": ([sentence(50)], 25),
    "one of more than eighty words half of eighty": ([sentence(200)], 40),
    "a sentence that is no paragraph half": ([sentence(17), sentence(17), sentence(8)], 21),
    "three paragraphs of a sentence nine tenths": ([sentence(20), sentence(20), sentence(20)], 54),
    "two of them are no style": ([sentence(20), sentence(20)], 20),
    "two among four sentences are": ([sentence(20), sentence(10), sentence(10), sentence(20)], 54),
    "two among three are not": ([sentence(20), sentence(8), sentence(20)], 24),
    "one among four is not": ([sentence(20), sentence(10), sentence(10), sentence(10)], 25),
    "two of three, then two sentences": ([sentence(20), paragraph(18), sentence(20), sentence(20)], 48),
    "two with others of several between": (
        [sentence(20), paragraph(18), sentence(10), sentence(10), sentence(20), paragraph(18)],
        66,
    ),
    "a speech weighs its words, four at least": (SPEECHES * 2, 36),
    "so does an item of a list": ([f"- {sentence(9)}", f"- {sentence(9)}"], 20),
    "a line of a recipe three": ([("200 g Mehl", "ingredients")] * 6, 18),
    "what speaks of cookies three": ([LEGAL] * 6, 18),
    "but not where it is no paragraph": (["Wir bitten um cookies und einwilligung, heute noch."] * 6, 24),
    "nor with one such word": ([f"Wir verwenden cookies und bitten um Nachsicht. {sentence(18)}"], 25),
    "a line with a sentence in it is none": (
        [sentence(20), "Nein. Die Fähre kommt wieder her", sentence(20), sentence(20)],
        26,
    ),
    "a label that speaks is none either": (
        [sentence(20), sentence(20), (sentence(20), "advert"), sentence(20)],
        26,
    ),
    "an item of a list that is no sentence four less": ([paragraph(20), "- Hafen", paragraph(20)], 36),
    "a caption in between nothing": ([paragraph(18), ("Foto: Probe", "photo-credit"), paragraph(18)], 36),
    "a short line four less": ([paragraph(20), "Hafen", paragraph(20)], 36),
    "an advertisement four less": ([paragraph(20), ("Anzeige", "advert"), paragraph(20)], 36),
    "a label eight less": ([paragraph(20), ("Drucken", "page-tools"), paragraph(20)], 32),
    "a long box two less for each line": (
        [paragraph(20), *[("Drucken", "page-tools")] * 3, paragraph(20)],
        28,
    ),
    "a teaser that is complete eight less": (
        [paragraph(20), ("Lesen Sie auch: Die neue Brücke", "related-teasers"), paragraph(20)],
        32,
    ),
    "an advertisement of two lines a third more": (
        [paragraph(31), *[("Anzeige", "advert")] * 4, paragraph(31)],
        54,
    ),
    "lines of two boxes as two boxes": (
        [paragraph(20), ("Drucken", "page-tools"), ("Teilen", "share-box"), paragraph(20)],
        24,
    ),
    "captions in a row nothing": ([paragraph(18), *[("Foto: Probe", "photo-credit")] * 3, paragraph(18)], 36),
    "a recipe's lines in a row each of them": (
        [paragraph(18), *[("200 g Mehl", "ingredients")] * 4, paragraph(18)],
        48,
    ),
}


@pytest.mark.parametrize(("lines", "weight"), WEIGHTS.values(), ids=WEIGHTS)
def test_a_stretch_weighs(lines, weight):
    assert contest(lines, weighing(weight)) == UPPER
    assert contest(lines, weighing(weight + 1)) == LOWER
    assert contest(weighing(weight), lines) == UPPER
    assert contest(weighing(weight - 1) if weight > 18 else weighing(8.5), lines) == LOWER


BRIDGES = {
    "the head of comments": ([("3 Kommentare", "comment-head")], 25),
    "the head of comments, with a colon": ([("Kommentare: drei alte neue", "comment-head")], 25),
    "a form for comments": ([("Ihr Kommentar", "comment-form")], 120),
    "a notice of rights": ([("Alle Rechte vorbehalten", "rights-notice")], 60),
    "an agency's notes": ([("Notizblock", "wire-notes")], 60),
    "other articles": ([("Mehr zum Thema", "related-teasers")], 35),
    "other articles, with a colon": ([("Mehr zum Thema: Hafen Altstadt", "related-teasers")], 35),
    "a login": ([("Anmelden", "login-box")], 20),
    "cookies and consent": ([("Cookies", "cookie-wall"), ("Zustimmen", "consent-notice")], 4),
    "consent and cookies": ([("Zustimmen", "consent-notice"), ("Cookies", "cookie-wall")], 4),
    "an advertisement": ([("Anzeige", "advert")], 4),
    "a short line": (["Hafen"], 4),
    "any other label": ([("Drucken", "page-tools")], 8),
    "two lines of one box": ([("Cookies", "cookie-wall"), *[("Drucken", "page-tools")] * 2], 12),
}


@pytest.mark.parametrize(("between", "weight"), BRIDGES.values(), ids=BRIDGES)
def test_an_article_goes_on_if_what_follows_weighs_more(between, weight):
    def page(below):
        return run(*ARTICLE, *between, *weighing(below))

    if weight == 12:
        assert page(8.5) == (0, 1)
        assert page(18) == (0, 1 + len(between) + 1)
        return
    step = 0.5 if weight < 18 else 1
    assert page(weight) == (0, 1)
    assert page(weight + step) == (0, 1 + len(between) + len(weighing(weight + step)))


@pytest.mark.parametrize(("between", "weight"), BRIDGES.values(), ids=BRIDGES)
def test_an_article_begins_anew_where_nothing_is_left_of_what_stood_above(between, weight):
    if weight < 18:
        return
    above, below = weighing(weight), [paragraph(80)] * 3
    assert run(*above, *between, *below)[0] == len(above) + len(between)
    more = weighing(weight + 1)
    assert run(*more, *between, *below)[0] == 0


def test_a_teaser_box_counts_as_short_lines():
    lines = [*ARTICLE, paragraph(70), paragraph(20), paragraph(20)]
    assert run(*lines) == (0, 4)
    assert run(*lines, boxes={2}) == (0, 4)
    assert run(*lines, boxes={3, 4}) == (0, 2)
    assert run(*ARTICLE, paragraph(70), *weighing(4), boxes={2}) == (0, 1)
    assert run(*ARTICLE, paragraph(70), *weighing(4.5), boxes={2}) == (0, 3)


def test_no_article_goes_on_below_its_comments():
    lines = [paragraph(80), paragraph(20), paragraph(30), paragraph(40)]
    assert run(*lines, discussed={1}) == (0, 0)
    assert run(paragraph(60), *lines[1:], discussed={1}) == (2, 3)
    assert run(*lines, discussed={0}) == (1, 3)


def test_a_page_of_labels_has_no_article():
    assert run("Hafen", "Politik", ("Drucken", "page-tools")) is None
    assert run(("Foto: Probe", "photo-credit"), "Hafen") is None
    assert run(paragraph(18), boxes={0}) is None
    assert run(sentence(5)) == (0, 0)
