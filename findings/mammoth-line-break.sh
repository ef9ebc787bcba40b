#!/usr/bin/env bash
# mammoth's extract_raw_text drops a line break inside a paragraph (Shift+Enter) and joins the words on both sides:
# a head of "Pegel steigt", "Von Mira Holm", "14. Juli 2016" becomes "Pegel steigtVon Mira Holm14. Juli 2016", without a
# message. convert_to_html has <br /> there, and a tab is kept as a tab.
# Expected: a line feed or a space. mammoth's README: extract_raw_text will "ignore all formatting in the document"; the
# break is no formatting but content (ECMA-376 part 1, 17.3.3.1: br is part of a run's content).
# Who is hurt: whoever imports articles from press databases and mails saved in Word, which set their heads with such breaks.
# Needs python3 (venv, pip). Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install mammoth==1.13.0 >/dev/null 2>&1 || exit 2
cat > run.py <<'X'
import sys
import zipfile

import mammoth

office = "http://schemas.openxmlformats.org"
line = "<w:r><w:br/></w:r>"
def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
body = f"<w:p>{run('Pegel steigt')}{line}{run('Von Mira Holm')}{line}{run('14. Juli 2016')}</w:p>"
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
    raw = mammoth.extract_raw_text(file)
with open("a.docx", "rb") as file:
    html = mammoth.convert_to_html(file).value
print("mammoth 1.13.0, extract_raw_text  expected: three lines, or words apart")
print("  seen:", repr(raw.value), "messages:", raw.messages)
print("  convert_to_html:", html)
stated = raw.value.strip() == "Pegel steigtVon Mira Holm14. Juli 2016" and not raw.messages and html.count("<br />") == 2
sys.exit(not stated)
X
venv/bin/python run.py
