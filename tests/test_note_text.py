"""Promise: of a note, readers get its words, emphasis, lists and links to the web, and nothing that acts.

Each note goes through the page's own Markdown, and the HTML that comes out is read as a browser reads it.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from annotated_archive.stages.compose.note_text import HEADINGS, KEPT, note_text
from annotated_archive.text.html_words import words_of_html

from .test_markdown_text import TEXTS, rendered, text_of

# A note, and the words that a reader sees of it.
HOSTILE = {
    "<script>alert(1)</script> danach": "alert(1) danach",
    "<script>alert(1)\n\nnoch ein *Absatz*": "alert(1) noch ein Absatz",
    "<SCRIPT SRC=https://a.example/x></SCRIPT>a": "a",
    "<scr<script>ipt>alert(1)</scr</script>ipt>": "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>": "",
    "<img src=x alt='Wörter' onerror=alert(1)> a": "Wörter a",
    "![Bild](https://a.example/b.png)": "Bild",
    "![Bild](x){onerror=1}": "Bild{onerror=1}",
    "<b onclick=alert(1)>fett</b>": "fett",
    "<b/onmouseover=x>fett</b>": "fett",
    "<p style='position:fixed' id=x class=y>a</p>": "a",
    "<style>p{display:none}</style>Text": "p{display:none}Text",
    "<style>p{}\n\nText danach": "p{} Text danach",
    "<iframe src=https://a.example>Wörter</iframe>": "Wörter",
    "<iframe src=https://a.example>\n\ndanach": "danach",
    "<svg onload=x><text>Wörter</text></svg> danach": "Wörter danach",
    "<svg><script>1</script><a xlink:href='javascript:x'>W</a></svg>": "1W",
    "<math><mi>x</mi></math> danach": "x danach",
    "<template><b>W</b></template>": "W",
    "<textarea>a\n\nb": "a b",
    "<title>a *b*": "a b",
    "<plaintext>a\n\nb": "a b",
    "<xmp><b>x</b></xmp>": "x",
    "<noscript><p title='</noscript><img src=x onerror=1>'>x": "x",
    "<table><tr><td>Zelle</td></tr></table>": "Zelle",
    "<form action=x><input value=y><button>OK</button></form>": "OK",
    "<object data=x>W</object><embed src=x>": "W",
    "<video src=x autoplay><track></video>W": "W",
    "<meta http-equiv=refresh content=0>a": "a",
    "<base href=https://a.example>a": "a",
    "<link rel=stylesheet href=x>a": "a",
    "</details></div></li></ul>a": "a",
    "<details open><summary>a</summary>b</details>": "ab",
    "<ul><li>a": "a",
    "<em>a<strong>b</em>c</strong>": "abc",
    "<b>offen\n\ndanach": "offen danach",
    "a<!-- weg -->b": "ab",
    "[da](javascript:alert(1))": "da",
    "[da](JaVaScRiPt:alert(1))": "da",
    "[da](&#106;avascript:alert(1))": "da",
    "[da](vbscript:x)": "da",
    "[da](data:text/html;base64,PHNjcmlwdD4=)": "da",
    "[da](file:///etc/passwd)": "da",
    "[da](//a.example/b)": "da",
    "[da](../b.md)": "da",
    "[da](#unten)": "da",
    "a<javascript:alert(1)>b": "ab",
    "<a href='javascript:alert(1)'>x</a>": "x",
    "<a href='java\tscript:alert(1)'>x</a>": "x",
    "<a href=' javascript:alert(1)'>x</a>": "x",
    "[a][b]\n\n[b]: javascript:alert(1)": "a",
    "<h1 id=x>G</h1>": "G",
    "a < b > c & d &lt;b&gt; &#60;script&#62;": "a < b > c & d <b> <script>",
}
KEPT_AS_THEY_ARE = {
    "Ein *Wort*, **zwei**, `code`.": "<p>Ein <em>Wort</em>, <strong>zwei</strong>, <code>code</code>.</p>",
    "a\n\n- b\n- c": "<p>a</p> <ul> <li>b</li> <li>c</li> </ul>",
    "1. a\n2. b": "<ol> <li>a</li> <li>b</li> </ol>",
    "> Zitat *x*": "<blockquote> <p>Zitat <em>x</em></p> </blockquote>",
    "[da](https://a.example/b?x=1&y=2)": '<p><a href="https://a.example/b?x=1&amp;y=2">da</a></p>',
    "<http://a.example/>": '<p><a href="http://a.example/">http://a.example/</a></p>',
    "[m](mailto:a@b.example)": '<p><a href="mailto:a@b.example">m</a></p>',
    "<a href=HTTPS://a.example onclick=x target=_blank>x</a>": '<p><a href="HTTPS://a.example">x</a></p>',
    "<a href=https://a.example>x": '<p><a href="https://a.example">x</a></p>',
    "H<sub>2</sub>O, m<sup>2</sup>": "<p>H<sub>2</sub>O, m<sup>2</sup></p>",
    "a  \nb": "<p>a<br> b</p>",
    "<i>a</i> <b>b</b>": "<p><i>a</i> <b>b</b></p>",
    "# Groß": "<p>Groß</p>",
    "<p><ul><li>a</ul></p>": "<ul><li>a</li></ul>",
}


def shown(source: str) -> str:
    """A note as the page has it, from the Markdown of the page."""
    return rendered(f'- <div class="note-text">{note_text(source)}</div>\n\nafter\n')


@pytest.mark.parametrize("source", HOSTILE)
def test_nothing_acts_and_no_word_is_lost(source: str) -> None:
    page = shown(source)
    check(page)
    assert text_of(page) == f"{HOSTILE[source]} after".strip()


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<i>A</i> &amp; B", "A & B"),
        ("<svg><text>A</text></svg>", "A"),
        ("&lt;b&gt;", "<b>"),
        ("<p> </p>", " "),
        ("a<script>b", "ab"),
    ],
)
def test_the_words_of_html(markup: str, words: str) -> None:
    assert words_of_html(markup) == words


@pytest.mark.parametrize("source", KEPT_AS_THEY_ARE)
def test_what_curators_write_stays(source: str) -> None:
    assert re.sub(r"\s+", " ", note_text(source)) == KEPT_AS_THEY_ARE[source]
    check(shown(source))


PIECES = st.sampled_from(
    [
        *HOSTILE,
        *KEPT_AS_THEY_ARE,
        "<",
        ">",
        '"',
        "'",
        "</",
        "<a href='",
        "`",
        "\n\n",
        "- ",
        "> ",
        "*",
        "_",
        "[",
        "](",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, TEXTS), max_size=5).map("".join))
def test_no_mixture_acts(source: str) -> None:
    check(shown(source))


def check(page: str) -> None:
    """Nothing but known tags and links to the web, and the note ends where its place on the page does."""
    tree = lxml_html.fragment_fromstring(page, create_parent="main")
    note = tree.xpath("ul/li/div[@class='note-text']")
    assert len(note) == 1
    assert tree.xpath("string(p[last()])") == "after"
    for element in note[0].iterdescendants():
        assert element.tag in KEPT - HEADINGS | {"a"}
        assert set(element.attrib) <= ({"href"} if element.tag == "a" else set())
        assert re.match(r"(?i)(?:https?|mailto):", element.get("href", "http:"))
