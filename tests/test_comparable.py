"""The comparable form: what it folds, what it keeps, and that every part of it leads back to its original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_archive.model import Kind, SavedText, Segment, Span
from annotated_archive.text.comparable import comparable
from annotated_archive.text.reader_text import beside, reader_text

SAME = [
    ("„Ja“, sagte sie", '"Ja", sagte sie'),
    ("« Ja », sagte sie", "«Ja», sagte sie"),
    ("»Ja« und ›nein‹", "“Ja” und ‘nein’"),
    (",,Ja'' und ‚nein‘", "„Ja“ und 'nein'"),
    ("5′ und 5″", "5' und 5\""),
    ("Der Hafen – ein Ort", "Der Hafen — ein Ort"),
    ("Der Hafen—ein Ort", "Der Hafen - ein Ort"),
    ("von 1990–1995", "von 1990-1995"),
    ("Er\tgeht \n heim", "Er geht heim"),
    ("Groß\u00adstadt\u200b", "Großstadt"),
    ("Ver-\nhandlung", "Verhandlung"),
    ("US-\nMinister", "US-Minister"),
    ("deutsch-\nfranzösisch", "deutsch-französisch"),
    ("Nord-\nund Südtor", "Nord- und Südtor"),
    ("Ka\u0308se", "Käse"),
    ("ﬁnden", "finden"),
    ("Und dann ...", "Und dann…"),
    ("Und . . . dann", "Und … dann"),
]
DIFFERENT = [
    ("Der Hafen", "der Hafen"),
    ("3,5", "3.5"),
    ("3,5", "35"),
    ("1990-1995", "19901995"),
    ("Er - geht", "Er geht"),
    ("m²", "m2"),
    ("Maße", "Masse"),
    ('"Ja"', "'Ja'"),
    ("Nord- und Südtor", "Nord und Südtor"),
    ("Ja, gut", "Ja gut"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_is_no_part_of_the_wording_is_folded(one, other):
    assert comparable(one).text == comparable(other).text


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_wording_case_and_numbers_stay(one, other):
    assert comparable(one).text != comparable(other).text


TEXTS = st.text(alphabet="abÄ1 \n\t\u00a0-–—.…,'\"„“«»‘’`\u00ad\u200b\u0308é\ufb01?") | st.text()


@given(TEXTS, st.data())
def test_every_part_leads_back_to_text_that_collates_to_it(text, data):
    form = comparable(text)
    start = data.draw(st.integers(0, len(form.text)))
    end = data.draw(st.integers(start, len(form.text)))
    # A ligature is one character of the original: no part of it can lead back to a part.
    while start > 0 and start < len(form.text) and form.starts[start] == form.starts[start - 1]:
        start -= 1
    while 0 < end < len(form.text) and form.starts[end] == form.starts[end - 1]:
        end += 1
    span = form.span(start, end)
    assert comparable(span.of(text)).text == form.text[start:end]
    if start < end:
        assert form.within(span) == (start, end)


@given(TEXTS)
def test_offsets_never_run_backwards(text):
    form = comparable(text)
    assert len(form.text) == len(form.starts) == len(form.ends)
    assert list(form.starts) == sorted(form.starts)
    assert list(form.ends) == sorted(form.ends)
    assert all(start < end <= len(text) for start, end in zip(form.starts, form.ends, strict=True))


PIECES = [
    (Kind.TITLE, "Die Fähre bleibt"),
    (Kind.BLANK, "\n\n"),
    (Kind.BOILERPLATE, "Anzeige"),
    (Kind.BLANK, "\n"),
    (Kind.BODY, "Sie fährt "),
    (Kind.LINK, "Mehr dazu "),
    (Kind.BODY, "weiter."),
    (Kind.BLANK, "\n"),
    (Kind.CAPTION, "Die Fähre im Nebel"),
    (Kind.BLANK, "\n"),
    (Kind.BODY, "Das ist gut."),
]


def saved_and_segments():
    segments, at = [], 0
    for kind, text in PIECES:
        segments.append(Segment(kind, Span(at, at + len(text)), "a-rule"))
        at += len(text)
    text = "".join(text for _, text in PIECES)
    return SavedText("a.txt", "seeds/a.txt", text, "0" * 64), tuple(segments)


def test_a_reading_has_title_and_running_text_without_what_was_cut():
    saved, segments = saved_and_segments()
    found = reader_text(saved, segments)
    assert found.text == "Die Fähre bleibt Sie fährt weiter. Das ist gut."
    assert [(p.kind, p.number) for p in found.passages] == [
        (Kind.TITLE, None),
        (Kind.BODY, 1),
        (Kind.BODY, 2),
    ]
    assert beside(saved, segments).text == "Die Fähre im Nebel"


def test_a_span_of_a_reading_reaches_over_a_cut_link():
    saved, segments = saved_and_segments()
    found = reader_text(saved, segments)
    start = found.text.index("fährt")
    end = found.text.index("weiter") + len("weiter")
    span = found.span(start, end)
    assert span.of(saved.text) == "fährt Mehr dazu weiter"
    assert found.within(span) == (start, end)
    assert found.as_printed(start, end) == "fährt weiter"


def test_where_words_start_and_end():
    text = "Das Nord- und Südtor kostet 3,5 Euro."
    segment = Segment(Kind.BODY, Span(0, len(text)), "a-rule")
    found = reader_text(SavedText("b.txt", "seeds/b.txt", text, "1" * 64), (segment,))
    form = found.text  # "Nord- und" is one word in it
    assert found.starts_word(form.index("und"))
    assert found.ends_word(form.index("und"))
    assert not found.starts_word(form.index("tor"))
    assert not found.starts_word(form.index("5"))
    assert not found.ends_word(form.index(",5"))
