"""Enclosed lines: what a box says between its labels, as a newsletter's name and praise above `Subscribe`.

Comes in: a page with its marks. Goes out: marks for the few lines between two labels of one box.
"""

from __future__ import annotations

from dataclasses import replace

from .layout import Layout

# Boxes that have a label above and one below. Of adverts, each stands for itself, with the article between.
BOXES = frozenset(
    {"newsletter-box", "donation", "subscription-notice", "login-box", "consent-notice", "video-box"}
)
LINES_BETWEEN, LONGEST_LINE = 2, 40  # lines, and words of each; more is the article, between two boxes


def read_enclosed(page: Layout) -> Layout:
    """The page with marks for what stands between two labels of the same box."""
    blocks, marks = page.blocks, list(page.marks)
    for block in blocks:
        mark = marks[block.index]
        if mark is None or mark.rule not in BOXES:
            continue
        between = []
        for other in blocks[block.index + 1 : block.index + LINES_BETWEEN + 2]:
            if marks[other.index] is not None or other.words > LONGEST_LINE:
                break
            between.append(other.index)
        end = block.index + len(between) + 1
        if between and end < len(blocks) and marks[end] == mark:
            for index in between:
                marks[index] = mark
    return replace(page, marks=tuple(marks))
