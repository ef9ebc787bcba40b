"""Which citations a page has, in Pandoc's syntax, and what is quoted directly before each."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_archive.text.pandoc_citations import find_citations, words_of
from annotated_archive.text.pandoc_citations.prose import prose_of

from .casebook import cases

DEFAULTS = {
    "prefix": "",
    "suppress_author": False,
    "paragraph": None,
    "last_paragraph": None,
    "suffix": "",
}


@pytest.mark.parametrize("case", cases("pandoc_citations"))
def test_citations_of_a_page(case):
    markdown = case["markdown"]
    found = []
    for citation in find_citations(markdown):
        quotation = citation.quotation
        shown = {
            "form": citation.form,
            "markup": citation.span.of(markdown),
            "items": [
                {"key": item.key}
                | {k: v for k, default in DEFAULTS.items() if (v := getattr(item, k)) != default}
                for item in citation.items
            ],
        }
        if quotation:
            shown |= {"quoted": quotation.text, "quoted_markup": quotation.span.of(markdown)}
        found.append(shown)
    assert found == case["citations"]


LEFT_ALONE = [
    "Schreib an hafen@beispiel.example oder hafen.rat@beispiel.example.",
    "Im Code `@key` und ``[@key]`` und\n\n    [@key]\n\nsteht nichts.",
    "```yaml\n- [@key]\n```\n\n~~~\n@key\n~~~",
    "> ```\n> [@key]\n> ```",
    "[@key](https://beispiel.example) und [Text](https://beispiel.example/@key)",
    "<https://beispiel.example/@key> und https://beispiel.example/@key",
    '<!-- [@key] --> <a href="mailto:a@b.example" title="@key">Post</a>',
    "---\nauthor: '@key'\n---\nText",
    r"Der Name \@key und \[\@key\]",
    "- [ ] offen\n- [x] getan\n\nEine Fußnote[^1].\n\n[^1]: Hier.",
    '!!! note "Titel"\n    Text\n\n        [@key]\n',
    "[hafen]: https://beispiel.example/@key",
    "<code>[@key]</code> <pre>\n@key\n</pre>",
    "Nur @ allein, a@ und @, auch 3 @ 5.",
]


@pytest.mark.parametrize("markdown", LEFT_ALONE)
def test_other_uses_of_at_signs_and_brackets_are_left_alone(markdown):
    assert find_citations(markdown) == ()


FOUND = [
    ("!!! note\n    Text [@key]", ["key"]),
    ("- Punkt\n\n    Absatz [@key]", ["key"]),
    ("[@a][@b]", ["a", "b"]),
    ("(vgl. @key)", ["key"]),
    ("[siehe [auch] @key]", ["key"]),
    ("@key.", ["key"]),
    ("@hafen.blatt:2021-a,", ["hafen.blatt:2021-a"]),
    ("| a | [@key] |", ["key"]),
    ("[^1]: Siehe [@key].", ["key"]),
]


@pytest.mark.parametrize(("markdown", "keys"), FOUND)
def test_citations_are_found_wherever_prose_is(markdown, keys):
    assert [item.key for citation in find_citations(markdown) for item in citation.items] == keys


WORDS = [
    ("*Wir* [kommen](u),\n**alle**", "Wir kommen, alle"),
    ("> Eins\n> zwei\n>\n> drei", "Eins zwei\ndrei"),
    ("Zeile  \nZeile", "Zeile\nZeile"),
    ("snake_case bleibt, _kursiv_ nicht", "snake_case bleibt, kursiv nicht"),
    (r"\*kein Sternchen\* 2 * 3", "*kein Sternchen* 2 * 3"),
    ("a &amp; b&nbsp;c", "a & b c"),
    ("Wort[^1] und `code`<!-- x -->", "Wort und code"),
    ("x > y", "x > y"),
    ("Ja [@key, ¶ 3]", "Ja"),
]


@pytest.mark.parametrize(("markdown", "words"), WORDS)
def test_markup_is_no_part_of_the_words(markdown, words):
    assert words_of(markdown) == words


@given(st.text(alphabet="ab @[]()`~<>!-„“\"'\\\n#:;.,{}*_^1> ") | st.text())
def test_any_text_can_be_searched_and_keeps_its_offsets(markdown):
    prose = prose_of(markdown)
    assert len(prose) == len(markdown)
    assert all(a == b or b in "\x00\x01" for a, b in zip(markdown, prose, strict=True))
    spans = [citation.span for citation in find_citations(markdown)]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for citation in find_citations(markdown):
        assert "@" in citation.span.of(markdown)
        if citation.quotation:
            assert citation.quotation.span.end <= citation.span.start
