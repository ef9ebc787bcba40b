#!/usr/bin/env bash
# @retorquere/bibtex-parser (the reader of Better BibTeX) takes EDTF's "~" in a biblatex date for TeX's space and "%" for
# a comment: "2016-07-14~" (about) becomes "2016-07-14", "2016~/2017" becomes "2016 /2017" (a no-break space), with no error. "?" is kept.
# Expected: the date as written. The biblatex manual (2.3.8, "Date and Time Specifications") lists 2016~ as "circa" and
# 2016% as "uncertain and circa" among the valid dates.
# Needs node and npm. Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null 2>&1 && npm install --silent @retorquere/bibtex-parser@9.0.29 >/dev/null 2>&1 || exit 2
cat > run.mjs <<'X'
import { parse } from "@retorquere/bibtex-parser"
import { readFileSync } from "node:fs"
console.log("@retorquere/bibtex-parser", JSON.parse(readFileSync("node_modules/@retorquere/bibtex-parser/package.json")).version)
const stated = { "2016-07-14~": "2016-07-14", "2016-07-14%": "2016-07-14", "2016-07-14?": "2016-07-14?", "2016~/2017": "2016\u00a0/2017", "1914~/1918~": "1914\u00a0/1918" }
let same = true
for (const date in stated) {
  const read = parse(`@article{a, title={T}, date={${date}}, note={n}}`)
  const seen = read.entries[0]?.fields.date
  console.log(date.padEnd(12), "expected:", date.padEnd(12), "seen:", String(seen).padEnd(12), "errors:", read.errors.length)
  same &&= seen === stated[date] && read.errors.length === 0
}
process.exit(same ? 0 : 1)
X
node run.mjs
