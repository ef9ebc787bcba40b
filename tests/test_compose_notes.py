"""Promises of notes on pages: marked where they are anchored, harmless whatever they hold, found by tag."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_archive.model import Anchor, Article, Kind, Note, Span
from annotated_archive.stages.anchor import anchor
from annotated_archive.stages.compose.escape import Markdown
from annotated_archive.stages.compose.highlights import Highlight, Link, with_highlights
from annotated_archive.stages.compose.note_text import note_text
from annotated_archive.stages.compose.notes import tag_id

from .compose_samples import article, pages
from .test_markdown_text import TEXTS, rendered, seen, text_of

PAGE = "2021/bruecke.md"


def noted(*notes: Note, **known: object) -> Article:
    one = article("2021/bruecke", **known)
    anchors, problems = anchor(notes, one.saved, one.segments)
    assert problems == ()
    return Article(**{**vars_of(one), "notes": anchors})


def vars_of(one: Article) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__slots__}


def marks(markdown: str) -> list[tuple[str, str]]:
    """Which notes the marked pieces of a page are about, and the words of these pieces."""
    return re.findall(r'<mark class="[^"]*" data-notes="([^"]*)">(.*?)</mark>', markdown)


def test_a_note_marks_its_passage_and_stands_below_its_paragraph() -> None:
    page = pages(noted(Note("der <b>Sperre</b>", "Gemeint ist *die* Brücke.")))[PAGE]
    [(identifier, words)] = marks(page)
    assert words == "der &lt;b>Sperre&lt;/b>"
    paragraph, note = page.index("&lt;b>Sperre"), page.index(f'id="{identifier}"')
    assert paragraph < note < page.index("Niemand weiß es.")
    assert "Gemeint ist <em>die</em> Brücke." in page
    assert f'href="#{identifier}" data-number="1"' in page
    assert f"(#ref-{identifier})" in page


def test_notes_overlap_span_paragraphs_and_sit_on_the_headline_and_on_links() -> None:
    page = pages(
        noted(
            Note("Brücke* & der", "auf dem Titel"),
            Note("schließt die Brücke. 1. Ben", "über zwei Absätze"),
            Note("die Brücke. 1. Ben Beispiel widerspricht der", "überlappt"),
            Note("Verkehr", "auf der Dachzeile"),
        )
    )[PAGE]
    found = marks(page)
    kicker, title, spanning, overlapping = dict.fromkeys(i for names, _ in found for i in names.split())
    assert (kicker, "Verkehr") in found
    assert (title, "Brücke\\* & der") in found
    assert (f"{spanning} {overlapping}", "die Brücke.") in found
    assert (f"{spanning} {overlapping}", "Ben") in found  # the first word of a link
    assert "[<mark" in page
    numbers = re.findall(r'data-number="(\d)"', page)
    assert numbers == ["1", "2", "3", "4"]  # in the order in which a reader meets them
    assert text_of(rendered(page.split("---\n", 2)[2])).count("Ben Beispiel widerspricht") >= 1


def test_the_text_of_a_page_is_the_same_with_and_without_notes() -> None:
    plain = pages(article("2021/bruecke"))[PAGE]
    page = pages(noted(Note("Ben Beispiel widerspricht", "x"), Note("widerspricht der", "y")))[PAGE]
    for line in plain.splitlines():
        if line.startswith(("# ", "## ", "[¶")):
            assert seen_text(line) in [seen_text(other) for other in page.splitlines()]


def seen_text(line: str) -> str:
    return text_of(rendered(line))


def test_an_exclamation_mark_before_a_link_makes_no_picture() -> None:
    html = rendered(with_highlights("Danke!Ada", [Link(6, 9, Markdown("a.md"))], []))
    assert text_of(html) == "Danke!Ada"
    assert "<img" not in html


def test_a_bracket_and_colon_in_a_link_define_no_reference() -> None:
    text = "Ada [1]: Muster"
    assert text_of(rendered(with_highlights(text, [Link(0, len(text), Markdown("a.md"))], []))) == text


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.data())
def test_marks_and_links_change_no_text(text: str, data: st.DataObject) -> None:
    text = f"x{seen(text)}x"
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    start, end = data.draw(place)
    links = [Link(start, end, Markdown("a.md"))] if text[start:end].strip() == text[start:end] != "" else []
    highlights = [
        Highlight(a, b, number, f"note-{number}", f"Notiz {number}", number > 2, True)
        for number, (a, b) in enumerate(data.draw(st.lists(place, max_size=4)), start=1)
        if a < b
    ]
    html = rendered(with_highlights(text, links, highlights))
    assert text_of(html) == seen(text)
    assert html.count('class="note-ref"') == len(highlights)
    assert not re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", html, re.DOTALL)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_note_breaks_the_page(source: str) -> None:
    html = rendered(f"- [1](#x) <details><summary>s</summary>{note_text(source)}</details>\n\nafter\n")
    assert html.count("<details") == html.count("</details>") == 1
    assert "<script" not in html
    assert not re.search(r"<h\d", html)
    assert html.rstrip().endswith("<p>after</p>")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Ein *Wort*.", "<p>Ein <em>Wort</em>.</p>"),
        ("# Groß", "<p>Groß</p>"),
        ("a\n\n- b\n- c", "<p>a</p> <ul> <li>b</li> <li>c</li> </ul>"),
        ("[da](https://a.example/b)", '<p><a href="https://a.example/b">da</a></p>'),
        ("[da](javascript:x)", "<p>da</p>"),
        ("![Bild](https://a.example/b.png)", "<p>Bild</p>"),
        ("</details><b>x", "<p><b>x</b></p>"),
    ],
)
def test_note_text(source: str, shown: str) -> None:
    assert re.sub(r"\s+", " ", note_text(source)) == shown


def test_an_approximate_anchor_says_so() -> None:
    note = Note("Niemand weis es", "x")
    one = article("2021/bruecke")
    span = next(
        s.span for s in one.segments if s.kind is Kind.BODY and "Niemand" in s.span.of(one.saved.text)
    )
    page = pages(Article(**{**vars_of(one), "notes": (Anchor(note, span, "approximate"),)}))[PAGE]
    assert 'class="noted approximate"' in page
    assert "Ungefähr zugeordnet" in page


def test_a_note_on_a_headline_that_a_person_worded_stands_without_a_mark() -> None:
    one = article("2021/bruecke")
    title = next(s.span for s in one.segments if s.kind is Kind.TITLE)
    curated = article("2021/bruecke", title=None)
    page = pages(Article(**{**vars_of(curated), "notes": (Anchor(Note("Brücke", "x"), title, "exact"),)}))[
        PAGE
    ]
    assert marks(page) == []
    assert re.search(r'^# .*<a class="note-ref"', page, re.MULTILINE)


def test_an_id_stays_when_the_text_of_a_note_is_improved() -> None:
    first = marks(pages(noted(Note("Niemand weiß es", "alt")))[PAGE])
    assert first == marks(pages(noted(Note("Niemand weiß es", "neu")))[PAGE])
    both = pages(noted(Note("Niemand weiß es", "eins"), Note("Niemand weiß es", "zwei")))[PAGE]
    assert len(set(re.findall(r'id="(note-[0-9a-f-]+)"', both))) == 2


def test_the_index_lists_notes_by_tag_and_by_article() -> None:
    index = pages(
        noted(
            Note("Niemand weiß es", "Eins.", tags=("Zweifel", "Sprache")),
            Note("Verkehr", "Zwei.", tags=("zweifel",)),
            Note("Sperre", "Drei."),
        )
    )["notes/index.md"]
    assert index.count("### Zweifel") + index.count("### zweifel") == 1
    assert f"{{: #{tag_id('Zweifel')} }}" in index
    assert index.index("### Sprache") < index.index("weifel {:") < index.index("### Ohne Schlagwort")
    assert "](../2021/bruecke.md#note-" in index
    assert index.count("<p>Eins.</p>") == 2


def test_an_archive_without_notes_has_the_page_too() -> None:
    assert "Noch gibt es keine Notizen" in pages(article("2021/a"))["notes/index.md"]


def test_tags_that_look_alike_have_different_ids() -> None:
    assert len({tag_id(tag) for tag in ("C", "C++", "c#", "Ü", "U")}) == 5
    assert tag_id("Textkritik") == tag_id(" textkritik ") == "tag-textkritik"


def test_notes_beside_the_text_take_no_more_room_than_there_is() -> None:
    page = pages(noted(Note("Ada Exempel schließt", "x"), Note("Niemand weiß es", "y")))[PAGE]
    assert ".lead .beside-3 }" in page  # the lead, a paragraph and a subhead
    assert re.search(r"\{: #p-\w+ \.beside-1 \}", page)


def test_spans_are_of_the_saved_text() -> None:
    one = noted(Note("Niemand weiß es", "x"))
    assert one.notes[0].span.of(one.saved.text) == "Niemand weiß es"
    assert isinstance(one.notes[0].span, Span)
