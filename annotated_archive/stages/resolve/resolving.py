"""The stage: citations of all pages → resolved citations and problems."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from ...essays import EssayPage, Resolved, ResolvedItem, Work
from ...model import Article
from ...problems import Problem
from ...text.pandoc_citations import BRACKETED, IN_TEXT, Citation, Item, find_citations, find_literal
from ...text.paragraphs import Paragraph, paragraphs
from .findings import (
    Finding,
    missing_paragraph,
    not_found,
    stays_literal,
    unknown_key,
    unknown_place,
    wrong_paragraph,
)
from .quotation import Part, in_brackets, parts_of
from .sentence import sentence_around
from .verify import Occurrence, occurrences, within

# Per cent of equal characters from which on an unknown key is a misspelt one rather than another.
LIKE_A_KEY = 80.0
NEAREST_KEYS = 3
# What our keys look like: outlet, year, word. Handles of people hardly ever have a year inside.
_KEY_FORM = re.compile(r"[a-z][a-z-]*(?:19|20)\d\d[a-z][a-z-]*\Z")


def resolve(
    pages: Sequence[EssayPage], articles: Sequence[Article], elsewhere: Collection[str] = ()
) -> tuple[tuple[Resolved, ...], tuple[Problem, ...]]:
    """Resolve every citation. `elsewhere` are keys of works outside the archive; they verify nothing.

    A word after an @ in the text that is no known key, nor like one, is somebody's handle and left alone.
    """
    known = {article.address.citekey: article for article in articles}
    found = [(page, citation) for page in pages for citation in find_citations(page.markdown)]
    keys = dict.fromkeys(item.key for _, citation in found for item in citation.items)
    resolver = _Resolver(known, frozenset(elsewhere), [known[key] for key in keys if key in known])
    resolved = [resolver.resolve(page, citation) for page, citation in found]
    for page in pages:
        resolver.literal(page, [citation for of, citation in found if of is page])
    return tuple(one for one in resolved if one is not None), tuple(resolver.problems)


class _Resolver:
    """The known keys, the articles cited anywhere (no other is looked at), and the problems so far."""

    def __init__(
        self, articles: dict[str, Article], elsewhere: frozenset[str], cited: Sequence[Article]
    ) -> None:
        self.articles = articles
        self.keys = (*articles, *elsewhere)
        self.elsewhere = elsewhere
        self.cited = cited
        self.problems: list[Problem] = []

    def resolve(self, page: EssayPage, citation: Citation) -> Resolved | None:
        """The citation with its articles; None if it is none."""
        if citation.form == IN_TEXT and not self.is_key(citation.items[0].key):
            # Somebody's handle; a citation may follow it.
            if citation.bracket is None or not any(self.is_key(item.key) for item in citation.items[1:]):
                return None
            citation = replace(citation, form=BRACKETED, items=citation.items[1:], span=citation.bracket)
        line = page.markdown.count("\n", 0, citation.span.start) + 1
        parts = parts_of(citation.quotation.text) if citation.quotation else ()
        items = [self.item(item) for item in citation.items]
        findings = [*self.keys_and_paragraphs(citation), *self.verify(citation, items, parts)]
        self.problems.extend(finding.at(page.file, line) for finding in findings)
        sentence = sentence_around(page.markdown, citation)
        return Resolved(page, line, citation.form, citation.span, tuple(items), citation.quotation, sentence)

    def literal(self, page: EssayPage, citations: Sequence[Citation]) -> None:
        """Problems for known keys that are no citation where they stand."""
        for key, span in find_literal(page.markdown, citations):
            if key in self.articles or key in self.elsewhere:
                line = page.markdown.count("\n", 0, span.start) + 1
                self.problems.append(stays_literal(key).at(page.file, line))

    def is_key(self, key: str) -> bool:
        """Whether a word after an @ in the text is meant as a key."""
        if key in self.articles or key in self.elsewhere or _KEY_FORM.match(key):
            return True
        return process.extractOne(key, self.keys, scorer=fuzz.ratio, score_cutoff=LIKE_A_KEY) is not None

    def item(self, written: Item) -> ResolvedItem:
        """An item with its article and the paragraph it names."""
        article = self.articles.get(written.key)
        if article is None:
            return ResolvedItem(written, written.key in self.elsewhere)
        cited = _cited(written, article)
        return ResolvedItem(
            written,
            True,
            article.address.path,
            Work.of(article),
            cited.id if cited else None,
            cited.number if cited else None,
        )

    def keys_and_paragraphs(self, citation: Citation) -> Iterator[Finding]:
        """Findings about keys that nobody has and paragraphs that are not there."""
        for item in citation.items:
            article = self.articles.get(item.key)
            if article is None:
                if item.key not in self.elsewhere:
                    near = process.extract(item.key, self.keys, scorer=fuzz.ratio, limit=NEAREST_KEYS)
                    yield unknown_key(item.key, [str(key) for key, _, _ in near])
                continue
            last = max((p.number or 0 for p in _paragraphs(article)), default=0)
            for number in (item.paragraph, item.last_paragraph):
                if number is not None and not 1 <= number <= last:
                    yield missing_paragraph(item.key, number, last)
                    break

    def verify(
        self, citation: Citation, items: list[ResolvedItem], parts: Sequence[Part]
    ) -> Iterator[Finding]:
        """Look for the quotation in the works cited: one must have it. Fills in `items`.

        What stands in brackets is an editor's, and claims nothing, unless the article prints it so.
        """
        if citation.quotation is None:
            return
        claims = bool(parts)
        parts = parts or in_brackets(citation.quotation.text)
        if not parts:
            return
        misplaced: list[tuple[Item, Occurrence]] = []
        unplaced = False
        for number, item in enumerate(items):
            if (article := self.articles.get(item.written.key)) is None:
                continue
            found = list(occurrences(parts, article))
            if _elsewhere(item.written, article):
                yield unknown_place(item.written, found[0] if found else None)
                unplaced = True
            elif (place := _in_place(item.written, found)) is not None:
                items[number] = _verified(item, place)
            elif found:
                misplaced.append((item.written, found[0]))
        if unplaced or not claims or any(item.verified for item in items):
            return
        # A key that is unknown, or of a work outside the archive, may be the one that has the words.
        if any(item.article is None for item in items):
            return
        items[:] = [replace(item, verified=False) for item in items]
        if misplaced:
            written, occurrence = misplaced[0]
            yield wrong_paragraph(citation.quotation, written, occurrence)
        else:
            cited = [self.articles[item.written.key] for item in items]
            others = [article for article in self.cited if article not in cited]
            yield not_found(citation.quotation, parts, cited, others)


def _elsewhere(item: Item, article: Article) -> bool:
    """Whether a citation names a place that is no paragraph, and of which the article says nothing."""
    known = article.description.page
    if item.place == "page" and known and item.pages:
        pages, cited = (list(map(int, re.findall(r"\d+", text))) for text in (known.value, item.pages))
        return not (pages and min(pages) <= min(cited) and max(cited) <= max(pages))
    return bool(item.place)


def _in_place(item: Item, found: Sequence[Occurrence]) -> Occurrence | None:
    if item.paragraph is None:
        return found[0] if found else None
    last = item.last_paragraph or item.paragraph
    return next((occurrence for occurrence in found if within(occurrence, item.paragraph, last)), None)


def _verified(item: ResolvedItem, place: Occurrence) -> ResolvedItem:
    if item.written.paragraph is None:
        item = replace(item, paragraph=place.first.id, number=place.first.number)
    return replace(item, verified=True, span=place.span)


def _paragraphs(article: Article) -> tuple[Paragraph, ...]:
    return paragraphs(article.saved.text, article.segments)


def _cited(item: Item, article: Article) -> Paragraph | None:
    if item.paragraph is None:
        return None
    return next((p for p in _paragraphs(article) if p.number == item.paragraph), None)
