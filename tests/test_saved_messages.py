"""Pages as MIME messages: MHTML as browsers save it, and e-mails that bring an article as HTML."""

from email.message import EmailMessage
from quopri import encodestring

import pytest

from annotated_archive.file_formats import Unreadable, read_content

from .pdf_samples import BODY, TITLE
from .test_press_databases import articles

ADDRESS = "https://www.grauburger-bote.example/lokales/bruecke.html"
PAGE = (
    f'<!DOCTYPE html><html lang="de"><head><title>{TITLE} | Grauburger Bote</title></head><body>'
    f"<nav><a>Start</a></nav><article><h1>{TITLE}</h1><p>Von Ulla Kersting</p><p>12. März 2019</p>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    + '<div><template shadowmode="open"><p>Der Rat tagt wieder am 2. April, um über die Furt und über den '
    "Kindergarten zu sprechen, wie Sandbichler am Ende der Sitzung ankündigte.</p></template></div>"
    "</article><footer>Impressum</footer></body></html>"
)
BOUNDARY = "----MultipartBoundary--YBjntGUfN2e26K1Awf6TeFwUtqe0bTPcfA8S4ANn3G----"


def mhtml(page: str = PAGE, kind: str = "text/html", encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    """As Chromium saves it: the page's part names no character set."""
    head = (
        f"From: <Saved by Blink>|Snapshot-Content-Location: {ADDRESS}|Subject: =?utf-8?Q?M=C3=BChle?=|"
        "Date: Wed, 13 Mar 2019 09:30:00 GMT|MIME-Version: 1.0|Content-Type: multipart/related;|"
        f'\ttype="text/html";|\tboundary="{BOUNDARY}"|||--{BOUNDARY}|Content-Type: {kind}|'
        f"Content-ID: <frame-1@mhtml.blink>|Content-Transfer-Encoding: quoted-printable|"
        f"Content-Location: {ADDRESS}||"
    )
    tail = (
        f"|--{BOUNDARY}|Content-Type: text/html|Content-Transfer-Encoding: quoted-printable|"
        f"Content-Location: https://ads.example/frame||<p>Anzeige</p>|--{BOUNDARY}|Content-Type: text/css|"
        f"Content-Location: https://x.example/a.css||p {{ color: red }}|--{BOUNDARY}--|"
    )
    body = encodestring(page.encode(encoding)).replace(b"\n", end.encode())
    return head.replace("|", end).encode() + body + tail.replace("|", end).encode()


@pytest.mark.parametrize(
    ("cut", "codes"),
    [(0, []), (40, []), (200, []), (900, ["R010"]), (1300, ["R010"])],
)
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_a_page_that_breaks_off_is_read_and_says_so(cut, codes, end):
    content = mhtml(end=end)
    reading = read_content(content[: len(content) - cut], ".mhtml")
    assert TITLE in reading.text
    assert [finding.code for finding in reading.findings] == codes


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mhtml", mhtml()),
        ("a.mht", mhtml(end="\n")),
        ("a.txt", mhtml()),
        ("a.html", mhtml()),
        ("a.mht", b"\r\n" + mhtml()),
        ("a.mht", mhtml(kind='text/html; charset="windows-1252"', encoding="cp1252")),
        ("a.mht", mhtml(PAGE.replace("<head>", "<head><meta charset=windows-1252>"), encoding="cp1252")),
        ("a.mht", mhtml()[:-200]),
    ],
)
def test_a_page_saved_as_mhtml(tmp_path, name, content):
    _, shown, problems = articles(tmp_path, content, name)
    assert problems == []
    one = shown[0]
    assert (one["title"], one["date"], one["authors"]) == (TITLE, "2019-03-12", ["Ulla Kersting"])
    assert (one["url"], one["outlet"]) == (ADDRESS, "grauburger-bote.example")
    body = [s["text"] for s in one["segments"] if s["kind"] in ("lead", "body")]
    assert body[:4] == list(BODY)
    assert body[4].startswith("Der Rat tagt wieder")
    assert not any("Anzeige" in s["text"] for s in one["segments"])
    assert {"field": "saved", "value": "2019-03-13T09:30", "source": "saved-by-browser"} in one["hints"]


def mail(text: str, *attached: EmailMessage | str, html: str = "") -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["Date"] = "Fwd: Zum Lesen", "Sat, 17 Oct 2020 01:02:03 -0400"
    message["From"] = "Someone Else <someone@example.org>"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for part in attached:
        if isinstance(part, str):
            message.add_attachment(part, subtype="html", filename="artikel.html")
        else:
            message.add_attachment(part)
    return message


@pytest.mark.parametrize(
    "message",
    [
        mail("Nur als HTML.", html=PAGE),
        mail("Siehe Anhang.", PAGE),
        mail("Zur Kenntnis.\n-- \nSomeone Else", mail("Als HTML.", html=PAGE)),
        mail("", mail("", PAGE)),
    ],
    ids=["html", "attached page", "forwarded as attachment", "attached to what is attached"],
)
def test_an_article_that_came_by_mail(tmp_path, message):
    _, shown, problems = articles(tmp_path, message.as_bytes(), "a.eml")
    assert problems == []
    one = shown[0]
    assert (one["title"], one["date"], one["authors"]) == (TITLE, "2019-03-12", ["Ulla Kersting"])
    body = [s["text"] for s in one["segments"] if s["kind"] in ("lead", "body")]
    assert body[:4] == list(BODY)
    assert "Someone Else" not in "".join(s["text"] for s in one["segments"])


@pytest.mark.parametrize(
    ("content", "suffix", "code"),
    [
        (mhtml()[:300], ".mhtml", "R002"),
        (mhtml(kind="text/css").replace(b"text/html\r\nContent-Transfer", b"image/png\r\nX"), ".mht", "R002"),
        (mhtml("<script>1</script>"), ".mht", "R001"),
        (b"From: <Saved by Blink>", ".mhtml", "R002"),
        (b"\x00\x01\x02", ".mhtml", "R002"),
        (b"", ".mhtml", "R001"),
    ],
)
def test_what_cannot_be_read_says_so(content, suffix, code):
    reading = read_content(content, suffix)
    assert isinstance(reading, Unreadable), reading
    assert reading.code == code
