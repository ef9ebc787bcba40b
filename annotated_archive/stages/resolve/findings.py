"""What the stage finds wrong, in the words of a problem."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model import Article
from ...problems import Problem
from ...text.pandoc_citations import Item, Quotation
from ...text.paragraphs import fold
from ...text.shortened import shortened
from .difference import nearest
from .quotation import Part, without_marks
from .verify import Occurrence, name, occurrences, readings_of, scattered

SHOWN = 100  # characters of a quotation in a problem
_OWN_WORDS = "A translation or your own words need no quotation marks before a citation."


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem without its place in the essay."""

    code: str
    finding: str
    remedy: str

    def at(self, file: str, line: int) -> Problem:
        """The problem at a line of a file."""
        return Problem(file, line, self.code, self.finding, self.remedy)


def unknown_key(key: str, near: Sequence[str]) -> Finding:
    """Q001: nobody has the key."""
    known = f" The nearest keys: {', '.join(near)}." if near else ""
    remedy = "Write the key that the article's page shows, or put the work into the list of references."
    return Finding("Q001", f'Nothing has the citation key "{key}".{known}', remedy)


def missing_paragraph(key: str, number: int, last: int) -> Finding:
    """Q004: the paragraph is not there."""
    has = "no paragraphs" if last == 0 else "1 paragraph" if last == 1 else f"{last} paragraphs"
    remedy = "Write the number that stands beside the paragraph on the article's page."
    return Finding("Q004", f"{key} has no ¶ {number}; it has {has}.", remedy)


def unknown_place(cited: Item, there: Occurrence | None) -> Finding:
    """Q005: the saved text says nothing of pages, lines or chapters."""
    finding = f'Nothing is known of "{cited.suffix}" in {cited.key}: its saved text has paragraphs.'
    if there is None:
        return Finding(
            "Q005", finding, "Cite a paragraph by its number, such as ¶ 3, or the article as a whole."
        )
    where = _where(there)
    remedy = (
        f"Cite {where}, where the quotation is." if there.first.number else "Cite the article as a whole."
    )
    return Finding("Q005", finding, remedy)


def stays_literal(key: str) -> Finding:
    """Q006: a key in a place where no citation can be."""
    finding = f'"@{key}" is not read as a citation here and stays as it is written.'
    remedy = "Write it outside of a link, with a semicolon between two works; or \\@ if no citation is meant."
    return Finding("Q006", finding, remedy)


def wrong_paragraph(quotation: Quotation, cited: Item, there: Occurrence) -> Finding:
    """Q003: the quotation is elsewhere in the article."""
    where = _where(there)
    range_ = f"¶ {cited.paragraph}" + (f"–{cited.last_paragraph}" if cited.last_paragraph else "")
    finding = f"The quotation {_shown(quotation)} is not in {range_} of {cited.key}, but in {where}."
    remedy = f"Cite {where}." if there.first.number else "Cite the article without a paragraph."
    return Finding("Q003", finding, remedy)


def not_found(
    quotation: Quotation, parts: Sequence[Part], cited: Sequence[Article], others: Iterable[Article]
) -> Finding:
    """Q002: no article cited has the quotation; what is nearest to it."""
    keys = " or ".join(article.address.citekey for article in cited)
    finding = f"The quotation {_shown(quotation)} is not in {keys}."
    for article in others:
        if (there := next(occurrences(parts, article), None)) is not None:
            key = article.address.citekey
            found = f"{finding} {key} has it, in {_where(there)}."
            return Finding("Q002", found, f"Cite {key} if that is the article you mean.")
    for article in cited:
        if where := scattered(parts, article):
            remedy = (
                "Quote the parts one by one; […] stands for some words left out between two parts, in order."
            )
            found = f"{finding} Its parts do not follow one another there: they are in {' and '.join(where)}."
            return Finding("Q002", found, remedy)
    remedy = f"Correct the words, or mark a change as […], [D]ie or [word]. {_OWN_WORDS}"
    quoted = without_marks(quotation.text)
    near = [(n, article) for article in cited if (n := nearest(quoted, readings_of(article))) is not None]
    if near:
        best, article = max(near, key=lambda pair: pair[0].score)
        place = f"{name(best.passage)} ({article.saved.file}:{article.saved.line_of(best.span.start)})"
        difference = f": {best.differences}" if best.differences else ""
        return Finding("Q002", f'{finding} Nearest is "{best.words}" in {place}{difference}.', remedy)
    return Finding(
        "Q002", f"{finding} Nothing there is like it.", f"Cite the article it is from. {_OWN_WORDS}"
    )


def _where(there: Occurrence) -> str:
    if there.first.number is not None and there.last.number not in (None, there.first.number):
        return f"¶ {there.first.number}–{there.last.number}"
    return name(there.first)


def _shown(quotation: Quotation) -> str:
    return f'"{shortened(fold(quotation.text), SHOWN)}"'
