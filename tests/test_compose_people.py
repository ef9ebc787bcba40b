"""Promises of the pages about people: mentions in context, quotations, outlets over time, the index."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from annotated_archive.model import (
    Address,
    Archive,
    Article,
    Certainty,
    Found,
    Kind,
    Mention,
    Outlet,
    Person,
    Saying,
    Span,
)
from annotated_archive.stages.compose import concordance
from annotated_archive.stages.compose import sayings as quoted
from annotated_archive.stages.compose.authorities import authorities, person_data
from annotated_archive.stages.compose.catalogue import catalogue
from annotated_archive.stages.compose.introductions import introductions
from annotated_archive.stages.compose.people import people_pages
from annotated_archive.stages.compose.person_year import MOST_ARTICLES
from annotated_archive.words.languages import interface

from .compose_samples import ADA, BEN, BOTE, PARTS, article, pages
from .test_markdown_text import rendered, text_of

LONG = "Vor dem Haus am Fluss warteten viele Leute schon seit dem frühen Morgen auf sie, und "


def with_parts(path: str, *texts: str, **known: object) -> Article:
    return article(path, parts=[(Kind.TITLE, "Titel"), *((Kind.BODY, text) for text in texts)], **known)


def section(page: str, anchor: str) -> str:
    """A section of a page, up to the next heading."""
    return page[page.index(f"{{: #{anchor}") :].split("\n## ")[0]


def test_every_mention_stands_in_its_context_and_links_to_its_paragraph() -> None:
    one = article("2021/a")
    page = pages(one)["people/ben-beispiel.md"]
    text = section(page, "articles")
    assert "4. März 2021 · 2 Nennungen*" in text
    assert re.search(
        r"    - \[¶ 2\]\(\.\./2021/a\.md#p-\w{6}\) 1\\\. <mark>Ben Beispiel</mark> widerspricht der &lt;b>",
        text,
    )
    assert "Exempel schweigt, <mark>Ben Beispiel</mark> nicht.\n" in text


def test_a_context_is_cut_at_words_and_says_so() -> None:
    page = pages(with_parts("2021/a", f"{LONG}Ada Exempel kam. {LONG}"))["people/ada-example.md"]
    context = re.search(r"    - \[¶ 1\]\(.*?\) (.*)", page)
    assert context
    assert context[1] == (
        "…\u00a0viele Leute schon seit dem frühen Morgen auf sie, und <mark>Ada Exempel</mark> kam. Vor dem "
        "Haus am Fluss warteten viele Leute schon seit\u00a0…"
    )


def test_a_headline_and_a_subhead_that_name_somebody_are_linked_too() -> None:
    parts = [
        (Kind.TITLE, "Exempel geht"),
        (Kind.SUBHEAD, "Exempel kommt"),
        (Kind.BODY, "Ada Exempel bleibt."),
    ]
    text = section(pages(article("2021/a", parts=parts))["people/ada-example.md"], "articles")
    assert "- [Titel](../2021/a.md#title) <mark>Exempel</mark> geht" in text
    assert re.search(r"- \[¶\]\(\.\./2021/a\.md#p-\w+\) <mark>Exempel</mark> kommt", text)


def test_a_genitive_stays_a_word_and_other_languages_say_so() -> None:
    english = Found("en", None, "r", Certainty.STATED)
    page = pages(with_parts("2021/a", "Ada Exempels Haus.", lang=english))["people/ada-example.md"]
    assert '<span lang="en"><mark>Ada Exempel</mark>s Haus.</span>' in page
    assert "Ada Exempels Haus." in text_of(rendered(page.split("---\n", 2)[2]))


def test_an_article_shows_some_mentions_and_counts_the_others() -> None:
    many = with_parts("2021/a", *(f"Absatz {n} mit Ada Exempel." for n in range(9)))
    text = section(pages(many)["people/ada-example.md"], "articles")
    assert text.count("<mark>") == concordance.MOST_CONTEXTS == 5
    assert "*[4 weitere Nennungen im Artikel](../2021/a.md)*" in text


def test_reader_comments_never_appear() -> None:
    parts = [*PARTS, (Kind.COMMENT, "Ada Exempel ist an allem schuld!")]
    made = pages(article("2021/a", parts=parts))
    assert "schuld" not in made["people/ada-example.md"]


def test_spellings_are_counted_and_other_known_ones_named() -> None:
    page = pages(article("2021/a"), article("2021/b"))["people/ada-example.md"]
    assert "- **So gedruckt** Ada Exempel (2), Exempel (2)" in page
    assert "- **Auch genannt** A. Exempel" in page


def test_an_unverified_person_is_called_so_and_the_page_says_what_to_do() -> None:
    made = pages(article("2021/a"))
    words = interface("de")
    assert (
        f"{words('person.unverified.note')} {words('person.unverified.remedy')}"
        in made["people/ben-beispiel.md"]
    )
    assert "curation/people.yml" not in made["people/ada-example.md"]


def quoting(path: str, date: str, *quotations: str) -> Article:
    one = article(
        path, date, parts=[(Kind.TITLE, "T"), *((Kind.BODY, f"{q}, sagte Ada Exempel.") for q in quotations)]
    )
    at = one.saved.text.index
    sayings = (Saying(ADA.id, Span(at(q), at(q) + len(q)), "speaker-after") for q in quotations)
    return replace(one, sayings=tuple(sayings))


def test_quotations_are_linked_dated_and_marked_as_attributed_by_rule() -> None:
    made = pages(quoting("2021/a", "2021-03-04", "„Das *Wasser* steigt“"))
    text = section(made["people/ada-example.md"], "sayings")
    assert interface("de")("person.sayings.note") in text
    assert "[Der Bote](../outlets/bote.md) · 4. März 2021 · 1 Zitat*" in text
    assert re.search(r"- \[¶ 1\]\(\.\./2021/a\.md#p-\w{6}\) „Das \\\*Wasser\\\* steigt“ <details", text)
    assert "<summary>nach Regel</summary>Direkt nach dem Zitat steht, wer spricht" in text
    assert "sayings" not in pages(article("2021/a"))["people/ada-example.md"]


def test_quotations_of_much_quoted_people_end_with_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quoted, "MOST_SAYINGS", 3)
    made = pages(*(quoting(f"2021/a{n}", f"2021-03-0{n}", "„Eins“", "„Zwei“") for n in (1, 2, 3)))
    text = section(made["people/ada-example.md"], "sayings")
    assert text.count("<details") == 3
    assert "Hier fehlen 3 ältere Zitate; sie stehen in den Artikeln." in text


def test_articles_are_counted_by_year_and_outlet() -> None:
    def of(outlet: str, date: str, n: int) -> Article:
        return article(f"{date[:4]}/{outlet}-{n}", date, outlet=Found(outlet, None, "r", Certainty.STATED))

    articles = [of("bote", "2020-01-01", 1), of("bote", "2021-01-01", 2), of("bote", "2021-01-02", 3)]
    articles += [of(f"blatt-{n}", "2021-02-02", n) for n in range(5)]
    table = section(pages(*articles)["people/ada-example.md"], "chronology")
    assert "| Jahr | [Der Bote](../outlets/bote.md) | [blatt-0]" in table
    assert "| [2021](../2021/index.md) | 2 | 1 | 1 | 1 | 2 | 7 |" in table
    assert "| [2020](../2020/index.md) | 1 | – | – | – | – | 1 |" in table
    assert "chronology" not in pages(*articles[:2])["people/ada-example.md"]


def test_of_a_person_named_often_every_year_has_a_page_and_no_page_grows_with_the_archive() -> None:
    days = [
        f"{year}-{month:02}-{day:02}" for year in (2018, 2019) for month in (1, 2, 3) for day in range(1, 16)
    ]
    articles = [article(f"{day[:4]}/n{n}", day) for n, day in enumerate([*days, ""])]
    articles[-1] = article("undated/last", None)
    assert len(articles) > MOST_ARTICLES
    made = pages(*articles)
    page = made["people/ada-example.md"]
    assert section(page, "articles").count("\n- **") == MOST_ARTICLES
    assert "Das sind die neuesten 60 von insgesamt 91 Artikel" in page
    for year in ("2019", "2018", "undated"):
        assert f"](ada-example/{year}.md)" in page
    assert "| [2019](ada-example/2019.md) | 45 | 45 |" in page
    assert made["people/ada-example/2018.md"].count("\n- **") == 45
    assert '<span class="headline">Ada Exempel: 2018</span>' in made["people/ada-example/2018.md"]
    assert "[2019](2019.md)" in made["people/ada-example/2018.md"]


def test_a_year_with_very_many_mentions_lists_the_rest_briefly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concordance, "MOST_CONTEXTS_A_PAGE", 3)
    text = section(pages(*(article(f"2021/n{n}") for n in range(4)))["people/ada-example.md"], "articles")
    assert text.count("<mark>") == 3
    assert text.count("\n- **") == 4


def test_authority_links_and_data_hold_only_what_was_given() -> None:
    full = Person("x", "X", wikidata="Q42", gnd="118540238", viaf="113230702", verified=True)
    assert [record.page for record in authorities(full)] == [
        "https://www.wikidata.org/wiki/Q42",
        "https://d-nb.info/gnd/118540238",
        "https://viaf.org/viaf/113230702",
    ]
    assert authorities(replace(full, wikidata="Q1) [x](javascript:y", gnd=None, viaf=None)) == []
    assert data(full)["sameAs"] == [
        "http://www.wikidata.org/entity/Q42",
        "https://d-nb.info/gnd/118540238",
        "http://viaf.org/viaf/113230702",
    ]
    assert "sameAs" not in data(BEN)


def data(person: Person) -> dict[str, object]:
    """What the script block of a person's page says."""
    block = person_data(person)
    assert "\n" not in block
    html = rendered(f"before\n\n{block}\n\nafter\n")
    script = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert script
    return dict(json.loads(script[1]))


