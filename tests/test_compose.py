"""Promises of an article's page: front matter, links both ways, certainty, editions, ids, languages."""

from __future__ import annotations

import posixpath
import re

import pytest

from annotated_archive.model import (
    Address,
    Article,
    Certainty,
    Description,
    Found,
    Kind,
    Mention,
    SavedText,
    Segment,
    Span,
)
from annotated_archive.stages.compose.escape import escape
from annotated_archive.text.paragraphs import paragraphs
from annotated_archive.words.languages import interface

from .casebook import cases
from .compose_samples import ADA, PARTS, article, front_matter, pages

KEYS = [
    *("title", "kicker", "outlet", "date", "date_edtf", "authors", "agencies", "people", "lang", "url"),
    *("seed", "seed_sha256", "citekey", "rights", "description"),
]


@pytest.mark.parametrize("case", cases("compose"))
def test_escape(case: dict[str, str]) -> None:
    assert escape(case["text"]) == case["markdown"], case["about"]


def test_front_matter_has_the_agreed_keys_in_order() -> None:
    one = article(
        "2021/bruecke",
        authors=(Found("Cleo Muster", None, "r", Certainty.STATED),),
        agencies=(Found("ppa", None, "r", Certainty.STATED),),
        url=Found("https://bote.example/1", None, "r", Certainty.STATED),
        lang=Found("de", None, "r", Certainty.INFERRED),
        rights=Found("© Der Bote", None, "r", Certainty.STATED),
    )
    found = front_matter(pages(one)["2021/bruecke.md"])
    assert list(found) == KEYS
    assert found["title"] == "Die *Brücke* & der {Fluss}"
    assert found["outlet"] == "Der Bote"
    assert found["people"] == ["Ada Exempel", "Ben Beispiel"]
    assert found["description"] == "Ada Exempel schließt die Brücke."


def test_what_is_unknown_is_absent() -> None:
    bare = article("undated/x", None, [(Kind.BODY, "Nur Text.")], outlet=None)
    page = pages(bare)["undated/x.md"]
    assert list(front_matter(page)) == ["seed", "seed_sha256", "citekey", "description"]
    assert "# undated-x.txt" in page
    assert interface("de")("untitled") in page


@pytest.mark.parametrize(
    ("edtf", "date"), [("2021-03-04", "2021-03-04"), ("2021-03-04~", None), ("2021-03", None)]
)
def test_a_date_is_given_only_when_it_is_a_known_day(edtf: str, date: str | None) -> None:
    found = front_matter(pages(article("2021/a", edtf))["2021/a.md"])
    assert found.get("date") == date
    assert found["date_edtf"] == edtf


def test_a_long_description_is_cut_after_a_sentence() -> None:
    long = article("2021/a", parts=[(Kind.TITLE, "T"), (Kind.BODY, "Ein kurzer Satz, immer wieder. " * 40)])
    description = front_matter(pages(long)["2021/a.md"])["description"]
    assert 150 < len(description) <= 300
    assert description.endswith("wieder.")


def test_every_link_leads_to_a_page_and_a_place_on_it() -> None:
    made = pages(article("2021/a"), article("2020/b", "2020-12-31"), article("undated/c", None))
    ids = {path: set(re.findall(r'(?:[{ ]#|id=")([\w-]+)', text)) for path, text in made.items()}
    for path, text in made.items():
        if path.startswith("_"):
            continue
        for target in re.findall(r"\]\(([^)]+)\)", text):
            if "://" in target:
                continue
            file, _, anchor = target.partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            assert there in made, (path, target)
            assert not anchor or anchor in ids[there], (path, target)


def test_article_person_outlet_and_year_are_linked_both_ways() -> None:
    made = pages(article("2021/a"))
    for there in ("people/ada-example.md", "people/ben-beispiel.md", "outlets/bote.md", "2021/index.md"):
        back = posixpath.relpath("2021/a.md", posixpath.dirname(there))
        assert f"]({posixpath.relpath(there, '2021')})" in made["2021/a.md"], there
        assert f"]({back}" in made[there], there
    for index in ("people/index.md", "outlets/index.md", "index.md"):
        assert "](" in made[index]
    assert "](archive/2021/a.md)" in made["_newest.md"]


def test_paragraphs_have_numbers_and_the_ids_of_their_text() -> None:
    one = article("2021/a")
    page = pages(one)["2021/a.md"]
    found = paragraphs(one.saved.text, one.segments)
    for paragraph in found:
        assert f"{{: #{paragraph.id}" in page
        if paragraph.number:
            assert f"[¶ {paragraph.number}](#{paragraph.id})" in page
    changed = article("2021/a", parts=[(Kind.LEAD, "Ein neuer Vorspann."), *PARTS[3:]])
    assert f"#{found[-1].id}" in pages(changed)["2021/a.md"]


