"""PDF: the text as people read it, column after column; what cannot be read says what to do."""

import io
import subprocess
import sys

import pytest

from annotated_archive.file_formats import Unreadable, read_content

from .pdf_samples import BODY, HEAD, TITLE, Words, column, heads, pdf
from .test_press_databases import articles

LEFT, RIGHT = column(BODY[:2], 60, 700, indent=10), column(BODY[2:], 310, 700, indent=10)
NARROW = [
    *column(BODY[:1], 60, 700, 26, gap=6),
    *column(BODY[1:3], 220, 700, 26, gap=6),
    *column(BODY[3:], 380, 700, 26, gap=6),
]
ROWS = sorted((*LEFT, *RIGHT), key=lambda words: (-words.y, words.x))
CREDIT = Words(560, 500, "Foto: Leopold Grau", 6, turn=1)
SECOND = "Seltene Orchidee im Stadtwald von Grauburg entdeckt"
OTHER = (
    "Im Stadtwald von Grauburg haben Förster eine seltene Orchidee entdeckt. Der Fund gelang bei einer "
    "Zählung im Mai, wie das Umweltamt am Freitag mitteilte. Amtsleiter Detlev Brinkmeyer sprach von einer "
    "kleinen Sensation.",
    "„Die Art galt bei uns als verschollen“, sagte Brinkmeyer. Zuletzt sei sie vor vierzig Jahren "
    "nachgewiesen worden, und niemand habe mit ihr gerechnet.",
)


def head_drawn() -> bytes:
    return b"".join(words.drawn() for words in heads())


def by_rows() -> bytes:
    """Each line of the left column and the one beside it, in one text object."""
    out, x, y = b"BT /F1 10 Tf ", 0.0, 0.0
    for words in ROWS:
        out += b"%d %d Td (%s) Tj\n" % (words.x - x, words.y - y, words.text.encode("cp1252"))
        x, y = words.x, words.y
    return out + b"ET"


def by_columns() -> bytes:
    """As layout programs write: one text object, and gaps between words as numbers."""
    out = b"BT /F1 10 Tf\n"
    for words in (*LEFT, *RIGHT):
        text = words.text.encode("cp1252").replace(b" ", b")-250(")
        out += b"1 0 0 1 %d %d Tm [(%s)] TJ\n" % (words.x, words.y, text)
    return out + b"ET"


def by_words() -> bytes:
    """Each word at its place, the size of the type in the matrix."""
    out = b""
    for words in (*LEFT, *RIGHT):
        x = words.x
        for word in words.text.split():
            out += b"BT /F3 1 Tf 10 0 0 10 %f %d Tm (%s) Tj ET\n" % (x, words.y, word.encode("cp1252"))
            x += 6 * len(word + " ")  # each letter of the font is as wide
    return out


def body(one):
    return [s["text"] for s in one["segments"] if s["kind"] in ("lead", "body")]


@pytest.mark.parametrize(
    "page",
    [
        [*heads(), *column(BODY, 60, 700, 80, gap=8)],
        [*heads(), *column(BODY, 60, 700, 80, indent=12)],
        [*heads(), *LEFT, *RIGHT],
        [*heads(), *ROWS],
        [*LEFT, *RIGHT, *heads()],
        [*RIGHT, *heads(), *LEFT],
        [*heads(), *NARROW],
        sorted((*heads(), *NARROW), key=lambda words: (-words.y, words.x)),
        [*heads(), *LEFT, CREDIT, *RIGHT],
        [*heads(), Words(60, 676, "D", 34), Words(82, 700, BODY[0][1:34]), *column([BODY[0][34:]], 60, 688),
         *column(BODY[1:2], 60, 560, indent=10), *RIGHT],
        head_drawn() + by_rows(),
        head_drawn() + by_columns(),
        head_drawn() + by_words(),
    ],
    ids=[
        "one column", "indented", "two columns", "row by row", "headline last", "right column first",
        "three columns", "three columns row by row", "turned credit", "large initial",
        "rows in one text object", "columns in one text object", "word by word",
    ],
)  # fmt: skip
def test_columns_are_read_one_after_the_other(tmp_path, page):
    _, shown, problems = articles(tmp_path, pdf(page), "a.pdf")
    assert problems == []
    one = shown[0]
    assert (one["title"], one["date"], one["authors"]) == (TITLE, "2019-03-12", ["Ulla Kersting"])
    assert body(one) == list(BODY)
    assert [person["name"] for person in one["people"]] == ["Hedwig Sandbichler", "Korbinian Moosrainer"]
    turned = [s["text"] for s in one["segments"] if s["rule"] == "running-head"]
    assert turned == [CREDIT.text] * (isinstance(page, list) and page.count(CREDIT))


