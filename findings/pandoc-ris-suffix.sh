#!/usr/bin/env bash
# RIS writes an author "Last, First, Suffix" (its specification's example: "Phillips,A.J.,Sr."). pandoc reads the parts
# in BibTeX's order, "Last, Suffix, First": the first name becomes "Jr.", and "Martin Luther" the suffix.
# rispy hands the field on as it is.
# Needs python3 with venv and pip. Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null || exit 2
venv/bin/pip -q install pypandoc-binary==1.17 rispy==0.10.0 >/dev/null 2>&1 || exit 2
pandoc=$(venv/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
printf 'TY  - NEWS\r\nID  - a\r\nAU  - Sample, Martin Luther, Jr.\r\nTI  - T\r\nER  - \r\n' > a.ris
"$pandoc" --version | head -1
venv/bin/python -c 'import rispy; print("rispy 0.10.0:", rispy.load(open("a.ris"))[0]["authors"])'
seen=$("$pandoc" -f ris -t csljson a.ris | venv/bin/python -c '
import json, sys
(name,) = json.load(sys.stdin)[0]["author"]
print("; ".join(f"{key} {name[key]}" for key in ("family", "given", "suffix") if key in name))')
echo "seen:     $seen"
echo "expected: family Sample; given Martin Luther; suffix Jr."
[[ $seen == "family Sample; given Jr.; suffix Martin Luther" ]] || { echo "changed"; exit 1; }
