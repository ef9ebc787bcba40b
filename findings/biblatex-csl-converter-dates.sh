#!/usr/bin/env bash
# biblatex-csl-converter (of Fidus Writer) reads CSL-JSON dates in part: of a range of days only the first day is left, of
# summer 2016 only 2016, and of {"raw": ...} and {"literal": ...} nothing; the language is lost too. No error, no warning.
# From biblatex it reads the range, and writes both days to CSL. And it writes the number of a newspaper's issue (biblatex
# `number`) as "collection-number", the number in a series, which styles do not print for an article.
# Expected: the dates, or an entry in parser.warnings, as its README promises "for less serious issues". CSL 1.0.2,
# csl-data.json: date-parts may hold two dates; season, raw and literal are fields of a date. biblatex's manual (2.2.2):
# number is "the number of a journal or the volume/number of a book in a series"; CSL's term for the first is `issue`.
# Needs node and npm. Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null 2>&1 && npm install --silent biblatex-csl-converter@3.2.2 >/dev/null 2>&1 || exit 2
cat > run.mjs <<'X'
import { BibLatexParser, CSLExporter, CSLParser } from "biblatex-csl-converter"
console.log("biblatex-csl-converter 3.2.2")
const dates = {
  "range of days": [{ "date-parts": [[2016, 7, 14], [2016, 7, 16]] }, "2016-07-14"],
  "summer 2016": [{ "date-parts": [[2016]], season: 2 }, "2016"],
  raw: [{ raw: "2016-07-14" }, ""],
  literal: [{ literal: "Sommer 2016" }, ""],
}
let same = true
for (const [name, [issued, stated]] of Object.entries(dates)) {
  const parser = new CSLParser({ a: { id: "a", type: "article-newspaper", title: "T", language: "de-DE", issued } })
  const { date, langid } = parser.parse()["1"].fields, said = parser.errors.length + parser.warnings.length
  console.log(`${name}: ${JSON.stringify(issued)}  seen: date ${JSON.stringify(date)}, language ${JSON.stringify(langid)}, said: ${said}`)
  same &&= date === stated && langid === "" && said === 0
}
const entry = "@article{a, entrysubtype={newspaper}, title={T}, journaltitle={Ahle-Bote}, date={2016-07-14/2016-07-16}, number={163}}"
const csl = new CSLExporter(new BibLatexParser(entry).parse().entries).parse()["1"]
console.log(`number={163}  expected: issue 163  seen: ${JSON.stringify(csl)}`)
same &&= csl["collection-number"] === "163" && csl.issue === undefined && csl.issued["date-parts"].length === 2
process.exit(same ? 0 : 1)
X
node run.mjs
