#!/usr/bin/env bash
# FastWARC gives the address of a record as "<https://bote.example/pegel>", brackets and all, where the WARC file is of
# version 1.0 as wget writes it; warcio gives "https://bote.example/pegel". So the same page has two addresses, and a list
# of wanted pages finds none of them.
# Expected: the address. WARC 1.0 (ISO 28500:2009), section 4: uri = "<" URI ">": the brackets dress the field and are no
# part of the URI (an address has none); WARC 1.1 dropped them.
# Needs python3 (venv, pip). Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install FastWARC==2.0.1 warcio==1.8.1 >/dev/null 2>&1 || exit 2
cat > run.py <<'X'
import io
import sys

from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as Warcio

page = b"<p>Der Pegel steigt.</p>"
http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page) + page

def record(address):
    fields = {"WARC-Type": "response", "WARC-Record-ID": "<urn:uuid:11111111-1111-4111-8111-111111111111>",
              "WARC-Date": "2016-07-14T18:30:00Z", "WARC-Target-URI": address,
              "Content-Type": "application/http; msgtype=response", "Content-Length": str(len(http))}
    head = "WARC/1.0\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items()) + "\r\n"
    return head.encode() + http + b"\r\n\r\n"

def fastwarc(data):
    records = ArchiveIterator(io.BytesIO(data), record_types=WarcRecordType.response)
    return [found.headers.get("WARC-Target-URI") for found in records]

def warcio(data):
    return [found.rec_headers.get_header("WARC-Target-URI") for found in Warcio(io.BytesIO(data)) if found.rec_type == "response"]

wanted, same = "https://bote.example/pegel", True
for name, data, stated in (
    ("plain", record(wanted), [wanted]),
    ("in brackets, as wget writes", record(f"<{wanted}>"), [f"<{wanted}>"]),
):
    print(f"{name:28} expected: {[wanted]}  FastWARC 2.0.1: {fastwarc(data)}  warcio 1.8.1: {warcio(data)}")
    same = same and fastwarc(data) == stated and warcio(data) == [wanted]
sys.exit(not same)
X
venv/bin/python run.py
