#!/usr/bin/env bash
# extruct's RDFa reader takes the words of <time property="datePublished" datetime="2016-07-14">Donnerstag</time> for the
# date: "Donnerstag". Its microdata reader takes 2016-07-14 from the same element.
# Expected: 2016-07-14. HTML+RDFa 1.1 (3.1, additional processing rules): a datetime attribute must be used for the
# property's value unless there is a content attribute.
# Needs python3 (venv, pip). Exits 0 if it behaves as stated, 1 if it has changed, 2 if it cannot run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv >/dev/null && venv/bin/pip -q install extruct==0.18.0 >/dev/null 2>&1 || exit 2
cat > run.py <<'X'
import sys
from importlib.metadata import version

import extruct

print("extruct", version("extruct"))
page = """<!doctype html><html lang="de"><head><title>Pegel</title></head><body>
<article vocab="https://schema.org/" typeof="NewsArticle" itemscope itemtype="https://schema.org/NewsArticle">
<h1 property="headline" itemprop="headline">Der Pegel steigt</h1>
<time property="datePublished" itemprop="datePublished" datetime="2016-07-14">Donnerstag</time></article></body></html>"""
data = extruct.extract(page, base_url="https://bote.example/pegel", syntaxes=["rdfa", "microdata"])
rdfa = [value["@value"] for thing in data["rdfa"] for value in thing.get("https://schema.org/datePublished", [])]
microdata = data["microdata"][0]["properties"]["datePublished"]
print("RDFa       expected: 2016-07-14  seen:", *rdfa)
print("microdata  expected: 2016-07-14  seen:", microdata)
sys.exit(rdfa != ["Donnerstag"] or microdata != "2016-07-14")
X
venv/bin/python run.py
