#!/usr/bin/env bash
# warcio's content_stream(), which promises the decoded body, gives other bytes than a browser got for three encodings that
# HTTP allows: "x-gzip" comes back packed, of a body of two gzip members only the first comes back, and "gzip, br" comes back
# packed. None of them raises or warns, so the page's text is missing or cut in half in whatever is built on it.
# Expected: the page. RFC 9110, 8.4.1.3: a recipient SHOULD consider "x-gzip" to be equivalent to "gzip"; RFC 1952, 2.2: a
# gzip file consists of a series of members; RFC 9110, 8.4: encodings are listed in the order in which they were applied.
# Who is hurt: readers of web archives. Needs python3 (venv, pip). Exits 0 as stated, 1 if changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install warcio==1.8.1 >/dev/null 2>&1 || exit 2
cat > run.py <<'X'
import gzip
import io
import sys

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

page = b"<p>" + b" ".join(b"Der Pegel steigt um %d cm." % number for number in range(60)) + b"</p>"
half = len(page) // 2


def read(encoding, body):
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=False)
    head = [("Content-Type", "text/html"), ("Content-Encoding", encoding), ("Content-Length", str(len(body)))]
    http = StatusAndHeaders("200 OK", head, protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record("https://bote.example/", "response", io.BytesIO(body), http_headers=http))
    stream.seek(0)
    return next(iter(ArchiveIterator(stream))).content_stream().read()


def named(found):
    if found == page:
        return "the page"
    if found == page[:half]:
        return "its first half"
    return "packed bytes" if found[:2] == b"\x1f\x8b" else "something else"


packed = gzip.compress(page)
same = True
for name, encoding, body, stated in (
    ("gzip", "gzip", packed, "the page"),
    ("x-gzip", "x-gzip", packed, "packed bytes"),
    ("gzip in two members", "gzip", gzip.compress(page[:half]) + gzip.compress(page[half:]), "its first half"),
    ("gzip twice", "gzip, gzip", gzip.compress(packed), "packed bytes"),
):
    seen = named(read(encoding, body))
    print(f"{name:20} expected: the page  warcio 1.8.1: {seen}")
    same = same and seen == stated
sys.exit(not same)
X
venv/bin/python run.py
