"""Citations are read as Pandoc reads them; where they are not, decision 23 says why, and no word is lost.

`exchange/citations.yml` has 120 of them with both readings.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from annotated_archive.essays import EssayPage
from annotated_archive.model import Kind, Segment, Span
from annotated_archive.stages.resolve import resolve
from annotated_archive.text.pandoc_citations import IN_TEXT, find_citations, find_literal
from annotated_archive.words.yaml_text import plain_yaml

from .described import article

TABLE = plain_yaml((Path(__file__).parent / "exchange" / "citations.yml").read_text("utf-8"))
TEXT = "Der Rat tagt heute im Hafen.\nMorgen tagt er wieder im Rathaus.\n"
SEGMENTS = (
    Segment(Kind.BODY, Span(0, 28), "r"),
    Segment(Kind.BLANK, Span(28, 29), "r"),
    Segment(Kind.BODY, Span(29, 62), "r"),
    Segment(Kind.BLANK, Span(62, 63), "r"),
)


def read(markdown: str) -> list[list[list[str]]]:
    """The works of each citation as the table writes them."""
    found = []
    for citation in find_citations(f"X {markdown}\n\n[^1]: Fuß\n"):
        works = []
        for number, item in enumerate(citation.items):
            range_ = f"–{item.last_paragraph}" if item.last_paragraph else ""
            paragraph = f"¶ {item.paragraph}{range_}" if item.paragraph else ""
            in_text = citation.form == IN_TEXT and number == 0
            mode = (
                "SuppressAuthor" if item.suppress_author else "AuthorInText" if in_text else "NormalCitation"
            )
            works.append([item.key, item.prefix, ", ".join(filter(None, (paragraph, item.suffix))), mode])
        found.append(works)
    return found


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["markdown"])
def test_a_citation_is_read(case: dict[str, Any]) -> None:
    assert read(case["markdown"]) == case["read"]


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["markdown"])
def test_no_word_is_lost(case: dict[str, Any]) -> None:
    """What is taken out of the page is in the citation: each word of it, but for the names of a paragraph."""
    markdown = f"X {case['markdown']}\n"
    for citation in find_citations(markdown):
        words = set(
            re.findall(
                r"[^\W\d_]{2,}", re.sub(r"@\{.*?\}|@[\w:.#$%&+?<>~/-]+|<.*?>", "", citation.span.of(markdown))
            )
        )
        kept = " ".join(f"{item.prefix} {item.suffix}" for item in citation.items)
        assert not words - set(re.findall(r"[^\W\d_]{2,}", kept)) - {"Absatz", "Abs"}


def test_most_are_read_as_pandoc_reads_them() -> None:
    assert len(TABLE) >= 120
    assert sum("pandoc" not in case for case in TABLE) >= 90


def resolved(markdown: str, elsewhere: tuple[str, ...] = ()) -> tuple[Any, list[str]]:
    articles = [
        article(
            citekey=key,
            path=f"2016/{key}",
            text=TEXT,
            segments=SEGMENTS,
            title="T",
            outlet="Blatt",
            date="2016",
        )
        for key in ("blatt2016a", "blatt2016b")
    ]
    found, problems = resolve([EssayPage("docs/e.md", "e.md", markdown)], articles, elsewhere)
    return found, [f"{p.line} {p.code} {p.finding} {p.remedy}" for p in problems]


def test_a_page_of_an_article_without_pages_verifies_nothing() -> None:
    for place in ("S. 2", "p. 2", "Seiten 2–3", "2", "Z. 4", "Kap. 3", "pp. 3-4", "Sp. 1"):
        (one,), problems = resolved(f"„Der Rat tagt heute“ [@blatt2016a, {place}].")
        assert one.verified is None, place
        assert problems == [
            f'1 Q005 Nothing is known of "{place}" in blatt2016a: its saved text has paragraphs. '
            "Cite ¶ 1, where the quotation is."
        ]
    (one,), problems = resolved("„Der Rat tagt heute“ [@blatt2016a, mit 2 Zeugen].")
    assert one.verified is True
    assert problems == []
    (one,), problems = resolved("„Irgendwas“ [@buch, S. 2].", ("buch",))
    assert problems == []


def test_keys_of_a_plain_zotero_export() -> None:
    key = "http://zotero.org/users/1/items/ABCD"
    (first, second), problems = resolved(f"Text [@{{{key}}}, S. 4] und @{{{key}}} [S. 5].", (key,))
    assert [item.written.suffix for item in (*first.items, *second.items)] == ["S. 4", "S. 5"]
    assert problems == []


def test_what_stays_as_it_is_written_is_a_problem() -> None:
    found, problems = resolved(
        "Text\n\n[@blatt2016a](https://x.example) und ![@blatt2016b](bild.png) `@blatt2016a`"
    )
    assert found == ()
    assert [p[:40] for p in problems] == [
        '3 Q006 "@blatt2016a" is not read as a ci',
        '3 Q006 "@blatt2016b" is not read as a ci',
    ]
    assert find_literal("post@blatt2016a.example \\@blatt2016a <a title='@blatt2016a'>", ()) == ()


def test_a_handle_before_a_citation_stays_a_handle() -> None:
    (one,), problems = resolved("Das schrieb @jemand [@blatt2016a].")
    assert (one.form, [item.written.key for item in one.items], problems) == ("bracketed", ["blatt2016a"], [])
    assert resolved("Das schrieb @jemand [im Netz].") == ((), [])


def test_hard_wrapped_essays() -> None:
    found, problems = resolved(
        "Das schreibt @blatt2016a\n[¶ 2; @blatt2016b,\n¶ 1] und\n\n> @blatt2016a\n> [¶ 1]\n"
    )
    assert [[(i.written.key, i.number) for i in one.items] for one in found] == [
        [("blatt2016a", 2), ("blatt2016b", 1)],
        [("blatt2016a", 1)],
    ]
    assert problems == []
