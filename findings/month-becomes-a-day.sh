#!/usr/bin/env bash
# newspaper4k and goose3 make of an article's date "2016-07" (a month: valid ISO 8601, valid schema.org Date) the day of
# the month on which they happen to run: the same saved page has another date tomorrow. @extractus/article-extractor
# makes it the first of the month. None of them lets see that no day was given (goose3 keeps the text in another field).
# Expected: no day, or no date. schema.org's Date is a date in ISO 8601's form, which knows reduced precision.
# Needs python3 (venv, pip), node and npm. Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install newspaper4k==0.9.6 goose3==3.1.22 >/dev/null 2>&1 || exit 2
npm init -y >/dev/null 2>&1 && npm install --silent @extractus/article-extractor@9.0.1 >/dev/null 2>&1 || exit 2
cat > paper.py <<'X'
import datetime
import sys

import newspaper
from goose3 import Goose

text = "".join(f"<p>Der Pegel der Ahle stieg am Abend über {n} Meter, und die Brücke in Lindau blieb bis zum Morgen gesperrt, "
               "sagte die Feuerwehr. Viele Menschen standen am Ufer und sahen dem Wasser zu.</p>" for n in range(2, 8))
data = '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Pegel steigt", "datePublished": "2016-07"}'
page = (f'<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Pegel steigt</title><script type="application/ld+json">'
        f"{data}</script></head><body><article><h1>Pegel steigt</h1>{text}</article></body></html>")
with open("page.html", "w", encoding="utf-8") as file:
    file.write(page)
first = newspaper.article("https://bote.example/pegel.html", input_html=page, language="de").publish_date
second = Goose().extract(url="https://bote.example/pegel.html", raw_html=page).publish_datetime_utc
today = datetime.date.today().day
print(f"today is day {today} of its month; expected: July 2016 without a day")
print("newspaper4k 0.9.6   seen:", first)
print("goose3 3.1.22       seen:", second)
sys.exit([(date.year, date.month, date.day) for date in (first, second)] != [(2016, 7, today)] * 2)
X
cat > extractus.mjs <<'X'
import { extractFromHtml } from "@extractus/article-extractor"
import { readFileSync } from "node:fs"
const { published } = await extractFromHtml(readFileSync("page.html", "utf8"), "https://bote.example/pegel.html")
console.log("article-extractor 9.0.1  seen:", published)
process.exit(published === "2016-07-01T00:00:00.000Z" ? 0 : 1)
X
venv/bin/python paper.py 2>/dev/null && TZ=UTC node extractus.mjs
