"""The curator's desk of the local edition: questions and articles → its page, and what the page fetches.

A command serves the same page and writes what is chosen; where nobody serves it, the page collects what to
paste. Its script and style lie in a folder of the generated pages, so that nothing of it is in a public
edition; what it shows of articles stands in pages, which no renderer shows there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ...model import Archive, Article, Page
from ...questions import Question
from ...words.languages import Interface
from . import paths as places
from .catalogue import Catalogue
from .desk_article import questions_json
from .escape import Markdown
from .printing import TEMPLATES, list_page, render_html

ASSETS = ("desk.js", "desk-elements.js", "desk-load.js", "desk-paste.js", "desk.css", "desk-source.css")
_WORDS = "desk."


def desk_pages(contents: Catalogue, questions: Sequence[Question], words: Interface) -> Iterator[Page]:
    """The page with the queue, its script and its style. What it shows of an article stands on its page."""
    by_seed = by_article(questions)
    order = {seed: number for number, seed in enumerate(by_seed)}  # as they were asked
    entries = sorted(contents.entries, key=lambda e: order.get(e.article.saved.key, len(order)))
    queue = desk_queue([entry.article for entry in entries], questions, words)
    queue["archive"] = {"seed": "", "questions": questions_json(by_seed.get("", ()), words)}
    yield list_page(
        places.DESK,
        "desk",
        words,
        words("desk"),
        body=desk_body(words),
        queue=data_block("desk-queue", queue),
        articles=[(entry.title, places.link(places.DESK, entry.place)) for entry in entries],
    )
    for name, text in desk_assets().items():
        yield Page(places.desk_place(name), text)


def data_block(identifier: str, value: object) -> Markdown:
    """A value for a script, as a raw HTML block: ASCII on one line, in which no renderer finds anything.

    It stands in a page, and in no file of its own: a page of the local edition is known wherever it turns up.
    """
    text = json.dumps(value).replace("<", "\\u003c")
    block = f'<script type="application/json" id="{identifier}" data-search-exclude>{text}</script>'
    return Markdown(block)


def desk_body(words: Interface, served: bool = False) -> Markdown:
    """The page's content as HTML, which its script fills. `served`: a command is there that writes."""
    own = words.strings | {k: v for k, v in words.fallback.items() if k not in words.strings}
    spoken = {key.removeprefix(_WORDS): one for key, one in own.items() if key.startswith(_WORDS)}
    return render_html("desk", words=words, spoken=json.dumps(spoken, ensure_ascii=False), served=served)


def desk_assets() -> dict[str, str]:
    """The script and the style of the page by file name."""
    return {name: (Path(TEMPLATES) / name).read_text(encoding="utf-8") for name in ASSETS}


def desk_queue(
    articles: Sequence[Article], questions: Sequence[Question], words: Interface
) -> dict[str, Any]:
    """What the desk lists: the articles as given, with their counts of questions; the archive last."""
    by_seed = by_article(questions)
    rows = [_row(article, len(by_seed.get(article.saved.key, ()))) for article in articles]
    if "" in by_seed:
        rows.append({"seed": "", "title": words("desk.archive"), "path": "", "questions": len(by_seed[""])})
    return {"articles": rows}


def by_article(questions: Iterable[Question]) -> dict[str, list[Question]]:
    """The questions by the key of their article, "" for those of the whole archive."""
    found: dict[str, list[Question]] = {}
    for question in questions:
        found.setdefault(question.seed, []).append(question)
    return found


def questions_open(archive: Archive, questions: Sequence[Question]) -> int:
    """How many questions about articles are open: what a list of articles tells."""
    keys = {article.saved.key for article in archive.articles}
    return sum(question.seed in keys for question in questions)


def _row(article: Article, questions: int) -> dict[str, Any]:
    title = article.description.title
    shown = title.value if title else article.saved.label
    return {"seed": article.saved.key, "title": shown, "path": article.address.path, "questions": questions}
