#!/usr/bin/env bash
# pypdf does not read /ActualText, by which a PDF says which characters stand behind a drawn glyph. Chromium prints an unused
# soft hyphen (&shy;) as a glyph without width whose ActualText is U+00AD: pypdf gives a space there, so "Dienstagabend" of
# a printed newspaper page becomes "Dienstag abend", and no search and no quotation finds the word.
# Expected: U+00AD or nothing between the letters. ISO 32000-1, 14.9.4: ActualText is an exact replacement for the content,
# for text extraction among others.
# Who is hurt: importers of web pages printed as PDF. Needs python3 (venv, pip). 0: as stated, 1: changed, 2: cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install pypdf==7.1.1 >/dev/null 2>&1 || exit 2
cat > run.py <<'X'
import io
import sys

from pypdf import PdfReader

drawn = b"BT /F1 11 Tf 1 0 0 1 60 700 Tm (Am Dienstag) Tj /Span <</ActualText <FEFF00AD>>> BDC ( ) Tj EMC 56.18 0 Td (abend) Tj ET"
parts = [
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
    b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
]
file, places = b"%PDF-1.4\n", []
for number, part in enumerate(parts, 1):
    places.append(len(file))
    file += b"%d 0 obj\n%s\nendobj\n" % (number, part)
start = len(file)
file += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
file += b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start
seen = PdfReader(io.BytesIO(file)).pages[0].extract_text().strip()
print("expected: 'Am Dienstag\\xadabend' or 'Am Dienstagabend'   pypdf 7.1.1:", repr(seen))
sys.exit(seen != "Am Dienstag abend")
X
venv/bin/python run.py