def test_a_paragraph_goes_on_on_the_next_page(tmp_path):
    lines = column(BODY, 60, 700, indent=10)
    first = [*heads(), *lines[:10], Words(290, 40, "17", 8)]
    second = [Words(60, 800, HEAD, 9), *(Words(w.x, 780 - 12 * i, w.text) for i, w in enumerate(lines[10:]))]
    _, shown, _ = articles(tmp_path, pdf(first, [*second, Words(290, 40, "18", 8)]), "a.pdf")
    assert body(shown[0]) == list(BODY)
    assert [s["text"] for s in shown[0]["segments"] if s["rule"] == "running-head"] == [f"17\n{HEAD}\n18"]


def test_a_table_is_read_row_by_row(tmp_path):
    rows = [("Jahr", "Kosten"), ("2014", "20 000 Euro"), ("2015", "25 000 Euro"), ("2016", "31 000 Euro")]
    table = [
        Words(x, 500 - 12 * i, cell)
        for i, row in enumerate(rows)
        for x, cell in zip((60, 310), row, strict=True)
    ]
    reading = read_content(pdf([*heads(), *column(BODY[:2], 60, 700, 80, gap=8), *table]), ".pdf")
    assert reading.text.index("2014") < reading.text.index("20 000") < reading.text.index("2015")


def test_soft_hyphens_of_a_browser_are_no_spaces(tmp_path):
    """A browser draws a space without width, and says in `/ActualText` that it is none."""
    drawn = (
        b"BT /F1 11 Tf 1 0 0 1 60 700 Tm (Der Gemeinde) Tj /Span << /ActualText <FEFF00AD> >> BDC ( ) Tj EMC "
        b"64.45 0 Td (rat tagte am Dienstag) Tj /Span << /ActualText <FEFF00AD> >> BDC ( ) Tj EMC "
        b"93.79 0 Td (abend in Oberlindach.) Tj ET"
    )
    assert (
        read_content(pdf(drawn), ".pdf").text == "Der Gemeinderat tagte am Dienstagabend in Oberlindach.\n\n"
    )


def test_what_a_browser_prints_around_its_page_is_no_part_of_it(tmp_path):
    def around(n):
        return [
            Words(20, 825, "30.11.26, 18:41", 7), Words(260, 825, f"{TITLE} | Grauburger Bote", 7),
            Words(20, 15, "https://www.grauburger-bote.example/muehlbruecke.html", 7),
            Words(560, 15, f"{n}/2", 7),
        ]  # fmt: skip

    pages = [
        [*heads()[1:], Words(60, 725, "12. März 2019"), *column(BODY[:2], 60, 700, 80, gap=8), *around(1)],
        [*column(BODY[2:], 60, 780, 80, gap=8), *around(2)],
    ]
    info = f"/Producer (Skia/PDF m156) /Title ({TITLE} | Grauburger Bote) /CreationDate (D:20261130184100Z)"
    _, shown, problems = articles(tmp_path, pdf(*pages, info=info), "a.pdf")
    assert problems == []
    one = shown[0]
    assert (one["title"], one["date"], one["outlet"]) == (TITLE, "2019-03-12", "grauburger-bote.example")
    assert one["url"] == "https://www.grauburger-bote.example/muehlbruecke.html"
    assert body(one) == list(BODY)


@pytest.mark.parametrize(
    "pages",
    [
        [[*heads(), *column(BODY, 60, 720, 80, gap=8), Words(60, 420, SECOND, 20, True),
          *column(OTHER, 60, 390, 80, gap=8)]],
        [[*heads(), *column(BODY, 60, 720, gap=8), Words(310, 690, SECOND[:16], 16, True),
          Words(310, 672, SECOND[17:], 16, True), *column(OTHER, 310, 640, gap=8)]],
        [[*heads(), *column(BODY, 60, 700, 80, gap=8)],
         [Words(60, 765, SECOND, 22), *column(OTHER, 60, 740, 80)]],
    ],
    ids=["below", "beside", "on the next page"],
)  # fmt: skip
def test_several_stories_are_asked_about(tmp_path, pages):
    _, shown, problems = articles(tmp_path, pdf(*pages), "a.pdf")
    assert problems == [
        f"seeds/a.pdf:{problems[0].split(':')[1]}: R007 The pages show signs of 2 articles: "
        f'"{TITLE}" (page 1), "{SECOND}" (page {len(pages)}); only the first is read. Save each article as a '
        "file of its own, or say what the lines are: `lines` in curation/articles/a.yml."
    ]
    assert shown[0]["title"] == TITLE
    assert body(shown[0]) == list(BODY)
    assert "Detlev Brinkmeyer" not in [person["name"] for person in shown[0]["people"]]


