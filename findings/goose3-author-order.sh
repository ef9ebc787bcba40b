#!/usr/bin/env bash
# goose3 gives the authors of <meta name="author"> in an order that changes from run to run: the same saved page has
# another first author, and so another citation and another key, each time. From JSON-LD they come in order.
# Expected: the page's order. HTML says of <meta name=author> that its value is "the name of one of the page's authors",
# and goose3's README lists "authors" as what it extracts; nothing says that they are a set.
# Needs python3 (venv, pip). Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install goose3==3.1.22 >/dev/null 2>&1 || exit 2
cat > run.py <<'X'
from goose3 import Goose

text = "".join(f"<p>Der Pegel der Ahle stieg am Abend über {n} Meter, und die Brücke in Lindau blieb bis zum Morgen gesperrt.</p>"
               for n in range(2, 8))
names = "".join(f'<meta name="author" content="{name}">' for name in ("Mira Holm", "Jo Lind", "Zita Ahlen"))
page = f'<html lang="de"><head><meta charset="utf-8"><title>Pegel</title>{names}</head><body><article>{text}</article></body></html>'
print("; ".join(Goose().extract(raw_html=page).authors))
X
echo "goose3 3.1.22; expected each time: Mira Holm; Jo Lind; Zita Ahlen; seen in 8 runs (PYTHONHASHSEED 1 to 8):"
for seed in 1 2 3 4 5 6 7 8; do PYTHONHASHSEED=$seed venv/bin/python run.py 2>/dev/null; done | tee seen
(( $(sort -u seen | wc -l) > 1 ))
