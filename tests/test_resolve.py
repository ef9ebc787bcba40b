"""True quotations verify whatever editors' marks they have; altered ones never do; the rest is reported."""

import pytest

from annotated_archive.essays import EssayPage
from annotated_archive.model import Address, Article, Certainty, Description, Found
from annotated_archive.stages.resolve import backlinks, resolve
from annotated_archive.stages.resolve.difference import differences

from .casebook import cases
from .printed_page import printed_page

HARBOUR = """
kicker: Hafen
title: Die Fähre bleibt bis zum Herbst
Der Rat von Altstadt hat am Dienstag beschlossen, die Fähre „Möwe“ bis zum Herbst fahren zu lassen. \
Das sagte Ratsherr Bernd Kohlgruber.
Die US-Lotsin Dora Ampel nannte den Beschluss „eine ‚kleine‘ Sensation“. Sie habe nicht damit gerechnet, \
dass der Rat das Nord- und Südtor öffnet – trotz der Kosten von 3,5 Millionen Euro. Zuletzt war die Fähre \
im Jahr 1990 gestrichen worden. Damals hatte niemand protestiert. Heute ist das anders: Mehr als 2000 \
Menschen kamen.
subhead: Was nun geschieht
Im Winter wird die Brücke gebaut. Wird sie fertig? Das weiß niemand, sagt Ampel.
Bis dahin fährt die „Möwe“ jeden Tag.
caption: Lotsin Dora Ampel am Nordtor
comment: Die Brücke ist ein Fehler.
boilerplate: Mehr zum Thema Hafen
"""
COUNCIL = """
title: Der Rat streitet
Der Rat streitet über die Brücke. Eine Mehrheit will sie bauen.
Ratsherr Bernd Kohlgruber fehlte am Dienstag.
"""


def article(key: str, lines: str) -> Article:
    saved, segments = printed_page(lines, f"{key}.txt")
    title = Found(f"Title of {key}", None, "a-rule", Certainty.STATED)
    return Article(saved, segments, Description(title=title), (), (), Address(f"2021/{key}", key))


ARTICLES = (article("blatt2021hafen", HARBOUR), article("bote2021rat", COUNCIL))


def resolved(markdown: str):
    return resolve([EssayPage("docs/essay.md", "essay.md", markdown)], ARTICLES)


@pytest.mark.parametrize("case", cases("resolve"))
def test_citations_are_resolved_or_reported(case):
    found, problems = resolved(case["essay"])
    assert [str(problem) for problem in problems] == case.get("problems", [])
    shown = []
    for citation in found:
        for item in citation.items:
            saved = next((a.saved for a in ARTICLES if a.address.path == item.article), None)
            shown.append(
                {
                    "key": item.written.key,
                    "article": item.article,
                    "paragraph": item.number,
                    "verified": item.verified,
                    "passage": item.span.of(saved.text) if item.span and saved else None,
                }
            )
            assert (item.paragraph is None) == (item.number is None)
    assert shown == case["items"]


