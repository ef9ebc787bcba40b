"""Promises of citations in hand-written pages: rendered where they stand, nothing else touched."""

from __future__ import annotations

import json
import re
from pathlib import Path

import markdown
import pytest
from mkdocs.utils.meta import get_data

from annotated_archive.essays import EssayPage, Essays
from annotated_archive.model import Archive, Article, Kind
from annotated_archive.stages.compose import compose
from annotated_archive.stages.resolve import backlinks, resolve

from .compose_samples import BOTE, PEOPLE, article
from .conftest import Built
from .search_index import everything, fragments

BRIDGE = article("2021/bruecke")
KEY = BRIDGE.address.citekey
WORKS = {"muster1998falken": {"id": "muster1998falken", "type": "book", "title": "Falken"}}


def built(text: str, *articles: Article, path: str = "essays/a.md") -> tuple[str, dict[str, str]]:
    """The HTML of a page that cites, and the generated pages."""
    page = EssayPage(f"docs/{path}", path, text)
    everything = articles or (BRIDGE,)
    resolved, _ = resolve([page], everything, WORKS)
    essays = Essays(
        resolved, backlinks(resolved), WORKS, {"muster1998falken": "Muster. 1998. <i>Falken</i>."}
    )
    archive = Archive(everything, PEOPLE, {"bote": BOTE})
    pages = {page.path: page.markdown for page in compose(archive, "local", "de", essays)}
    return text, pages


def rendered(text: str, *articles: Article, tmp_path: Path, path: str = "essays/a.md") -> str:
    """What Python-Markdown makes of the page, with the extension as `mkdocs.yml` names it."""
    _, pages = built(text, *articles, path=path)
    index = tmp_path / ".citations.json"
    if ".citations.json" in pages:
        index.write_text(pages[".citations.json"], "utf-8")
    return convert(get_data(text)[0], index)


def convert(body: str, index: Path) -> str:
    return markdown.markdown(
        body,
        extensions=["attr_list", "toc", "tables", "fenced_code", "annotated_archive.renderer.citations"],
        extension_configs={"annotated_archive.renderer.citations": {"index": str(index)}},
    )


def words(html: str) -> str:
    """What a reader sees before hovering over anything."""
    html = re.sub(r'<span class="preview".*?</span>(?=\)|;|</span>)', "", html, flags=re.DOTALL)
    text = re.sub(r"<[^>]+>", "", html).replace("&nbsp;", " ")
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (f"Etwas [@{KEY}].", "Etwas (Der Bote 2021)."),
        (f"Etwas [@{KEY}, ¶ 3].", "Etwas (Der Bote 2021, ¶ 3)."),
        (f"Etwas [@{KEY}, ¶ 1-2].", "Etwas (Der Bote 2021, ¶ 1–2)."),
        (f"Etwas [siehe @{KEY}, ¶ 3, am Ende].", "Etwas (siehe Der Bote 2021, ¶ 3, am Ende)."),
        (f"Der Bote sagt es [-@{KEY}, ¶ 3].", "Der Bote sagt es (2021, ¶ 3)."),
        (f"So steht es bei @{KEY} [¶ 3].", "So steht es bei Der Bote (2021, ¶ 3)."),
        (f"Zwei [@{KEY}; vgl. @muster1998falken].", "Zwei (Der Bote 2021; vgl. Falken o. J.)."),
    ],
)
def test_the_short_form_is_readable(written: str, shown: str, tmp_path: Path) -> None:
    assert words(rendered(written, tmp_path=tmp_path)).startswith(shown)


def test_a_verified_quotation_is_marked_and_linked_to_its_paragraph(tmp_path: Path) -> None:
    html = rendered(f"„Niemand weiß es“ [@{KEY}].", tmp_path=tmp_path)
    [target] = set(re.findall(r'href="(\.\./archive/2021/bruecke\.md#p-[0-9a-f]{6})"', html))
    assert re.search(rf'<a class="verified"[^>]*href="{target}"[^>]*><span>Zitat geprüft</span></a>', html)
    assert "<mark>Niemand weiß es</mark>" in html


def test_a_quotation_that_is_not_there_is_visibly_marked(tmp_path: Path) -> None:
    html = rendered(f"„Jeder weiß alles“ [@{KEY}].", tmp_path=tmp_path)
    assert '<strong class="unverified">Zitat nicht gefunden</strong>' in html
    assert 'class="verified"' not in html


def test_an_unknown_key_is_visibly_marked(tmp_path: Path) -> None:
    html = rendered(f"Dies [@{KEY}; @niemand2000nichts].", tmp_path=tmp_path)
    assert "unbekannter Schlüssel @niemand2000nichts" in words(html)


def test_front_matter_shifts_nothing(tmp_path: Path) -> None:
    html = rendered(f"---\ntitle: A @ B\n---\n\n\n# A\n\nÄ [@{KEY}] Ü\n", tmp_path=tmp_path)
    assert "Ä (Der Bote 2021) Ü" in words(html)


@pytest.mark.parametrize(
    "heading", ["# A {}", "#A {}", "B {}\n===", "B {}\n-", "> # A {}", "- ## A {}", "### A {} ###"]
)
def test_a_citation_in_a_heading_hides_nothing_in_it(tmp_path: Path, heading: str) -> None:
    html = rendered(f"{heading.format(f'[@{KEY}]')}\n\nC [@{KEY}].\n", tmp_path=tmp_path)
    assert re.search(r"<h\d[^>]*>[^\n]*class=\"citation\"", html)
    assert html.count('class="preview"') == 1


