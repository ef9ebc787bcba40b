"""Summaries and portraits: boxes beside the article, as `In Kürze`, `Key Points` or `Zur Person`.

Comes in: a page with its marks. Goes out: marks for the box's lines. A summary repeats the article, often in
the words of a machine; counting it as text would make every quotation of it a quotation of the article. A
portrait interrupts the text, mostly an interview, with the life of the person whom it quotes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ...model import Kind
from . import forms
from .block import Block
from .layout import Layout
from .mark import Mark
from .words import entries

SUMMARY = Mark(Kind.BOILERPLATE, "summary-box")
PORTRAIT = Mark(Kind.BOILERPLATE, "portrait-box")
LONGEST_PORTRAIT = 80  # words of its one paragraph
FEWEST_POINTS, MOST_POINTS = 2, 4  # so many are usual; more could be the article's first sentences
LONGEST_POINT = 24  # words; the article's own first sentence is mostly longer


def read_summaries(page: Layout) -> Layout:
    """The page with marks for the boxes that a label of `summary-heads` opens."""
    blocks, marks = page.blocks, list(page.marks)
    heads = entries("summary-heads")
    for block in blocks:
        if block.folded.rstrip(":") in heads:
            points = _points(blocks, marks, block.index + 1)
            if len(points) >= FEWEST_POINTS:
                for index in (block.index, *points):
                    marks[index] = SUMMARY
    return replace(page, marks=tuple(marks))


def read_portraits(page: Layout) -> Layout:
    """The page with marks for the heads of `portrait-heads` and a paragraph below that begins with a name."""
    blocks, marks = page.blocks, list(page.marks)
    heads = entries("portrait-heads")
    for block, below in pairwise(blocks):
        if block.folded.rstrip(":") not in heads or marks[below.index] is not None:
            continue
        if below.prose and below.words <= LONGEST_PORTRAIT and forms.begins_with_name(below):
            marks[block.index] = marks[below.index] = PORTRAIT
    return replace(page, marks=tuple(marks))


def _points(blocks: Sequence[Block], marks: Sequence[Mark | None], start: int) -> list[int]:
    points: list[int] = []
    for block in blocks[start : start + MOST_POINTS]:
        if marks[block.index] is not None or block.sentences > 1 or not 4 <= block.words <= LONGEST_POINT:
            break
        points.append(block.index)
    return points
