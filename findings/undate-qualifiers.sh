#!/usr/bin/env bash
# undate reads the EDTF signs "?", "~" and "%" and forgets them without a word: "2016-07~" (about July 2016) becomes
# "2016-07", equal to it and written so again. What it does not support it refuses ("2016-07-~14": ValueError).
# Expected: the sign kept, or the same refusal. EDTF level 1, "Qualification of a date"; undate's converter promises
# "parsing and serializing dates and date ranges in EDTF format" and to refuse "not a supported EDTF date format".
# Needs python3 (venv, pip). Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install undate==0.8.0 >/dev/null 2>&1 || exit 2
cat > run.py <<'X'
import sys
from importlib.metadata import version

from undate.converters.edtf import EDTFDateConverter

print("undate", version("undate"))
edtf, stated = EDTFDateConverter(), True
for written in ("2016?", "2016-07~", "2016-07-14~", "2016-07-14%", "2016?/2017~"):
    read, plain = edtf.parse(written), written.translate(str.maketrans("", "", "?~%"))
    seen = edtf.to_string(read)
    print(f"{written:12} expected: {written:12} or ValueError   seen: {seen:12} equal to {plain}: {read == edtf.parse(plain)}")
    stated = stated and seen == plain and read == edtf.parse(plain)
try:
    print("2016-07-~14  seen:", edtf.to_string(edtf.parse("2016-07-~14")))
    stated = False
except ValueError as refusal:
    print("2016-07-~14  seen: ValueError:", refusal)
sys.exit(not stated)
X
venv/bin/python run.py
