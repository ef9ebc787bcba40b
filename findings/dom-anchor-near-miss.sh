#!/usr/bin/env bash
# dom-anchor-text-quote: a quotation that stands in the text word for word is anchored to another passage that merely
# resembles it, if that one is nearer to the middle of the text: "Am 14. Juli ..." marks "Am 15. Juli ...".
# Expected: the passage that is quoted. Its README promises "finding a quote within a DOM node", with the approximate
# match as a help where the text has changed; the Web Annotation Data Model (4.2.4) means by `exact` "a copy of the text".
# Needs node and npm. Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null 2>&1 && npm install --silent dom-anchor-text-quote@4.0.2 jsdom@22.1.0 >/dev/null 2>&1 || exit 2
cat > run.js <<'X'
const { JSDOM } = require("jsdom"), quotes = require("dom-anchor-text-quote")
console.log("dom-anchor-text-quote", require("dom-anchor-text-quote/package.json").version)
const filler = "Ein Satz steht hier, und ein zweiter folgt ihm nach. "
const pairs = [["Am 14. Juli stieg der Pegel.", "Am 15. Juli stieg der Pegel."], ["Drei Menschen wurden verletzt.", "Zwei Menschen wurden verletzt."],
  ["Mira Holm war dabei.", "Mira Helm war dabei."]]
let stated = true
for (const [exact, other] of pairs) {
  const text = exact + " " + filler.repeat(6) + other + " " + filler.repeat(6)
  const root = new JSDOM(`<p>${text}</p>`).window.document.querySelector("p")
  const found = String(quotes.toRange(root, { exact }))
  console.log(`quoted: ${exact}  stands once: ${text.split(exact).length === 2}  expected: ${exact}  seen: ${found}`)
  stated &&= text.split(exact).length === 2 && found !== exact && other.endsWith(found.slice(-15))
}
process.exit(stated ? 0 : 1)
X
node run.js
