"""A made site → its search index, in `pagefind/` beside its pages.

Comes in: the folder of the site, and the facts that the build left for the search. Goes out: one index a
language, each with its own stemming, and a table of contents that the browser reads first. The old index
stays until the new one is there. Trouble is a `Problem`; the pages are made by then and stay.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from ...problems import Problem
from ...words.languages import interface
from .compounds import WORD, Splitter
from .documents import Document, document
from .facts import Facts, fields
from .printing import printed
from .suggestions import suggestions

FOLDER = "pagefind"
FACTS = ".search.json"  # in the folder of generated pages
CONTENTS = "search.json"
SCRIPT = "pagefind.js"
ARCHIVE = "archive/"
# The languages whose compounds are taken apart.
COMPOUNDING = frozenset({"de"})
# What Pagefind brings beside: interfaces of its own, which nobody loads.
SPARE = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js")
SECONDS = 1800
NOT_MADE = "The pages are made, but their search is not: {why}."
REMEDY = "Install the program anew (`pip install --force-reinstall pagefind-bin`), then build again."


class Superseded(Exception):
    """A newer build of the site is there; its own index is on the way."""


def index_site(
    site: Path, facts_file: Path, language: str, current: Callable[[], bool] = lambda: True
) -> list[Problem]:
    """Make the index. `language` is the site's, for pages that say no other; asked, `current` says whether to
    go on.

    Raises Superseded when it says no.
    """
    archive = read_facts(facts_file)
    pages = list(_documents(site, archive, language, current))
    words: Counter[str] = Counter()
    for page in pages:
        for block in page.blocks:
            words.update(WORD.findall(block.text))
    people = archive.get("people", {}).values()
    names = [name for person in people for name in (person["name"], *person.get("names", ()))]
    splitter = Splitter(words, [word for name in names for word in name.split()])
    with tempfile.TemporaryDirectory(prefix="annotated-archive-search-") as folder:
        work = Path(folder)
        by_language: dict[str, int] = defaultdict(int)
        for page in pages:
            own = splitter if page.language in COMPOUNDING else None
            target = work / "pages" / page.language / page.place
            target.parent.mkdir(parents=True, exist_ok=True)
            found = fields(page, known(page.place, archive), archive, own)
            target.write_text(printed(page, found), encoding="utf-8")
            by_language[page.language] += 1
        made = work / FOLDER
        made.mkdir()
        for code in by_language:
            if not current():
                raise Superseded
            if why := _run(work / "pages" / code, made / code, code):
                return [Problem(FOLDER, None, "W008", NOT_MADE.format(why=why), REMEDY)]
            (made / code / SCRIPT).replace(made / SCRIPT)  # one for all, so that it is loaded once
        outlets = [outlet["name"] for outlet in archive.get("outlets", {}).values()]
        for letter, text in suggestions(words, [*names, *outlets]).items():
            (made / f"words-{letter}.txt").write_text(text, encoding="utf-8")
        order = sorted(by_language, key=lambda code: (-by_language[code], code))
        contents = {"languages": order, "words": _interface(language)}
        (made / CONTENTS).write_text(json.dumps(contents, ensure_ascii=False), encoding="utf-8")
        if not current():
            raise Superseded
        _put(made, site / FOLDER)
    return []


def read_facts(file: Path) -> Facts:
    """What the build left for the search; nothing where there is no such file."""
    try:
        facts = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def known(place: str, archive: Facts) -> Facts:
    """What is known of the page at a place of the site: `archive/2015/a/index.html` is `2015/a.md` to the
    build.
    """
    pages: Facts = archive.get("pages", {})
    name = place.removeprefix(ARCHIVE).removesuffix(".html")
    found: Facts = pages.get(f"{name}.md") or pages.get(f"{name.removesuffix('/index')}.md") or {}
    return found if place.startswith(ARCHIVE) else {}


def _documents(site: Path, archive: Facts, language: str, current: Callable[[], bool]) -> Iterator[Document]:
    for file in sorted(site.rglob("*.html")):
        place = file.relative_to(site).as_posix()
        if place.startswith(f"{FOLDER}/") or place == "404.html":
            continue
        if not current():
            raise Superseded
        try:
            found = document(place, file.read_bytes())
        except OSError:  # a server's next build takes the pages away
            continue
        if found:
            spoken = known(place, archive).get("language") or found.language or language
            found.language = spoken.partition("-")[0].lower()
            yield found


def _run(pages: Path, target: Path, language: str) -> str:
    """Run Pagefind over these pages; why it failed, or nothing."""
    try:
        from pagefind_bin import get_executable

        command = [str(get_executable()), "--site", str(pages), "--output-path", str(target)]
        command += ["--force-language", language, "--quiet"]
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="replace", timeout=SECONDS, check=False
        )
    except ImportError:
        return "the package pagefind-bin is not installed"
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"Pagefind cannot be run ({' '.join(str(error).split())})"
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split())
        return f"Pagefind stopped ({said or done.returncode})"
    # Where a language has no stemming of its own, its index uses the one without.
    spare = [*SPARE, "wasm.unknown.pagefind"] if (target / f"wasm.{language}.pagefind").exists() else SPARE
    for pattern in spare:
        for file in target.glob(pattern):
            file.unlink()
    return ""


def _put(made: Path, target: Path) -> None:
    """Put the index in its place, with as short a while without one as there can be."""
    fresh = target.with_name(f".{target.name}-new")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(made, fresh)
    shutil.rmtree(target, ignore_errors=True)
    fresh.replace(target)


def _interface(language: str) -> dict[str, object]:
    """The words of the search, with their plural forms, in the site's language."""
    words = interface(language)
    strings = words.fallback | words.strings
    return {key.removeprefix("search."): strings[key] for key in sorted(strings) if key.startswith("search.")}
