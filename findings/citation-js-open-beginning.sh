#!/usr/bin/env bash
# citation-js: one entry with a date whose beginning is open ("../2016-07-14", valid in biblatex) makes it throw
# "Failed to convert date to issued" for the whole .bib file: the other entries are lost too. An open end is read.
# Needs node and npm. Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null 2>&1 && npm install --silent @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 >/dev/null 2>&1 || exit 2
cat > run.js <<'X'
require("@citation-js/plugin-bibtex")
const { Cite } = require("@citation-js/core")
console.log("citation-js", require("@citation-js/core/package.json").version)
const read = (date) => {
  const entry = (key, date) => `@article{${key}, title={T}, journaltitle={J}, date={${date}}}\n`
  try { return new Cite(entry("good", "2016-07-15") + entry("other", date)).data.length + " entries" }
  catch (error) { return "throws: " + error.message }
}
const seen = { "2016-07-14/..": read("2016-07-14/.."), "../2016-07-14": read("../2016-07-14"), "/2016-07-14": read("/2016-07-14") }
for (const [date, what] of Object.entries(seen)) console.log(date.padEnd(16), "expected: 2 entries  seen:", what)
const stated = seen["2016-07-14/.."] === "2 entries" && ["../2016-07-14", "/2016-07-14"].every((d) => seen[d].startsWith("throws: Failed to convert"))
process.exit(stated ? 0 : 1)
X
node run.js
