#!/usr/bin/env bash
# edtf-validate calls 29 February valid in every year: "2015-02-29", "1900-02-29" and "2015-02-29~" pass, though
# "2015-02-30" and "2016-06-31" do not, nor the same day as an interval's beginning.
# Expected: False. EDTF's level 0 takes its dates from ISO 8601's calendar; the package exists to tell valid from invalid.
# Who is hurt: whoever lets it guard an archive's dates, since Python's date and every calendar then fail on them.
# Needs python3 (venv, pip). Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install edtf-validate==2.0.0 >/dev/null 2>&1 || exit 2
cat > run.py <<'X'
import sys
from importlib.metadata import version

from edtf_validate.valid_edtf import is_valid

print("edtf-validate", version("edtf-validate"))
cases = {  # date: (expected, stated)
    "2016-02-29": (True, True),
    "2015-02-29": (False, True),
    "1900-02-29": (False, True),
    "2015-02-29~": (False, True),
    "2015-02-30": (False, False),
    "2016-06-31": (False, False),
    "2015-02-29/2015-03": (False, False),
}
for date, (expected, _) in cases.items():
    print(f"{date:20} expected: {expected!s:6} seen: {is_valid(date)}")
sys.exit(any(is_valid(date) != stated for date, (_, stated) in cases.items()))
X
venv/bin/python run.py
