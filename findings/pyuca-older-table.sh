#!/usr/bin/env bash
# pyuca 1.2 ships the collation table of Unicode 10.0, but Collator() sorts by that of 9.0 on every Python since 3.6: it knows
# the Pythons of its time by number and gives the others an older one, without a word. Collator_10_0_0 has to be named.
# Expected: the newest table that is shipped. pyuca's README: the Collator is chosen "based on the Python version".
# Who is hurt: whoever sorts names by pyuca. Needs python3 (venv, pip). 0: as stated, 1: changed, 2: cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install pyuca==1.2 >/dev/null 2>&1 || exit 2
cat > run.py <<'X'
import sys
import unicodedata

import pyuca
from pyuca import collator

print("Python", sys.version.split()[0], "with Unicode", unicodedata.unidata_version)
shipped = sorted((name for name in dir(collator) if name.startswith("Collator_")), key=lambda n: [int(p) for p in n.split("_")[1:]])
seen = type(pyuca.Collator()).__name__
print("tables shipped:", ", ".join(shipped))
print(f"expected: {shipped[-1]}   pyuca 1.2: {seen}")
sys.exit(not (shipped[-1] == "Collator_10_0_0" and seen == "Collator_9_0_0"))
X
venv/bin/python run.py
