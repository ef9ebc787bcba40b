#!/usr/bin/env bash
# CSL-JSON has no open range of dates ("published from 14 July 2016 on") that both big citation processors print.
# citeproc-js documents zeros for the open end, [[2016,7,14],[0,0,0]], and stops at [[2016,7,14],[0]];
# pandoc prints the second one and makes "July 14, 2016–0," of the first.
# Needs python3 (venv, pip), node and npm. Exits 0 if both behave as stated, 1 if one has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null || exit 2
venv/bin/pip -q install pypandoc-binary==1.17 lxml==6.0.2 citeproc-py==0.11.1 >/dev/null 2>&1 || exit 2
npm init -y >/dev/null 2>&1 && npm install --silent citeproc@2.4.63 >/dev/null 2>&1 || exit 2
pandoc=$(venv/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
locale=$(find venv -name locales-en-US.xml | head -1)
cat > style.csl <<'X'
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>t</title><id>t</id><updated>2025-01-01T00:00:00+00:00</updated></info>
<citation><layout><date variable="issued" form="text"/></layout></citation>
<bibliography><layout><date variable="issued" form="text"/></layout></bibliography></style>
X
cat > run.js <<'X'
const CSL = require("citeproc"), fs = require("fs")
const [file, locale] = process.argv.slice(2)
const items = JSON.parse(fs.readFileSync(file)), text = fs.readFileSync(locale, "utf8")
const sys = { retrieveLocale: () => text, retrieveItem: () => items[0] }
try {
  const engine = new CSL.Engine(sys, fs.readFileSync("style.csl", "utf8"))
  engine.setOutputFormat("text"); engine.updateItems(["a"])
  console.log(engine.makeBibliography()[1].join("").trim())
} catch (error) { console.log("stops: " + error) }
X
changed=0
check() { # name, seen, wanted
  printf '%-28s seen: %-70s expected of a user: July 14, 2016–\n' "$1" "$2"
  [[ "$2" == $3 ]] || { echo "  changed: as stated it was $3"; changed=1; }
}
"$pandoc" --version | head -1; echo "citeproc-js $(node -p 'require("citeproc/package.json").version')"
for end in '[0,0,0]' '[0]'; do
  echo "[{\"id\":\"a\",\"type\":\"article-newspaper\",\"title\":\"T\",\"issued\":{\"date-parts\":[[2016,7,14],$end]}}]" > items.json
  js=$(node run.js items.json "$locale")
  pd=$(echo '[@a]' | "$pandoc" -C --csl style.csl --bibliography items.json -M lang=en-US -M suppress-bibliography=true -t plain --wrap=none)
  case $end in
    '[0,0,0]') check "citeproc-js $end" "$js" 'July 14, 2016–'; check "pandoc $end" "$pd" 'July 14, 2016–0,*' ;;
    '[0]') check "citeproc-js $end" "$js" 'stops:*element mismatch*'; check "pandoc $end" "$pd" 'July 14, 2016–' ;;
  esac
done
exit $changed
