#!/usr/bin/env bash
# mkdocs-bibtex reads a citation's key up to the first character that is no letter, digit, "_" or "-". With the keys "holm",
# "holm:2016" and "holm.2017", all valid in BibTeX and in Pandoc, [@holm:2016] and [@holm.2017] both print the work "holm":
# a wrong source, without a warning. The page in [@holm, p. 12] is not printed either (no csl_file set).
# Expected: the three works. Its README: cite "as you would if you used pandoc"; Pandoc's manual ("Citation syntax"): a key contains
# "alphanumerics and single internal punctuation characters (:.#$%&-+?<>~/)", and may be followed by a locator.
# Needs python3 (venv, pip). Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install mkdocs==1.6.1 mkdocs-bibtex==4.4.0 >/dev/null 2>&1 || exit 2
mkdir docs
printf '%s\n' 'site_name: Lindau' 'plugins: [{bibtex: {bib_file: refs.bib}}]' 'markdown_extensions: [footnotes]' > mkdocs.yml
for work_of in 'holm|An older piece|1998' 'holm:2016|The river rises|2016' 'holm.2017|The river falls|2017'; do
  IFS='|' read -r key title year <<< "$work_of"
  echo "@article{$key, author={Holm, Mira}, title={$title}, journal={Ahle-Bote}, year={$year}}"
done > refs.bib
printf '%s\n\n' 'In 1998 [@holm, p. 12], in 2016 [@holm:2016] and in 2017 [@holm.2017].' '\bibliography' > docs/index.md
NO_MKDOCS_2_WARNING=1 venv/bin/mkdocs build -q 2> warnings || exit 2
cat > run.py <<'X'
import re
import sys

with open("site/index.html", encoding="utf-8") as file:
    page = file.read()
with open("warnings", encoding="utf-8") as file:
    warned = "holm" in file.read()
cited = re.findall(r'href="#fn:([^"]+)"', page.split('class="footnote"')[0])
printed = [title for title in ("An older piece", "The river rises", "The river falls") if title in page]
print("mkdocs-bibtex 4.4.0  expected: three works, page 12  seen:", cited, printed, "p. 12" in page, "warned:", warned)
sys.exit(not (cited == ["holm"] * 3 and printed == ["An older piece"] and "p. 12" not in page and not warned))
X
venv/bin/python run.py
