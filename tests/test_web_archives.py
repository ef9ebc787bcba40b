"""Web archives: each recorded page with a text is an article, however it is chunked, compressed, packed."""

import gzip
import io
import json
import subprocess
import sys
import zipfile
import zlib

import brotli
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from annotated_archive.file_formats import Reading, Unreadable, read_content

from .pdf_samples import BODY, TITLE
from .test_pdf import OTHER, SECOND
from .test_press_databases import articles

HOST = "https://www.grauburger-bote.example"
FIRST, OTHER_PAGE = f"{HOST}/lokales/bruecke.html", f"{HOST}/natur/orchidee.html"


def page(title, texts, head=""):
    return (
        f'<!DOCTYPE html><html lang="de"><head>{head}<title>{title} | Grauburger Bote</title></head><body>'
        f"<h1>{title}</h1><p>Von Ulla Kersting</p><p>12. März 2019</p>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in texts)
        + "</body></html>"
    )


BRIDGE, ORCHID = page(TITLE, BODY), page(SECOND, OTHER)
FRAME = "<html><body>Anzeige</body></html>"
HTML = "text/html; charset=utf-8"


def record(url, body, kind=HTML, status="200 OK", typ="response", **headers):
    """A record's arguments; headers with `_` for `-`."""
    named = [("Content-Type", kind), *((name.replace("_", "-"), value) for name, value in headers.items())]
    return url, body.encode() if isinstance(body, str) else body, named, status, typ


def warc(*records, packed=False):
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    moment = {"WARC-Date": "2019-03-13T09:30:00Z"}
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "invented"}))
    for url, body, headers, status, typ in records:
        if typ == "revisit":
            made = writer.create_revisit_record(url, "sha1:ABC", url, "2019-01-01T00:00:00Z")
        else:
            told = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
            made = writer.create_warc_record(
                url, typ, io.BytesIO(body), http_headers=told, warc_headers_dict=moment
            )
        writer.write_record(made)
    return stream.getvalue()


