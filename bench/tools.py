"""Gives the invented archive's files to the tools that they are for; prints what each makes of them.

Each field is right, less (nothing false, but not all), or wrong. A tool that is not there is left out.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import citeproc

from annotated_archive.pipeline import gather
from annotated_archive.project import Project
from annotated_archive.stages.export import exports

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from tests.exchange_archive import Invented, invented, write  # noqa: E402

SITE = "https://archiv.example/presse10/"
FIELDS = ("type", "name", "date", "title", "address")
LATEX = r"""\documentclass{article}\usepackage[backend=biber]{biblatex}\addbibresource{archive.bib}
\begin{document}\nocite{*}\printbibliography\end{document}
"""
MODS = "{http://www.loc.gov/mods/v3}"
# What a tool read of one article: each field, or None where it does not say.
Read = dict[str, Any]


def main() -> int:
    """Print a table: tool, field, how many are right, less and wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--pandoc", default=shutil.which("pandoc"), help="the program, of PyPI's pypandoc-binary"
    )
    parser.add_argument(
        "--node-modules", type=Path, help="where citeproc, @citation-js/* and jsonld are installed"
    )
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        right = _files(folder)
        tools: dict[str, list[Read]] = {}
        if options.pandoc:
            tools |= {
                f"pandoc {kind}": _pandoc(options.pandoc, folder, kind) for kind in (".json", ".bib", ".ris")
            }
        if shutil.which("ris2xml"):
            tools |= {f"bibutils {kind}": _bibutils(folder, kind) for kind in (".ris", ".bib")}
        if shutil.which("biber"):
            tools["biber .bib"] = _biber(folder)
        if options.node_modules:
            tools |= _npm(folder, options.node_modules)
        for tool, articles in tools.items():
            _print(tool, articles, right, options.show)
        for absent, there in (
            ("pandoc", options.pandoc),
            ("bibutils", shutil.which("ris2xml")),
            ("biber", shutil.which("biber")),
            ("npm's tools", options.node_modules),
        ):
            if not there:
                print(f"{absent}: not there, so left out")
    return 0


def _files(folder: Path) -> dict[str, Invented]:
    """Build the archive and write what it hands out; what is right, by citation key."""
    write(folder / "project")
    result = gather(Project(folder / "project", folder / "project" / "docs", "de"))
    offered = exports(result.archive, SITE, "de")
    for file in offered.files:
        (folder / file.offered.file).write_text(file.offered.text, "utf-8")
    heads = {
        its.address.citekey: json.loads(offered.cite(its).head[-1].text) for its in result.archive.articles
    }
    (folder / "heads.json").write_text(json.dumps(heads), "utf-8")
    articles = sorted(result.archive.articles, key=lambda its: its.saved.name)
    return {its.address.citekey: one for its, one in zip(articles, invented(), strict=True)}


def _pandoc(program: str, folder: Path, kind: str) -> list[Read]:
    form = {".json": "csljson", ".bib": "biblatex", ".ris": "ris"}[kind]
    command = [program, "-f", form, "-t", "csljson", str(folder / f"archive{kind}")]
    items = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return [_csl(item) for item in items]


def _csl(item: dict[str, Any]) -> Read:
    """A CSL item as a tool gives it back."""
    if "printed" in item:
        name, _, date = item["printed"].partition("|")
        return {
            "id": item["id"],
            "name": name,
            "date": [int(n) * (-1 if "BC" in date else 1) for n in re.findall(r"\d+", date.split("–")[0])],
        }
    names = item.get("author") or [{}]
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")
    whole = " ".join(names[0][part] for part in parts if names[0].get(part))
    ends: list[list[Any]] = item.get("issued", {}).get("date-parts") or [[]]
    return {
        "id": item["id"],
        "type": item.get("type") in ("article-newspaper", "https://schema.org/NewsArticle"),
        "name": (whole, "given" not in names[0]) if len(names) == 1 else None,
        "date": [int(number) for number in ends[0]],
        "title": item.get("title"),
        "address": item.get("URL"),
    }


def _bibutils(folder: Path, kind: str) -> list[Read]:
    program = {".ris": "ris2xml", ".bib": "bib2xml"}[kind]
    made = subprocess.run([program, str(folder / f"archive{kind}")], capture_output=True, check=True)
    found: list[Read] = []
    for mods in ET.fromstring(made.stdout).iter(f"{MODS}mods"):
        given = [part.text for part in mods.iterfind(f"{MODS}name/{MODS}namePart[@type='given']")]
        all_parts = [part.text for part in mods.iterfind(f"{MODS}name/{MODS}namePart")]
        date = mods.findtext(f".//{MODS}dateIssued") or mods.findtext(f".//{MODS}part/{MODS}date") or ""
        found.append(
            {
                "id": mods.get("ID"),
                "name": (" ".join(filter(None, all_parts)), not given),
                "date": [int(number) for number in re.findall(r"\d+", date.split("/")[0])],
                "title": " ".join(
                    filter(None, (t.text for t in mods.find(f"{MODS}titleInfo") or ()))
                ).replace("  ", " "),
                "address": mods.findtext(f".//{MODS}url"),
            }
        )
    return found