@pytest.mark.parametrize("name", ["</script><b>", "A & B", "a\u2028b", '"*x*" \\ _y_', "{ .x }", "<!--", "é"])
def test_no_name_breaks_out_of_the_data(name: str) -> None:
    assert data(Person("x", name))["name"] == " ".join(name.split())
    assert not set("<>&\u2028") & set(person_data(Person("x", name))[35:-9])


def test_a_link_introduces_the_person_and_the_text_stays() -> None:
    page = pages(article("2021/a"))["2021/a.md"]
    assert (
        '[Ada Exempel](../people/ada-example.md){ .person data-who="Ada Exempel, Brückenwärterin · geprüft · '
        '1 Artikel" } schließt die Brücke.'
    ) in page
    assert 'data-who="Ben Beispiel · ungeprüft · 1 Artikel"' in page
    assert "¶ 1 Ada Exempel schließt die Brücke." in text_of(rendered(page.split("---\n", 2)[2]))


@pytest.mark.parametrize("role", ["\"a\" 'b' {c} [d](e) `f` *g* _h_ <i> &amp; \\ | é", "x=y .z #w", "}\n{"])
def test_no_role_breaks_out_of_the_introduction(role: str) -> None:
    attributes = introductions([replace(BEN, role=role)], {BEN.id: 1}, interface("de"))[BEN.id]
    html = rendered(f"[B](b.md){attributes} kam.\n")
    who = re.search(r'data-who="([^"]*)"', html)
    assert who
    assert text_of(who[1]).startswith(f"Ben Beispiel, {' '.join(role.split())} · ungeprüft")
    assert text_of(html) == "B kam."


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 Artikel"), (9, "9 Artikel"), (99, "mindestens 50 Artikel")]
)
def test_large_numbers_are_said_in_steps_so_that_pages_seldom_change(count: int, said: str) -> None:
    assert said in introductions([BEN], {BEN.id: count}, interface("de"))[BEN.id]


