#!/usr/bin/env bash
# rdflib: SPARQL's FILTER(?issued >= "2016-07-01"^^xsd:date) keeps every date of another precision, whatever its year:
# "1998"^^xsd:gYear and "1998-03"^^xsd:gYearMonth pass, and "1998-07-14T23:30:00Z"^^xsd:dateTime too; with "<=" all three fail.
# Expected: they are left out. SPARQL 1.1 (17.2, 17.3): types for which an operator is not defined raise a type error, and
# FILTER removes the solution. 1998 is not after 2016 in any case.
# Needs python3 (venv, pip). Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install rdflib==7.6.0 >/dev/null 2>&1 || exit 2
cat > run.py <<'X'
import sys

from rdflib import Graph, __version__

print("rdflib", __version__)
graph = Graph().parse(format="turtle", data="""
@prefix dct: <http://purl.org/dc/terms/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<urn:article:1> dct:issued "1998"^^xsd:gYear .
<urn:article:2> dct:issued "1998-03"^^xsd:gYearMonth .
<urn:article:3> dct:issued "1998-07-14"^^xsd:date .
<urn:article:4> dct:issued "1998-07-14T23:30:00Z"^^xsd:dateTime .
<urn:article:5> dct:issued "2016-07-14"^^xsd:date .
""")
query = """PREFIX dct: <http://purl.org/dc/terms/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?issued { ?article dct:issued ?issued FILTER(?issued %s "2016-07-01"^^xsd:date) }"""
seen = {sign: sorted(str(row[0]) for row in graph.query(query % sign)) for sign in (">=", "<=")}
print('>= 2016-07-01  expected:', ["2016-07-14"], " seen:", seen[">="])
print('<= 2016-07-01  expected:', ["1998-07-14"], " seen:", seen["<="])
stated = {">=": ["1998", "1998-03", "1998-07-14T23:30:00+00:00", "2016-07-14"], "<=": ["1998-07-14"]}
sys.exit(seen != stated)
X
venv/bin/python run.py
