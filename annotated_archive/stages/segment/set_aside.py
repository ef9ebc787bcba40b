"""Prose that was set aside for its place alone: whether a person should say if it belongs to the article.

Comes in: a saved text and its segments, corrected. Goes out: a problem for a file most of whose sentences
were set aside, or for paragraphs that stand where the article seemed to have ended. What says itself what it
is (a notice on cookies, a request for gifts, a reader's comment) is not asked about, nor what a person called
boilerplate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...kinds import RUNNING_TEXT
from ...model import Kind, SavedText, Segment
from ...problems import Problem
from ...text.quotation_marks import CLOSING
from ...text.shortened import shortened

# Rules that judge by the place of a line, not by its words.
BY_PLACE = frozenset({"outside-article", "below-article", "related-teasers", "teaser-box", "lines-in-a-box"})
FEWEST_WORDS = 20  # of a line of prose; what a teaser says is often shorter
IN_A_ROW = 2  # paragraphs: between teasers, headlines stand
LONG_ROW = 60  # words of all paragraphs in a row
LONG_ALONE = 25  # words of a paragraph that stands alone
BOX = 2  # lines with words of the smallest box: its label and a headline
NEAR = 8  # lines with words between the article's last paragraph and such a row
SHOWN = 60  # characters that are repeated
_ENDS = re.compile(rf"[.!?…][{CLOSING})\]]*\s*$")
_SENTENCES = re.compile(rf"[.!?…][{CLOSING})]*(?=\s+[^\W\d_a-zß-ÿ]|\s*$)")
_SMALL = re.compile(r"\s[a-zß-ÿ]")
_NOT_OURS = re.compile(r"©|\bcookies?\b|\bnewsletter\b|https?://|@", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    """Lines of prose with nothing between them: first and last line, the words, how many stand before."""

    lines: tuple[int, ...]
    words: int
    begins: str
    after: int  # lines with words since the article's text


def set_aside(saved: SavedText, segments: Sequence[Segment]) -> list[Problem]:
    """S004 for prose that may belong to the article: one for all of it, at its first line."""
    kept = sum(len(s.span.of(saved.text).split()) for s in segments if s.kind in RUNNING_TEXT)
    rows = list(_rows(saved, segments))
    mostly = 0 < kept < sum(row.words for row in rows)
    near = [row for row in rows if row.after < NEAR]
    asked = rows if mostly else [row for row in near if _reads_on(row, len(near) == 1)]
    if not asked:
        return []
    several = len(asked) > 1 or len(asked[0].lines) > 1
    places = f"line{'s' * several} " + ", ".join(_named(row.lines) for row in asked)
    finding = (
        f"Most of the sentences were set aside: those on {places}."
        if mostly
        else f'Sentences below the article were set aside, on {places}: "{_shown(asked[0].begins)}".'
    )
    remedy = "If they belong to the article, say so under `lines:`; else accept this."
    return [Problem(saved.file, asked[0].lines[0], "S004", finding, remedy)]


def _rows(saved: SavedText, segments: Sequence[Segment]) -> Iterator[_Row]:
    """The prose that was set aside, paragraphs in a row together."""
    row: list[tuple[int, str]] = []
    passed, since = 0, 0  # lines with words since the article, and those before the row
    begun = False
    for segment in segments:
        if segment.kind is Kind.BLANK:
            continue
        judged = segment.kind is Kind.BOILERPLATE and segment.rule in BY_PLACE
        if segment.kind in RUNNING_TEXT:
            begun, passed = True, 0
        at = segment.span.start
        for line in segment.span.of(saved.text).split("\n"):
            if judged and _is_prose(line):
                since = since if row else passed
                row.append((saved.line_of(at), line))
            elif line.strip() and row:
                yield _row(row, since if begun else NEAR)
                row = []
            if segment.kind not in RUNNING_TEXT:
                passed += bool(line.strip())
            at += len(line) + 1
    if row:
        yield _row(row, since if begun else NEAR)


def _row(row: Sequence[tuple[int, str]], after: int) -> _Row:
    words = sum(len(line.split()) for _, line in row)
    return _Row(tuple(number for number, _ in row), words, row[0][1], after)


def _reads_on(row: _Row, alone: bool) -> bool:
    """Whether paragraphs may go on with the article that seemed to end shortly before.

    A single one, behind a box of headlines, may be the last; several, each with its headline, are teasers.
    """
    if len(row.lines) >= IN_A_ROW and row.words >= LONG_ROW:
        return True
    return alone and row.after >= BOX and row.words >= LONG_ALONE and len(_SENTENCES.findall(row.begins)) > 1


def _is_prose(line: str) -> bool:
    count = len(line.split())
    return (
        count >= FEWEST_WORDS
        and _ENDS.search(line) is not None
        and len(_SMALL.findall(line)) * 3 >= count
        and not _NOT_OURS.search(line)
    )


def _named(lines: Sequence[int]) -> str:
    return str(lines[0]) if lines[0] == lines[-1] else f"{lines[0]}–{lines[-1]}"


def _shown(line: str) -> str:
    words = " ".join(line.split())
    return shortened(words, SHOWN)
