#!/usr/bin/env bash
# docx2txt and docx2python drop Word's no-break hyphen (Ctrl+Shift+Hyphen): "Mira Holm-Lind" becomes "Mira HolmLind", and
# "2015-2016" becomes "20152016". mammoth keeps it.
# Expected: a hyphen. ECMA-376 part 1, 17.3.3.18: noBreakHyphen stands for a non-breaking hyphen character at
# its place in the run; it is text.
# Who is hurt: whoever imports articles typed in Word; double names and ranges of years are where such a hyphen is put.
# Needs python3 (venv, pip). Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 >/dev/null 2>&1 || exit 2
cat > run.py <<'X'
import sys
import zipfile

import docx2txt
import mammoth
from docx2python import docx2python

office = "http://schemas.openxmlformats.org"
hyphen = "<w:r><w:noBreakHyphen/></w:r>"
def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
body = f"<w:p>{run('Von Mira Holm')}{hyphen}{run('Lind, 2015')}{hyphen}{run('2016')}</w:p>"
parts = {
    "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types"><Default Extension="rels" ContentType="application/'
    'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName='
    '"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="rId1" Type="{office}/'
    'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{office}/package/2006/relationships"/>',
    "word/document.xml": f'<w:document xmlns:w="{office}/wordprocessingml/2006/main" xmlns:r="{office}/officeDocument/'
    f'2006/relationships"><w:body>{body}</w:body></w:document>',
}
with zipfile.ZipFile("a.docx", "w") as file:
    for name, content in parts.items():
        file.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + content)
with open("a.docx", "rb") as file:
    kept = mammoth.extract_raw_text(file).value.strip()
seen = {"docx2txt 0.9": docx2txt.process("a.docx").strip(), "docx2python 3.7.1": docx2python("a.docx").text.strip(), "mammoth 1.13.0": kept}
for tool, text in seen.items():
    print(f"{tool:18} expected: Von Mira Holm\u2011Lind, 2015\u20112016   seen: {text}")
lost, right = "Von Mira HolmLind, 20152016", "Von Mira Holm\u2011Lind, 2015\u20112016"
sys.exit(list(seen.values()) != [lost, lost, right])
X
venv/bin/python run.py
