"""The stage's passes in order. Each takes a layout and gives the next; what it does, its module says."""

from __future__ import annotations

from ...model import SavedText, Segment
from ...problems import Problem
from .comments import find_threads
from .cuts import cut_leads, cut_title
from .enclosed import read_enclosed
from .ending import end_article
from .extend import extend_run
from .head import choose_title, doubt_title, read_head, read_lead, read_title
from .inside import read_run
from .kicker import read_kicker
from .layout import Layout, Pass, as_blocks
from .live import read_live
from .marks import declare
from .parts import as_parts
from .pictures import read_captions, read_described, read_prints
from .place import read_outside
from .recipes import read_ingredients
from .regions import by_regions
from .run import find_run
from .summaries import read_portraits, read_summaries
from .teasers import find_teasers
from .tiling import tile
from .walls import read_walls

PASSES: tuple[tuple[str, Pass], ...] = (
    ("blocks", as_blocks),
    # Marks: what lines are by themselves or beside others.
    ("marks", declare),
    ("captions", read_captions),
    ("descriptions", read_described),
    ("prints", read_prints),
    ("ingredients", read_ingredients),
    ("summaries", read_summaries),
    ("portraits", read_portraits),
    ("enclosed", read_enclosed),
    # Where the article is.
    ("threads", find_threads),
    ("teasers", find_teasers),
    ("live", read_live),
    ("run", find_run),
    ("extend", extend_run),
    ("title", choose_title),
    # Readings: what each block is, seen from the article. A later one wins.
    ("outside", read_outside),
    ("inside", read_run),
    ("ending", end_article),
    ("head", read_head),
    ("title-prints", read_title),
    ("lead", read_lead),
    ("title-doubt", doubt_title),
    # What blocks are cut into.
    ("title-cut", cut_title),
    ("lead-cut", cut_leads),
    ("kicker", read_kicker),
    ("walls", read_walls),
    ("parts", as_parts),
)


def lay_out(saved: SavedText, last: str = PASSES[-1][0]) -> Layout:
    """The layout of a page after all passes up to the one named `last`. KeyError for a name of none."""
    if last not in dict(PASSES):
        raise KeyError(last)
    page = Layout(saved)
    for name, step in PASSES:
        page = step(page)
        if name == last:
            break
    return page


def segment(saved: SavedText) -> tuple[tuple[Segment, ...], tuple[Problem, ...]]:
    """What each part of a saved page is: segments that tile its text, and what the page left open.

    Problems: S001 for a page without an article, S002 for a text that breaks off at a wall.
    """
    return by_regions(saved, _by_passes) if saved.layout else _by_passes(saved)


def _by_passes(saved: SavedText) -> tuple[tuple[Segment, ...], tuple[Problem, ...]]:
    page = lay_out(saved)
    return tile(saved.text, page.parts), page.problems
