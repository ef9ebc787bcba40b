#!/usr/bin/env bash
# syntok ends a German sentence inside a date: "Am 14. Juli stieg der Pegel." becomes "Am 14." and "Juli stieg der Pegel.",
# for all twelve months written out. Its table of months has abbreviations only, and with them ("14. Jul 2016") it is right.
# Expected: one sentence. syntok's README: designed "with the languages Spanish, English, and German in mind", and "the
# world's best sentence segmenter for at least English, Spanish, and German".
# Who is hurt: whoever cuts German press texts into sentences for quotations, search results or a corpus.
# Needs python3 (venv, pip). Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install syntok==1.4.4 >/dev/null 2>&1 || exit 2
cat > run.py <<'X'
import sys
from importlib.metadata import version

from syntok import segmenter

print("syntok", version("syntok"))

def sentences(text):
    return ["".join(token.spacing + token.value for token in sentence).strip()
            for paragraph in segmenter.analyze(text) for sentence in paragraph]

months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
split = [month for month in months if len(sentences(f"Am 14. {month} stieg der Pegel.")) == 2]
print("Am 14. Juli stieg der Pegel.      expected: 1 sentence  seen:", sentences("Am 14. Juli stieg der Pegel."))
print("Sie kam am 14. Jul 2016 an.       expected: 1 sentence  seen:", sentences("Sie kam am 14. Jul 2016 an."))
print("split with", len(split), "of 12 months:", ", ".join(split))
sys.exit(len(split) != 12 or len(sentences("Sie kam am 14. Jul 2016 an.")) != 1)
X
venv/bin/python run.py
