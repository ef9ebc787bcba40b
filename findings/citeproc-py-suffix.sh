#!/usr/bin/env bash
# Zotero keeps "Jr." and a particle with the first names, "Martin Luther, Jr." and "Otto von", and writes them so to
# CSL-JSON; citeproc-js and pandoc find both there. citeproc-py makes the initials "M. L. J." and prints "O. von .".
# Needs python3 (venv, pip), node and npm. Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null || exit 2
venv/bin/pip -q install lxml==6.0.2 citeproc-py==0.11.1 >/dev/null 2>&1 || exit 2
npm init -y >/dev/null 2>&1 && npm install --silent citeproc@2.4.63 >/dev/null 2>&1 || exit 2
locale=$(find venv -name locales-en-US.xml | head -1)
cat > style.csl <<'X'
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>t</title><id>t</id><updated>2025-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><names variable="author"><name name-as-sort-order="all" initialize-with=". "/></names></layout>
</bibliography></style>
X
cat > items.json <<'X'
[{"id":"a","type":"book","title":"T","author":[{"family":"Sample","given":"Martin Luther, Jr."}]},
 {"id":"b","type":"book","title":"T","author":[{"family":"Muster","given":"Otto von"}]}]
X
cat > run.js <<'X'
const CSL = require("citeproc"), fs = require("fs")
const items = Object.fromEntries(JSON.parse(fs.readFileSync("items.json")).map((item) => [item.id, item]))
const text = fs.readFileSync(process.argv[2], "utf8")
const engine = new CSL.Engine({ retrieveLocale: () => text, retrieveItem: (id) => items[id] }, fs.readFileSync("style.csl", "utf8"))
engine.setOutputFormat("text"); engine.updateItems(["a", "b"])
console.log(engine.makeBibliography()[1].map((line) => line.trim()).join("; "))
X
cat > run.py <<'X'
import json
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
items = json.load(open("items.json"))
listing = CitationStylesBibliography(CitationStylesStyle("style.csl", validate=False), CiteProcJSON(items), formatter.plain)
for item in items:
    listing.register(Citation([CitationItem(item["id"])]))
print("; ".join(str(entry) for entry in listing.bibliography()))
X
js=$(node run.js "$locale"); py=$(venv/bin/python run.py 2>/dev/null)
echo "citeproc-js 2.4.63  seen: $js"
echo "citeproc-py 0.11.1  seen: $py"
echo "expected of both:         Sample, M. L., Jr.; Muster, O. von"
[[ $js == 'Sample, M. L., Jr.; Muster, O. von' ]] || { echo "citeproc-js has changed"; exit 1; }
[[ $py == 'Sample, M. L. J.; Muster, O. von .' ]] || { echo "citeproc-py has changed"; exit 1; }
