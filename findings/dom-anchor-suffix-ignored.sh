#!/usr/bin/env bash
# dom-anchor-text-quote: as soon as the prefix is found, the suffix is not looked at. Where a question and its answer
# occur twice, the selector that the library itself wrote for one passage leads to the other; and because an empty prefix
# counts as found (in the middle of the text), a headline's own selector leads to a later repetition of its words.
# Expected: both contexts decide. Its README: "optional context strings and/or offset hint to disambiguate matches";
# the Web Annotation Data Model (4.2.4): prefix and suffix together "distinguish between multiple copies".
# Needs node and npm. Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null 2>&1 && npm install --silent dom-anchor-text-quote@4.0.2 jsdom@22.1.0 >/dev/null 2>&1 || exit 2
cat > run.js <<'X'
const { JSDOM } = require("jsdom"), quotes = require("dom-anchor-text-quote")
console.log("dom-anchor-text-quote", require("dom-anchor-text-quote/package.json").version)
const filler = "Ein Satz steht hier, und ein zweiter folgt ihm nach. "
const asked = "Auf die Frage nach dem Pegel sagte Mira Holm: ", answer = "Kein Kommentar."
const interview = filler.repeat(3) + asked + answer + " Das war am Montag. " + filler.repeat(2) + asked + answer + " Das war am Freitag. " + filler.repeat(3)
const headed = "Der Pegel steigt. Ein Bericht aus Lindau. " + filler.repeat(5) + "Der Pegel steigt. So sagte es Jo Lind. " + filler.repeat(4)
let stated = true
for (const [name, text, exact] of [["first answer", interview, answer], ["headline", headed, "Der Pegel steigt."]]) {
  const root = new JSDOM(`<p>${text}</p>`).window.document.querySelector("p")
  const start = text.indexOf(exact), written = quotes.fromTextPosition(root, { start, end: start + exact.length })
  const seen = quotes.toTextPosition(root, written)
  console.log(`${name}: ${JSON.stringify(written)}\n  expected: offset ${start}  seen: offset ${seen.start}, where "${text.slice(seen.end, seen.end + 20)}" follows`)
  stated &&= seen.start === text.lastIndexOf(exact) && seen.start !== start
}
process.exit(stated ? 0 : 1)
X
node run.js
