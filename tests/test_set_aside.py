"""Prose that was set aside for its place alone is asked about; teasers, notices and comments are not."""

from __future__ import annotations

import pytest

from annotated_archive.knowledge.curation import Curation
from annotated_archive.model import Acceptance, CuratedArticle, Kind, SavedText
from annotated_archive.model import Correction as Line
from annotated_archive.pipeline import understand

HEAD = (
    "Mühlbrücke wird saniert",
    "Die Stadt Grauburg will ihre Mühlbrücke bis zum Frühjahr sanieren. Das beschloss der Rat am Dienstag.",
    "Die Brücke stammt aus dem Jahr 1911 und ist seit zwei Jahren gesperrt. Gutachter hatten Risse gefunden.",
)
WORKS = (
    "Die Arbeiten sollen im April beginnen und fünf Monate dauern, wie das Bauamt am Abend mitteilte. "
    "Bis dahin bleibt die Umleitung über das Wehr bestehen, die viele Pendler ärgert."
)
MAYOR = (
    "Der Bürgermeister sprach von einem guten Tag für die Stadt. Er hofft auf einen Zuschuss des "
    "Landes, über den im Herbst entschieden wird, wenn der Haushalt vorliegt."
)
TRAFFIC = (
    "Anwohner klagen seit langem über den Verkehr. Sie fordern ein Tempolimit und einen Zebrastreifen "
    "vor der Schule, doch der Rat hat darüber noch nicht gesprochen."
)
PRICES = (
    "Das Brot wird im Landkreis teurer, weil das Mehl knapp ist. Die Innung rechnet mit zwanzig Cent "
    "mehr für jedes Pfund und hofft auf eine gute Ernte im Sommer."
)
ZOO = (
    "Der Zoo hat wieder geöffnet und zeigt junge Luchse. Am Wochenende kamen so viele Besucher, dass "
    "die Kassen schon am Mittag schließen mussten, sagte die Direktorin."
)
HEADLINES = ("Neuer Streit um den Kran im Hafen", "Rat berät über Schwimmbad")
LABELS = (
    "Lesen Sie auch",
    "Lesen Sie auch:",
    "Mehr zum Thema",
    "Auch interessant",
    "Das könnte Sie auch interessieren",
    "Weitere Artikel",
    "Read more",
    "Also read",
    "Lire aussi",
)
COOKIES = (
    "Wir verwenden Cookies auf unserer Seite. Wer sie weiter nutzt, stimmt dem zu, und Einzelheiten "
    "stehen in der Erklärung zum Schutz der Daten, die wir regelmäßig anpassen."
)


def found(*lines: str, curated: CuratedArticle | None = None) -> tuple[list[str], str]:
    """What S004 says, and the running text."""
    saved = SavedText("a.txt", "seeds/a.txt", "\n\n".join(lines) + "\n", "0" * 64)
    curation = Curation({"a": curated} if curated else {})
    understood = understand(saved, curation)
    body = "\n".join(s.span.of(saved.text) for s in understood.segments if s.kind is Kind.BODY)
    return [str(problem) for problem in understood.problems if problem.code == "S004"], body


@pytest.mark.parametrize("label", LABELS)
def test_a_last_paragraph_below_a_box_is_kept_or_asked_about(label: str) -> None:
    said, body = found(*HEAD, label, *HEADLINES, WORKS)
    assert WORKS in body or said == [
        'seeds/a.txt:13: S004 Sentences below the article were set aside, on line 13: "Die Arbeiten sollen '
        'im April beginnen und fünf Monate …". If they belong to the article, say so under `lines:`; '
        "else accept this."
    ]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("rest", [(WORKS, MAYOR), (WORKS, MAYOR, TRAFFIC), (WORKS, "Das Geld ist knapp.")])
def test_more_of_it_is_kept_or_asked_about(label: str, rest: tuple[str, ...]) -> None:
    said, body = found(*HEAD, label, *HEADLINES, *rest)
    assert said or all(line in body for line in rest)


def test_most_of_a_file_set_aside_is_asked_about() -> None:
    """Each long paragraph stands under a headline, as teasers do, and there are more of them than of text."""
    teasers = [
        line
        for pair in zip((*HEADLINES, "Zoo öffnet"), (WORKS, MAYOR, TRAFFIC), strict=True)
        for line in pair
    ]
    said, body = found(*HEAD, "Lesen Sie auch", *teasers)
    assert WORKS not in body
    assert said == [
        "seeds/a.txt:11: S004 Most of the sentences were set aside: those on lines 11, 15, 19. "
        "If they belong to the article, say so under `lines:`; else accept this."
    ]


def test_a_long_article_with_teasers_is_not_asked_about() -> None:
    teasers = ("Lesen Sie auch", HEADLINES[0], PRICES, "Zoo öffnet", ZOO)
    assert found(*HEAD, TRAFFIC, MAYOR, *teasers)[0] == []


@pytest.mark.parametrize(
    "line",
    [
        COOKIES,
        COOKIES.replace("Cookies", "Cookies ©"),
        "Abonnieren Sie unseren Newsletter und lesen Sie jeden Morgen, was wichtig ist. Er kommt um sechs "
        "Uhr und kostet nichts, und Sie können ihn jederzeit mit einem einzigen Klick wieder abbestellen.",
        "Wenn Ihnen dieser Artikel gefallen hat, können Sie uns mit einer Spende unterstützen. Wir freuen "
        "uns über jeden Betrag, denn wir leben allein von dem, was unsere Leserinnen und Leser uns geben.",
    ],
)
def test_what_says_what_it_is_is_not_asked_about(line: str) -> None:
    assert found(*HEAD, "Lesen Sie auch", *HEADLINES, line)[0] == []


def test_lines_or_an_acceptance_settle_it() -> None:
    lines = (*HEAD, "Lesen Sie auch", *HEADLINES, WORKS)
    for kind in (Kind.BODY, Kind.BOILERPLATE):
        curated = CuratedArticle("a", "curation/articles/a.yml", corrections=(Line(13, 13, kind),))
        said, body = found(*lines, curated=curated)
        assert said == []
        assert (WORKS in body) == (kind is Kind.BODY)
    assert Acceptance("S004", "Werbung.", "curation/articles/a.yml", 1).code == "S004"
