"""What the program really says: messages of the case files, and of a project in which much is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import yaml

from annotated_archive.commands.doctor import examine
from annotated_archive.commands.inspection import inspect_files
from annotated_archive.disk.folder import UNREADABLE, Refused
from annotated_archive.editions.mark import MARK
from annotated_archive.knowledge.curation import add_permalinks
from annotated_archive.model import Address, Page, Permalink
from annotated_archive.pipeline import build, gather
from annotated_archive.problems import Problem
from annotated_archive.project import docs_elsewhere, load_project, without_address
from annotated_archive.renderer.search.indexing import index_site
from annotated_archive.stages.publish import apply, plan
from annotated_archive.stages.read import read_file, read_folder

from .project_copy import copy_project
from .small_project import article
from .systems import make_link, make_pipe

CASES = Path(__file__).parent / "cases"
MESSAGE = re.compile(r"^[^\s:]+(?::\d+)?: [A-Z]\d{3} ")
LONG_TITLE = "Sehr langer Titel ohne Ende " * 11
DATED = article("Ein Weg", "Holz").replace("Küstenbote, 5.6.2001", "Küstenbote, Montag, 5.6.2001")
DATES = """\
<!DOCTYPE html><html lang="de"><head><title>Die Orchidee im Wald</title>
<meta property="article:published_time" content="2018-06-02T10:00:00+02:00"></head><body>
<h1>Die Orchidee im Wald</h1><p>5. Juni 2018</p>
<p>Im Stadtwald von Grauburg haben Förster eine seltene Orchidee entdeckt. Der Fund gelang im Mai.</p>
<p>Die Art galt als verschollen. Zuletzt wurde sie vor vierzig Jahren von Wanderern gesehen.</p>
"""
ENGLISH = """
The town of Grauburg wants to repair its old crane before the autumn. The council decided this on Wednesday
evening by nine votes to four. The mayor put the cost at 2.3 million euros.

“We must not wait any longer,” she said after the meeting. The crane dates from 1904 and has been nothing but
a monument for three years. Experts had found rust in the beams of it.
"""
BOX = """\
Mühlbrücke wird saniert

Die Stadt Grauburg will ihre Mühlbrücke bis zum Frühjahr sanieren. Das beschloss der Rat am Dienstag.

Die Brücke stammt aus dem Jahr 1911 und ist seit zwei Jahren gesperrt. Gutachter hatten Risse gefunden.

Lesen Sie auch

Neuer Streit um den Kran im Hafen

Rat berät über Schwimmbad

Die Arbeiten sollen im April beginnen und fünf Monate dauern, wie das Bauamt am Abend mitteilte. Bis dahin \
bleibt die Umleitung über das Wehr bestehen, die viele Pendler ärgert.
"""
KEPT = {
    "id": 1,
    "title": "Steg im Moor",
    "is_archived": 0,
    "url": "https://www.beispielblatt.example/steg",
    "content": "<p>Die Gemeinde Torfhausen hat am Dienstag einen Steg durch das Moor eröffnet. Er ist lang."
    "<p>Viele Menschen kamen, obwohl es in Strömen regnete, und gingen am Abend über den Steg heim.",
    "mimetype": "text/html",
    "domain_name": "www.beispielblatt.example",
    "annotations": [],
}
LOST = {"id": 2, "title": "Weg", "url": "https://www.beispielblatt.example/weg", "content": ""}
SEEDS = {
    "spiel.txt": article("Sieg im Hafen", "Gras")
    .replace("Viele", "Die Torhüterin Jette Ahlsen kam. Viele")
    .encode(),
    "wahl.txt": article("Wahl im Rat", "Kies")
    .replace("Die Stadt", "Die Ministerin Jette Ahlsen kam. Die Stadt")
    .encode(),
    "kasten.txt": BOX.encode(),
    "leer.txt": b"",
    "bild.txt": b"\x00\x01\x02",
    "alt.txt": article("Alte Brücke", "Gußeisen").encode("windows-1252"),
    "brief.odt": b"PK",
    "gemerkt.json": json.dumps([KEPT, KEPT | LOST]).encode(),
    "zweimal.txt": article("Neue Brücke", "Holz").encode(),
    "zweimal-kopie.txt": article("Neue Brücke", "Holz").encode(),
    "nochmal.txt": article("Neue Brücke", "Glas").encode(),
    "nochmal.md": article("Neue Brücke", "Eisen").encode(),
    "lang.txt": article(LONG_TITLE, "Sand").encode(),
    "wieder.txt": article("Neue Brücke", "Papier").encode(),
    "doppelt.txt": article("Ein Kanal", "Lehm").encode(),
    "doppelt.text": article("Ein Graben", "Lehm").encode(),
    "ohne-titel.txt": article("", "Kalk").encode(),
    "daten.html": DATES.encode(),
    "zweisprachig.txt": (article("Ein Kran", "Stahl") + ENGLISH).encode(),
    "wochentag.txt": DATED.encode(),
    "menue.txt": b"Startseite\nAnmelden\nSuche\nImpressum\nDatenschutz\n",
}
MADE = '<html lang="de"><body><article class="md-content__inner"><h1>A</h1><p>Ein Wort.</p></article></html>'
SETTINGS = {
    "M001": ("theme:\n", "theme: [\n"),
    "M002": ("- build_archive.py", "- annotated_archive/hook.py"),
    "M003": ("hooks:\n  - build_archive.py\n", ""),
    "M004": ("font: false", "font: {text: Roboto}"),
    "M005": ("essays/index.md", "essays/gone.md"),
    "M006": ("docs_dir: docs", "docs_dir: docs\nstrikt: true"),
    "M007": ("language: de", "language: xx"),
    "M008": ("- build_archive.py", "- gone.py"),
    "M010": ("docs_dir: docs", "docs_dir: ../docs"),
    "M011": ("plugins: []", "plugins:\n  - search"),
}
PERMALINKS = """\
- {seed: gone, path: 2001/gone, citekey: bote2001gone}
- {seed: zweimal, path: 2001/eins, citekey: bote2001eins}
- {seed: zweimal, path: 2001/zwei, citekey: bote2001zwei}
- {seed: nochmal, path: 2001/eins, citekey: bote2001neue}
- {seed: lang, citekey: bote2001lang}
- {seed: alt, path: ../alt, citekey: bote2001alte}
"""
ESSAY = """\
# Brücken

