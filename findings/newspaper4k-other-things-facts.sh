#!/usr/bin/env bash
# newspaper4k and defuddle take an article's date and author from whatever JSON-LD of the page has such a property. On a
# page that also describes a reader's comment or the website itself, the commenter becomes the first author and the
# comment's or the website's date the article's; defuddle joins the two dates by a comma.
# Expected: the properties of the NewsArticle. schema.org: datePublished and author are those of the very CreativeWork
# that has them, and Comment, WebSite and NewsArticle are different CreativeWorks. newspaper4k's documentation
# calls publish_date "the parsed publishing date from the article".
# Needs python3 (venv, pip), node and npm. Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install newspaper4k==0.9.6 >/dev/null 2>&1 || exit 2
npm init -y >/dev/null 2>&1 && npm install --silent defuddle@0.19.4 jsdom@22.1.0 >/dev/null 2>&1 || exit 2
cat > pages.py <<'X'
import json

def person(name):
    return {"@type": "Person", "name": name}

text = "".join(f"<p>Der Pegel der Ahle stieg am Abend über {n} Meter, und die Brücke in Lindau blieb bis zum Morgen gesperrt, "
               "sagte die Feuerwehr. Viele Menschen standen am Ufer und sahen dem Wasser zu.</p>" for n in range(2, 8))
article = {"@type": "NewsArticle", "headline": "Pegel steigt", "datePublished": "2016-07-14", "author": person("Mira Holm")}
comment = {"@type": "Comment", "text": "Danke!", "datePublished": "2016-08-01", "author": person("Otto Leser")}
site = {"@type": "WebSite", "name": "Ahle-Bote", "datePublished": "2001-01-01"}
for name, graph in {"alone": [article], "comment": [comment, article], "website": [site, article]}.items():
    data = json.dumps({"@context": "https://schema.org", "@graph": graph})
    page = f'<script type="application/ld+json">{data}</script></head><body><article><h1>Pegel steigt</h1>{text}</article></body>'
    with open(f"{name}.html", "w", encoding="utf-8") as file:
        file.write(f'<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Pegel steigt</title>{page}</html>')
X
cat > paper.py <<'X'
import sys

import newspaper

for name in ("alone", "comment", "website"):
    with open(f"{name}.html", encoding="utf-8") as file:
        article = newspaper.article("https://bote.example/pegel.html", input_html=file.read(), language="de")
    print("newspaper4k", name, ", ".join(article.authors), str(article.publish_date)[:10], sep=" | ")
X
cat > defuddle.mjs <<'X'
import { Defuddle } from "defuddle/node"
import { JSDOM } from "jsdom"
import { readFileSync } from "node:fs"
const address = "https://bote.example/pegel.html"
for (const name of ["alone", "comment", "website"]) {
  const page = new JSDOM(readFileSync(name + ".html", "utf8"), { url: address }).window.document
  const read = await Defuddle(page, address)
  console.log(["defuddle", name, read.author, read.published].join(" | "))
}
X
cat > stated <<'X'
newspaper4k | alone | Mira Holm | 2016-07-14
newspaper4k | comment | Otto Leser, Mira Holm | 2016-08-01
newspaper4k | website | Mira Holm | 2001-01-01
defuddle | alone | Mira Holm | 2016-07-14
defuddle | comment | Otto Leser, Mira Holm | 2016-08-01, 2016-07-14
defuddle | website | Mira Holm | 2001-01-01, 2016-07-14
X
echo "newspaper4k 0.9.6, defuddle 0.19.4; expected everywhere: Mira Holm | 2016-07-14; seen:"
venv/bin/python pages.py && { venv/bin/python paper.py 2>/dev/null; node defuddle.mjs 2>/dev/null; } | tee seen
diff stated seen
