"""What a public edition leaves out: everything below an article, and what may be a comment anywhere in it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotated_archive.editions.withheld import of_edition, withheld
from annotated_archive.model import Anchor, Archive, Article, Certainty, Found, Kind, Note, Segment, Span
from annotated_archive.stages.export.web_annotation import annotation_collection

from .compose_samples import article, pages
from .conftest import Built
from .project_copy import copy_project, run

HEAD = [(Kind.BOILERPLATE, "Menü"), (Kind.TITLE, "Die Brücke"), (Kind.BODY, "Ein Absatz.")]


def shown(parts: list[tuple[Kind, str]], rules: dict[str, str] | None = None) -> list[str]:
    """The texts that a public edition shows of an article with these parts, by their rules if given."""
    one = ruled(article("2021/a", parts=parts), rules or {})
    hidden = withheld(one)
    return [
        segment.span.of(one.saved.text)
        for number, segment in enumerate(one.segments)
        if number not in hidden and segment.kind is not Kind.BLANK
    ]


def ruled(one: Article, rules: dict[str, str]) -> Article:
    text = one.saved.text
    segments = tuple(Segment(s.kind, s.span, rules.get(s.span.of(text), s.rule)) for s in one.segments)
    return replace(one, segments=segments)


@pytest.mark.parametrize("kind", [Kind.BOILERPLATE, Kind.LINK, Kind.CAPTION, Kind.BYLINE, Kind.DATELINE])
def test_nothing_below_the_article_is_shown(kind: Kind) -> None:
    assert shown([*HEAD, (Kind.BOILERPLATE, "Teilen"), (kind, "Nick: Unsinn!")]) == [
        "Menü",
        "Die Brücke",
        "Ein Absatz.",
    ]


def test_caption_and_credit_directly_below_belong_to_the_article() -> None:
    parts = [
        *HEAD,
        (Kind.CAPTION, "Das Bild"),
        (Kind.CREDIT, "ppa"),
        (Kind.BOILERPLATE, "Teilen"),
        (Kind.CREDIT, "x"),
    ]
    assert shown(parts)[-2:] == ["Das Bild", "ppa"]


def test_a_name_directly_below_belongs_to_the_article_if_it_is_its_author() -> None:
    parts = [*HEAD, (Kind.BYLINE, "Von Cleo Muster")]
    assert shown(parts)[-1] == "Ein Absatz."
    one = article("2021/a", parts=parts)
    author = Found("Cleo Muster", one.segments[-1].span, "r", Certainty.STATED)
    signed = replace(one, description=replace(one.description, authors=(author,)))
    assert len(one.segments) - 1 in withheld(one)
    assert len(one.segments) - 1 not in withheld(signed)


def test_between_paragraphs_only_what_says_what_it_is_is_shown() -> None:
    between = [(Kind.BOILERPLATE, "Anzeige"), (Kind.BOILERPLATE, "Nick"), (Kind.BODY, "Schluss.")]
    rules = {"Anzeige": "advert", "Nick": "lines-in-a-box"}
    assert shown([*HEAD, *between], rules)[-2:] == ["Anzeige", "Schluss."]


def test_among_comments_between_paragraphs_nothing_is_shown_but_the_article() -> None:
    between = [
        (Kind.COMMENT, "Nick\nUnsinn!"),
        (Kind.BOILERPLATE, "Anzeige"),
        (Kind.CAPTION, "Otto"),
        (Kind.BODY, "Schluss."),
    ]
    assert shown([*HEAD, *between], {"Anzeige": "advert"}) == [
        "Menü",
        "Die Brücke",
        "Ein Absatz.",
        "Schluss.",
    ]


def test_without_an_article_nothing_is_shown() -> None:
    assert shown([(Kind.BOILERPLATE, "Nick"), (Kind.CAPTION, "Unsinn!"), (Kind.TITLE, "Die Brücke")]) == []


def test_the_public_page_says_why_and_keeps_kind_lines_and_rule() -> None:
    one = article(
        "2021/a", parts=[*HEAD, (Kind.CAPTION, "Nick"), (Kind.LINK, "nick.example"), (Kind.CAPTION, "Otto")]
    )
    local, public = pages(one)["2021/a.md"], pages(one, edition="public")["2021/a.md"]
    why = "Was unter dem Artikel steht, wird nicht veröffentlicht"
    assert why in public
    assert why not in local
    assert "nick.example" in local
    assert "nick.example" not in public
    assert "Otto" in local
    assert "Otto" not in public
    assert '<a href="#rule-some-link">some-link</a></div><div class="text quiet">' in public
    nothing = article("2021/a", parts=[(Kind.BOILERPLATE, "Nick")])
    assert "wurde kein Artikel gefunden" in pages(nothing, edition="public")["2021/a.md"]


def test_facts_that_quote_what_may_be_a_comment_are_local_only() -> None:
    claim = "Copyright 2014 hin oder her, sagt Nick"
    one = article("2021/a", parts=[*HEAD, (Kind.BOILERPLATE, claim)])
    rights = Found(claim, one.segments[-1].span, "rights-line", Certainty.STATED)
    one = replace(one, description=replace(one.description, rights=rights))

    def rights_in(edition: str, made: Article) -> Found[str] | None:
        return of_edition(Archive((made,), {}, {}), edition).articles[0].description.rights

    assert rights_in("local", one) == rights
    assert rights_in("public", one) is None
    assert rights_in("public", ruled(one, {claim: "rights-notice"})) == rights


def test_annotations_take_no_words_from_what_is_withheld() -> None:
    one = article("2021/a", parts=[*HEAD, (Kind.BOILERPLATE, "Nick: Unsinn!"), (Kind.BODY, "Schluss.")])
    text = one.saved.text
    start, end = text.index("Absatz"), text.index("Schluss")
    near = Anchor(Note("Absatz.", "n"), Span(start, start + 7), "exact")
    across = Anchor(Note("Absatz. Schluss", "n"), Span(start, end + 7), "approximate")
    printed = annotation_collection([one], {one.saved.key: (near, across)}, None)
    assert "Nick" not in printed
    assert len(json.loads(printed)["first"]["items"]) == 2


# Forms that rules know and forms that none does, with a word of each comment that stands nowhere else.
ARTICLE = """Rat stoppt Bau des Hallenbads
Von Erika Muster
12. Mai 2014, 18:05 Uhr
Der Stadtrat von Musterstadt hat am Montag den Bau des neuen Hallenbads gestoppt. Er wurde zu teuer.
Die Kosten waren zuletzt auf zwölf Millionen Euro gestiegen, und ein Ende war nicht abzusehen.
Bürgermeisterin Paula Probe sprach von einer schweren Entscheidung. Man habe lange gerechnet, sagte sie.
Am Ende habe das Geld für die Schulen den Ausschlag gegeben. Die Vereine kündigten Widerstand an.
"""
SECTIONS = {
    "uhrzeit": "Diskussion im Netz\nNick\n18:30\nSo ein Zwirbelkram {}.\nOtto\n18:32\nJa, Zwirbelkram {}.",
    "mitglied": "Was denken Sie?\nNick\nMitglied seit 2009\n244 Beiträge\nSo ein Quatsch, {} eben.\nZitieren",
    "stufen": "level 1\nnick17\n· 3 hr. ago\nDas ist doch {}, oder nicht?\n12\nReply\nShare",
    "verweis": "Trackbacks\n{}blog » Bad gestoppt\n[…] Wie {} berichtet […]",
    "bild": "Mehr zum Thema\nFoto: {}\nBild: Nick {} / Leserreporter",
    "rechte": "Nick meint\nDas © 2014 liegt doch bei {}, Leute",
    "link": "Nick\nhttp://{}.example/mein-blog\nSchaut mal rein",
    "sterne": "Bewertungen\n★★★★★\nNick\n12.05.2014\nDas Bad war {}, sehr schade darum.",
    "gast": "Gast (nicht überprüft)\nMo, 12.05.2014 - 18:30\nWer soll das {} bezahlen, bitte?\nAntworten\n"
    "Gast (nicht überprüft)\nDi, 13.05.2014 - 08:12\nNiemand wird das {} bezahlen, glaube ich.\nAntworten",
    "wand": "2 Kommentare\nNick sagt:\n12. Mai 2014\nIch soll zahlen, um weiterzulesen? {}!\nOtto sagt:\n"
    "13. Mai 2014\nJa, das ist wirklich {}, mein Lieber.",
}


def word(name: str) -> str:
    return f"zwirbel{name}"


@pytest.fixture(scope="module")
def commented(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site whose articles have comments below them, as `mkdocs build` publishes it."""
    project = copy_project(tmp_path_factory.mktemp("commented") / "project")
    for name, section in SECTIONS.items():
        text = ARTICLE.replace("Hallenbads", f"Hallenbads in {name.title()}") + section.format(
            *[word(name)] * 2
        )
        (project / "seeds" / f"{name}.txt").write_text(text, "utf-8")
    (project / "seeds" / "nur-kommentare.txt").write_text(f"Nick\n{word('nur')}\nOtto\nJa, genau!\n", "utf-8")
    output = run(["mkdocs", "build"], project)
    assert output.returncode == 0, output.stderr
    return Built(project, output)


@pytest.mark.parametrize("name", [*SECTIONS, "nur"])
def test_no_word_of_a_comment_is_in_the_public_site(commented: Built, name: str) -> None:
    found = [
        file
        for file in files(commented.site)
        if word(name) in file.read_bytes().decode("utf-8", "replace").casefold()
    ]
    assert found == []


def test_the_articles_themselves_are_published(commented: Built) -> None:
    printed = "".join(f.read_text("utf-8") for f in files(commented.site) if f.suffix == ".html")
    assert all(f"Hallenbads in {name.title()}" in printed for name in SECTIONS)


def files(site: Path) -> list[Path]:
    return [path for path in site.rglob("*") if path.is_file() and path.suffix != ".gz"]