Nachzulesen bei [@bote2001eins, S. 4]. „Viele Menschen kamen“ [@bote2001eins, Z. 5] und
[@bote2001eins, ¶ 9]. [Dort @bote2001eins](https://example.org/).
"""


def cased() -> Iterator[str]:
    """The problems that case files expect."""
    for file in CASES.rglob("*.yml"):
        yield from _strings(yaml.safe_load(file.read_text("utf-8")))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from [value] if MESSAGE.match(value) else []
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def printed(root: Path) -> Iterator[str]:
    """The problems of a project at `root`, of its settings, and of a disk that does not let it."""
    project = copy_project(root)
    for name, content in SEEDS.items():
        (project / "seeds" / name).write_bytes(content)
    make_link(project / "seeds/anderswo.txt", "../../anderswo.txt")
    make_link(project / "docs/essays/runde", "..")
    make_pipe(project / "docs/essays/rohr.md")
    (project / "docs/essays/index").mkdir()
    for name, text in {
        "docs/essays/latin.md": "für",
        "docs/essays/bruecken.md": ESSAY,
        "docs/essays/kopie.md": f"{MARK}\n",
        "docs/a.md": "# A\n",
        "docs/a/index.md": "# A\n",
        "curation/articles/wochentag.yml": "accept: {S003: Der Rest fehlt., C002: Egal.}\n",
        "curation/articles/fort.yml": "lang: de\nbecause: {lang: x}\n",
        "curation/permalinks.yml": PERMALINKS,
    }.items():
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text(text, "latin-1" if "latin" in name else "utf-8")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    loaded = load_project(project / "mkdocs.yml")
    found = [*gather(loaded).problems, *without_address(loaded)]
    build(loaded, "local")
    (project / "docs/archive/index.md").write_text("von Hand", "utf-8")
    (project / "docs/archive/notizen.md").write_text("von Hand", "utf-8")
    found += build(loaded, "public")[1]
    found += _of_the_disk(project)
    yield from (str(problem).replace(f"{project.as_posix()}/", "") for problem in found)
    for old, new in SETTINGS.values():
        assert old in settings, old
        (project / "mkdocs.yml").write_text(settings.replace(old, new, 1), "utf-8")
        yield from map(str, examine(project / "mkdocs.yml"))
    (project / "site/a").mkdir(parents=True)
    (project / "site/a/index.html").write_text(MADE, "utf-8")
    with patch("pagefind_bin.get_executable", return_value="nowhere/pagefind"):
        yield from map(str, index_site(project / "site", project / "none.json", "de"))
    yield str(docs_elsewhere("mkdocs.yml", 9, "../docs"))
    for export in sorted((CASES / "press_databases").glob("*.yml"))[:20]:
        case = yaml.safe_load(export.read_text("utf-8"))
        file = project / "seeds/export.txt"
        file.write_text(str(case.get("text") or case.get("seed") or ""), "utf-8")
        for result in inspect_files([file], project / "mkdocs.yml"):
            yield from (p.replace(file.as_posix(), "seeds/export.txt") for p in result["problems"])


def _of_the_disk(project: Path) -> Iterator[Problem]:
    yield Refused("", UNREADABLE, "Permission denied").problem("seeds")
    yield from read_file(project / "seeds/fort.txt", "fort.txt", "seeds/fort.txt")[1]
    large = project / "seeds/gross.txt"
    with large.open("wb") as file:
        file.truncate(31_000_000)  # takes no room on the disk
    yield from read_file(large, "gross.txt", "seeds/gross.txt")[1]
    large.unlink()
    (project / "empty").mkdir()
    yield from read_folder(project / "empty", "seeds")[1]
    outside = project.parent / "addresses.yml"
    outside.write_text("", "utf-8")
    link = project / "curation/addresses.yml"
    make_link(link, outside)
    yield from add_permalinks(link, "curation/permalinks.yml", [Permalink("a", Address("2001/a", "a"))])
    folder = project / "pages"
    planned = plan([Page("a.md", "a"), Page("a/index.md", "a")], folder, "docs/archive", "local")
    yield from planned.problems
    folder.write_text("in the way", "utf-8")
    yield from apply(planned, folder, "docs/archive")[1]
    folder.unlink()
    (folder / "a.md").mkdir(parents=True)
    yield from plan([Page("a.md", "a")], folder, "docs/archive", "local").problems