def test_the_index_has_letters_counts_and_a_filter_that_waits_for_its_script() -> None:
    people = [Person(f"p{n}", name) for n, name in enumerate(["Zoë Łuk", "Iva Änger", "Nr 7", "Ole Zander"])]
    text = " ".join(person.name for person in people)
    base = article("2021/a", parts=[(Kind.TITLE, "T"), (Kind.BODY, text)])
    at = base.saved.text.index
    mentions = tuple(Mention(Span(at(p.name), at(p.name) + len(p.name)), p.name, p.id, "r") for p in people)
    named = replace(base, mentions=mentions, people=tuple(people))
    page = pages(named, article("2021/b"))["people/index.md"]
    assert "6 Personen, davon 1 geprüft (✓)." in page
    assert re.findall(r"^## (\S+) \{: #(\S+)", page, re.M) == [
        ("A", "letter-a"),
        ("B", "letter-b"),
        ("E", "letter-e"),
        ("L", "letter-l"),
        ("Z", "letter-z"),
        ("\\#", "letter-other"),
    ]
    assert '- [Ada Exempel](ada-example.md){ data-also="Brückenwärterin" } ✓ 1 Artikel, 2 Nennungen' in page
    assert "- [Zoë Łuk](p0.md) 1 Artikel, 1 Nennung" in page
    assert re.search(r'<form class="filter" data-meetings="[^"]+" hidden>', page)


def test_a_person_page_is_no_longer_for_hundreds_of_articles() -> None:
    plain = article("2021/a")
    articles = [replace(plain, address=Address(f"2021/n{n}", f"k{n}")) for n in range(300)]
    archive = Archive(tuple(articles), {ADA.id: ADA, BEN.id: BEN}, {"bote": Outlet("bote", BOTE.name)})
    made = {page.path: page.markdown for page in people_pages(catalogue(archive), interface("de"))}
    few = catalogue(replace(archive, articles=tuple(articles[: MOST_ARTICLES + 1])))
    small = {page.path: page.markdown for page in people_pages(few, interface("de"))}
    grown = len(made["people/ada-example.md"]) / len(small["people/ada-example.md"])
    assert grown < 1.01
