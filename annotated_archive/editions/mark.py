"""The two editions, and the mark by which a page of the local one is known wherever it turns up.

The local edition holds what only the people who made the archive may read, such as reader comments. Its mark
stands in the text, below the front matter, which renderers take away before a Markdown extension sees a page.
Pages of the public edition have no mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..essays import EssayPage
from ..model import Page
from ..problems import Problem

LOCAL, PUBLIC = "local", "public"
MARK = f"<!-- edition: {LOCAL} -->"
# What a renderer that would publish the mark says before it stops.
REFUSAL = (
    "This page holds text of the local edition, which shows reader comments and must not be published. Make "
    "the public edition first: `python build_archive.py build --edition public`. If this is printed again, "
    "somebody copied a generated page here: delete the copy. To read the local edition, run `mkdocs serve`."
)
_FENCE = "---\n"


def marked(page: Page, edition: str) -> Page:
    """The page as it is written in `edition`: Markdown of the local edition carries the mark."""
    if edition != LOCAL or not page.path.endswith(".md"):
        return page
    text = page.markdown
    if not text.startswith(_FENCE):  # a part that other pages include
        return Page(page.path, f"{MARK}\n{text}")
    head, fence, body = text[len(_FENCE) :].partition(f"\n{_FENCE}")
    return Page(page.path, f"{_FENCE}{head}{fence}{MARK}\n{body}")


def copied(pages: Iterable[EssayPage]) -> Iterator[Problem]:
    """Pages and other files that hold the mark: somebody copied a generated page there, comments and all."""
    finding = "Here begins a copy of a generated page of the local edition, which must not be published."
    remedy = "Delete the copy; to point to an article, link to its page or cite it."
    for page in pages:
        for number, line in enumerate(page.markdown.split("\n"), start=1):
            if line.strip() == MARK:
                yield Problem(page.file, number, "W004", finding, remedy)
