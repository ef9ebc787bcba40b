"""Saved web pages: the text is what a browser shows, and metadata is weighed against it."""

import pytest

from annotated_archive.file_formats import read_content

from .casebook import cases
from .test_press_databases import articles, compare


def text_of(page: str | bytes) -> str:
    reading = read_content(page.encode() if isinstance(page, str) else page, ".html")
    return getattr(reading, "text", "")


@pytest.mark.parametrize("case", cases("html"))
def test_a_page(case, tmp_path):
    _, shown, problems = articles(tmp_path, case["html"], "case.html")
    assert problems == case.get("problems", [])
    for want, one in zip(case["articles"], shown, strict=True):
        compare(want, one)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Ein <b>fetter</b>\n  Satz.</p><p>Noch einer.", "Ein fetter Satz.\nNoch einer.\n"),
        ("<div>A<div>B</div>C</div>", "A\nB\nC\n"),
        ("a<br>b<br><br>c", "a\nb\n\nc\n"),
        ("<p hidden>x</p>y", "y\n"),
        ("<p style='DISPLAY : none'>x</p>y", "y\n"),
        ("<p style='color:red;visibility:hidden'>x</p>y", "y\n"),
        ("<p class='a sf-hidden'>x</p>y", "y\n"),
        ("<p aria-hidden='true'>x</p>y", "x\ny\n"),
        ("<details><summary>s</summary><p>x</p></details>y", "s\ny\n"),
        ("<details open><summary>s</summary><p>x</p></details>y", "s\nx\ny\n"),
        ("<dialog>x</dialog>y", "y\n"),
        ("<script>x</script><style>x</style><noscript>x</noscript><template>x</template>y", "y\n"),
        ("<pre>a\n  b</pre>c", "a\n  b\nc\n"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc\n"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb\n"),
        ("Ver&shy;handlung&nbsp;f&uuml;r 5 &lt; 6", "Ver\u00adhandlung\u00a0für 5 < 6\n"),
        ("<!-- x --><p>y<!-- x -->z</p>", "yz\n"),
        ("<span>a </span><span> b</span>", "a b\n"),
    ],
)
def test_visible_text(page, text):
    assert text_of(f"<!DOCTYPE html><body>{page}") == text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b"", "utf-8"),
        (b"", "windows-1252"),
        (b"<meta charset=iso-8859-1>", "windows-1252"),
        (b"<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-15'>", "iso-8859-15"),
        (b"<meta charset='utf-16'>", "utf-8"),
        (b"\xef\xbb\xbf<meta charset='latin1'>", "utf-8"),
        (b"<?xml version='1.0' encoding='windows-1252'?>", "windows-1252"),
        (b"<meta charset='no-such-set'>", "utf-8"),
    ],
)
def test_characters_as_browsers_decide(head, encoding):
    assert text_of(head + "<p>Jäger „gut“ €".replace("€", "").replace("„gut“", "gut").encode(encoding)) == (
        "Jäger gut\n"
    )


def test_each_line_knows_its_bytes():
    page = "<!DOCTYPE html>\n<title>t</title>\n<p>Erster &auml;\n</p><p hidden>Er</p>\n<p>Über <b>uns</b></p>"
    reading = read_content(page.encode(), ".html")
    assert [page.encode()[a:b].decode() for a, b in reading.origins if b] == ["Erster &auml;", "Über <b>uns"]
    assert reading.lines[:2] == (3, 5)


def test_a_page_without_visible_text_is_said_to_have_none(tmp_path):
    _, shown, problems = articles(tmp_path, "<html><body><script>1</script></body></html>", "case.html")
    assert shown == []
    assert problems == [
        "seeds/case.html: R001 The page shows no text. Save the page again with its text "
        "(SingleFile keeps what a browser shows), or remove the file."
    ]
