#!/usr/bin/env bash
# biber drops valid EDTF dates without a word: "201X~" (a decade, approximate: level 1, which biblatex announces) and
# "2016-07-1X" (a day from 10 to 19 July) give an entry without any date and no warning. "201X" is read, and what it
# cannot read it names: "2016-07-~15" has a warning.
# Needs Debian 12's biber 2.18 and biblatex 3.18b, which it installs if they are not there.
# Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
if ! command -v biber >/dev/null || ! kpsewhich etoolbox.sty biblatex.sty >/dev/null; then
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    biber texlive-latex-base texlive-latex-extra texlive-bibtex-extra >/dev/null 2>&1 || exit 2
fi
dates=('201X' '2016-07-15~' '201X~' '2016-07-1X' '1XXX-12-25' '2016-07-~15')
for i in "${!dates[@]}"; do
  printf '@article{k%s, title={T}, journaltitle={J}, date={%s}}\n' "$i" "${dates[$i]}"
done > t.bib
cat > t.tex <<'X'
\documentclass{article}\usepackage[backend=biber]{biblatex}\addbibresource{t.bib}
\begin{document}\nocite{*}\printbibliography\end{document}
X
pdflatex -interaction=batchmode t.tex >/dev/null || exit 2
biber --version; sed -n 's/.*ProvidesPackage{biblatex}\[.*\(v3[^ ]*\).*/biblatex \1/p' "$(kpsewhich biblatex.sty)" || true
biber t > biber.log || true
changed=0
for i in "${!dates[@]}"; do
  warned=$(grep -c "WARN.*'k$i'" biber.log || true)
  year=$(awk -v k="{k$i}" '$1 ~ /^\\entry/ {on = index($0, k)} on && /\\field\{year\}/ {print}' t.bbl |
    sed 's/.*{year}{\([^}]*\)}.*/\1/' | head -1)
  seen="warnings $warned, year ${year:-none}"
  case ${dates[$i]} in
    201X) stated='warnings 0, year 2010' ;;
    2016-07-15~) stated='warnings 0, year 2016' ;;
    2016-07-~15) stated='warnings 1, year none' ;;
    *) stated='warnings 0, year none' ;;
  esac
  printf '%-14s seen: %-24s' "${dates[$i]}" "$seen"
  [[ $stated != 'warnings 0, year none' ]] || printf '  expected: a date, or a warning'
  [[ $seen == "$stated" ]] && echo || { echo "  changed: it was $stated"; changed=1; }
done
exit $changed