def test_a_person_is_linked_once_a_paragraph_and_the_words_stay() -> None:
    page = pages(article("2021/a"))["2021/a.md"]
    line = next(line for line in page.splitlines() if line.startswith("[¶ 2]"))
    assert line.count("](../people/ben-beispiel.md)") == 1
    assert re.sub(r"\[([^]]*)\]\([^)]*\)(?:\{[^}]*\})?", r"\1", line).endswith(
        "1\\. Ben Beispiel widerspricht der &lt;b>Sperre&lt;/b>; Exempel schweigt, Ben Beispiel nicht."
    )


def test_a_name_that_a_cut_link_interrupts_is_not_linked() -> None:
    text = "Ada (mehr) Exempel kam."
    segments = [(Kind.BODY, 0, 4), (Kind.LINK, 4, 11), (Kind.BODY, 11, 23)]
    one = Article(
        SavedText("a.txt", "seeds/a.txt", text, "0"),
        tuple(Segment(kind, Span(start, end), "r") for kind, start, end in segments),
        Description(),
        (Mention(Span(0, 18), "Ada Exempel", ADA.id, "name"),),
        (ADA,),
        Address("undated/a", "a"),
    )
    assert "} Ada Exempel kam." in pages(one)["undated/a.md"]


def test_facts_show_how_they_are_known() -> None:
    page = pages(article("2021/a", "2021-03-04~", title=None))["2021/a.md"]
    outlet = next(line for line in page.splitlines() if line.startswith("- **Medium**"))
    assert (
        '<details class="evidence curated"><summary>von Hand</summary>So steht es im \\*Impressum\\*.'
        in outlet
    )
    people = next(line for line in page.splitlines() if line.startswith("- **Personen**"))
    assert "<summary>1 ungeprüft</summary>Ungeprüft: Ben Beispiel." in people
    date = next(line for line in page.splitlines() if line.startswith("- **Datum**"))
    assert "um den 4. März 2021" in date
    assert "some-rule · [Zeile 1](#seed-1)</details>" in date


def test_the_seed_view_shows_every_part_with_its_fate_and_rule() -> None:
    one = article("2021/a")
    page = pages(one)["2021/a.md"]
    seed = page[page.index('<details class="seed"') :]
    assert seed.count("<li ") == len(one.segments)
    for rule in {segment.rule for segment in one.segments}:
        assert f'href="#rule-{rule}"' in seed
        assert f'id="rule-{rule}"' in seed
    assert '<li class="removed"' in seed
    assert "Jetzt &lt;abonnieren&gt;!" in seed
    assert one.saved.sha256 in seed
    assert "\n\n" not in seed.strip()


def test_the_public_edition_has_no_comments_and_says_so() -> None:
    one = article("2021/a", comments_declared=Found(7, None, "r", Certainty.STATED))
    local, public = pages(one)["2021/a.md"], pages(one, edition="public")["2021/a.md"]
    assert "Möwe17&#10;&#10;Alles Unsinn." in local
    assert "2 Leserkommentare" in local
    assert "(die Seite nennt 7)" in local
    for text in ("Möwe17", "Unsinn", "Finde ich auch"):
        assert text not in public
    assert public.count("2 Leserkommentare sind in dieser Ausgabe ausgelassen.") == 2


def test_captions_are_kept_with_their_credit() -> None:
    parts = [*PARTS, (Kind.CAPTION, "Die Brücke bei Nacht"), (Kind.BODY, "Ende."), (Kind.CREDIT, "cm/ppa")]
    page = pages(article("2021/a", parts=parts))["2021/a.md"]
    captions = page[page.index("{: #captions") : page.index("{: #facts")]
    assert captions.count("Die Brücke bei Nacht") == 1
    assert "*Foto: Muster*" in captions
    assert "cm/ppa" not in captions


def test_foreign_text_says_its_language() -> None:
    made = pages(article("2021/a", lang=Found("en-GB", None, "r", Certainty.STATED)))
    page = made["2021/a.md"]
    assert "{: #title lang=en-GB }" in page
    assert re.search(r"\{: #p-\w+ \.lead lang=en-GB \}", page)
    assert '<div class="text" lang="en-GB">' in page
    assert "{ lang=en-GB }" in made["2021/index.md"]
    assert '<span lang="en-GB">' in made["2021/index.md"]
    assert "lang=" not in pages(article("2021/a", lang=Found("de", None, "r", Certainty.STATED)))["2021/a.md"]
