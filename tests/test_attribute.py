"""The stage `attribute`: what somebody is quoted as saying is that person's, or nobody's."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_archive.model import Kind, Mention, Segment, Span
from annotated_archive.stages.attribute import attribute
from annotated_archive.text.quotations import quotations
from annotated_archive.words import lexicon

from .casebook import cases


def segments_of(text: str, kind: Kind = Kind.BODY) -> list[Segment]:
    """Each paragraph of the text as a segment of this kind, with blanks between."""
    found: list[Segment] = []
    for match in re.finditer(r"\n\n|(?:(?!\n\n).)+", text, re.DOTALL):
        blank = not match[0].strip()
        found.append(Segment(Kind.BLANK if blank else kind, Span(*match.span()), "test"))
    return found


def mentions_of(text: str, people: dict[str, str | None]) -> list[Mention]:
    """Every occurrence of these names; the longest that fits."""
    names = "|".join(re.escape(name) for name in sorted(people, key=len, reverse=True))
    return [
        Mention(Span(*m.span()), m[0], people[m[0]], "test", () if people[m[0]] else ("a", "b"))
        for m in re.finditer(names, text)
    ]


@pytest.mark.parametrize("case", cases("attribute"))
def test_case(case):
    """Each file of tests/cases/attribute/ says in its first line what it promises."""
    text = case["text"]
    sayings = attribute(text, segments_of(text), mentions_of(text, case["people"]))
    assert [[s.span.of(text), s.person, s.rule] for s in sayings] == case["expect"]
    assert all(saying.rule in lexicon.load("rules/attribute") for saying in sayings)


@pytest.mark.parametrize(("kind", "count"), [(Kind.LEAD, 1), (Kind.SUBHEAD, 0), (Kind.COMMENT, 0)])
def test_only_lead_and_body_count(kind, count):
    text = "„Das Boot ist alt“, sagte Brandquist."
    assert len(attribute(text, segments_of(text, kind), mentions_of(text, {"Brandquist": "x"}))) == count


def test_a_link_cut_from_the_quotation_stays_inside_its_span():
    """Offsets are those of the saved text, whatever lies between the parts of a paragraph."""
    before, link, after = "„Das Boot", " (Link: x.example)", " ist alt“, sagte Brandquist."
    text = before + link + after
    ends = (0, len(before), len(before + link), len(text))
    kinds = (Kind.BODY, Kind.LINK, Kind.BODY)
    segments = [Segment(kind, Span(*span), "test") for kind, span in zip(kinds, pairwise(ends), strict=True)]
    (saying,) = attribute(text, segments, mentions_of(text, {"Brandquist": "x"}))
    assert saying.span.of(text) == before + link + " ist alt“"


@given(st.text(alphabet='ab .,"„“”«»:', max_size=60))
def test_quotations_are_apart_and_begin_and_end_with_marks(text):
    found = quotations(text)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(span.of(text)[0] in '„“”"«»' and span.of(text)[-1] in '“”"«»' for span in found)


PIECES = ["„", "“", "Das Boot ist alt", ", ", "sagte ", "Brandquist", "Ralvik", " und ", ": ", ". ", "er "]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_is_read_without_error(text):
    """Sayings stand in order, are whole quotations, and belong to people who are named."""
    mentions = mentions_of(text, {"Brandquist": "x", "Ralvik": "q"})
    sayings = attribute(text, segments_of(text), mentions)
    assert [s.span for s in sayings] == sorted({s.span for s in sayings})
    assert {s.span for s in sayings} <= set(quotations(text))
    assert {s.person for s in sayings} <= {m.person for m in mentions}
