#!/usr/bin/env bash
# mkdocs-bibtex replaces "@key" inside a link's address and inside code: where a work has the key "lind", the Markdown
# [profile](https://social.example/@lind) becomes a link to "https://social.example/Jo Lind. Three bridges. ...".
# Many journalists' addresses have this form. The build says nothing, and --strict passes.
# Expected: the address as written. CommonMark (6.3): a link destination is literal text; Pandoc, after which the plugin's
# README models its citations, leaves addresses and code alone.
# Needs python3 (venv, pip). Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install mkdocs==1.6.1 mkdocs-bibtex==4.4.0 >/dev/null 2>&1 || exit 2
mkdir docs
printf '%s\n' 'site_name: Lindau' 'plugins: [{bibtex: {bib_file: refs.bib}}]' 'markdown_extensions: [footnotes]' > mkdocs.yml
echo '@article{lind, author={Lind, Jo}, title={Three bridges}, journal={Ahle-Bote}, year={2016}}' > refs.bib
printf '%s\n\n' 'See her [profile](https://social.example/@lind). We write `@lind` for her article [@lind].' '\bibliography' > docs/index.md
NO_MKDOCS_2_WARNING=1 venv/bin/mkdocs build -q --strict 2> warnings || exit 2
cat > run.py <<'X'
import re
import sys

with open("site/index.html", encoding="utf-8") as file:
    page = file.read()
address = re.search(r'href="(https://social.example/[^"]*)"', page)
code = re.search(r"<code>(.*?)</code>", page)
print("mkdocs-bibtex 4.4.0")
print("address  expected: https://social.example/@lind  seen:", address and address[1])
print("code     expected: @lind  seen:", code and code[1])
sys.exit(not (address and "Three bridges" in address[1]))
X
venv/bin/python run.py
