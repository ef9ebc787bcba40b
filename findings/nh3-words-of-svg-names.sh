#!/usr/bin/env bash
# nh3 keeps the words of an element that is not allowed (it takes the tags away), but not those of <text>, <g>, <mi> or other
# names that SVG and MathML know: the words go too, though such an element outside of <svg> is an unknown one in HTML, and
# though clean_content_tags, which names what loses its words, is empty. "<g>Gallen</g>" of a digital edition vanishes.
# Expected: the words. nh3's documentation: clean_content_tags are the tags "whose contents will be completely removed".
# Who is hurt: whoever cleans TEI-like or hand-written markup. Needs python3 (venv, pip). 0: as stated, 1: changed, 2: cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install nh3==0.3.8 >/dev/null 2>&1 || exit 2
cat > run.py <<'X'
import sys

import nh3

stated = {"persName": "<p>in St. Gallen heute</p>", "foo": "<p>in St. Gallen heute</p>",
          "text": "<p>in  heute</p>", "g": "<p>in  heute</p>", "mi": "<p>in  heute</p>"}
same = True
for tag, known in stated.items():
    seen = nh3.clean(f"<p>in <{tag}>St. Gallen</{tag}> heute</p>", tags={"p"}, clean_content_tags=set())
    print(f"{tag:9} expected: <p>in St. Gallen heute</p>   nh3 0.3.8: {seen}")
    same = same and seen == known
sys.exit(not same)
X
venv/bin/python run.py
