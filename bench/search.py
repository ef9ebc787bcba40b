"""Measures the search over made-up articles: the time and size of an index, and what a reader loads.

The pages are written as the theme sets them, with words of the program's own lists, as often as words of a
language are (Zipf), so that no archive has to be built first. A reader then asks twice, in Chromium.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Response, sync_playwright

from annotated_archive.renderer import theme
from annotated_archive.renderer.search.indexing import FACTS, FOLDER, index_site
from annotated_archive.words import lexicon
from tests.browser.chromium import chromium
from tests.project_copy import served

WORDS_AN_ARTICLE = 450
PARAGRAPHS = 9
PEOPLE = 600
ONE_IN_ENGLISH = 10  # articles
# The words that a reader asks for, by their rank among those of the articles: in some of them, not in all.
FIRST, SECOND = (400,), (700, 900)
MEGABYTE, KILOBYTE = 1e6, 1e3


def make(site: Path, articles: int, seed: int = 1) -> tuple[Path, list[str]]:
    """Pages of articles below `site`; returns the file of facts, and two queries."""
    chance = random.Random(seed)
    nouns = sorted(lexicon.words("nouns"))
    chance.shuffle(nouns)
    compounds = [a + b.lower() for a, b in zip(nouns, reversed(nouns), strict=True)]
    small = sorted(word for word in lexicon.words("function_words"))
    words = [*small, *nouns, *compounds]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    names = [f"{a} {b}ow" for a, b in zip(sorted(lexicon.words("first_names")), nouns, strict=False)][:PEOPLE]
    pages: dict[str, Any] = {}
    for number in range(articles):
        year, day = 1990 + number % 30, f"{1 + number % 12:02d}-{1 + number % 28:02d}"
        place = f"{year}/artikel-{number}"
        drawn = iter(chance.choices(words, weights, k=WORDS_AN_ARTICLE + 8))
        title = " ".join(next(drawn) for _ in range(7)).capitalize()
        people = chance.sample(range(len(names)), 3)
        text = ""
        for paragraph in range(PARAGRAPHS):
            body = " ".join(next(drawn) for _ in range(WORDS_AN_ARTICLE // PARAGRAPHS))
            who = names[people[paragraph % 3]]
            text += f'<p id="p-{number:x}{paragraph:x}">{body.capitalize()}, sagte {who}.</p>\n'
        file = site / "archive" / place / "index.html"
        file.parent.mkdir(parents=True)
        content = (
            f'<article class="md-content__inner kind-article"><h1 id="title">{title}</h1>{text}</article>'
        )
        file.write_text(f'<!doctype html><html lang="de"><title>x</title>{content}</html>', encoding="utf-8")
        pages[f"{place}.md"] = {
            "kind": "article",
            "outlet": f"outlet-{number % 40}",
            "year": str(year),
            "language": "de" if number % ONE_IN_ENGLISH else "en",
            "citekey": f"blatt{year}artikel{number}",
            "people": [str(person) for person in people],
            "date": f"{year}-{day}",
            "days": [f"{year}{day.replace('-', '')}"],
            "sort": int(f"{year}{day.replace('-', '')}"),
        }
    facts = {
        "pages": pages,
        "people": {str(n): {"name": name} for n, name in enumerate(names)},
        "outlets": {f"outlet-{n}": {"name": f"Blatt {n}", "names": []} for n in range(40)},
    }
    file = site.parent / FACTS
    file.write_text(json.dumps(facts), encoding="utf-8")
    return file, [" ".join(words[rank] for rank in ranks) for ranks in (FIRST, SECOND)]


def asked(site: Path, queries: list[str]) -> list[tuple[str, float, float, int]]:
    """What two searches cost: the query, kilobytes as a server sends them, seconds, files."""
    shutil.copytree(Path(theme) / "assets", site / "assets")
    (site / "favicon.ico").touch()
    (site / "index.html").write_text('<!doctype html><html lang="de"><i data-base="."></i>', encoding="utf-8")
    ask = """async (query) => {
      const { search, named } = await import("/assets/search/engine.js")
      const [found] = await Promise.all([search(query), named(query)])
      await found.next(10)
      return (await found.count()).number
    }"""
    found = []
    path = chromium()
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page: Page = browser.new_page()
        # Pagefind's files are compressed already; the others a server compresses.
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(address)
        for query in queries:
            answers.clear()
            start = time.perf_counter()
            page.evaluate(ask, query)
            seconds = time.perf_counter() - start
            loaded = [(answer.url, _sent(answer.body())) for answer in answers]
            size = sum(sent for _, sent in loaded)
            found.append((query, size / KILOBYTE, seconds, len(loaded)))
            by_kind: Counter[str] = Counter()
            for url, sent in loaded:
                by_kind[url.rpartition("/")[2].rpartition(".")[2]] += sent
            print(", ".join(f"{kind} {sent / KILOBYTE:.0f} kB" for kind, sent in by_kind.most_common()))
        browser.close()
    return found


def _sent(body: bytes) -> int:
    return min(len(body), len(gzip.compress(body)))


def main() -> int:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    articles = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        facts, queries = make(site, articles)
        start = time.perf_counter()
        if problems := index_site(site, facts, "de"):
            print(*problems, sep="\n")
            return 1
        wall = time.perf_counter() - start
        own, tool = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        size = sum(file.stat().st_size for file in (site / FOLDER).rglob("*") if file.is_file())
        print(f"{articles} articles: {wall:.1f} s")
        print(f"processor: {own.ru_utime:.1f} s here, {tool.ru_utime:.1f} s Pagefind")
        print(f"memory: {own.ru_maxrss / KILOBYTE:.0f} MB here, {tool.ru_maxrss / KILOBYTE:.0f} MB Pagefind")
        print(f"index: {size / MEGABYTE:.1f} MB")
        for query, kilobytes, seconds, files in asked(site, queries):
            print(f"{query}: {kilobytes:.0f} kB in {files} files, {seconds:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
