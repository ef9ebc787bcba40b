"""Citations of hand-written pages that do not hold → what to write in their place.

Each answer is tried: it is offered only if the page is then read with one problem fewer. Hand-written pages
are changed by nobody but their writers, so the answers are words to paste.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz import fuzz, process

from ...essays import EssayPage, Resolved
from ...model import Span
from ...problems import CITING, Problem
from ...questions import Choice, Question, Replacement
from ...text.quotation_marks import MARKS
from .known import LONGEST, Known, one_line

MOST_KEYS = 3  # of those that are spelt alike


def quotations(known: Known) -> Iterator[Question]:
    """A question for each citation with a problem."""
    pages = {one.page.file: one.page for one in known.essays.citations} | {p.file: p for p in known.pages}
    for problem in dict.fromkeys(p for p in known.others if p.code in CITING):
        page = pages.get(problem.file)
        tried: dict[str, Choice] = {}
        for span, new in _candidates(page, problem, known) if page else ():
            if page is not None and new not in tried and _helps(page, span, new, problem, known):
                line = page.markdown.count("\n", 0, span.start) + 1
                old = span.of(page.markdown)
                place = Replacement(page.file, line, old, new)
                tried[new] = Choice(one_line(new, LONGEST), replaces=place)
        key = f"quotations:{problem.code}:{problem.file}:{problem.line}"
        finding, detail = known.words(f"ask.problem.{problem.code}"), f"{problem.finding} {problem.remedy}"
        choices = tuple(tried.values())
        yield Question("quotations", key, "", problem.file, problem.line, finding, choices, detail=detail)


def _candidates(page: EssayPage, problem: Problem, known: Known) -> Iterator[tuple[Span, str]]:
    """Places of the page with other words for them, the likeliest first."""
    here = [one for one in known.essays.citations if one.page == page and one.line == problem.line]
    for cited in here:
        old = cited.span.of(page.markdown)
        for new in _citations(page, cited, problem, known):
            if new != old:
                yield cited.span, new
        if cited.quotation is not None:
            marked = cited.quotation.span
            words = marked.of(page.markdown)
            if not cited.quotation.block:
                yield marked, words.strip(MARKS)
            else:
                yield marked, re.sub(r"(?m)^[ \t]*>[ \t]?", "", words)
    if not here:
        start = 0
        for _ in range((problem.line or 1) - 1):
            start = page.markdown.index("\n", start) + 1
        end = page.markdown.find("\n", start)
        for match in re.finditer(r"(?<!\\)@", page.markdown[start : end if end >= 0 else None]):
            yield Span(start + match.start(), start + match.end()), "\\@"


def _citations(page: EssayPage, cited: Resolved, problem: Problem, known: Known) -> Iterator[str]:
    """The citation with a key that somebody has, with the paragraph that has the quotation, or with none."""
    old = cited.span.of(page.markdown)
    every = [article.address.citekey for article in known.archive.articles]
    for item in cited.items:
        key = item.written.key
        keys = [key]
        if problem.code in ("Q001", "Q002"):
            near = [str(one) for one, _, _ in process.extract(key, every, scorer=fuzz.ratio, limit=MOST_KEYS)]
            keys = [
                *near,
                *(
                    one.address.citekey
                    for one in known.archive.articles
                    if one.address.citekey in problem.finding and one.address.citekey not in near
                ),
            ]
            yield from (old.replace(f"@{key}", f"@{one}") for one in keys)
        for one in keys:
            whole = f"[@{one}]"
            changed = _changed(page, cited.span, whole)
            for resolved in known.resolved(changed)[0]:
                number = next((i.number for i in resolved.items if i.written.key == one), None)
                if resolved.span.start == cited.span.start and number:
                    yield f"[@{one}, ¶ {number}]"
            yield whole


def _changed(page: EssayPage, span: Span, new: str) -> EssayPage:
    return replace(page, markdown=page.markdown[: span.start] + new + page.markdown[span.end :])


def _helps(page: EssayPage, span: Span, new: str, problem: Problem, known: Known) -> bool:
    """Whether the page would be read with one problem fewer."""
    before = [p for p in known.others if p.code in CITING and p.file == page.file]
    after = known.resolved(_changed(page, span, new))[1]
    return len(after) < len(before) and (problem.code, problem.finding) not in {
        (p.code, p.finding) for p in after
    }
