#!/usr/bin/env bash
# JSON-LD may name an author by plain text: {"author": "Mira Holm"}. goose3 makes nine authors of it, one for each
# letter; defuddle has no author at all. Both read {"author": {"@type": "Person", "name": "Mira Holm"}}.
# Expected: Mira Holm. schema.org's page on its data model ("Conformance") tells consumers to expect plain text where a
# Person, a Place or another thing is named as a property's type.
# Needs python3 (venv, pip), node and npm. Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install goose3==3.1.22 >/dev/null 2>&1 || exit 2
npm init -y >/dev/null 2>&1 && npm install --silent defuddle@0.19.4 jsdom@22.1.0 >/dev/null 2>&1 || exit 2
cat > goose.py <<'X'
import json

from goose3 import Goose

text = "".join(f"<p>Der Pegel der Ahle stieg am Abend über {n} Meter, und die Brücke in Lindau blieb bis zum Morgen gesperrt, "
               "sagte die Feuerwehr. Viele Menschen standen am Ufer und sahen dem Wasser zu.</p>" for n in range(2, 8))
for name, author in {"person": {"@type": "Person", "name": "Mira Holm"}, "text": "Mira Holm"}.items():
    data = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Pegel steigt", "author": author})
    page = (f'<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Pegel</title><script type="application/ld+json">'
            f"{data}</script></head><body><article><h1>Pegel steigt</h1>{text}</article></body></html>")
    with open(f"{name}.html", "w", encoding="utf-8") as file:
        file.write(page)
    print("goose3", name, "; ".join(Goose().extract(raw_html=page).authors), sep=" | ")
X
cat > defuddle.mjs <<'X'
import { Defuddle } from "defuddle/node"
import { JSDOM } from "jsdom"
import { readFileSync } from "node:fs"
const address = "https://bote.example/pegel.html"
for (const name of ["person", "text"]) {
  const page = new JSDOM(readFileSync(name + ".html", "utf8"), { url: address }).window.document
  console.log(["defuddle", name, (await Defuddle(page, address)).author].join(" | "))
}
X
printf '%s\n' 'goose3 | person | Mira Holm' 'goose3 | text | M; i; r; a;  ; H; o; l; m' 'defuddle | person | Mira Holm' 'defuddle | text | ' > stated
echo "goose3 3.1.22, defuddle 0.19.4; expected everywhere: Mira Holm; seen:"
{ venv/bin/python goose.py 2>/dev/null; node defuddle.mjs 2>/dev/null; } | tee seen
diff stated seen