def test_works_that_look_alike_are_told_apart(tmp_path: Path) -> None:
    others = [article(f"2021/{name}", date) for name, date in (("a", "2021-03-04"), ("b", "2021-05-06"))]
    text = " ".join(f"[@{one.address.citekey}]" for one in others)
    assert words(rendered(text, *others, tmp_path=tmp_path)).startswith(
        "(Der Bote 4. März 2021) (Der Bote 6. Mai 2021)"
    )


def test_the_list_is_in_alphabetical_order_with_works_from_elsewhere(tmp_path: Path) -> None:
    html = rendered(f"[@muster1998falken] [@{KEY}] [@muster1998falken]", tmp_path=tmp_path)
    listed = html[html.index('id="references"') :]
    assert re.findall(r"<strong>(.*?)</strong>", listed.replace("\n", " "))[0].count("Der Bote 2021") == 1
    assert listed.index("Der Bote") < listed.index("Muster. 1998. <i>Falken</i>.")
    assert listed.count("<li>") == 2
    target = re.search(r'href="#(reference-\d)"', html)
    assert target
    assert f'id="{target[1]}"' in listed


def test_titles_in_previews_are_text(tmp_path: Path) -> None:
    html = rendered(f"[@{KEY}]", tmp_path=tmp_path)
    assert "<strong>Die *Brücke* &amp; der {Fluss}</strong>" in html


@pytest.mark.parametrize(
    "text",
    [
        "Ein Brief an post@bote.example und ein Gruß an @moewe17.",
        f"Ein `[@{KEY}]` als Code",
        f"```\n[@{KEY}]\n```",
        f"[Verweis](https://bote.example/@{KEY})",
        "[^1] und [x] und [ ] und [a][b]",
        f"\\@{KEY}",
    ],
)
def test_everything_else_stays_as_it_is(text: str, tmp_path: Path) -> None:
    cited = f"{text}\n\nAber [@{KEY}].\n"
    html = rendered(cited, tmp_path=tmp_path)
    assert html.startswith(markdown.markdown(text, extensions=["fenced_code"]))
    assert html.count('class="citation"') == 1


def test_a_page_that_the_index_does_not_know_stays_as_it_is(tmp_path: Path) -> None:
    text = f"Hier [@{KEY}]."
    index = tmp_path / ".citations.json"
    assert convert(text, index) == f"<p>{text}</p>"
    rendered(text, tmp_path=tmp_path)
    other = text.replace("Hier", "Dort")  # as long, but another text
    assert convert(other, index) == f"<p>{other}</p>"
    assert "(Der Bote 2021)" in words(convert(text, index))
    index.write_text("{}", "utf-8")
    assert convert(text, index) == f"<p>{text}</p>"


def test_pages_without_citations_have_no_index() -> None:
    assert ".citations.json" not in built("Nur @moewe17.")[1]


def test_the_article_says_where_it_is_cited() -> None:
    text = f"# Der Fluss\n\nDas sagt auch @{KEY} [¶ 3] so. „Niemand weiß es“ [@{KEY}], heißt es.\n"
    _, pages = built(text)
    page = pages["2021/bruecke.md"]
    assert "Das sagt auch Der Bote so." in page
    assert "„Niemand weiß es“, heißt es." in page
    index = json.loads(pages[".citations.json"])
    [cited] = index.values()
    for number, (_, _, replacement) in enumerate(cited["replace"], start=1):
        assert f'id="cite-{number}"' in replacement
        assert f"[Der Fluss](../../essays/a.md#cite-{number}){{ #cited-{number} }}" in page
    assert page.count('<a class="cited-at" href="#cited-1"') == 1


def test_a_cell_of_a_table_is_a_citing_passage(tmp_path: Path) -> None:
    text = f"| Wer | Was |\n| --- | --- |\n| Ada | schweigt [@{KEY}] |\n"
    assert "\n- schweigt *[" in built(text)[1]["2021/bruecke.md"]
    assert "<td>schweigt <span" in rendered(text, tmp_path=tmp_path)


def test_previews_quote_captions_and_titles_too(tmp_path: Path) -> None:
    assert any(segment.kind is Kind.CAPTION for segment in BRIDGE.segments)
    html = rendered(f"„Die Brücke bei Nacht“ [@{KEY}]", tmp_path=tmp_path)
    assert 'class="verified"' in html
    assert 'href="../archive/2021/bruecke.md"' in html


def test_a_real_build_renders_citations_and_leaves_the_rest(public_site: Built) -> None:
    html = (public_site.site / "essays" / "faehre" / "index.html").read_text("utf-8")
    assert html.count('class="citation"') == 8
    assert html.count('class="verified"') == 3
    assert "post@kuestenbote.example" in html
    assert "ein Name wie @jette" in html
    assert "<code>[@kein_zitat]</code>" in html
    assert "[ ] @jette fragen" in html
    assert "Kein Zitat [@talzeitung2021orgel, ¶ 1]" in html
    assert "@kuestenbote2020inselverkehr" not in html
    assert '<h2 class="apparatus"' in html
    assert "Falken über *Sandhaven*" in html


def test_what_a_reader_does_not_see_at_once_is_not_searched(public_site: Built) -> None:
    index = fragments(public_site.site)
    assert "Zitat geprüft" not in everything(public_site.site)
    assert "Verlag am Deich" not in index["essays/faehre/"]["content"]
    assert any("Zwei Stimmen, zwei Sichtweisen" in page["content"] for page in index.values())
