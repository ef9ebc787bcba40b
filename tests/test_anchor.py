"""A note is anchored at its passage or reported; a span described is found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_archive.model import Note, Span
from annotated_archive.stages.anchor import anchor, describe_span
from annotated_archive.stages.anchor.alike import same_statement
from annotated_archive.text.reader_text import reader_text

from .casebook import cases
from .printed_page import printed_page

FILE = "curation/articles/hafen.yml"


@pytest.mark.parametrize("case", cases("anchor"))
def test_a_note_is_on_its_passage_or_reported(case):
    marked = case["text"]
    saved, segments = printed_page(marked.replace("⟦", "").replace("⟧", ""))
    at_marks, _ = printed_page(marked)
    note = Note(case["quote"], "A note.", case.get("prefix", ""), case.get("suffix", ""), file=FILE, line=7)
    anchors, problems = anchor([note], saved, segments)
    assert [str(problem) for problem in problems] == case.get("problems", [])
    if "⟦" in marked:
        start, end = at_marks.text.index("⟦"), at_marks.text.index("⟧") - 1
        assert [(a.span, a.span.of(saved.text), a.method) for a in anchors] == [
            (Span(start, end), saved.text[start:end], case.get("method", "exact"))
        ]
    else:
        assert anchors == ()


DIFFERENT_STATEMENTS = [
    ("Die Fähre legt heute nicht mehr ab", "Die Fähre legt heute noch mehr ab"),
    ("Die Fähre legt heute nicht ab", "Die Fähre legt heute ab"),
    ("Es gab keine Einwände gegen den Bau", "Es gab kleine Einwände gegen den Bau"),
    ("Der Bau kostet rund 350 Millionen Euro", "Der Bau kostet rund 360 Millionen Euro"),
    ("Der Bau kostet rund 3,5 Millionen Euro", "Der Bau kostet rund 35 Millionen Euro"),
    ("Der Bau kostet zwei Millionen Euro", "Der Bau kostet drei Millionen Euro"),
    ("Frau Adamer lehnt die Brücke ab", "Frau Adaner lehnt die Brücke ab"),
    ("Frau Meier lehnt die Brücke ab", "Frau Maier lehnt die Brücke ab"),
    ("Herr Schumacher lehnt die Brücke ab", "Herr Schuhmacher lehnt die Brücke ab"),
    ("Der Rat hat den Bau gefordert", "Der Rat hat den Bau gefördert"),
    ("Der Rat hat den Bau anerkannt", "Der Rat hat den Bau aberkannt"),
    ("Das Tor wurde gestern geschossen", "Das Tor wurde gestern geschlossen"),
    ("Das halten viele für möglich", "Das halten viele für unmöglich"),
    ("Der Fährmann sieht den Lotsen kommen", "Den Fährmann sieht der Lotse kommen"),
    ("Sie will die Brücke bauen", "Sie soll die Brücke bauen"),
    ("Kommt die Brücke bis zum Herbst?", "Kommt die Brücke bis zum Herbst."),
]
SAME_STATEMENTS = [
    ("Die Zusamenarbeit mit dem Hafen beginnt", "Die Zusammenarbeit mit dem Hafen beginnt"),
    ("Der Aussenminister besucht den Hafen heute", "Der Außenminister besucht den Hafen heute"),
    ("Der Rat will die Fähre wiederaufnehmen", "Der Rat will die Fähre wieder aufnehmen"),
    ("mit der neuen städtischen Fähre fahren", "mit der neuen städtische Fähre fahren"),
    ("Die Fähre, die heute kommt, ist neu", "Die Fähre die heute kommt ist neu"),
    ("die Fähre ist heute neu gestrichen", "Die Fähre ist heute neu gestrichen"),
    ("Sie gehen am Abend gemiensam heim", "Sie gehen am Abend gemeinsam heim"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT_STATEMENTS)
def test_another_statement_is_never_a_small_difference(one, other):
    assert not same_statement(one, other)
    assert not same_statement(other, one)


@pytest.mark.parametrize(("one", "other"), SAME_STATEMENTS)
def test_typos_inflections_and_commas_are_small_differences(one, other):
    assert same_statement(one, other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT_STATEMENTS)
def test_a_note_never_lands_on_another_statement(one, other):
    saved, segments = printed_page(f"title: Neues vom Hafen\nAm Morgen war Nebel. {other}. So ist es.")
    anchors, problems = anchor([Note(one, "A note.", file=FILE, line=7)], saved, segments)
    assert anchors == ()
    assert [problem.code for problem in problems] == ["N001"]


def test_notes_may_overlap():
    saved, segments = printed_page("Die alte Fähre fährt wieder.")
    notes = [Note("Die alte Fähre", "One."), Note("alte Fähre fährt", "Two.")]
    anchors, problems = anchor(notes, saved, segments)
    assert [a.span.of(saved.text) for a in anchors] == ["Die alte Fähre", "alte Fähre fährt"]
    assert problems == ()


def test_a_span_without_words_of_the_article_has_no_selector():
    saved, segments = printed_page("boilerplate: Anzeige\nDie Fähre fährt.")
    assert describe_span(Span(0, 7), saved, segments) == ("", "", "")


def test_the_context_is_as_short_as_can_be():
    saved, segments = printed_page("Die Fähre kommt.\nDie Fähre geht.")
    second = saved.text.rindex("Fähre")
    assert describe_span(Span(second, second + 5), saved, segments) == ("Fähre", "", " geht.")


WORDS = st.sampled_from(
    ["Fähre", "und", "Nord-", "„Hafen“", "US-Lotse", "3,5", "–", "fin\u00adden", "Brücke,", "ab", "der", "…"]
)
PAGES = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=5)


@given(PAGES, st.data())
def test_span_to_quote_to_span(lines, data):
    saved, segments = printed_page("\n".join(lines))
    text = reader_text(saved, segments)
    letters = [i for i, character in enumerate(text.text) if character.isalnum()]
    if not letters:
        return
    start = data.draw(st.sampled_from(letters))
    end = data.draw(st.sampled_from([i for i in letters if i >= start])) + 1
    span = text.span(start, end)
    quote, prefix, suffix = describe_span(span, saved, segments)
    anchors, problems = anchor([Note(quote, "A note.", prefix, suffix)], saved, segments)
    assert problems == ()
    assert [(a.span, a.method) for a in anchors] == [(span, "exact")]
    assert describe_span(anchors[0].span, saved, segments) == (quote, prefix, suffix)
