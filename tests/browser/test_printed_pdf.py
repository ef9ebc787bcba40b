"""A page that Chromium prints: columns, soft hyphens, and what the browser sets around the page."""

import pytest

from ..pdf_samples import BODY, TITLE
from ..test_press_databases import articles

BROKEN = [
    BODY[0].replace("Mühlbrücke", "Mühl&shy;brücke").replace("Dienstagabend", "Diens&shy;tag&shy;abend"),
    BODY[1].replace("Fußgänger", "Fuß&shy;gän&shy;ger").replace("Widerlagern", "Wider&shy;la&shy;gern"),
    BODY[2].replace("Gemeindekasse", "Ge&shy;mein&shy;de&shy;kas&shy;se"),
    BODY[3].replace("Staatsstraße", "Staats&shy;stra&shy;ße").replace("Bauamt", "Bau&shy;amt"),
]
STYLES = {
    "one column": "p{margin:0 0 1em}",
    "two columns, justified": "main{columns:2;text-align:justify}p{margin:0;text-indent:1em}",
    "three columns": "main{columns:3;font-size:9pt}p{margin:0 0 .6em}",
    "floating box": "main{columns:2}p{margin:0;text-indent:1em}p+p::first-letter{color:red}",
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("framed", [False, True], ids=["bare", "with header and footer"])
def test_a_printed_page(context, tmp_path, style, framed):
    page = context.new_page()
    html = (
        f"<!doctype html><html lang=de><meta charset=utf-8><title>{TITLE} | Grauburger Bote</title>"
        f"<style>body{{font:11pt serif}}{style}</style><h1>{TITLE}</h1><p>Von Ulla Kersting</p>"
        f"<p>12. März 2019</p><main>{''.join(f'<p>{paragraph}' for paragraph in BROKEN)}</main>"
    )
    address = "http://www.grauburger-bote.example/lokales/bruecke.html"
    page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(address)
    content = page.pdf(format="A5", display_header_footer=framed, margin={"top": "2cm", "bottom": "2cm"})
    _, shown, problems = articles(tmp_path, content, "a.pdf")
    assert problems == []
    one = shown[0]
    assert (one["title"], one["date"], one["authors"]) == (TITLE, "2019-03-12", ["Ulla Kersting"])
    assert [s["text"] for s in one["segments"] if s["kind"] in ("lead", "body")] == list(BODY)
    assert one["url"] == (address if framed else None)
