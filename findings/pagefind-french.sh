#!/usr/bin/env bash
# Pagefind finds a French word behind an elision only where the apostrophe is the typewriter's: of "l'hôpital" (U+0027) the
# search for "hôpital" finds the page, of "l’hôpital" (U+2019), as every newspaper prints it, it finds nothing. And "oeuvre"
# does not find "œuvre", while "hopital" does find "hôpital".
# Expected: all of them. The Unicode Standard (6.2, Apostrophes) prefers U+2019 for the apostrophe; French dictionaries and
# library catalogues sort and search œ as oe.
# Who is hurt: readers of French sites. Needs python3 (venv, pip) and node 20. 0: as stated, 1: changed, 2: cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
command -v node >/dev/null || exit 2
python3 -m venv venv >/dev/null && venv/bin/pip -q install pagefind-bin==1.5.2 >/dev/null 2>&1 || exit 2
for name in straight curly ligature; do mkdir -p "site/$name"; done
page() { printf '<!doctype html><html lang="fr"><head><title>%s</title></head><body><main><p>%s</p></main></body></html>' "$1" "$2"; }
page straight "Le maire a visité l'hôpital lundi." > site/straight/index.html
page curly "Le maire a visité l’hôpital mardi." > site/curly/index.html
page ligature "Une œuvre du musée a disparu." > site/ligature/index.html
program=$(venv/bin/python -c 'from pagefind_bin import get_executable; print(get_executable())')
"$program" --site site --quiet >/dev/null 2>&1 || exit 2
cat > run.mjs <<'X'
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
const server = createServer(async (request, answer) => {
  try {
    const file = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const bytes = await readFile("site" + file);
    answer.setHeader("Content-Type", file.endsWith(".js") ? "text/javascript" : "application/octet-stream");
    answer.end(bytes);
  } catch { answer.statusCode = 404; answer.end(); }
}).listen(0, "127.0.0.1");
await new Promise((ready) => server.on("listening", ready));
const base = `http://127.0.0.1:${server.address().port}/pagefind/`;
globalThis.document = { querySelector: () => ({ getAttribute: () => "fr" }), currentScript: null };
globalThis.window = globalThis; globalThis.location = new URL(base);
const load = globalThis.fetch;
globalThis.fetch = (address, ...more) => load(new URL(address, base), ...more);
const source = (await readFile("site/pagefind/pagefind.js", "utf8")).replaceAll("import.meta.url", JSON.stringify(base + "pagefind.js"));
const pagefind = await import("data:text/javascript;base64," + Buffer.from(source).toString("base64"));
await pagefind.options({ basePath: base, baseUrl: "/" });
await pagefind.init("fr");
const stated = { "hôpital": ["/straight/"], "hopital": ["/straight/"], "œuvre": ["/ligature/"], "oeuvre": [] };
const expected = { "hôpital": "/curly/,/straight/", "hopital": "/curly/,/straight/", "œuvre": "/ligature/", "oeuvre": "/ligature/" };
let same = true;
for (const [word, pages] of Object.entries(stated)) {
  const found = await pagefind.search(word);
  const seen = (await Promise.all(found.results.map((r) => r.data()))).map((data) => data.url).sort();
  console.log(`${word}: expected ${expected[word]}   Pagefind 1.5.2: ${seen.join() || "nothing"}`);
  same = same && seen.join() === pages.join();
}
server.close();
process.exit(same ? 0 : 1);
X
node run.mjs 2>error.txt || { code=$?; tail -c 300 error.txt >&2; exit $code; }
