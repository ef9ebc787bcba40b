#!/usr/bin/env bash
# Pagefind's index of the same pages is another one at each run as soon as they have filters: the files filter/*.pf_filter and
# pagefind.*.pf_meta get other names, though Pagefind names files after a checksum of what they hold; fragments and index
# chunks keep theirs. A site in git or on a CDN changes at each build, and two builds cannot be compared.
# Expected: the same names for the same pages. The documentation says nothing of it; Pagefind's own fragments show the intent.
# Who is hurt: whoever wants reproducible sites. Needs python3 (venv, pip). 0: as stated, 1: changed, 2: cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install pagefind-bin==1.5.2 >/dev/null 2>&1 || exit 2
program=$(venv/bin/python -c 'from pagefind_bin import get_executable; print(get_executable())')
for number in 1 2 3 4 5 6 7 8 9; do
  mkdir -p "site/$number"
  printf '<!doctype html><html lang="de"><head><title>Seite %s</title></head><body><main><p data-pagefind-filter="Blatt:Bote %s">' \
    "$number" "$((number % 4))" > "site/$number/index.html"
  printf 'Der Pegel stieg um %s Zentimeter.</p></main></body></html>' "$number" >> "site/$number/index.html"
done
for run in 1 2 3 4 5 6; do
  rm -rf "index$run"
  "$program" --site site --output-path "index$run" --quiet >/dev/null 2>&1 || exit 2
  for kind in pf_fragment pf_index pf_filter pf_meta; do
    find "index$run" -name "*.$kind" -printf '%f\n' | sort > "$kind.$run"
  done
done
changed=""
for kind in pf_fragment pf_index pf_filter pf_meta; do
  if [ "$(cat "$kind".? | sort | uniq -c | awk '$1 != 6' | wc -l)" -eq 0 ]; then seen="the same"; else seen="others"; changed="$changed $kind"; fi
  echo "names of .$kind in six runs   expected: the same   Pagefind 1.5.2: $seen"
done
[ "$changed" = " pf_filter pf_meta" ]
