"""An invented archive for the tests of `compose`: no real people, outlets or articles."""

from __future__ import annotations

import re
from typing import Any

from annotated_archive.model import (
    Address,
    Archive,
    Article,
    Certainty,
    Description,
    Found,
    Kind,
    Mention,
    Outlet,
    Person,
    SavedText,
    Segment,
    Span,
)
from annotated_archive.stages.compose import compose
from annotated_archive.words.yaml_text import plain_yaml

ADA = Person(
    "ada-example", "Ada Exempel", also=("A. Exempel",), role="Brückenwärterin", wikidata="Q1", verified=True
)
BEN = Person("ben-beispiel", "Ben Beispiel")
PEOPLE = {person.id: person for person in (ADA, BEN)}
BOTE = Outlet("bote", "Der Bote", hosts=("bote.example",))
PRINTED = {"Ada Exempel": ADA, "Exempel": ADA, "Ben Beispiel": BEN}

PARTS = [
    (Kind.KICKER, "Verkehr"),
    (Kind.TITLE, "Die *Brücke* & der {Fluss}"),
    (Kind.LEAD, "Ada Exempel schließt die Brücke."),
    (Kind.CAPTION, "Die Brücke bei Nacht"),
    (Kind.CREDIT, "Muster"),
    (Kind.BODY, "1. Ben Beispiel widerspricht\tder <b>Sperre</b>; Exempel schweigt, Ben Beispiel nicht."),
    (Kind.SUBHEAD, "# Wie weiter?"),
    (Kind.BODY, "Niemand weiß es."),
    (Kind.BOILERPLATE, "Jetzt <abonnieren>!"),
    (Kind.COMMENT, "Möwe17\n\nAlles Unsinn."),
    (Kind.COMMENT, "Aal\nFinde ich auch."),
]


def saved(name: str, parts: list[tuple[Kind, str]]) -> tuple[SavedText, tuple[Segment, ...]]:
    """A seed with these parts, one blank line between them."""
    text, segments = "", []
    for kind, part in parts:
        if text:
            segments.append(Segment(Kind.BLANK, Span(len(text), len(text) + 2), "blank"))
            text += "\n\n"
        segments.append(Segment(kind, Span(len(text), len(text) + len(part)), f"some-{kind}"))
        text += part
    return SavedText(name, f"seeds/{name}", text, "ab" * 32), tuple(segments)


def article(
    path: str, date: str | None = "2021-03-04", parts: list[tuple[Kind, str]] | None = None, **known: Any
) -> Article:
    """An article whose title, kicker and people are its parts'."""
    text, segments = saved(path.replace("/", "-") + ".txt", parts or PARTS)
    mentions = [
        Mention(Span(match.start(), match.end()), match[0], PRINTED[match[0]].id, "name")
        for match in re.finditer("Ada Exempel|Exempel|Ben Beispiel", text.text)
    ]
    stated: dict[str, Any] = {
        kind.value: Found(s.span.of(text.text), s.span, s.rule, Certainty.STATED)
        for s in segments
        if (kind := s.kind) in (Kind.TITLE, Kind.KICKER)
    }
    stated["outlet"] = Found("bote", None, "curated", Certainty.CURATED, "So steht es im *Impressum*.")
    if date:
        stated["date"] = Found(date, Span(0, 3), "some-rule", Certainty.INFERRED)
    people = tuple(PEOPLE[i] for i in dict.fromkeys(m.person for m in mentions if m.person))
    description = Description(**(stated | known))
    return Article(text, segments, description, tuple(mentions), people, Address(path, path.replace("/", "")))


def pages(*articles: Article, edition: str = "local", language: str = "de") -> dict[str, str]:
    archive = Archive(articles, PEOPLE, {"bote": BOTE})
    return {page.path: page.markdown for page in compose(archive, edition, language)}


def front_matter(page: str) -> Any:
    return plain_yaml(page.split("---\n")[1])
