"""Corrections: what an outlet takes back stands beside its article, wherever printed, and is none of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotated_archive.knowledge.curation import Curation
from annotated_archive.model import Kind, SavedText, Segment, Span
from annotated_archive.pipeline import understand
from annotated_archive.stages.segment import segment
from annotated_archive.words.yaml_text import plain_yaml

from .compose_samples import article, pages
from .test_withheld import HEAD, shown

WORDINGS = plain_yaml((Path(__file__).parent / "cases" / "corrections" / "wordings.yml").read_text("utf-8"))
TITLE = "Mühlbrücke in Grauburg wird saniert"
TEXT = [
    "Die Stadt Grauburg will ihre Mühlbrücke bis zum Frühjahr sanieren. Das beschloss der Rat am Dienstag.",
    "Die Brücke stammt aus dem Jahr 1911 und ist seit zwei Jahren gesperrt. Gutachter hatten Risse gefunden.",
    "Die Arbeiten sollen im April beginnen und fünf Monate dauern, wie das Bauamt am Abend mitteilte.",
]


def saved(*lines: str, layout: tuple[Segment, ...] = ()) -> SavedText:
    return SavedText("case.txt", "seeds/case.txt", "\n\n".join(lines), "", layout=layout)


def kind_of(line: str, text: SavedText) -> Kind:
    """The one kind of the parts that a line falls into."""
    at = text.text.index(line)
    found = {
        s.kind for s in segment(text)[0] if at <= s.span.start < at + len(line) and s.kind is not Kind.BLANK
    }
    assert len(found) == 1, found
    return found.pop()


REQUESTS = (
    "Wenn ihnen dieser Artikel gefallen hat, können sie uns mit einer Spende (hier) unterstützen.",
    "Wenn Ihnen dieser Beitrag gefallen hat, freuen wir uns über eine kleine Gabe auf unser Konto.",
    "Wenn dir dieser Artikel gefällt, unterstütze uns mit einem Abo.",
    "Hat Ihnen dieser Artikel gefallen? Dann spenden Sie für unsere Arbeit.",
    "Si cet article vous a plu, soutenez notre rédaction par un don.",
)


@pytest.mark.parametrize("line", REQUESTS)
def test_a_request_for_gifts_is_no_note_on_corrections(line: str) -> None:
    text = saved(TITLE, *TEXT, line, "Teilen")
    rules = {s.rule for s in segment(text)[0] if line[:30] in s.span.of(text.text)}
    assert rules == {"donation"}


@pytest.mark.parametrize("line", WORDINGS["corrections"])
def test_a_correction_is_one_wherever_it_stands(line: str) -> None:
    assert kind_of(line, saved(TITLE, *TEXT, line)) is Kind.CORRECTION
    assert kind_of(line, saved(TITLE, line, *TEXT)) is Kind.CORRECTION
    assert kind_of(line, saved(TITLE, *TEXT[:2], line, *TEXT[2:])) is Kind.CORRECTION
    exported = saved(TITLE, *TEXT, line)
    layout = (
        Segment(Kind.TITLE, Span(0, len(TITLE)), "export-title"),
        Segment(Kind.BODY, Span(len(TITLE) + 2, len(exported.text)), "export-text"),
    )
    assert kind_of(line, saved(TITLE, *TEXT, line, layout=layout)) is Kind.CORRECTION


@pytest.mark.parametrize("line", WORDINGS["others"])
def test_what_only_looks_like_one_is_none(line: str) -> None:
    assert kind_of(line, saved(TITLE, *TEXT[:2], line, *TEXT[2:])) is not Kind.CORRECTION


def test_a_correction_gives_no_person_and_no_date() -> None:
    note = "Berichtigung vom 3. Mai 2019: Nicht Karl Lindermayr, sondern Otto Brinkmeyer leitete die Sitzung."
    plain, corrected = (understand(saved(TITLE, *lines), Curation()) for lines in (TEXT, [*TEXT, note]))
    assert corrected.people == plain.people == ()
    assert corrected.description.date == plain.description.date


def test_the_page_shows_it_in_a_section_of_its_own() -> None:
    note = "Korrektur: Der Rat tagte am <Montag>."
    one = article("2021/a", parts=[*HEAD, (Kind.CAPTION, "Ein Bild"), (Kind.CORRECTION, note)])
    for edition in ("local", "public"):
        page = pages(one, edition=edition)["2021/a.md"]
        assert "## Berichtigungen {: #corrections .apparatus }" in page
        assert page.index("{: #corrections") < page.index("{: #captions") < page.index("{: #facts")
        assert page.count("[¶") == 1


def test_a_public_edition_has_it_below_furniture_but_not_among_comments() -> None:
    teilen, korrektur = (Kind.BOILERPLATE, "Teilen"), (Kind.CORRECTION, "Korrektur: Es war Montag.")
    assert shown([*HEAD, teilen, korrektur], {"Teilen": "share-box"})[-1] == korrektur[1]
    for rule in ("comment-head", "comment-form", "below-article"):
        assert shown([*HEAD, teilen, korrektur], {"Teilen": rule})[-1] == "Ein Absatz."
    assert shown([*HEAD, (Kind.COMMENT, "Nick: Unsinn"), korrektur])[-1] == "Ein Absatz."
