"""Titles that may be another line → the lines to choose from, ready to paste into the article's file."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from ...kinds import RUNNING_TEXT
from ...model import Archive, Article, Certainty, SavedText, Span
from ...stages.segment import title_candidates
from .lines import one_line

LONGEST = 100  # characters of a line that are shown


def titles(archive: Archive) -> Iterator[str]:
    """Each article whose title is doubtful or unknown, with the candidates, the likeliest first."""
    doubtful = [article for article in archive.articles if _is_doubtful(article)]
    if not doubtful:
        return
    yield f"# Titles that may be another line: {len(doubtful)} (keep the line that is the title, then paste)"
    for article in doubtful:
        yield f"# curation/articles/{one_line(article.saved.key)}.yml"
        yield from _choice(article)
    yield ""


def _is_doubtful(article: Article) -> bool:
    title = article.description.title
    if title is None:
        return any(segment.kind in RUNNING_TEXT for segment in article.segments)
    return title.certainty is Certainty.INFERRED


def _choice(article: Article) -> Iterator[str]:
    saved, title = article.saved, article.description.title
    chosen = title.span if title else None
    others = list(title_candidates(saved))
    if chosen is not None:
        at = chosen.start
        itself = [c for c in others if c.span.start <= at < c.span.end]
        others = [c for c in others if c not in itself]
        yield from _head(saved)
        whole = any(c.span == chosen for c in itself)
        told = _told(saved, chosen, itself[0].chance if itself else None)
        yield f"  {_line(saved, chosen, whole)}  # {told}"
    elif others:
        yield from _head(saved)
    else:
        yield "# No line resembles a title. Give it in your words, as `title:`, and say why."
    for other in others:
        yield f"  # {_line(saved, other.span, True)}  # {_told(saved, other.span, other.chance)}"


def _head(saved: SavedText) -> Iterator[str]:
    yield f'sha256: "{saved.sha256[:12]}"'
    yield "lines:"


def _line(saved: SavedText, span: Span, whole: bool) -> str:
    """The entry that makes these words the title; they are quoted where they are not all of their line."""
    first, last = saved.lines_of(span)
    key = str(first) if first == last else f"{first}-{last}"
    if whole and not saved.lines:
        return f"{key}: title"
    quoted = {"quote": one_line(span.of(saved.text)), "kind": "title"}
    flow = yaml.safe_dump(quoted, default_flow_style=True, allow_unicode=True, sort_keys=False, width=2**31)
    return f"{key}: {flow.strip()}"


def _told(saved: SavedText, span: Span, chance: float | None) -> str:
    words = one_line(span.of(saved.text))
    shown = words if len(words) <= LONGEST else words[:LONGEST] + " …"
    return shown if chance is None else f"{chance:.0%}: {shown}"