def test_a_pull_quote_and_subheads_are_no_stories(tmp_path):
    page = [
        *heads(), *column(BODY[:2], 60, 700, 80, gap=8), Words(60, 600, "„Das Geld fehlt dann“", 18),
        *column(BODY[2:3], 60, 570, 80), Words(60, 500, "Furt statt Brücke", 12, True),
        *column(BODY[3:], 60, 480, 80), *column(OTHER, 60, 400, 80),
    ]  # fmt: skip
    _, _, problems = articles(tmp_path, pdf(page), "a.pdf")
    assert problems == []


def encrypted(password: str, algorithm: str = "RC4-128") -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(pdf([*heads(), *LEFT]))))
    writer.encrypt(password, "owner", algorithm=algorithm)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_missing_library_is_named(tmp_path):
    """In a process of its own that cannot import it."""
    (tmp_path / "a.pdf").write_bytes(encrypted("", "AES-256"))
    script = (
        "import sys; sys.modules['cryptography'] = sys.modules['Crypto'] = None\n"
        "from annotated_archive.file_formats import read_content\n"
        "reading = read_content(open(sys.argv[1], 'rb').read(), '.pdf')\n"
        "print(reading.code, reading.finding, reading.remedy)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "a.pdf")], capture_output=True, text=True
    )
    assert done.stdout == (
        "R004 The PDF is encrypted by AES, which needs a library that is not installed (cryptography). "
        "Install the extra `formats`: pip install 'annotated-archive[formats]'.\n"
    ), done.stderr


def test_a_pdf_that_only_forbids_printing_is_read():
    assert TITLE in read_content(encrypted(""), ".pdf").text
    assert TITLE in read_content(encrypted("", "AES-256"), ".pdf").text


GOOD = pdf([*heads(), *LEFT])
MANY = pdf([Words(60, 700, "x")]).replace(b"/Count 1", b"/Count 999999999")


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (pdf([]), "R001", "no text; run OCR"),
        (pdf(b"q 100 0 0 100 0 0 cm Q"), "R001", "no text; run OCR"),
        (
            pdf([Words(60, 700 - 12 * i, "§$%&/()=!?0123456789") for i in range(9)]),
            "R001",
            "no text; run OCR",
        ),
        (encrypted("secret"), "R002", "password"),
        (GOOD[:40], "R002", "damaged"),
        (GOOD[: len(GOOD) // 3], "R002", "damaged"),
        (b"%PDF-1.7\n", "R002", "damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "R002", "damaged"),
        (GOOD.replace(b"/Kids [7 0 R]", b"/Kids [2 0 R]"), "R002", "damaged"),
        (b"This is plain text.", "R002", "damaged"),
        (b"", "R001", "empty"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(content, code, words):
    reading = read_content(content, ".pdf")
    assert isinstance(reading, Unreadable)
    assert (reading.code, words in reading.finding) == (code, True), reading


@pytest.mark.parametrize(
    "content",
    [
        GOOD[:-200],
        GOOD.replace(b"startxref", b"startxxxx"),
        GOOD.replace(b"/Length ", b"/Length 9999999"),
        MANY,
        b"\r\n\r\n" + GOOD,
        GOOD.replace(b"/F1 3 0 R", b"/F1 99 0 R"),
    ],
)
def test_a_damaged_pdf_is_read_or_said_to_be_damaged(content):
    reading = read_content(content, ".pdf")
    assert isinstance(reading, Unreadable) or reading.text.strip()


def test_a_page_without_text_among_others_is_said(tmp_path):
    _, shown, problems = articles(tmp_path, pdf([*heads(), *LEFT, *RIGHT], []), "a.pdf")
    assert body(shown[0]) == list(BODY)
    assert problems == [
        "seeds/a.pdf: R010 The PDF has no text on page 2; if these are scans, part of the article is missing."
        " Run OCR (for example OCRmyPDF) and put its PDF here."
    ]