def _biber(folder: Path) -> list[Read]:
    """What biber reads of each entry, with biblatex where LaTeX is there; no warning may name it."""
    keys = re.findall(r"@article\{(.*?),", (folder / "archive.bib").read_text("utf-8"))
    latex = shutil.which("pdflatex") is not None
    if latex:
        (folder / "t.tex").write_text(LATEX, "utf-8")
        subprocess.run(["pdflatex", "-interaction=batchmode", "t.tex"], capture_output=True, cwd=folder)
    command = ["biber", "t"] if latex else ["biber", "--tool", "--validate-datamodel", "archive.bib"]
    made = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    warned = set(re.findall(r"(?:WARN|ERROR).*?[Ee]ntry '([^']+)'", made.stdout))
    found: list[Read] = [{"id": key, "type": key not in warned} for key in keys]
    if latex:
        entries = re.split(r"\\entry\{", (folder / "t.bbl").read_text("utf-8"))
        fields = {
            entry.partition("}")[0]: dict(re.findall(r"\\field\{(\w+)\}\{(.*?)\}", entry))
            for entry in entries
        }
        for its in found:
            dated = [fields[its["id"]].get(part, "") for part in ("year", "month", "day")]
            its["date"] = [int(number) for number in dated if number.lstrip("-").isdigit()]
            if fields[its["id"]].get("dateera", "").startswith("b"):
                its["date"][0] = -its["date"][0] - 1
    return found


def _npm(folder: Path, modules: Path) -> dict[str, list[Read]]:
    locale = Path(citeproc.__file__).parent / "data" / "locales" / "locales-en-US.xml"
    command = ["node", str(ROOT / "bench" / "tools.js"), str(folder), str(modules), str(locale)]
    made = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    tools: dict[str, list[Read]] = {}
    for tool, items in made.items():
        if isinstance(items, dict):
            print(f"{tool}: {items['missing']}")
        elif tool.startswith("jsonld"):
            tools[tool] = [
                {
                    "id": item["id"],
                    "type": item["type"].endswith("NewsArticle"),
                    "name": " ".join(item["names"]),
                    "date": [int(n) for n in item["date"].split("-") if n],
                    "title": item["title"],
                }
                for item in items
            ]
        else:
            tools[tool] = [_csl(item) for item in items]
    return tools


def _print(tool: str, articles: list[Read], right: dict[str, Invented], show: bool) -> None:
    counted: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
    # Some tools make keys of their own; then the order tells which is which.
    keys = [its["id"] for its in articles]
    keyed = keys if set(keys) == set(right) else list(right) if len(keys) == len(right) else keys
    for key, its in zip(keyed, articles, strict=True):
        for field, verdict in _verdicts(its, right.get(key)):
            counted[field][verdict] += 1
            if show and verdict == "wrong":
                print(f"  {tool} {field} {its.get(field)!r}, {right.get(key, key)!r}")
    lost = len(right) - len(articles)
    for field, verdicts in counted.items():
        if verdicts:
            numbers = "".join(f"{verdicts[verdict]:4d} {verdict}" for verdict in ("right", "less", "wrong"))
            print(f"{tool:18s} {field:8s}{numbers}{f'{lost:4d} lost' if lost else ''}")


def _verdicts(its: Read, right: Invented | None) -> Iterable[tuple[str, str]]:
    if right is None:
        yield "type", "wrong"
        return
    if its.get("type") is not None:
        yield "type", "right" if its["type"] else "wrong"
    if "name" in its:
        yield "name", _judged_name(its["name"], right)
    if "date" in its:
        yield "date", _judged(its["date"], right)
    if its.get("title") is not None:
        yield "title", "right" if _plain(its["title"]) == _plain(right.title) else "wrong"
    if "address" in its:
        yield "address", "right" if str(its["address"]).startswith("http") else "wrong"


def _judged(read: list[int], right: Invented) -> str:
    """Whether a date is where this one begins or ends, or the beginning of that, with nothing added."""
    starts = [*right.date["csl"].get("date-parts", [[]])]
    for end in right.date["bib"][0].split("/"):
        numbers = [int(number) for number in re.findall(r"\d+", end)]
        # EDTF has a year 0.
        starts.append([-numbers[0] - 1, *numbers[1:]] if end.startswith("-") else numbers)
    if read in starts:
        return "right"
    return "less" if any(read == start[: len(read)] for start in starts) else "wrong"


def _judged_name(read: Any, right: Invented) -> str:
    """Whether it is this person, in the same order, or this department in one field.

    It is less where "Jr." stands with the first names, or a title is part of the name.
    """
    words, single = read if isinstance(read, tuple) else (read, None)
    family, bar, given = right.name["json"].partition(" | ")
    first, _, suffix = given.partition(", ")
    wanted = _plain(f"{first} {family} {suffix}" if bar else family)
    if words is None or single not in (None, not bar):
        return "wrong"
    if _plain(words) == wanted:
        return "right"
    return "less" if bar and set(wanted.split()) <= set(_plain(words).split()) else "wrong"


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+|\b(?:Dr|nocase|span|class)\b", " ", text).strip()


if __name__ == "__main__":
    sys.exit(main())