TRUE = [
    "> Der Rat von Altstadt hat am Dienstag beschlossen, die Fähre „Möwe“ bis zum Herbst fahren zu {}",
    "> am Dienstag beschlossen,\n> die Fähre „Möwe“ bis zum Herbst\n> fahren zu lassen.\n{}",
    "„Der Rat von Altstadt hat am Dienstag beschlossen, die Fähre ‚Möwe‘ bis zum Herbst fahren zu“ {}.",
    "\"die Fähre 'Möwe' bis zum Herbst\" {}",
    '"die Fähre "Möwe" bis zum Herbst" {}',
    "»die Fähre ›Möwe‹ bis zum Herbst« {}",
    "« die Fähre “Möwe” bis zum Herbst » {}",
    "„[D]ie Fähre ‚Möwe‘ bis zum Herbst“ {}",
    "„[d]er Rat von Altstadt“ {}",
    "„Der Rat […] hat am Dienstag beschlossen“ {}",
    "„Der Rat von Altstadt hat [...] beschlossen, die Fähre (…) bis zum Herbst fahren zu lassen“ {}",
    "„Der Rat von Altstadt hat am Dienstag beschlossen […]. Das sagte Ratsherr Bernd Kohlgruber.“ {}",
    "„Sie [Ampel] habe nicht damit gerechnet“ {}",
    "„[Ampel] habe nicht damit gerechnet“ {}",
    "„Zuletzt war die Fähre [...]“ {}",
    "„Das sagte Ratsherr Bernd Kohlgruber [sic].“ {}",
    "„Das sagte Ratsherr (sic!) Bernd Kohlgruber“ {}",
    "“eine ‘kleine’ Sensation” {}",
    "„‚eine ‹kleine› Sensation‘“ {}",
    "> nannte den Beschluss „eine ‚kleine‘ Sensation“. {}",
    "„das Nord- und Südtor“ {}",
    "„das Nord-\nund Südtor“ {}",
    "„Süd-\ntor öffnet - trotz der Kosten“ {}",
    "„öffnet — trotz der Kosten von 3,5 Millionen Euro“ {}",
    "„Kosten von 3,5 Millionen Euro,“ {}",
    "„Mehr als 2000 Menschen …“ {}",
    "„… Mehr als 2000 Menschen kamen“ {}",
    "„Mehr als *2000* Menschen kamen.“ {}",
    "„Lotsin Dora Ampel nannte den Beschluss“ {}",
    "„US-Lotsin“ {}",
    "„Möwe“ {}",
    "„Sensation“ {}",
    "„Die Fähre bleibt bis zum Herbst“ {}",
    "„Lotsin Dora Ampel am Nordtor“ {}",
    "„Was nun geschieht“ {}",
    "„Wird sie fertig?“ {}",
    "„Damals hatte niemand protestiert. […] Mehr als 2000 Menschen kamen.“ {}",
    "> Damals hatte niemand protestiert. Heute ist das anders: Mehr als 2000 Menschen kamen.\n>\n"
    "> Im Winter wird die Brücke gebaut. {}",
    "„Mehr als 2000 Menschen kamen. […] Im Winter wird die Brücke gebaut.“ {}",
    "„Das weiß niemand, sagt Ampel. […] Bis dahin fährt die ‚Möwe‘“ {}",
    "„nicht damit gerechnet, dass der Rat“ {}",
    "„Zuletzt war […] im Jahr 1990 gestrichen worden“ {}",
    "„Zuletzt war die Fähre im Jahr 1990 gestrich[en] worden“ {}",
    "_„Im Winter wird die Brücke gebaut.“_ {}",
    "„Im Winter wird die Brücke gebaut.“[^1] {}",
    "(„Im Winter wird die Brücke gebaut“ {})",
]


@pytest.mark.parametrize("markdown", TRUE)
def test_a_true_quotation_verifies(markdown):
    found, problems = resolved(markdown.format("[@blatt2021hafen]"))
    assert [str(problem) for problem in problems] == []
    assert [citation.verified for citation in found] == [True]


ALTERED = [
    "„Der Rat von Altstadt hat am Mittwoch beschlossen“ {}",  # a word changed
    "„Der Rat von Altstadt hat am Dienstag bestritten“ {}",
    "„Kosten von 3,6 Millionen Euro“ {}",
    "„Kosten von 35 Millionen Euro“ {}",
    "„Kosten von 3“ {}",
    "„Sie habe damit gerechnet“ {}",  # a word dropped
    "„Mehr 2000 Menschen kamen“ {}",
    "„Das weiß niemand sagt Ampel“ {}",  # its comma too
    "„Sie habe gar nicht damit gerechnet“ {}",  # a word added
    "„Der Rat hat von Altstadt am Dienstag beschlossen“ {}",  # words swapped
    "„Bernd Ratsherr Kohlgruber“ {}",
    "„Die Fähre ‚Möwe‘ bis zum Herbst“ {}",  # a capital without its bracket
    "„der Rat von Altstadt“ {}",
    "„[K]ie Fähre“ {}",  # another letter
    "„[k]eine Mehrheit“ {}",
    "„Das weiß [j]emand“ {}",
    "„Zuletzt war die Brücke im Jahr 1990“ {}",
    "„Zuletzt war die Fähre im Jahr 1990 […] gebaut worden“ {}",
    "„Sie habe [bestimmt] damit gerechnet“ {}",  # a bracket over a negation
    "„Das [wissen] niemand“ {}",
    "„Im Winter wird die Fähre ‚Möwe‘ gebaut“ {}",  # stitched
    "„Damals hatte niemand protestiert. Mehr als 2000 Menschen kamen.“ {}",
    "„Mehr als 2000 Menschen kamen. Im Winter wird die Brücke gebaut.“ {}",
    "„Die Fähre bleibt bis zum Herbst. Der Rat von Altstadt“ {}",
    "„Der Rat von Altstadt hat […] die Brücke gebaut“ {}",  # far apart
    "„Das sagte Ratsherr […] Bis dahin fährt die ‚Möwe‘“ {}",
    "„Die Fähre bleibt […] fahren zu lassen“ {}",
    "„Mehr als 2000 Menschen […] Damals hatte niemand protestiert“ {}",  # in the wrong order
    "„Sensation […] Kosten“ {}",  # one word a part, in two sentences
    "> Im Winter wird die Brücke gebaut.\n>\n> Bis dahin fährt die „Möwe“. {}",  # a sentence between
    "„Die Brücke ist ein Fehler“ {}",  # a reader's comment
    "„Mehr zum Thema Hafen“ {}",  # boilerplate
    "„Eine Mehrheit will sie bauen“ {}",  # another article
    "„Rats“ {}",  # half a word
    "„lotsin Dora Ampel“ {}",
    "„Lot[en] Dora Ampel“ {}",
    "„Im Winter wird die Brücke gebaut?“ {}",  # a question made of it
    "„Wird sie fertig!“ {}",
    "„Fähre Möwe“ {}",  # its quotation marks
    "„Heute ist das […] niemand protestiert“ {}",
]


