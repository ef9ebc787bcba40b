#!/usr/bin/env bash
# bibutils' ris2xml makes a person of every author, also where RIS says that it is an organisation: with a comma at its
# end, as EndNote asks for and Zotero reads it. At an "and" it makes two of it, capitals with a number become initials, and
# "Luther" of "Sample, Martin Luther, Jr." gets a comma. Its bib2xml keeps {Text and Picture Desk} whole.
# Needs Debian 12's bibutils 7.2, which it installs if it is not there, and python3.
# Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
command -v ris2xml >/dev/null ||
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends bibutils >/dev/null 2>&1 || exit 2
ris2xml --version 2>&1 | head -1 || true
names() { python3 -c '
import sys, xml.etree.ElementTree as ET
mods = "{http://www.loc.gov/mods/v3}"
names = ET.fromstring(sys.stdin.buffer.read()).iter(mods + "name")
parts = ([(part.get("type", "one field"), part.text) for part in name.iter(mods + "namePart")] for name in names)
print(" / ".join("; ".join(f"{kind} {text}" for kind, text in name) for name in parts))'; }
changed=0
check() { # author, expected, stated
  printf 'TY  - NEWS\r\nID  - a\r\nAU  - %s\r\nTI  - T\r\nER  - \r\n' "$1" > a.ris
  seen=$(ris2xml a.ris 2>/dev/null | names)
  printf '%-28s seen: %-52s expected: %s\n' "$1" "$seen" "$2"
  [[ $seen == "$3" ]] || { echo "  changed: it was $3"; changed=1; }
}
check 'Editorial Board,' 'one field Editorial Board' 'given Editorial; family Board'
check 'Text and Picture Desk,' 'one field Text and Picture Desk' 'one field Text / given Picture; family Desk'
check 'AB24 Redaktion,' 'one field AB24 Redaktion' 'given A; given B; given 2; given 4; family Redaktion'
check 'Sample, Martin Luther, Jr.' 'given Martin; given Luther; family Sample; suffix Jr.' \
  'given Martin; given Luther,; family Sample; suffix Jr.'
printf '@article{a, author={{Text and Picture Desk}}, title={T}}\n' > a.bib
seen=$(bib2xml a.bib 2>/dev/null | names)
printf '%-28s seen: %s\n' 'BibTeX {Text and ...}' "$seen"
[[ $seen == 'one field Text and Picture Desk' ]] || changed=1
exit $changed