def chunked(body):
    parts = [body[i : i + 300] for i in range(0, len(body), 300)]
    return b"".join(b"%x;x=1\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def raw_deflate(body):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


RAW = BRIDGE.encode()
HALVES = gzip.compress(RAW[:700]) + gzip.compress(RAW[700:])
BODIES = {
    "plain": record(FIRST, RAW),
    "chunked": record(FIRST, chunked(RAW), Transfer_Encoding="chunked"),
    "not chunked as said": record(FIRST, RAW, Transfer_Encoding="chunked"),
    "gzip": record(FIRST, gzip.compress(RAW), Content_Encoding="gzip"),
    "x-gzip": record(FIRST, gzip.compress(RAW), Content_Encoding="x-gzip"),
    "gzip of two members": record(FIRST, HALVES, Content_Encoding="gzip"),
    "not gzip as said": record(FIRST, RAW, Content_Encoding="gzip"),
    "deflate": record(FIRST, zlib.compress(RAW), Content_Encoding="deflate"),
    "raw deflate": record(FIRST, raw_deflate(RAW), Content_Encoding="deflate"),
    "brotli": record(FIRST, brotli.compress(RAW), Content_Encoding="br"),
    "brotli of gzip": record(FIRST, brotli.compress(gzip.compress(RAW)), Content_Encoding="gzip, br"),
    "chunked gzip": record(
        FIRST, chunked(gzip.compress(RAW)), Transfer_Encoding="chunked", Content_Encoding="GZIP"
    ),
    "zstd said of what is none": record(FIRST, RAW, Content_Encoding="zstd"),
    "charset of the header": record(FIRST, BRIDGE.encode("cp1252"), "text/html;charset=ISO-8859-1"),
    "charset of the page": record(
        FIRST, page(TITLE, BODY, "<meta charset=windows-1252>").encode("cp1252"), "text/html"
    ),
    "xhtml": record(FIRST, RAW, "application/xhtml+xml"),
    "resource": record(FIRST, RAW, typ="resource"),
}


def says(one, title=TITLE, texts=BODY, address=FIRST):
    assert (one["title"], one["date"], one["authors"]) == (title, "2019-03-12", ["Ulla Kersting"])
    assert (one["url"], one["outlet"]) == (address, "grauburger-bote.example")
    assert [s["text"] for s in one["segments"] if s["kind"] in ("lead", "body")] == list(texts)
    assert {"field": "saved", "value": "2019-03-13T09:30", "source": "saved-by-browser"} in one["hints"]


@pytest.mark.parametrize("recorded", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("packed", [False, True])
def test_a_page_however_it_was_sent(tmp_path, recorded, packed):
    if recorded[4] == "resource":
        stream = io.BytesIO()
        writer = WARCWriter(stream, gzip=packed)
        moment = {"WARC-Date": "2019-03-13T09:30:00Z"}
        made = writer.create_warc_record(
            FIRST, "resource", io.BytesIO(RAW), warc_content_type=HTML, warc_headers_dict=moment
        )
        writer.write_record(made)
        content = stream.getvalue()
    else:
        content = warc(recorded, packed=packed)
    found, shown, problems = articles(tmp_path, content, "a.warc.gz" if packed else "a.warc")
    assert problems == []
    assert [saved.part for saved in found] == [""]
    says(shown[0])


SITE = [
    record(f"{HOST}/alt", "", status="301 Moved", Location=FIRST),
    record(FIRST, BRIDGE),
    record(f"{HOST}/style.css", "p{}", "text/css"),
    record(f"{HOST}/photo.jpg", b"\xff\xd8\xff", "image/jpeg"),
    record("https://ads.example/frame", FRAME),
    record(f"{HOST}/missing", page("404", BODY), status="404 Not Found"),
    record(OTHER_PAGE, ORCHID),
    record(FIRST, "", typ="revisit"),
    record(FIRST + "#comments", BRIDGE),
]
PLAIN = warc(*SITE)


def zipped(files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return stream.getvalue()


LIST = "\n".join(
    json.dumps(line)
    for line in [
        {"format": "json-pages-1.0", "id": "pages"},
        {"url": OTHER_PAGE, "title": SECOND, "ts": "2019-03-13T09:30:00Z"},
        {"url": FIRST + "#top", "ts": "2019-03-13T09:30:00Z"},
    ]
)
BUSY = warc(*SITE, record(f"{HOST}/impressum", page("Impressum", BODY)), packed=True)


@pytest.mark.parametrize(
    ("name", "content", "order"),
    [
        ("a.warc", PLAIN, "12"),
        ("a.warc.gz", warc(*SITE, packed=True), "12"),
        ("a.warc.gz", gzip.compress(PLAIN), "12"),
        ("a.txt", PLAIN, "12"),
        ("a.warc", PLAIN[:-80], "12"),
        (
            "a.wacz",
            zipped({"archive/data.warc.gz": warc(*SITE, packed=True), "datapackage.json": "{}"}),
            "12",
        ),
        ("a.wacz", zipped({"archive/data.warc": BUSY, "pages/pages.jsonl": LIST}), "21"),
        ("a.wacz", zipped({"archive/1.warc.gz": BUSY, "pages/pages.jsonl": "{broken\n" + LIST}), "21"),
    ],
)
def test_each_page_of_an_archive_is_an_article(tmp_path, name, content, order):
    found, shown, problems = articles(tmp_path, content, name)
    assert problems == []
    assert [saved.part for saved in found] == ["1", "2"]
    assert [saved.key.partition("#")[2] for saved in found] == ["1", "2"]
    by_number = dict(zip(order, shown, strict=True))
    says(by_number["1"])
    says(by_number["2"], SECOND, OTHER, OTHER_PAGE)


def test_what_stands_before_a_damage_is_read(tmp_path):
    _, shown, problems = articles(tmp_path, warc(record(FIRST, BRIDGE)) + b"WARC/1.0\r\nbroken" * 3, "a.warc")
    says(shown[0])
    assert [problem.partition(": R010")[0] for problem in problems] in ([], ["seeds/a.warc"])


def test_a_missing_library_is_named(tmp_path):
    (tmp_path / "a.warc").write_bytes(warc(BODIES["brotli"]))
    script = (
        "import sys; sys.modules['brotli'] = None\n"
        "from annotated_archive.file_formats import read_content\n"
        "reading = read_content(open(sys.argv[1], 'rb').read(), '.warc')\n"
        "print(reading.code, reading.finding, reading.remedy)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "a.warc")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == (
        "R004 Pages are compressed by Brotli, which needs a library that is not installed (brotli). "
        "Install the extra `formats`: pip install 'annotated-archive[formats]'.\n"
    ), done.stderr


@pytest.mark.parametrize(
    ("content", "suffix", "code"),
    [
        (b"", ".warc", "R001"),
        (b"WARC/1.0\r\n", ".warc", None),
        (b"abc\n" * 10, ".warc", None),
        (gzip.compress(b"not an archive"), ".gz", "R004"),
        (gzip.compress(PLAIN)[:60], ".gz", None),
        (warc(record(FIRST, b"(\xb5/\xfd abc", Content_Encoding="zstd")), ".warc", "R004"),
        (warc(record(FIRST, "<html></html>")), ".warc", "R001"),
        (warc(record(FIRST, BRIDGE, status="500 Error")), ".warc", "R001"),
        (
            warc(record(FIRST, BRIDGE)).replace(b"Content-Length: ", b"Content-Length: 99999999"),
            ".warc",
            None,
        ),
        (b"PK\x03\x04 archive/ .warc", ".wacz", "R002"),
        (zipped({"a.txt": "x"}), ".wacz", "R001"),
        (zipped({"archive/a.warc": b"junk"}), ".wacz", None),
        (warc(record(FIRST, brotli.compress(RAW)[:90], Content_Encoding="br")), ".warc", None),
        (warc(record(FIRST, gzip.compress(b"\0" * 200_000_000), Content_Encoding="gzip")), ".warc", None),
    ],
)
def test_what_cannot_be_read_says_so(content, suffix, code):
    reading = read_content(content, suffix)
    if code is None:
        assert isinstance(reading, Unreadable | Reading)
    else:
        assert isinstance(reading, Unreadable), reading
        assert reading.code == code, reading