@pytest.mark.parametrize("markdown", ALTERED)
def test_an_altered_quotation_is_caught(markdown):
    found, problems = resolved(markdown.format("[@blatt2021hafen]"))
    assert [citation.verified for citation in found] == [False]
    assert [problem.code for problem in problems] == ["Q002"]


@pytest.mark.parametrize("paragraph", [1, 3, 4])
def test_a_quotation_from_another_paragraph_is_caught(paragraph):
    markdown = f"„Damals hatte niemand protestiert“ [@blatt2021hafen, ¶ {paragraph}]"
    found, problems = resolved(markdown)
    assert [citation.verified for citation in found] == [False]
    assert [problem.code for problem in problems] == ["Q003"]


def test_backlinks_say_where_an_article_is_cited():
    essay = (
        "# Ein *Hafen*\n\nZuerst das. Dann hieß es: „Wird sie fertig?“ [@blatt2021hafen]. Und Schluss.\n\n"
        "> Bis dahin fährt die „Möwe“ jeden Tag. [@blatt2021hafen, ¶ 4]\n\n"
        "So sieht es [@bote2021rat; vgl. @blatt2021hafen] auch. Ende.\n"
    )
    found, problems = resolved(essay)
    assert problems == ()
    links = backlinks(found)
    assert [(b.page, b.title, b.number, b.sentence, b.verified) for b in links["2021/blatt2021hafen"]] == [
        ("essay.md", "Ein Hafen", 3, "Dann hieß es: „Wird sie fertig?“.", True),
        ("essay.md", "Ein Hafen", 4, "Bis dahin fährt die „Möwe“ jeden Tag.", True),
        ("essay.md", "Ein Hafen", None, "So sieht es auch.", None),
    ]
    assert [b.span.of(essay) for b in links["2021/bote2021rat"]] == ["[@bote2021rat; vgl. @blatt2021hafen]"]


def test_works_outside_the_archive_are_known_and_verify_nothing():
    page = EssayPage("docs/e.md", "e.md", "„So nicht“ [@buch1999; @blatt2021hafen] und @buch1999.")
    found, problems = resolve([page], ARTICLES, elsewhere={"buch1999"})
    assert problems == ()
    assert [citation.verified for citation in found] == [None, None]
    assert [item.known for citation in found for item in citation.items] == [True, True, True]


def test_a_title_comes_from_the_front_matter_first():
    matter = "---\ndate: 2021-01-01\ntitle: 'Der Hafen'\n---\n\n# Anders\n"
    assert EssayPage("docs/e.md", "e.md", matter).title == "Der Hafen"
    assert EssayPage("docs/e.md", "e.md", "Text").title == "e.md"


def test_articles_that_nobody_cites_are_not_looked_at():
    class Untouched:
        address = Address("2021/x", "untouched")

    page = EssayPage("docs/e.md", "e.md", "„Wird sie fertig?“ [@blatt2021hafen]")
    found, problems = resolve([page], [*ARTICLES, Untouched()])
    assert [citation.verified for citation in found] == [True]
    assert problems == ()


DIFFERENCES = [
    ("er geht heim", "er kommt heim", 'the article has "kommt" where the quotation has "geht"'),
    ("er geht heim", "er geht nicht heim", 'the quotation leaves out "nicht" after "geht"'),
    ("er geht bald heim", "er geht heim", 'the quotation has "bald" after "geht", the article has not'),
]


@pytest.mark.parametrize(("quoted", "printed", "expected"), DIFFERENCES)
def test_differences_are_named_word_by_word(quoted, printed, expected):
    assert differences(quoted, f"als {printed}, dann")[1] == expected


BRACKETS = """
title: Die Fahrt
Der Fahrpreis liegt bei zwölf Euro [hin und zurück], sagte die Reederei am Abend.
"""


@pytest.mark.parametrize(
    ("quoted", "verified"),
    [("[hin und zurück]", True), ("[sic]", None), ("[Anmerkung: gemeint ist 1990]", None)],
)
def test_a_quotation_in_brackets_is_the_articles_if_it_prints_them(quoted, verified):
    """Else it is an editor's remark: nothing is claimed, and nothing is wrong."""
    page = EssayPage("docs/essay.md", "essay.md", f"> {quoted} [@fahrt]\n")
    [citation], problems = resolve([page], [article("fahrt", BRACKETS)])
    assert (citation.items[0].verified, problems) == (verified, ())
